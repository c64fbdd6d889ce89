"""Careers packed as numbers: each job is found again, for whom it was packed and nobody else."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tools.index.career import Career, Careers, Held, career_of
from tools.index.tally import key_of

titles = st.text(max_size=6)
jobs = st.builds(Held, titles, st.integers(0, 600), st.floats(0.01, 1.0))
careers = st.tuples(titles, st.lists(jobs, max_size=4))


def packed(people: list[tuple[str, list[Held]]]) -> list[Career]:
    return [career_of(headline, held) for headline, held in people]


@given(st.lists(careers, max_size=5))
def test_many_stand_side_by_side_in_their_order(people: list[tuple[str, list[Held]]]) -> None:
    together = Careers(packed(people))
    rows = [
        (who, title)
        for who, (headline, held) in enumerate(people)
        for title in (headline, *(job.title for job in held))
    ]
    assert together.named(np.arange(len(rows))) == [title for _, title in rows]
    assert together.titles.tolist() == [key_of(title) for _, title in rows]
    assert together.whose.tolist() == [who for who, _ in rows]


@given(st.lists(careers, max_size=5))
def test_jobs_are_told_from_headlines(people: list[tuple[str, list[Held]]]) -> None:
    together = Careers(packed(people))
    every = [job for _, held in people for job in held]
    assert together.named(together.jobs) == [job.title for job in every]
    assert together.months.tolist() == [job.months for job in every]
    assert together.recency.tolist() == [job.recency for job in every]
    assert together.named(together.called) == [headline for headline, held in people if not held]


def test_a_job_is_the_same_on_another_resume_however_its_title_is_cased() -> None:
    one, two = Held("HR Manager", 74, 0.5), Held("HR MANAGER", 74, 0.5)
    assert career_of("", [one]).dated() == career_of("Clerk", [two]).dated()
    others = [Held("HR Manager", 73, 0.5), Held("HR Manager", 74, 0.6), Held("HR Lead", 74, 0.5)]
    assert career_of("", [one]).dated().isdisjoint(career_of("", others).dated())


def test_a_job_without_months_is_no_dated_one() -> None:
    assert career_of("Cook", [Held("Cook", 0, 0.8)]).dated() == frozenset()
    assert list(career_of("Cook", [Held("Chef", 12, 0.8)]).jobs()) == [("Chef", 12)]
