"""Walks the XML of a Word document and yields its visible lines in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tools.ingest.readers.hidden_docx import Looks, value_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARAGRAPH, _TABLE, _ROW, _CELL, _RUN = (f"{_W}{t}" for t in ("p", "tbl", "tr", "tc", "r"))
_BOX = f"{_W}txbxContent"
_SKIPPED = {f"{_W}{t}" for t in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")} | {
    f"{_MC}Fallback"
}
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_CELL_GAP = "  "
_SHORT_CELL = 60


@dataclass
class Body:
    """Reads elements of one document; `hidden` collects what it left out as nobody can see it.

    `bullet_styles` and `heading_styles` are the ids of the document's styles that make list items
    and headings.
    """

    looks: Looks
    bullet_styles: frozenset[str]
    heading_styles: frozenset[str]
    hidden: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, document: Any) -> Body:
        """Return a reader that knows the document's styles."""
        styles = list(document.styles.element.iter(f"{_W}style"))

        def ids(test: Any) -> frozenset[str]:
            return frozenset(str(s.get(f"{_W}styleId")) for s in styles if test(s))

        return cls(
            looks=Looks.of(document),
            bullet_styles=ids(lambda s: s.find(f"{_W}pPr/{_W}numPr") is not None),
            heading_styles=ids(lambda s: _name(s).startswith(("heading", "title"))),
        )

    def lines(self, element: Any) -> list[str]:
        """Return the lines of a body, header, cell or text box."""
        found: list[str] = []
        for child in element:
            if child.tag == _PARAGRAPH:
                found += self._paragraph(child)
            elif child.tag == _TABLE:
                found += ["", *self._table(child), ""]
            elif child.tag not in _SKIPPED:
                found += self.lines(child)
        return found

    def _paragraph(self, paragraph: Any) -> list[str]:
        boxes: list[str] = []
        text = "".join(self._pieces(paragraph, boxes)).strip("\n")
        style = value_of(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        if text.strip() and self._is_item(paragraph, style):
            text = f"• {text.lstrip()}"
        lines = text.split("\n")
        if style in self.heading_styles:
            lines.insert(0, "")
        return [*lines, *boxes]

    def _is_item(self, paragraph: Any, style: str) -> bool:
        number = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if number is not None:
            return value_of(number) != "0"
        return style in self.bullet_styles and style not in self.heading_styles

    def _pieces(self, element: Any, boxes: list[str]) -> Iterator[str]:
        """Yield the visible characters below an element; text boxes go to `boxes`."""
        for child in element:
            if child.tag in _SKIPPED:
                continue
            if child.tag == _BOX:
                boxes += self.lines(child)
            elif child.tag == _RUN and self.looks.is_hidden(child):
                self.hidden += [t.text for t in child.iter(f"{_W}t") if t.text]
            elif child.tag == f"{_W}t":
                yield child.text or ""
            elif child.tag in _MARKS:
                yield _MARKS[child.tag]
            elif child.tag == f"{_W}sym":
                yield chr(int(child.get(f"{_W}char", "20"), 16))
            else:
                yield from self._pieces(child, boxes)

    def _table(self, table: Any) -> Iterator[str]:
        for row in table.iter(_ROW):
            if next(row.iterancestors(_TABLE)) is table:
                yield from self._row(
                    [c for c in row.iter(_CELL) if next(c.iterancestors(_ROW)) is row]
                )

    def _row(self, cells: list[Any]) -> list[str]:
        """Return a row: short cells stand beside the first line of the long one, else below."""
        columns = [_trimmed(self.lines(cell)) for cell in cells]
        columns = [column for column in columns if column]
        tall = [column for column in columns if len(column) > 1]
        flat = all(len(column) > 1 or len(column[0]) <= _SHORT_CELL for column in columns)
        if len(tall) <= 1 and (flat or len(columns) == 1 or not tall):
            first = _CELL_GAP.join(column[0] for column in columns)
            return [first, *(tall[0][1:] if tall else [])]
        return [line for column in columns for line in (*column, "")]


def _trimmed(lines: list[str]) -> list[str]:
    """Return lines without blank ones at either end."""
    filled = [i for i, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _name(style: Any) -> str:
    return value_of(style.find(f"{_W}name")).lower()
