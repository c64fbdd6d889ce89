"""Defines the text that offsets count: one form of every line end, blank, bullet and letter."""

from __future__ import annotations

import re
import unicodedata

from tools.ingest.web.markup import without_markup

MAX_CHARACTERS = 200_000
"""What is read of one résumé; more is padding, and warned of."""

_HIDDEN = "\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u00ad"
_DIRECTION = "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"
_TAGS = "\U000e0000-\U000e007f"
_SPLIT_WORD = re.compile(f"[^\\W\\d_][{_HIDDEN[:-1]}]+[^\\W\\d_]|[\u202d\u202e{_TAGS}]")
_INVISIBLE = re.compile(f"[{_HIDDEN}{_DIRECTION}{_TAGS}]")
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffc\ufffe\uffff\ud800-\udfff]"
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_WIDE_GAP = re.compile(" ?\t[ \t]*| {3,}")
_PRIVATE_BULLET = re.compile("^[ \t]*[\uf0a7\uf0b7\uf0a8\uf0d8\uf076\uf0fc\uf02d]", re.MULTILINE)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_BULLET = re.compile("^[●○◦▪▫■□◆◇➢➤►▸‣⁃∙·•❖✓✔➔→*-]+[ \t]+|^[●◦▪▫■□◆◇➢➤►▸‣⁃∙❖•]+", re.MULTILINE)
_LIGATURE = re.compile("[\ufb00-\ufb06\u0132\u0133]")
_TWICE_ENCODED = re.compile(
    "[\u00c2-\u00c5\u00e2\u00ef\u00f0][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}"
)
_CLOSED_QUOTE = re.compile("[\u00c4\u00c5][\u2018-\u201e](?![^\\W\\d_])")
"""A word that ends in Ä or Å before a closing quotation mark, which is no broken letter."""
_LOST_BYTES = (
    ("\u00ef\u00bc\u200b", " – "),
    ("\u00ef\u00bc", " – "),
    ("\u00e2\u20ac\u200b", '"'),
    ("\u00c3\u200b", "\u00ed"),
)
_LOST_HYPHEN = re.compile("(?<=\\w)\u00c2\u200b(?=\\w)")
_LONE = re.compile("(?<![A-Z\u00c0-\u00de])\u00c2(?=\\s|$)")
_BLANK_LINES = re.compile("\n{3,}")
_DATE = r"(?:[^\W\d_]{3,9}\.? |\d{1,2}[./])?(?:19|20)\d\d"
_RANGE_IN_LINES = re.compile(
    rf"^({_DATE})\n+(to|[-\u2010-\u2015])\n+(?=(?:{_DATE}|[Cc]urrent|[Pp]resent)$)", re.MULTILINE
)
_JOINTS = ("\nto\n", "\n-\n", "\n\u2013\n")


def normalise(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text in its one stored form, and a sentence for each thing a reader should know.

    Lines are stripped, at most one blank line stands between two, two blanks mark a gap that was
    wide on the page, bullets are "• ". The result is at most MAX_CHARACTERS characters long.
    """
    text, remarks = without_markup(_LINE_END.sub("\n", text))
    warnings = list(remarks)
    text = _decoded_once(text)
    if not text.isascii() and _SPLIT_WORD.search(text):
        warnings.append("Invisible characters that split or reorder words were removed.")
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    text = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _PRIVATE.sub("", _PRIVATE_BULLET.sub("• ", text))
    text = unicodedata.normalize("NFC", _BLANK.sub(" ", text))
    lines = [_WIDE_GAP.sub("  ", line.strip()) for line in text.split("\n")]
    text = _BLANK_LINES.sub("\n\n", _BULLET.sub("• ", "\n".join(lines))).strip()
    if any(joint in text for joint in _JOINTS):  # "May 2015", "to", "Current" are one period
        text = _RANGE_IN_LINES.sub(r"\1 \2 ", text)
    if len(text) > MAX_CHARACTERS:
        warnings.append(f"Only the first {MAX_CHARACTERS:,} characters were read.")
        text = text[:MAX_CHARACTERS].rstrip()
    return text, tuple(warnings)


def _decoded_once(text: str) -> str:
    """Return the text with UTF-8 that somebody read as Windows-1252 put right."""
    if not _TWICE_ENCODED.search(text) and "\u00c2" not in text and "\u00ef\u00bc" not in text:
        return text
    text = _TWICE_ENCODED.sub(_redecoded, text)
    for lost, meant in _LOST_BYTES:
        text = text.replace(lost, meant)
    text = _LOST_HYPHEN.sub("-", text)
    return _LONE.sub("", text)


def _redecoded(match: re.Match[str]) -> str:
    if _CLOSED_QUOTE.match(match.string, match.start()):
        return match[0]
    data = b"".join(_byte(character) for character in match[0])
    for end in range(len(data), 1, -1):
        try:
            return data[:end].decode("utf-8") + match[0][end:]
        except UnicodeDecodeError:
            continue
    return match[0]


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", "replace")
