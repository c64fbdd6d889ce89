"""Reads what becomes of a wish there is: another weight or number, or the end of a ban."""

from __future__ import annotations

import re

import msgspec

from agent.offline.edit import Edit
from agent.offline.fitting import fit
from agent.offline.reading import wishes
from agent.offline.references import number
from agent.offline.situation import Situation
from agent.offline.wishes import either, matching
from tools.criteria import Criteria
from tools.request import read_weight

_I = re.IGNORECASE
_THAT = re.compile(r"\b(?:it|that|this|that one|those|them)\b", _I)
_THOSE = re.compile(r"\b(?:those|them|both|these|all)\b", _I)
_HOW = (
    r"(?:optional|(?:a |the )?nice[- ]to[- ]haves?|(?:a )?(?:bonus|plus)|preferred|desirable|"
    r"(?:a )?must(?:[- ]haves?)?|mandatory|required|essential|(?:a )?requirement)"
)
_CORRECTS_WEIGHT = re.compile(
    r"^\W*(?:(?:no|nope|nah|hm+|um+|oh|well|wait|sorry|actually|ok(?:ay)?|but|and|so|please|"
    r"on second thoughts?|i meant?|let's|let us|can you|could you)\b[\s,.;:!–-]*)*"
    r"(?:(?:make|mark|treat|consider|count|keep|call|put|have|see|set|leave)\s+)?"
    r"(?:(?:it|that|this|them|those|these|both|all|one|of|the last one)\b\s*)*"
    r"(?:(?:'s|'re|is|are|was|were|should be|can be|could be|would be|as|to|into|down to|just|only|"
    rf"more of|really|rather|be)\b\s*)*(?P<how>{_HOW})\b"
    r"(?:[\s,]*(?:please|instead|then|now|only|though|actually|after all|for me|for us))*\W*$",
    _I,
)
"""Words that only weigh the last wish; a "no" before them corrects, and keeps nobody out."""
_LIFTS = re.compile(
    r"^\W*(?:(?:actually|ok(?:ay)?|well|no|sorry|on second thoughts?|hm+|but|and)\W+)*"
    r"(?P<what>[^,;.]{1,200}?)(?:\s+(?:is|are|would be)|'s)\s+(?:also |actually |totally )?"
    r"(?:fine|ok(?:ay)?|good|acceptable|alright|allowed|welcome)"
    r"(?: too| as well| after all| then| now| again| by me| with me)*\W*$",
    _I,
)
_TREATS = re.compile(
    r"\b(?:treat|consider|count|mark|regard|see|keep|make|set|put|view|rate|turn|downgrade|"
    r"upgrade|move)\s+"
    r"(?P<what>[^,;.]{1,200}?)\s+(?:as|to|into|down as|down to|up to)?\s*"
    r"(?P<how>(?:an? |the |just |"
    r"only |more of a )*(?:optional|nice[- ]to[- ]haves?|"
    r"bonus|plus|preferred|desirable|must(?:[- ]haves?)?|mandatory|required|essential|"
    r"requirement)\b)",
    _I,
)
_EITHER_DOES = re.compile(
    r"^\W*(?:(?:actually|ok(?:ay)?|so|well|no|but|sorry)\W+)*"
    r"(?:either (?P<one>[^,;]{1,40}) or (?P<other>[^,;]{1,40}?)"
    r"|(?:either|any|one)(?: (?:one|of (?:them|those|these|the two|both)))*)"
    r"(?:'s| is| are| would(?: be)?| will)? "
    r"(?:fine|ok(?:ay)?|enough|do|good|works?|sufficient)(?: too| for me| for us)*\W*$",
    _I,
)
_NUMBER_ALONE = re.compile(
    r"^\W*(?:(?:no|actually|ok(?:ay)?|sorry|please|well)\W+)*"
    r"(?:make|change|set|lower|raise|reduce|let's say|rather|i meant)\s*(?:it|that|this|them)?"
    r"\s*(?:down |up )?(?:to )?(?P<n>\d{1,2})(?: instead| please| years?)?\W*$",
    _I,
)
_MOVED = re.compile(
    r"^\W*(?:please |can you |could you )*(?:bump|raise|increase|lift|lower|reduce|cut|bring|move"
    r"|push)\b[^\d,.;]*\b(?:experience|years?|minimum|bar|limit|that|it)\b[^\d,.;]*\b(?:up|down) "
    r"to (?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b(?: years?| yrs?)?\W*$",
    _I,
)


def renumber(now: Situation) -> Edit | None:
    """Return another number for the one bound of years there is: "make that 3"."""
    found = _NUMBER_ALONE.match(now.text) or _MOVED.match(now.text)
    bounds = [c for c in now.criteria if c.kind in ("min_years", "max_years")]
    if not found or len(bounds) != 1:
        return None
    wish = msgspec.structs.replace(bounds[0], value=number(found["n"]), said="")
    return Edit((wish,), tuple({bounds[0].id} - {wish.id}))


def lift(now: Situation) -> Edit | None:
    """Return the end of a ban, where what it kept out is said to be fine: that asks for none."""
    found = _LIFTS.match(now.text)
    banned = tuple(c for c in now.criteria if c.weight == "avoid")
    lifted = matching(found["what"], banned) if found and banned else ()
    return Edit(remove=tuple(c.id for c in lifted)) if lifted else None


def treat(now: Situation) -> Edit | None:
    """Return wishes weighed by "treat AWS as optional", be they new."""
    found = _TREATS.search(now.text)
    weight = read_weight(found["how"]) if found else None
    if not found or weight is None:
        return None
    held = matching(found["what"], now.criteria)
    meant = held or wishes(found["what"])
    weighed = tuple(msgspec.structs.replace(w, weight=weight) for w in meant)
    add, gone = (weighed, ()) if held else fit(now, found["what"], weighed)
    return Edit(add, tuple(gone)) if add else None


def either_does(now: Situation) -> Edit | None:
    """Return the choice of two musts of a kind, for "either is fine" of the last two."""
    found = _EITHER_DOES.match(now.text)
    musts = tuple(c for c in now.criteria if c.weight == "must")
    if found and found["one"]:
        musts = (*matching(found["one"], musts), *matching(found["other"], musts))
    pair = [c for c in musts if c.kind == musts[-1].kind][-2:]
    if not found or len(pair) < 2:
        return None
    return Edit((either(*pair),), tuple(c.id for c in pair))


def reweighed(now: Situation, text: str, said: Criteria) -> Criteria:
    """Return the wish last made with the weight that "make that a must" gives it.

    "No, make those optional" weighs everything that was said last. Where the last message only
    weighed a wish too, the answer to it names which.
    """
    corrects = _CORRECTS_WEIGHT.match(now.text)
    weight = read_weight(corrects["how"] if corrects else text)
    if said or weight is None or not (corrects or _THAT.search(text)):
        return said
    again = _CORRECTS_WEIGHT.match(now.asked)
    values = {v for c in wishes(now.said.split(":")[0] if again else now.asked) for v in c.values}
    last = [c for c in now.criteria if values & set(c.values)]
    chosen = last if _THOSE.search(text) else last[-1:]
    return tuple(msgspec.structs.replace(w, weight=weight) for w in chosen)
