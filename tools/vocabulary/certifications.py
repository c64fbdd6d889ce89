"""Licences and certifications of every trade, found in text under their many short forms."""

from functools import cache

from tools.vocabulary.matcher import Mention, PhraseMatcher
from tools.vocabulary.suggest import suggest
from tools.vocabulary.tables import entries, read_rows

_TABLE = "certifications.tsv"


@cache
def _matcher() -> PhraseMatcher:
    return PhraseMatcher(entries(read_rows(_TABLE), "certification"))


@cache
def _phrases() -> dict[str, str]:
    return _matcher().phrases()


def find_certifications(text: str, trusted: bool = False) -> list[Mention]:
    """Return every certification the text mentions; trusted reads a recruiter's short request."""
    return _matcher().find(text, trusted=trusted)


def canonical_certification(phrase: str) -> str | None:
    """Return the canonical name of a certification phrase."""
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
