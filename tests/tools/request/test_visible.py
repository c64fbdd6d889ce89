"""A text is read as it looks: what nobody sees in it parts no word, and takes no time."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.offline.situation import tidy
from tests.timing import cpu_seconds
from tools.match import Job, protected_of, read_job
from tools.request import as_seen, find_protected, read_request

UNSEEN = [
    "\u00ad",
    "\u200b",
    "\u200d",
    "\u200f",
    "\u202e",
    "\u2060",
    "\ufe0f",
    "\ufeff",
    "\U000e0041",
]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_nobody_sees_parts_no_word(unseen: str) -> None:
    typed = f"{unseen}nur{unseen}se in Ber{unseen}{unseen}lin{unseen}, ACLS"
    reading, plain = read_request(typed), read_request("nurse in Berlin, ACLS")
    assert reading.criteria == plain.criteria
    assert (
        read_job(Job(description=typed))[0] == read_job(Job(description="nurse in Berlin, ACLS"))[0]
    )
    assert tidy(typed) == "nurse in Berlin, ACLS"


@pytest.mark.parametrize(
    "text", ["Mu\u0308nchen", "Zu\u0308rich", "cafe\u0301 manager", "ﬁnance manager"]
)
def test_a_letter_is_read_with_its_marks(text: str) -> None:
    typed, plain = f"nurse, {text}", f"nurse, {unicodedata.normalize('NFKC', text)}"
    assert read_request(typed).criteria == read_request(plain).criteria


def test_a_wish_is_found_where_it_was_typed() -> None:
    typed = "\ufeffnur\u00adse with A\u200bCLS in Mu\u0308nchen"
    said = {name: typed[start:end] for name, start, end in read_request(typed).spans}
    assert said["title:registered-nurse"] == "nur\u00adse"
    assert said["certification:acls"] == "A\u200bCLS"
    assert said["location:munich"] == "Mu\u0308nchen"


@pytest.mark.parametrize("unseen", UNSEEN)
def test_a_wish_behind_twenty_thousand_of_them_is_read(unseen: str) -> None:
    assert [c.value for c in read_request(f"{unseen * 20_000}nurse").criteria] == [
        "Registered Nurse"
    ]


def test_a_protected_wish_cannot_be_hidden_in_them() -> None:
    assert protected_of(Job(description="nurse, only wo\u00admen", title="ma\u200ble nurse")) == (
        "male",
        "only women",
    )


@given(st.text(alphabet=st.sampled_from("nurse \u0308\u0301\u200b\u00adﬁ."), max_size=60))
def test_the_text_as_it_looks_keeps_its_places(text: str) -> None:
    seen = as_seen(text)
    places = [seen.at(at) for at in range(len(seen.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= at <= len(text) for at in places)
    assert as_seen(seen.text).text == seen.text


@pytest.mark.parametrize("piece", [*UNSEEN, "e\u0301", "\u0301\u0316", "a\u200b", "no ", "ai "])
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        return min(cpu_seconds(lambda: (as_seen(text), find_protected(text))) for _ in range(2))

    assert seconds(20_000) <= 3.5 * seconds(10_000) + 0.3
