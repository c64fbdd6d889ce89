"""Reads plain text and Markdown: the words stay, the markup goes."""

from __future__ import annotations

import re

from tools.ingest.readers.decoding import decode
from tools.ingest.records import Problem, Text

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"^\s*(```|~~~).*$", re.MULTILINE)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)
_UNDERLINE = re.compile(r"^ {0,3}(={3,}|-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|(?<![\w*])\*(?=\S)|(?<!\w)_(?=\S))(.+?)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"`([^`\n]+)`")
_QUOTE = re.compile(r"^\s*>\s?", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t:|-]*-{3}[ \t:|-]*\|?[ \t]*$", re.MULTILINE)
_TABLE_ROW = re.compile(r"^[ \t]*\|(.+)\|[ \t]*$", re.MULTILINE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|i|em|strong|sup|sub|u|div|span|p|center|details|summary|h\d)\b[^>]*>")


def read_text(data: bytes) -> list[Text | Problem]:
    """Return the one text of a text file. Raises UnreadableError for bytes that are no text."""
    return [Text(decode(data))]


def read_markdown(data: bytes) -> list[Text | Problem]:
    """Return the one text of a Markdown file without its marks; link targets follow their words."""
    text = decode(data).replace("\r\n", "\n")
    text = _COMMENT.sub("", _FRONT_MATTER.sub(r"\1\n", text))
    text = _UNDERLINE.sub("", _FENCE.sub("", text))
    text = _TABLE_ROW.sub(_cells, _TABLE_RULE.sub("", text))
    text = _HEADING.sub(r"\n\1", _QUOTE.sub("", text))
    text = _LINK.sub(_link, _IMAGE.sub(r"\1", text))
    text = _CODE.sub(r"\1", _TAG.sub("", _BREAK.sub("\n", text)))
    return [Text(_EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text)))]


def _link(match: re.Match[str]) -> str:
    words, target = match.groups()
    bare = target.removeprefix("mailto:").removeprefix("https://").removeprefix("http://")
    return (
        words if words.strip() in {target, bare} else f"{words} ({target.removeprefix('mailto:')})"
    )


def _cells(match: re.Match[str]) -> str:
    return "  ".join(cell.strip() for cell in match.group(1).split("|") if cell.strip())
