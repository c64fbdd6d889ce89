"""Reads a wish to know more about people: why they fit, what is missing, what to ask."""

from __future__ import annotations

import re

from agent.offline.plan import Plan, arguments, call, say
from agent.offline.questions import LACKING, read_wishes
from agent.offline.reading import wishes
from agent.offline.references import Mention, find_people, number, people, remainder, unresolved
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH, WHO_DO_YOU_MEAN

_MOST_EXPLAINED = 10
_MOST_AT_ONCE = 5
_I = re.IGNORECASE
_BEST = re.compile(
    r"\b(?:who|which|whom)\b.{0,200}"
    r"\b(?:best|strongest|most suitable|top (?:match|pick|candidate))\b|"
    r"\b(?:who|which)\b.{0,40}\b(?:closest|nearest)(?:\W*$| (?:match|fit)\b| to (?:what (?:i|we)\b"
    r"|(?:my|our|the) (?:wish|need|requirement|criteri)))|"
    r"\b(?:best|strongest|top) (?:match|fit|candidate|person|one|choice|pick)\b",
    _I,
)
CHOOSES = re.compile(
    r"\b(?:who|which(?: (?:one|person|candidate))?|whom) (?:would|should|shall|do|could|must) "
    r"(?:you|i|we) (?:call|ring|interview|contact|talk to|speak (?:to|with)|start with|meet|see"
    r"|approach|reach out to|go with|go for)\b"
    r"|\bif (?:you|i|we) (?:had|have|could|can) (?:to )?(?:only )?(?:pick|choose|take|hire|call"
    r"|interview|keep)\b.{0,30}\b(?:who|which|whom)\b"
    r"|\b(?:who|which|whom)\b.{0,30}\bif (?:you|i|we) (?:had|could|can|have)\b"
    r"|\byour (?:pick|favou?rite|(?:top |first )choice|number one)\b",
    _I,
)
"""Asks whom to choose: the list has a first, and the choice is the recruiter's."""
_WHY = re.compile(
    r"\b(?:why|how come|explain|justify|reasons?|evidence|proof|prove|elaborate|tell me|details?|"
    r"what(?:'s| is| are)? (?:missing|lacking|wrong|good|bad|special|about)|what makes|lacks?|"
    r"lacking|gaps?|strengths?|weak(?:ness(?:es)?| (?:points?|spots?))|concerns?|red flags?|"
    r"pros and cons|missing|interview|questions?|ask|probe|background|describe|summari[sz]e|"
    r"summary|overview|walk me through|what do you (?:think|know)|how about|know more|learn more|"
    r"read more|go deeper|expand on|dig into|focus on|look at|open|profile|r[ée]sum[ée]|cv|"
    r"who(?:'s| is)|good (?:match|fit)|against|in favou?r of|speaks for|right (?:fit|person)|"
    r"suitable|qualified|match(?:es)?|fits?|"
    r"fit for|more (?:about|on|info\w*)|work history|career|convince me|sell me|stand(?:s)? out|"
    r"show me|let me see|info(?:rmation)?|recommend|worth|qualif\w+|what (?:has|did|does|can|do)|"
    r"meets? (?:all|the|my|our|every\w*)|where (?:does|do|is|are)|how (?:many years|long|"
    r"much experience))\b",
    _I,
)
_SO_MANY = ("bare", "top")
"""How an amount is said that may be of people still to be found: "the top 5 welders"."""
_EXPLAINS = re.compile(r"(?:and |but )?(?:why|explain|tell me|describe|summari)", _I)
_FOR_HOURS = re.compile(
    r"\bfor (?:the )?(?P<hours>nights?|weekends?|evenings?|(?:night|day|late|early) shifts?"
    r"|on-call)\b",
    _I,
)
"""What hardly a résumé tells of, and what no place in the list is about."""
_TOP_ONLY = re.compile(
    r"^\W*(?:(?:ok|okay|just|only|show|give|me|us|please|and|now|can you)\W+)*(?:(?:the )?"
    r"(?:top|first|best) (?P<n>\d|two|three|four|five)(?: (?:only|please|ones?|people|candidates))*"
    r"|(?:summari[sz]e|sum (?:it |this )?up|(?:an? )?(?:quick |short |brief )?(?:summary|overview))"
    r"(?: (?:of|the|this|list|results?|please))*)\W*$",
    _I,
)
_WHY_ALONE = re.compile(
    r"^(?:and |but |so )?(?:why|how come|explain|(?:explain|prove) (?:that|this|it|please)|"
    r"why (?:is )?(?:that|this)|"
    r"justify|(?:any |what are |the )*(?:red flags|gaps|concerns|weaknesses)|"
    r"(?:and |so |but )?what(?:'s| is| else is| would be| might be| could be) (?:still )?"
    r"(?:missing|lacking|open)"
    r"(?: (?:there|here|then|for (?:us|me)|in (?:it|there)|with (?:him|her|them)))*|"
    r"(?:more )?details?|(?:tell|show) me more(?: details)?|more info(?:rmation)?|elaborate|"
    r"what (?:should|could|can|would) i ask(?: in (?:the|an) interview)?|"
    r"(?:where(?:'s| is) )?(?:the |your )?(?:evidence|proof)|says who|"
    r"(?:show me )?where (?:it|does it) says? (?:that|so|this)|"
    r"interview questions?|suggest (?:some )?interview questions)(?: please)?\W*$",
    _I,
)
_ONLY_PERSON = re.compile(
    r"^(?:and|what about|how about|ok(?:ay)?|now|then|also|the|so|,|\s|\?|!|\.|please|next|"
    r"person|candidate|number|or|&|too)*$",
    _I,
)


