"""Reads degrees with their field: "bachelor's in CS", "Master degree", "PhD"."""

from __future__ import annotations

import re
from itertools import takewhile

from tools.pattern_table import patterns
from tools.request.terms import Cover, Term
from tools.vocabulary import word_sets
from tools.vocabulary.degree_fields import is_field_word
from tools.vocabulary.degrees import find_degrees
from tools.vocabulary.titles import canonical_title

_SAID = patterns(__package__, "studies.tsv")

_JOB_DESCRIPTION = re.compile(r"JD\s*(?::|\n|\b(?:is|below|attached)\b)")
_DEGREE_WORD = re.compile(r"(?:'?s)?\s+(?:degree|diploma|level)\b", re.IGNORECASE)
ANY_DEGREE = "bachelor"
"""The level that "a degree" means when none is named."""
_TAUGHT = "associate"
"""The level of a degree in a trade that is learned at it, where none is named."""
_TRADES = word_sets.words(
    "culinary cosmetology automotive welding plumbing hvac nursing paralegal vocational"
)
_FIELDS = r"(?P<fields>[A-Za-z]+(?: [A-Za-z]+){0,2})"
_IN_FIELD = re.compile(rf"\s+(?:degree\s+)?in\s+{_FIELDS}", re.IGNORECASE)
_OR_FIELD = re.compile(rf"(?:\s*,)?\s+or\s+{_FIELDS}", re.IGNORECASE)
_FIELD = re.compile(r"(?:^|,? or |, )(?P<words>(?!or )[A-Za-z]+(?: (?!or )[A-Za-z]+)*)")
_LONGEST_FIELDS = 80
"""Characters before "degree" within which the words that say in what are looked for."""
_SHORT = {
    "cs": "computer science",
    "compsci": "computer science",
    "comp sci": "computer science",
    "ee": "electrical engineering",
    "it": "information technology",
    "hr": "human resources",
    "maths": "mathematics",
    "math": "mathematics",
}
_IN_SHORT = re.compile(rf"\s+in\s+(?P<field>{'|'.join(_SHORT)})\b", re.IGNORECASE)


def read_degrees(text: str) -> list[Term]:
    """Return the degrees asked for: the value is the level, the subject the field if said."""
    terms = []
    for mention in find_degrees(text):
        if _JOB_DESCRIPTION.match(text, mention.start):
            continue
        end, field = mention.end, mention.field or ""
        if word := _DEGREE_WORD.match(text, end):
            end = word.end()
        if field:
            field, end = _spoken_field(text, mention.end, end, field)
        elif (said := _IN_SHORT.match(text, end)) is not None:
            field, end = said["field"], said.end()
        field = _SHORT.get(field.lower(), field)
        terms.append(Term("education", mention.level, mention.start, end, subject=field))
    named = Cover(len(text), ((t.start, t.end) for t in terms))
    for match in _SAID["plainly"].finditer(text):
        if not named.touches(match.start(), match.end()):
            field, end = _field_behind(text, match.end())
            level = str(match.lastgroup)
            terms.append(Term("education", level, match.start(), end, subject=field))
            named.add(match.start(), end)
    unnamed = (
        m for m in _SAID["any_degree"].finditer(text) if not named.touches(m.start(), m.end())
    )
    terms.extend(_any_degree(text, match) for match in unnamed)
    return [_with_other_fields(text, term) for term in terms]


def _with_other_fields(text: str, degree: Term) -> Term:
    """Return a degree with each field that will do: "in accounting or finance"."""
    if alike := _SAID["or_so"].match(text, degree.end):
        return degree._replace(end=alike.end())
    other = _OR_FIELD.match(text, degree.end) if degree.subject else None
    fields = _fields(other)
    if other is None or not fields:
        return degree
    end = other.start("fields") + len(fields)
    subject = f"{degree.subject} or {fields}"
    return _with_other_fields(text, degree._replace(subject=subject, end=end))


def _fields(said: re.Match[str] | None) -> str:
    """Return the fields of what was said, without the words behind them that name none."""
    words = said["fields"].split() if said else []
    while words and not all(is_field_word(word) for word in words):
        words.pop()
    return " ".join(words)


def _any_degree(text: str, match: re.Match[str]) -> Term:
    """Read "a degree in history", "a history degree": the least degree that is one."""
    field, start, end = match["field"] or "", match.start(), match.end()
    if field and _SAID["no_field"].match(field.split()[0]):
        field, end = "", match.end("degree")
    known, known_end = _field_behind(text, match.end("degree"))
    if len(known) > len(field):  # "interior design" and not "interior"
        field, end = known, known_end
    level = ANY_DEGREE
    if not field:
        field, start = _fields_before(text, start)
        level = _TAUGHT if field.lower() in _TRADES else ANY_DEGREE
    field = _SHORT.get(field.lower(), field)
    return Term("education", level, start, end, subject=field)


def _fields_before(text: str, start: int) -> tuple[str, int]:
    """Return the fields named before "degree" and their start: "social work or nursing degree"."""
    before = _SAID["fields_before"].search(text, max(0, start - _LONGEST_FIELDS), start)
    fields: list[str] = []
    at, chosen = start, False
    for part in reversed(list(_FIELD.finditer(before["fields"])) if before else []):
        words = part["words"].split()
        known = list(takewhile(is_field_word, reversed(words)))[::-1]
        if not known or canonical_title(" ".join(known)):
            break
        fields.insert(0, " ".join(known))
        at = before.start("fields") + part.end() - len(fields[0]) if before else at
        chosen = chosen or " or " in part.group()
        if len(known) < len(words) or not chosen:
            break
    return " or ".join(fields), at


def _field_behind(text: str, end: int) -> tuple[str, int]:
    """Return the field named right behind a degree and its end."""
    behind = _IN_FIELD.match(text, end)
    field = _fields(behind)
    return (field, behind.start("fields") + len(field)) if behind and field else ("", end)


def _spoken_field(text: str, start: int, end: int, field: str) -> tuple[str, int]:
    """Return the field and the end of its words; "any related field" names none."""
    field = _SAID["article"].sub("", field)
    if not field or _SAID["no_field"].match(field.split()[0]) or field.lower().startswith("any "):
        return "", end
    at = text.find(field, start, start + 90)
    listed = "," in text[start : max(start, at)]  # "MBA, Nielsen data" names two things
    if listed and not all(is_field_word(word) for word in field.split()):
        return "", end
    return field, at + len(field) if at >= 0 else end
