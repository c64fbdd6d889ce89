"""Finds the wishes a message takes back: "drop the Spark requirement", "any location is fine"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agent.offline.wishes import matching
from tools.asides import without_asides
from tools.criteria import Criteria
from tools.request.terms import Cover
from tools.vocabulary.skills import find_skills

_I = re.IGNORECASE
_NEXT = (
    r"(?:add|make|also|only|just|show|find|use|change|switch|search|look|we|i|it|must|include|keep|"
    r"put|set|instead|rather|ideally|then|prefer|require|drop|remove|forget|ignore|skip|at least|"
    r"now|give|but|however)\b"
)
_END = (
    rf"(?=\s*(?:$|[.;!?](?:\s|$)|\n|,\s*(?:and\s+|but\s+)?{_NEXT}|\bbut\b|\bhowever\b|"
    rf"\band\s+{_NEXT}|"
    rf"\binstead\b|\bplease\b|\bfor now\b|\bfrom (?:the|my) (?:search|criteria|wishes|list|"
    rf"filters?)\b|"
    rf"\bas (?:a )?(?:requirements?|criteri\w+|filters?|wish\w*)\b|[-–—]\s))"
)
_DROP = (
    r"(?:drop|remove|forget(?: about)?|ignore|skip|lose|delete|scrap|ditch|relax|omit|clear|"
    r"lift|waive|"
    r"disregard|cancel|undo|unset|discard|loosen|leave out|leave(?=\s.* out\b)|take (?:out|off|"
    r"away)|"
    r"take(?=\s.* (?:out|off|away)\b)|get rid of|let go of|give up(?: on)?|do without|(?:can |"
    r"could |"
    r"will )?live without|go without|manage without|(?:not|no longer|stop) insist(?:ing)? on|"
    r"no longer (?:need|require|care about)|be (?:lenient|relaxed|flexible|open) (?:on|about|"
    r"with)|cut|"
    r"chuck|ease off(?: on)?|leave aside|put aside|set aside|forgo|never ?mind(?: about)?|nvm|nm|"
    r"don't worry about|"
    r"(?:we |i )?(?:do not|don't) "
    r"(?:really |actually |even )?(?:need|care(?: about)?|require|insist on|bother with|"
    r"mind about|want)"
    r"(?: to (?:know|have|filter by))?|doesn't (?:need|have to have)|(?:there's |"
    r"there is )?no need (?:for|of)|"
    r"(?:without|lose|not)(?=\s(?:the |any )?[\w+#. /-]{1,40}? (?:requirement|criteri\w+|"
    r"filter|restriction|"
    r"condition|constraint|wish)\b)|stop (?:requiring|filtering (?:by|for|on))|regardless of|"
    r"irrespective of|"
    r"no matter|(?:be )?(?:open|flexible) (?:on|to|about|regarding|with)(?= (?:any|all|the|"
    r"location|where))|"
    r"with or without|whatever|any|uncheck|deselect|take back)"
)
_FORWARD = re.compile(
    rf"\b(?P<verb>{_DROP})\s+(?:(?:the|my|that|this|any|all|a|an|about|on|bit about|part about|"
    rf"thing about)\s+)*(?P<object>[^\n]{{1,200}}?){_END}",
    _I,
)
_NOT_BE = (
    r"(?:doesn't|does not|don't|do not|isn't|is not|aren't|are not|needn't|need not|no longer|"
    r"not|ain't|"
    r"is no longer|are no longer)"
)
_WITHOUT_THE = re.compile(
    r"^\W*(?:and |but |ok(?:ay)?,? )?without the (?P<object>[\w+#. /-]{2,40}?)\W*$", _I
)
"""Of a wish on the desk: "without the degree" takes the wish back, and keeps nobody out."""
_LEFT_OUT = re.compile(
    r"(?P<object>[^.;!?\n]{1,200}?)[,.;:?–-]+\s*"
    r"(?:(?:so|please|just|let's|you can|we can|can you) )*"
    r"(?:(?:leave|take|cut) (?:it|that|this) out|(?:drop|remove|forget|ignore|skip|lose|scrap)"
    r" (?:it|that|this))(?: please)?\W*$",
    _I,
)
_BACKWARD = re.compile(
    rf"(?P<object>(?:(?!{_END})[^.;!?\n]){{1,200}}?)\s+"
    rf"(?:{_NOT_BE}\s+(?:be\s+)?(?:really |that |so |even |actually |all that |an? |"
    rf"necessarily |strictly )*"
    r"(?:matters?|important|needed|necessary|required|relevant|counts?|appl(?:y|ies)|problem|"
    r"concern|"
    r"critical|crucial|essential|mandatory|requirement|criterion|issue)(?: (?:any ?more|at all|"
    r"much|here|to (?:me|us)))?"
    r"|(?:is|are|'s) (?:irrelevant|unimportant|flexible|negotiable|not (?:so |that )?important|"
    r"open|not an issue|"
    r"no (?:issue|problem|concern)|whatever|a non-issue)|(?:can|could|may|should) (?:go|"
    r"be (?:dropped|removed|ignored|anything|anywhere|relaxed|flexible))|"
    r"(?:makes|make) no difference|is off the table|(?:is|are)(?:n't| not) (?:a )?deal-?breakers?"
    r"|(?:is|are) not (?:strictly |really )?(?:a )?must)\b",
    _I,
)
_ANY = re.compile(
    r"\b(?:any|every|whatever|whichever|all)\s+(?P<object>[\w ]{2,40}?)\s*(?:is|are|'s|will|"
    r"would(?: be)?|can)?\s*"
    r"(?:fine|ok(?:ay)?|do|good|works?|alright|all right|acceptable|welcome|possible|goes)\b"
    r"|\bno\s+(?!longer\b)(?P<object2>[\w+#. /-]{2,40}?)\s+(?:is |are )?(?:needed|required|"
    r"requirements?|necessary|filters?|limits?|"
    r"restrictions?|constraints?)\b"
    r"|(?P<object3>\b(?:anywhere|everywhere|wherever|any (?:location|place|city|country|region|"
    r"language|degree|"
    r"education|industry|experience level|level of experience))\b)",
    _I,
)
_KEEP_ONLY = re.compile(
    r"\b(?:keep only|only keep|just keep|keep just|(?:drop|remove|forget|ignore|"
    r"clear) (?:everything|all|all the rest)"
    r"(?: else)? (?:but|except(?: for)?|besides|apart from|other than))\s+(?:the |"
    r"my )?(?P<object>.+?)"
    r"(?: (?:requirement|criterion|filter|wish)s?)?[.!?]*$",
    _I,
)
_SEPARATE = re.compile(r"\s*(?:,|\band\b|\bor\b|&|/|\+(?=\s)|\bas well as\b|\bnor\b)\s*", _I)
_EDGES = re.compile(r"^(?:[ ,.;!]|-(?![\w\"]))+|[ ,.;!-]+$")
_TO_NUMBER = re.compile(r"\bto (?:about |at least )?\d", _I)
_PEOPLE = re.compile(
    r"⟨|#\d|^(?:(?:all|any|every) )?(?:of )?(?:the |those )?"
    r"(?:ones?|people|candidates?|folks|everyone|everybody|those)\b"
    r"(?: (?:with|without|who|that|in|from|lacking|whose|not)\b|\W*$)"
    r"|^(?:any(?:one|body)|everyone|everybody|people|candidates|folks|profiles) \w"
    r"|^(?:those|whoever|the ones) (?:who|with|from|that|in|knows?|has)\b"
    r"|\b(?:him|her|them|(?:first|second|third|last) one)\b",
    _I,
)


LONGEST = 1_500
"""Characters of a message in which something may be taken back or swapped."""


class Removal(NamedTuple):
    """What is taken back, the names nothing matched, and the message without those words."""

    wishes: Criteria
    unknown: tuple[str, ...]
    rest: str


def read_removals(text: str, wishes: Criteria) -> Removal:
    """Return the wishes taken back; the rest of the message still speaks of others.

    A message longer than LONGEST is a posting or noise, which takes nothing back.
    """
    if len(text) > LONGEST:
        return Removal((), (), text)
    keep = _KEEP_ONLY.search(text)
    if keep:
        kept = named_each(keep["object"], wishes)[0]
        if kept:
            return Removal(tuple(w for w in wishes if w not in kept), (), "")
    gone: dict[str, None] = {}
    unknown: list[str] = []
    spans: list[tuple[int, int]] = []
    for phrase, start, end, ordered in _phrases(text):
        if _PEOPLE.search(phrase) or _TO_NUMBER.search(phrase):
            continue
        if any(s < end and start < e for s, e in spans):
            continue
        found, strange = named_each(phrase, wishes)
        # "X isn't a must" about a wish nobody made is a weight, which the reader of requests knows.
        if not found and not (
            strange and (ordered or any(without_asides(wishes, name) for name in strange))
        ):
            continue
        gone.update(dict.fromkeys(w.id for w in found))
        unknown.extend(strange)
        spans.append((start, end))
    rest = text
    for start, end in sorted(spans, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    return Removal(tuple(w for w in wishes if w.id in gone), tuple(unknown), _EDGES.sub("", rest))


def _phrases(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """Yield (what is taken back, start, end, whether it was ordered by a verb)."""
    for match in _ANY.finditer(text):
        yield match["object"] or match["object2"] or match["object3"], *match.span(), False
    if (whole := _WITHOUT_THE.match(text)) is not None:
        yield whole["object"], *whole.span(), False
    if (left_out := _LEFT_OUT.search(text)) is not None:
        yield left_out["object"], *left_out.span(), False
    for match in _BACKWARD.finditer(text):
        yield match["object"], *match.span(), False
    named = Cover(len(text), ((m.start, m.end) for m in find_skills(text, trusted=True)))
    for match in _FORWARD.finditer(text):
        verb = match.span("verb")
        if match["verb"].casefold() not in ("any", "whatever") and not named.touches(*verb):
            yield match["object"], *match.span(), True


def named_each(phrase: str, wishes: Criteria) -> tuple[Criteria, tuple[str, ...]]:
    """Return the wishes named in a list, and the names that match none."""
    found: list[str] = []
    unknown: list[str] = []
    parts = [p for p in _SEPARATE.split(phrase) if p.strip(" .!?'\"")]
    whole = matching(phrase, wishes) if len(parts) < 2 else ()
    for part in () if whole else parts:
        named = matching(part, wishes)
        found.extend(w.id for w in named)
        if not named:
            unknown.append(part.strip(" .!?'\""))
    found.extend(w.id for w in whole)
    return tuple(w for w in wishes if w.id in found), tuple(unknown)
