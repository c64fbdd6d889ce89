"""What a turn has evidence for: words, numbers, quotes and verdicts, in general and by person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphs.bags import Bag
from tools.people import PERSON_MARK
from tools.vocabulary.places import MILE_KM

_PLACED_KEYS = frozenset({"rank", "offset"})
"""Numbers that say where somebody stands, which only a placeholder may repeat."""
_COUNTED_KEYS = frozenset({"total", "count", "ranked"})
_OPEN_KEYS = frozenset({"gaps", "questions", "against"})
"""What a person's résumé leaves open: it may be asked and denied, never claimed."""
_SHOWN = frozenset({"met", "partly"})


class Known:
    """The evidence of a turn, read from the payloads of its tools and from what lay on the desk.

    `said` are the recruiter's own words; `desk` is the summary that the model was given.
    """

    def __init__(
        self, payloads: Sequence[Mapping[str, Any]], said: str, desk: Mapping[str, Any]
    ) -> None:
        self.general = Bag()
        """What was asked, said and counted: it may be repeated, but proves nothing of a person."""
        self.shown: dict[str, Bag] = {}
        """What is shown of each person: their quotes and facts, and the wishes they meet."""
        self.open: dict[str, Bag] = {}
        """What is open about each person."""
        self.verdicts: dict[str, dict[str, str]] = {}
        """Person → value of a wish, folded → verdict."""
        self.lacking: set[str] = set()
        """The people who do not meet every must in full."""
        self.experience: dict[str, float] = {}
        """Person → years of experience in all."""
        self._said = said
        self.general.texts.append(said)
        self._this_year = int(str(desk.get("today", ""))[:4] or 0)
        self._marks = {mark[0] for mark in PERSON_MARK.finditer(said)}
        self._ambiguous = set(desk.get("ambiguous", {}) or {})
        self._read_desk(desk)
        for payload in payloads:
            if "rows" in payload and "criteria" in payload:
                self._forget_ranks()
            self._walk(payload, None, None)
            self._count(payload)

    def knows(self, mark: str) -> bool:
        """Return whether a placeholder stands for somebody this turn is about."""
        return mark in self.shown or mark in self._marks

    def speaks_of_rank(self, mark: str) -> bool:
        """Return whether somebody named this rank, so that it may be said to be nobody's."""
        return any(mark.strip("⟨⟩") in text for text in self.general.texts)

    def may_be_unsure_of(self, name: str) -> bool:
        """Return whether the recruiter used a name that several people have."""
        return name in self._ambiguous or f"⟨?{name}⟩" in self._said

    def evidence(self, mark: str) -> list[Bag]:
        """Return what may be claimed of a person; nothing when they are unknown."""
        return [self.shown[mark]] if mark in self.shown else []

    def context(self, marks: Iterable[str]) -> list[Bag]:
        """Return what may be asked or denied about people besides: wishes, counts, gaps."""
        return [self.general, *(self.open[mark] for mark in marks if mark in self.open)]

    def leaves_open(self, question: str, marks: Iterable[str]) -> bool:
        """Return whether this very question is one that the evidence leaves open about somebody."""
        bags = [self.open[mark] for mark in marks if mark in self.open]
        return any(question.strip() == text.strip() for bag in bags for text in bag.texts)

    def wishes(self) -> set[str]:
        """Return the names, folded, of all that people were judged against."""
        return {value for verdicts in self.verdicts.values() for value in verdicts}

    def everything(self) -> list[Bag]:
        """Return all evidence, whomever it is about."""
        return [self.general, *self.shown.values(), *self.open.values()]

    def _forget_ranks(self) -> None:
        """With a new ranking, what was known by rank no longer means the same person."""
        held: tuple[dict[str, Any], ...] = (self.shown, self.open, self.verdicts, self.experience)
        for known in held:
            for mark in [mark for mark in known if mark.startswith("⟨#")]:
                del known[mark]
        self.lacking = {mark for mark in self.lacking if not mark.startswith("⟨#")}

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
            self._walk_mapping(node, owner, wish)
        elif isinstance(node, list | tuple):
            for item in node:
                self._walk(item, owner, wish)
        else:
            self._leaf(node, self._bag(owner))

    def _walk_mapping(self, node: Mapping[str, Any], owner: str | None, wish: str | None) -> None:
        owner = node["ref"] if isinstance(node.get("ref"), str) else owner
        wish = str(node["value"]) if "value" in node else wish
        is_open = self._judged(node, owner, wish)
        if owner is not None and isinstance(node.get("years_experience"), int | float):
            self.experience[owner] = float(node["years_experience"])
        if isinstance(node.get("radius_km"), int | float):
            self._bag(owner).numbers.add(float(round(node["radius_km"] / MILE_KM)))
        if owner is not None and isinstance(node.get("location"), str):
            self._bag(owner).places.append(node["location"])
        for key, value in node.items():
            if key in ("quote", "evidence"):
                self._quote(value, owner)
            elif key in _COUNTED_KEYS:
                self.general.counts.add(float(value))
            elif key in _OPEN_KEYS or (is_open and key in ("value", "criterion")):
                for leaf in value if isinstance(value, list) else [value]:
                    self._leaf(leaf, self._bag(owner, True))
            elif key not in _PLACED_KEYS:
                self._walk(value, owner, wish)

    def _judged(self, node: Mapping[str, Any], owner: str | None, wish: str | None) -> bool:
        """Keep a verdict on somebody; return whether it leaves the wish open."""
        if "verdict" not in node or wish is None or owner is None:
            return False
        verdict = str(node["verdict"])
        self.verdicts.setdefault(owner, {})[wish.casefold()] = verdict
        if verdict != "met" and node.get("weight") == "must":
            self.lacking.add(owner)
        is_open = verdict not in _SHOWN
        self._leaf(wish, self._bag(owner, is_open))
        return is_open

    def _leaf(self, leaf: Any, bag: Bag) -> None:
        if isinstance(leaf, str):
            bag.texts.append(leaf)
            self._marks |= {mark[0] for mark in PERSON_MARK.finditer(leaf)}
        elif isinstance(leaf, int | float) and not isinstance(leaf, bool):
            bag.numbers.add(float(leaf))

    def _quote(self, value: Any, owner: str | None) -> None:
        for quote in [value] if isinstance(value, str) else value or []:
            bag = self._bag(owner)
            bag.texts.append(quote)
            bag.quotes.append(quote)

    def _bag(self, owner: str | None, is_open: bool = False) -> Bag:
        if owner is None:
            return self.general
        bags = self.open if is_open else self.shown
        if owner not in bags:
            bags[owner] = Bag()
            bags[owner].this_year = self._this_year
            bags[owner].is_of_a_person = True
        return bags[owner]

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
        if musts := payload.get("musts"):
            met = float(len(musts["met"]))
            counts |= {met, float(musts["shown"]) - met}
        for person, verdicts in zip(people, judged, strict=True):
            tally = {float(n) for n in (*_tally(verdicts), len(verdicts))}
            self._bag(person.get("ref")).counts |= tally
        if "total" in payload:
            last = int(payload.get("offset", 0)) + len(payload.get("rows", []))
            counts |= {float(last), float(int(payload["total"]) - last)}


def _tally(verdicts: Sequence[str]) -> list[int]:
    """Return how many verdicts there are of each kind, and how many are not met."""
    counts = [verdicts.count(kind) for kind in ("met", "partly", "missing", "unclear")]
    return [*counts, counts[0] + counts[1], counts[2] + counts[3], len(verdicts) - counts[0]]
