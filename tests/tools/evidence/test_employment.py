"""Whether somebody has a job now is judged by the dates of their positions, with the quote."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence import find, judge
from tools.index.sheet import make_sheet
from tools.ingest.profile import build_candidate
from tools.vocabulary.employment import BETWEEN, EMPLOYED, LEFT


def person(dates: str) -> Candidate:
    text = f"Jane Roe\n\nExperience\nLine Cook, Old Mill, York\n{dates}\nRan the grill.\n"
    return build_candidate("c", text, source="c", content_hash="c", today=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("dates", "name", "verdict", "note"),
    [
        ("March 2021 - Present", EMPLOYED, "met", "since 2021"),
        ("March 2021 - Present", BETWEEN, "missing", "in a job since 2021"),
        ("March 2021 - Present", LEFT, "missing", "in a job since 2021"),
        ("March 2016 - May 2020", EMPLOYED, "missing", "last job until 2020"),
        ("March 2016 - May 2020", BETWEEN, "met", "last job until 2020"),
        ("March 2016 - May 2020", LEFT, "missing", "last job until 2020"),
        ("March 2016 - June 2026", LEFT, "met", "last job until 2026"),
        ("March 2016 - June 2026", EMPLOYED, "missing", "last job until 2026"),
    ],
)
def test_the_dates_of_the_last_job_decide(dates: str, name: str, verdict: str, note: str) -> None:
    judged = judge(person(dates), Criterion("text", name))
    assert (judged.verdict, judged.note) == (verdict, note)
    assert judged.quote is not None
    assert dates in judged.quote


@pytest.mark.parametrize("name", [EMPLOYED, BETWEEN, LEFT])
def test_of_somebody_without_dates_nothing_is_known(name: str) -> None:
    text = "Jane Roe\n\nSkills\nI am employed now and between jobs at times.\n"
    candidate = build_candidate("c", text, source="c", content_hash="c", today=date(2026, 11, 1))
    assert judge(candidate, Criterion("text", name)).verdict == "unclear"


def test_what_is_kept_for_ranking_is_judged_alike() -> None:
    for dates in ("March 2021 - Present", "March 2016 - May 2020"):
        whole = person(dates)
        kept = make_sheet(whole).person()
        for name in (EMPLOYED, BETWEEN, LEFT):
            wish = Criterion("text", name)
            assert find(kept, wish).verdict == find(whole, wish).verdict
