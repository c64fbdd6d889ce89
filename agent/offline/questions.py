"""Reads questions over the people on screen: who shows something, and whether one of them does."""

from __future__ import annotations

import re

import msgspec

from agent.offline.in_place import IN_PLACE
from agent.offline.phrasebook import answers, phrasebook
from agent.offline.plan import Plan, arguments, call, say
from agent.offline.reading import wishes
from agent.offline.references import find_people, people, rank_of, remainder
from agent.offline.situation import Situation
from agent.offline.smalltalk import WHO_DO_YOU_MEAN, orders
from agent.offline.wishes import same_role
from tools.criteria import Criteria, Criterion

_SAID = phrasebook("questions")
ALL_OF_IT = _SAID["all_of_it"]
NOT_THEM = _SAID["not_them"]
"""Asks of whom the last question is not answered: "who hasn't?"."""
CHECKED = _SAID["checked"]
"""How an answer begins that checked those on screen, or one of them."""
LACKING = _SAID["lacking"]
"""Asks who does not show something: "who of them lacks a degree?"."""

_I = re.IGNORECASE
_IS_QUESTION = re.compile(r"\?\s*$")
SHOWN = ("skill", "certification", "language", "industry")
"""Kinds of wishes that a question asks a résumé for."""
_WHICH = re.compile(r"\b(?:which|who|whom|whose|any|anyone|anybody|how many)\b", _I)


NOBODY_TO_COUNT = "The list is empty, so there is nobody to count. Drop a wish to fill it again."
_PERMIT = Criterion(
    "certification",
    "right to work",
    any_of=(
        "right to work",
        "work permit",
        "work visa",
        "work authorization",
        "authorized to work",
    ),
)
"""What only words on it show: living in a country is no right to work there."""


def read_question(now: Situation) -> Plan | None:
    """Return a check of the people on screen, or of the one the question is about."""
    now = now.saying(_unsurprised(_SAID["wonders"].sub("anybody", now.text)))
    if not now.shown:
        return _over_nobody(now)
    if (again := _asked_on(now)) is not None:
        return again
    if asks_for_all(now):
        return check_of_all(now, _over(now.text))
    mentions = find_people(now)
    single = tuple(m for m in mentions if m.kind not in {"plural", "all", "both", "group"})
    if single:
        return _about_person(now, read_wishes(now))
    if (named := _what_about(now)) is not None:
        return named
    if not _asks(now.text):
        return None
    among = bool(_SAID["among"].search(now.text)) or any(m.kind != "one" for m in mentions)
    criteria = read_wishes(now)
    if not criteria or (not among and _another_trade(now, criteria)):
        return None
    if orders("compares", now.text) and all(c.kind == "text" for c in criteria):
        return say(answers()["uncompared"])
    return call("filter_candidates", add=arguments(criteria), among=_over(now.text))


LACKS_WHAT = "Who lacks what? Name a skill, a licence or a place, and I check those shown."
_AND_THAT = re.compile(r"^\W*(?:and|or|plus)\s+(?P<what>[^?]{1,60})\?\W*$", _I)
"""Goes on with the last question: "And Agile?"."""


def _unsurprised(text: str) -> str:
    """Return a surprised question as a plain one: "nobody in Chicago?" asks whether anybody is."""
    words = len(text)
    while words and not (text[words - 1].isalnum() or text[words - 1] == "_"):
        words -= 1
    end = text.find("?", words)
    start = text.rfind(".", 0, max(end, 0)) + 1
    return text if end < 0 else text[:start] + _NOBODY.sub("anybody", text[start:end]) + text[end:]


def check_of_all(now: Situation, among: str = "shown") -> Plan | None:
    """Return a check of people by every must there is."""
    musts = tuple(c for c in now.criteria if c.weight == "must")
    return call("filter_candidates", add=arguments(musts), among=among) if musts else None


def _asked_on(now: Situation) -> Plan | None:
    """Return the last question over those on screen once more, or for something else."""
    checked = CHECKED.match(now.said)
    if NOT_THEM.match(now.text):
        again = checked is not None and not NOT_THEM.match(now.asked)
        return read_question(now.saying(now.asked)) if again else say(LACKS_WHAT)
    further = _AND_THAT.match(now.text) if checked else None
    criteria = read_wishes(now.saying(further["what"])) if further else ()
    if not criteria or any(c.weight != "must" or c.kind in ("title", "text") for c in criteria):
        return None
    one = now.recent_people() if checked and checked["one"] else ()
    if len(one) == 1:
        return ask_of(one, criteria)
    return call("filter_candidates", add=arguments(criteria), among="shown")


def read_count(now: Situation) -> Plan | None:
    """Return a count over everybody, for whom a list is asked of or none is there yet."""
    if not _SAID["how_many"].match(now.text) or _SAID["on_screen"].search(now.text):
        return None
    counts = counted_wishes(now)
    if not counts or not _countable(now, counts):
        return None
    return call("filter_candidates", add=arguments(counts), among="index")


def counted_wishes(now: Situation) -> Criteria:
    """Return the wishes of those whom a question counts: "how many nurses have you got"."""
    return read_wishes(now.saying(_SAID["having"].sub(" ", _SAID["how_many"].sub(" ", now.text))))


