"""Tells the name of an industry from another thing: social media, the utilities under a road."""

from __future__ import annotations

import re

_BEFORE, _AROUND = 40, 60
_MEDIA_BEFORE = re.compile(
    r"\b(?:social|digital|new|mixed|paid|earned|owned|rich|growth|culture|storage|removable|filter"
    r"|physical|multi)[ -]$",
    re.IGNORECASE,
)
_MEDIA_AFTER = re.compile(
    r"[ -](?:relations|plans?\b|planning|buy|content|kits?\b|coverage|releases?\b|inquir|outlets?\b"
    r"|contacts?\b|strateg|lists?\b|platforms?\b|communicat|players?\b|campaign|management|events?\b"
    r"|placement|queries|requests?\b|channels?\b|marketing|fills?\b|prep|specialist|center|library)",
    re.IGNORECASE,
)
_FELT = re.compile(
    r"\b(?:high|positive|boundless|great|with|much|more|your|our|own|physical|mental)[ -]$",
    re.IGNORECASE,
)
_SAVED = re.compile(
    r"[ -](?:manage|efficien|conserv|audit|star\b|sav|sources?\b|levels?\b|drinks?\b|consum"
    r"|costs?\b|use|usage|code|medicine|work|and (?:enthusiasm|passion|drive))",
    re.IGNORECASE,
)
GROUND = re.compile(
    r"sewer|drainage|grading|survey|street|road|civil|autocad|\bGIS\b|\bsite plans?|microstation"
    r"|earthwork|transportation|excavat|trench|\brent\b|software|windows|norton|disk",
    re.IGNORECASE,
)

_INVESTORS = re.compile(
    r" (?:investors?|brokerage|lending|lenders?|loans?|deposits?)\b", re.IGNORECASE
)
_CLIENTS = re.compile(r" (?:clients?|customers?|accounts?)\b", re.IGNORECASE)
_MONEY = re.compile(r"advis|brok|invest|wealth|portfolio|\bbanks?\b|mortgage", re.IGNORECASE)
"""Words beside which retail clients are private ones: no shop has an adviser for them."""


def is_no_press(text: str, start: int, end: int) -> bool:
    """Whether media are a means of marketing, or of storage, and no field of work."""
    before = text[max(0, start - _BEFORE) : start]
    return bool(_MEDIA_BEFORE.search(before) or _MEDIA_AFTER.match(text, end))


def is_no_supplier(text: str, start: int, end: int) -> bool:
    """Whether energy is saved, felt or drunk."""
    if text[start:end].casefold() != "energy":
        return False
    before = text[max(0, start - _BEFORE) : start]
    return bool(_FELT.search(before) or _SAVED.match(text, end))


def is_no_shop(text: str, start: int, end: int) -> bool:
    """Whether those who are served are private clients of a bank: "advising retail clients"."""
    if text[start:end].casefold() != "retail":
        return False
    around = text[max(0, start - _AROUND) : end + _AROUND]
    private = _CLIENTS.match(text, end) and _MONEY.search(around)
    return bool(private or _INVESTORS.match(text, end))
