"""Finds the lines of an e-mail above its words, the greeting, and the courtesies beside them."""

from __future__ import annotations

import re

from tools.request.filler import FILLER
from tools.request.terms import Span
from tools.vocabulary.titles import canonical_title

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_LINE = re.compile(
    r"(?m)^[> \t]*(?:(?:from|to|cc|bcc|reply-to|sent|date|importance|attachments?)[ \t]*:[^\n]*"
    r"|(?P<subject>(?:subject|betreff|re|fwd?|aw|wg)[ \t]*:(?:[ \t]*(?:re|fwd?|aw|wg)[ \t]*:){0,6})"
    rf"|(?P<told>on\b[^\n]{{0,12}}\b(?:\d{{1,2}}"
    rf"|{_MONTH})\b[^\n]{{0,120}}\n?[^\n]{{0,80}}\bwrote[ \t]*:[ \t]*$"
    r"|[-_]{2,}[ \t]*(?:original|forwarded)[^\n]*|(?:begin )?forwarded message[ \t]*:?[ \t]*$))",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(?m)^[ \t]*>[> \t]*")
_NAME = r"[^\W\d_][\w.'’-]{0,30}"
_GREETING = re.compile(
    r"(?m)^[> \t]*(?:to whom(?:ever)? it may concern"
    r"|sehr geehrte damen und herren|madame, monsieur|estimad[oa]s? [^\W\d_]{2,20}|(?:hi|hiya"
    r"|hello|hey|(?P<dear>dear)|greetings|hallo|hola"
    r"|bonjour|good (?:morning|afternoon|evening|day)|morning|afternoon)\b"
    rf"(?P<whom>(?: {_NAME}){{0,3}}(?:(?:,? and| &| /) {_NAME})?))"
    r"(?:[ \t]*(?P<bare>(?=\n))|[ \t]*[,!:-]+(?=\s|\Z)|(?:\.|(?<=\.))(?=\s))",
    re.IGNORECASE,
)
_HELLO = frozenset(
    {"there", "all", "team", "everyone", "everybody", "folks", "guys", "both", "and"}
)
_FEW = 2
"""Words of a name in small letters."""
_SENT_FROM = re.compile(
    r"\b(?:sent (?:from (?:my|the) [^\n.,;]{2,40}|(?:from|via|with|using) (?:iphone|ipad|android"
    r"|samsung|galaxy|outlook|yahoo|gmail|proton|mail|blackberry|mobile)\b[^\n.,;]{0,40})"
    r"|get outlook for (?:ios|android|mac)\b|von meinem iphone gesendet|envoyé de mon iphone)",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:(?<=[.!?;,\n])|^)[ \t]*(?:(?:i|we) )?(?:"
    r"(?:just |really )?hop(?:e|ing) (?:that )?(?:this (?:e-?mail |message |note )?finds you"
    r"|you(?:'re| are)(?: all)? (?:doing |keeping )?(?:well|good|great|safe)|(?:all|everything"
    r"|everyone) is"
    r"|your? (?:week|day|weekend|morning)\b|you(?:'ve| have)? had an?)[^.,!?\n]{0,40}"
    r"|(?:very much |am |are )?look(?:ing)? forward to (?:hear|meet|speak|receiv|your|see"
    r"|connect)[^.!?\n]{0,60}"
    r"|(?:please )?let (?:me|us) know if (?:you|there)(?:'re|'s| are| is| have| need"
    r"| require)? (?:any"
    r"|further|more)\b(?: (?:questions?|thing|more|further|info\w*|details|concerns|help"
    r"|else)\b){0,8}"
    r"|(?:please )?(?:feel free|(?:do not|don't) hesitate) to (?:reach out|contact|call|ask|e-?mail"
    r"|text|get in touch|reply|write|ring|message)\b[^.!?\n]{0,40}"
    r"|please (?:find|see) (?:attached|below)\b[^.!?:\n]{0,40}"
    r"|have a (?:great|nice|good|lovely|wonderful) (?:day|week|weekend|evening|one|morning"
    r"|afternoon)\b"
    r"|(?:as|per) (?:discussed|agreed|our (?:call|chat|conversation|phone call)"
    r"|promised)\b[^.,!?:\n]{0,40}"
    r"|(?:it was )?nice (?:to meet|meeting|speaking|talking|to talk) (?:to "
    r"|with )?you\b[^.,!?\n]{0,40}"
    r"|(?:appreciate|thanks? (?:you )?for) (?:your|the|any|all your) (?:help|time|support"
    r"|assistance)\b)",
    re.IGNORECASE | re.MULTILINE,
)


def find_heads(text: str) -> list[Span]:
    """Return the lines that carry a message, its greetings and its courtesies."""
    patterns = (_SENT_FROM, _COURTESY, _QUOTED)
    spans = [m.span() for pattern in patterns for m in pattern.finditer(text)]
    return sorted([*spans, *_lines(text), *greetings(text)])


def _lines(text: str) -> list[Span]:
    """Return the lines "From: …" and the like; one alone needs an address to be one."""
    found = list(_LINE.finditer(text))
    return [
        m.span("subject" if m["subject"] else 0)
        for m in found
        if len(found) > 1 or m["subject"] or m["told"] or "@" in m.group()
    ]


def greetings(text: str) -> list[Span]:
    """Return where somebody is greeted: "Hi Jordan,", not "Hello Java developers,"."""
    return [m.span() for m in _GREETING.finditer(text) if m["dear"] or _greets(m)]


def _greets(greeting: re.Match[str]) -> bool:
    whom = greeting["whom"] or ""
    trade = greeting["bare"] is not None and canonical_title(whom.split(" ")[-1])  # Hi-Lo Driver
    return not trade and _is_called(whom)


def _is_called(whom: str) -> bool:
    called = [w for w in whom.replace(",", " ").split() if w.casefold().strip(".") not in _HELLO]
    small = [w for w in called if not w[:1].isupper()]
    if any(w.casefold() in FILLER for w in called) or len(small) > _FEW:
        return False
    if len(called) == 1 and not small:
        return True
    return canonical_title(" ".join(called)) is None and not any(canonical_title(w) for w in small)
