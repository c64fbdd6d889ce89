"""Reads PDF files: what a person would see on the pages, in the order they would read it."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tools.ingest.readers.hidden_warnings import aside_warnings, hidden_warning
from tools.ingest.records import Problem, Text, UnreadableError

if TYPE_CHECKING:
    from tools.ingest.readers.pdf_words import PageText

MAX_PAGES = 60
"""Pages beyond this are not read: no résumé has them, and reading stays bounded."""

MAX_LETTERS = 400_000
"""How many characters of a document's pages are looked at."""

_FEWEST_LETTERS = 20
_UNREADABLE_SHARE = 0.3
_XMP = re.compile(rb"<dc:(?:description|subject|title)>(.{1,20000}?)</dc:", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SCANNED = (
    "The pages are pictures: what was read is the text that a scanner put behind them; compare it "
    "with the pictures."
)
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
    return [Text(text, warnings=(*warnings, *hidden_warning(hidden)))]


def _pages(data: bytes) -> tuple[list[list[tuple[str, float]]], list[str], list[str]]:
    """Return the lines of each page with their heights, the hidden words, and warnings."""
    import pypdfium2

    from tools.ingest.readers.layout import reading_order, with_blank_lines

    document = _open(pypdfium2, data)
    try:
        count = len(document)
        warnings = [f"Only the first {MAX_PAGES} pages (of {count}) were read."] * (
            count > MAX_PAGES
        )
        pages, hidden, letters, scans = [], list[str](), 0, 0
        for number in range(min(count, MAX_PAGES)):
            page = _page(pypdfium2, document, number)
            said = _checked(page, number, MAX_LETTERS - letters)
            hidden += said.hidden
            scans += said.is_scan
            letters += sum(len(word.text) for word in said.words)
            pages.append(with_blank_lines(reading_order(said.words)))
        if scans:
            warnings.append(_SCANNED)
        lines = "\n".join(line for page_lines in pages for line, _ in page_lines)
        warnings += aside_warnings(_asides(document, data), lines)
    finally:
        document.close()
    return pages, hidden, warnings


def _checked(page: Any, number: int, limit: int) -> PageText:
    """Return the words of a page; a page that cannot be checked for hidden text is refused."""
    from tools.ingest.readers.pdf_words import TooLarge, page_words

    try:
        return page_words(page, limit)
    except TooLarge as error:
        raise UnreadableError(
            f"has a page {number + 1} too large to be checked for hidden text: print it to a PDF "
            "of the size A4 or letter."
        ) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise UnreadableError(
            f"could not be checked for hidden text at page {number + 1}: print it to a PDF again."
        ) from error


def _asides(document: Any, data: bytes) -> dict[str, str]:
    """Return what a file holds beside its pages: where it stands → the text."""
    about = document.get_metadata_dict()
    found = {key.lower(): about.get(key, "") for key in ("Title", "Subject", "Keywords", "Author")}
    found["extended metadata"] = " ".join(
        _TAG.sub(" ", packet.decode("utf-8", "replace")) for packet in _XMP.findall(data)
    )
    return {place: text for place, text in found.items() if text.strip()}


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
