"""Reads Word documents: header, body, tables and text boxes in reading order."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from tools.ingest.readers.docx_text import Body
from tools.ingest.readers.furniture import is_furniture
from tools.ingest.readers.hidden_docx import asides
from tools.ingest.readers.hidden_warnings import aside_warnings, hidden_warning
from tools.ingest.records import Problem, Text, UnreadableError

MAX_UNPACKED = 200 * 1024 * 1024
"""What the parts of a document may add up to, in bytes, once they are unpacked."""

MAX_RATIO = 200
"""How many times its size a part may unpack to; text is near 10, a zip bomb beyond 1,000."""

_SMALL = 1024 * 1024
_NO_TEXT = (
    "holds no text: if the page is a picture, run OCR first or export it again with its text."
)


def read_docx(data: bytes) -> list[Text | Problem]:
    """Return the one text of a Word document.

    Raises UnreadableError for a document that is truncated, encrypted, empty or a zip bomb.
    """
    _check_archive(data)
    document = _open(data)
    body = Body.of(document)
    lines = [*_frame(document, body, "header"), *body.lines(document.element.body)]
    lines += _frame(document, body, "footer")
    text = "\n".join(lines)
    if not text.strip():
        raise UnreadableError(_NO_TEXT)
    warnings = [*hidden_warning(body.hidden), *_warned_asides(document, text)]
    return [Text(text, warnings=tuple(warnings))]


def _warned_asides(document: Any, text: str) -> list[str]:
    """Return warnings about what stands beside the pages; what cannot be checked is refused."""
    try:
        return aside_warnings(asides(document), text)
    except Exception as error:  # a damaged part surfaces as any of a dozen types
        raise UnreadableError(
            "could not be checked for hidden text: save the document again as DOCX or PDF."
        ) from error


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise UnreadableError(
            "is truncated or damaged: save the document again as DOCX."
        ) from error
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableError("is encrypted: remove the password and save it again.")
    swollen = (p for p in parts if p.file_size > max(_SMALL, p.compress_size * MAX_RATIO))
    if sum(p.file_size for p in parts) > MAX_UNPACKED or next(swollen, None) is not None:
        raise UnreadableError("unpacks to far more than its size: export it again as PDF or DOCX.")


def _open(data: bytes) -> Any:
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # a damaged part surfaces as any of a dozen types
        raise UnreadableError(
            "is truncated or damaged: save the document again as DOCX."
        ) from error


def _frame(document: Any, body: Body, kind: str) -> list[str]:
    """Return the lines of all headers or all footers, each once, without page numbers."""
    lines: dict[str, None] = {}
    for section in document.sections:
        for variant in (f"first_page_{kind}", kind):
            part = getattr(section, variant)
            if not part.is_linked_to_previous:
                lines.update(dict.fromkeys(body.lines(part._element)))
    kept = [line for line in lines if line.strip() and not is_furniture(line)]
    return [*kept, ""] if kind == "header" else ["", *kept]
