"""Finds the nationalities put before a job: "German electrician", not "German teacher"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.request.protected.wish import PIECES, Protected
from tools.vocabulary.matcher import Mention

_ORIGIN = re.compile(rf"\b{PIECES['DEMONYM']}\b(?=\s)", re.IGNORECASE)
# Before a job these make the word a language, or the job is about the language itself.
_SPOKEN = re.compile(
    r"\b(?:speaks?|speaking|spoken|fluent|native|in|know|knows|with|written|bilingual|business"
    r"|and|or)\s+$",
    re.IGNORECASE,
)
_TEACHES = re.compile(
    r"teacher|tutor|instructor|translator|interpreter|lecturer|professor|linguist|chef|cook|baker"
    r"|food|restaurant|massage|masseu|barber|history|literature|polisher",
    re.IGNORECASE,
)
_TURNS = re.compile(r"machin|programm|lathe|cnc|operator|set-?up", re.IGNORECASE)
"""Who works at the lathes that are called after the Swiss."""
_WHERE = frozenset({"UK", "US", "EU", "uk", "eu"})
"""Where somebody works rather than where they are from."""


def origins_before_jobs(text: str, jobs: Sequence[Mention]) -> Iterator[Protected]:
    """Yield the nationalities that are put before a job, each with the job in its words."""
    starts = {job.start: job for job in jobs}
    for match in _ORIGIN.finditer(text):
        job = starts.get(match.end() + 1)
        if job is None or _SPOKEN.search(text, max(0, match.start() - 20), match.start()):
            continue
        if match.group() in _WHERE or match.group() in ("us", "polish"):
            continue
        if match.group().casefold() == "swiss" and _TURNS.search(text, job.start, job.end):
            continue
        if not _TEACHES.search(text, job.start, job.end):
            words = " ".join(text[match.start() : job.end].split())
            yield Protected(words, match.start(), match.end(), "origin or nationality")
