"""Reads words that are a job only together: "secondary (school) teacher", "pastry" after "chef"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.criteria import Criteria, Criterion
from tools.request.draft import Found
from tools.request.filler import FILLER
from tools.vocabulary.titles import canonical_title, occupation_of

# Tried where a word begins only: a run of letters without spaces is then read once.
_OPTIONAL = re.compile(
    r"(?<![^\W\d_])(?P<left>[^\W\d_]+) \((?P<inner>[^\W\d_]+)\)(?= (?P<right>[^\W\d_]+))"
)
_ONE = re.compile(r"\b(?:an?|the|only|just|but) (?P<word>[^\W\d_][\w-]+) ones?\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_][\w'&/-]*")
_BESIDES = re.compile(r"\b(?:also|too|as well|or|and|add|plus)\b", re.IGNORECASE)
_MOST_WORDS = 3
_NARROWED = frozenset({"text", "industry"})
"""Kinds of wish that may have been part of a job's name; a skill or a place says more by itself."""

_NOT_ALONE = re.compile(r"\bnot\b.*\b(?:only|just)\b", re.IGNORECASE)


def opened(text: str) -> str:
    """Return the text without brackets inside the name of a job, every offset as it was."""
    return _OPTIONAL.sub(
        lambda m: (
            f"{m['left']}  {m['inner']} "
            if canonical_title(f"{m['left']} {m['inner']} {m['right']}")
            else m.group()
        ),
        text,
    )


def narrowed_title(text: str, found: Sequence[Found], known: Criteria) -> Found | None:
    """Return the job that the text makes of the one on the desk, where it says nothing else."""
    held = [c for c in known if c.kind == "title" and c.weight == "must"]
    if not held or _BESIDES.search(text) or _NOT_ALONE.search(text):
        return None
    if any(f.criterion.kind not in _NARROWED or f.criterion.weight == "avoid" for f in found):
        return None
    words = [m for m in _WORD.finditer(text) if m.group().casefold() not in FILLER]
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    said = " ".join(m.group() for m in words)
    title = next(filter(None, (_together(said, value) for value in held[-1].values)), None)
    if title is None or title in held[-1].values:
        return None
    return Found(Criterion("title", title), words[0].start(), words[-1].end())


def such_one(text: str, found: Sequence[Found]) -> list[Found]:
    """Return the wishes with "a pastry one" read as the job sought before: a pastry chef."""
    named = _ONE.search(text)
    jobs = [f for f in found if f.criterion.kind == "title" and f.criterion.weight == "must"]
    if named is None or len(jobs) != 1 or jobs[0].start > named.start():
        return list(found)
    title = _together(named["word"], str(jobs[0].criterion.value))
    if title is None:
        return list(found)
    wish = jobs[0].wishing(value=title)
    left, right = named.span("word")
    others = [f for f in found if f is not jobs[0] and not left <= f.start < right]
    return [wish, *others]


def _together(said: str, title: str) -> str | None:
    """Return the job that the words name before a title or before its last word."""
    last = title.split()[-1]
    heads = [title] if occupation_of(last) != occupation_of(title) else [title, last]
    named = ((canonical_title(f"{said} {head}"), canonical_title(head)) for head in heads)
    return next((name for name, bare in named if name and name != bare), None)
