"""Tells from the styles of a web page's elements whether a reader sees what stands in them."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.ingest.web.colours import Colour, paint, paint_among
from tools.ingest.web.style_sheet import Declarations

_ALIKE = 12
"""Two colours that differ by no more in each channel look the same."""

_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|pc|r?em|ex|ch|vw|vh|%|in|cm|mm)?(?![\w%])")
_FAR: dict[str, float] = {"": 900, "px": 900, "pt": 700, "%": 100, "vw": 100, "vh": 100}
_FAR_IN_LETTERS = 40
_CLIPPED = re.compile(
    r"rect\(\s*(\d+)(?:px)?[\s,]+\1(?:px)?[\s,]+\1(?:px)?[\s,]+\1(?:px)?\s*\)"
    r"|inset\(\s*(?:100|[5-9]\d)%|circle\(\s*0(?![.\d]*[1-9])|polygon\(\s*0(?:px|%)?[\s,]+0\s*\)"
)
_SHIFTED = re.compile(r"translate(?:x|y|3d)?\(\s*([^)]*)\)")
_SHRUNK = re.compile(r"scale(?:x|y|3d)?\(\s*0(?![.\d]*[1-9])")
_ASIDE = ("left", "right", "top", "bottom", "inset")
_MARGINS = ("margin-left", "margin-top", "margin-right", "text-indent")


_FAR_RIGHT = 3000
_CALCULATED = re.compile(r"calc\(\s*([-+]?[\d.]+[a-z%]{0,4})\s*\)")
_OPEN_GROUND = frozenset({"none", "0", "0 0", "initial", "unset", "revert", "inherit"})
_MOVING = ("animation", "animation-name", "-webkit-animation", "transition")
_DRAWN_BESIDE = ("text-shadow", "-webkit-text-stroke", "-webkit-text-stroke-width")
_CLIPS = ("background-clip", "-webkit-background-clip")


class Look(NamedTuple):
    """How what stands in an element looks; `gone` is what nothing within it can undo.

    A `colour` or `background` of None is one that is not known, such as a picture or a fade: any
    colour may be seen on it. What is not known to be unseen is seen.
    """

    gone: bool = False
    invisible: bool = False
    tiny: bool = False
    clear: bool = False
    """Whether the letters let everything through."""
    drawn: bool = False
    """Whether something but their colour shows the letters: a shadow, an outline, a picture."""
    colour: Colour | None = (0, 0, 0)
    background: Colour | None = (255, 255, 255)

    @property
    def unseen(self) -> bool:
        """Whether no reader sees text there."""
        if self.gone or self.invisible or self.tiny:
            return True
        if self.drawn or self.clear:
            return not self.drawn
        letters, ground = self.colour, self.background
        if letters is None or ground is None:
            return False
        return all(abs(a - b) <= _ALIKE for a, b in zip(letters, ground, strict=True))


def look_within(around: Look, declared: Declarations) -> Look:
    """Return the look of an element that stands in another one."""
    if not declared:
        return around
    declared = {
        name: _CALCULATED.sub(r"\1", value.removesuffix("!important").strip())
        for name, value in declared.items()
    }
    size = declared.get("font-size", "")
    shown = declared.get("visibility", "")
    moving = any(declared.get(name, "none") not in ("", "none") for name in _MOVING)
    clear, colour = _lettered(declared, around)
    return Look(
        gone=around.gone or _is_left_out(declared) or (not moving and _is_gone(declared)),
        invisible=around.invisible if not shown or moving else shown in ("hidden", "collapse"),
        tiny=_is_tiny(size, around.tiny),
        clear=clear and not moving,
        drawn=_is_drawn(declared, around.drawn),
        colour=None if moving and "color" in declared else colour,
        background=_grounded(declared, around.background),
    )


def _is_left_out(declared: Declarations) -> bool:
    return declared.get("display") == "none" or declared.get("content-visibility") == "hidden"


def _is_gone(declared: Declarations) -> bool:
    if _is_zero(declared.get("opacity", "")) or "opacity(0" in declared.get("filter", ""):
        return True
    if _CLIPPED.search(declared.get("clip", "") + declared.get("clip-path", "")):
        return True
    moved = declared.get("transform", "")
    if _SHRUNK.search(moved) or any(_is_far(part) for part in _SHIFTED.findall(moved)):
        return True
    if any(_is_far(declared.get(name, "")) for name in _MARGINS):
        return True
    if any(_is_far_right(declared.get(name, "")) for name in ("margin-left", "text-indent")):
        return True
    placed = declared.get("position") in ("absolute", "fixed", "relative")
    if placed and (
        any(_is_far(declared.get(name, "")) for name in _ASIDE)
        or _is_far_right(declared.get("left", ""))
    ):
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
    length = _LENGTH.fullmatch(size)
    if length is None:
        return was_tiny and size in ("", "inherit", "unset", "smaller", "larger")
    if length[2] in ("em", "ex", "ch", "%"):
        return was_tiny or float(length[1]) <= (0.1 if length[2] != "%" else 10)
    return float(length[1]) <= (1 if length[2] in (None, "px", "pt") else 0.1)


def _is_far(value: str) -> bool:
    """Return whether a shift takes an element off the screen, to the left or above."""
    return any(
        float(number) <= -_FAR.get(unit, _FAR_IN_LETTERS) for number, unit in _LENGTH.findall(value)
    )


def _is_far_right(value: str) -> bool:
    length = _LENGTH.fullmatch(value)
    return length is not None and length[2] in (None, "px") and float(length[1]) >= _FAR_RIGHT


def _is_drawn(declared: Declarations, was_drawn: bool) -> bool:
    if any("text" in declared.get(name, "") for name in _CLIPS):
        return True
    beside = [declared[name] for name in _DRAWN_BESIDE if declared.get(name)]
    return any(value not in ("none", "0") for value in beside) or (was_drawn and not beside)


def _lettered(declared: Declarations, around: Look) -> tuple[bool, Colour | None]:
    """Return whether the letters let everything through, and their colour, None if unknown."""
    value = declared.get("-webkit-text-fill-color") or declared.get("color", "")
    if value in ("", "inherit", "unset", "currentcolor"):
        return around.clear, around.colour
    named = paint(value)
    if named is None:
        return False, None
    return named.cover < 0.05, named.colour if named.cover > 0.98 else None


def _grounded(declared: Declarations, around: Colour | None) -> Colour | None:
    """Return the colour behind the letters, None for any that cannot be told."""
    if declared.get("background-image") not in (None, "", "none", "initial"):
        return None
    whole = declared.get("background-color") or declared.get("background", "")
    pictured = any(sign in declared.get("background", "") for sign in ("url(", "gradient(", "var("))
    if pictured:
        return None
    if not whole or whole in _OPEN_GROUND:
        return None if _floats(declared) else around
    named = paint_among(whole)
    return None if named is None else named.over(around)


def _floats(declared: Declarations) -> bool:
    """Return whether an element may lie over another than the one that holds it."""
    return declared.get("position") in ("absolute", "fixed")
