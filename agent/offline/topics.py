"""Reads a question about one side of a person: where they studied, whom they worked for."""

from __future__ import annotations

import re

from agent.offline.all_shown import tell_all
from agent.offline.deeds import read_deed
from agent.offline.plan import Plan, arguments, call, say
from agent.offline.questions import ask_of, asked_people, read_wishes
from agent.offline.reading import wishes
from agent.offline.references import find_people, rank_of, unresolved
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH, WHO_DO_YOU_MEAN
from tools.criteria import Criteria, Criterion
from tools.topics import Topic

_OPENS = re.compile(
    r"^(?:(?:and|ok|okay|so|but|now|well|also|great|thanks|please|hey)[,:]?\s+)*"
    r"(?:(?:can|could|would) you (?:please )?)?"
    r"(?:what(?:'s)?|which|where|who(?:m|'s)?|for whom|when|how long|list|show me|tell me|give me"
    r"|do you know|any idea|(?:(?:are|is) there )?(?:any|an?) gaps?)\b",
    re.IGNORECASE,
)
_TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    (
        "skills",
        re.compile(
            r"^\W*(?:(?:and|so|ok|but)\W+)*(?:what|which)(?: (?:other|key|main|technical|kind of))*"
            r" (?:skills?|tools?|technolog\w+|software|systems?|programs?|tech stack|stack)"
            r" (?:does|do|did|has|have|is|are|can)\b"
            r"|(?:\b(?:their|his|her)|'s) (?:\w+ )?(?:skills?(?: ?sets?)?|tools|tech stack)\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        "education",
        re.compile(
            r"\b(?:stud(?:y|ied|ies)|degrees?|universit\w+|college|schools?|schooling|education"
            r"|graduate[ds]?|graduated|diplomas?|alma mater|academic\w*)\b",
            re.IGNORECASE,
        ),
    ),
    ("languages", re.compile(r"\blanguages?\b", re.IGNORECASE)),
    (
        "certifications",
        re.compile(
            r"\b(?:certifications?|certificates?|certified|certs?|licen[cs]es?|credentials|accreditations?"
            r"|registrations?|registered|licen[cs]ed|chartered|(?:called|admitted) to|the bar)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "earlier_positions",
        re.compile(
            r"\b(?:before (?:that|this|then|now"
            r"|(?:the|their|his|her) (?:current|latest|last|present))"
            r"|previous(?:ly)?|earlier|prior|former(?:ly)?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "latest_position",
        re.compile(
            r"\b(?:current(?:ly)?|last|latest|most recent(?:ly)?|present)\b.{0,200}"
            r"\b(?:jobs?|roles?|positions?|employers?|title|compan(?:y|ies)|work\w*|do(?:es|ing)?|employed)\b"
            r"|\b(?:doing|working|works?|employed)\b.{0,200}\b(?:now|these days|today|at the moment"
            r"|at present|currently)\b|\bwho(?:m)? (?:does|do) .{1,200} work for\b"
            r"|\bwhere does .{1,200} work\b"
            r"|\bwhat (?:does|do) .{1,40}? do(?: for (?:a living|work))?(?: now)?\W*$"
            r"|\bstill (?:work\w*|employed|there|in (?:that|the same))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "positions",
        re.compile(
            r"\b(?:what (?:did|has|have) .{1,40}? (?:do|done|been doing)\b|employers?"
            r"|work(?:ed|ing)? (?:for|at|before)|jobs?|positions?|roles?"
            r"|career|work (?:history|experience)|employment|companies|worked"
            r"|gaps? in\b.{0,40}\b(?:cv|r[ée]sum[ée]|dates))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "location",
        re.compile(
            r"\bwhere (?:does|do|is|are|'s)\b.{0,200}\b(?:live|living|based|located|from|reside)\b"
            r"|\b(?:city|town|country|location|home)\b",
            re.IGNORECASE,
        ),
    ),
)
_WHICH = re.compile(r"^\W*(?:(?:and|so|ok|but)\W+)*(?:which|who(?:se|'s)?)\b", re.IGNORECASE)
_OF_A_LIST = re.compile(r"\b(?:leads|comes next|ranked)\b")
"""Words of an answer about a list, which names its first one only to begin with."""
_HELD_IN = re.compile(
    r"^\W*(?:(?:and|so|ok|but)\W+)*(?:which|who|whose|any|do|does|did|is|are|has|have|was)\b.*"
    r"\b(?:(?P<studied>stud(?:y|ied)|graduated?|degrees?|went to (?:school|college|university))"
    r"|licen[cs]ed?|certified|registered|chartered|admitted|called)\b[^,;?]{0,30}\b(?:in|from)\b",
    re.IGNORECASE,
)
"""Asks where somebody studied or may work: "who is licensed in Texas?"."""
_WHETHER = re.compile(r"^\W*(?:(?:and|so|but)\s+)?(?:do|does|did|has|have|had|is|was|are)\b", re.I)
_JUDGES = re.compile(r"\b(?:fit|match|suit\w*|good for|qualif\w+|missing|lack\w*|why)\b", re.I)

_LEAD = r"^\W*(?:(?:and|ok|okay|so|but|now|please)\W+)*"
_MOST = (
    r"(?:the )?(?:most|least|fewest|longest|highest|lowest|shortest|more)"
    r" (?:years(?: of experience)?|experienced?|senior|junior|career)"
)
_BY_YEARS = re.compile(
    rf"^\W*(?:(?:and|ok|okay|so|but|now|please|then)\W+)*(?:"
    r"(?:who|which)\b(?: (?:one|person|candidate|of \w+))?(?: here)?(?:'s| is| has| have| with)?"
    rf"(?: {_MOST}|(?: got)? (?:the )?(?:longest|most|least|fewest))"
    rf"|(?:{_MOST})(?: first)?"
    r"|(?:who|which|is there|are there|is|are|any)\b.{0,30} over-?qualified"
    r"|(?:(?:can|could) you )?(?:sort|rank|order|re-?order|arrange|list|show)(?: \w+){0,3} by "
    r"(?:the )?(?:number of |most |total )?(?:years|experience|seniority)(?: of experience)?"
    r")(?: (?:first|here|on (?:the|this) (?:list|page|screen)|(?:of|among) (?:them|these|those)"
    r"|in total|overall|please))*\W*$",
    re.IGNORECASE,
)
_MOST_OF = re.compile(
    rf"{_LEAD}(?:who|which)\b.{{0,30}}"
    r"\b(?:the )?(?:most|fewest|highest|best) "
    r"(?:degrees?|education|languages?|certifications?|certificates?|certs|licen[cs]es|credentials"
    r"|jobs|employers|positions)\W*$",
    re.IGNORECASE,
)


_HOW_LONG = re.compile(rf"{_LEAD}(?:for )?(?:how long|how many years|since when)\b", re.IGNORECASE)
MOST_IN = re.compile(
    rf"{_LEAD}(?:who|which)\b.{{0,30}}\b(?:the )?(?:most|longest|more) (?:years |time |experience )"
    r"(?:of experience |experience )?(?:in|with|as|doing|of|at|working (?:in|with|as)|on|using)?"
    r"\s*(?:an? |the )?(?P<what>[^?.,;!]{2,40}?)\W*$",
    re.IGNORECASE,
)
"""Asks who did one thing longest: "who has the most experience bartending?"."""
_AT_ALL = 1
"""Years by which it is asked how long somebody did something at all."""


_LONGEST_SERVED = re.compile(
    rf"{_LEAD}(?:who|which)\b.{{0,40}}\b(?:(?:same|one|their|current|a single) "
    r"(?:company|employer|job|place|role|position)\b.{0,20}\blongest|longest\b.{0,20}"
    r"\b(?:same|one|their|current|a single) (?:company|employer|job|place|role|position)"
    r"|stay(?:ed|s) (?:the )?longest)\b",
    re.IGNORECASE,
)


def read_by_years(now: Situation) -> Plan | None:
    """Return the years of those on screen where it is asked who has most; no list is re-sorted."""
    if now.shown and _LONGEST_SERVED.match(now.text):
        return tell_all(now, "latest_position")
    if not now.shown or not _BY_YEARS.match(now.text):
        return None
    return tell_all(now, "years")


def read_telling(now: Situation) -> Plan | None:
    """Return an explanation of one side of the people asked about, or None for other questions."""
    if plan := read_how_long(now) or _most_told(now) or _held_in(now):
        return plan
    if not _asks_openly(now):
        return None
    topic = _topic_of(now.text)
    mentions = find_people(now)
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
    held = _HELD_IN.search(now.text) if now.shown else None
    kinds = {"subject" if c.subject else c.kind for c in read_wishes(now)} if held else set()
    if not held or "location" not in kinds or not kinds <= {"location", "text", "education"}:
        return None
    topic: Topic = "education" if held["studied"] else "certifications"
    if who := asked_people(now):
        return call("explain_match", people=list(who), about=topic)
    return tell_all(now, topic)


def _told_of_them(now: Situation, topic: Topic) -> Plan | None:
    """Return one side of the one just spoken of, whom "their" may mean too, or of all on screen."""
    said = dict(_TOPICS)[topic].sub(" ", now.text)
    if _WHICH.match(now.text) or any(c.kind != "text" for c in read_wishes(now.saying(said))):
        return None
    spoken_of = now.recent_people()
    if len(spoken_of) == 1 and not _OF_A_LIST.search(now.said):
        return call("explain_match", people=list(spoken_of), about=topic)
    return tell_all(now, topic) if now.shown else None


def read_how_long(now: Situation) -> Plan | None:
    """Return a check of the years that one of those shown spent on a trade or a skill."""
    if not now.shown or not _HOW_LONG.match(now.text):
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
    found = _MOST_OF.match(now.text) if now.shown else None
    topic = _topic_of(found[0]) if found else None
    return tell_all(now, topic) if topic else None


def _topic_of(text: str) -> Topic | None:
    """Return the side of somebody that a text speaks of."""
    return next((name for name, words in _TOPICS if words.search(text)), None)


def _asks_openly(now: Situation) -> bool:
    """Return whether a side of somebody is asked for, and nothing that could be looked for."""
    if _JUDGES.search(now.text):
        return False
    if _OPENS.match(now.text):
        return True
    return bool(_WHETHER.match(now.text)) and all(c.kind == "text" for c in read_wishes(now))
