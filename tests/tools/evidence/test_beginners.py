"""Whoever is an intern now, or never was anything else, is found by a wish for no interns."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence import judge
from tools.ingest.profile import build_candidate

NO_INTERNS = Criterion("title", "Intern", "avoid")


def _person(*positions: str) -> Candidate:
    text = "\n\n".join(["Jane Roe", "Experience", *positions])
    return build_candidate("p", text, source="p", content_hash="p", today=date(2026, 11, 1))


NOW = "Marketing Intern, Old Mill, Leeds\nJune 2026 - Present\nWrote posts."
ONCE = "Legal Intern, Harbour Law, Leeds\nJune 2020 - August 2020\nFiled papers."
CLERK = "Office Clerk, Brass Kettle, Leeds\nMarch 2021 - May 2026\nKept files."
STILL = "Office Clerk, Brass Kettle, Leeds\nMarch 2019 - Present\nKept files."


@pytest.mark.parametrize("positions", [(NOW,), (ONCE,), (NOW, CLERK), (NOW, ONCE)])
def test_an_intern_now_or_only_ever_is_found_whatever_the_trade(positions: tuple[str, ...]) -> None:
    verdict = judge(_person(*positions), NO_INTERNS)
    assert verdict.verdict == "met"
    assert verdict.quote
    assert "Intern" in verdict.quote


@pytest.mark.parametrize("positions", [(CLERK, ONCE), (STILL, ONCE), (CLERK,)])
def test_who_began_as_an_intern_and_went_on_is_none(positions: tuple[str, ...]) -> None:
    found = judge(_person(*positions), NO_INTERNS)
    assert (found.verdict, found.note) == ("missing", "nothing of it in the résumé")