def read_explain(now: Situation) -> Plan | None:
    """Return an explanation of the people asked about."""
    text = now.text
    if _WHY_ALONE.match(text):
        return _explain_current(now)
    if now.shown and (plan := _of_the_first(now)) is not None:
        return plan
    checks = bool(now.searched and LACKING.match(text) and read_wishes(now))
    asked = bool(_WHY.search(text)) and not checks
    mentions = tuple(m for m in find_people(now, loose=asked) if m.kind not in {"plural", "both"})
    if not asked and not _only_people(text, mentions):
        return None
    who = people(mentions)[:_MOST_EXPLAINED]
    if who and not now.searched:
        loose = all(m.kind in _SO_MANY for m in mentions) and not _EXPLAINS.match(text)
        sought = loose and any(w.kind != "text" for w in wishes(text))
        return None if sought else say(NO_SEARCH)
    if who:
        return call("explain_match", people=list(who))
    if unresolved(mentions) and asked:
        return say(WHO_DO_YOU_MEAN if now.shown else NO_SEARCH)
    plural = people(tuple(m for m in find_people(now) if m.kind in {"plural", "both"}))
    if plural and _EXPLAINS.match(text):
        return call("explain_match", people=list(plural[:_MOST_AT_ONCE]))
    return None


def _of_the_first(now: Situation) -> Plan | None:
    """Return what is asked of the first of the list, whom nobody needs to name."""
    text = now.text
    if top := _TOP_ONLY.match(text):
        last = min(number(top["n"] or "three"), len(now.shown), _MOST_AT_ONCE)
        return call("explain_match", people=[f"#{n}" for n in range(1, last + 1)])
    singled = any(m.kind in {"token", "id", "rank", "one"} for m in find_people(now))
    if CHOOSES.search(text) and not singled:
        return call("explain_match", people=["#1"])
    if not _BEST.search(text):
        return None
    if hours := _FOR_HOURS.search(text):
        willing = wishes(f"can work {hours['hours']}")
        return call("filter_candidates", add=arguments(willing), among="shown")
    named = any(w.kind != "text" for w in wishes(text))
    return None if named else call("explain_match", people=["#1"])


def _explain_current(now: Situation) -> Plan:
    if not now.discussed and not now.shown:
        return say(NO_SEARCH)
    return call("explain_match", people=["last" if now.discussed else f"#{now.shown[0]}"])


def _only_people(text: str, mentions: tuple[Mention, ...]) -> bool:
    """Return whether nothing but people is named: "#2", "and the third?"."""
    sure = [m for m in mentions if m.kind not in {"one", "bare", "all", "group"} and m.people]
    return bool(sure and _ONLY_PERSON.match(remainder(text, mentions)))
