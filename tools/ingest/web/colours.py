"""Reads the colours of a web page's styles: names, hexadecimal digits, rgb() and hsl()."""

from __future__ import annotations

import colorsys
import re
from typing import NamedTuple

from tools.vocabulary.tables import read_rows

Colour = tuple[int, int, int]

_NAMED = {row["name"]: row["hex"] for row in read_rows("colours.tsv", "tools.ingest.web")}
_HEX = re.compile(r"#([0-9a-f]{3,8})")
_CALL = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")
_NUMBER = re.compile(r"([-+]?\d*\.?\d+)(%|deg)?")
_PIECE = re.compile(r"[\w-]+\([^()]*\)|[^\s()]+")


class Paint(NamedTuple):
    """A colour and how much of it covers what lies under it, from 0 to 1."""

    colour: Colour
    cover: float

    def over(self, ground: Colour | None) -> Colour | None:
        """Return the colour seen where the paint lies on a ground; None if that is unknown."""
        if self.cover < 0.02:
            return ground
        if self.cover > 0.98 or ground is None:
            return self.colour if self.cover > 0.98 else None
        red, green, blue = (
            round(self.cover * mine + (1 - self.cover) * under)
            for mine, under in zip(self.colour, ground, strict=True)
        )
        return red, green, blue


def paint(value: str) -> Paint | None:
    """Return the paint a value in small letters names, None if it names none that is known."""
    value = value.strip()
    if value == "transparent":
        return Paint((0, 0, 0), 0)
    digits = _HEX.fullmatch("#" + _NAMED[value] if value in _NAMED else value)
    if digits:
        return _of_digits(digits[1])
    call = _CALL.fullmatch(value)
    return _of_call(call[1], call[2]) if call else None


def paint_among(value: str) -> Paint | None:
    """Return the one paint among the pieces of a shorthand, None if none or several are known."""
    found = [one for one in map(paint, _PIECE.findall(value)) if one is not None]
    return found[0] if len(found) == 1 else None


def _of_digits(digits: str) -> Paint | None:
    if len(digits) in (3, 4):
        digits = "".join(2 * digit for digit in digits)
    if len(digits) not in (6, 8):
        return None
    red, green, blue, cover = (int((digits + "ff")[at : at + 2], 16) for at in (0, 2, 4, 6))
    return Paint((red, green, blue), cover / 255)


def _of_call(kind: str, inside: str) -> Paint | None:
    parts = [_NUMBER.fullmatch(part) for part in re.split(r"[\s,/]+", inside.strip())]
    read = [(float(part[1]), part[2] or "") for part in parts if part]
    if len(read) != len(parts) or len(read) not in (3, 4):
        return None
    cover = 1.0 if len(read) == 3 else read[3][0] / (100 if read[3][1] == "%" else 1)
    if kind == "hsl":
        (hue, _), (saturation, _), (light, _) = read[:3]
        shares = colorsys.hls_to_rgb(hue % 360 / 360, _share(light / 100), _share(saturation / 100))
    else:
        one, two, three = (number / (100 if unit == "%" else 255) for number, unit in read[:3])
        shares = (one, two, three)
    red, green, blue = (round(255 * _share(share)) for share in shares)
    return Paint((red, green, blue), _share(cover))


def _share(number: float) -> float:
    return min(1.0, max(0.0, number))
