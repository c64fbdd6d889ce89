"""Tells a language that somebody speaks from that of others, and from one still being learned."""

from __future__ import annotations

import re

_LEARNING_BEFORE = re.compile(
    r"\b(?:learn(?:ing)?|studying|improving|practi[sc]ing|working (?:on|towards?)"
    r"|(?:taking|attending)\s+(?:\w+\s+)?(?:classes|lessons|courses|courses?work) (?:in|of))"
    r"\s+(?:(?:my|some|more|to (?:speak|be|become)|fluent|conversational|basic|in)\s+){0,3}$",
    re.IGNORECASE,
)
_LEARNING_AFTER = re.compile(
    r"^\s*[(:\u2013-]+\s*(?:currently\s+|still\s+)?(?:learning|studying|improving|in progress"
    r"|taking (?:classes|lessons)|student|learner)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\s*(?:$|[,;:.|/)\]\u2022-]|(?:language|and|or|as|on|at|in|with|through|for|by|to)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_SERVED = (
    r"(?:customers?(?! (?:service|care|support))|clients?|clientele|patients?|guests?|callers?"
    r"|famil\w+|students?|parents?|children|popul\w+|communit\w+|residents?|people|individuals|members?|users?|audiences?|markets?"
    r"|tenants?|consumers?|travell?ers?|visitors?|immigrants?|neighbou?rhoods?|countr\w+|staff|crews?"
    r"|employees?|workers?|personnel|teams?|volunteers|agents|nurses|union)"
)
_OF_OTHERS = re.compile(
    rf"^[\s-]{{0,2}}(?:speaking|only|language)[\s-]+(?:(?!and\b|or\b)[\w'’/-]+\s+){{0,2}}?{_SERVED}\b"
    r"|^[\s-]{0,2}speakers\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:interpret|translat|bilingual|fluent|speaks?\b|spoke\b|communicat)\w*[^.\n]{0,30}$"
    r"|\bin (?:fluent |both |english and |english or )?$",
    re.IGNORECASE,
)
"""What says that somebody speaks the language of those others."""
_HIRED = re.compile(
    r"\b(?:hir(?:ed|ing)|recruit\w*|supervis\w*|managed|led|(?:us(?:ed|ing)|through|via|with) an?"
    r" (?:\w+ )?interpreter)\b[^.;\n]{0,30}$",
    re.IGNORECASE,
)
_NOT_FLUENT = re.compile(
    r"\bnot\s+(?:(?:yet|quite|fully|entirely|completely|so|very|really)\s+)?"
    r"(?:fluent|proficient|bilingual|conversant)\s+(?:in\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)


def doubt_of(left: str, right: str) -> str:
    """Return why a language may not be spoken by what stands on both sides of it, or nothing."""
    learned = _LEARNING_BEFORE.search(left) and _CLOSES.match(right)
    if learned or _LEARNING_AFTER.match(right):
        return "being learned"
    return "not fluent" if _NOT_FLUENT.search(left) else ""


def is_of_others(left: str, right: str) -> bool:
    """Return whether a language is that of people served or hired: "Spanish-speaking guests"."""
    if not _OF_OTHERS.match(right):
        return False
    return _BETWEEN.search(left) is None or _HIRED.search(left) is not None
