"""Finds the ways to reach a person in a résumé: e-mail, phone, links and street address."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from tools.ingest.phrases import phrases

_SAID = phrases("identity")

EMAIL, PHONE, LINK, ADDRESS = "⟨email⟩", "⟨phone⟩", "⟨link⟩", "⟨address⟩"

_EMAIL = re.compile(
    r"[\w.+%'’-]{1,80}@[\w-]+(?:\.[\w-]+)+|(?<![\w.+-])[\w.+-]{1,80}\s?[(\[]at[)\]]\s?[\w-]+(?:\.\w+)+"
)
_LINK = re.compile(r"(?:https?://|www\.)[^\s⟨⟩|,;)>\]]+", re.IGNORECASE)
_PATH = re.compile(r"\.[a-zA-Z]{2,10}/(?!\d+\b)[^\s⟨⟩|,;)>\]]*")
_HOST = re.compile(r"(?<![\w/.@])[\w-]+(?:\.[\w-]+)*$")
_DOMAIN = re.compile(rf"(?<![\w@.])(?:[a-z0-9-]+\.)+(?:{_SAID['top domain']})(?![\w@])")
_HANDLE = re.compile(
    r"\b(?:linked-?in|github|gitlab|twitter|skype|instagram|xing|telegram|behance|facebook|whatsapp"
    r"|portfolio|web(?:site)?|blog|homepage)\s*[:/]\s*(@?[\w./-]{3,})(?=\s*(?:$|[|,;·•⟨\n]|\s{2}))"
    r"|(?<![\w.])(@[a-z][\w.]{2,})",
    re.IGNORECASE | re.MULTILINE,
)
# A cheap pattern finds the candidates, the exact ones then look at few characters.
_DIGITS = re.compile(r"[+(]?\d[\d ().\-/]{5,30}\d")
_PHONE = re.compile(
    r"\+\d{1,3}(?:[ ().\-/]{0,3}\d){6,12}"
    r"|(?:\(\d{2,5}\)[ .-]?|\d{3}[ .-])\d{3,4}[ .-]?\d{3,4}(?:[ .-]?\d{2,4})?"
    r"|0\d{1,4}[ -]\d{2,4}(?:[ -]?\d{2,4}){1,4}"
    r"|0\d{2,4}/ ?\d{4,8}"
)
_PHONE_LABEL = re.compile(
    rf"\b(?:{_SAID['phone label']})(?:\s?(?:no|nr|number|#))?\.?\s*[:.]?\s*$", re.IGNORECASE
)
_CREDENTIAL_LABEL = re.compile(
    rf"\b(?:{_SAID['credential label']})\b\.?"
    r"(?:\s(?:no|nr|num|number|id)\b\.?)?\s*[:.#-]{0,2}\s*$",
    re.IGNORECASE,
)
_NUMBER_LABEL = re.compile(r"(?:#|\b(?:no|nr|num)\.|n[º°]\.?)\s*:?\s*$", re.IGNORECASE)
_FULL_NUMBER = 10
"""So many digits has a phone's number behind a mere "#" or "No."."""
_LABEL_REACH = 24
_STREET = re.compile(_SAID["street"])
_ADDRESS_LINE = re.compile(
    r"^\s*(?:home\s+|postal\s+)?(?:address|adresse|anschrift|dirección|direccion|morada|endereço"
    r"|indirizzo|adres)\s*[:\-–]\s*([^,\n|]*\d[^,\n|]*)",
    re.IGNORECASE | re.MULTILINE,
)


class Span(NamedTuple):
    """Characters that identify a person, and the token that replaces them."""

    start: int
    end: int
    token: str
    value: str


def find_contacts(text: str, header_end: int) -> list[Span]:
    """Return the contacts in the text; bare domains, handles and streets only before header_end."""
    found: list[Span] = []  # in order and apart, so that only the two beside a span can meet it
    for span in _candidates(text, header_end):
        at = bisect_left(found, span)
        before, after = found[max(0, at - 1) : at], found[at : at + 1]
        if all(one.end <= span.start for one in before) and all(
            one.start >= span.end for one in after
        ):
            found.insert(at, span)
    return found


def _candidates(text: str, header_end: int) -> Iterator[Span]:
    if "@" in text or "at)" in text or "at]" in text:
        yield from _matches(_EMAIL, text, EMAIL)
    if "http" in text or "www." in text.lower():
        yield from _matches(_LINK, text, LINK)
    yield from _paths(text)
    yield from _phones(text)
    yield from _matches(_DOMAIN, text[:header_end], LINK)
    yield from _matches(_HANDLE, text[:header_end], LINK)
    yield from _matches(_ADDRESS_LINE, text[:header_end], ADDRESS)
    yield from _matches(_STREET, text[:header_end], ADDRESS)


def _paths(text: str) -> Iterator[Span]:
    """Addresses without a scheme: "example.com/in/jane"."""
    for match in _PATH.finditer(text):
        host = _HOST.search(text[max(0, match.start() - 60) : match.start()])
        if host:
            value = host.group() + match.group().rstrip(".,:")
            start = match.start() - len(host.group())
            yield Span(start, start + len(value), LINK, value)


def _phones(text: str) -> Iterator[Span]:
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
            continue
        value = match.group().strip()
        before = text[max(0, start - _LABEL_REACH) : start]
        if _PHONE_LABEL.search(before):
            yield Span(start, start + len(value), PHONE, value)
            continue
        if _of_a_credential(before, value):
            continue
        for exact in _PHONE.finditer(value):
            low, high = exact.span()
            apart = not (value[low - 1 : low].isdigit() or value[high : high + 1].isdigit())
            if apart and 7 <= sum(char.isdigit() for char in exact.group()) <= 15:
                yield Span(start + low, start + high, PHONE, exact.group())


def _of_a_credential(before: str, value: str) -> bool:
    """Whether a number is that of a licence, a certificate or a case: "Permit # 07-06676"."""
    if _CREDENTIAL_LABEL.search(before):
        return True
    digits = sum(char.isdigit() for char in value)
    return digits < _FULL_NUMBER and _NUMBER_LABEL.search(before) is not None


def _matches(pattern: re.Pattern[str], text: str, token: str) -> Iterator[Span]:
    for match in pattern.finditer(text):
        group = match.lastindex or 0
        value = match.group(group).strip().rstrip(".,;:")
        start = match.start(group) + match.group(group).index(value[0]) if value else 0
        if value:
            yield Span(start, start + len(value), token, value)
