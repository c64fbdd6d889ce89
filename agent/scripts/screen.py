"""What the person at a door has seen so far: wishes, people, shortlist and the last turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from agent.events import Event

Row = Mapping[str, Any]


@dataclass(frozen=True)
class ShownQuote:
    """A quote that was shown of somebody; offsets are there where the event had them."""

    candidate_id: str
    quote: str
    start: int | None = None
    end: int | None = None


@dataclass
class Screen:
    """Grows with each event of a conversation; `begin` forgets what belongs to one turn only."""

    criteria: list[Row] = field(default_factory=list)
    shown: list[Row] = field(default_factory=list)
    total: int = 0
    shortlist: list[Row] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    tools: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    verdicts: list[tuple[str, Row]] = field(default_factory=list)
    quotes: list[ShownQuote] = field(default_factory=list)
    removed: list[Row] = field(default_factory=list)
    answer: str = ""
    tokens_text: str = ""
    error: Row | None = None
    finished: Row | None = None
    events: list[Event] = field(default_factory=list)

    def begin(self) -> None:
        """Forget the last turn."""
        self.tools, self.about, self.verdicts, self.quotes = [], [], [], []
        self.removed, self.events = [], []
        self.answer = self.tokens_text = ""
        self.error = self.finished = None

    def take(self, events: Sequence[Event]) -> None:
        """Take in the events of a turn."""
        self.events = list(events)
        for event in events:
            handler = getattr(self, f"_on_{event.name}", None)
            if handler is not None:
                handler(event.data)

    def ids(self) -> list[str]:
        """Return the people on screen, best first."""
        return [str(row["candidate_id"]) for row in self.shown]

    def person(self, who: str) -> str:
        """Return the candidate id of an id, a name or a rank such as '#2'; unknown ones stay."""
        if who.startswith("#") and who[1:].isdigit():
            at_rank = [r["candidate_id"] for r in self.shown if r.get("rank") == int(who[1:])]
            return str(at_rank[0]) if at_rank else who
        if who in self.names:
            return who
        named = sorted(i for i, name in self.names.items() if name.casefold() == who.casefold())
        return named[0] if named else who

    def called(self, candidate_id: str) -> str:
        """Return an id with its name, for people who read reports."""
        name = self.names.get(candidate_id, "")
        return f"{candidate_id} ({name})" if name and name != candidate_id else candidate_id

    def _on_criteria(self, data: Row) -> None:
        self.criteria = list(data["criteria"])

    def _on_candidates(self, data: Row) -> None:
        self.shown, self.total = list(data["shown"]), int(data.get("total") or 0)
        for row in self.shown:
            self._person(row)
            self._judged(row["candidate_id"], row.get("verdicts", ()))

    def _on_explanation(self, data: Row) -> None:
        self._person(data)
        self.about.append(str(data["candidate_id"]))
        self._judged(data["candidate_id"], data["verdicts"])

    def _on_comparison(self, data: Row) -> None:
        for person in data["people"]:
            self._person(person)
            self.about.append(str(person["candidate_id"]))
        for line in data["table"]:
            for cell in line["cells"]:
                self._judged(cell["candidate_id"], [{**cell, "criterion": line["criterion"]}])

    def _on_shortlist(self, data: Row) -> None:
        self.shortlist = list(data["shortlist"])
        for row in self.shortlist:
            self._person(row)
        self.about += [*map(str, data["added"]), *map(str, data["removed"])]

    def _on_tool_started(self, data: Row) -> None:
        self.tools.append((str(data["tool"]), dict(data.get("args") or {})))

    def _on_token(self, data: Row) -> None:
        self.tokens_text += data["text"]

    def _on_grounding(self, data: Row) -> None:
        self.removed += data["removed"]

    def _on_error(self, data: Row) -> None:
        self.error = data

    def _on_turn_finished(self, data: Row) -> None:
        self.finished, self.answer = data, str(data["answer"])

    def _person(self, row: Row) -> None:
        self.names[str(row["candidate_id"])] = str(row.get("name", ""))

    def _judged(self, candidate_id: str, verdicts: Sequence[Row]) -> None:
        for verdict in verdicts:
            self.verdicts.append((candidate_id, verdict))
            self.quotes += _quotes(candidate_id, verdict)


def _quotes(candidate_id: str, verdict: Row) -> Iterator[ShownQuote]:
    if verdict.get("quote"):
        yield ShownQuote(candidate_id, verdict["quote"])
    for each in verdict.get("evidence", ()):
        yield ShownQuote(candidate_id, each["quote"], each["start"], each["end"])
