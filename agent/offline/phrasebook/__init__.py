"""Reads the phrasebooks, so that teaching the planner a phrase is a line of text and never code."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_PIECE = re.compile(r"<([A-Z]+)>")
Book = tuple[tuple[str, re.Pattern[str]], ...]


@cache
def chatter() -> frozenset[str]:
    """Return the words by which people steer a conversation, and which wish for nothing."""
    return frozenset(files(__package__).joinpath("chatter.txt").read_text("utf-8").split())


@cache
def answers() -> dict[str, str]:
    """Return what to say to each meaning of small talk."""
    text = files(__package__).joinpath("answers.tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return {meaning: answer for meaning, _, answer in rows}


@cache
def phrasebook(name: str) -> Book:
    """Return (meaning, pattern) in the order of the file, blind to case.

    A line is a meaning, a tab and a regular expression; a line beginning with `=NAME` defines a
    piece that later lines use as `<NAME>`. Raises ValueError naming a line that is neither.
    """
    pieces: dict[str, str] = {}
    patterns: dict[str, list[str]] = {}
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        key, tab, pattern = line.partition("\t")
        if not tab:
            raise ValueError(f"{name}.tsv line {number} has no tab: write a meaning and a pattern.")
        whole = _PIECE.sub(lambda found: pieces[found[1]], pattern)
        if key.startswith("="):
            pieces[key[1:]] = whole
        else:
            patterns.setdefault(key, []).append(whole)
    return tuple((k, re.compile("|".join(p), re.IGNORECASE)) for k, p in patterns.items())
