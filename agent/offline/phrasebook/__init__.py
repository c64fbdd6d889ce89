"""Reads the phrasebooks, so that teaching the planner a phrase is a line of text and never code."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from tools.pattern_table import patterns


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
def phrasebook(name: str) -> dict[str, re.Pattern[str]]:
    """Return how each meaning in a book is said, in the order of the file."""
    return patterns(__package__, f"{name}.tsv")
