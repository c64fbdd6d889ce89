"""Holds what a person sees of a turn in Slack to what the turn told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agent.events import Event
from agent.scripts.workspace import Message

_UNSEEN = re.compile(r"[\s\u2060\x00-\x1f\x7f]+")
_CUT = 120
"""Characters of a quote that are always shown; a card leaves out what does not fit after them."""


def unseen(events: Sequence[Event], messages: Sequence[Message]) -> str:
    """Return what is wrong with the messages of a turn, "" when all that was told is seen."""
    if not messages:
        return "nothing of the turn is seen"
    called = [mention for message in messages for mention in message.mentions]
    if called:
        return f"somebody is called: {called[0]}"
    if any(message.streaming for message in messages):
        return "a message was left unfinished"
    seen = _bare("".join(message.read() for message in messages))
    missing = next((text for text in _told(events) if _bare(text) not in seen), None)
    return "" if missing is None else f"{missing[:80]!r} is not seen"


def _told(events: Sequence[Event]) -> Iterator[str]:
    """Yield the answer, the people with their quotes, and the error of a turn."""
    if any(event.name == "error" for event in events):
        yield from (str(e.data["message"]) for e in events if e.name == "error")
        return
    yield "".join(str(event.data["text"]) for event in events if event.name == "token")
    for event in events:
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
