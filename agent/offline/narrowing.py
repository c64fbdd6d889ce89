"""Reads who shall stay on the list or go from it: "only those who meet everything", "hide #2"."""

from __future__ import annotations

import re

from agent.offline.edit import Edit
from agent.offline.plan import Plan, arguments, call, say
from agent.offline.questions import ALL_OF_IT, CHECKED, asks_for_all, read_wishes
from agent.offline.references import find_people, people, remainder
from agent.offline.situation import Situation
from tools.criteria import Criteria
from tools.narrowing import EVERY

_I = re.IGNORECASE
_LEAD = (
    r"^\W*(?:(?:please|ok|okay|so|and|now|then|but|actually|well|no idea|can you|could you"
    r"|would you|you can|let's|i'd like to|we want to|i (?:only |just )?want(?: to(?: see)?)?)\b"
    r"\W*)*"
)
_FOLK = (
    r"(?:ones?|those|people|persons?|candidates?|any(?:one|body)|every(?:one|body)|nobody|whoever"
    r"|folks|profiles?|applicants?|results?|speakers?)"
)
_AND_GO = (
    r"(?:drop|hide|exclude|remove|leave out|leave(?=.* out\b)|filter out|cut|get rid of|lose"
    r"|kick out|skip|throw out|take out|sort out|weed out|screen out|ignore|forget)"
)
_STAY = re.compile(
    rf"{_LEAD}(?:show|list|display|see)(?: me| us)? (?:only|just)\b"
    rf"|{_LEAD}(?:(?:keep|find) )?(?:only|just) (?:with|who|having|speaking)\b"
    rf"|(?:{_LEAD}(?:with|having|speaking) .{{1,80}}|.{{0,60}}\b{_FOLK}) only\W*$"
    rf"|{_LEAD}(?:(?:give|keep|leave|find)(?: me| us)? )?(?:only|just)"
    rf"(?: (?:show|list|keep|see|give)(?: me| us)?)?(?: (?:the|all|these))*(?: \w+)? {_FOLK}\b"
    rf"|{_LEAD}(?:keep|leave) (?:only |just )?(?:the |all )*{_FOLK}\b"
    rf"|{_LEAD}{_AND_GO} (?:all |the |any )*{_FOLK}\b.{{0,20}}"
    r"\b(?:without|lack\w*|miss\w*|(?:do|does|did|has|have|is|are|can|could|was|were)"
    r"(?:n't| not| no)|not|no|never)\b",
    _I,
)
"""Speaks of people who stay or go, where "only in Texas" speaks of a wish."""
_ORDERS = re.compile(
    rf"{_LEAD}(?:(?:show|list|give|see|display|keep|leave|find)(?: me| us)? (?:only|just)\b|only"
    r"|just|keep|hide|filter|limit|restrict|narrow|reduce|cut|drop|remove|exclude|leave|get rid"
    r"|weed|screen|sort out|lose|throw|(?:full|perfect|complete) match(?:es)?(?= only\W*$))\b",
    _I,
)
_THOSE = re.compile(
    rf"{_LEAD}(?:(?:keep|show|list)(?: me)? (?:only |just )?|(?:only|just) )(?:those|them|these)"
    r"(?: ones?| people| \d| two| three| four| five)?(?: only| then| now| please)*\W*$",
    _I,
)
_AGAIN = re.compile(
    rf"{_LEAD}(?:(?:show|list|see|display|give|bring|put|get|include)(?: me| us)?(?: back)?"
    rf" (?:all|every(?:one|body)|them all|the (?:others|rest|whole list)|the hidden (?:ones|people)"
    rf"|all (?:of them|the people|people|candidates|the others))(?: (?:again|back|now|too))*"
    r"|(?:un-?hide|stop (?:hiding|filtering)|(?:remove|clear|no)(?: the)? filter)"
    r"(?: (?:them|all|every(?:one|body)|any(?:one|body)|people|out|the list|again|now))*)\W*$",
    _I,
)
_ENDS = re.compile(r"\b(?:again|back|hidden|hide|hiding|filter\w*)\b", _I)
_BACK = re.compile(
    rf"{_LEAD}(?:un-?hide|show|bring|put|add|include|list|let)\W*(?:back|again|in|to the list|on"
    r" the list|me|us|now|please|too|\s)*\W*$",
    _I,
)
_DROP = re.compile(rf"{_LEAD}(?:drop|remove|undo|clear|lift) (?P<words>.+?)\W*$", _I)


def read_again(now: Situation) -> Plan | None:
    """Return the end of what leaves people out: "show everybody again", "bring her back"."""
    dropped = _DROP.match(now.text)
    words = dropped["words"].casefold() if dropped else None
    named = [s for s, said in now.settings if re.sub(r"\W+$", "", said) == words]
    if named:
        return _dropping(named)
    if not now.settings:
        ends = now.searched and _AGAIN.match(now.text) and _ENDS.search(now.text)
        return say("Nobody is left out of the list.") if ends else None
    mentions = find_people(now)
    who = [p for p in people(mentions) if p in now.hidden]
    if who and _BACK.match(remainder(now.text, mentions)):
        return _dropping(who)
    if _AGAIN.match(now.text):
        return _dropping([setting for setting, _ in now.settings])
    return None


def read_every_must(now: Situation) -> Plan | None:
    """Return the filter for "show only those who meet everything", which asks nothing."""
    if not now.searched or not (_ORDERS.match(now.text) and asks_for_all(now)):
        return None
    return call("filter_candidates", add=[], remove=[], only=[EVERY])


def read_only_those(now: Situation) -> Plan | None:
    """Return the filter for "only those", said of whom the last question was about."""
    if not (_THOSE.match(now.text) and CHECKED.match(now.said)):
        return None
    asked = read_wishes(now.saying(now.asked))
    if not asked:
        return None
    only = [wish.id for wish in asked if wish.weight == "must"]
    return call("filter_candidates", add=arguments(asked), remove=[], only=only)


def hiding(who: tuple[str, ...]) -> Plan:
    """Return the call that leaves people out of the list."""
    return call("filter_candidates", add=[], remove=[], hide=list(who))


def insisting(said: str, edit: Edit) -> list[str]:
    """Return the ids of the musts that whoever stays has to show, where people are spoken of.

    "Only those who meet everything and speak French" is said of all of them.
    """
    if not _STAY.match(said):
        return []
    if ALL_OF_IT.search(said):
        return [EVERY]
    return [wish.id for wish in edit.add if wish.weight == "must"]


def insisted_anew(now: Situation, said: str, wished: Criteria) -> Plan | None:
    """Return the filter for a must there is already: "hide those without a degree"."""
    if not _STAY.match(said):
        return None
    values = {value for wish in wished for value in wish.values}
    held = [c.id for c in now.criteria if c.weight == "must" and values & set(c.values)]
    return call("filter_candidates", add=[], remove=[], only=held) if held else None


def _dropping(names: list[str]) -> Plan:
    return call("filter_candidates", add=[], remove=names)
