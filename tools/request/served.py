"""Tells people whom the work is done for from people who are sought: "looks after old people"."""

from __future__ import annotations

import re

_KIND = (
    r"(?:old|older|elderly|aged|ageing|aging|young|younger|youngest|oldest|teenage|adult|frail"
    r"|disabled|handicapped|blind|deaf|autistic|sick|ill|pregnant|expectant|single|married"
    r"|unmarried|divorced|bereaved|gay|lesbian|queer|trans(?:gender)?|black|white|asian|hispanic"
    r"|foreign|immigrant|migrant|refugee|jewish|muslim|christian|lonely|vulnerable|homeless"
    r"|recent|fresh|expecting|special[ -]needs|gifted|little|small)"
)
_FOLK = (
    r"(?:people|persons?|folks?|m[ae]n|wom[ae]n|lad(?:y|ies)|gentlem[ae]n|girls?|boys?|adults"
    r"|mothers?|fathers?|mums?|moms?|dads?|parents?|couples?|famil(?:y|ies)|immigrants?|migrants?"
    r"|refugees?|foreigners?|seniors|pensioners|elderly|youths?|kids|children|teens|teenagers"
    r"|relatives?|residents?|patients?|clients?|customers?|guests|learners|pupils|students"
    r"|gays|lesbians|males|females|graduates|grads|freshers|retirees|boomers|millennials|zoomers)"
)
_HOLDER = r"(?:the|an?|our|my|your|his|her|their|these|those|some|many|very|mostly|other)"
_GROUP = rf"(?:{_HOLDER}\s+){{0,2}}(?:{_KIND}\s+(?:and|or|&)\s+)?(?:{_KIND}\s+){{0,2}}"
_GROUPS = rf"{_GROUP}(?:{_FOLK}|(?<=the )(?:old|aged|sick|blind|deaf|disabled))\b"

_DONE_TO = (
    r"(?:look(?:s|ed|ing)?\s+after|tak(?:e|es|ing)\s+(?:good\s+)?care\s+of"
    r"|car(?:e|es|ed|ing)\s+(?:for|of|to)|(?:visit|assist|help|support|treat|accompan(?:y|ie)|coach"
    r"|counsel|counsell|tutor|mentor|feed|bath|bathe|wash|lift|transport|serve|teach|entertain"
    r"|rehabilitat|advis|represent|protect|driv|educat|dress)(?:e?s|ed|ing)?|taught|taking\s+care"
    r"|(?:hire|recruit|mentor|onboard|place|train)(?:s|d|ed)"
    r"|work(?:s|ed|ing)?\s+(?:\w+ly\s+)?(?:with|among|for)"
    r"|(?:experienced?|good|great|kind|gentle|patient|skilled|background|way)\s+(?:\w+ing\s+)?"
    r"(?:with|to|among)"
    r"|(?:care|visits?|advice|support|help|services?|therapy|lessons?|classes|courses|training"
    r"|treatment|education|protection|transport|assistance|caregiver|carer|meals)\s+(?:to|of|with))"
)
_SEEKS = (
    r"(?:look\w*|search\w*|hunt\w*|ask\w*|wish\w*|advert\w*|opt\w*|go(?:es|ing)?|went|aim\w*"
    r"|call\w*"
    r"|scout\w*|apply\w*|jobs?|roles?|positions?|vacanc(?:y|ies)|openings?|posts?|places?|room"
    r"|space"
    r"|spots?|preference|need|desire|ideal|suitable|suited|perfect|fit|fits|best|right|open|only"
    r"|just|mainly|out|keen|instead|good|great|nice|reserved|meant|except|not|rather|now|again)"
)
"""Words behind which "for" names who is sought: "looking for young people", "a job for a man"."""
_FOR = rf"(?:(?!{_SEEKS}\s)\b[a-z]+\s+for)"
_AGED = r"(?:[\s,(]{1,3}\d\d(?:\s+years?)?\s+(?:or|and)\s+older\b)"
"""The age of those served, said behind them: "carer for a gentleman, 65 or older"."""
_SERVED = re.compile(
    rf"\b(?:{_DONE_TO}|{_FOR})\s+(?P<whom>{_GROUPS}(?:\s*(?:,|and|or|&)\s*{_GROUPS})*{_AGED}?)"
    r"(?!\s+only\b)",
    re.IGNORECASE,
)
_HOUSED = re.compile(
    rf"\b(?P<whom>{_KIND}\s+(?:people|persons?|folks?|adults?|(?:wo)?m[ae]n)'?s?)"
    r"(?=\s+(?:care|carers?|homes?|services|wards?|clinics?|club|cent(?:re|er)s?)\b)"
    r"|\b(?P<ward>(?:old|older|elderly|aged|frail)(?=\s+(?:residents|patients|clients|relatives"
    r"|parents|customers|adults)\b))",
    re.IGNORECASE,
)
"""People named by their house or their place in it: "old people's home", "elderly residents"."""


def hide_served(text: str) -> str:
    """Return the text with those whom the work is for written over, every offset as it was.

    What is left of a wish about age, sex or origin is one about the people who are sought.
    """
    for pattern in (_SERVED, _HOUSED):
        text = pattern.sub(_hidden, text)
    return text


def _hidden(found: re.Match[str]) -> str:
    group = "whom" if found["whom"] else "ward"
    start = found.start(group) - found.start()
    said = found[0]
    return said[:start] + "x" * len(found[group]) + said[start + len(found[group]) :]
