"""Writes a title with the level that was asked for: "Senior Data Scientist", only if said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tools.pattern_table import patterns
from tools.vocabulary.titles import canonical_title

_SAID = patterns(__package__, "seniority.tsv")

INTERN = "Intern"
"""The level that is refused of every trade alike: "no interns"."""
_NAMES = """
senior junior lead principal staff head chief deputy assistant associate trainee apprentice intern
graduate entry-level mid-level
"""
_LEVELS = {name: name.title() for name in _NAMES.split()}
_LEVELS |= {f"{n}s": _LEVELS[n] for n in ("senior", "junior", "trainee", "apprentice", "intern")}
_LEVELS |= dict.fromkeys(("sr", "snr"), "Senior") | dict.fromkeys(("jr", "jnr"), "Junior")
_LEVELS |= dict.fromkeys(("mid", "intermediate"), "Mid-Level")
_WORD = re.compile(r"(entry[- ]level|mid[- ]level|[^\W\d_]+)\.?[\s-]*", re.IGNORECASE)
_BEHIND = frozenset({"apprentice", "apprentices", "trainee", "trainees", "intern", "interns"})
"""Levels that may stand behind the job: "marketing intern"."""


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
        if behind.casefold().startswith("of "):
            break  # a Head of People is called so
        if word == "staff" and not level and canonical_title("staff " + behind) == name:
            break  # "staff nurse" is a trade's own name for itself
        level, rest = level or _LEVELS[word], behind
    if not level:
        last = surface.rsplit(None, 1)[-1].lower().rstrip(".")
        if last in _BEHIND and " " in surface:
            level = _LEVELS[last]
    return at_level(name, level)


def at_level(name: str, level: str) -> str:
    """Return a title at a level, as people write it: "Senior Accountant", "Accounting Intern"."""
    said = name.casefold().split()
    if not level or level.casefold() in (said[0], said[-1]):
        return name
    return f"{name} {level}" if level == INTERN else f"{level} {name}"


def names_levels(phrase: str) -> bool:
    """Return whether a phrase names levels and nothing else: "interns or trainees"."""
    return _SAID["levels_only"].fullmatch(phrase) is not None


def lone_level(text: str, start: int, end: int) -> Level | None:
    """Return the first seniority word in text[start:end], or None."""
    return next(lone_levels(text, start, end), None)


def lone_levels(text: str, start: int, end: int) -> Iterator[Level]:
    """Yield the seniority words of text[start:end] in order."""
    for match in _SAID["lone"].finditer(text, start, end):
        word = match.group(1).lower().rstrip(".").replace(" ", "-")
        yield Level(_LEVELS.get(word, ""), match.start(), match.end())


def welcomes(text: str, at: int) -> bool:
    """Return whether the words behind a level let it in beside others."""
    return _SAID["welcome"].match(text, at) is not None


def welcomed_levels(text: str) -> tuple[str, ...]:
    """Return the levels a text lets in: Junior of "juniors are fine too"."""
    levels = (w for w in lone_levels(text, 0, len(text)) if welcomes(text, w.end))
    return tuple(dict.fromkeys(level.name for level in levels if level.name))
