"""Reads the style sheets inside a web page: which declarations count for which element."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tools.ingest.phrases import listed
from tools.ingest.web.style_text import blocks_of, sheet_of, without_comments

_COMPOUND = re.compile(r"(?:\*|[A-Za-z][\w-]*)?(?:[.#][\w-]+|\[[^\[\]]{1,80}\])*")
_PART = re.compile(r"([.#])([\w-]+)|\[\s*([\w-]+)\s*(?:[~|]?=\s*[\"']?([^\"'\]]*)[\"']?\s*)?\]")
_ATTRIBUTE = re.compile(r"([\w-]{1,40})\s{0,9}(?:=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_DYNAMIC = re.compile(
    r":(?:hover|focus|active|visited|target|checked|disabled|invalid|link\b)"
    r"|::?(?:selection|placeholder|marker|first-l|-)"
)
_PSEUDO = re.compile(r"::?[\w-]+(?:\([^()]*\)?)?")
_IMPORTANT = re.compile(r"\s*!\s*important$")
_FONT_SIZE = re.compile(
    r"(?:^|\s)(0|\d*\.?\d+(?:[a-z]{2,4}|%)|\d*\.?\d+(?=\s*/)|(?:xx?-)?(?:small|large)|medium)(?=[\s/])"
)
_READ = listed("web", "declaration")
"""What says whether a reader sees an element; nothing else is kept."""

_MOST_CHARACTERS = 200_000
_LONGEST_VALUE = 300
_MOST_RULES = 5_000
_MOST_TESTS = 400_000
_MOST_STEPS = 4
_NEAREST = 24

Declarations = dict[str, str]


class Element(NamedTuple):
    """A tag as selectors see it: its name, id, classes and attributes, all in small letters."""

    name: str
    id: str
    classes: frozenset[str]
    attributes: dict[str, str]


class _Compound(NamedTuple):
    """What a selector asks of one element."""

    name: str
    id: str
    classes: frozenset[str]
    attributes: tuple[tuple[str, str | None], ...]

    def fits(self, element: Element) -> bool:
        if self.name not in ("", "*", element.name) or (self.id and self.id != element.id):
            return False
        held = element.attributes
        return self.classes <= element.classes and all(
            name in held and value in (None, held[name]) for name, value in self.attributes
        )


class _Rule(NamedTuple):
    weight: tuple[int, int, int, int]
    target: _Compound
    above: tuple[tuple[_Compound, bool], ...]
    """The elements around the target, nearest first; True where it must be the parent itself."""
    declarations: Declarations


class StyleSheet:
    """The rules of a page, found by the id, class or name of the element they dress.

    A rule that counts only while somebody points or prints is none. Of one that counts for some
    elements or windows only, what may show an element is kept and what may hide it is not.
    `too_long` says that the rules are more work than a page is worth: then they are none.
    """

    def __init__(self, page: str) -> None:
        self._by_key: dict[str, list[_Rule]] = defaultdict(list)
        self._tests = 0
        self.too_long = False
        sheet = sheet_of(page)
        for number, rule in enumerate(_rules(sheet[:_MOST_CHARACTERS])):
            if number >= _MOST_RULES or len(sheet) > _MOST_CHARACTERS:
                self.too_long = True
                break
            target = rule.target
            key = f"#{target.id}" if target.id else next(iter(sorted(target.classes)), "")
            self._by_key[f".{key}" if key and not target.id else key or target.name].append(rule)

    def declarations(self, element: Element, around: Sequence[Element]) -> Declarations:
        """Return what the sheets declare for an element that stands within others."""
        if not self._by_key or self.too_long:
            return {}
        keys = [f"#{element.id}", element.name, "", "*", *(f".{c}" for c in element.classes)]
        rules = [rule for key in keys for rule in self._by_key.get(key, ())]
        near = min(len(around), _NEAREST)
        self._tests += sum(1 + near * bool(rule.above) for rule in rules)
        fitting = [r for r in rules if r.target.fits(element) and _stands_in(r.above, around)]
        self._tests += 4 * len(fitting)
        if self._tests > _MOST_TESTS:
            self.too_long = True
            return {}
        declared: Declarations = {}
        for rule in sorted(fitting, key=lambda r: r.weight):
            declared = with_declared(declared, rule.declarations)
        return declared


def element_of(name: str, attributes: str) -> Element:
    """Return a tag's name and attributes as an element."""
    held = {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(attributes)
    }
    return Element(name, held.get("id", ""), frozenset(held.get("class", "").split()), held)


