"""Tells a page's furniture (running headers, footers, page numbers) from what a person wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_NUMBERED = re.compile(
    r"""^\W*(?:
        (?:page|seite|p[aá]gina|pagina|side|strona|sida|p\.?)\s*\d{1,3}\s*(?:(?:of|von|de|di|sur|af|z|/)\s*\d{1,3})?
      | \d{1,2}\s*(?:/|of|von|de|sur)\s*\d{1,2}
      | (?:[^\d\n|]{2,40})[\s\-–—|]+(?:page\s*)?\d{1,2}\s*(?:/|of|von|de)\s*\d{1,2}
      | (?:[^\d\n|]{2,60})[\s\-–—|,]+(?:page|seite|p[aá]gina)\s*\d{1,3}
      | [-–—]?\s*\d{1,2}\s*[-–—]?
      | (?:last\s+updated|updated|stand|stand\s+vom)\s*:?\s*(?:in\s+|on\s+)?[\w.,/ ]{4,20}
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
EDGE = 3
"""How many lines at the top and at the bottom of a page may be its furniture."""

_HEIGHT_STEP = 8.0

Placed = tuple[str, float]
"""A line and its height on the page in points."""


def is_furniture(line: str) -> bool:
    """Return whether a line at a page's edge is a page number or a date of printing."""
    return bool(_NUMBERED.match(line.strip()))


def without_furniture(pages: Sequence[Sequence[Placed]]) -> list[list[str]]:
    """Return the pages' lines without page numbers; of a running header the first is kept.

    A line is running when it stands at the same height on most pages and differs in digits only.
    """
    seen = Counter(key for page in pages for key in {_key(page[i]) for i in _edges(page)})
    running = {key for key, count in seen.items() if count > 1 and count > len(pages) / 2}
    kept: list[list[str]] = []
    printed: set[tuple[str, int]] = set()
    for page in pages:
        dropped: set[int] = set()
        for i in _edges(page):
            key = _key(page[i])
            if is_furniture(page[i][0]) or key in printed:
                dropped.add(i)
            elif key in running:
                printed.add(key)
        kept.append([line for i, (line, _) in enumerate(page) if i not in dropped])
    return kept


def _edges(page: Sequence[Placed]) -> list[int]:
    """Return the places of a page's first and last filled lines."""
    filled = [i for i, (line, _) in enumerate(page) if line.strip()]
    return sorted({*filled[:EDGE], *filled[-EDGE:]})


def _key(placed: Placed) -> tuple[str, int]:
    """Return what makes two lines the same furniture: their words and height, not their numbers."""
    line, height = placed
    return _DIGITS.sub("0", " ".join(line.split()).casefold()), round(height / _HEIGHT_STEP)
