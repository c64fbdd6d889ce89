"""Reads a table of patterns, whose lines may use pieces that lines above them name, or of words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from itertools import groupby
from types import MappingProxyType

_PIECE = re.compile(r"<([A-Z_]+)>")
_CAPTURES = re.compile(r"(?<!\\)\((?!\?)(?![^\[\]]*\])")


def pattern_rows(
    package: str, name: str, known: Mapping[str, str] = MappingProxyType({})
) -> list[tuple[int, list[str]]]:
    """Return the number and the cells of each line; a line "=NAME" names a piece: <NAME>.

    Some pieces may be `known` already. Raises ValueError naming a broken line.
    """
    return _read(package, name, known)[1]


def pieces(package: str, name: str) -> dict[str, str]:
    """Return the pieces that a table names, for other tables to use."""
    return _read(package, name, {})[0]


def _read(
    package: str, name: str, known: Mapping[str, str]
) -> tuple[dict[str, str], list[tuple[int, list[str]]]]:
    """Return the pieces a table names or knows, and its rows."""
    named, rows, width = dict(known), list[tuple[int, list[str]]](), 0
    for number, line in _lines(package, name):
        if unknown := set(_PIECE.findall(line)) - named.keys():
            raise ValueError(f"{name} line {number}: name {min(unknown)} on a line above it.")
        if _CAPTURES.search(line):
            raise ValueError(f"{name} line {number}: write (?: for a group, \\( for a bracket.")
        cells = [_PIECE.sub(lambda m: named[m[1]], cell) for cell in line.split("\t")]
        if len(cells) == 2 and cells[0].startswith("="):
            named[cells[0][1:]] = cells[1]
            continue
        width = width or max(2, len(cells))
        if len(cells) != width:
            raise ValueError(f"{name} line {number}: write {width} cells with a tab between them.")
        rows.append((number, cells))
    return named, rows


def _lines(package: str, name: str) -> list[tuple[int, str]]:
    """Return the number and the text of each line; one that begins with a tab goes on with it."""
    said: list[tuple[int, str]] = []
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("\t") and said:
            said[-1] = said[-1][0], said[-1][1] + line[1:]
        elif line.strip() and not line.startswith("#"):
            said.append((number, line))
    return said


def pattern_runs(
    package: str, name: str, known: Mapping[str, str] = MappingProxyType({})
) -> list[tuple[list[str], str]]:
    """Return the first cells of each run of lines that begin alike, and their words as a choice."""
    lines = ((cells[:-1], cells[-1]) for _, cells in pattern_rows(package, name, known))
    runs = groupby(lines, key=lambda line: line[0])
    return [(cells, "|".join(words for _, words in run)) for cells, run in runs]


def patterns(
    package: str, name: str, known: Mapping[str, str] = MappingProxyType({})
) -> dict[str, re.Pattern[str]]:
    """Return what each name of a table finds, blind to case: any of its lines."""
    said: dict[str, list[str]] = {}
    for _, (key, words) in pattern_rows(package, name, known):
        said.setdefault(key, []).append(words)
    return {key: re.compile("|".join(lines), re.IGNORECASE) for key, lines in said.items()}


def word_lists(package: str, name: str) -> dict[str, frozenset[str]]:
    """Return the words of each name in a table of plain words."""
    said: dict[str, frozenset[str]] = {}
    for _, (key, words) in pattern_rows(package, name):
        said[key] = said.get(key, frozenset()).union(words.split())
    return said
