"""Tries the readers of every intent in order: the first that understands the message decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec

from agent.offline import commands, searching, smalltalk
from agent.offline.alike import read_alike
from agent.offline.comparing import read_compare
from agent.offline.explaining import read_explain
from agent.offline.keeping import read_keeping, read_same
from agent.offline.levels import read_welcome
from agent.offline.lookup_by_name import read_lookup, read_unknown_name
from agent.offline.narrowing import hiding, read_again, read_every_must, read_only_those
from agent.offline.phrasebook import answers
from agent.offline.plan import Call, Plan, call, say
from agent.offline.questions import read_count, read_question
from agent.offline.reading import refused, wishes
from agent.offline.references import find_people, of_the_one_called, rank_of
from agent.offline.refusals import CONTACT, asks_contact
from agent.offline.shortlisting import read_export, read_shortlist
from agent.offline.situation import Situation, wish
from agent.offline.topics import read_all_shown, read_by_years, read_most_in, read_telling
from agent.offline.unlisting import read_unlisting
from agent.offline.wording.left_out import left_out
from agent.offline.wording.phrases import listing, wishes_words
from tools.asides import asides
from tools.request import refuse

CLARIFY = "Which one do you mean: "
"""How a question about an ambiguous name begins, by which the answer to it is recognised."""

EMPTIED = "Nobody is on the list now. Drop a wish, or ask me to show everybody again."
SEVERAL = (
    "Several people in this index have that name, and none of them is on screen. Tell me first "
    "whom you are looking for."
)
_NAME = re.compile(r"⟨\?([^⟩]+)⟩")
_MOST_STEPS = 4
_ASKS = re.compile(r"\?\W*$|^\W*(?:and |so )?(?:what|how|who|which|is|are|when)\b", re.IGNORECASE)
_FIRST_PAGE = tuple(range(1, 11))
Reader = Callable[[Situation], Plan | None]


def decide(now: Situation) -> Plan:
    """Return what to do about the message; there is always something to say."""
    now = of_the_one_called(_clarified(now))
    return _by_place(now) or _in_turn(now)


def _by_place(now: Situation) -> Plan | None:
    """Return orders about people on screen alone, each by the place it has there: "keep 1, hide 2".

    Whoever is hidden leaves first, and the places of the others are counted anew.
    """
    orders = commands.BETWEEN_PLACES.split(now.text)
    if not 1 < len(orders) <= _MOST_STEPS or not all(map(commands.OF_PLACES.match, orders)):
        return None
    calls = [c for each in orders for c in _decide_one(now.saying(each)).calls]
    hidden = [who for c in calls for who in c.args.get("hide", ())]
    others = [c for c in calls if "hide" not in c.args]
    if len(calls) < len(orders) or not all(map(rank_of, hidden)):
        return None
    moved = [Call(c.tool, {k: _moved(v, hidden) for k, v in c.args.items()}) for c in others]
    return Plan(calls=(*(hiding(tuple(hidden)).calls if hidden else ()), *moved))


def _in_turn(now: Situation) -> Plan:
    """Return what each part of the message asks for, of which one may build on those before it."""
    whole, plans = now, list[Plan]()
    for step in _steps(now):
        plans.append(_decide_one(now.saying(step)))
        now = _after(now, plans[-1])
    if len(plans) > 1 and all(p.calls for p in plans):
        return Plan(calls=tuple(c for p in plans for c in p.calls))
    plan = plans[0] if len(plans) == 1 else _decide_one(whole)
    return say(EMPTIED) if plan.say == smalltalk.NO_SEARCH and whole.criteria else plan


def _moved(named: Any, hidden: list[str]) -> Any:
    """Return an argument with each rank in it as it is once the hidden have left the list."""
    if isinstance(named, list):
        return [_moved(each, hidden) for each in named]
    rank = rank_of(named) if isinstance(named, str) else None
    return f"#{rank - sum((rank_of(h) or rank) < rank for h in hidden)}" if rank else named


def _after(now: Situation, plan: Plan) -> Situation:
    """Return what the next step of the same message may take for granted."""
    now = msgspec.structs.replace(now, asked=_spoken_of(plan) or now.asked)
    found = [wish(c) for done in plan.calls for c in done.args.get("criteria", ())]
    if not found:
        return now
    return msgspec.structs.replace(now, criteria=tuple(found), shown=_FIRST_PAGE)


def _spoken_of(plan: Plan) -> str:
    """Return the people of a plan as placeholders, whom "them" means in the next step."""
    named = [p for c in plan.calls for p in (*c.args.get("people", ()), *c.args.get("add", ()))]
    return " ".join(f"⟨{p}⟩" for p in named if isinstance(p, str))


def _decide_one(now: Situation) -> Plan:
    for reader in _READERS:
        plan = reader(now)
        if plan is not None:
            return plan
    return say(_last_word(now))


def _steps(now: Situation) -> list[str]:
    if len(now.text) > 400:
        return [now.text]
    if kept := commands.KEPT_FIRST.match(now.text):
        return [kept.group(), now.text[kept.end() :]]
    return [s for s in commands.STEP.split(now.text) if s.strip()][:_MOST_STEPS] or [now.text]


def _small(now: Situation) -> Plan | None:
    answer = smalltalk.small_answer(now.text)
    unsaid = answer == answers()["unsaid"] and not _ASKS.search(now.text)
    if unsaid and any(c.kind != "text" for c in wishes(now.text, now.criteria)):
        return None
    if not answer and smalltalk.unreadable(now.text) and not wishes(now.text, now.criteria):
        noise = answers()["language"] if smalltalk.foreign(now.text) else smalltalk.NOISE
        answer = "" if find_people(now, loose=True) else noise
    return say(answer) if answer else None


def _ambiguous(now: Situation) -> Plan | None:
    if not now.ambiguous or not _NAME.search(now.text):
        return None
    people = next(iter(now.ambiguous.values()))
    if all(person.startswith("⟨@") for person in people):
        return say(SEVERAL)
    return say(f"{CLARIFY}{listing(people, 'or')}?")


def _protected(now: Situation) -> Plan | None:
    attributes = refused(now.text)
    if not attributes or wishes(now.text):
        return None
    return say(refuse(attributes))


def _contact(now: Situation) -> Plan | None:
    return say(CONTACT) if asks_contact(now.text) else None


def _about_list(now: Situation) -> Plan | None:
    if commands.ASKS_WISHES.search(now.text):
        if not now.criteria:
            return say(smalltalk.COUNT_NONE)
        also = asides(now.criteria)
        weighed = f" What else raises people: {listing(also)}." if also else ""
        wanted = wishes_words(c.public() for c in now.criteria)
        return say(f"You are looking for: {wanted}.{weighed}")
    if now.criteria and commands.TOO_STRICT.match(now.text):
        wanted = wishes_words(c.public() for c in now.criteria)
        return say(f"Which of these may go, or become a nice to have: {wanted}?")
    if commands.ASKS_INDEX.match(now.text):
        return call("filter_candidates", add=[], among="index")
    if commands.ASKS_COUNT.match(now.text):
        if not now.searched:
            return say(smalltalk.COUNT_NONE)
        return say(smalltalk.counted(now.total))
    return None


def _action(now: Situation) -> Plan | None:
    if not smalltalk.orders("action", now.text):
        return None
    about = find_people(now) or re.search(r"\b(?:them|all|everyone|it)\b", now.text, re.IGNORECASE)
    return say(answers()["cannot"]) if about else None


def _last_word(now: Situation) -> str:
    if smalltalk.foreign(now.text):
        return answers()["language"]
    if nothing_else := left_out(now.text):
        return " ".join(nothing_else)
    if find_people(now):
        return smalltalk.WHO_DO_YOU_MEAN if now.shown else smalltalk.NO_SEARCH
    asks = now.text.endswith("?")
    if now.shown:
        return smalltalk.SCOPE_ON_DESK if asks else smalltalk.NOISE_ON_DESK
    return answers()["scope"] if asks else smalltalk.NOISE


def _clarified(now: Situation) -> Situation:
    """Return the question asked before, with the name the recruiter has now settled."""
    if not now.said.startswith(CLARIFY) or not _NAME.search(now.asked) or len(now.text) > 60:
        return now
    options = re.findall(r"⟨[#@][^⟩\s]+⟩", now.said)
    chosen = _chosen(now, options)
    if not chosen:
        return now
    return msgspec.structs.replace(now, text=_NAME.sub(chosen, now.asked), ambiguous={})


def _chosen(now: Situation, options: list[str]) -> str:
    for mention in find_people(now, loose=True):
        if mention.kind in ("both", "all"):
            return listing(options)
        ranks = [p for p in mention.people if f"⟨{p.strip('⟨⟩')}⟩" in options]
        if mention.kind.startswith("ord") and len(mention.people) == 1:
            place = int(mention.people[0].lstrip("#")) - 1
            if 0 <= place < len(options):
                return options[place]
        if ranks:
            return f"⟨{ranks[0]}⟩"
    return ""


_READERS: tuple[Reader, ...] = (
    searching.read_document,
    read_alike,
    read_keeping,
    searching.read_anew,
    searching.read_consent,
    read_again,
    read_every_must,
    read_only_those,
    read_unlisting,
    commands.read_undo,
    commands.read_more,
    read_by_years,
    read_most_in,
    read_all_shown,
    read_export,
    _small,
    _ambiguous,
    _protected,
    _about_list,
    read_lookup,
    read_unknown_name,
    read_shortlist,
    read_compare,
    _action,
    _contact,
    read_count,
    read_telling,
    read_explain,
    read_question,
    read_welcome,
    read_same,
    searching.read_wanted,
)