def declared_in(style: str) -> Declarations:
    """Return the declarations of a style attribute or of the body of a rule."""
    declared: Declarations = {}
    for piece in without_comments(style).split(";"):
        name, colon, value = piece.partition(":")
        value = value.strip()[:_LONGEST_VALUE].lower()
        name, value = name.strip().lower(), _IMPORTANT.sub("!important", value)
        if name == "font" and (size := _FONT_SIZE.search(value)):
            name, value = "font-size", size[1] + "!important" * value.endswith("!important")
        urgent = declared.get(name, "").endswith("!important")
        if colon and name in _READ and (not urgent or value.endswith("!important")):
            if name == "background":
                declared |= {"background-color": "", "background-image": ""}
            declared[name] = value
    return declared


def with_declared(earlier: Declarations, later: Declarations) -> Declarations:
    """Return the declarations of two, of which the later win unless an earlier is !important."""
    kept = {n: v for n, v in earlier.items() if v.endswith("!important")}
    urgent = {n: v for n, v in later.items() if v.endswith("!important")}
    return earlier | later | kept | urgent


def _stands_in(above: tuple[tuple[_Compound, bool], ...], around: Sequence[Element]) -> bool:
    at = len(around) - 1
    lowest = max(0, len(around) - _NEAREST)
    for compound, must_be_parent in above:
        while at >= lowest and not compound.fits(around[at]):
            if must_be_parent:
                return False
            at -= 1
        if at < lowest:
            return False
        at -= 1
    return True


def _rules(sheet: str) -> Iterator[_Rule]:
    for order, (selectors, body, sure) in enumerate(blocks_of(sheet)):
        declarations = declared_in(body)
        for selector in selectors.split(",") if declarations else ():
            rule = _rule(selector.strip(), order, declarations, sure)
            if rule is not None:
                yield rule


def _rule(selector: str, order: int, declarations: Declarations, sure: bool) -> _Rule | None:
    if ":" in selector:
        if _DYNAMIC.search(selector):
            return None
        selector = selector.replace(":root", "html").replace(":is(", "").replace(":where(", "")
    words = _PSEUDO.sub("", selector).replace(")", "").replace(">", " > ").split()
    steps: list[tuple[_Compound, bool]] = []
    parent = False
    sure = sure and ":" not in selector
    for word in reversed(words):
        if word == ">":
            parent = True
            continue
        compound = _compound(word)
        if compound is None or len(steps) >= _MOST_STEPS:
            sure = False
            break
        steps.append((compound, parent))
        parent = False
    if not sure:
        declarations, steps = _showing(declarations), steps[:1]
    if not steps or not declarations:
        return None
    compounds = [compound for compound, _ in steps]
    weight = (
        sum(bool(c.id) for c in compounds),
        sum(len(c.classes) + len(c.attributes) for c in compounds),
        sum(c.name not in ("", "*") for c in compounds),
        order,
    )
    return _Rule(weight, steps[0][0], tuple(steps[1:]), declarations)


def _showing(declarations: Declarations) -> Declarations:
    """Return what is left of the rule for some elements only: what may show them, not hide."""
    shown = {
        name: declarations[name]
        for name, hides in (("display", "none"), ("visibility", "hidden"))
        if not declarations.get(name, hides).startswith(hides)
    }
    if any(name in declarations for name in ("background", "background-color", "background-image")):
        shown["background-image"] = "unknown"
    if "color" in declarations:
        shown["color"] = "unknown"
    return shown


def _compound(word: str) -> _Compound | None:
    if not _COMPOUND.fullmatch(word):
        return None
    name = re.match(r"\*|[\w-]*", word)
    parts = _PART.findall(word)
    return _Compound(
        name[0].lower() if name else "",
        next((value for sign, value, *_ in parts if sign == "#"), ""),
        frozenset(value for sign, value, *_ in parts if sign == "."),
        tuple((attr.lower(), value or None) for _, _, attr, value in parts if attr),
    )
