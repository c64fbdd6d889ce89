"""Finds the numbers that states give a person: passport, identity card, social security, plates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.ingest.identity.contacts import Span
from tools.ingest.identity.personal import PERSONAL
from tools.ingest.phrases import phrases

_SAID = phrases("identity")

_IDENTITY = r"(?:id|i\.d\.?|identity|identification)"
_OWN_WORD = f"(?:{_SAID['own number']})"
"""What names a number of a person's own; a registered nurse's licence number is a credential."""
_SHORT_WORD = (
    r"(?:id|i\.d\.?|pan|tin|nin|sin|dl|cdl|cpr|bsn|dni|nie|nif|cpf|rg|ni|visa|work permit)"
)
"""What may mean something else, and so counts only where a long number is announced with it."""
_NUMBER = r"(?:no\b\.?|num\b\.?|numbers?\b|nr\b\.?|n[°º]|№|\#|-?nummer\b|numéro|número|numero)"
_BETWEEN = r"[ \t]*(?:[:|=.,(\u2013-]|\bis\b)?[ \t]*\n?[ \t]*"
_GROUPS = (
    r"(?:[ /.-]{1,2}(?:[A-Z]?\d[A-Z\d]*|[X*]{2,4}|(?-i:[A-Z]{1,3})(?=[ ]\d{4}))){0,5}"
    r"(?:[ -]?[A-Z](?![^\W_]))?"
)
_VALUE = (
    r"(?<![^\W_])(?P<value>(?:(?:[A-Z]{1,3}[ ])?[*X\d][A-Z\d*]*|[A-Z]{1,6}[ -]?\d[A-Z\d]*)"
    rf"{_GROUPS})(?![^\W_])"
)
_ANNOUNCED = re.compile(
    rf"(?<![^\W_]){_OWN_WORD}(?:[ \t]*(?:card|id|details?|info(?:rmation)?|copy))?"
    rf"(?P<mark>(?:{_BETWEEN}(?:\w+,?[ ])?{_NUMBER})?){_BETWEEN}{_VALUE}",
    re.IGNORECASE,
)
_LONG = re.compile(
    rf"(?:^|(?<=[\n|;,.•·⟩\t])|(?<=[ ]{{2}}))[ \t]*(?:my[ ])?{_SHORT_WORD}[ ]?(?:card[ ]?)?"
    rf"{_NUMBER}{_BETWEEN}{_VALUE}",
    re.IGNORECASE | re.MULTILINE,
)
_TOLD_AFTER = re.compile(rf"{_VALUE}[ ]?\([ ]?{_OWN_WORD}[^)\n]{{0,12}}\)", re.IGNORECASE)
_BY_SHAPE = re.compile(r"(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])")
"""How social security numbers are written and nothing else is."""
_DATE = re.compile(
    r"(?:\d{1,2}[ ./-])?\d{1,2}[ ./-]{1,2}(?:19|20)?\d\d|(?:19|20)\d\d(?:[ ./-]{1,3}\d{1,2}){0,2}"
    r"|(?:19|20)\d\d[ -]{1,3}(?:19|20)\d\d"
)
_LEAST = 5
_LEAST_OF_LONG = 9
_LEAST_ALONE = 7
_HINTS = re.compile(
    r"pass|pas[az]p|social|insurance|s\.?s\.?n|nino|n\.i\.|sozial|sociale|segur|\bid\b|i\.d|ident"
    r"|ausweis|dula|alien|dow|dha+r|cnic|nric|iqama|qid|pesel|nummer|burger|fiscal|curp|driv"
    r"|führer|conduc|condu|guida|plate|vehicle|kennz|\bpan\b|\btin\b|\bnin\b|\bsin\b|\bc?dl\b"
    r"|\bcpr\b|bsn|dni|\bnie\b|\bnif\b|\bcpf\b|\brg\b|\bni\b|visa|permit",
    re.IGNORECASE,
)


def find_id_numbers(text: str) -> list[Span]:
    """Return the numbers by which a state knows the person, wherever the text says them."""
    found: list[Span] = []
    for span in _candidates(text):
        if all(span.end <= other.start or span.start >= other.end for other in found):
            found.append(span)
    return sorted(found)


def _candidates(text: str) -> Iterator[Span]:
    for match in _BY_SHAPE.finditer(text):
        yield Span(match.start(), match.end(), PERSONAL, match.group())
    if not _HINTS.search(text):
        return
    for match in _ANNOUNCED.finditer(text):
        between = text[match.start() : match.start("value")]
        told = bool(match["mark"]) or ":" in between or "#" in between
        if _is_a_number(match["value"], _LEAST if told else _LEAST_ALONE):
            yield _span(match)
    for match in _LONG.finditer(text):
        if _is_a_number(match["value"], _LEAST_OF_LONG):
            yield _span(match)
    for match in _TOLD_AFTER.finditer(text):
        if _is_a_number(match["value"], _LEAST):
            yield _span(match)


def _is_a_number(value: str, least: int) -> bool:
    """Return whether a value is long enough for a number of a person, and no date."""
    hidden = "*" in value or value.upper().startswith("XX")
    signs = sum(char.isdigit() for char in value)
    letters = sum(char.isalpha() for char in value)
    enough = signs + min(letters, 2) >= least or (hidden and signs >= 3)
    return enough and _DATE.fullmatch(value) is None


def _span(match: re.Match[str]) -> Span:
    return Span(match.start("value"), match.end("value"), PERSONAL, match["value"])
