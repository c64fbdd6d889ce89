"""Reads a table of patterns, whose lines may use pieces that lines above them name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from itertools import groupby
from types import MappingProxyType

_PIECE = re.compile(r"<([A-Z]+)>")


def pattern_rows(
    package: str, name: str, known: Mapping[str, str] = MappingProxyType({})
) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of each line; a line "=NAME" names a piece: <NAME>.

    Some pieces may be `known` already.
    """
    pieces = dict(known)
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        cells = [_PIECE.sub(lambda m: pieces[m[1]], cell) for cell in line.split("\t")]
        if len(cells) == 2 and cells[0].startswith("="):
            pieces[cells[0][1:]] = cells[1]
        else:
            yield number, cells


def pattern_runs(
    package: str, name: str, known: Mapping[str, str] = MappingProxyType({})
) -> list[tuple[list[str], str]]:
    """Return the first cells of each run of lines that begin alike, and their words as a choice."""
    lines = ((cells[:-1], cells[-1]) for _, cells in pattern_rows(package, name, known))
    runs = groupby(lines, key=lambda line: line[0])
    return [(cells, "|".join(words for _, words in run)) for cells, run in runs]
