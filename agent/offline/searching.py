"""Decides whether a request starts a new search or changes the one on the desk."""

from __future__ import annotations

import re

from agent.offline import changes, smalltalk
from agent.offline.amending import WEIGHS
from agent.offline.commands import split_start_over
from agent.offline.job_corrections import jobs_held, jobs_said
from agent.offline.narrowing import insisted_anew, insisting
from agent.offline.phrasebook import phrasebook
from agent.offline.plan import Plan, arguments, call, say
from agent.offline.questions import counted_wishes
from agent.offline.reading import read, refused, wishes
from agent.offline.situation import Situation
from agent.offline.wishes import in_one_field, matching, same_role
from agent.offline.wording.counts import LIST_THEM
from agent.offline.wording.left_out import left_out
from tools.criteria import Criteria, Criterion
from tools.request import refuse, undenied

_SAID = phrasebook("searching")

_I = re.IGNORECASE
_FINDS = re.compile(r"\b(?:find|search|look(?:ing)? for|hiring|hire|recruit)\b", _I)
_SOMEBODY = re.compile(r"\b(?:someone|somebody|people|persons?|candidates|a person|anyone)\b", _I)
_BESIDE = re.compile(r"\b(?:also|too|as well|additionally|in addition)\b|^\W*(?:and|plus)\b", _I)
"""Says so of a job that has to do with the one sought; of any other it begins a second search."""
_OFFER = re.compile(r"Shall I (?:drop|no longer exclude) ([^?]+)\?")
ALREADY = "That is already among your wishes, so the list stays as it is."
UNREAD = (
    "I could not read that as a change of your wishes, so the list stays as it is. Name what to "
    "add or to drop: a skill, a place, a certificate, a number of years."
)
_A_STORY = 160
"""Characters from which a message that names another job tells a need of its own."""


def read_anew(now: Situation) -> Plan | None:
    """Return what "start over" and "new search: …" ask for."""
    rest = split_start_over(now.text)
    if rest is None:
        return None
    found = wishes(rest)
    return _search(found) if found else call("start_over")


def read_consent(now: Situation) -> Plan | None:
    """Return what the last answer proposed, where the recruiter says yes to it."""
    if now.said.endswith(LIST_THEM) and (
        _SAID["yes"].match(now.text) or _SAID["list_them"].match(now.text)
    ):
        counted = counted_wishes(now.saying(now.asked))
        return _search(counted) if counted else None
    offer = _OFFER.search(now.said)
    if not offer or not _SAID["yes"].match(now.text):
        return None
    dropped = matching(offer[1], now.criteria)
    return call("filter_candidates", add=[], remove=[w.id for w in dropped]) if dropped else None


def read_document(now: Situation) -> Plan | None:
    """Return the search a pasted job description asks for."""
    if len(now.text) < 120:
        return None
    reading = read(now.text)
    return _search(reading.criteria) if reading.is_job_description and reading.criteria else None


def read_wanted(now: Situation) -> Plan | None:
    """Return the search or the change of wishes that any other message asks for."""
    now = now.saying(_SAID["leaving"].sub("", now.text)) if now.criteria else now
    said = now.text
    now = now.saying(undenied(now.text))
    found = wishes(now.text, now.criteria)
    protected = refused(now.text)
    if not now.criteria or _starts_anew(now, found):
        return _search(wishes(now.text)) if _worth(now, found) else _refusal(protected)
    edit = changes.read_edit(now)
    # "Not managers" says of a wish that is named what is not wanted.
    named = any(c.kind != "text" for c in found)
    refuses = named and any(c.weight == "avoid" for c in edit.add)
    if edit.changes(now.criteria) and (edit.remove or refuses or _worth(now, edit.add)):
        only = insisting(said, edit)
        wanted = {"add": arguments(edit.add), "remove": list(edit.remove)}
        return call("filter_candidates", **wanted, **({"only": only} if only else {}))
    if protected:
        return _refusal(protected)
    if edit.unknown and not any(_held(now, c) for c in found):
        strange = " or ".join(edit.unknown[:3])
        return say(f"You have not asked for {strange}, so there is nothing to drop.")
    if _SAID["comparative"].match(now.text):
        return say("How much is that? Give me a number of years or a job title to look for.")
    if stays := insisted_anew(now, said, found):
        return stays
    if WEIGHS.match(now.text):
        return say(ALREADY)
    if found and _worth(now, found):
        already = ALREADY if any(_held(now, c) for c in found) else UNREAD
        return say(" ".join([already, *left_out(now.text)]))
    return None


def _refusal(protected: tuple[str, ...]) -> Plan | None:
    return say(refuse(protected)) if protected else None


def _search(criteria: Criteria) -> Plan:
    return call("search_candidates", criteria=arguments(criteria))


def _starts_anew(now: Situation, found: Criteria) -> bool:
    wanted, held = jobs_said(now.text, found), jobs_held(now.criteria)
    if _SAID["described"].match(now.text) and not _SAID["keeps"].search(now.text):
        told = [c for c in wishes(now.text) if c.kind == "title"]
        if told and not any(_same(t, h) for t in told for h in held):
            return True
    if wanted and held:
        if len(now.text) > _A_STORY and not any(_same(w, h) for w in wanted for h in held):
            return True
        if _SAID["either"].search(now.text) or any(_same(w, h) for w in wanted for h in held):
            return False
        if _BESIDE.search(now.text):
            return not any(in_one_field(w, h) for w in wanted for h in held)
        return bool(_SAID["seeks"].match(now.text)) or not _SAID["corrects"].search(now.text)
    if _SAID["keeps"].search(now.text):
        return False
    group = _SAID["group"].match(now.text)
    if held and group and wishes(group["group"]):
        return True
    if not _SAID["seeks"].match(now.text):
        return False
    return bool(wanted) or bool(found and _SOMEBODY.search(now.text) and _FINDS.search(now.text))


def _same(one: Criterion, other: Criterion) -> bool:
    return any(same_role(a, b) for a in one.values for b in other.values)


def _worth(now: Situation, found: Criteria) -> bool:
    """Return whether the wishes are more than loose words of a message about something else."""
    if not found:
        return False
    if any(c.kind != "text" for c in found):
        return True
    if smalltalk.foreign(now.text):
        return False
    if jobs_said(now.text, found):
        return True
    if _SAID["talks"].match(now.text) and not _SAID["wishes"].search(now.text):
        return False
    return not _SAID["about_people"].search(now.text)


def _held(now: Situation, wish: Criterion) -> bool:
    """Return whether a wish, or one that comes to the same, is on the desk."""
    return any(
        c.kind == wish.kind
        and (
            {str(v).casefold() for v in c.values} & {str(v).casefold() for v in wish.values}
            or (wish.kind == "title" and _same(wish, c))
        )
        for c in now.criteria
    )