def _countable(now: Situation, counts: Criteria) -> bool:
    """Return whether a count is meant over everybody, and not over the list on the desk."""
    if _SAID["in_all"].match(now.text):
        return True
    known = any(c.kind != "text" for c in counts)
    return known and (not now.searched or bool(now.shown and _another_trade(now, counts)))


def _what_about(now: Situation) -> Plan | None:
    """Return a check of those on screen for "what about Excel": a question adds no must.

    A place, a job or what stands "instead" of something is a change of the search.
    """
    if not _SAID["what_about"].match(now.text) or IN_PLACE.search(now.text):
        return None
    criteria = read_wishes(now)
    if not criteria or any(c.kind not in SHOWN or c.weight != "must" for c in criteria):
        return None
    return call("filter_candidates", add=arguments(criteria), among="shown")


def _over_nobody(now: Situation) -> Plan | None:
    """Return that an empty list has nobody to count: a question never changes the wishes."""
    criteria = read_wishes(now) if now.criteria and _SAID["how_many"].match(now.text) else ()
    return None if not criteria or _another_trade(now, criteria) else say(NOBODY_TO_COUNT)


def _over(text: str) -> str:
    """Return whom a question is about: "how many" counts over the list, not over the page."""
    counts = _SAID["how_many"].match(text) and not _SAID["on_screen"].search(text)
    return "ranked" if counts else "shown"


def asks_for_all(now: Situation) -> bool:
    """Return whether the message asks who meets everything, and names nothing else."""
    if not (_SAID["who"].match(now.text) and ALL_OF_IT.search(now.text)):
        return False
    said = wishes(ALL_OF_IT.sub(" ", now.text))
    return any(c.weight == "must" for c in now.criteria) and all(c.kind == "text" for c in said)


_EVER = re.compile(r"\b(?:ever|already|actually|really|by any chance)\b", _I)
"""What a question says of no wish: "did she ever freelance?"."""
_NOT_ASKED = {("text", "avoid"), ("title", "nice")}


_NOBODY = re.compile(r"\b(?:nobody|no ?one)\b", _I)
_BUT = re.compile(r"\b(?:but|yet|though|and (?:who )?(?:has|knows|speaks|does|is|can))\b", _I)
_SHORT_IS = re.compile(r"\b(who|how|what|which(?: one)?)'s\b", _I)


def read_wishes(now: Situation) -> Criteria:
    """Return the wishes in a question, with the people in it left out.

    A question about what somebody does asks for that, and not for the job it may be of.
    """
    mentions = find_people(now)
    spelt = _SAID["closest"].sub("near", _SHORT_IS.sub(r"\1 is", remainder(now.text, mentions)))
    plain = _SAID["of_so_many"].sub(" ", _SAID["among"].sub(" ", spelt))
    rest, permits = _SAID["right_to_work"].subn(" ", _EVER.sub(" ", plain))
    lacking = None if _BUT.search(rest) else LACKING.match(" ".join(rest.split()))
    rest = lacking["what"] or lacking["one"] if lacking else rest
    asked = tuple(c for c in wishes(rest) if (c.kind, c.weight) not in _NOT_ASKED)
    asked = (*((_PERMIT,) if permits else ()), *(_as_employer(c, rest) for c in asked))
    return tuple(msgspec.structs.replace(c, weight="avoid") for c in asked) if lacking else asked


def _as_employer(wish: Criterion, text: str) -> Criterion:
    """Return a job that somebody "worked for" as whom they worked for: a general contractor."""
    employed = _SAID["worked_for"].search(text)
    if not employed or wish.kind != "title" or wish.weight != "must":
        return wish
    return Criterion("text", employed["whom"].strip().casefold())


def asked_people(now: Situation) -> tuple[str, ...]:
    """Return whom a question is about, when it is not about everybody on screen."""
    singled = {"token", "id", "rank", "ord_noun", "ord_the", "last", "best", "one", "from"}
    singled |= {"asked", "top"}
    found = people(tuple(m for m in find_people(now) if m.kind in singled))
    return tuple(now.discussed.strip("⟨⟩") if p == "last" else p for p in found)


def _about_person(now: Situation, criteria: Criteria) -> Plan | None:
    if not (_SAID["to_person"].match(now.text) or _IS_QUESTION.search(now.text)):
        return None
    who = asked_people(now)
    if not who:
        return say(WHO_DO_YOU_MEAN)
    on_screen = all(rank_of(p) in now.shown for p in who)
    # An explanation by where they live would seem to answer for the right to work.
    if criteria and (on_screen or _PERMIT in criteria):
        return ask_of(who, criteria)
    return call("explain_match", people=list(who)[:10])


def ask_of(who: tuple[str, ...], criteria: Criteria) -> Plan:
    """Return a check of some of the people by what a question asks of them."""
    add = arguments(criteria)
    return call("filter_candidates", add=add, among="shown", people=list(who)[:10])


def _asks(text: str) -> bool:
    if _SAID["any_will_do"].match(text):
        return False
    if _SAID["asks"].match(text):
        return True
    return bool(_SAID["among"].search(text) and (_IS_QUESTION.search(text) or _WHICH.search(text)))


def _another_trade(now: Situation, criteria: Criteria) -> bool:
    """Return whether the question names an occupation that the list is not about."""
    titles = [str(c.value) for c in criteria if c.kind == "title" and c.weight != "avoid"]
    held = [str(c.value) for c in now.criteria if c.kind == "title"]
    return bool(titles) and not any(same_role(t, h) for t in titles for h in held)
