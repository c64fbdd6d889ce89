"""Takes the tags and the entities of HTML out of a résumé that was written as a web page."""

from __future__ import annotations

import html
import re

_NAME = re.compile(r"\w+")
_BLOCKS = frozenset(
    _NAME.findall(
        "p br div ul ol tr table tbody thead h1 h2 h3 h4 h5 h6 section header footer article main"
        " hr dl dt dd blockquote center pre html body head title"
    )
)
_CELLS = frozenset({"td", "th"})
_SPANS = frozenset(_NAME.findall("span b i u em strong small sup sub font a label mark code"))
_UNSEEN = frozenset({"style", "template"})
_KNOWN = _BLOCKS | _CELLS | _SPANS | _UNSEEN | {"li"}
_ALONE = frozenset({"br", "hr"})

# Bounded, so that no text takes more than its length to read.
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,9})(\s[^<>]{0,1000})?/?>")
_CLOSES = re.compile(rf"</(?:{'|'.join(_KNOWN)})\s?>|<br\s?/?>", re.IGNORECASE)
_RUNS = re.compile(r"\bon\w{1,20}\s{0,9}=|javascript:", re.IGNORECASE)
_HIDES = re.compile(
    r"\shidden(?=[\s=/]|$)|display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden"
    r"|(?:font-size|opacity)\s{0,9}:\s{0,9}0(?![.\d]*[1-9])"
    r"|(?<!-)color\s{0,9}[:=]\s{0,9}[\"']?(?:#fff(?:fff)?\b|white\b)",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,8}|#[xX][0-9A-Fa-f]{2,8});")
_TORN_ENTITY = re.compile(r"(?<![\w&])amp;[ \t]*")


def without_markup(text: str) -> tuple[str, bool]:
    """Return the text as a browser shows it, and whether a style hid some of it, which is gone.

    Blocks begin lines and items are bullets. Only the tags of layout go, and only where one of them
    closes, so that "List<b>" stays; scripts and tags that run code stay, for the guard against
    orders in `tools.ingest.instructions`.
    """
    hidden = False
    if "<" in text and _CLOSES.search(text):
        text, hidden = _shown(_without_comments(text))
    if "amp;" in text or "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        text = _TORN_ENTITY.sub("& ", text)
    return text, hidden


def _shown(text: str) -> tuple[str, bool]:
    """Return what stands outside of tags and of hidden elements, and whether a style hid any."""
    kept: list[str] = []
    within, depth, at, hidden = "", 0, 0, False
    running: set[str] = set()
    for tag in _TAG.finditer(text):
        closing, name, attributes = bool(tag[1]), tag[2].lower(), tag[3] or ""
        if within:
            depth += 0 if name != within else -1 if closing else 1
            if not depth:
                within, at = "", tag.end()
            continue
        kept.append(text[at : tag.start()])
        at = tag.end()
        if not closing and _RUNS.search(attributes):
            running.add(name)
        if name not in _KNOWN or name in running:
            kept.append(tag[0])
        elif not closing and name not in _ALONE and _is_unseen(name, attributes):
            within, depth = name, 1
            hidden = hidden or name not in _UNSEEN
        else:
            kept.append(_layout(name, closing))
    return "".join(kept) + ("" if within else text[at:]), hidden


def _is_unseen(name: str, attributes: str) -> bool:
    return name in _UNSEEN or _HIDES.search(attributes) is not None


def _layout(name: str, closing: bool) -> str:
    """Return what a tag does to the text: a new line, a bullet, a gap between cells, nothing."""
    if name == "li":
        return "\n" if closing else "\n- "
    if name in _CELLS:
        return "  "
    return "\n" if name in _BLOCKS else ""


def _without_comments(text: str) -> str:
    """Return the text without what stands between "<!--" and "-->"."""
    kept, at = [], 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin + 4)) >= 0:
        kept.append(text[at:begin])
        at = end + 3
    return "".join(kept) + text[at:]
