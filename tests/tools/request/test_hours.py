"""Hours somebody should be willing to work are one wish each, however the willingness is said."""

from __future__ import annotations

import pytest

from agent.offline.wording.left_out import left_out
from tools.request import read_request


def _texts(said: str) -> list[str]:
    return [str(c.value) for c in read_request(said).criteria if c.kind == "text"]


@pytest.mark.parametrize(
    "said",
    ["night shifts ok", "willing to work nights", "nurse, nights ok", "open to night shift"],
)
def test_nights_are_asked_for_by_one_name(said: str) -> None:
    assert _texts(said) == ["night shifts"]


@pytest.mark.parametrize(
    "said", ["weekends fine", "can work weekends", "comfortable with weekend work"]
)
def test_weekends_are_asked_for_and_no_term_of_a_job(said: str) -> None:
    assert _texts(said) == ["weekends"]


def test_hours_that_are_listed_are_asked_for_each() -> None:
    assert _texts("happy to do nights and weekends") == ["night shifts", "weekends"]


@pytest.mark.parametrize("said", ["night nurse", "someone who can shift gears", "Saturday job"])
def test_other_words_on_nights_and_shifts_are_no_such_wish(said: str) -> None:
    assert not {"night shifts", "shift work", "weekends"} & set(_texts(said))


def test_it_is_said_that_few_resumes_tell_of_hours() -> None:
    (note,) = left_out("nurse, willing to work nights")
    assert "night shifts" in note
    assert not left_out("nurse in Leeds")


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("second shift", ["second shift"]),
        ("2nd shift please", ["second shift"]),
        ("nurses for second shift", ["second shift"]),
        ("3rd shift welders", ["third shift"]),
        ("graveyard shift only", ["third shift"]),
        ("they have to work first shift", ["first shift"]),
        ("day shift only", ["day shifts"]),
        ("nights", ["night shifts"]),
        ("nurses. Night shifts are part of the job.", ["night shifts"]),
        ("also weekends and nights", ["weekends", "night shifts"]),
    ],
)
def test_a_shift_is_asked_for_by_its_name_alone(said: str, named: list[str]) -> None:
    assert [text for text in _texts(said) if "shift" in text or text == "weekends"] == named


@pytest.mark.parametrize(
    "said", ["second shift supervisor", "shift lead", "the second", "night shift supervisor"]
)
def test_who_leads_a_shift_is_a_job_and_no_hours(said: str) -> None:
    assert _texts(said) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "truck driver, no nights",
            ["“no nights” keeps nobody out, as few résumés tell of hours."],
        ),
        (
            "nurse, no weekends please",
            ["“no weekends” keeps nobody out, as few résumés tell of hours."],
        ),
        (
            "truck driver without night driving",
            ["“without night driving” keeps nobody out, as few résumés tell of hours."],
        ),
        (
            "nurse who doesn't work nights in Leeds",
            ["“doesn't work nights” keeps nobody out, as few résumés tell of hours."],
        ),
        ("cook, no weekend work experience", []),
        ("nurse without Epic", []),
    ],
)
def test_hours_that_are_refused_are_told_as_left_out(said: str, told: list[str]) -> None:
    assert left_out(said) == told
    assert not told or "avoid" not in {c.weight for c in read_request(said).criteria}
