"""Finds the style sheet of a web page, and cuts it into the blocks of its rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHEET = re.compile(r"<(/?)style(?:\s[^<>]{0,1000})?>", re.IGNORECASE)
_PAGE_COMMENT = re.compile(r"<!--|-->")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_ON_SCREEN = re.compile(
    r"@(?:media\s+(?:only\s+)?(?:screen|all)|layer\b[^{;]*|supports\b[^{;]*)\s*"
)
_SKIPPED = re.compile(r"@(?!(?:media|container)\b)|@media\s[^{]*\bprint\b")


def sheet_of(page: str) -> str:
    """Return what stands in the style elements of a page, without comments and escapes."""
    begin, sheets = -1, []
    for tag in _SHEET.finditer(page):
        if not tag[1]:
            begin = tag.end() if begin < 0 else begin
        elif begin >= 0:
            sheets.append(_PAGE_COMMENT.sub(" ", without_comments(page[begin : tag.start()])))
            begin = -1
    return _ESCAPE.sub(lambda code: _letter(code[1]), "\n".join(sheets))


def without_comments(style: str) -> str:
    """Return a style without what stands between "/*" and "*/"."""
    kept, at = [], 0
    while (begin := style.find("/*", at)) >= 0:
        kept.append(style[at:begin])
        end = style.find("*/", begin + 2)
        at = end + 2 if end >= 0 else len(style)
    return " ".join([*kept, style[at:]])


def blocks_of(sheet: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the selectors and the body of each rule, and whether it counts on every screen."""
    around: list[bool | None] = [True]  # None: nothing in there counts
    at, head = 0, ""
    for brace in re.finditer(r"[{};]", sheet):
        if brace[0] == ";" and (head or sheet[at : brace.start()].lstrip()[:1] != "@"):
            continue
        if brace[0] == "{":
            if head:  # a rule within a rule is left out
                head = ""
                around.append(None)
            head = sheet[at : brace.start()].strip()
            if head[:1] == "@":
                around.append(_counts(head, around[-1]))
                head = ""
        elif brace[0] == "}" and head:
            sure = around[-1]
            if sure is not None:
                yield head, sheet[at : brace.start()], sure
            head = ""
        elif brace[0] == "}" and len(around) > 1:
            around.pop()
        at = brace.end()


def _counts(head: str, around: bool | None) -> bool | None:
    if around is None or _ON_SCREEN.fullmatch(head):
        return around
    return None if _SKIPPED.match(head) else False


def _letter(code: str) -> str:
    number = int(code, 16)
    return chr(number) if 0 < number < 0xD800 else ""
