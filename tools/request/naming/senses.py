"""Reads words whose meaning the job decides: a driver's ADR is no lawyer's, nor a hotel's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, cast

from tools.criteria import Kind
from tools.request.terms import Cover, Term
from tools.vocabulary.matcher import Mention
from tools.vocabulary.tables import parts, read_rows
from tools.vocabulary.titles import trades_of

_CLOCK = re.compile(r"\d\s?[ap]m", re.IGNORECASE)
"""A time of the day, which is no preventive maintenance: "until 3 pm"."""


class _Sense(NamedTuple):
    occupations: frozenset[str]
    kind: Kind
    value: str


def senses_in(text: str, jobs: Iterable[Mention], held: Iterable[str] = ()) -> list[Term]:
    """Return what the words of the text mean beside the jobs in it and those `held` already.

    Letters that may be a job themselves tell nothing of their own meaning: "accountant, CMA".
    """
    clock = Cover(len(text), (m.span() for m in _CLOCK.finditer(text)))
    found = [m for m in _words().finditer(text) if not clock.touches(*m.span())]
    if not found:
        return []
    named = [m.name for m in jobs if not _words().fullmatch(text, m.start, m.end)]
    occupations = {trade for job in [*named, *held] for trade in trades_of(job)}
    return [
        Term(sense.kind, sense.value, match.start(), match.end())
        for match in found
        for sense in _senses()[_folded(match.group())]
        if not sense.occupations.isdisjoint(occupations)
    ]


def says_by_job(text: str) -> bool:
    """Return whether the text has words that mean one thing beside one job, else another."""
    return _words().search(text) is not None


@cache
def _senses() -> dict[str, list[_Sense]]:
    senses: dict[str, list[_Sense]] = {}
    for row in read_rows("senses.tsv"):
        kind = cast("Kind", row["kind"])
        sense = _Sense(frozenset(parts(row["occupations"])), kind, row["value"])
        for words in parts(row["words"]):
            senses.setdefault(_folded(words), []).append(sense)
    return senses


@cache
def _words() -> re.Pattern[str]:
    longest = sorted(_senses(), key=len, reverse=True)
    either = "|".join(re.escape(words).replace("cence", "cen[cs]e") for words in longest)
    return re.compile(rf"(?<![\w+-])(?:{either})(?![\w+])", re.IGNORECASE)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split()).replace("license", "licence")
