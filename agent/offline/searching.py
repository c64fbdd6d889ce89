"""Decides whether a request starts a new search or changes the one on the desk."""

from __future__ import annotations

import re

from agent.offline import changes, smalltalk
from agent.offline.commands import split_start_over
from agent.offline.job_corrections import jobs_held, jobs_said
from agent.offline.narrowing import insisted_anew, insisting
from agent.offline.plan import Plan, arguments, call, say
from agent.offline.questions import counted_wishes
from agent.offline.reading import read, refused, wishes
from agent.offline.situation import Situation
from agent.offline.wishes import in_one_field, matching, same_role
from agent.offline.wording.counts import LIST_THEM
from agent.offline.wording.left_out import left_out
from tools.criteria import Criteria, Criterion
from tools.request import refuse, undenied

_I = re.IGNORECASE
_SEEKS = re.compile(
    r"^(?:(?:ok|okay|so|now|and|then|next|hi|hello|hey|please|great|thanks?|well|also)[,.! ]+)*"
    r"(?:(?:can|could|would) you (?:please )?|i(?:'d| would) like (?:you )?to |"
    r"i want (?:you )?to |please |"
    r"let's |we |i |i'm |we're |we are |i am |help me )*"
    r"(?:find|search|look(?:ing)? for|seek(?:ing)?|source|hire|hiring|recruit(?:ing)?|need|get me|"
    r"after|want|look (?:at|into)|go (?:for|with)|try)\b",
    _I,
)
_FINDS = re.compile(r"\b(?:find|search|look(?:ing)? for|hiring|hire|recruit)\b", _I)
_SOMEBODY = re.compile(r"\b(?:someone|somebody|people|persons?|candidates|a person|anyone)\b", _I)
_DESCRIBED = re.compile(
    r"^\W*(?:(?:ok|okay|now|and|so|please|find(?: me)?|(?:i|we) (?:need|want)|looking for)\W+)*"
    r"(?:someone|somebody|a person|people|an? \w+|one) (?:who|that|to)\b",
    _I,
)
"""Somebody described anew by what they do, "someone who sells cars": not those on the list."""
_GROUP = re.compile(
    r"^\W*(?!(?:more|other|some|any|the|all|these|those|such|not|no|never|without)\b)"
    r"(?P<group>[\w&/+-]+(?: [\w&/+-]+)?)"
    r" (?:people|folks|professionals|staff|workers)\b",
    _I,
)
"""People named by their field, "HR people who …", which is a trade as a title is."""
_KEEPS = re.compile(
    r"\b(?:also|too|as well|only|just|those|these|them|ones?|additionally|still|of (?:them|these)|"
    r"in addition|keep|narrow|among|filter|restrict|limit)\b|^\W*(?:and|or|plus|with|must|but)\b",
    _I,
)
_EITHER = re.compile(
    r"^\W*(?:or|(?:(?:also|we(?:'re| are)|i'm) )*open to)\b"
    r"|\b(?:alternatively|include|including|add|widen|would also do)\b",
    _I,
)
"""Says that another job will do as well."""
_BESIDE = re.compile(r"\b(?:also|too|as well|additionally|in addition)\b|^\W*(?:and|plus)\b", _I)
"""Says so of a job that has to do with the one sought; of any other it begins a second search."""
_CORRECTS = re.compile(
    r"^\W*(?:no|nope|sorry|oops|wait|actually|correction)\b|\b(?:i meant?|make (?:it|that)|"
    r"change (?:it|that|the)|switch (?:it )?to|instead|not \w+)\b",
    _I,
)
_LEAVING = re.compile(
    r"^\W*(?:forget|enough of|no more|never mind|leave)(?: about)? (?:the |these |"
    r"those )?(?:[\w-]+ ){0,2}\w+s[,.;]\s*"
    r"(?=.*\b(?:find|need|want|look\w*|search|show|get)\b)",
    _I,
)
_OFFER = re.compile(r"Shall I (?:drop|no longer exclude) ([^?]+)\?")
_LIST_THEM = re.compile(
    r"^\W*(?:(?:yes|yep|yeah|sure|ok(?:ay)?|please|do|and|so|can you)\W+)*(?:(?:list|show|find|see"
    r"|give)(?: me| us)? (?:them|these|those|all)(?: all)?|who are (?:they|these)|which ones?)\b"
    r"(?: please)?\W*$",
    _I,
)
_YES = re.compile(
    r"^\W*(?:(?:yes|yep|yeah|yup|sure|ok(?:ay)?|please|do (?:it|that|so)|go (?:ahead|for it)|"
    r"fine|of course|"
    r"sounds good|why not|drop (?:it|that)|right|good|exactly|absolutely)\W*)+$",
    _I,
)
_ABOUT_PEOPLE = re.compile(
    r"[?]|^(?:what|when|where|why|how|write|tell|sing|play|open(?! to\b)|make(?!.* a must\b))\b", _I
)
_SUBJECT = r"(?:i|you|he|she|it|this|that|we|they|(?:my|your|the) [\w-]+)"
_TALKS = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|well|hm+|no|yes|sorry)\W+)*"
    rf"(?:(?:is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|should) "
    rf"(?:{_SUBJECT}|there|any\w*|some\w*)\b|{_SUBJECT}(?:'\w+)? (?=[\w'-]))",
    _I,
)
"""How a sentence begins that asks or tells something, and words no wish unless it says so."""
_WISHES = re.compile(
    r"\b(?:need\w*|want\w*|look(?:ing)?|must|should|prefer\w*|require\w*|lik(?:e|es)|love|wish|hope"
    r"|expect\w*|ideal\w*|seek\w*|search\w*|ha(?:s|ve) to|able|important|essential|knows?|speaks?"
    r"|with|without|who)\b",
    _I,
)
ALREADY = "That is already among your wishes, so the list stays as it is."
UNREAD = (
    "I could not read that as a change of your wishes, so the list stays as it is. Name what to "
    "add or to drop: a skill, a place, a certificate, a number of years."
)
_A_STORY = 160
"""Characters from which a message that names another job tells a need of its own."""
_COMPARATIVE = re.compile(
    r"^\W*(?:(?:only|just|show me|i want|give me|we need|need|with)\s+)*(?:a (?:bit|little) )?"
    r"(?:more|less|better|stronger|higher|fewer)\s+(?:years of )?(?:experience[d]?|senior|junior|"
    r"qualified|people|years)(?: (?:is|are) (?:fine|ok|okay|enough|also fine))?\W*$|"
    r"^\W*(?:(?:only|just|someone|some|show me|the|more) )*"
    r"(?:seniors?|juniors?)(?: (?:ones?|people|candidates?|level|only))*\W*$",
    _I,
)


