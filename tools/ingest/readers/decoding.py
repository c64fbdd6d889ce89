"""Turns the bytes of a text file into characters, whichever common encoding they are in."""

from __future__ import annotations

import codecs
import re

from tools.ingest.records import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JUNK = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_JUNK_SHARE = 0.005
_SAMPLE = 65_536


def decode(data: bytes) -> str:
    """Return the characters of a text file: UTF-8, UTF-16, UTF-32 or Windows-1252.

    Raises UnreadableError for bytes that are no text in any of them.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_junk(text):
            return text
    raise UnreadableError("is not a text file in a known encoding: save it as UTF-8 text.")


def _candidates(data: bytes) -> list[str]:
    """Return the encodings worth trying, most telling first."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return [encoding]
    head = data[:_SAMPLE]
    if head and head.count(0) > len(head) / 5:
        even, odd = head[::2].count(0), head[1::2].count(0)
        return ["utf-16-le"] if odd > even else ["utf-16-be"]
    return ["utf-8", "cp1252"]


def _is_junk(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_JUNK.findall(sample)) > len(sample) * _JUNK_SHARE
