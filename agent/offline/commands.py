"""Reads the commands that speak of the list itself: undo, start over, show more, which wishes."""

from __future__ import annotations

import re

from agent.offline.phrasebook import answers, chatter, phrasebook
from agent.offline.plan import Plan, call, say
from agent.offline.reading import wishes
from agent.offline.references import number
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH
from agent.offline.wishes import same_role

_SAID = phrasebook("commands")
REDO = _SAID["redo"]
ASKS_WISHES = _SAID["asks_wishes"]
ASKS_COUNT = _SAID["asks_count"]
TOO_STRICT = _SAID["too_strict"]
ASKS_INDEX = _SAID["asks_index"]
OF_PLACES, BETWEEN_PLACES = _SAID["of_places"], _SAID["between_places"]
"""Orders about people alone by the places they have on screen, and where one of them ends."""
KEPT_FIRST = _SAID["kept_first"]
STEP = _SAID["step"]
"""Where one order of a message ends and the next begins."""

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"

_SHORT = 9
"""Words that may follow "go back" before it is about something else."""
_UNDO_WORD = re.compile(r"\b(?:undo|redo|revert)\b", re.IGNORECASE)

_FORGET_EXCEPT = re.compile(r"^\s*(?:but|except|besides|apart from|other than)\b", re.IGNORECASE)


def read_undo(now: Situation) -> Plan | None:
    """Return an undo for "undo", "go back", "take that back", with a number of steps if given."""
    if REDO.match(now.text):
        return call("undo", redo=True, steps=_steps(_UNDO_WORD.sub("", now.text)))
    found = _SAID["undo"].match(now.text)
    if not found and not _SAID["undo_late"].search(now.text):
        return None
    if found and now.shown[:1] == (1,) and "page" in found[0].casefold():
        return say(answers()["firstpage"])
    if found and _returns_to_former(now, found["rest"]):
        return call("undo", steps=1)
    if found and not (_SAID["undo_rest"].match(found["rest"]) or _only_steers(found["rest"])):
        return None
    return call("undo", steps=_steps(now.text))


def split_start_over(text: str) -> str | None:
    """Return what follows "start over" or "new search: …", or None where nothing starts over."""
    found = _SAID["over"].match(text)
    if not found and _SAID["over_late"].search(text):
        return ""
    if not found or _FORGET_EXCEPT.match(found["rest"]):
        return None
    return re.sub(
        r"^(?:[\s:;,.!–-]|(?:from scratch|please|now|with|for|and|then)\b)+",
        "",
        found["rest"],
    ).strip(" :;,.!–-")


def after_start_over(text: str) -> str:
    """Return what follows "start over" word for word, such as what is to be kept."""
    found = _SAID["over"].match(text)
    return found["rest"] if found else ""


def read_more(now: Situation) -> Plan | None:
    """Return the next page for "more", "next 5", "who else?"."""
    found = _SAID["more"].match(_more_of_the_same(now))
    if not found:
        return None
    if not now.searched:
        return say(NO_SEARCH)
    word = found["n1"] or found["n2"] or ""
    if re.fullmatch(_NUMBER, word, re.IGNORECASE):
        return call("show_more", count=number(word))
    return call("show_more")


def _more_of_the_same(now: Situation) -> str:
    """Return the message with "more cooks" said as "more", when cooks are what is on screen."""
    found = _SAID["more_of"].match(now.text)
    held = [str(c.value) for c in now.criteria if c.kind == "title"]
    asked = [str(c.value) for c in wishes(found["what"])] if found and held else []
    alike = len(asked) == 1 and any(same_role(asked[0], title) for title in held)
    return now.text[: found.start("what")] if found and alike else now.text


def _returns_to_former(now: Situation, rest: str) -> bool:
    """Return whether "go back to Java" names what the last message gave up for another."""
    found = _SAID["to_former"].match(rest)
    what = found["what"].casefold() if found else ""
    given_up = re.search(rf"(?<![\w.+#]){re.escape(what)}(?![\w+#])", now.asked.casefold())
    return bool(what and given_up and _SAID["gave_up"].search(now.asked)) and not any(
        what == str(value).casefold() for c in now.criteria for value in c.values
    )


def _only_steers(rest: str) -> bool:
    said = re.findall(r"[^\W_]+", rest.casefold())
    return len(said) <= _SHORT and all(word in chatter() for word in said)


def _steps(text: str) -> int:
    if re.search(r"\btwice|\bboth\b", text, re.IGNORECASE):
        return 2
    found = _SAID["steps"].search(text)
    again = len(_UNDO_WORD.findall(text))
    if again > 1 and not found:
        return min(20, again)
    return max(1, min(20, number(found["n"] or found["m"]))) if found else 1
