"""Leaves out of a posting what the firm tells of itself: whom it welcomes, where it ships."""

from __future__ import annotations

import re

from tools.pattern_table import patterns
from tools.request.surface import blank_in_lines

_SAID = patterns(__package__, "firm_talk.tsv")

_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;](?!\s|$)[^.!?;\n]*)*")
_GROUPS = (
    r"(?:disabilit\w*|divers\w+|veterans?|minorit\w+|women|under-?represented|lgbt\w*|parents"
    r"|carers|returners|of (?:every|all|any)|all (?:ages|walks|genders|backgrounds|faiths)"
    r"|(?:every|any|different|all) (?:\w+ )?backgrounds?|everyone|everybody|regardless)"
)
_MANY = (
    # whom it welcomes
    r"\bequal[- ]opportunit\w+ employer|\baffirmative action employer|\bdisability confident"
    r"|\b(?:we|company|firm|employer|team)\b[^,.]{0,20}\b(?:welcomes?|encourages?|values?|invites?"
    rf"|celebrates?|embraces?|hires?)\b.{{0,60}}\b{_GROUPS}"
    rf"|\b{_GROUPS}.{{0,60}}\b(?:encouraged|welcome|invited) to apply\b"
    r"|\bqualified (?:applicants|candidates|individuals)\b.{0,40}\bconsider(?:ed|ation)\b"
    r"|\b(?:without regard to|regardless of)\b.{0,60}"
    r"\b(?:race|age|colou?r|religion|gender|sex|origin|disabilit\w+|background)\b"
    r"|\b(?:do|does|will) not discriminate\b"
    r"|\breasonable (?:accommodations?|adjustments?) (?:are|is|can|may|will|for)\b"
    r"|\bwe (?:\w+ )?(?:provide|make|offer) reasonable\b"
    # what to send
    r"|^\W*(?:kindly|please|interested \w+ (?:can|may|should)) (?:share|send|forward|revert|mail)\b"
    # agencies
    r"|^\W*(?:strictly |sorry,? )?no (?:\w+ ){0,2}(?:agenc(?:y|ies)|headhunters|third[- ]part\w+)"
    r"(?:,? (?:or|and) \w+(?: agencies)?)?(?:,? (?:please|thanks?|thank you|calls))*\W*$"
    r"|\bagencies\b.{0,20}\b(?:please|need not|do not|will not|should not|not be)\b"
    r"|\b(?:do not|don't|cannot) (?:accept|work with|use|take)\b.{0,40}\bagenc(?:y|ies)\b"
    r"|\bunsolicited (?:resumes?|cvs?|applications?|profiles)\b"
    # when it is closed
    r"|\b(?:is|are|we're|be) closed (?:on|between|in|over|for|every|during|from|at)\b"
    # where it sells
    r"|^\W*(?:we|it|they|(?:the|our) (?:company|firm|group|business)) (?:\w+ )?"
    r"(?:ship|export|deliver|sell|distribute)s?\b.{0,40}"
    r"\b(?:to|across|throughout|all over|in|around)\b"
    r"|^\W*our (?:stores|shops|branches|plants|customers|clients|warehouses|restaurants|hotels)"
    r" (?:are|span|stretch|sit|lie|run)\b"
)
_TOLD = re.compile(_MANY, re.IGNORECASE)


def without_firm_talk(text: str, *, posting: bool) -> str:
    """Blank what a firm tells of itself; a text that is no posting needs a sentence beside it."""
    praise = [m.span() for m in _SAID["team"].finditer(text)]
    text = blank_in_lines(text, [*praise, *(m.span("firm") for m in _SAID["hires"].finditer(text))])
    sentences = [m for m in _SENTENCE.finditer(text) if m.group().strip()]
    if not posting and len(sentences) < 2:
        return text
    told = [m.span() for m in sentences if _is_told(m.group())]
    told += [m.span() for m in _SAID["boss"].finditer(text)]
    told += [m.span("far") for m in _SAID["reach"].finditer(text)]
    told += [m.span() for m in _SAID["seat"].finditer(text)]
    return blank_in_lines(text, told)


def _is_told(sentence: str) -> bool:
    if _TOLD.search(sentence):
        return True
    if _SAID["perks"].search(sentence) and not _SAID["work"].search(sentence):
        return True
    return bool(_SAID["journey"].search(sentence) and not _SAID["asked_beside"].search(sentence))
