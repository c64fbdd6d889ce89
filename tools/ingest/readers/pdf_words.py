"""Takes the words of a PDF page with their boxes, and leaves out those no reader could see."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from tools.ingest.readers.hidden_pdf import covered
from tools.ingest.readers.line import Letter, Line

WORD_GAP = 0.16
"""A gap of this share of the letters' height ends a word, on top of the line's usual tracking."""

SMALLEST = 2.0
"""Letters lower than this, in points, are there for machines only."""

_INVISIBLE_MODES = frozenset(
    {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
)
_CONTRAST = 14
_NEIGHBOURS = 0.5
_LIGHT = 200
_FEWEST_CUT = 4
_CUT_SHARE = 0.6
_LARGEST_PICTURE = 4_000_000
_HYPHENS = frozenset({"\x02", "\ufffe", "\u00ad"})


class TooLarge(Exception):
    """A page is too large to be painted."""


class Picture(NamedTuple):
    """A page as it looks, one pixel a point: its red, green and blue, and its brightness."""

    colors: NDArray[np.uint8]
    gray: NDArray[np.uint8]


class Ink(NamedTuple):
    """How a run of letters is painted: the text object's render mode and fill colour."""

    mode: int
    fill: tuple[int, int, int]


class PageText(NamedTuple):
    """The visible words of a page in the file's order, and the hidden ones.

    `is_scan` says that the page is a picture and the words are those that a scanner put behind it.
    """

    words: list[Line]
    hidden: list[str]
    is_scan: bool = False


def page_words(page: Any, limit: int) -> PageText:
    """Return the words of a page; at most `limit` characters are looked at.

    Text drawn in the invisible mode counts as visible when the page shows no other text, since
    that is how the words of a scan are stored. Raises TooLarge for a page that cannot be painted,
    on which nothing hidden would be found.
    """
    text_page = page.get_textpage()
    letters = list(islice(_letters(text_page.raw, page.get_bbox()), max(limit, 0)))
    words = [(_joined(run), _ink(text_page.raw, run[0].place)) for run in _runs(letters)]
    picture, size = _picture(page), page.get_size()
    seen = [_is_seen(word, ink, picture, size) for word, ink in words]
    boxes = [(w.left, w.top, w.right, w.bottom) for w, _ in words]
    under = covered(page, boxes, picture.colors)
    seen = [s and not u for s, u in zip(seen, under, strict=True)]
    painted = [ink.mode not in _INVISIBLE_MODES and min(ink.fill) < _LIGHT for _, ink in words]
    cut = _cut_lines([word for word, _ in words], seen, painted, size)
    shown = [
        w for (w, _), is_seen in zip(words, seen, strict=True) if is_seen and _line(w) not in cut
    ]
    hidden = [
        w.text
        for (w, _), is_seen in zip(words, seen, strict=True)
        if not is_seen and _line(w) not in cut
    ]
    if not shown and words:
        scanned = [w for w, ink in words if _is_seen(w, ink._replace(mode=0), picture, size)]
        if len(scanned) > len(words) / 2:
            return PageText(scanned, [], is_scan=True)
    return PageText(shown, hidden)


def _letters(text_page: Any, box: tuple[float, float, float, float]) -> Iterator[Letter]:
    """Yield the characters of a page in the file's order, measured from its upper left corner."""
    page_left, _, _, page_top = box
    at = pdfium.FS_RECTF()
    for i in range(pdfium.FPDFText_CountChars(text_page)):
        character = chr(pdfium.FPDFText_GetUnicode(text_page, i))
        if character in "\0\r\n" or pdfium.FPDFText_IsGenerated(text_page, i) == 1:
            continue
        if character not in _HYPHENS:  # a hyphen PDFium took for a word's cut has no box
            pdfium.FPDFText_GetLooseCharBox(text_page, i, at)
        left, right = at.left - page_left, at.right - page_left
        yield Letter(character, left, right, page_top - at.top, page_top - at.bottom, i)


def _ink(text_page: Any, index: int) -> Ink:
    thing = pdfium.FPDFText_GetTextObject(text_page, index)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not thing or not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return Ink(0, (0, 0, 0))
    mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
    if alpha.value < _CONTRAST:
        mode = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    return Ink(mode, (red.value, green.value, blue.value))


