"""What became of every file and every person of an ingest, and how to say it."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import msgspec

Became = Literal["added", "replaced", "unchanged", "failed", "skipped"]


class Outcome(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of one person, or of a file that holds none.

    `message` is a sentence that names the file and the mend when the outcome is failed or skipped;
    `duplicates` are the ids of people in the index who are likely the same person.
    """

    source: str
    outcome: Became
    candidate_id: str = ""
    message: str = ""
    warnings: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()


class Progress(msgspec.Struct, frozen=True):
    """How far an ingest is: bytes of input done and in all, people so far, the file at hand."""

    done: int
    total: int
    people: int
    source: str


class FileSummary(msgspec.Struct, frozen=True):
    """What became of one file: how many of its people had which outcome, and its sentences."""

    source: str
    counts: dict[str, int]
    messages: tuple[str, ...]
    warnings: tuple[str, ...]


class Report(msgspec.Struct, frozen=True):
    """The outcomes of one ingest in the order in which the people were found."""

    items: tuple[Outcome, ...] = ()

    def count(self, outcome: Became) -> int:
        """Return how many people or files had an outcome."""
        return sum(item.outcome == outcome for item in self.items)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """Return what could not be read, each with its sentence."""
        return tuple(item for item in self.items if item.outcome == "failed")

    @property
    def duplicates(self) -> tuple[Outcome, ...]:
        """Return the people who are likely in the index under another id as well."""
        return tuple(item for item in self.items if item.duplicates)

    def files(self) -> list[FileSummary]:
        """Return one summary a file, in order."""
        by_source: dict[str, list[Outcome]] = {}
        for item in self.items:
            by_source.setdefault(item.source, []).append(item)
        return [
            FileSummary(
                source,
                dict(sorted(Counter(item.outcome for item in items).items())),
                tuple(item.message for item in items if item.message),
                tuple(dict.fromkeys(w for item in items for w in item.warnings)),
            )
            for source, items in by_source.items()
        ]

    def summary(self) -> str:
        """Return one sentence such as "240 added, 3 unchanged, 1 failed."."""
        order: tuple[Became, ...] = ("added", "replaced", "unchanged", "skipped", "failed")
        said = [f"{self.count(outcome):,} {outcome}" for outcome in order if self.count(outcome)]
        twins = len(self.duplicates)
        if twins:
            said.append(f"{twins:,} likely duplicate{'s' * (twins > 1)}")
        return (", ".join(said) or "nothing to ingest") + "."


def sentence(source: str, part: str, message: str) -> str:
    """Return a problem as a sentence that begins with the file's name."""
    where = f"{source}, {part}," if part else source
    return f"{where} {message}"
