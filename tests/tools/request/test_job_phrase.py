"""The phrase a job is named in stays beside its canonical title."""

from __future__ import annotations

import pytest

from tools.criteria import Criterion, meant, merge
from tools.request import read_request


def phrases(text: str) -> list[str]:
    return [c.phrase for c in read_request(text).criteria if c.kind == "title"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (
            "crop or greenhouse research technician, field plots",
            "crop or greenhouse research technician",
        ),
        ("I need 3 auto technicians with ASE certification", "auto technicians"),
        ("Store manager for a fashion shop - hit sales plan", "Store manager for a fashion shop"),
        ("kitchen manager for a hospital in Boston", "kitchen manager for a hospital"),
        (
            "medical device outside sales rep who calls on physicians",
            "medical device outside sales rep",
        ),
        ("we want a certified personal trainer", "certified personal trainer"),
    ],
)
def test_it_ends_where_something_else_is_asked_for(text: str, phrase: str) -> None:
    assert phrases(text) == [phrase]


@pytest.mark.parametrize(
    "text", ["find me accountants", "nurse", "registered nurses in Texas with ICU", "5 line cooks"]
)
def test_what_says_no_more_than_the_title_is_not_kept(text: str) -> None:
    assert phrases(text) == [""]


def test_the_heading_of_a_posting_names_its_job_whole() -> None:
    posting = (
        "Job description: General Manager, Health Club. You will run the club every day, drive "
        "membership sales and coach the front desk. Requirements: 3+ years as a general manager."
    )
    assert phrases(posting)[0] == "General Manager, Health Club"


def test_a_posting_that_opens_with_prose_names_it_up_to_the_next_mark() -> None:
    posting = (
        "We are looking for a senior pastry chef for our hotel, who bakes breads and cakes and "
        "leads the early shift with two bakers.\n\nRequirements:\n- 5+ years\n- laminated doughs\n"
    )
    assert phrases(posting)[0].endswith("pastry chef for our hotel")


def test_an_avoided_job_has_none() -> None:
    (avoided,) = read_request("no automotive technicians please").criteria
    assert avoided.weight == "avoid"
    assert avoided.phrase == ""


def test_the_same_wish_in_another_phrase_is_no_change() -> None:
    held = Criterion("title", "General Manager", phrase="general manager, health club")
    again = Criterion("title", "General Manager", phrase="general manager of a gym")
    change = merge((held,), (again,))
    assert (change.added, change.removed) == ((), ())
    assert meant(held) == meant(again)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("kitchen chef de partie like those at Noma", "kitchen chef de partie"),
        ("outside sales rep similar to the ones at Oracle", "outside sales rep"),
        ("a crop research technician such as Ana Ruiz", "crop research technician"),
    ],
)
def test_a_comparison_ends_it(text: str, phrase: str) -> None:
    assert phrases(text) == [phrase]
