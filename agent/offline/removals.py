"""Finds the wishes a message takes back: "drop the Spark requirement", "any location is fine"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agent.offline.phrasebook import phrasebook
from agent.offline.wishes import matching
from tools.asides import without_asides
from tools.criteria import Criteria
from tools.request.terms import Cover
from tools.vocabulary.skills import find_skills

_SAID = phrasebook("removals")

_I = re.IGNORECASE
_SEPARATE = re.compile(r"\s*(?:,|\band\b|\bor\b|&|/|\+(?=\s)|\bas well as\b|\bnor\b)\s*", _I)
_EDGES = re.compile(r"^(?:[ ,.;!]|-(?![\w\"]))+|[ ,.;!-]+$")
_TO_NUMBER = re.compile(r"\bto (?:about |at least )?\d", _I)


LONGEST = 1_500
"""Characters of a message in which something may be taken back or swapped."""


class Removal(NamedTuple):
    """What is taken back, the names nothing matched, and the message without those words."""

    wishes: Criteria
    unknown: tuple[str, ...]
    rest: str


def read_removals(text: str, wishes: Criteria) -> Removal:
    """Return the wishes taken back; the rest of the message still speaks of others.

    A message longer than LONGEST is a posting or noise, which takes nothing back.
    """
    if len(text) > LONGEST:
        return Removal((), (), text)
    keep = _SAID["keep_only"].search(text)
    if keep:
        kept = named_each(keep["object"], wishes)[0]
        if kept:
            return Removal(tuple(w for w in wishes if w not in kept), (), "")
    gone: dict[str, None] = {}
    unknown: list[str] = []
    spans: list[tuple[int, int]] = []
    for phrase, start, end, ordered in _phrases(text):
        if _SAID["people"].search(phrase) or _TO_NUMBER.search(phrase):
            continue
        if any(s < end and start < e for s, e in spans):
            continue
        found, strange = named_each(phrase, wishes)
        # "X isn't a must" about a wish nobody made is a weight, which the reader of requests knows.
        if not found and not (
            strange and (ordered or any(without_asides(wishes, name) for name in strange))
        ):
            continue
        gone.update(dict.fromkeys(w.id for w in found))
        unknown.extend(strange)
        spans.append((start, end))
    rest = text
    for start, end in sorted(spans, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    return Removal(tuple(w for w in wishes if w.id in gone), tuple(unknown), _EDGES.sub("", rest))


def _phrases(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """Yield (what is taken back, start, end, whether it was ordered by a verb)."""
    for match in _SAID["any"].finditer(text):
        yield match["object"] or match["object2"] or match["object3"], *match.span(), False
    if (whole := _SAID["without_the"].match(text)) is not None:
        yield whole["object"], *whole.span(), False
    if (left_out := _SAID["left_out"].search(text)) is not None:
        yield left_out["object"], *left_out.span(), False
    for match in _SAID["backward"].finditer(text):
        yield match["object"], *match.span(), False
    named = Cover(len(text), ((m.start, m.end) for m in find_skills(text, trusted=True)))
    for match in _SAID["forward"].finditer(text):
        verb = match.span("verb")
        if match["verb"].casefold() not in ("any", "whatever") and not named.touches(*verb):
            yield match["object"], *match.span(), True


def named_each(phrase: str, wishes: Criteria) -> tuple[Criteria, tuple[str, ...]]:
    """Return the wishes named in a list, and the names that match none."""
    found: list[str] = []
    unknown: list[str] = []
    parts = [p for p in _SEPARATE.split(phrase) if p.strip(" .!?'\"")]
    whole = matching(phrase, wishes) if len(parts) < 2 else ()
    for part in () if whole else parts:
        named = matching(part, wishes)
        found.extend(w.id for w in named)
        if not named:
            unknown.append(part.strip(" .!?'\""))
    found.extend(w.id for w in whole)
    return tuple(w for w in wishes if w.id in found), tuple(unknown)
