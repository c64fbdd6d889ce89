"""Writes a title with the level that was asked for: "Senior Data Scientist", only if said."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.vocabulary.titles import canonical_title

_LEVELS = {
    "senior": "Senior",
    "sr": "Senior",
    "snr": "Senior",
    "seniors": "Senior",
    "junior": "Junior",
    "jr": "Junior",
    "jnr": "Junior",
    "juniors": "Junior",
    "lead": "Lead",
    "principal": "Principal",
    "staff": "Staff",
    "head": "Head",
    "chief": "Chief",
    "deputy": "Deputy",
    "assistant": "Assistant",
    "associate": "Associate",
    "trainee": "Trainee",
    "trainees": "Trainee",
    "apprentice": "Apprentice",
    "apprentices": "Apprentice",
    "graduate": "Graduate",
    "entry-level": "Entry-Level",
    "mid-level": "Mid-Level",
    "mid": "Mid-Level",
    "intermediate": "Mid-Level",
}
_WORD = re.compile(r"(entry[- ]level|mid[- ]level|[^\W\d_]+)\.?[\s-]*", re.IGNORECASE)
_LONE = re.compile(
    r"\b(senior|sr\.?|snr|seniors?|junior|jr\.?|juniors?|lead|principal|entry[- ]level"
    r"|mid[- ]level|trainees?"
    r"|apprentices?)(?!\w)",
    re.IGNORECASE,
)


class Level(NamedTuple):
    """A seniority word at text[start:end]; `name` is how a title says it."""

    name: str
    start: int
    end: int


def levelled_title(surface: str, name: str) -> str:
    """Return the canonical title with the seniority words its surface opens or ends with."""
    rest, level = surface, ""
    while match := _WORD.match(rest):
        word = match.group(1).lower().replace(" ", "-")
        behind = rest[match.end() :]
        if word not in _LEVELS or not behind or canonical_title(behind) not in (name, None):
            break
        if word == "staff" and not level and canonical_title("staff " + behind) == name:
            break  # "staff nurse" is a trade's own name for itself
        level, rest = level or _LEVELS[word], behind
    if not level:
        last = surface.rsplit(None, 1)[-1].lower().rstrip(".")
        if last in ("apprentice", "apprentices", "trainee", "trainees") and " " in surface:
            level = _LEVELS[last]
    if not level or name.casefold().startswith(level.casefold()):
        return name
    return f"{level} {name}"


def lone_level(text: str, start: int, end: int) -> Level | None:
    """Return the first seniority word in text[start:end], or None."""
    match = _LONE.search(text, start, end)
    if match is None:
        return None
    word = match.group(1).lower().rstrip(".").replace(" ", "-")
    return Level(_LEVELS.get(word, ""), match.start(), match.end())
