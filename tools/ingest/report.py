"""What became of every file and every person of an ingest, and how to say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

import msgspec

Became = Literal["added", "replaced", "unchanged", "failed", "skipped"]

_GRAVE = ("Text that", "Hidden text", "Invisible characters")
"""How warnings begin of what was meant for machines, or for nobody who sees the page."""
_PARTICULARS = re.compile(r" \(([^()]*)\)")


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


class Warned(msgspec.Struct, frozen=True):
    """One kind of warning: each person it is about, with what was said of them in particular."""

    kind: str
    is_grave: bool
    about: tuple[tuple[Outcome, str], ...]


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

    def warned(self) -> list[Warned]:
        """Return the warnings by their kind: the grave ones first, then the most frequent."""
        kinds: dict[str, list[tuple[Outcome, str]]] = {}
        for item in self.items:
            for kind, said in _by_kind(item.warnings).items():
                kinds.setdefault(kind, []).append((item, said))
        found = [Warned(k, k.startswith(_GRAVE), tuple(about)) for k, about in kinds.items()]
        return sorted(found, key=lambda w: (not w.is_grave, -len(w.about)))

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


def _by_kind(warnings: Iterable[str]) -> dict[str, str]:
    """Return kind → particulars of one person's warnings: what stands in brackets and quotes."""
    kinds: dict[str, list[str]] = {}
    for warning in warnings:
        head, mark, quote = warning.partition(": “")
        said = [*_PARTICULARS.findall(head), f"“{quote}" if mark else ""]
        kind = _PARTICULARS.sub("", head).rstrip(".")
        kinds.setdefault(kind, []).append(" ".join(filter(None, said)))
    return {kind: ", ".join(filter(None, said)) for kind, said in kinds.items()}


def sentence(source: str, part: str, message: str) -> str:
    """Return a problem as a sentence that begins with the file's name."""
    where = f"{source}, {part}," if part else source
    return f"{where} {message}"
