"""Finds what no employer may ask and a résumé says: birth, family, nationality, faith."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.ingest.identity.contacts import Span
from tools.ingest.phrases import listed, phrases
from tools.vocabulary.tables import read_rows
from tools.vocabulary.word_sets import words

_SAID = phrases("identity")

BIRTH, PERSONAL, PHOTO = "⟨birth date⟩", "⟨personal⟩", "⟨photo⟩"

_LABELS = frozenset(row["label"] for row in read_rows("personal_labels.tsv"))
_HEADER_LABELS = listed("identity", "personal label on top")
_LABEL_END = re.compile(r":|[ \t][\u2013-][ \t]")
_LABEL_START = re.compile(r"[|,;·•.\n]|\s{2}")
_LABELLED = re.compile(r"[ \t]*([^\n|;,.·•⟨]{1,60})")
_LABEL_LONGEST = 32
_BIRTH_HINTS = words("birth born gebor geb. né nacid nasci nato nata fød född ur. dob d.o.b")
_DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th|\.|er)?[ ./-]*(?:of\s+|de\s+)?(?:\d{1,2}|[^\W\d_]{3,12}\.?)[ ./,-]*"
    r"(?:de\s+)?\d{2,4}|[^\W\d_]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?\s?,?\s+\d{4}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?:[^\W\d_]{3,12}\s+)?(?:19|20)\d\d)"
)
_BIRTH = re.compile(
    rf"(?<!\w)(?:{_SAID['birth']})"
    rf"\s*[:\u2013-]?\s*({_DATE})(?:\s+(?:in|à|en|a|te|em)\s+[A-ZÄÖÜÉ][\w-]+)?",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?<![\w.])(?:aged?\s+\d{2}\b|\d{2}\s+(?:years?\s+old|years\s+of\s+age|jahre\s+alt"
    r"|años\s+de\s+edad|anos\s+de\s+idade|jaar\s+oud)"
    r"|(?<=, )\d{2}\s+(?:ans|años|anos|anni|jahre|jaar)(?=\s*(?:$|[,|·\n])))",
    re.IGNORECASE | re.MULTILINE,
)
# What can be told by its value wherever it stands, also in "Gender: Female Marital status: Single".
_BY_VALUE = re.compile(
    r"(?<!\w)(?:(?:sex|gender)\s*:\s*(?P<sex>male|female|m|f)(?!\w)"
    r"|(?:marital\s+|family\s+)?status\s*:\s*(?P<family>(?:un)?married|single|divorced|widowed"
    r"|engaged)(?P<children>(?:,?\s+(?:with|no|and|\d)[ ]+[\w ]{0,12}(?:child(?:ren)?|kids?))?)"
    r"|religion\s*:\s*(?P<faith>[A-Z]\w+)|nationality\s*:\s*(?P<nation>[A-Z]\w+)"
    r"|military\s+status\s*:\s*(?P<army>\w+)"
    r"|(?-i:Age|AGE)\s*:\s*(?P<age>\d\d(?:\s*(?:years?|yrs)(?:\s+old)?)?)(?!\d))",
    re.IGNORECASE,
)
_VALUE_HINTS = ("sex", "gender", "status", "religion", "nationality", "age:", "age :")
_PRONOUNS = re.compile(
    r"\b(?:she\s?/\s?her|he\s?/\s?him|they\s?/\s?them)(?:\s?/\s?\w+)?\b", re.IGNORECASE
)
_FAMILY = re.compile(rf"^(?:{_SAID['family']})$", re.IGNORECASE)
_NATION = re.compile(rf"^(?:{_SAID['nationality']})$", re.IGNORECASE)
_DEMONYM = re.compile(rf"^(?:{_SAID['demonym']})$", re.IGNORECASE)
_PHOTO = re.compile(
    r"^\s*[\[(<]?(?:photo(?:graph)?|picture|foto|bewerbungsfoto|lichtbild|passport photo)"
    r"[\])>]?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_CLAUSE = re.compile(r"[^,;|·•\n]+?(?=\s*(?:[,;|·•\n]|\.\s|\.?$))|[^,;|·•\n]+")
_LINE_LONGEST = 160


def find_personal(text: str, header_end: int) -> list[Span]:
    """Return birth dates anywhere, and family, nationality and the like where they are labelled.

    Unlabelled clauses ("verheiratet, zwei Kinder") count before `header_end` or beside a
    birth date.
    """
    found: list[Span] = []
    for span in _candidates(text, header_end):
        if all(span.end <= other.start or span.start >= other.end for other in found):
            found.append(span)
    return sorted(found)


def _candidates(text: str, header_end: int) -> Iterator[Span]:
    lowered = text.lower()
    births = []
    if any(hint in lowered for hint in _BIRTH_HINTS):
        births = list(_BIRTH.finditer(text))
    for match in births:
        yield Span(match.start(1), match.end(), BIRTH, match.group(1))
    yield from _labelled(text, header_end)
    if any(hint in lowered for hint in _VALUE_HINTS):
        yield from _by_value(text)
    for pattern in (_PRONOUNS, _AGE):
        for match in pattern.finditer(text, 0, header_end):
            yield Span(match.start(), match.end(), PERSONAL, match.group())
    for match in _PHOTO.finditer(text, 0, header_end):
        bare = match.group().strip()
        start = match.start() + match.group().index(bare)
        yield Span(start, start + len(bare), PHOTO, bare)
    yield from _clauses(text, header_end, {text.rfind("\n", 0, m.start()) + 1 for m in births})


def _by_value(text: str) -> Iterator[Span]:
    for match in _BY_VALUE.finditer(text):
        name = next((n for n, value in match.groupdict().items() if value and n != "children"), "")
        if name:
            start, end = match.start(name), match.end()
            yield Span(start, end, PERSONAL, text[start:end])


def _labelled(text: str, header_end: int) -> Iterator[Span]:
    """Yield the values of "Nationality: …" anywhere, and of "Age: …" in the header."""
    for mark in _LABEL_END.finditer(text):
        before = text[max(0, mark.start() - _LABEL_LONGEST) : mark.start()]
        label = " ".join(_LABEL_START.split(before)[-1].lower().split())
        if label in _LABELS or (label in _HEADER_LABELS and mark.start() < header_end):
            value = _LABELLED.match(text, mark.end())
            if value and value.group(1).strip():
                bare = value.group(1).rstrip()
                yield Span(value.start(1), value.start(1) + len(bare), PERSONAL, bare)


def _clauses(text: str, header_end: int, birth_lines: set[int]) -> Iterator[Span]:
    at = 0
    for raw in text.split("\n"):
        near_birth = at in birth_lines
        if len(raw) <= _LINE_LONGEST and (near_birth or at < header_end):
            yield from _personal_clauses(raw, at, near_birth)
        at += len(raw) + 1


def _personal_clauses(line: str, at: int, near_birth: bool) -> Iterator[Span]:
    for match in _CLAUSE.finditer(line):
        clause = match.group().strip(" .")
        if not clause:
            continue
        personal = _FAMILY.match(clause) or _NATION.match(clause)
        if personal or (near_birth and _DEMONYM.match(clause)):
            start = at + match.start() + match.group().index(clause)
            yield Span(start, start + len(clause), PERSONAL, clause)
