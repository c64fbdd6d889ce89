"""Names in the recruiter's message become placeholders, ordinary words do not."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.desk import Desk, View
from tools.people import mask, unmask
from tools.people.naming import GONE

EVERYBODY = ("da-1", "da-2", "da-3", "da-4", "nu-1", "nu-2", "co-1", "el-1")
"""Ana Delgado, Ana Petrov, Will Okafor, Ruby Tanaka, Marta Lindqvist, Grant Mbeki, Júlia Ferreira,
Paul Brandt: ranks 1 to 8."""


@pytest.fixture
def shown(desk: Desk) -> Desk:
    view = View(search_id="s", total=8, pool=EVERYBODY, shown=EVERYBODY)
    return msgspec.structs.replace(desk, view=view)


@pytest.mark.parametrize(
    ("said", "masked"),
    [
        ("why is Marta a good match?", "why is ⟨#5⟩ a good match?"),
        ("why is marta a good match?", "why is ⟨#5⟩ a good match?"),
        ("What is Marta's gap?", "What is ⟨#5⟩'s gap?"),
        ("What is Marta’s gap?", "What is ⟨#5⟩’s gap?"),
        ("tell me about Marta Lindqvist", "tell me about ⟨#5⟩"),
        ("tell me about LINDQVIST", "tell me about ⟨#5⟩"),
        ("compare Julia and Delgado", "compare ⟨#7⟩ and ⟨#1⟩"),
        ("compare Ana Petrov with Júlia Ferreira", "compare ⟨#2⟩ with ⟨#7⟩"),
        ("Is Will in Berlin?", "Is ⟨#3⟩ in Berlin?"),
        ("compare Marta, Grant and Ruby", "compare ⟨#5⟩, ⟨#6⟩ and ⟨#4⟩"),
        ("Why Ruby?", "Why ⟨#4⟩?"),
        ("why not da-3?", "why not ⟨#3⟩?"),
        ("compare nu-1 and @da-2, please", "compare ⟨#5⟩ and ⟨#2⟩, please"),
        ("is el-1 better than Marta?", "is ⟨#8⟩ better than ⟨#5⟩?"),
        ("Ruby's experience", "⟨#4⟩'s experience"),
        ("Will's years?", "⟨#3⟩'s years?"),
        ("why is Ms. Tanaka here", "why is Ms. ⟨#4⟩ here"),
    ],
)
def test_people_on_screen_are_masked(shown: Desk, said: str, masked: str) -> None:
    assert mask(said, shown).text == masked


@pytest.mark.parametrize(
    "said",
    [
        "Will she relocate?",
        "who will relocate to Austin?",
        "Grant experience is a must",
        "add grant writing",
        "find me Ruby developers",
        "who has Ruby and Python?",
        "only people in Berlin",
        "paul-brandt@example.com",
        "analytics and anatomy",
        "Martas",
        "FIND WILLING NURSES",
    ],
)
def test_ordinary_words_are_left_alone(shown: Desk, said: str) -> None:
    assert mask(said, shown).text == said


def test_a_name_of_several_people_is_marked_ambiguous_with_who_it_may_be(shown: Desk) -> None:
    masked = mask("why Ana?", shown)
    assert masked.text == "why ⟨?ana⟩?"
    assert masked.ambiguous == {"ana": ["⟨#1⟩", "⟨#2⟩"]}


def test_somebody_on_screen_goes_before_somebody_seen_earlier(shown: Desk) -> None:
    view = msgspec.structs.replace(shown.view, offset=1, shown=EVERYBODY[1:3])
    masked = mask("why Ana?", msgspec.structs.replace(shown, view=view))
    assert masked.text == "why ⟨#2⟩?"


def test_somebody_of_the_tenant_is_found_by_full_name_only(desk: Desk) -> None:
    assert mask("why not Paul Brandt?", desk).text == "why not ⟨@el-1⟩?"
    assert mask("why not Brandt?", desk).text == "why not Brandt?"


def test_strangers_in_a_pasted_document_are_not_looked_up(desk: Desk) -> None:
    posting = "Paul Brandt is our manager. " + "We hire electricians. " * 40
    assert mask(posting, desk).text == posting


def test_people_on_the_shortlist_are_masked_by_id(desk: Desk) -> None:
    kept = msgspec.structs.replace(desk, shortlist=("nu-1",))
    assert mask("why Marta?", kept).text == "why ⟨@nu-1⟩?"


def test_a_released_sentence_has_names_and_a_removed_person_none() -> None:
    names = {"a": "Ana Delgado"}
    said = unmask("⟨#1⟩, ⟨@a⟩, ⟨#2⟩, ⟨#9⟩ and ⟨?ana⟩", ("a", "b"), names)
    assert said == f"Ana Delgado, Ana Delgado, {GONE}, #9 and Ana"


@given(st.text(max_size=200))
def test_masking_takes_any_text_and_keeps_all_but_names(text: str) -> None:
    empty = Desk(tenant="local", index=_Nobody())  # type: ignore[arg-type] # asked for names only
    assert mask(text, empty).text == text


class _Nobody:
    def get(self, tenant: str, candidate_ids: object) -> dict[str, object]:
        return {}

    def find_by_name(self, tenant: str, name: str, limit: int = 10) -> list[tuple[str, str]]:
        return []


@pytest.mark.parametrize(
    "said", ["why da-9?", "top 5 in 2019, da-1x", "cda-1", "da-1.com", "IFRS9"]
)
def test_what_is_no_id_of_anybody_is_left_as_it_is(shown: Desk, said: str) -> None:
    assert mask(said, shown).text == said
