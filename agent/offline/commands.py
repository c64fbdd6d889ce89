"""Reads the commands that speak of the list itself: undo, start over, show more, which wishes."""

from __future__ import annotations

import re

from agent.offline.phrasebook import answers, chatter
from agent.offline.plan import Plan, call, say
from agent.offline.reading import wishes
from agent.offline.references import number
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH
from agent.offline.wishes import same_role

_LEAD = (
    r"^(?:(?:ok|okay|so|well|and|no|nope|oh|oops|sorry|wait|hmm+|actually|please|hey|great|"
    r"thanks|now|"
    r"alright|right|hang on)[,.! ]+)*"
    r"(?:(?:can|could|would) (?:you|we|i) |please |let's |let us |i want to |i'd like to |just )*"
)
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"

_SHORT = 9
"""Words that may follow "go back" before it is about something else."""
_UNDO = re.compile(
    rf"{_LEAD}(?:undo|un-do|revert|roll ?back|go (?:a step )?back|step back|back up|back|restore|"
    r"take (?:that|it|this|the last (?:one|change|step|bit)) back|take back|bring (?:it|that|"
    r"them|everyone|everybody) back|"
    r"put (?:it|that|them) back|cancel (?:that|this|it|the last \w+)|scratch that|"
    r"forget (?:that|it|about (?:it|that))|"
    r"never ?mind (?:that|the last \w+)|reverse (?:that|it|the last \w+)|"
    r"(?:show me )?(?:the )?(?:(?:previous|former|last|old) (?:list|results?|search|ones|page)|"
    r"(?:previous|former|old) one)|return to the (?:previous|former|last|old) \w+|"
    r"as (?:it was )?before|"
    r"that was (?:a mistake|wrong|better before)|i changed my mind|what we had before)"
    rf"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
REDO = re.compile(
    rf"{_LEAD}(?:re-?do|un-?undo|undo (?:the|that|my|your|last) (?:last )?undo|take back the undo"
    r"|revert the undo)(?: (?:it|that|this|the|last|change|step|again|please))*"
    rf"(?: (?:twice|both|(?:the (?:last|next) )?{_NUMBER}(?: (?:times|steps?|changes))?))?\W*$",
    re.IGNORECASE,
)
_UNDO_REST = re.compile(
    rf"^[\s,.!?]*(?:(?:the |my |those |that |this |it |last |previous |latest |recent |a |to |"
    rf"one |please|undo|revert|"
    rf"undo|revert|again|now|change[sd]?|steps?|edits?|filters?|time|times|twice|{_NUMBER}|list|results?|"
    rf"search|where we "
    rf"were|before|what we had|action|thing|move|query|everything|of|both|all|and|i did|"
    rf"ones?)[\s,.!?]*)*$",
    re.IGNORECASE,
)
_UNDO_LATE = re.compile(
    r"[,.;!–-]\s*(?:so |please |can you |could you |let's |just )*(?:undo|revert|roll back|"
    r"go back|step back|"
    r"take (?:it|that|this) back|put it back)(?: (?:it|that|this|please|again|the last \w+|"
    r"one step))*\W*$",
    re.IGNORECASE,
)
_UNDO_WORD = re.compile(r"\b(?:undo|redo|revert)\b", re.IGNORECASE)
_STEPS = re.compile(
    rf"\b(?:(?:last|undo|back) (?=(?P<n>{_NUMBER})\b)|"
    rf"(?=(?P<m>{_NUMBER}) (?:change|step|edit|time|filter)s?\b))",
    re.IGNORECASE,
)

_OVER = re.compile(
    rf"{_LEAD}(?:and )?(?:start (?:all )?(?:over|again|afresh|fresh|anew|new|from (?:scratch|"
    rf"the beginning))|starting over|begin again|restart|"
    r"(?:a |do a |make a |begin a |start a )?(?:completely |totally |whole )?(?:new|fresh|"
    r"different|another) (?:search|query|request|role|position|topic|one)|"
    r"reset(?: (?:everything|all|it|the (?:search|filters|criteria|list)|filters|search))?|"
    r"clear (?:everything|all|it|it all|the (?:search|filters|criteria|list|wishes|board)|"
    r"(?:all )?(?:the )?(?:filters|criteria|wishes))|"
    r"(?:forget|scrap|drop|remove|delete|wipe|discard|ditch) (?:it all|everything|"
    r"(?:all (?:of )?)(?:that|this|it|the (?:filters|criteria|wishes|requirements)|"
    r"filters|criteria|wishes|requirements)|the (?:whole|entire|previous|current|old) (?:thing|"
    r"search))|(?:from|a) (?:scratch|clean slate)|clean slate|wipe the slate(?: clean)?|"
    r"clean the slate|"
    r"(?:begin|start|go|try|continue) (?:on |with )?(?:something|someone|somebody) (?:new|else|"
    r"different)|"
    r"(?:let's )?(?:change|switch) (?:the )?(?:topic|subject)s?|something (?:completely |"
    r"else )?(?:else|different))\b"
    r"(?! (?:in|with|about) (?:the )?(?:mind|skill))(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OVER_LATE = re.compile(
    r"[,.;!–-]\s*(?:so |please |can we |let's |let me |just )*"
    r"(?:reset|restart|start (?:over|again|afresh|from scratch))(?: please)?\W*$",
    re.IGNORECASE,
)
_FORGET_EXCEPT = re.compile(r"^\s*(?:but|except|besides|apart from|other than)\b", re.IGNORECASE)

_PEOPLE = (
    r"(?:people|candidates?|results?|profiles?|ones?|matches|names|persons|of (?:them|these)|"
    r"applicants?|options|hits|rows)"
)
_MORE = re.compile(
    rf"{_LEAD}(?:(?:show|give|get|list|load|fetch|see|bring|display|find|i need|i want|need|"
    rf"want|are there|do you have|have you got|"
    rf"is there|got|let me see|let's see|view|go to|any|me|us|the|some|few|a|on|up|to) )*"
    rf"(?:(?P<n1>{_NUMBER}|another|next|a few) (?:more|further|additional|others?|next|"
    rf"{_PEOPLE})(?: {_PEOPLE})?|"
    rf"(?:more|next|further|additional|other|others|another|remaining|rest(?: of (?:them|"
    rf"the list|the people))?)"
    rf"(?: (?P<n2>{_NUMBER}|few|couple|page|batch|set))?(?: {_PEOPLE}| few)?|"
    rf"next page|page (?:two|three|four|2|3|4)|who(?:m)? else(?: (?:is there|do you have|"
    rf"have you got|matches|fits|do we have|could fit|have we got|is on the list|qualifies))?|"
    rf"what else(?: do you have)?|(?:any|no)(?: ?one|body) else|"
    r"(?:what|how) about (?:the )?(?:others?|rest)|"
    rf"(?:someone|somebody|anyone) (?:else|different)|keep going|continue|go on|carry on|"
    rf"scroll(?: down)?|further down|down the list|(?:all )?the rest|"
    rf"(?:(?<=show )|(?<=list )|(?<=me )|(?<=us ))(?:(?:them )?all|every(?:one|body)))"
    r"(?: (?:please|pls|now|too|then|on the list|like (?:this|that|these|them|those)|"
    r"in the list|from the list|available|there|left|for me|to (?:look at|see)))*\W*$",
    re.IGNORECASE,
)

_MORE_OF = re.compile(
    r"^(?:(?:show|give|get|find) (?:me )?)?(?:\d+ )?(?:more|further|"
    r"other) (?P<what>[a-z -]{3,40})\W*$",
    re.IGNORECASE,
)

ASKS_WISHES = re.compile(
    r"\b(?:what|which|show|list|repeat|see|display|tell me) (?:me )?(?:are |is |"
    r"were )?(?:all )?(?:the |my |our |your |these )?"
    r"(?:current |active |present )?(?:wishes|criteria|filters|requirements|search terms|"
    r"conditions)\b(?!.* (?:does|do|is|has) (?:he|she|⟨))|"
    r"(?<!to )\bwhat (?:did i|have i|do i|i|i've|i have) (?:ask|asked|say|said|want|search)|"
    r"\bwhat (?:are|were|am|was) (?:we|you|i) (?:looking|searching) for\b|"
    r"\bwhere (?:are|were) we\b|\brecap\b",
    re.IGNORECASE,
)
ASKS_COUNT = re.compile(
    r"^\W*(?:and |so )?how many(?: (?:are there|people|candidates|results?|matches|hits|"
    r"profiles|in total|left|total|of them(?: are there)?|do you have|have you got|"
    r"did you find|match|matched|fit|have we got|do we have|are left|were found|remain|"
    r"in all))*\W*$",
    re.IGNORECASE,
)


TOO_STRICT = re.compile(
    r"^\W*(?:(?:hm+|ok|okay|no|well|but|sorry|oh)\W+)*"
    r"(?:(?:that|this|it)(?:'s| is| seems)|we(?:'re| are)|i(?:'m| am))?"
    r" ?(?:(?:being|a bit|way|much|far|still|getting) )*"
    r"too (?:strict|narrow|picky|specific|demanding|much|restrictive|tight)"
    r"(?: (?:now|then|maybe|i think|for me))*\W*$",
    re.IGNORECASE,
)
_TO_FORMER = re.compile(
    r"^\s*to (?:the |an? )?(?P<what>[^\n,;?!]{2,40}?)(?: please| again| then| instead)*\W*$", re.I
)
_GAVE_UP = re.compile(
    r"\b(?:instead|rather than|in place of|not|no|replace|swap|change|switch|drop|remove|forget|"
    r"without)\b",
    re.IGNORECASE,
)
ASKS_INDEX = re.compile(
    rf"{_LEAD}(?:how many|what number of) (?:{_PEOPLE}|r[ée]sum[ée]s?|cvs?|records?|entries)?\s*"
    r"(?:(?:are|do|have|did|is|you|we|i|there|got|know|of|stored|indexed|loaded|total|overall|"
    r"altogether|in|on|your|the|this|my|file|all)\b\s*)*"
    r"(?:in|on) (?:your |the |this |my )?(?:whole |entire |full )?(?:index|database|system|pool|"
    r"file|collection|talent pool)(?: (?:in total|altogether|overall|now|right now|today))*\W*$"
    rf"|{_LEAD}(?:how many|what number of) (?:people|persons|candidates?|profiles?|applicants?)"
    r" (?:(?:do|have) (?:you|we|i)(?: (?:have|got|know|hold|keep))*|are there(?= in| al| ov| at))"
    r"(?: (?:in total|altogether|overall|in all|at all))*\W*$"
    rf"|{_LEAD}how many (?:r[ée]sum[ée]s?|cvs?) (?:(?:are|do|have|there|you|we|got|indexed|stored|"
    r"in total|altogether)\b\s*)*\W*$",
    re.IGNORECASE,
)


def read_undo(now: Situation) -> Plan | None:
    """Return an undo for "undo", "go back", "take that back", with a number of steps if given."""
    if REDO.match(now.text):
        return call("undo", redo=True, steps=_steps(_UNDO_WORD.sub("", now.text)))
    found = _UNDO.match(now.text)
    if not found and not _UNDO_LATE.search(now.text):
        return None
    if found and now.shown[:1] == (1,) and "page" in found[0].casefold():
        return say(answers()["firstpage"])
    if found and _returns_to_former(now, found["rest"]):
        return call("undo", steps=1)
    if found and not (_UNDO_REST.match(found["rest"]) or _only_steers(found["rest"])):
        return None
    return call("undo", steps=_steps(now.text))


def split_start_over(text: str) -> str | None:
    """Return what follows "start over" or "new search: …", or None where nothing starts over."""
    found = _OVER.match(text)
    if not found and _OVER_LATE.search(text):
        return ""
    if not found or _FORGET_EXCEPT.match(found["rest"]):
        return None
    return re.sub(
        r"^(?:[\s:;,.!–-]|(?:from scratch|please|now|with|for|and|then)\b)+",
        "",
        found["rest"],
    ).strip(" :;,.!–-")


def after_start_over(text: str) -> str:
    """Return what follows "start over" word for word, such as what is to be kept."""
    found = _OVER.match(text)
    return found["rest"] if found else ""


def read_more(now: Situation) -> Plan | None:
    """Return the next page for "more", "next 5", "who else?"."""
    found = _MORE.match(_more_of_the_same(now))
    if not found:
        return None
    if not now.searched:
        return say(NO_SEARCH)
    word = found["n1"] or found["n2"] or ""
    if re.fullmatch(_NUMBER, word, re.IGNORECASE):
        return call("show_more", count=number(word))
    return call("show_more")


def _more_of_the_same(now: Situation) -> str:
    """Return the message with "more cooks" said as "more", when cooks are what is on screen."""
    found = _MORE_OF.match(now.text)
    held = [str(c.value) for c in now.criteria if c.kind == "title"]
    asked = [str(c.value) for c in wishes(found["what"])] if found and held else []
    alike = len(asked) == 1 and any(same_role(asked[0], title) for title in held)
    return now.text[: found.start("what")] if found and alike else now.text


def _returns_to_former(now: Situation, rest: str) -> bool:
    """Return whether "go back to Java" names what the last message gave up for another."""
    found = _TO_FORMER.match(rest)
    what = found["what"].casefold() if found else ""
    given_up = re.search(rf"(?<![\w.+#]){re.escape(what)}(?![\w+#])", now.asked.casefold())
    return bool(what and given_up and _GAVE_UP.search(now.asked)) and not any(
        what == str(value).casefold() for c in now.criteria for value in c.values
    )


def _only_steers(rest: str) -> bool:
    said = re.findall(r"[^\W_]+", rest.casefold())
    return len(said) <= _SHORT and all(word in chatter() for word in said)


def _steps(text: str) -> int:
    if re.search(r"\btwice|\bboth\b", text, re.IGNORECASE):
        return 2
    found = _STEPS.search(text)
    again = len(_UNDO_WORD.findall(text))
    if again > 1 and not found:
        return min(20, again)
    return max(1, min(20, number(found["n"] or found["m"]))) if found else 1
