"""What a turn has evidence for: words, numbers, quotes and verdicts, in general and by person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from tools.people import PERSON_MARK
from tools.vocabulary.skills import find_skills

WORD = re.compile(r"[^\W_][\w+#’'-]*(?:[./&][^\W_][\w+#’'-]*)*[+#]*")
_PART = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_UNIT = re.compile(r"\s*\+?[\s-]*(?:years?|yrs?|months?|%|percent|per cent)", re.IGNORECASE)
_SPELT = {
    word: float(number)
    for number, word in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        start=2,
    )
} | {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "hundred": 100.0, "dozen": 12.0}
_PLACED_KEYS = frozenset({"rank", "offset"})
"""Numbers that say where somebody stands, which only a placeholder may repeat."""
_COUNTED_KEYS = frozenset({"total", "count"})

SPELT_NUMBERS = frozenset(_SPELT)


class Bag:
    """The texts, numbers and verdicts known of one person, or of nobody in particular."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.numbers: set[float] = set()
        self.counts: set[float] = set()
        """Numbers of people, wishes and verdicts, which say nothing about years."""
        self.verdicts: dict[str, str] = {}
        """Value of a wish, case-folded → verdict."""

    @cached_property
    def text(self) -> str:
        """Return everything that is said, folded, one text a line."""
        return "\n".join(self.texts).casefold()

    @cached_property
    def words(self) -> frozenset[str]:
        """Return every word that is said, folded, and the parts of compound ones."""
        return frozenset(_words(self.text))

    @cached_property
    def skills(self) -> frozenset[str]:
        """Return the canonical skills that are named."""
        return frozenset(mention.name for mention in find_skills("\n".join(self.texts)))

    @cached_property
    def stated(self) -> frozenset[float]:
        """Return the numbers that are given or stand in a text."""
        return frozenset(self.numbers.union(number for number, _ in numbers_in(self.text)))

    def has_number(self, number: float, measured: bool) -> bool:
        """Return whether a number is evident; one that measures something is more than a count."""
        return number in self.stated or (not measured and number in self.counts)


