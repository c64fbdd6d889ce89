"""Takes the tags and the entities of HTML out of a résumé that was written as a web page."""

from __future__ import annotations

import html
import re

_BLOCKS = (
    "p|br|div|ul|ol|tr|table|tbody|thead|h[1-6]|section|header|footer|article|main|hr|dl|dt|dd"
    "|blockquote|center|pre|html|body|head|title"
)
_SPANS = "span|b|i|u|em|strong|small|sup|sub|font|td|th|a|label|mark|code"
# Bounded, and with no blanks before a tag, so that no text takes more than its length to read.
_REST = r"(?:\s[^<>]{0,300})?\s{0,9}/?>"
_ITEM = re.compile(rf"<li\b{_REST}\s*", re.IGNORECASE)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS}|li)\b{_REST}", re.IGNORECASE)
_SPAN = re.compile(rf"</?(?:{_SPANS})\b{_REST}", re.IGNORECASE)
_MARKED = re.compile(rf"</(?:{_BLOCKS}|li|{_SPANS})\s{{0,9}}>|<br\s{{0,9}}/?>", re.IGNORECASE)
_RUNS = re.compile(r"<[a-z][^<>]{0,300}(?:\bon\w+\s*=|javascript:)", re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^<>]{0,300}>[^<]*</style\s{0,9}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,4});")
_TORN_ENTITY = re.compile(r"(?<![\w&])amp;[ \t]*")


def without_markup(text: str) -> str:
    """Return the text as a browser shows it: blocks begin lines, items are bullets.

    Only the tags of layout go, and only where one of them closes, so that "List<b>" stays. A page
    that a browser would run something of is left as it is, for `tools.ingest.instructions`.
    """
    if "<" in text and _MARKED.search(text) and not _RUNS.search(text):
        text = _ITEM.sub("\n- ", _STYLE.sub("", _without_comments(text)))
        text = _SPAN.sub("", _BLOCK.sub("\n", text))
    if "amp;" in text or "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        text = _TORN_ENTITY.sub("& ", text)
    return text


def _without_comments(text: str) -> str:
    """Return the text without what stands between "<!--" and "-->"."""
    kept, at = [], 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin + 4)) >= 0:
        kept.append(text[at:begin])
        at = end + 3
    return "".join(kept) + text[at:]
