"""Licences and certifications of every trade, found in text under their many short forms."""

import re
from functools import cache

from tools.vocabulary.matcher import Mention, PhraseMatcher
from tools.vocabulary.suggest import suggest
from tools.vocabulary.tables import entries, parts, read_rows

_TABLE = "certifications.tsv"
# Words end before a blank, so the matcher reads "Security +" as the everyday word.
_APART = re.compile(r"(?<!\w)(Security|Network|Server|Linux|Project|A) \+(?![\w+])")


@cache
def _matcher() -> PhraseMatcher:
    rows = [_in_british(row) for row in read_rows(_TABLE)]
    return PhraseMatcher(entries(rows, "certification"))


def _in_british(row: dict[str, str]) -> dict[str, str]:
    """Return a row with "RN licence" beside "RN license"."""
    spelled = dict.fromkeys(parts(f"{row['certification']}|{row['aliases']}".strip("|")))
    british = [name.replace("icense", "icence") for name in spelled if name.endswith("icense")]
    return row | {"aliases": "|".join(dict.fromkeys([*parts(row["aliases"]), *british]))}


@cache
def _phrases() -> dict[str, str]:
    return _matcher().phrases()


def find_certifications(text: str, trusted: bool = False) -> list[Mention]:
    """Return every certification the text mentions; trusted reads a recruiter's short request."""
    found = _matcher().find(text, trusted=trusted)
    apart = [Mention(f"CompTIA {m[1]}+", m.start(), m.end()) for m in _APART.finditer(text)]
    return sorted([*found, *apart], key=lambda m: m.start) if apart else found


def canonical_certification(phrase: str) -> str | None:
    """Return the canonical name of a certification phrase."""
    apart = _APART.fullmatch(phrase)
    if apart:
        return f"CompTIA {apart[1]}+"
    return _matcher().canonical(phrase)


def suggest_certification(phrase: str) -> str | None:
    """Return the certification a mistyped phrase most likely means."""
    return suggest(phrase, _phrases())


@cache
def _families() -> dict[str, str]:
    return {row["certification"]: row["family"] for row in read_rows(_TABLE)}


def certification_family(certification: str) -> str | None:
    """Return the field a certification belongs to."""
    return _families().get(certification)
