"""Reads a name on two lines, "YUI" above "TANABE-HOLM", and one in brackets behind another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.ingest.headings import heading_kind
from tools.ingest.identity.name_mentions import NAME
from tools.ingest.identity.name_words import is_ordinary, plain, title_share
from tools.ingest.identity.names import (
    POST_NOMINAL,
    echoes,
    is_prelude,
    shaped_name,
    words_of,
)
from tools.ingest.sections import Line

_FIRST_LINES = 8
_MOST_WORDS = 3
_MOST_A_TITLE = 0.4
_NOT_LETTERS = re.compile(r"[^a-z]+")
_KNOWN_AS = re.compile(
    rf"{NAME}[ \t]*,?[ \t]*(?:"
    r"[(\[][ \t]*(?:[\"“„«'’]|(?:n[ée]e|born|geb\.?|geborene|aka|a\.k\.a\.|known as|called|goes by)"
    r"[ \t]+)?"
    r"(?P<bracketed>[^\W\d_][^\W\d_'’-]{2,}(?:-[^\W\d_]{2,})?)[\"”“»'’]?[ \t]*[)\]]"
    r"|[\"“„«](?P<quoted>[^\W\d_][^\W\d_'’-]{2,})[\"”“»])"
)
"""A short or a former name right behind the name: "(“Maggie”)", "(née Oliver)"."""


def on_two_lines(lines: Sequence[Line], name: str, emails: Sequence[str]) -> str:
    """Return the name with the half of it that stands on the line above or below."""
    top = lines[:_FIRST_LINES]
    number = next((n for n, line in enumerate(top) if name and line.text == name), None)
    if number is None:
        return name
    locals_ = [plain(email.partition("@")[0]) for email in emails]
    below = _half(top, number + 1, locals_)
    if below and (_echoed(below, locals_) or _looks_alike(top, number)):
        return f"{name} {below}"
    above = _half(top, number - 1, locals_) if number else ""
    first = number == 1 and not is_prelude(above)
    return f"{above} {name}" if above and (first or _echoed(above, locals_)) else name


def other_names(text: str) -> tuple[str, ...]:
    """Return what the person is called or was called, as it stands in brackets behind the name."""
    found = (m["bracketed"] or m["quoted"] for m in _KNOWN_AS.finditer(text))
    return tuple(name for name in found if _is_called(name))


def _is_called(name: str) -> bool:
    proper = name[0].isupper() and not name.isupper() and not POST_NOMINAL.match(name)
    return proper and not is_ordinary(name)


def _half(top: Sequence[Line], number: int, locals_: Sequence[str]) -> str:
    """Return the line where it could be half a name and nothing else."""
    line = top[number].text if number < len(top) else ""
    if (
        not line
        or shaped_name(line) != line
        or len(line.split()) > _MOST_WORDS
        or heading_kind(line)
        or title_share(line) > _MOST_A_TITLE
    ):
        return ""
    ordinary = any(is_ordinary(word) for word in line.split())
    return "" if ordinary and not _echoed(line, locals_) else line


def _echoed(half: str, locals_: Sequence[str]) -> bool:
    """Whether an e-mail has that half of the name, or its initials: "yui.th"."""
    initials = "".join(word[0] for word in words_of(half))
    return any(
        echoes(half, local) or (len(initials) > 1 and initials in _NOT_LETTERS.split(local))
        for local in locals_
    )


def _looks_alike(top: Sequence[Line], number: int) -> bool:
    """Whether one word stands on each of the first two lines, both in capitals."""
    first, second = top[number].text, top[number + 1].text
    whole = number == 0 and not top[1].after_blank and first.isupper() and second.isupper()
    return whole and " " not in first and " " not in second
