"""Finds words of a PDF page that something painted later covers: a photo, a drawing, a form."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

_COVERS = frozenset(
    {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_SHADING}
)
_LEAST_CHANGE = 14
_DEEPEST = 4

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points, top-down."""


def covered(page: Any, words: Sequence[Box], colors: NDArray[np.uint8]) -> list[bool]:
    """Return for each word whether the page, whose looks are `colors`, would look the same without.

    The page's letters are unpainted to find out, so nothing else is read from it afterwards. Only
    pages that paint a picture over letters are looked at; on all others nothing is covered.
    """
    suspects = _under_something(page, words)
    if not any(suspects):
        return suspects
    for thing in _text_objects(page.raw, _objects_of_page):
        pdfium.FPDFPageObj_SetFillColor(thing, 0, 0, 0, 0)
        pdfium.FPDFPageObj_SetStrokeColor(thing, 0, 0, 0, 0)
    bare = page.render(scale=1, rev_byteorder=True, may_draw_forms=False).to_numpy()[:, :, :3]
    change = np.abs(colors.astype(np.int16) - bare.astype(np.int16)).max(axis=2)
    return [
        suspect and not _changes(change, box) for suspect, box in zip(suspects, words, strict=True)
    ]


def _changes(change: NDArray[np.int16], box: Box) -> bool:
    left, top, right, bottom = (max(0, int(edge)) for edge in box)
    spot = change[top : bottom + 1, left : right + 1]
    return bool(spot.size) and int(spot.max()) >= _LEAST_CHANGE


def _under_something(page: Any, words: Sequence[Box]) -> list[bool]:
    """Return for each word whether something is painted over its place after the first letters."""
    page_left, _, _, page_top = page.get_bbox()
    covers: list[Box] = []
    is_written = False
    for thing in _objects_of_page(page.raw):
        kind = pdfium.FPDFPageObj_GetType(thing)
        if is_written and kind in _COVERS:
            edges = [ctypes.c_float() for _ in range(4)]
            if pdfium.FPDFPageObj_GetBounds(thing, *edges):
                left, bottom, right, top = (edge.value for edge in edges)
                covers.append(
                    (left - page_left, page_top - top, right - page_left, page_top - bottom)
                )
        is_written = is_written or kind in (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM)
    return [any(_is_within(word, cover) for cover in covers) for word in words]


def _is_within(word: Box, cover: Box) -> bool:
    """Return whether a cover lies over the middle of a word."""
    across, down = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return cover[0] <= across <= cover[2] and cover[1] <= down <= cover[3]


def _text_objects(holder: Any, objects: Any, depth: int = 0) -> Iterator[Any]:
    """Yield the text objects of a page or a form, those of forms inside included."""
    for thing in objects(holder):
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield thing
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _text_objects(thing, _objects_of_form, depth + 1)


def _objects_of_page(page: Any) -> Iterator[Any]:
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, number)


def _objects_of_form(form: Any) -> Iterator[Any]:
    for number in range(pdfium.FPDFFormObj_CountObjects(form)):
        yield pdfium.FPDFFormObj_GetObject(form, number)