def read_anew(now: Situation) -> Plan | None:
    """Return what "start over" and "new search: …" ask for."""
    rest = split_start_over(now.text)
    if rest is None:
        return None
    found = wishes(rest)
    return _search(found) if found else call("start_over")


def read_consent(now: Situation) -> Plan | None:
    """Return what the last answer proposed, where the recruiter says yes to it."""
    if now.said.endswith(LIST_THEM) and (_YES.match(now.text) or _LIST_THEM.match(now.text)):
        counted = counted_wishes(now.saying(now.asked))
        return _search(counted) if counted else None
    offer = _OFFER.search(now.said)
    if not offer or not _YES.match(now.text):
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
    now = now.saying(_LEAVING.sub("", now.text)) if now.criteria else now
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
    if _COMPARATIVE.match(now.text):
        return say("How much is that? Give me a number of years or a job title to look for.")
    if stays := insisted_anew(now, said, found):
        return stays
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
    if _DESCRIBED.match(now.text) and not _KEEPS.search(now.text):
        told = [c for c in wishes(now.text) if c.kind == "title"]
        if told and not any(_same(t, h) for t in told for h in held):
            return True
    if wanted and held:
        if len(now.text) > _A_STORY and not any(_same(w, h) for w in wanted for h in held):
            return True
        if _EITHER.search(now.text) or any(_same(w, h) for w in wanted for h in held):
            return False
        if _BESIDE.search(now.text):
            return not any(in_one_field(w, h) for w in wanted for h in held)
        return bool(_SEEKS.match(now.text)) or not _CORRECTS.search(now.text)
    if _KEEPS.search(now.text):
        return False
    group = _GROUP.match(now.text)
    if held and group and wishes(group["group"]):
        return True
    if not _SEEKS.match(now.text):
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
    if _TALKS.match(now.text) and not _WISHES.search(now.text):
        return False
    return not _ABOUT_PEOPLE.search(now.text)


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
