"""Reads a person's name out of how they are reached, where the résumé does not say it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.ingest.fragments import is_company
from tools.ingest.identity.name_words import is_double, is_ordinary
from tools.ingest.phrases import listed

_LOCAL = re.compile(r"([^\W\d_]{2,})[._-](?:[^\W\d_][._-])?([^\W\d_]{2,})\d{0,4}")
_PROFILE = re.compile(r"linkedin\.com/in/([^/?#\s]+)", re.IGNORECASE)
_SLUG_END = re.compile(r"-(?=\w*\d)\w+$")
_NOBODY = listed("identity", "nobody")
_MOST_WORDS = 4


def addressed_name(emails: Sequence[str], links: Sequence[str]) -> str:
    """Return the name that an address is made of ("jane.roe@…", "…/in/jane-roe"), or ""."""
    for parts in (*_of_emails(emails), *_of_links(links)):
        name = " ".join(part.capitalize() for part in parts)
        telling = is_double(name) or not all(map(is_ordinary, parts))
        if telling and not _NOBODY & {*parts} and not is_company(name):
            return name
    return ""


def _of_emails(emails: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for email in emails:
        if local := _LOCAL.fullmatch(email.partition("@")[0].lower()):
            yield local.groups()


def _of_links(links: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for link in links:
        profile = _PROFILE.search(link)
        slug = _SLUG_END.sub("", profile[1].lower()) if profile else ""
        parts = tuple(slug.split("-"))
        if 2 <= len(parts) <= _MOST_WORDS and all(part.isalpha() for part in parts):
            yield parts
