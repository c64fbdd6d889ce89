"""What the planner knows when it decides: the message, the desk and the turn before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from agent.offline.openers import without_pleasantries
from agent.offline.slips import mend_steering
from tools.criteria import Criteria, Criterion
from tools.request import as_seen

LONGEST_MESSAGE = 60_000
"""Characters of a message that are read; the rest can only be noise."""

_LONG = 400
"""Characters from which a message is a letter, whose greeting is read with it."""

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_CLIPPED = re.compile(
    r"\b(what|who|where|when|how|that|there|\d(?:st|nd|rd|th) one)(s)\b|"
    r"\b(do|does|did|is|are|was|has|have)n(t)\b",
    re.I,
)
"""Words whose apostrophe a quick hand leaves out: "whats", "doesnt"."""
_EM = re.compile(r"(\b(?:show|list|see|compare|keep|drop|give|get)(?: me| us)? )'?em\b")
_ANSWERED = re.compile(r"\n(?=In part:|I found nothing|Not so:|Those who )")
_ANYTHING = re.compile(r"(?s).")
LISTED = re.compile(
    r"(?P<who>[^\n]*?)\b(?:is|are) (?P<how>on your shortlist now|off your shortlist)\."
)
"""How an answer tells of a change of the shortlist."""
_PERSON = re.compile(r"⟨[#@][^⟩\s]{1,120}⟩")


class Situation(msgspec.Struct, frozen=True):
    """One message in its context.

    `asked` and `said` are the recruiter's previous message and the answer to it, `listed` the last
    answer that told of a change of the shortlist; `ambiguous` maps a name to the placeholders it
    may stand for; `shown` are ranks; `settings` leave people out of the list, each by id and in
    words, and `hidden` are those the recruiter hid.
    """

    text: str
    criteria: Criteria = ()
    shown: tuple[int, ...] = ()
    total: int = 0
    more: bool = False
    discussed: str = ""
    shortlist: tuple[str, ...] = ()
    ambiguous: dict[str, tuple[str, ...]] = {}
    asked: str = ""
    said: str = ""
    listed: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def searched(self) -> bool:
        """Return whether there is anything on the desk to speak about."""
        return bool(self.criteria or self.shown)

    def recent_people(self) -> tuple[str, ...]:
        """Return the people of the last exchange, in order of mention, as tool references."""
        found = _PERSON.findall(self.asked) or _PERSON.findall(_ANSWERED.split(self.said)[0])
        return tuple(dict.fromkeys(p.strip("⟨⟩") for p in found))

    def saying(self, text: str) -> Situation:
        """Return the same situation with another message."""
        return msgspec.structs.replace(self, text=text)


def read_situation(messages: Sequence[BaseMessage]) -> Situation:
    """Return what the messages say up to and including the last one of the recruiter."""
    last = max((i for i, m in enumerate(messages) if isinstance(m, HumanMessage)), default=-1)
    desk = _desk(messages)
    current = messages[last] if last >= 0 else HumanMessage("")
    ambiguous = current.additional_kwargs.get("ambiguous") or {}
    return Situation(
        text=tidy(str(current.text)),
        criteria=tuple(wish(c) for c in desk.get("criteria", ())),
        shown=tuple(desk.get("shown", ())),
        total=int(desk.get("total", 0)),
        more=bool(desk.get("more", False)),
        discussed=str(desk.get("discussed", "")),
        shortlist=tuple(desk.get("shortlist", ())),
        ambiguous={k: tuple(v) for k, v in ambiguous.items()},
        asked=_previous(messages[:last], HumanMessage),
        said=_previous(messages[:last], AIMessage),
        listed=_previous(messages[:last], AIMessage, LISTED),
        settings=tuple((s["id"], str(s["words"]).casefold()) for s in desk.get("settings", ())),
        hidden=tuple(str(p).strip("⟨⟩") for p in desk.get("hidden", ())),
    )


def tidy(text: str) -> str:
    """Return the message with plain quotation marks and steering words mended, its courtesy gone.

    It is bounded in length.
    """
    plain = as_seen(text).text[:LONGEST_MESSAGE].translate(_STRAIGHT).strip()
    spelt = mend_steering(_EM.sub(r"\1them", _CLIPPED.sub(_apostrophe, plain)))
    return spelt if len(spelt) > _LONG else without_pleasantries(spelt)


def _apostrophe(match: re.Match[str]) -> str:
    word, s, verb, t = match.groups()
    return f"{word}'{s}" if word else f"{verb}n'{t}"


def wish(public: Mapping[str, Any]) -> Criterion:
    """Return the criterion that `Criterion.public()` showed."""
    return msgspec.convert({k: v for k, v in public.items() if k != "id"}, Criterion)


def _desk(messages: Sequence[BaseMessage]) -> Mapping[str, Any]:
    for message in messages:
        if isinstance(message, SystemMessage) and "desk" in message.additional_kwargs:
            desk: Mapping[str, Any] = message.additional_kwargs["desk"]
            return desk
    return {}


def _previous(
    messages: Sequence[BaseMessage], role: type[BaseMessage], says: re.Pattern[str] = _ANYTHING
) -> str:
    for message in reversed(messages):
        if isinstance(message, role) and says.search(text := str(message.text)):
            return text
    return ""
