"""Tells from the styles of a web page's elements whether a reader sees what stands in them."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.ingest.style_sheet import Declarations

Colour = tuple[int, int, int]

_NAMED: dict[str, Colour] = {
    "white": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245),
    "black": (0, 0, 0),
    "red": (255, 0, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
    "yellow": (255, 255, 0),
    "navy": (0, 0, 128),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "silver": (192, 192, 192),
}
_ALIKE = 12
"""Two colours that differ by no more in each channel look the same."""

_HEX = re.compile(r"#([0-9a-f]{3,8})\b")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)%?)?\s*\)")
_WORD = re.compile(r"[a-z]+")
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|pc|r?em|ex|ch|vw|vh|%|in|cm|mm)?(?![\w%])")
_FAR: dict[str, float] = {"": 900, "px": 900, "pt": 700, "%": 100, "vw": 100, "vh": 100}
_FAR_IN_LETTERS = 40
_CLIPPED = re.compile(
    r"rect\(\s*(\d+)(?:px)?[\s,]+\1(?:px)?[\s,]+\1(?:px)?[\s,]+\1(?:px)?\s*\)"
    r"|inset\(\s*(?:100|[5-9]\d)%|circle\(\s*0(?![.\d]*[1-9])|polygon\(\s*0(?:px|%)?[\s,]+0\s*\)"
)
_SHIFTED = re.compile(r"translate(?:x|y|3d)?\(\s*([^)]*)\)")
_SHRUNK = re.compile(r"scale(?:x|y|3d)?\(\s*0(?![.\d]*[1-9])")
_ASIDE = ("left", "right", "top", "bottom")
_MARGINS = ("margin-left", "margin-top", "margin-right", "text-indent")


class Look(NamedTuple):
    """How what stands in an element looks; `gone` is what nothing within it can undo.

    A `background` of None is a picture or a fade, on which any colour may be seen.
    """

    gone: bool = False
    invisible: bool = False
    tiny: bool = False
    colour: Colour | None = (0, 0, 0)
    background: Colour | None = (255, 255, 255)

    @property
    def unseen(self) -> bool:
        """Whether no reader sees text there."""
        if self.gone or self.invisible or self.tiny or self.colour is None:
            return True
        ground = self.background
        return ground is not None and all(
            abs(a - b) <= _ALIKE for a, b in zip(self.colour, ground, strict=True)
        )


def look_within(around: Look, declared: Declarations) -> Look:
    """Return the look of an element that stands in another one."""
    if not declared:
        return around
    declared = {name: value.removesuffix("!important").strip() for name, value in declared.items()}
    size = declared.get("font-size", "")
    shown = declared.get("visibility", "")
    return Look(
        gone=around.gone or _is_gone(declared),
        invisible=around.invisible if not shown else shown in ("hidden", "collapse"),
        tiny=around.tiny if not _LENGTH.match(size) else _is_tiny(size, around.tiny),
        colour=_coloured(declared.get("color", ""), around.colour),
        background=_grounded(declared, around.background),
    )


def _is_gone(declared: Declarations) -> bool:
    if declared.get("display") == "none" or declared.get("content-visibility") == "hidden":
        return True
    if _is_zero(declared.get("opacity", "")) or "opacity(0" in declared.get("filter", ""):
        return True
    if _CLIPPED.search(declared.get("clip", "") + declared.get("clip-path", "")):
        return True
    moved = declared.get("transform", "")
    if _SHRUNK.search(moved) or any(_is_far(part) for part in _SHIFTED.findall(moved)):
        return True
    if any(_is_far(declared.get(name, "")) for name in _MARGINS):
        return True
    placed = declared.get("position") in ("absolute", "fixed", "relative")
    if placed and any(_is_far(declared.get(name, "")) for name in _ASIDE):
        return True
    cut = "hidden" in declared.get("overflow", "") or "clip" in declared.get("overflow", "")
    sides = ("height", "max-height", "width", "max-width")
    return cut and any(_is_nothing(declared.get(name, "")) for name in sides)


def _is_zero(value: str) -> bool:
    length = _LENGTH.match(value)
    return length is not None and abs(float(length[1])) < (0.05 if length[2] != "%" else 5)


def _is_nothing(value: str) -> bool:
    length = _LENGTH.match(value)
    return length is not None and float(length[1]) <= (1 if length[2] in (None, "px", "pt") else 0)


def _is_tiny(size: str, was_tiny: bool) -> bool:
    """Return whether letters of that size are too small to be seen: up to one pixel."""
    length = _LENGTH.match(size)
    if length is None:
        return was_tiny
    if length[2] in ("em", "ex", "ch", "%"):
        return was_tiny or float(length[1]) <= (0.1 if length[2] != "%" else 10)
    return float(length[1]) <= (1 if length[2] in (None, "px", "pt") else 0.1)


def _is_far(value: str) -> bool:
    """Return whether a shift takes an element off the screen, to the left or above."""
    return any(
        float(number) <= -_FAR.get(unit, _FAR_IN_LETTERS) for number, unit in _LENGTH.findall(value)
    )


def _coloured(value: str, around: Colour | None) -> Colour | None:
    """Return the colour of the letters, None for one that lets everything through."""
    if value == "transparent" or _lets_through(value):
        return None
    return _colour(value) or around


def _grounded(declared: Declarations, around: Colour | None) -> Colour | None:
    plain = declared.get("background-color", "")
    whole = declared.get("background", "") or plain
    pictured = declared.get("background-image", "none") != "none" or "url(" in whole
    if pictured or "gradient(" in whole or "var(" in whole:
        return None
    if not whole or "transparent" in whole or _lets_through(whole):
        return around
    return _colour(plain or whole) or around


def _lets_through(value: str) -> bool:
    parts = _RGB.search(value)
    if parts:
        return parts[4] is not None and float(parts[4]) < 0.05
    digits = _HEX.search(value)
    if digits is None or len(digits[1]) not in (4, 8):
        return False
    return digits[1][3] == "0" if len(digits[1]) == 4 else digits[1][6:] < "0d"


def _colour(value: str) -> Colour | None:
    digits = _HEX.search(value)
    if digits and len(digits[1]) in (3, 4):
        red, green, blue = (int(2 * digit, 16) for digit in digits[1][:3])
        return red, green, blue
    if digits and len(digits[1]) in (6, 8):
        return int(digits[1][:2], 16), int(digits[1][2:4], 16), int(digits[1][4:6], 16)
    parts = _RGB.search(value)
    if parts:
        return int(parts[1]), int(parts[2]), int(parts[3])
    return next((_NAMED[word] for word in _WORD.findall(value) if word in _NAMED), None)