def _runs(letters: list[Letter]) -> Iterator[list[Letter]]:
    """Yield the letters of each word: cut at blanks, at gaps and where the line changes."""
    closeness = _closeness(letters)
    run: list[Letter] = []
    for letter in letters:
        if letter.text.isspace():
            if run:
                yield run
            run = []
            continue
        if run and _is_cut(run[-1], letter, closeness[run[-1].text]):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _closeness(letters: list[Letter]) -> dict[str, float]:
    """Return how near the next letter usually stands, by letter, in shares of the height.

    Letters such as "f" reach over their neighbours, so that one gap for all would glue "of" to
    the word behind it in files that hold no blanks.
    """
    gaps: dict[str, list[float]] = defaultdict(list)
    for before, letter in pairwise(letters):
        gap = (letter.left - before.right) / max(before.height, 1.0)
        if abs(gap) < _NEIGHBOURS and not letter.text.isspace():
            gaps[before.text].append(gap)
    everyday = sorted(gap for some in gaps.values() for gap in some)
    usual = min(everyday[len(everyday) // 2], 0.0) if everyday else 0.0
    return defaultdict(
        lambda: usual,
        {text: min(usual, sorted(some)[len(some) // 4]) for text, some in gaps.items()},
    )


def _is_cut(before: Letter, letter: Letter, closeness: float) -> bool:
    height = max(before.height, letter.height, 1.0)
    gap = letter.left - before.right
    if gap > (WORD_GAP + closeness) * height or letter.left < before.left - 0.3 * height:
        return True
    return min(before.bottom, letter.bottom) - max(before.top, letter.top) < 0.3 * height


def _joined(letters: list[Letter]) -> Line:
    text = "".join("-" if letter.text in _HYPHENS else letter.text for letter in letters)
    return Line.around(text, letters)


def _picture(page: Any) -> Picture:
    """Return the page as it looks; raises TooLarge."""
    width, height = page.get_size()
    if width * height > _LARGEST_PICTURE:
        raise TooLarge
    colors = page.render(scale=1, rev_byteorder=True, may_draw_forms=False).to_numpy()[:, :, :3]
    return Picture(colors, colors.mean(axis=2, dtype=np.float32).astype(np.uint8))


def _is_seen(word: Line, ink: Ink, picture: Picture, size: tuple[float, float]) -> bool:
    """Return whether a word leaves ink on the page that a person could make out."""
    if ink.mode in _INVISIBLE_MODES or word.bottom - word.top < SMALLEST:
        return False
    if not (0 < word.left + word.right < 2 * size[0] and 0 < word.top + word.bottom < 2 * size[1]):
        return False
    rows = slice(max(0, int(word.top)), max(0, int(word.bottom) + 1))
    columns = slice(max(0, int(word.left)), max(0, int(word.right) + 1))
    gray = picture.gray[rows, columns]
    if not gray.size:
        return False
    spot = picture.colors[rows, columns].reshape(-1, 3)
    if int(gray.max()) - int(gray.min()) < _CONTRAST and not _has_contrast(spot):
        return False
    if min(ink.fill) < _LIGHT:
        return True
    ground = np.median(spot, axis=0)
    return bool(np.abs(ground - np.array(ink.fill)).max() >= _CONTRAST)


def _line(word: Line) -> tuple[int, int]:
    """Return what the words of one line of one font have in common."""
    return round(word.top), round(word.bottom)


def _cut_lines(
    words: list[Line], seen: list[bool], painted: list[bool], size: tuple[float, float]
) -> set[tuple[int, int]]:
    """Return the lines a page break cuts: across the edge, or with only some words to be seen.

    The next page has them whole, and nobody meant to hide them; what was painted in the colour
    of its ground, or not at all, was not cut.
    """
    flags: dict[tuple[int, int], list[bool]] = defaultdict(list)
    for word, is_seen, is_painted in zip(words, seen, painted, strict=True):
        if is_seen or is_painted:
            flags[_line(word)].append(is_seen)
    return {
        (top, bottom)
        for (top, bottom), some in flags.items()
        if top < 0 < bottom
        or top < size[1] < bottom
        or (len(some) >= _FEWEST_CUT and 0 < sum(some) < _CUT_SHARE * len(some))
    }


def _has_contrast(spot: NDArray[np.uint8]) -> bool:
    """Return whether some colour channel changes where brightness does not."""
    return int((spot.max(axis=0) - spot.min(axis=0)).max()) >= _CONTRAST
