"""Reads CSV and TSV files: one person a row, columns mapped by their names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from tools.ingest.readers.columns import fields_of, missing_text, row_text
from tools.ingest.readers.decoding import decode
from tools.ingest.records import MAX_BYTES, Problem, Text, UnreadableError

_DELIMITERS = ",;\t|"
_BROKEN = ["broken"]
"""Stands for a row that cannot be told from those behind it."""


def read_table(data: bytes) -> list[Text | Problem]:
    """Return a text or a problem for every row.

    Raises UnreadableError for bytes that are no text and for a table without the needed columns.
    """
    text = decode(data).replace("\0", "")
    header_line = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header_line.count)
    csv.field_size_limit(MAX_BYTES)
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    header = [name.strip() for name in next(_filled(rows), [])]
    columns = dict.fromkeys(name for name in header if name)
    if "text" not in fields_of(columns):
        raise UnreadableError(missing_text(columns))
    read = [_row(header, row, f"row {number}") for number, row in enumerate(_filled(rows), start=2)]
    if not read:
        raise UnreadableError("has a header but no rows: add one row for each person.")
    return read


def _filled(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    return (row for row in _whole(rows) if any(cell.strip() for cell in row))


def _whole(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Yield the rows, and for one whose quotes are not closed properly the broken one."""
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield _BROKEN


def _row(header: list[str], row: list[str], part: str) -> Text | Problem:
    if row is _BROKEN:
        return Problem(
            part,
            "opens a double quote and does not close it where the cell ends, so that the rows "
            'behind it may be lost: close it, and write a double quote inside a cell as "".',
        )
    surplus = [cell for cell in row[len(header) :] if cell.strip()]
    if surplus:
        return Problem(
            part,
            f"has {len(row)} cells where the header has {len(header)}: put cells that contain the "
            "separator in double quotes.",
        )
    cells = {name: cell for name, cell in zip(header, row, strict=False) if name}
    try:
        return row_text(cells, part)
    except UnreadableError as error:
        return Problem(part, str(error))
