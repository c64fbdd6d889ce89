"""Reads wishes out of a message once, and keeps protected attributes out of them."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from agent.offline.phrasebook import chatter, phrasebook
from agent.offline.refusals import protected_attributes
from tools.criteria import Criteria, Criterion
from tools.request import (
    Reading,
    asked_hours,
    hide_served,
    means_that_role,
    read_request,
    says_by_job,
    tells_deed,
)
from tools.vocabulary.employment import EMPLOYMENTS

_SAID = phrasebook("reading")

_WORD = re.compile(r"[^\W_]+")
_BULK = 0.6
"""The share of a message from which loose words are what it is about."""
_CHOICE = re.compile(r"\s*(?:,\s*)?(?:or|and/or|/)\s*\w", re.IGNORECASE)
"""What makes loose words one of two things to choose from: "Mazak or Haas"."""
_LEVEL = re.compile(r"\b(?:senior|junior|mid|lead|principal|head|entry|chief)", re.IGNORECASE)
_FEW_WORDS = 6
_BEFORE = 60
"""Characters before a wish among which such words are looked for."""
_LONG = 600
"""Characters from which a text is a document, in which words on equal opportunity ask nothing."""


def read(text: str, known: Criteria = ()) -> Reading:
    """Return what the text wishes for; nothing about a protected attribute becomes a wish.

    `known` are the wishes on the desk, to which "seniors only" refers.
    """
    return _read(text, known)


@lru_cache(maxsize=128)
def _read(text: str, known: Criteria) -> Reading:
    reading = _as_written(text, known if _leans_on_desk(text) else ())
    protected, hours = refused(text), asked_hours(text)
    where = {name: (start, end) for name, start, end in reading.spans}
    kept = tuple(
        c
        for c in reading.criteria
        if not _groups(c, text, where.get(c.id, (0, 0)))
        if c.kind != "text"
        or c.value in EMPLOYMENTS
        or c.value in hours
        or not (
            protected
            or _says_nothing(str(c.value))
            or (known and c.id not in reading.trades and _is_aside(text, *where[c.id]))
        )
    )
    return msgspec.structs.replace(reading, criteria=kept)


def _leans_on_desk(text: str) -> bool:
    """Return whether the text may mean another thing beside the job that is sought."""
    if len(text.split()) <= _FEW_WORDS or _LEVEL.search(text):
        return True
    return says_by_job(text) or tells_deed(text) or means_that_role(text)


def _says_nothing(words: str) -> bool:
    """Return whether a phrase only steers the conversation ("sort", "the previous ones")."""
    if "⟨" in words or "⟩" in words or "#" in words.split()[-1][:1]:
        return True
    said = [w for w in _WORD.findall(words.casefold()) if len(w) > 1]
    return all(w in chatter() or w.isdigit() for w in said)


def _is_aside(text: str, start: int, end: int) -> bool:
    """Return whether loose words of a change stand before anything that words a wish.

    "Narrow it down to people with Terraform" asks for Terraform only; "night shifts" alone, or
    "must do night shifts", asks for them.
    """
    if end - start >= _BULK * len(text.strip()) or _CHOICE.match(text, end):
        return False
    if _SAID["weighed"].match(text, end):
        return False
    return not _SAID["frame"].search(text, 0, start) and not _SAID["frame"].match(text, start)


def wishes(text: str, known: Criteria = ()) -> Criteria:
    """Return only the criteria of the text."""
    return read(text, known).criteria if text.strip() else ()


@lru_cache(maxsize=128)
def refused(text: str) -> tuple[str, ...]:
    """Return the protected attributes the text asks about, in words; a document asks for none."""
    if len(text) > _LONG:
        return ()
    reading = _as_written(text, ())
    sought = hide_served(text)
    named = [*protected_attributes(sought)]
    where = {name: (start, end) for name, start, end in reading.spans}
    for wish in reading.criteria:
        named.extend(_groups(wish, text, where.get(wish.id, (0, 0))))
    return tuple(dict.fromkeys((*named, *reading.attributes)))


def _groups(wish: Criterion, text: str, span: tuple[int, int]) -> tuple[str, ...]:
    """Return the protected attributes that a wish of loose words or for a place comes down to.

    `span` is where the text says it: whom somebody works for may be "pregnant women".
    """
    if wish.kind not in ("text", "location"):
        return ()
    named = (a for value in wish.values for a in protected_attributes(value))
    attributes = tuple(dict.fromkeys(named))
    start, end = span
    if not attributes or _SAID["served"].search(text[max(0, start - _BEFORE) : start]):
        return ()
    return attributes if protected_attributes(hide_served(text)[start:end]) else ()


@lru_cache(maxsize=128)
def _as_written(text: str, known: Criteria) -> Reading:
    return read_request(text, known=known)
