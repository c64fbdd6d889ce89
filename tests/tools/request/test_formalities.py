"""Permits, sponsorship and clean records stand in no résumé: they are told and not searched."""

from __future__ import annotations

import pytest

from agent.offline.wording.left_out import left_out
from tools.request import read_request, unread


@pytest.mark.parametrize(
    "words",
    [
        "no visa sponsorship",
        "we can't sponsor visas",
        "no H1B",
        "no H1B or OPT",
        "H1B not allowed",
        "with a work permit",
        "valid work visa",
        "must be authorized to work",
        "with the right to work",
        "clean criminal record",
        "no criminal record",
        "no felons",
        "must pass a background check",
        "must pass drug test",
        "background check required",
        "willing to relocate",
        "must be able to lift 50 lbs",
        "lift up to 25 kg unassisted",
        "able to stand for 8 hours",
        "standing and walking for long periods",
        "ability to climb ladders",
        "no more than 2 moving violations in 3 years",
        "no DUI/DWI in the last 7 years",
    ],
)
def test_a_formality_is_told_and_not_searched(words: str) -> None:
    text = f"welder, {words}"
    assert unread(text)["formalities"]
    assert [(c.kind, c.value) for c in read_request(text).criteria] == [("title", "Welder")]
    assert "please ask the person" in " ".join(left_out(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("criminal lawyer", "Criminal Lawyer"),
        ("HR specialist who runs background checks", "background checks"),
        ("safety officer with work permits", "confined space entry"),
        ("immigration paralegal with H1B petitions", "immigration law"),
        ("engineer with secret clearance", "Secret Clearance"),
        ("authorized dealer sales manager", "Sales Manager"),
    ],
)
def test_work_with_such_things_is_a_wish(text: str, value: str) -> None:
    assert not unread(text)["formalities"]
    assert value in {c.value for c in read_request(text).criteria}


@pytest.mark.parametrize("who", ["recruiters", "Agencies"])
def test_who_need_not_apply_keeps_out_nobody_else(who: str) -> None:
    wishes = read_request(f"{who} need not apply, guard in Leeds").criteria
    assert ("title", "must") in {(c.kind, c.weight) for c in wishes}
