"""Finds the names a résumé says only further down: "Name: …" among details, "Ada is a nurse"."""

from __future__ import annotations

import re

from tools.ingest.identity.name_words import is_ordinary
from tools.ingest.identity.names import shaped_name
from tools.ingest.phrases import listed
from tools.ingest.sections import Outline, Section

_LABEL = re.compile(
    r"(?:^|[\n|,;•·.⟩])[ \t]*(?:full\s+|candidate(?:'s)?\s+)?name[ \t]*[:\u2013-][ \t]*(?=\S)",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(r"\s+(?:\w+\s+){0,2}\w+\s*:")
_SUBJECT = re.compile(
    r"\s*([A-ZÀ-Ý][a-zà-ÿ]{2,})\s+(?:is|has|brings|holds|worked|works|began|started|served|offers)"
    r"\s(?=[a-z\d])"
)
_NO_NAME = listed("identity", "no name of a subject")
_REACH = 400
_LONGEST = 60


def later_names(outline: Outline) -> tuple[str, ...]:
    """Return the names labelled among personal details, and the subject of the summary."""
    found = []
    for section in outline.sections:
        if section.kind == "personal":
            found += _labelled(outline.text, section)
        if section.kind in ("summary", "header"):
            found += _subject(outline.text, section)
    return tuple(dict.fromkeys(name for name in found if name))


def _labelled(text: str, section: Section) -> list[str]:
    end = min(section.end, section.start + 3 * _REACH)
    names = []
    for label in _LABEL.finditer(text, section.body, end):
        stop = text.find("\n", label.end())
        value = text[label.end() : min(stop if stop >= 0 else end, label.end() + _LONGEST)]
        following = _NEXT_LABEL.search(value)
        names.append(shaped_name(value[: following.start()] if following else value))
    return names


def _subject(text: str, section: Section) -> list[str]:
    """Return the first name a summary begins with, where a sentence makes a person of it."""
    start = section.body
    match = _SUBJECT.match(text, start, min(section.end, start + _REACH))
    if match is None:
        return []
    name = match.group(1)
    common = name.lower() in _NO_NAME or name.endswith("ing") or is_ordinary(name)
    return [] if common else [name]
