"""Corrects the job that is sought in one word of it: "physics, not math", "Haskell developer"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.offline.phrasebook import phrasebook
from agent.offline.reading import read
from agent.offline.situation import Situation
from tools.criteria import Criteria, Criterion
from tools.request import tools_of_titles
from tools.vocabulary.titles import canonical_title, title_similarity
from tools.vocabulary.trade_endings import ends_as_trade

_SAID = phrasebook("job_corrections")

_IN_PLACE = re.compile(r"\binstead\W*$|\bchanged my mind\b", re.IGNORECASE)
_KINDRED = 0.5
"""Likeness from which two jobs are of one trade and ask for the same licences."""


def reworded_title(criteria: Criteria, old: str, new: str) -> tuple[Criterion, str] | None:
    """Return the title with one word for another, and the id it had: "Physics Teacher"."""
    word = re.compile(rf"\b{re.escape(_bare(old))}\b", re.IGNORECASE)
    for wish in criteria:
        if wish.kind != "title" or wish.weight == "avoid" or wish.any_of:
            continue
        said = word.sub(lambda _: _bare(new), str(wish.value))
        title = canonical_title(said) if said != wish.value else None
        if title is not None:
            return Criterion("title", title, wish.weight), wish.id
    return None


def former_tools(now: Situation, said: Criteria) -> list[str]:
    """Return the ids of tools that went with the former title, where the new one has its own.

    "Haskell developer" after "COBOL developer" asks for no COBOL; "also Haskell developers" would.
    Another trade "instead" asks for none of the licences of the former one.
    """
    held = sought_titles(now.criteria)
    if held and _IN_PLACE.search(now.text) and another_trade(said, held):
        return [c.id for c in now.criteria if c.kind == "certification"]
    fresh = (
        set(tools_of_titles(now.text)) if held and not _SAID["joins"].search(now.text) else set()
    )
    if not fresh or not any(c.kind == "title" for c in said):
        return []
    former = set(tools_of_titles(now.asked))
    for title in held:
        former.update(tools_of_titles(str(title.value)))
    former -= {value for c in said for value in c.values}
    return [c.id for c in now.criteria if c.kind == "skill" and set(c.values) <= former]


def sought_titles(criteria: Criteria) -> list[Criterion]:
    """Return the wishes for a job, without those for a job nobody shall have."""
    return [c for c in criteria if c.kind == "title" and c.weight != "avoid"]


def jobs_said(text: str, criteria: Criteria) -> list[Criterion]:
    """Return the wishes for a job among those of a text, be it one that nothing knows."""
    trades = read(text).trades
    return [*sought_titles(criteria), *(c for c in criteria if c.id in trades)]


def jobs_held(criteria: Criteria) -> list[Criterion]:
    """Return the wishes on the desk for a job; one that nothing knows is told by its ending."""
    trades = [c for c in criteria if c.kind == "text" and c.weight != "avoid"]
    ending = (c for c in trades if all(ends_as_trade(v.split()[-1].casefold()) for v in c.values))
    return [*sought_titles(criteria), *ending]


def another_trade(said: Criteria, held: Sequence[Criterion]) -> bool:
    """Return whether the jobs said have nothing to do with those held: an LPN is a nurse still."""
    titles = [v for c in sought_titles(said) for v in c.values]
    former = [v for c in held for v in c.values]
    return bool(titles) and not any(
        title_similarity(t, f) >= _KINDRED for t in titles for f in former
    )


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|an?|some)\s+", "", words.strip(" .,!?'\""), flags=re.IGNORECASE)
