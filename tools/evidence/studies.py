"""Tells whether a degree is in the field asked for, near it or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tools.candidates import Education
from tools.evidence.wording import content_stems
from tools.vocabulary.degrees import named_subject
from tools.vocabulary.tables import parts, read_rows

_OR = re.compile(r"\bor\b|[,/]")
_ANY_FIELD = frozenset(
    content_stems(
        "engineering management administration science studies technology education arts"
        " development services public applied general systems"
    )
)
"""What many fields are called by: who studied mechanical engineering is no civil engineer."""
_RELATED = re.compile(
    r"\bor\b(?:\W+\w+){0,3}?\W+(?:related|similar|relevant|comparable|allied)\b", re.IGNORECASE
)
_SCHOOL = re.compile(
    r"(?:\b[A-Z][\w.&'’-]*\s+){0,4}\b(?:School|College|University|Institute|Academy|Faculty)\b"
    r"(?:\s+(?:of|for|and|&|at|in|the|[A-Z][\w.&'’-]*)\b){0,8}"
)
_ASIDE = re.compile(
    r"(?:\b\w+\s+)?\bminor\b.*|\b(?:course|relevant|activit|member|thesis|honou?r|dean|club)\w*\b.*",
    re.IGNORECASE | re.DOTALL,
)


def is_in_field(degree: Education, text: str, wanted: str) -> bool:
    """Return whether a degree read in `text` is in one of the fields asked for.

    Where several fields are listed, or the degree is named by one and followed by another, each
    counts: an "MBA : Marketing" is an MBA as well.
    """
    studied = _studied(degree, text)
    return any(_telling(field) & studied for field in _OR.split(wanted))


def is_elsewhere(degree: Education, text: str, wanted: str) -> bool:
    """Return whether a degree is in no field near those asked for, where both are known fields."""
    studied, asked = _families(_studied(degree, text)), _families(content_stems(wanted))
    return bool(studied and asked) and not studied & asked


def is_open(said: str) -> bool:
    """Return whether the words of a wish let other fields do: "or a related field"."""
    return _RELATED.search(said) is not None


def _studied(degree: Education, text: str) -> set[str]:
    """Return the stems by which a degree read in `text` says what was studied."""
    told = text[degree.start : degree.end]
    plain = _ASIDE.sub(" ", _SCHOOL.sub(" , ", told))
    return set(content_stems(f"{degree.field} {named_subject(told)} {plain}"))


def _families(stems: Iterable[str]) -> set[str]:
    said = frozenset(stems)
    return {family for field, family in _near() if field <= said}


@cache
def _near() -> tuple[tuple[frozenset[str], str], ...]:
    """Return the fields, each by all the stems of its name, and a family that each is of."""
    named = (
        (frozenset(content_stems(field)), row["family"])
        for row in read_rows("fields_near.tsv")
        for field in parts(row["fields"])
    )
    return tuple((field, family) for field, family in named if field)


def _telling(field: str) -> set[str]:
    """Return the stems that tell a field from others, or all of them where none does."""
    stems = set(content_stems(field))
    return stems - _ANY_FIELD or stems
