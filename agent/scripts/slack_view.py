"""Holds what a person sees of a turn in Slack to what the turn told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from agent.events import Event
from agent.scripts.fake_slack import Message
from tools.people.name_evidence import fold, is_everyday

_UNSEEN = re.compile(r"[\s\u2060\x00-\x1f\x7f]+")
_WORD = re.compile(r"[^\W\d_]+")
_CUT = 70
"""Characters of a quote that are always shown; a card leaves out what does not fit after them."""


def unseen(events: Sequence[Event], messages: Sequence[Message], *, named: bool = True) -> str:
    """Return what is wrong with the messages of a turn, "" when all that was told is seen.

    People need not be seen by name where `named` is not set.
    """
    if not messages:
        return "nothing of the turn is seen"
    called = [mention for message in messages for mention in message.mentions]
    if called:
        return f"somebody is called: {called[0]}"
    if any(message.streaming for message in messages):
        return "a message was left unfinished"
    seen = _bare("".join(message.read() for message in messages))
    missing = next((text for text in _told(events, named) if _bare(text) not in seen), None)
    return "" if missing is None else f"{missing[:80]!r} is not seen"


def people_of(events: Sequence[Event]) -> set[str]:
    """Return the names of everybody whom a turn shows."""
    return {str(row["name"]) for event in events for row in _people(event) if row.get("name")}


def leaked(names: Collection[str], messages: Sequence[Message]) -> str:
    """Return the name of somebody who is named in the messages, in full or by a last name."""
    seen = fold(" ".join(message.read() for message in messages))
    words, bare = set(_WORD.findall(seen)), _bare(seen)
    for name in sorted(names):
        last = (_WORD.findall(fold(name)) or [""])[-1]
        alone = len(last) > 3 and last in words and not is_everyday(last)
        if alone or (" " in name.strip() and _bare(fold(name)) in bare):
            return name
    return ""


def _told(events: Sequence[Event], named: bool) -> Iterator[str]:
    """Yield the answer, the people with their quotes, and the error of a turn."""
    if any(event.name == "error" for event in events):
        yield from (str(e.data["message"]) for e in events if e.name == "error")
        return
    yield "".join(str(event.data["text"]) for event in events if event.name == "token")
    for event in events:
        if named:
            yield from (str(row["name"]) for row in _people(event) if row.get("name"))
        for row in _people(event) if event.name == "candidates" else ():
            yield from (v["quote"][:_CUT] for v in row["verdicts"] if v.get("quote"))


def _people(event: Event) -> Sequence[Mapping[str, Any]]:
    match event.name:
        case "candidates":
            return list(event.data["shown"])
        case "explanation":
            return [event.data]
        case "comparison":
            return list(event.data["people"])
        case "shortlist":
            return list(event.data["shortlist"])
    return ()


def _bare(text: str) -> str:
    """Return a text without what layout changes: spaces, breaks, joiners that hold links off."""
    return _UNSEEN.sub("", text)
