"""Says why one person ranks above another: the marks that differ, largest first, as data."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec

from tools.criteria import Criteria
from tools.results import Part, Pool
from tools.wording import phrase

MOST_REASONS = 3
_LEAST_GAIN = 0.0005
"""Differences below this are noise to a reader."""

LABELS: Mapping[str, str] = {
    "words": "uses more of the words of the request",
    "meaning": "comes closer to the request in meaning",
    "role": "held a job closer to the role",
    "tenure": "spent longer in jobs that fit",
    "titles": "held more jobs with the words of that title",
    "duties": "says more of what such a job does",
    "setting": "says more of where such a job is done",
    "held": "holds more of the licences, languages and places that are a must",
    "spread": "says what you ask for in more than one place",
    "version": "is not a further version of a résumé above",
}
"""What a lead in each general mark means to a reader."""


_MORE_OF = "shows more of: "
_CLOSER = "comes closer to what you asked for"
"""A lead in wishes that the résumé leaves open all the same: their words are near, no more."""


class Reason(msgspec.Struct, frozen=True):
    """One lead: `part` is a part of the ranking or the id of a wish, `gain` points of the score.

    `mark` and `other` are the two people's marks in [0, 1]; `text` says it in a few words.
    """

    part: str
    gain: float
    mark: float
    other: float
    text: str


def ranked_above(
    better: Sequence[Part], worse: Sequence[Part], criteria: Criteria
) -> tuple[Reason, ...]:
    """Return where the better one leads, the largest gain first, at most MOST_REASONS."""
    others = {part.name: part for part in worse}
    wishes = {wish.id: phrase(wish) for wish in criteria}
    reasons = [
        Reason(
            part.name,
            round(part.worth * (part.mark - others[part.name].mark), 4),
            round(part.mark, 4),
            round(others[part.name].mark, 4),
            LABELS.get(part.name) or f"{_MORE_OF}{wishes.get(part.name, part.name)}",
        )
        for part in better
        if part.name in others
    ]
    leads = [reason for reason in reasons if reason.gain >= _LEAST_GAIN]
    leads.sort(key=lambda reason: (-reason.gain, reason.part))
    return tuple(leads[:MOST_REASONS])


def above_next(pool: Pool, at: int) -> list[dict[str, Any]]:
    """Return why the person at a place of a pool ranks above the next one, as plain data."""
    if at + 1 >= len(pool.parts):
        return []
    found = ranked_above(pool.parts[at], pool.parts[at + 1], pool.criteria)
    return [msgspec.to_builtins(reason) for reason in found]


def in_words(reasons: Sequence[Mapping[str, Any]], shown: Collection[str]) -> list[str]:
    """Return leads in words, those in single wishes as one: "shows more of SQL and Go".

    `shown` are the ids of the wishes that the one above meets, in part at least: a lead in any
    other is nearness alone, and says of nobody that they show it.
    """
    wishes = [r for r in reasons if str(r["text"]).startswith(_MORE_OF)]
    named = [str(r["text"]).removeprefix(_MORE_OF) for r in wishes if r["part"] in shown]
    said = [f"shows more of {' and '.join(named)}"] if named else []
    said += [str(r["text"]) for r in reasons if r not in wishes]
    return said or ([_CLOSER] if wishes else [])


def between(pool: Pool, one: str, two: str) -> tuple[str, str, tuple[Reason, ...]] | None:
    """Return (above, below, reasons) for two people of a pool; None when one is not in it."""
    places = {candidate_id: at for at, candidate_id in enumerate(pool.ids[: len(pool.parts)])}
    if one not in places or two not in places or one == two:
        return None
    high, low = sorted((places[one], places[two]))
    return (
        pool.ids[high],
        pool.ids[low],
        ranked_above(pool.parts[high], pool.parts[low], pool.criteria),
    )
