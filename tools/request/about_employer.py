"""Finds what a request says about the one who hires: "we run a 12-bed hospital", "for our team"."""

from __future__ import annotations

import re

from tools.request.clauses import sentences
from tools.request.cues import find_cues
from tools.request.terms import Span

_NEED = re.compile(
    r"(?<!who )(?<!that )\b(?:look(?:ing|s)? for|search(?:ing|es)? for|seek(?:s|ing)?"
    r"|needs?(?! to)|wants?(?! to)|hiring"
    r"|(?:would|d) like|recruiting|in need of|after|hunting for|on the (?:hunt|lookout) for"
    r"|trying to (?:find|hire|fill)|scouting for|shopping for|hoping to (?:find|hire)"
    r"|(?:opening|vacancy|position|role|spot|place) for"
    r"|lost|replac(?:e|ing)|backfill(?:ing)?(?: for)?)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"[\s!.,]*(?:and |so |as )?(?:we|i|i'm|we're|our|my|one of our|an?|the|this|they|it)\b",
    re.IGNORECASE,
)
_ABOUT_US = re.compile(
    r"[\s!.,]*(?:we(?:'re|'ve|'ll)?\b(?!\s+(?:need|want|look|seek|search|require|expect|prefer|hire"
    r"|are (?:looking|seeking|searching|hiring)|would"
    r"|'re looking|don't want))"
    r"|one of our (?:clients|customers|branches|sites|schools|hospitals|stores|teams)\b"
    r"|our\s+(?:client|compan|firm|team|unit|office|site|hospital|school|clinic|restaurant"
    r"|kitchen|plant|workshop|\w+ (?:is|are|has|have|runs)\b)"
    r"|i (?:run|own|manage|am|have)\b|i'm\b(?! (?:looking|after|searching|seeking))|they (?:have"
    r"|are|run)\b(?! to)|the job is\b|this is\b(?!\s+not))",
    re.IGNORECASE,
)
_FOR_US = re.compile(
    r"(?<!\breplacement )(?<!\bsuccessor )(?<!\bsubstitute )(?<!\bbackfill )(?<!\bcover )"
    r"\bfor (?:our|my|us|their)\b[^,.;:\n]*?(?=$|[,.;:\n]|\s+(?:in|near|with|who|that|must|should"
    r"|located|based)\b)",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"(?:(?<=[.!?\n])|^|[,;]|\b(?:and|so|but|because|since|as)\b)\W{0,4}(?:and |so |but |as )?"
    r"(?:my|our|their|the|one of (?:my|our|their)) (?:current |present )?(?:[\w/&-]+ ){1,3}?"
    r"(?P<gone>(?:has |have |just |is |are |will be )*(?:left|leaving|leaves|quits?|quitting"
    r"|gave (?:(?:his|her|their|us) )?notice|giving notice|handed in (?:his|her|their) notice"
    r"|resigned|resigning|retired|retiring|retires|moved on|moving on|walked out|off sick"
    r"|on (?:maternity|parental|sick) leave)\b)",
    re.IGNORECASE,
)
"""What says of "our baker" that another one is sought."""
_BUT = re.compile(r"\bbut\b", re.IGNORECASE)
_FEW = 2


def find_about_employer(text: str) -> list[Span]:
    """Return the (start, end) of the words about the employer, in order; they ask for nothing."""
    spans = [said for start, end in sentences(text) for said in _about_us(text, start, end)]
    spans += [m.span() for m in _FOR_US.finditer(text)]
    return sorted(spans)


def _about_us(text: str, start: int, end: int) -> list[Span]:
    """Return the stretches of a sentence about the employer: all around a job somebody leaves."""
    need = _NEED.search(text, start, end)
    stop = need.end() if need else end
    if gone := _GONE.search(text, start, stop):
        before = _about_us(text, start, gone.start()) if gone.start() > start else []
        return [*before, (gone.start("gone"), stop)]
    if not _SUBJECT.match(text, start, end):
        return []
    if not need and not _ABOUT_US.match(text, start, end):
        return []
    if not need and (but := _BUT.search(text, start, end)):
        stop = but.start()
    words = len(text[start : need.start() if need else stop].split())
    if need and words <= _FEW:
        return []
    weighed = [
        c for c in find_cues(text, start, need.start() if need else stop) if c.effect != "drop"
    ]
    return [] if weighed else [(start, stop)]
