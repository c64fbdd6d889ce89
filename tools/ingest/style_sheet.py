"""Reads the style sheets inside a web page: which declarations count for which element."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_SHEET = re.compile(r"<(/?)style(?:\s[^<>]{0,1000})?>", re.IGNORECASE)
_COMMENT = re.compile(r"/\*[^*]*(?:\*(?!/)[^*]*)*\*/|<!--|-->")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_COMPOUND = re.compile(r"(?:\*|[A-Za-z][\w-]*)?(?:[.#][\w-]+|\[[^\[\]]{1,80}\])*")
_PART = re.compile(r"([.#])([\w-]+)|\[\s*([\w-]+)\s*(?:[~|]?=\s*[\"']?([^\"'\]]*)[\"']?\s*)?\]")
_ATTRIBUTE = re.compile(r"([\w-]{1,40})\s{0,9}(?:=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ON_SCREEN = re.compile(
    r"@(?:media\s+(?:only\s+)?(?:screen|all)|layer\b[^{;]*|supports\b[^{;]*)\s*"
)
_MOST_RULES = 400
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
    """The rules of a page.

    A rule with a pseudo-class or a medium of its own is none: it counts only while somebody
    points, prints or has a narrow window.
    """

    def __init__(self, page: str) -> None:
        self._by_key: dict[str, list[_Rule]] = defaultdict(list)
        for number, rule in enumerate(_rules(page)):
            if number >= _MOST_RULES:
                break
            target = rule.target
            key = f"#{target.id}" if target.id else next(iter(sorted(target.classes)), "")
            self._by_key[f".{key}" if key and not target.id else key or target.name].append(rule)

    def declarations(self, element: Element, around: Sequence[Element]) -> Declarations:
        """Return what the sheets declare for an element that stands within others."""
        if not self._by_key:
            return {}
        keys = [f"#{element.id}", element.name, "", "*", *(f".{c}" for c in element.classes)]
        rules = [rule for key in keys for rule in self._by_key.get(key, ())]
        fitting = [r for r in rules if r.target.fits(element) and _stands_in(r.above, around)]
        declared: Declarations = {}
        for rule in sorted(fitting, key=lambda r: r.weight):
            declared = with_declared(declared, rule.declarations)
        return declared


def element_of(name: str, attributes: str) -> Element:
    """Return a tag's name and attributes as an element."""
    held = {
        found[1].lower(): found[2] or found[3] or found[4] or ""
        for found in _ATTRIBUTE.finditer(attributes)
    }
    return Element(name, held.get("id", ""), frozenset(held.get("class", "").split()), held)


def declared_in(style: str) -> Declarations:
    """Return the declarations of a style attribute or of the body of a rule."""
    declared: Declarations = {}
    for piece in style.split(";"):
        name, colon, value = piece.partition(":")
        if colon:
            declared = with_declared(declared, {name.strip().lower(): value.strip().lower()})
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


def _rules(page: str) -> Iterator[_Rule]:
    for order, (selectors, body) in enumerate(_blocks(page)):
        declarations = declared_in(body)
        for selector in selectors.split(",") if declarations else ():
            rule = _rule(selector.strip(), order, declarations)
            if rule is not None:
                yield rule


def _blocks(page: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the body of each rule that counts on a screen of any width."""
    begin = -1
    for tag in _SHEET.finditer(page):
        if not tag[1]:
            begin = tag.end() if begin < 0 else begin
        elif begin >= 0:
            sheet = _COMMENT.sub(" ", page[begin : tag.start()])
            yield from _blocks_of(_ESCAPE.sub(lambda code: _letter(code[1]), sheet))
            begin = -1


def _blocks_of(sheet: str) -> Iterator[tuple[str, str]]:
    at, skipped = 0, 0
    for brace in re.finditer(r"[{};]", sheet):
        head = sheet[at : brace.start()].strip()
        if brace[0] == "{" and (skipped or (head[:1] == "@" and not _ON_SCREEN.fullmatch(head))):
            skipped += 1
        elif brace[0] == "{" and head[:1] != "@":
            end = sheet.find("}", brace.end())
            yield head, sheet[brace.end() : end if end >= 0 else len(sheet)]
        elif brace[0] == "}" and skipped:
            skipped -= 1
        elif brace[0] == ";" and head[:1] != "@":
            continue
        at = brace.end()


def _rule(selector: str, order: int, declarations: Declarations) -> _Rule | None:
    if ":" in selector or "+" in selector or "~ " in selector:
        return None
    steps: list[tuple[_Compound, bool]] = []
    parent = False
    for word in reversed(selector.replace(">", " > ").split()):
        if word == ">":
            parent = True
            continue
        compound = _compound(word)
        if compound is None or len(steps) >= _MOST_STEPS:
            return None
        steps.append((compound, parent))
        parent = False
    if not steps:
        return None
    compounds = [compound for compound, _ in steps]
    weight = (
        sum(bool(c.id) for c in compounds),
        sum(len(c.classes) + len(c.attributes) for c in compounds),
        sum(c.name not in ("", "*") for c in compounds),
        order,
    )
    return _Rule(weight, steps[0][0], tuple(steps[1:]), declarations)


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


def _letter(code: str) -> str:
    number = int(code, 16)
    return chr(number) if 0 < number < 0xD800 else ""
