"""Read the vocabulary tables, so that adding a skill is a line of text and never code."""

from collections.abc import Iterator
from importlib.resources import files
from itertools import zip_longest
from typing import NamedTuple

_PACKAGE = "tools.vocabulary"
_TABLE_ENDING = ".tsv"
TABLE = "table"


class Entry(NamedTuple):
    """One canonical name with its other spellings."""

    name: str
    aliases: tuple[str, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    field: str = ""


def read_rows(name: str, package: str = _PACKAGE) -> list[dict[str, str]]:
    """Return the rows of one table, by its header."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    header, *lines = (line.split("\t") for line in text.splitlines())
    # Empty cells at the end of a line are left out, so rows may be shorter than the header.
    return [dict(zip_longest(header, cells, fillvalue="")) for cells in lines]


def read_words(name: str) -> list[str]:
    """Return the words of a plain list."""
    return files(_PACKAGE).joinpath(name).read_text(encoding="utf-8").split()


def read_folder(name: str) -> list[dict[str, str]]:
    """Return the rows of every table in a folder, each naming its table, in file-name order."""
    names = (item.name for item in files(_PACKAGE).joinpath(name).iterdir())
    tables = sorted(item for item in names if item.endswith(_TABLE_ENDING))
    return [
        row | {TABLE: table.removesuffix(_TABLE_ENDING)}
        for table in tables
        for row in read_rows(f"{name}/{table}")
    ]


def parts(cell: str | None) -> tuple[str, ...]:
    """Return the items of a cell; a missing cell has none."""
    return tuple(cell.split("|")) if cell else ()


def entries(rows: list[dict[str, str]], column: str) -> Iterator[Entry]:
    """Yield the rows as matcher entries, the table they come from as their field."""
    for row in rows:
        ambiguous = frozenset(parts(row.get("ambiguous")))
        yield Entry(row[column], parts(row.get("aliases")), ambiguous, row.get(TABLE, ""))
