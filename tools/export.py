"""Lays the shortlist out as a table that any spreadsheet opens, and that runs nothing there."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tools.criteria import Criteria, Criterion
from tools.desk import Desk, ToolError
from tools.presenting import Row, place_of, rows, shown_name
from tools.results import CriterionVerdict
from tools.wording import phrase

FILE_NAME = "shortlist.csv"
_WHO = ("Place", "Rank", "Name", "Headline", "Location", "Years", "E-mail", "Phone", "Id")
_UNWANTED = {"met": "found", "partly": "found in part"}
"""What a verdict on something to avoid says to people."""
_RUNS = re.compile(r"(^|;)(?=[\s\"']*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a cell would be run: at its start, and where half of Europe's spreadsheets cut it."""
_BYTE_ORDER = "\ufeff"
"""Without it Excel takes the text for one of another alphabet."""


class Who(NamedTuple):
    """What of somebody's identity may be shown."""

    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    id: str = ""


Told = Callable[[Row], Who]
Words = Callable[[str, Row], str]
"""Returns words of a person's résumé as they may be shown."""


def identified(row: Row) -> Who:
    """Return name and contacts, for those who may see whom they speak of."""
    person = row.person
    return Who(
        shown_name(person), person.identity.emails, person.identity.phones, person.candidate_id
    )


def shortlist_csv(desk: Desk, told: Told = identified, words: Words = lambda t, _: t) -> str:
    """Return the shortlist as CSV, a row a person, with verdict and first quote of every wish.

    Raises ToolError where nobody is on it.
    """
    wishes = desk.view.criteria
    kept = rows(desk.index, desk.tenant, desk.view, desk.shortlist, wishes)
    if not kept:
        raise ToolError(
            "empty_shortlist",
            "Your shortlist is empty: put somebody on it first, as in “shortlist 1 and 3”.",
        )
    lines = [_line(place, row, wishes, told, words) for place, row in enumerate(kept, 1)]
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(map(_inert, [_headings(wishes), *lines]))
    return _BYTE_ORDER + out.getvalue()


def _headings(wishes: Criteria) -> list[str]:
    asked = [f"{wish.weight}: {phrase(wish)}" for wish in wishes]
    return [*_WHO, *(heading for each in asked for heading in (each, f"{each} – quote"))]


def _line(place: int, row: Row, wishes: Criteria, told: Told, words: Words) -> list[str]:
    person, years = row.person, row.person.profile.years_experience
    known = told(row)
    who = [
        str(place),
        str(row.rank or ""),
        known.name,
        words(person.profile.headline, row),
        words(place_of(person), row),
        "" if years is None else f"{years:g}",
        ", ".join(known.emails),
        ", ".join(known.phones),
        known.id,
    ]
    judged = zip(wishes, row.verdicts, strict=True)
    return [*who, *(words(cell, row) for w, v in judged for cell in _proven(w, v))]


def _proven(wish: Criterion, verdict: CriterionVerdict) -> Iterator[str]:
    said: str = verdict.verdict
    yield _UNWANTED.get(said, "not found") if wish.weight == "avoid" else said
    yield verdict.quote or ""


def _inert(cells: Sequence[str]) -> list[str]:
    """Return cells of one line each that no spreadsheet takes for a formula."""
    return [_RUNS.sub(r"\1'", " ".join(cell.split())) for cell in cells]
