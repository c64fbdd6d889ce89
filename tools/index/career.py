"""What a person held, as numbers: many careers are weighed at once, and each title in them once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from tools.index.tally import key_of

Keys = NDArray[np.int64]
Places = NDArray[np.intp]

_ROW = np.dtype([("title", "<i8"), ("job", "<i8"), ("months", "<u2"), ("recency", "<f8")])
_MOST_MONTHS = 65_535
_UNDATED = 0


class Held(NamedTuple):
    """A job held: its title, the months it took (0: not said) and its recency in (0, 1]."""

    title: str
    months: int
    recency: float


class Career(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """The titles of the headline, which comes first, and of the jobs; `rows` has one for each.

    A row holds the key of the title, that of the job (title, months and recency together, 0
    without months), months and recency.
    """

    titles: tuple[str, ...]
    rows: bytes

    def jobs(self) -> Iterable[tuple[str, int]]:
        """Return the title of each job and the months it took."""
        months = np.frombuffer(self.rows, _ROW)["months"].tolist()
        return zip(self.titles[1:], months[1:], strict=True)

    def dated(self) -> frozenset[int]:
        """Return the keys of the jobs that have dates."""
        return frozenset(np.frombuffer(self.rows, _ROW)["job"].tolist()) - {_UNDATED}


def career_of(headline: str, jobs: Sequence[Held]) -> Career:
    """Return a career, packed."""
    rows = np.zeros(1 + len(jobs), _ROW)
    titles = (headline, *(job.title for job in jobs))
    rows["title"] = [key_of(title) for title in titles]
    rows["job"][1:] = [_key_of_job(job) for job in jobs]
    rows["months"][1:] = [min(job.months, _MOST_MONTHS) for job in jobs]
    rows["recency"][1:] = [job.recency for job in jobs]
    return Career(titles, rows.tobytes())


class Careers:
    """Many careers side by side, a row for each headline and job.

    `whose` says which person's a row is, `titles` its key; `jobs` are the places of the rows that
    are jobs, `called` those of the headlines of who has no job.
    """

    def __init__(self, careers: Sequence[Career]) -> None:
        rows = np.frombuffer(b"".join(career.rows for career in careers), _ROW)
        sizes = np.array([len(career.titles) for career in careers], np.intp)
        self._careers = careers
        self._firsts = np.cumsum(sizes) - sizes
        self.titles: Keys = rows["title"].copy()
        self.whose: Places = np.repeat(np.arange(len(careers)), sizes)
        is_job = np.ones(len(rows), dtype=bool)
        is_job[self._firsts] = False
        self.jobs: Places = np.flatnonzero(is_job)
        self.called: Places = self._firsts[sizes == 1]
        self.months = rows["months"][self.jobs].astype(np.float64)
        self.recency = rows["recency"][self.jobs]

    def named(self, rows: Places) -> list[str]:
        """Return the titles of some rows."""
        whose = self.whose[rows]
        places = zip(whose.tolist(), (rows - self._firsts[whose]).tolist(), strict=True)
        return [self._careers[who].titles[at] for who, at in places]


def _key_of_job(job: Held) -> int:
    """Return the key under which the same job is known on another résumé, however it is cased."""
    return key_of(f"{job.months} {job.recency} {job.title.casefold()}") if job.months else _UNDATED