class Known:
    """The evidence of a turn, read from the payloads of its tools and from what lay on the desk.

    `said` are the recruiter's own words; `desk` is the summary that the model was given.
    """

    def __init__(
        self, payloads: Sequence[Mapping[str, Any]], said: str, desk: Mapping[str, Any]
    ) -> None:
        self.general = Bag()
        self.people: dict[str, Bag] = {}
        self.general.texts.append(said)
        self._marks = {mark[0] for mark in PERSON_MARK.finditer(said)}
        self._read_desk(desk)
        for payload in payloads:
            if "rows" in payload and "criteria" in payload:
                # A new ranking: what was known by rank no longer means the same person.
                self.people = {m: b for m, b in self.people.items() if not m.startswith("⟨#")}
            self._walk(payload, None, None)
            self._count(payload)

    def knows(self, mark: str) -> bool:
        """Return whether a placeholder stands for somebody this turn is about."""
        return mark in self.people or mark in self._marks

    def about(self, marks: Iterable[str]) -> list[Bag]:
        """Return what may be said of these people: their own evidence and the general one."""
        return [self.general, *(self.people[m] for m in marks if m in self.people)]

    def everything(self) -> list[Bag]:
        """Return all evidence, whomever it is about."""
        return [self.general, *self.people.values()]

    def _read_desk(self, desk: Mapping[str, Any]) -> None:
        self._walk(desk.get("criteria", []), None, None)
        offset, shown = int(desk.get("offset", 0)), desk.get("shown", [])
        total, last = int(desk.get("total", 0)), offset + len(shown)
        lists = (len(desk.get("criteria", [])), len(desk.get("shortlist", [])), len(shown))
        self.general.counts |= {float(n) for n in (*lists, total, last, total - last)}
        self._marks |= {f"⟨#{rank}⟩" for rank in shown}
        self._marks |= {m for m in [*desk.get("shortlist", []), desk.get("discussed")] if m}

    def _walk(self, node: Any, owner: str | None, wish: str | None) -> None:
        """Put every text and number below `node` into the bag of the person it belongs to."""
        if isinstance(node, Mapping):
            owner = node["ref"] if isinstance(node.get("ref"), str) else owner
            wish = str(node["value"]) if "value" in node else wish
            if "verdict" in node and wish is not None and owner is not None:
                self._bag(owner).verdicts[wish.casefold()] = str(node["verdict"])
            for key, value in node.items():
                if key in ("quote", "evidence"):
                    self._quote(value, owner)
                elif key in _COUNTED_KEYS:
                    self.general.counts.add(float(value))
                elif key not in _PLACED_KEYS:
                    self._walk(value, owner, wish)
        elif isinstance(node, list | tuple):
            for item in node:
                self._walk(item, owner, wish)
        else:
            self._leaf(node, owner)

    def _leaf(self, leaf: Any, owner: str | None) -> None:
        bag = self._bag(owner)
        if isinstance(leaf, str):
            bag.texts.append(leaf)
            self._marks |= {mark[0] for mark in PERSON_MARK.finditer(leaf)}
        elif isinstance(leaf, int | float) and not isinstance(leaf, bool):
            bag.numbers.add(float(leaf))

    def _quote(self, value: Any, owner: str | None) -> None:
        for quote in [value] if isinstance(value, str) else value or []:
            bag = self._bag(owner)
            bag.texts.append(quote)

    def _bag(self, owner: str | None) -> Bag:
        if owner is None:
            return self.general
        return self.people.setdefault(owner, Bag())

    def _count(self, payload: Mapping[str, Any]) -> None:
        """Add the numbers that counting the payload gives: people, wishes, verdicts of a kind."""
        counts = self.general.counts
        counts |= {float(len(v)) for v in payload.values() if isinstance(v, list)}
        people = [*payload.get("rows", []), *payload.get("people", [])]
        judged = [[v["verdict"] for v in person.get("verdicts", [])] for person in people]
        table = [[c["verdict"] for c in line["cells"]] for line in payload.get("table", [])]
        columns = [list(column) for column in zip(*judged, strict=False)]
        counts |= {float(n) for line in (*columns, *table) for n in _tally(line)}
        counts |= {float(len(verdicts)) for verdicts in judged}
        counts.add(float(sum(1 for v in judged if v and all(x == "met" for x in v))))
        for person, verdicts in zip(people, judged, strict=True):
            self._bag(person.get("ref")).counts |= {float(n) for n in _tally(verdicts)}
        if "total" in payload:
            last = int(payload.get("offset", 0)) + len(payload.get("rows", []))
            counts |= {float(last), float(int(payload["total"]) - last)}


def numbers_in(text: str) -> list[tuple[float, bool]]:
    """Return the numbers in a text, spelt ones from two on, and whether each measures something."""
    digits = [
        (_as_number(found[0]), bool(_UNIT.match(text, found.end())))
        for found in _NUMBER.finditer(text)
    ]
    spelt = [
        (_SPELT[found[0].casefold()], bool(_UNIT.match(text, found.end())))
        for found in _PART.finditer(text)
        if found[0].casefold() in _SPELT
    ]
    return [*digits, *spelt]


def _as_number(digits: str) -> float:
    plain = re.sub(r",(?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    head, dot, rest = plain.partition(".")
    return float(head + dot + rest.replace(".", ""))


def _words(text: str) -> Iterable[str]:
    for found in WORD.finditer(text):
        yield found[0]
        yield from _PART.findall(found[0])


def _tally(verdicts: Sequence[str]) -> list[int]:
    """Return how many verdicts there are of each kind, and how many are not met."""
    counts = [verdicts.count(kind) for kind in ("met", "partly", "missing", "unclear")]
    return [*counts, counts[0] + counts[1], counts[2] + counts[3], len(verdicts) - counts[0]]
