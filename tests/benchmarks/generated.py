"""Generated people of realistic length and vocabulary, made of the bundled sample, by seed alone.

Statements are drawn from the sample's own résumés, trade by trade, and mixed with skills of the
vocabulary, numbers and made-up names, so that words are as unevenly spread as in real text. Vectors
come from passages that were really embedded, turned a little by a seeded amount.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tools.candidates import Candidate, Fact, Identity, Location, Passage, Position, Profile
from tools.index.base import Vectors
from tools.index.minilm import MiniLM
from tools.ingest.profile import build_candidate

SAMPLE = Path(__file__).parents[2] / "tools" / "sample" / "people"
CHARACTERS = 5_500
PASSAGES = 4
TURNED = 0.35
"""The length of the vector by which an embedded passage is turned: cosine about 0.94 to it."""
AS_OF = "2026-11"
_SYLLABLES = [
    "al",
    "ber",
    "cor",
    "dan",
    "el",
    "fen",
    "gar",
    "hol",
    "is",
    "jor",
    "kel",
    "lin",
    "mar",
    "nor",
    "os",
    "pel",
    "quin",
    "ros",
    "sta",
    "tor",
    "ul",
    "ven",
]


class Trade(NamedTuple):
    """What people of one trade write, hold and can do."""

    titles: list[str]
    statements: list[str]
    skills: list[str]
    vectors: Vectors


class World(NamedTuple):
    """Everything people are made of."""

    trades: list[Trade]
    places: list[Location]


def world() -> World:
    """Return what people are made of: the sample read, and its passages embedded once."""
    model = MiniLM()
    trades, places = [], {}
    for file in sorted(SAMPLE.glob("*.jsonl")):
        people = [_read(line) for line in file.read_text("utf-8").splitlines()]
        for person in people:
            if person.profile.location and person.profile.location.lat is not None:
                places[person.profile.location.name] = person.profile.location
        trades.append(_trade(people, model))
    return World(trades, [places[name] for name in sorted(places)])


def people(count: int, made_of: World, seed: int = 7) -> Iterator[tuple[Candidate, Vectors]]:
    """Yield `count` people, each with a unit vector for each passage; the same for a seed."""
    for number in range(count):
        yield _person(number, made_of, random.Random(f"{seed}:{number}"))


def _read(line: str) -> Candidate:
    record = json.loads(line)
    return build_candidate(
        record["candidate_id"], record["text"], source="", content_hash="", today=date(2026, 11, 1)
    )


def _trade(people: Sequence[Candidate], model: MiniLM) -> Trade:
    titles = sorted({p.title for person in people for p in person.profile.positions if p.title})
    lines = {line.strip(" -•") for person in people for line in person.text.splitlines()}
    statements = sorted(line for line in lines if len(line) > 50 and "⟨" not in line)
    skills = sorted({s.value for person in people for s in person.profile.skills})
    passages = [person.text[p.start : p.end] for person in people for p in person.passages]
    return Trade(titles, statements, skills, model.vectors(passages))


def _person(number: int, made_of: World, dice: random.Random) -> tuple[Candidate, Vectors]:
    trade = dice.choice(made_of.trades)
    page = _Page(dice, trade)
    place = dice.choice(made_of.places)
    start = page.write(place.name)
    home = _moved(place, start, start + len(place.name))
    headline = dice.choice(trade.titles)
    page.write(headline)
    positions = page.positions(dice.randint(2, 5))
    text = page.text()
    years = round(sum(_months(p) for p in positions) / 12, 1)
    profile = Profile(
        as_of=AS_OF,
        headline=headline,
        positions=positions,
        skills=tuple(page.skills),
        location=home,
        years_experience=years,
    )
    passages = tuple(
        Passage("position", p.start, min(p.end, p.start + 170)) for p in positions[:PASSAGES]
    )
    candidate_id = f"g-{number:06d}"
    person = Candidate(
        candidate_id,
        text,
        profile,
        Identity(name=f"{_name(dice)} {_name(dice)}", emails=(f"{candidate_id}@example.com",)),
        passages,
        source="generated",
        content_hash=candidate_id,
    )
    return person, _vectors(trade.vectors, len(passages), dice)


class _Page:
    """A résumé being written; remembers where things stand."""

    def __init__(self, dice: random.Random, trade: Trade) -> None:
        self._dice, self._trade = dice, trade
        self._parts: list[str] = []
        self._length = 0
        self.skills: list[Fact] = []

    def write(self, line: str) -> int:
        """Write a line; return where it starts."""
        start = self._length
        self._parts.append(line)
        self._length += len(line) + 1
        return start

    def text(self) -> str:
        """Return the page."""
        return "\n".join(self._parts)

    def positions(self, count: int) -> tuple[Position, ...]:
        """Write so many positions, the latest first, until the page is as long as pages are."""
        made, year = [], 2026
        length = int(self._dice.gauss(CHARACTERS, CHARACTERS / 4))
        for at in range(count):
            began = year - self._dice.randint(1, 5)
            title, employer = self._dice.choice(self._trade.titles), f"{_name(self._dice)} Group"
            start = self.write(f"{title}, {employer}, {began} - {year if at else 'Present'}")
            while self._length < max(400, length * (at + 1) // count):
                self._statement()
            made.append(
                Position(
                    title,
                    employer,
                    f"{began}-01",
                    "" if at == 0 else f"{year}-01",
                    at == 0,
                    start,
                    self._length - 1,
                    start,
                    start + len(title),
                )
            )
            year = began
        return tuple(made)

    def _statement(self) -> None:
        said = self._dice.choice(self._trade.statements)
        if self._dice.random() < 0.35 and self._trade.skills:
            skill = self._dice.choice(self._trade.skills)
            start = self.write(f"{skill}: {said}")
            self.skills.append(Fact(skill, start, start + len(skill)))
        else:
            self.write(f"{said} ({_name(self._dice)}, {self._dice.randint(2, 900)})")


def _moved(place: Location, start: int, end: int) -> Location:
    return Location(
        place.name, place.city, place.region, place.country, place.lat, place.lon, start, end
    )


def _months(position: Position) -> int:
    end = 2026 if position.current else int(position.finish[:4])
    return 12 * (end - int(position.begin[:4]))


def _name(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(dice.randint(2, 3))).capitalize()


def _vectors(pool: Vectors, count: int, dice: random.Random) -> Vectors:
    noise = np.random.default_rng(dice.getrandbits(32))
    rows = pool[noise.integers(0, len(pool), count)]
    turns = noise.standard_normal(rows.shape, dtype=np.float32)
    turned = rows + TURNED * turns / np.linalg.norm(turns, axis=1, keepdims=True)
    return np.asarray(turned / np.linalg.norm(turned, axis=1, keepdims=True), dtype=np.float32)
