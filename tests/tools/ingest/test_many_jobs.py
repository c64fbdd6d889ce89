"""More jobs than a reader takes in are left unread, and it is said."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.ingest.career.positions import MOST_POSITIONS
from tools.ingest.profile import build_candidate


def read(jobs: int) -> Candidate:
    entries = "\n\n".join(
        f"Electrician, Halden Wiring {n} Ltd\nJan {1960 + n} - Dec {1960 + n}\nWired houses."
        for n in range(jobs)
    )
    text = f"Jo Tarnfield\n\nExperience\n\n{entries}\n"
    return build_candidate("p", text, source="", content_hash="", today=date(2060, 11, 22))


def test_jobs_beyond_the_most_that_are_read_are_told() -> None:
    person = read(MOST_POSITIONS + 15)
    assert len(person.profile.positions) == MOST_POSITIONS
    assert [
        w for w in person.warnings if "Only the first 60 entries that look like jobs (of 75)" in w
    ]


@pytest.mark.parametrize("jobs", [1, MOST_POSITIONS])
def test_a_career_that_is_read_whole_has_no_such_warning(jobs: int) -> None:
    assert not [w for w in read(jobs).warnings if "entries that look like jobs" in w]
