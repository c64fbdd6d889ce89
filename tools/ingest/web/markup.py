"""Takes the tags and the entities of HTML out of a résumé that was written as a web page."""

from __future__ import annotations

import html
import re
from collections import Counter

from tools.ingest.phrases import listed
from tools.ingest.web.style_sheet import Element, StyleSheet, declared_in, element_of, with_declared
from tools.ingest.web.visibility import Look, look_within

_BLOCKS = listed("web", "block")
_CELLS = frozenset({"td", "th"})
_SPANS = listed("web", "span")
_UNSEEN = frozenset({"style", "template"})
_KNOWN = _BLOCKS | _CELLS | _SPANS | _UNSEEN | {"li"}
_ALONE = listed("web", "alone")
_ENDED_BY = {
    "li": {"li", "p"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"td", "th", "tr"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
} | {name: {"p"} for name in _BLOCKS - {"br", "tr", "dt", "dd"}}
"""Element → those that need no closing tag before it."""

# Bounded, so that no text takes more than its length to read.
_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9-]{0,30})(\s[^<>\"']{0,1000}"
    r"(?:(?:\"[^\"]{0,2000}\"|'[^']{0,2000}')[^<>\"']{0,1000}){0,40}+|\s[^<>]{0,1000})?/?>"
)
_CLOSES = re.compile(rf"</(?:{'|'.join(sorted(_KNOWN))})\s?>|<br\s?/?>", re.IGNORECASE)
_RUNS = re.compile(r"\bon\w{1,20}\s{0,9}=|javascript:", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,8}|#[xX][0-9A-Fa-f]{2,8});")
_TORN_ENTITY = re.compile(r"(?<![\w&])amp;[ \t]*")


_HIDDEN = "Text that a web page would not show was left out."
_TOO_LONG = "The page's style sheet is too long to follow: text that it hides was read too."


def without_markup(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text as a browser shows it, and a sentence for what a reader should know of it.

    Blocks begin lines and items are bullets. Only the tags of layout go, and only where one of them
    closes, so that "List<b>" stays; scripts and tags that run code stay, for the guard against
    orders in `tools.ingest.guards.instructions`.
    """
    remarks: list[str] = []
    if "<" in text and _CLOSES.search(text):
        page, sheet = _without_comments(text), StyleSheet(text)
        text, hidden = _shown(page, sheet)
        if sheet.too_long:
            remarks.append(_TOO_LONG)
            text, hidden = _shown(page, StyleSheet(""))
        if hidden:
            remarks.append(_HIDDEN)
    if "amp;" in text or "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
        text = _TORN_ENTITY.sub("& ", text)
    return text, tuple(remarks)


def _shown(text: str, sheet: StyleSheet) -> tuple[str, bool]:
    """Return what stands outside of tags and of hidden elements, and whether a style hid any."""
    kept: list[str] = []
    open_ = _Open(sheet)
    within, at, hidden = "", 0, False
    running: set[str] = set()
    for tag in _TAG.finditer(text):
        closing, name, attributes = bool(tag[1]), tag[2].lower(), tag[3] or ""
        if within:
            if closing and name == within:
                within, at = "", tag.end()
            continue
        between = text[at : tag.start()]
        at = tag.end()
        if open_.look.unseen:
            hidden = hidden or bool(between.strip())
        else:
            kept.append(between)
        if not closing and _RUNS.search(attributes):
            running.add(name)
        if not closing and name in _UNSEEN and name not in running:
            within = name
            continue
        shown = tag[0] if name not in _KNOWN or name in running else _layout(name, closing)
        unseen = open_.look.unseen or _is_hidden_field(name, attributes)
        if closing:
            open_.close(name)
        elif name not in _ALONE:
            open_.enter(name, attributes)
        known = name in _KNOWN and name not in running
        kept.append("" if open_.look.unseen or (unseen and not known) else shown)
    rest = "" if within else text[at:]
    unseen = open_.look.unseen
    return "".join(kept) + ("" if unseen else rest), hidden or (unseen and bool(rest.strip()))


class _Open:
    """The elements that are open at a place of a page, and how text looks there."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._elements: list[Element] = []
        self._looks = [Look()]
        self._names: Counter[str] = Counter()

    @property
    def look(self) -> Look:
        return self._looks[-1]

    def enter(self, name: str, attributes: str) -> None:
        """Open an element; one that a browser ends before it, as an item before an item, ends."""
        if self._elements and self._elements[-1].name in _ENDED_BY.get(name, ()):
            self.close(self._elements[-1].name)
        element = element_of(name, attributes)
        declared = self._sheet.declarations(element, self._elements)
        held = element.attributes
        beside = {"color": held.get("color", ""), "background-color": held.get("bgcolor", "")}
        declared = {n: v.lower() for n, v in beside.items() if v} | declared
        declared = with_declared(declared, declared_in(held.get("style", "")))
        if "hidden" in held or name == "noscript" or (name == "dialog" and "open" not in held):
            declared = {"display": "none"} | declared
        self._looks.append(look_within(self.look, declared))
        self._elements.append(element)
        self._names[name] += 1

    def close(self, name: str) -> None:
        """Close the nearest element of that name, and what was left open in it."""
        while self._names[name]:
            self._looks.pop()
            ended = self._elements.pop().name
            self._names[ended] -= 1
            if ended == name:
                return


def _is_hidden_field(name: str, attributes: str) -> bool:
    return name == "input" and element_of(name, attributes).attributes.get("type") == "hidden"


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
