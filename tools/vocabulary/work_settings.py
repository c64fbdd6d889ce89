"""Where and for whom a job is done, and the words that show it: a health club, a nonprofit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from tools.vocabulary.matcher import PhraseMatcher
from tools.vocabulary.tables import entries, parts, read_folder
from tools.vocabulary.telling import by_place

_FOLDER = "work_settings"


@lru_cache(maxsize=1024)
def settings_named(text: str) -> tuple[str, ...]:
    """Return the settings that a recruiter's words name, each once, in order."""
    found = _matcher().find(text, trusted=True)
    return tuple(dict.fromkeys(mention.name for mention in found))


def settings_spoken(text: str) -> tuple[str, ...]:
    """Return the words by which a text names settings, in order."""
    found = _matcher().find(text, trusted=True)
    return tuple(dict.fromkeys(text[mention.start : mention.end] for mention in found))


@cache
def setting_terms(setting: str) -> Mapping[str, float]:
    """Return the terms that show a setting, and how telling each is, up to 1.0."""
    return by_place(_terms().get(setting, ()))


@cache
def _matcher() -> PhraseMatcher:
    return PhraseMatcher(entries(read_folder(_FOLDER), "setting"))


@cache
def _terms() -> Mapping[str, tuple[str, ...]]:
    return {row["setting"]: parts(row["terms"]) for row in read_folder(_FOLDER)}
