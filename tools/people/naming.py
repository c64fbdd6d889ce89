"""Puts names where placeholders stand, as the last thing before people read a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tools.index.base import CandidateIndex
from tools.people.placeholders import PERSON_MARK

GONE = "(a removed candidate)"
"""What is read in place of a person who is no longer in the index."""
UNNAMED = "a candidate"
"""What is read of a person without a rank, where no names may be read."""

_UNSURE = re.compile(r"⟨\?([^⟨⟩]{1,100})⟩")


def names_of(index: CandidateIndex, tenant: str, ids: Iterable[str]) -> dict[str, str]:
    """Return candidate_id → the name people see, for the known ones among the ids."""
    people = index.get(tenant, list(dict.fromkeys(ids)))
    return {i: person.identity.name or i for i, person in people.items()}


def labels_of(pool: Sequence[str], ids: Iterable[str]) -> dict[str, str]:
    """Return candidate_id → what somebody is called where no names may be read."""
    ranks = {candidate_id: rank for rank, candidate_id in enumerate(pool, 1)}
    return {i: label_of(ranks[i]) if i in ranks else UNNAMED for i in ids}


def label_of(rank: int) -> str:
    """Return what somebody with a rank is called where no names may be read."""
    return f"Candidate #{rank}"


def unmask(text: str, pool: Sequence[str], names: Mapping[str, str]) -> str:
    """Return the text with names for placeholders; a rank nobody has stays `#7`."""

    def name(mark: re.Match[str]) -> str:
        if mark["id"]:
            return names.get(mark["id"], GONE)
        at = int(mark["rank"]) - 1
        return names.get(pool[at], GONE) if 0 <= at < len(pool) else f"#{mark['rank']}"

    return _UNSURE.sub(lambda m: m[1].title(), PERSON_MARK.sub(name, text))
