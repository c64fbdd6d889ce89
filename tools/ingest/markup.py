"""Takes the tags and the entities of HTML out of a résumé that was written as a web page."""

from __future__ import annotations

import html
import re

_BLOCKS = (
    "p|br|div|ul|ol|tr|table|tbody|thead|h[1-6]|section|header|footer|article|main|hr|dl|dt|dd"
    "|blockquote|center|pre|html|body|head|title"
)
_SPANS = "span|b|i|u|em|strong|small|sup|sub|font|td|th|a|label|mark|code"
# An attribute that runs code is no layout: such a tag stays for those who look for orders.
_REST = r"(?:\s(?![^<>]*(?:\bon\w+\s*=|javascript:))[^<>]{0,300})?\s*/?>"
_ITEM = re.compile(rf"\s*<li\b{_REST}\s*", re.IGNORECASE)
_BLOCK = re.compile(rf"[ \t]*</?(?:{_BLOCKS}|li)\b{_REST}[ \t]*", re.IGNORECASE)
_SPAN = re.compile(rf"</?(?:{_SPANS})\b{_REST}", re.IGNORECASE)
_MARKED = re.compile(rf"</(?:{_BLOCKS}|li|{_SPANS})\s*>|<br\s*/?>", re.IGNORECASE)
_UNSEEN = re.compile(r"<style\b[^<>]*>[^<]*</style\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,4});")
_TORN_ENTITY = re.compile(r"(?<![\w&])amp;[ \t]*")


def without_markup(text: str) -> str:
    """Return the text as a browser shows it: blocks begin lines, items are bullets.

    Only the tags of layout go, and only where one of them closes, so that "List<b>" stays. What a
    browser would run is left for `tools.ingest.instructions`.
    """
    if "<" in text and _MARKED.search(text):
        text = _ITEM.sub("\n- ", _UNSEEN.sub("", text))
        text = _SPAN.sub("", _BLOCK.sub("\n", text))
    if "amp;" in text or "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        text = _TORN_ENTITY.sub("& ", text)
    return text
