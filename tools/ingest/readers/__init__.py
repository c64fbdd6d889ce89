"""Reads files by what they hold, not by what they are called: one module a kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from tools.ingest.readers.docx import read_docx
from tools.ingest.readers.objects import read_json, read_lines
from tools.ingest.readers.pdf import read_pdf
from tools.ingest.readers.plain import read_markdown, read_text
from tools.ingest.readers.table import read_table
from tools.ingest.records import Problem, Text, UnreadableError

Reader = Callable[[bytes], list[Text | Problem]]

READERS: dict[str, Reader] = {
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".json": read_json,
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".csv": read_table,
    ".tsv": read_table,
}
"""Extension → the reader of such files; PDF and DOCX are recognised by their content as well."""

MANY = frozenset({".json", ".jsonl", ".ndjson", ".csv", ".tsv"})
"""Extensions of files that may hold more than one person."""

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "is an old Word or Office document: save it as DOCX or PDF."),
    (b"{\\rtf", "is an RTF document: save it as DOCX or PDF."),
    (b"\x89PNG", "is a picture: run OCR on it and save the result as PDF or text."),
    (b"\xff\xd8\xff", "is a picture: run OCR on it and save the result as PDF or text."),
    (b"GIF8", "is a picture: run OCR on it and save the result as PDF or text."),
    (b"II*\0", "is a picture: run OCR on it and save the result as PDF or text."),
    (b"MM\0*", "is a picture: run OCR on it and save the result as PDF or text."),
    (b"\x1f\x8b", "is a compressed file: unpack it first."),
    (b"7z\xbc\xaf", "is a compressed file: unpack it first."),
    (b"Rar!", "is a compressed file: unpack it first."),
)
_PDF_WITHIN = 1024


def read_file(name: str, data: bytes) -> list[Text | Problem]:
    """Return what a file says, one entry a person, and a problem for each row that is broken.

    Raises UnreadableError, whose message reads on from the file's name, for a file that is empty,
    damaged, encrypted, without text, or of a kind that cannot be read.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError("is empty: export it again.")
    return _reader(name, data)(data)


def _reader(name: str, data: bytes) -> Reader:
    for magic, sentence in _FOREIGN:
        if data.startswith(magic):
            raise UnreadableError(sentence)
    extension = PurePath(name).suffix.lower()
    if data.lstrip()[:5] == b"%PDF-" or (extension == ".pdf" and b"%PDF-" in data[:_PDF_WITHIN]):
        return read_pdf
    if data.startswith(b"PK\x03\x04"):
        return _zip_reader(data)
    if extension in {".pdf", ".docx"}:
        raise UnreadableError(
            f"is named {extension} but holds something else, or its beginning is lost: "
            "export it again."
        )
    if extension not in READERS:
        raise UnreadableError(f"is of a kind that cannot be read: use one of {kinds()}.")
    return READERS[extension]


def _zip_reader(data: bytes) -> Reader:
    if b"word/" in data:
        return read_docx
    if b"[Content_Types].xml" in data and not any(part in data for part in (b"xl/", b"ppt/")):
        return read_docx
    raise UnreadableError("is a ZIP archive or another office format: save it as DOCX or PDF.")


def kinds() -> str:
    """Return the kinds of files that can be read, for a message."""
    return "PDF, DOCX, TXT, MD, JSON, JSONL, CSV"
