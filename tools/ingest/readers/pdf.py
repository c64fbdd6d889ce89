"""Reads PDF files: what a person would see on the pages, in the order they would read it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

from tools.ingest.records import Problem, Text, UnreadableError

MAX_PAGES = 60
"""Pages beyond this are not read: no résumé has them, and reading stays bounded."""

MAX_LETTERS = 400_000
"""How many characters of a document's pages are looked at."""

_FEWEST_LETTERS = 20
_FEWEST_HIDDEN = 8
_UNREADABLE_SHARE = 0.3
_LOCK = threading.Lock()
"""PDFium is not made for threads: one document at a time in a process."""


def read_pdf(data: bytes) -> list[Text | Problem]:
    """Return the one text of a PDF.

    Raises UnreadableError for a PDF that is encrypted, truncated or without readable text.
    """
    with _LOCK:
        pages, hidden, warnings = _pages(data)
    text = _text(pages)
    letters = sum(not c.isspace() for c in text)
    if letters < _FEWEST_LETTERS:
        raise UnreadableError(
            "holds no text, only pictures: run OCR first, or export it with its text."
        )
    if _unreadable(text) > _UNREADABLE_SHARE * letters:
        raise UnreadableError(
            "holds letters without their meaning (a broken font): run OCR first or export it again."
        )
    if hidden >= _FEWEST_HIDDEN:
        warnings.append(f"Hidden text ({hidden} characters) was left out.")
    return [Text(text, warnings=tuple(warnings))]


def _pages(data: bytes) -> tuple[list[list[tuple[str, float]]], int, list[str]]:
    """Return the lines of each page with their heights, the number of hidden letters, warnings."""
    import pypdfium2

    from tools.ingest.readers.layout import reading_order, with_blank_lines
    from tools.ingest.readers.pdf_words import page_words

    document = _open(pypdfium2, data)
    try:
        count = len(document)
        warnings = [f"Only the first {MAX_PAGES} of {count} pages were read."] * (count > MAX_PAGES)
        pages, hidden, letters = [], 0, 0
        for number in range(min(count, MAX_PAGES)):
            words, unseen = page_words(_page(pypdfium2, document, number), MAX_LETTERS - letters)
            hidden += unseen
            letters += sum(len(word.text) for word in words)
            pages.append(with_blank_lines(reading_order(words)))
    finally:
        document.close()
    return pages, hidden, warnings


def _open(pypdfium2: Any, data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableError("is encrypted: remove the password and save it again.") from error
        raise UnreadableError("is truncated or damaged: export the PDF again.") from error


def _page(pypdfium2: Any, document: Any, number: int) -> Any:
    try:
        return document[number]
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(f"is damaged at page {number + 1}: export the PDF again.") from error


def _text(pages: Sequence[Sequence[tuple[str, float]]]) -> str:
    from tools.ingest.readers.furniture import without_furniture
    from tools.ingest.readers.hyphens import mend_hyphens

    lines = ("\n".join(page) for page in without_furniture(pages))
    return mend_hyphens("\n".join(lines))


def _unreadable(text: str) -> int:
    return sum(
        c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or (c < " " and c not in "\n\t") for c in text
    )
