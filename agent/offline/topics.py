"""Reads a question about one side of a person: where they studied, whom they worked for."""

from __future__ import annotations

import re

import msgspec

from agent.offline.deeds import read_deed
from agent.offline.phrasebook import phrasebook
from agent.offline.plan import Plan, arguments, call, say
from agent.offline.questions import SHOWN, ask_of, asked_people, read_wishes
from agent.offline.reading import wishes
from agent.offline.references import find_people, rank_of, remainder, unresolved
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH, WHO_DO_YOU_MEAN
from tools.criteria import Criteria, Criterion
from tools.topics import Topic

_SAID = phrasebook("topics")
MOST_IN = _SAID["most_in"]
"""Asks who did one thing longest: "who has the most experience bartending?"."""

_MOST_TOLD = 10
_OF_ANY = {msgspec.convert(side, Topic): asks for side, asks in phrasebook("any_shown").items()}
"""Asks whether any of those on screen has any of one side: "who is certified?"."""
_TOPICS = {msgspec.convert(side, Topic): said for side, said in phrasebook("sides").items()}
_WHICH = re.compile(r"^\W*(?:(?:and|so|ok|but)\W+)*(?:which|who(?:se|'s)?)\b", re.IGNORECASE)
_OF_A_LIST = re.compile(r"\b(?:leads|comes next|ranked)\b")
"""Words of an answer about a list, which names its first one only to begin with."""
_WHETHER = re.compile(r"^\W*(?:(?:and|so|but)\s+)?(?:do|does|did|has|have|had|is|was|are)\b", re.I)
_JUDGES = re.compile(r"\b(?:fit|match|suit\w*|good for|qualif\w+|missing|lack\w*|why)\b", re.I)


_AT_ALL = 1
"""Years by which it is asked how long somebody did something at all."""


def read_all_shown(now: Situation) -> Plan | None:
    """Return what the résumés on screen tell on the side that a question asks any of them for."""
    topic = next((side for side, asks in _OF_ANY.items() if asks.match(now.text)), None)
    return _tell_all(now, topic) if topic and now.shown else None


def read_by_years(now: Situation) -> Plan | None:
    """Return the years of those on screen where it is asked who has most; no list is re-sorted."""
    if now.shown and _SAID["longest_served"].match(now.text):
        return _tell_all(now, "latest_position")
    if not now.shown or not _SAID["by_years"].match(now.text):
        return None
    return _tell_all(now, "years")


def read_telling(now: Situation) -> Plan | None:
    """Return an explanation of one side of the people asked about, or None for other questions."""
    if plan := read_how_long(now) or _most_told(now) or _held_in(now):
        return plan
    topic = _topic_of(now.text)
    mentions = find_people(now)
    rest = _TOPICS[topic].sub(" ", remainder(now.text, mentions)) if topic else now.text
    if not (_asks_openly(now) or (mentions and _SAID["named_alone"].match(rest))):
        return None
    if uses := _uses(now):
        return uses
    deed = "" if topic else read_deed(now.text, mentions)
    if not topic and not deed:
        return None
    if not any(m.kind not in {"plural", "all", "group"} for m in mentions):
        return _told_of_them(now, topic) if topic and mentions else None
    if who := asked_people(now):
        about = {"about": "deeds", "deed": deed} if deed else {"about": topic}
        return call("explain_match", people=list(who), **about)
    if not unresolved(mentions):
        return None
    return say(WHO_DO_YOU_MEAN if now.shown else NO_SEARCH)


def _held_in(now: Situation) -> Plan | None:
    """Return the licences or studies of those asked about, where a place is said: it is no home."""
    held = _SAID["held_in"].search(now.text) if now.shown else None
    kinds = {"subject" if c.subject else c.kind for c in read_wishes(now)} if held else set()
    if not held or "location" not in kinds or not kinds <= {"location", "text", "education"}:
        return None
    topic: Topic = "education" if held["studied"] else "certifications"
    if who := asked_people(now):
        return call("explain_match", people=list(who), about=topic)
    return _tell_all(now, topic)


def _uses(now: Situation) -> Plan | None:
    """Return a check for the means, or the field, with which it is asked what somebody did."""
    found, who = _SAID["uses"].search(now.text), asked_people(now)
    kinds = (*SHOWN, "text") if found and found["means"] else SHOWN
    said = tuple(c for c in (wishes(found["what"]) if found and who else ()) if c.kind in kinds)
    return ask_of(who, said) if said and all(rank_of(p) in now.shown for p in who) else None


def _told_of_them(now: Situation, topic: Topic) -> Plan | None:
    """Return one side of the one just spoken of, whom "their" may mean too, or of all on screen."""
    said = _TOPICS[topic].sub(" ", now.text)
    if _WHICH.match(now.text) or any(c.kind != "text" for c in read_wishes(now.saying(said))):
        return None
    spoken_of = now.recent_people()
    if len(spoken_of) == 1 and not _OF_A_LIST.search(now.said):
        return call("explain_match", people=list(spoken_of), about=topic)
    return _tell_all(now, topic) if now.shown else None


def read_how_long(now: Situation) -> Plan | None:
    """Return a check of the years that one of those shown spent on a trade or a skill."""
    if not now.shown or not _SAID["how_long"].match(now.text):
        return None
    who = asked_people(now)
    years = _years_in(read_wishes(now))
    if not years or not who or not all(rank_of(p) in now.shown for p in who):
        return None
    return ask_of(who, years)


def read_most_in(now: Situation) -> Plan | None:
    """Return the years of everybody shown in one trade or skill, where it is asked who has most."""
    found = MOST_IN.match(now.text) if now.shown else None
    years = _years_in(wishes(found["what"])) if found else ()
    if not years:
        return None
    return call("filter_candidates", add=arguments(years), among="shown")


def _years_in(said: Criteria) -> Criteria:
    """Return the wish for years in the first trade, skill or field that is said, if any."""
    named = [str(c.value) for c in said if c.kind in ("title", "skill", "industry")]
    return (Criterion("min_years", _AT_ALL, subject=named[0]),) if named else ()


def _most_told(now: Situation) -> Plan | None:
    """Return one side of all on screen where it is asked who has most of it."""
    found = _SAID["most_of"].match(now.text) if now.shown else None
    topic = _topic_of(found[0]) if found else None
    return _tell_all(now, topic) if topic else None


def _topic_of(text: str) -> Topic | None:
    """Return the side of somebody that a text speaks of."""
    return next((name for name, words in _TOPICS.items() if words.search(text)), None)


def _asks_openly(now: Situation) -> bool:
    """Return whether a side of somebody is asked for, and nothing that could be looked for."""
    if _JUDGES.search(now.text):
        return False
    if _SAID["opens"].match(now.text):
        return True
    return bool(_WHETHER.match(now.text)) and all(c.kind == "text" for c in read_wishes(now))


def _tell_all(now: Situation, topic: Topic) -> Plan:
    """Return an explanation of one side of everybody on screen."""
    return call("explain_match", people=[f"#{n}" for n in now.shown[:_MOST_TOLD]], about=topic)
