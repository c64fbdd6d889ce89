"""Tells which runs of a Word document no reader can see: by style, colour, size and ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BOX = f"{_W}txbxContent"
_TINY = 4
"""Sizes are half points: what is smaller than two points is there for machines only."""
_NARROW = 10
"""Letters squeezed to a tenth of their width are there for machines only."""
_CONTRAST = 16
_WHITE = (255, 255, 255)
_UNKNOWN = None
_DEEPEST = 12
_HIDING = ("vanish", "specVanish")
_HIGHLIGHTS = {
    "white": _WHITE,
    "black": (0, 0, 0),
    "yellow": (255, 255, 0),
    "red": (255, 0, 0),
    "blue": (0, 0, 255),
    "green": (0, 255, 0),
    "cyan": (0, 255, 255),
    "magenta": (255, 0, 255),
    "darkBlue": (0, 0, 128),
    "lightGray": (192, 192, 192),
    "darkGray": (128, 128, 128),
}
_LIGHT_THEMES = frozenset({"background1", "light1", "bg1", "lt1"})

Color = tuple[int, int, int]


@dataclass
class Looks:
    """How the runs of one document look, its styles included."""

    styles: dict[str, Any]
    defaults: Any = None
    page: Color = _WHITE
    shaded_tables: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, document: Any) -> Looks:
        """Return the looks of a document."""
        root = document.styles.element
        styles = {str(s.get(f"{_W}styleId")): s for s in root.iter(f"{_W}style")}
        background = document.element.find(f"{_W}background")
        page = None if background is None else _color(background.get(f"{_W}color", ""))
        return cls(
            styles,
            root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"),
            page or _WHITE,
            frozenset(i for i, s in styles.items() if s.find(f".//{_W}shd") is not None),
        )

    def is_hidden(self, run: Any) -> bool:
        """Return whether a run is hidden, tiny, squeezed, or in the colour of its ground."""
        looks = list(self._properties(run))
        if any(_is_on(_first(looks, name)) for name in _HIDING):
            return True
        size, width = value_of(_first(looks, "sz")), value_of(_first(looks, "w")).rstrip("%")
        if (size.isdigit() and int(size) < _TINY) or (width.isdigit() and int(width) < _NARROW):
            return True
        ink = _ink(_first(looks, "color"))
        ground = self._ground(run, looks)
        return ink is not None and ground is not _UNKNOWN and _alike(ink, ground)

    def _properties(self, run: Any) -> Iterator[Any]:
        """Yield the run properties that hold for a run, the nearest first."""
        own = run.find(f"{_W}rPr")
        if own is not None:
            yield own
            yield from self._of_style(value_of(own.find(f"{_W}rStyle")), "rPr")
        paragraph = next(run.iterancestors(f"{_W}p"), None)
        if paragraph is not None:
            style = value_of(paragraph.find(f"{_W}pPr/{_W}pStyle"))
            yield from self._of_style(style or "Normal", "rPr")
        if self.defaults is not None:
            yield self.defaults

    def _of_style(self, style_id: str, kind: str) -> Iterator[Any]:
        for _ in range(_DEEPEST):
            style = self.styles.get(style_id)
            if style is None:
                return
            properties = style.find(f"{_W}{kind}")
            if properties is not None:
                yield properties
            style_id = value_of(style.find(f"{_W}basedOn"))

    def _ground(self, run: Any, looks: list[Any]) -> Color | None:
        """Return the colour behind a run, or None when it cannot be told."""
        light = value_of(_first(looks, "highlight"))
        if light and light != "none":
            return _HIGHLIGHTS.get(light, _UNKNOWN)
        for shading in self._shadings(run, looks):
            fill = shading.get(f"{_W}fill", "auto")
            if fill.lower() != "auto":
                return _color(fill)
        for around in run.iterancestors():
            if value_of(around.find(f"{_W}tblPr/{_W}tblStyle")) in self.shaded_tables:
                return _UNKNOWN
            if around.tag == _BOX and _box_is_filled(around):
                return _UNKNOWN
        return self.page

    def _shadings(self, run: Any, looks: list[Any]) -> Iterator[Any]:
        found = [_first(looks, "shd")]
        for around in run.iterancestors():
            found += [around.find(f"{_W}{part}/{_W}shd") for part in ("pPr", "tcPr", "tblPr")]
            if around.tag == f"{_W}p":
                style = value_of(around.find(f"{_W}pPr/{_W}pStyle"))
                found += [p.find(f"{_W}shd") for p in self._of_style(style, "pPr")]
        return (shading for shading in found if shading is not None)


def asides(document: Any) -> dict[str, str]:
    """Return what a document holds beside its pages: where it stands → the text."""
    core = document.core_properties
    found = {name: str(getattr(core, name) or "") for name in _CORE}
    body = document.element.body
    drawn = [e.get(key) for e in body.iter() for key in ("descr", "title") if e.get(key)]
    found["descriptions of pictures"] = "\n".join(str(text) for text in drawn)
    found["deleted text"] = "".join(t.text or "" for t in body.iter(f"{_W}delText"))
    for part in document.part.package.iter_parts():
        name = str(part.partname)
        if name.endswith(("/comments.xml", "/docProps/custom.xml")):
            place = "comments" if name.endswith("comments.xml") else "custom properties"
            found[place] = _texts(part.blob)
    return {place: text for place, text in found.items() if text.strip()}


_CORE = ("title", "subject", "keywords", "category", "comments")


def _texts(xml: bytes) -> str:
    from docx.oxml import parse_xml

    return " ".join(str(text) for text in parse_xml(xml).itertext())


def _first(looks: list[Any], name: str) -> Any:
    return next((e for p in looks if (e := p.find(f"{_W}{name}")) is not None), None)


def value_of(element: Any) -> str:
    """Return the value an element has, empty where there is no element."""
    return "" if element is None else str(element.get(f"{_W}val", ""))


def _is_on(element: Any) -> bool:
    return element is not None and value_of(element) not in {"0", "false", "off"}


def _ink(color: Any) -> Color | None:
    if color is None:
        return None
    if color.get(f"{_W}themeColor") in _LIGHT_THEMES:
        return _WHITE
    return _color(value_of(color))


def _color(value: str) -> Color | None:
    try:
        return (int(value[0:2], 16), int(value[2:4], 16), int(value[4:6], 16))
    except ValueError:
        return None


def _alike(ink: Color, ground: Color | None) -> bool:
    return ground is not None and all(
        abs(a - b) < _CONTRAST for a, b in zip(ink, ground, strict=True)
    )


def _box_is_filled(box: Any) -> bool:
    """Return whether the shape that holds a text box has a fill."""
    for around in box.iterancestors():
        if around.tag.endswith(("}wsp", "}shape", "}rect", "}roundrect")):
            fills = (f"{_A}solidFill", f"{_A}gradFill", f"{_A}blipFill")
            return (
                around.get("fillcolor") is not None or next(around.iter(*fills), None) is not None
            )
    return False
