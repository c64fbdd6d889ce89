"""Where and for whom a job is done, and the words that show it: a health club, a nonprofit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from tools.vocabulary.matcher import Mention, PhraseMatcher
from tools.vocabulary.tables import Entry, entries, parts, read_folder, read_rows
from tools.vocabulary.telling import by_place

_FOLDER = "work_settings"
_ELSEWHERE = "elsewhere"
"""What is named by phrases in which the word of a setting names none: "bank holiday"."""
_SOFTWARE = re.compile(r"[ \t]+(?:software|apps?|saas)\b", re.IGNORECASE)
"""What follows those whom a program is made for, where nobody need have worked."""


@lru_cache(maxsize=1024)
def settings_named(text: str) -> tuple[str, ...]:
    """Return the settings that a recruiter's words name, each once, in order."""
    return tuple(dict.fromkeys(mention.name for mention in _found(text)))


def settings_spoken(text: str) -> tuple[str, ...]:
    """Return the words by which a text names settings, in order."""
    return tuple(dict.fromkeys(text[mention.start : mention.end] for mention in _found(text)))


@cache
def setting_terms(setting: str) -> Mapping[str, float]:
    """Return the terms that show a setting, and how telling each is, up to 1.0."""
    return by_place(_terms().get(setting, ()))


def named_elsewhere(text: str) -> list[Mention]:
    """Return the phrases in which the word of a setting or an industry names none."""
    return [m for m in _matcher().find(text, trusted=True) if _is_elsewhere(text, m)]


def _is_elsewhere(text: str, mention: Mention) -> bool:
    return mention.name == _ELSEWHERE or _SOFTWARE.match(text, mention.end) is not None


def _found(text: str) -> list[Mention]:
    """Return where settings are named: none in "data warehouse", no hotel in "hotel software"."""
    named = _matcher().find(text, trusted=True)
    return [m for m in named if not _is_elsewhere(text, m)]


@cache
def _matcher() -> PhraseMatcher:
    other = (
        phrase for row in read_rows("settings_elsewhere.tsv") for phrase in parts(row["phrases"])
    )
    settings = entries(read_folder(_FOLDER), "setting")
    return PhraseMatcher([Entry(_ELSEWHERE, tuple(other)), *settings])


@cache
def _terms() -> Mapping[str, tuple[str, ...]]:
    return {row["setting"]: parts(row["terms"]) for row in read_folder(_FOLDER)}
