"""Finds the names people say of themselves in a sentence: "my name is Ada Roe", "Sincerely, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.ingest.fragments import is_company
from tools.ingest.headings import heading_kind
from tools.ingest.identity.name_words import PARTICLES, is_ordinary, title_share
from tools.ingest.identity.names import shaped_name
from tools.ingest.phrases import listed
from tools.vocabulary.skills import canonical_skill

_END = (
    r"(?:To|I|My|A|An|The|And|Of|In|At|With|From|For|Encl(?:osure|osed)?s?|Cover|Highly|Authorized)"
)
"""What follows a name without being part of it, where the rest runs on."""
_PIECE = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]*)"
_SMALL = rf"(?:{'|'.join(sorted(map(re.escape, PARTICLES - {'e', 'y', 'i', 'of'})))})"
_LATER = rf"(?:[ \t]+(?:{_SMALL}[ \t]+){{0,2}}{_PIECE}){{0,4}}"
_NAME = rf"(?P<name>{_PIECE}(?:[ \t]*\n[ \t]*{_PIECE})?{_LATER})"
_ON_A_LINE = rf"(?P<name>{_PIECE}{_LATER})"
_MY_NAME = re.compile(
    r"(?:\b[Mm]y|\bMY)\s+(?:(?:full|legal|complete|given|first)\s+|(?:FULL|LEGAL)\s+)?"
    rf"(?:name\s*(?:is\b|'s\b|’s\b|:)|NAME\s+IS\b|names\b)\s*(?:(?:mr|mrs|ms|miss|dr)\.?\s+)?{_NAME}"
)
_WHISPERED = re.compile(
    r"\bmy\s+(?:full\s+)?name(?:\s+is|['’]s)\s+(?P<name>[a-zà-ÿ'’-]{2,}(?:\s+[a-zà-ÿ'’-]{2,}){0,2}?)"
    r"(?=\s*[,.;!(]|\s+(?:and|i|from)\b|\s*$)",
    re.MULTILINE,
)
_I_AM = re.compile(
    rf"(?P<hello>\b(?:[Hh]ello|[Hh]i|[Hh]ey|[Gg]reetings)(?:\s+\w+)?[,.!]*\s*)?"
    rf"\b(?:I\s+am|I['’]m|I\s+AM)\s+{_NAME}(?P<told>(?:\s*\([^)\n]{{1,30}}\))?"
    r"(?:,\s*(?:an?|the|and|I)\b|\s+and\s+I\b))?"
)
_CLOSING = re.compile(
    r"\b(?:[Ss]incerely(?:\s+[Yy]ours)?|[Yy]ours\s+(?:sincerely|Sincerely|truly|Truly|faithfully"
    r"|Faithfully)|(?:[Bb]est|[Kk]ind|[Ww]arm)(?:est)?\s+[Rr]egards|[Rr]espectfully(?:\s+[Yy]ours)?)"
    rf"\s*,\s*(?:\([^)\n]{{1,24}}\)\s*)?{_ON_A_LINE}(?=\s*(?:$|[,.\n(\d]|{_END}\b))",
    re.MULTILINE,
)
_ENDS = re.compile(rf"\s+{_END}\b.*", re.DOTALL)
_MOSTLY = 0.6
_NO_NAME = listed("identity", "no name told")


def told_names(text: str) -> tuple[str, ...]:
    """Return the names that the text says are its writer's own, in the order they are said."""
    named = (_as_name(name) for name in _said(text))
    return tuple(dict.fromkeys(name for name in named if name))


def _said(text: str) -> Iterator[str]:
    if "name" in text or "NAME" in text:
        for pattern in (_MY_NAME, _WHISPERED):
            yield from (match["name"] for match in pattern.finditer(text))
    for match in _I_AM.finditer(text):
        if (match["hello"] or match["told"]) and _is_new(match["name"], 0):
            yield match["name"]
    yield from (m["name"] for m in _CLOSING.finditer(text) if _is_new(m["name"], _MOSTLY))


def _as_name(said: str) -> str:
    said = _in_one_line(said)
    first = said.split()[0].lower().strip(".") if said else ""
    return "" if first in _NO_NAME else shaped_name(said.title() if said.islower() else said)


def _in_one_line(said: str) -> str:
    """Return what is said up to its end, and without the heading that stands on the next line."""
    above, _, below = said.partition("\n")
    said = above if heading_kind(below.strip()) else said
    return _ENDS.sub("", " ".join(said.split()))


def _is_new(said: str, share: float) -> bool:
    """Return whether words that nothing calls a name are two or more, and no firm or trade.

    `share` is how much of them a trade may be, for people are called Baker as well.
    """
    name = _in_one_line(said)
    own = [word for word in name.split() if len(word.strip(".")) > 1]
    common = is_company(name) or title_share(name) > share
    called = bool(share) and canonical_skill(name) is None
    return len(own) > 1 and not common and (called or not all(map(is_ordinary, own)))
