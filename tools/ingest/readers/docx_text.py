"""Walks the XML of a Word document and yields its visible lines in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL, _RUN = (f"{_W}{t}" for t in ("p", "tbl", "tr", "tc", "r"))
_BOX = f"{_W}txbxContent"
_SKIPPED = {f"{_W}{t}" for t in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")} | {
    f"{_MC}Fallback"
}
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_TINY = 4
"""Sizes are half points: what is smaller than two points is there for machines only."""

_CELL_GAP = "  "
_SHORT_CELL = 60


@dataclass
class Body:
    """Reads elements of one document; counts the characters it left out as hidden.

    `hidden_styles`, `bullet_styles`, `heading_styles` and `shaded_styles` are the ids of the
    document's styles that hide text, make list items, make headings and shade tables.
    """

    hidden_styles: frozenset[str]
    bullet_styles: frozenset[str]
    heading_styles: frozenset[str]
    shaded_styles: frozenset[str]
    hidden_characters: int = field(default=0)

    @classmethod
    def of(cls, document: Any) -> Body:
        """Return a reader that knows the document's styles."""
        styles = list(document.styles.element.iter(f"{_W}style"))

        def ids(test: Any) -> frozenset[str]:
            return frozenset(str(s.get(f"{_W}styleId")) for s in styles if test(s))

        return cls(
            hidden_styles=ids(lambda s: _is_on(s.find(f"{_W}rPr/{_W}vanish"))),
            bullet_styles=ids(lambda s: s.find(f"{_W}pPr/{_W}numPr") is not None),
            heading_styles=ids(lambda s: _name(s).startswith(("heading", "title"))),
            shaded_styles=ids(lambda s: s.find(f".//{_W}shd") is not None),
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
        style = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        if text.strip() and self._is_item(paragraph, style):
            text = f"• {text.lstrip()}"
        lines = text.split("\n")
        if style in self.heading_styles:
            lines.insert(0, "")
        return [*lines, *boxes]

    def _is_item(self, paragraph: Any, style: str) -> bool:
        number = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if number is not None:
            return _value(number) != "0"
        return style in self.bullet_styles and style not in self.heading_styles

    def _pieces(self, element: Any, boxes: list[str]) -> Iterator[str]:
        """Yield the visible characters below an element; text boxes go to `boxes`."""
        for child in element:
            if child.tag in _SKIPPED:
                continue
            if child.tag == _BOX:
                boxes += self.lines(child)
            elif child.tag == _RUN and self._is_hidden(child):
                self.hidden_characters += sum(len(t.text or "") for t in child.iter(f"{_W}t"))
            elif child.tag == f"{_W}t":
                yield child.text or ""
            elif child.tag in _MARKS:
                yield _MARKS[child.tag]
            elif child.tag == f"{_W}sym":
                yield chr(int(child.get(f"{_W}char", "20"), 16))
            else:
                yield from self._pieces(child, boxes)

    def _is_hidden(self, run: Any) -> bool:
        properties = run.find(f"{_W}rPr")
        if properties is None:
            return False
        if _is_on(properties.find(f"{_W}vanish")):
            return True
        if _value(properties.find(f"{_W}rStyle")) in self.hidden_styles:
            return True
        size = _value(properties.find(f"{_W}sz"))
        if size.isdigit() and int(size) < _TINY:
            return True
        return _is_white(properties) and not self._is_shaded(run)

    def _is_shaded(self, run: Any) -> bool:
        """Return whether anything around a run may give white letters a dark ground."""
        for around in (run, *run.iterancestors()):
            for properties in ("rPr", "pPr", "tcPr", "tblPr"):
                if _fills(around.find(f"{_W}{properties}/{_W}shd")):
                    return True
            if around.find(f"{_W}rPr/{_W}highlight") is not None:
                return True
            style = _value(around.find(f"{_W}tblPr/{_W}tblStyle"))
            if style in self.shaded_styles:
                return True
            if around.tag == _BOX and _box_is_filled(around):
                return True
        return False

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


def _value(element: Any) -> str:
    return "" if element is None else str(element.get(f"{_W}val", ""))


def _name(style: Any) -> str:
    return _value(style.find(f"{_W}name")).lower()


def _is_on(element: Any) -> bool:
    return element is not None and _value(element) not in {"0", "false", "off"}


def _is_white(properties: Any) -> bool:
    color = properties.find(f"{_W}color")
    if color is None:
        return False
    if color.get(f"{_W}themeColor") in {"background1", "light1"}:
        return True
    value = _value(color)
    return len(value) == 6 and all(value[i : i + 2].lower() >= "f0" for i in (0, 2, 4))


def _fills(shading: Any) -> bool:
    return shading is not None and shading.get(f"{_W}fill", "auto").lower() not in {
        "auto",
        "ffffff",
    }


def _box_is_filled(box: Any) -> bool:
    """Return whether the shape that holds a text box has a fill."""
    for around in box.iterancestors():
        if around.tag.endswith(("}wsp", "}shape", "}rect", "}roundrect")):
            return (
                around.get("fillcolor") is not None
                or next(around.iter(f"{_A}solidFill", f"{_A}gradFill", f"{_A}blipFill"), None)
                is not None
            )
    return False
