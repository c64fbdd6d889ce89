"""Tells a title that somebody claims from one they seek, deny, or work with, for or under."""

from __future__ import annotations

import re

from tools.vocabulary.denials import denials_of
from tools.vocabulary.matcher import Mention
from tools.vocabulary.titles import canonical_title
from tools.vocabulary.word_places import since_stop

_REACH = 110
_STOPS = re.compile(r"[.!?](?=\s)|[;\u2022]|\n(?=\n)")
_DONE = (
    r"(?!(?:experiences?|skills|knowledge|background|years|where|that|which|who|use|using"
    r"|utiliz\w*|apply|after|leverag\w*|continue|further|grow|retain|keep|maintain|and|but|having"
    r"|held|worked)\b)"
)
"""Words after which a title is one's own again: "seeking to use my years as a nurse"."""
_SOUGHT = re.compile(
    r"\b(?:seek(?:s|ing)?|looking for|obtaining|securing|desir(?:e|es|ing)|apply(?:ing)? for"
    r"|(?:to|and) (?:obtain|secure|acquire|gain|find|land|attain|pursue)|application for"
    r"|pursu(?:e|es|ing)|interested in|in search of|contender for|transition(?:ing)? (?:in)?to"
    r"|goal is|(?:want(?:s|ed|ing)?|hop(?:e|es|ing)|aspir(?:e|es|ing)|aim(?:s|ing)?"
    rf"|plan(?:s|ning)?) to)(?:\s+{_DONE}[\w'’/-]+,?){{0,9}}\s+$"
    r"|\bto (?:be|become)\s+(?:an?\s+)?(?:\w+\s+)?$"
    r"|\b(?:aspiring|future|prospective|would-be)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_WHOSE = r"(?:(?:an?|the|our|my|his|her|your|their|other|senior|executive|two|three|several)\s+)*"
_FEW = r"(?:[\w-]+\s+){0,2}$"
_OF_OTHERS = re.compile(
    r"\b(?:(?:work(?:ed|ing|s)?|collaborat\w+|liais\w+|interfac\w+|partner(?:s|ed|ing)|coordinat\w+"
    r"|rapport|relationships?|correspond\w*|communicat\w+|teaching)"
    r"\s+(?:\w+ly\s+|together\s+|side by side\s+)*(?:with|alongside|under)"
    r"|(?:assistants?|secretary|pa|ea|aide|deputy|advis[eo]r|receptionist|clerk|helper|apprentice"
    r"|right hand|scribe|liaison|reports?|reported|reporting)\s+(?:directly\s+)?(?:to|for)"
    r"|(?:supervised|trained|taught|mentored|coached|led|guided|employed|hired) by"
    rf"|(?:train(?:ed|ing)?|apprenticed|studied|interned|served|care) under)\s+{_WHOSE}{_FEW}"
    r"|\b(?:assist(?:ed|s|ing)?|support(?:ed|s|ing)?|help(?:ed|s|ing)?|supervis(?:ed?|es|ing)"
    r"|shadow(?:ed|ing)?|hir(?:ed?|ing)|recruit(?:ed|ing)?)\s+(?:an?|the|our|my|his|her|senior)\s+"
    r"(?:[\w-]+\s+)?$"
    r"|\b(?:absence|support|direction|supervision|office|assistance|guidance) of (?:an?|the)\s+$",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"['’]s?\s+(?:office|wife|husband|son|daughter|child|assistant|team|needs|schedule|clinic)\b"
    r"|\s+(?:and\s+\w+\s+)?supervision\b",
    re.IGNORECASE,
)


def is_claimed(text: str, title: Mention) -> bool:
    """Return whether a title that a header or a summary names is one its writer claims."""
    start, end = title.start, title.end
    if denials_of(text).cover(start, end) or _is_plural(text, title):
        return False
    before = text[since_stop(text, _STOPS, max(0, start - _REACH), start) : start]
    return not (_SOUGHT.search(before) or _OF_OTHERS.search(before) or _THEIRS.match(text, end))


def _is_plural(text: str, title: Mention) -> bool:
    """Return whether several are spoken of: "rapport with physicians"; a heading names one."""
    said = text[title.start : title.end]
    heads = not text[text.rfind("\n", 0, title.start) + 1 : title.start].strip()
    if heads or " of " in said.lower() or said[-1] not in "sS" or title.name[-1] == "s":
        return False
    return canonical_title(said[:-1]) == title.name
