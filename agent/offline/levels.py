"""Reads a level that is let in beside others: "juniors are fine" asks for no junior."""

from __future__ import annotations

import re

from agent.offline.plan import Plan, arguments, call, say
from agent.offline.situation import Situation
from tools.criteria import Criterion
from tools.request import welcomed_levels
from tools.vocabulary.titles import canonical_title, seniority

ALL_WELCOME = "Your search leaves no level out, so the list stays as it is."
_NAMES_MORE = re.compile(r"\b(?:but|with|years?|in|near|only|and (?!juniors?|interns?))\b", re.I)
_LONGEST = 10
"""Words of a message that says nothing else."""


def read_welcome(now: Situation) -> Plan | None:
    """Return a wider search for a level let in, where the wishes on the desk leave it out."""
    if not now.criteria or len(now.text.split()) > _LONGEST or _NAMES_MORE.search(now.text):
        return None
    levels = welcomed_levels(now.text)
    if not levels:
        return None
    titles = [c for c in now.criteria if c.kind == "title"]
    avoided = [c for c in titles if c.weight == "avoid" and _says_one(c, levels)]
    bound = [(c, _unbound(c)) for c in titles if c.weight != "avoid" and not _says_one(c, levels)]
    wider = [(c, name) for c, name in bound if name]
    if not avoided and not wider:
        return say(ALL_WELCOME)
    plain = tuple(Criterion("title", name, c.weight) for c, name in wider)
    return call(
        "filter_candidates",
        add=arguments(plain),
        remove=[c.id for c in (*avoided, *(c for c, _ in wider))],
    )


def _says_one(wish: Criterion, levels: tuple[str, ...]) -> bool:
    words = {word for value in wish.values for word in value.casefold().split()}
    return any(level.casefold() in words for level in levels)


def _unbound(wish: Criterion) -> str | None:
    """Return the title without a level that was asked for, or None where it has none of its own."""
    name = canonical_title(str(wish.value))
    bound = name is not None and not wish.any_of and seniority(name) != seniority(str(wish.value))
    return name if bound and name != wish.value else None
