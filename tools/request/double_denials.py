"""Reads two denials as the demand they are, every offset as it was: "nobody without HACCP"."""

from __future__ import annotations

import re

_THEM = (
    r"(?:(?:all (?:the |of the )?|any|every|the) ?)?\b(?:people|candidates|those|ones|profiles"
    r"|folks|every(?:one|body)|any(?:one|body)|some(?:one|body))"
)
_LACKING = (
    r"(?:without(?: an?| any| the)?|lacking|(?:living )?outside(?: of)?"
    r"|not(?= (?:in|from|within|near|living|based)\b)"
    r"|who (?:lacks?|(?:do|does)(?:n't| not) (?:have|know|hold|speak|live)|ha(?:s|ve) no"
    r"|(?:is|are)(?:n't| not)(?: an?)?|(?:live|lives|are|is) outside(?: of)?))"
)
_NONE_WITHOUT = re.compile(
    r"(?:\b(?:(?:please )?(?:hide|exclude|drop|remove|skip|no|not|leave out|filter out|screen out"
    r"|weed out|reject|avoid|ignore|get rid of|lose"
    r"|(?:i |we |you )?(?:do not|don'?t|won'?t|will not|would not|wouldn'?t|can'?t|can ?not|never)"
    r" (?:show|send|give|suggest|propose|list|include|consider|accept|take|want|hire|need|like"
    rf"|invite|interview|look at)(?: me| us)?) {_THEM}|no ?(?:one|body)) {_LACKING}"
    r"|\b(?:we |i |you |they )?(?:can'?t|can ?not|could not|couldn'?t|won'?t|will not) "
    r"(?:(?:do|live|manage|go|start|operate) without|(?:be|go) lacking)(?: an?| any| the)?"
    r"|\b(?:not|never) without(?= [\w+#-]{1,30}\s*(?:[.,;!?]|$))) ",
    re.IGNORECASE,
)
_APPLY = re.compile(
    r"(?<!\w )\b(?:please )?(?:do not|don't|dont|no need to"
    r"|need not) (?:even )?(?:bother to )?apply,? "
    r"(?P<unless>(?:if (?:you|they) (?:have (?:no|not)|lack"
    r"|(?:do not|don't) (?:have|hold|know|speak))"
    r"|without|unless (?:you|they) (?:have|hold|know|speak)|unless you are|unless you're) )?"
    r"(?:if (?:you|they) (?:have|hold|are|need) )?",
    re.IGNORECASE,
)
"""An order not to apply: it demands what somebody lacks, and keeps out what they have."""
_THING = r"(?P<what>(?<![\w+#./&-])[\w+#./&-]{1,30}(?: [\w+#./&-]{1,30}){0,3}?)"
_OR_NOTHING = (
    rf"\bif (?:you|they|he|she|candidates) (?:(?:do|does)(?:n'?t| not) (?:have|hold|know|speak)"
    rf"|lacks?|have no|has no)(?: an?| any| the)? {_THING},? (?:then )?(?:please )?"
    r"(?:(?:do not|don'?t|need not|should not|shouldn'?t) (?:even )?(?:apply|bother)(?: to apply)?"
    r"|no need to apply|skip (?:them|it)|(?:they're|they are|you're|you are) out)\b",
    rf"\bno {_THING},? (?:so |means |then |= ?)?no (?:interview|job|offer|entry|chance|hire|call|go"
    r"|deal|application|way)\b",
    rf"\b{_THING} (?:can'?t|can ?not|may not|must not|mustn'?t) be (?:skipped|omitted|left out"
    r"|waived|dropped|ignored|missing)\b",
)
"""What has to be there, or else nobody is wanted: "no HACCP, no interview"."""
_DEMANDS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _OR_NOTHING)


def undenied(text: str) -> str:
    """Return the text with "nobody without" read as the demand it is, every offset as it was."""
    text = _NONE_WITHOUT.sub(_demanded, text)
    for demand in _DEMANDS:
        text = demand.sub(_alone, text)
    return text


def applied(text: str) -> str:
    """Return the text with an order not to apply read as what it demands or keeps out."""
    return _APPLY.sub(lambda m: _padded("must have" if m["unless"] else "avoid", m), text)


def _demanded(found: re.Match[str]) -> str:
    return _padded("must have", found)


def _padded(said: str, found: re.Match[str]) -> str:
    return said.ljust(len(found.group()) - 1) + " "


def _alone(found: re.Match[str]) -> str:
    """Return what has to be there with blanks where it was denied twice."""
    start, end = (at - found.start() for at in found.span("what"))
    return " " * start + found["what"] + " " * (len(found.group()) - end)
