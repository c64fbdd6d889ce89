"""Reads a change of the current wishes: added, dropped, corrected, weighed anew, widened."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from agent.offline.easing import read_easing
from agent.offline.edit import Edit
from agent.offline.fitting import LISTED, fit
from agent.offline.in_place import as_its_kind
from agent.offline.jobs import former_tools, reworded_title
from agent.offline.reading import read, wishes
from agent.offline.references import number
from agent.offline.removals import read_removals
from agent.offline.situation import Situation
from agent.offline.wishes import matching, without_named
from tools.criteria import Criteria, merge
from tools.request import read_weight
from tools.vocabulary.places import MILE_KM
from tools.vocabulary.skills import field_of
from tools.wording import phrase

_I = re.IGNORECASE
_THAT = re.compile(r"\b(?:it|that|this|that one|those|them)\b", _I)
_OPENERS = re.compile(
    r"^\W*(?:(?:no(?=\s*[,;:.!–-]|\s+(?:i\b|sorry|wait|actually|make|rather))|and|add|include|"
    r"put in|nope|nah|sorry|oops|wait|actually|correction|hmm+|ah|oh|well|ok(?:ay)?(?! without)|"
    r"please|yes|"
    r"yeah|"
    r"hm|so|but|then|now|i mean|i meant|i wanted|i want|make (?:it|that)|change (?:it|that) to|"
    r"rather|"
    r"scratch that|my mistake|typo|what about|how about|it should (?:be|say)|should be|let's say|"
    r"let's make it|better)\b[\s,:;.!-]*)+",
    _I,
)
_INSTEAD = re.compile(r"\s+(?:instead|rather)\W*$", _I)
_PLEASE = re.compile(r"[\s,]+(?:please|thanks|thank you)\W*$", _I)
"""Courtesy, which leaves "solar please" the same words as "solar"."""
_SWAPS = (
    re.compile(
        r"\b(?:replace|swap(?: out)?|change|switch|exchange|turn)\s+(?:the )?(?P<old>[^,;.]+?)\s+"
        r"(?:with|by|for|to|into|against)\s+(?P<new>.+)$",
        _I,
    ),
    re.compile(
        r"(?:^|\b(?:use|take|make it|search|with|in|want|need)\s+)(?P<new>[^,;.]+?),?\s+"
        r"(?:instead of|rather than|in place of|and not|not)\s+(?P<old>[^,;.]+)$",
        _I,
    ),
    re.compile(
        r"\b(?:not|no|instead of|rather than)\s+(?P<old>[^,;]+?)\s*(?:,\s*(?:but\s+|"
        r"rather\s+)?|\bbut\s+|"
        r"[;–—-]\s*|\.\s+)(?:rather\s+|i (?:meant|mean|want)\s+)?(?P<new>[^;]+)$",
        _I,
    ),
    re.compile(
        r"\b(?:forget|drop|lose|scrap|scratch|ditch|remove)\s+(?:the )?(?P<old>[^,;.]+?)\s*"
        r"(?:[,;.–—-]|\band\b)\s*(?:and\s+)?(?:make (?:it|that)|use|take|put|go (?:for|with)|"
        r"i (?:meant|mean|want)|we want|rather)\s+(?P<new>[^,;.]+)\W*$",
        _I,
    ),
)
_FOR_ANOTHER = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|so|no|sorry|actually|please|and|but|now)\W+)*"
    r"(?:instead of|rather than|in place of)\s+(?:the )?(?P<old>[^,;.]+?)\s*"
    r"(?:[,;:–-]\s*|\s+(?=(?:i|we|you|please|can|could|let's|give|show|find|get|use|take|make|want"
    r"|need|search|look)\b))"
    r"(?:(?:please|i|we|you|can|could|would|should|'d|let's|rather|like|prefer|want|need|give|show|"
    r"find|get|use|take|make (?:it|that)|have|me|us|search(?: for)?|look(?:ing)? for|to)\b\s*"
    r"|'d\s+|'re\s+)*(?P<new>[^;]+?)\W*$",
    _I,
)
"""An order that names first what is no longer wanted: "instead of welders give me machinists"."""
_INSTEAD_OF = re.compile(
    r"^\W*(?P<new>[^,;.]+?),?\s+(?:instead of|rather than|in place of)\s+(?P<old>[^,;.]+?)\W*$", _I
)
_LIFTS = re.compile(
    r"^\W*(?:(?:actually|ok(?:ay)?|well|no|sorry|on second thoughts?|hm+|but|and)\W+)*"
    r"(?P<what>[^,;.]+?)(?:\s+(?:is|are|would be)|'s)\s+(?:also |actually |totally )?"
    r"(?:fine|ok(?:ay)?|good|acceptable|alright|allowed|welcome)"
    r"(?: too| as well| after all| then| now| again| by me| with me)*\W*$",
    _I,
)
_TREATS = re.compile(
    r"\b(?:treat|consider|count|mark|regard|see|keep|make|set|put|view|rate|turn|downgrade|"
    r"upgrade|move)\s+"
    r"(?P<what>[^,;.]+?)\s+(?:as|to|into|down as|down to|up to)?\s*(?P<how>(?:an? |the |just |"
    r"only |more of a )*(?:optional|nice[- ]to[- ]haves?|"
    r"bonus|plus|preferred|desirable|must(?:[- ]haves?)?|mandatory|required|essential|"
    r"requirement)\b)",
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
_RADIUS = re.compile(
    r"\b(?P<n>\d{1,4})\s*(?:-\s*)?(?P<unit>km|kms|kilomet(?:er|re)s?|mi|miles?)\b", _I
)
_BETWEEN_STEPS = re.compile(r"\n+|(?<=[^\W_])[.;](?=\s|$)")
_STEP = re.compile(r"^\W*(?:please |and |then )*(?:drop|remove|make|add|not)\b", _I)
"""How a step begins that says by itself what it does to the wishes."""
_EXACT = re.compile(
    r"^(?:please )?(?:(?P<drop>drop|remove)|(?P<not>not)|make)\s+(?P<what>.+?)"
    r"(?:\s+an? (?P<how>must|nice)\b[^.;\n]*)?[.!\s]*$",
    _I,
)


def read_edit(now: Situation) -> Edit:
    """Return what the message changes about the current wishes, in one step or in several."""
    steps = [step.strip() for step in _BETWEEN_STEPS.split(now.text) if step.strip()]
    if len(steps) > 1 and all(_STEP.match(step) for step in steps):
        return _read_steps(now, steps)
    return _read_step(now)


def _read_steps(now: Situation, steps: Sequence[str]) -> Edit:
    """Return what "drop Spark. Make Go a must." changes together, each step after the one before.

    Names that nothing matched are told even though the other steps are taken.
    """
    wanted, unknown = now.criteria, list[str]()
    for step in steps:
        edit = _read_step(msgspec.structs.replace(now, text=step, criteria=wanted))
        wanted = merge(wanted, edit.add, frozenset(edit.remove)).criteria
        unknown += edit.unknown
    add = tuple(c for c in wanted if c not in now.criteria)
    kept = {c.id for c in wanted}
    return Edit(add, tuple(c.id for c in now.criteria if c.id not in kept), tuple(unknown))


def _read_step(now: Situation) -> Edit:
    exact = _exactly(now)
    if exact:
        return exact
    swapped = _lift(now) or _swap(now) or _treat(now) or _renumber(now) or read_easing(now)
    if swapped:
        return swapped
    removal = read_removals(now.text, now.criteria)
    rest = _INSTEAD.sub("", _PLEASE.sub("", _OPENERS.sub("", removal.rest)))
    reading = read(rest, now.criteria) if rest else None
    gone = {w.id: None for w in removal.wishes}
    said: Criteria = ()
    if reading is not None:
        for value in reading.dropped:
            gone.update({w.id: None for w in matching(value, now.criteria)})
        said = _without_distance(rest, _reweighed(now, removal.rest, reading.criteria))
        said = _widened(now, rest, said) + said
        said = as_its_kind(now, rest, said)
    left = without_named(now.text, tuple(c for c in now.criteria if c.id in gone))
    kept = tuple(c for c in now.criteria if c.id not in gone)
    add, replaced = fit(msgspec.structs.replace(now, criteria=kept), removal.rest, said)
    gone.update(dict.fromkeys([*replaced, *former_tools(now, said)]))
    added = (*left, *(c for c in add if c not in kept))
    remove = tuple(i for i in gone if i not in {c.id for c in added})
    strange = reading.dropped if reading is not None and not gone else ()
    return Edit(added, remove, (*removal.unknown, *strange))


def _exactly(now: Situation) -> Edit | None:
    """Return the change of one wish that is named by all its words, as doors show them."""
    found = _EXACT.match(now.text)
    if not found:
        return None
    what = _folded(found["what"])
    named = [c for c in now.criteria if _folded(phrase(c)) == what]
    if len(named) != 1:
        return None
    if found["drop"]:
        return Edit(remove=(named[0].id,))
    weight = "avoid" if found["not"] else (found["how"] or "").casefold()
    return Edit((msgspec.structs.replace(named[0], weight=weight),)) if weight else None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _swap(now: Situation) -> Edit | None:
    for pattern in (_FOR_ANOTHER, *_SWAPS):
        found = pattern.search(now.text)
        if not found:
            continue
        reworded = reworded_title(now.criteria, found["old"], _OPENERS.sub("", found["new"]))
        if reworded:
            return Edit((reworded[0],), (reworded[1],))
        old = matching(found["old"], now.criteria)
        if closer := _as_job(now, found["new"], old):
            return closer
        new = tuple(c for c in wishes(found["new"]) if c.weight != "avoid")
        kinds = {c.kind for c in new}
        listed = kinds <= set(LISTED)
        old = tuple(o for o in old if o.kind in kinds or (listed and o.kind in LISTED))
        if old and new:
            ids = {c.id for c in new}
            return Edit(new, tuple(o.id for o in old if o.id not in ids))
    return _for_unwished(now)


def _as_job(now: Situation, text: str, old: Criteria) -> Edit | None:
    """Return the closer job that one word stands for: "theatre" for a nurse's ICU seeks no actor.

    A word of the field that the old wish is of stays the skill it is.
    """
    new = wishes(text)
    jobs = [c for c in now.criteria if c.kind == "title" and c.weight == "must" and not c.any_of]
    if len(jobs) != 1 or len(new) != 1 or new[0].kind != "skill":
        return None
    if not old or any(c.kind != "skill" for c in old):
        return None
    if field_of(str(new[0].value)) in {field_of(str(c.value)) for c in old}:
        return None
    closer = wishes(f"{text.strip()} {str(jobs[0].value).split()[-1]}")
    if len(closer) != 1 or closer[0].kind != "title":
        return None
    return Edit(closer, (jobs[0].id, *(c.id for c in old if c.id != jobs[0].id)))


def _for_unwished(now: Situation) -> Edit | None:
    """Return only what is wanted now, where nobody had wished for what it stands in place of."""
    found = _FOR_ANOTHER.search(now.text) or _INSTEAD_OF.search(now.text)
    if not found or not wishes(found["old"]) or matching(found["old"], now.criteria):
        return None
    new = _OPENERS.sub("", found["new"])
    said = tuple(c for c in wishes(new) if c.weight != "avoid")
    add, replaced = fit(now, new, said)
    return Edit(add, tuple(replaced)) if add else None


def _renumber(now: Situation) -> Edit | None:
    """Return another number for the one bound of years there is: "make that 3"."""
    found = _NUMBER_ALONE.match(now.text) or _MOVED.match(now.text)
    bounds = [c for c in now.criteria if c.kind in ("min_years", "max_years")]
    if not found or len(bounds) != 1:
        return None
    wish = msgspec.structs.replace(bounds[0], value=number(found["n"]), said="")
    return Edit((wish,), tuple({bounds[0].id} - {wish.id}))


def _lift(now: Situation) -> Edit | None:
    """Return the end of a ban, where what it kept out is said to be fine: that asks for none."""
    found = _LIFTS.match(now.text)
    banned = tuple(c for c in now.criteria if c.weight == "avoid")
    lifted = matching(found["what"], banned) if found and banned else ()
    return Edit(remove=tuple(c.id for c in lifted)) if lifted else None


def _treat(now: Situation) -> Edit | None:
    """Return wishes weighed anew by "treat AWS as optional"."""
    found = _TREATS.search(now.text)
    weight = read_weight(found["how"]) if found else None
    held = matching(found["what"], now.criteria) if found and weight else ()
    if not held or weight is None:
        return None
    return Edit(tuple(msgspec.structs.replace(w, weight=weight) for w in held))


def _reweighed(now: Situation, text: str, said: Criteria) -> Criteria:
    """Return the wish last made with the weight that "make that a must" gives it."""
    weight = read_weight(text)
    if said or weight is None or not _THAT.search(text):
        return said
    values = {v for c in wishes(now.asked) for v in c.values}
    last = [c for c in now.criteria if values & set(c.values)]
    return (msgspec.structs.replace(last[-1], weight=weight),) if last else said


def _without_distance(text: str, said: Criteria) -> Criteria:
    if not _RADIUS.search(text):
        return said
    return tuple(c for c in said if c.kind != "text" or not _RADIUS.search(str(c.value)))


def _widened(now: Situation, text: str, said: Criteria) -> Criteria:
    """Return the current place with a new radius, where only a distance is named."""
    found = _RADIUS.search(text)
    places = [c for c in now.criteria if c.kind == "location" and c.weight != "avoid"]
    if not found or not places or any(c.kind == "location" for c in said):
        return ()
    unit = MILE_KM if found["unit"].casefold().startswith("mi") else 1.0
    radius = round(int(found["n"]) * unit, 2)
    return (msgspec.structs.replace(places[-1], radius_km=radius),)
