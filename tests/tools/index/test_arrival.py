"""Who is found, and in which order, hangs on what the index holds and never on who came first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion
from tools.index import local
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM
from tools.ingest.profile import build_candidate
from tools.results import Pool

REQUESTS: tuple[Criteria, ...] = (
    (Criterion("title", "Bank Teller"), Criterion("language", "Spanish")),
    (Criterion("skill", "customer service"),),
    (Criterion("title", "Bank Teller", "nice"), Criterion("text", "vault counts")),
)
WORK = ("Counted the vault.", "Opened accounts.", "Sold loans.", "Balanced a drawer.")


def teller(at: int) -> Candidate:
    """One of many who are alike in what is read of them, and some in every word."""
    text = (
        f"Bank Teller\nExperience\nBank Teller, Harbour Bank, 03/2015 - 04/{2018 + at % 3}\n"
        f"Customer service. {WORK[at % 4] * (1 + at % 3)}\nLanguages\nSpanish\n"
    )
    return build_candidate(
        f"p{at:02d}", text, source="", content_hash=f"{at}", today=date(2026, 11, 1)
    )


def found(folder: Path, batches: list[list[Candidate]], gone: list[str]) -> list[Pool]:
    index = LocalIndex(folder, MiniLM())
    for batch in batches:
        index.upsert("local", batch)
    index.delete("local", gone)
    pools = [index.search("local", request, 100) for request in REQUESTS]
    index.close()
    return pools


def test_neither_the_order_people_come_in_nor_who_came_and_went_changes_a_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "RECALL", 5)
    people = [teller(at) for at in range(30)]
    fresh = found(tmp_path / "fresh", [people], [])
    backwards = found(tmp_path / "backwards", [people[::-1]], [])
    again = found(tmp_path / "again", [people[:20], [teller(40)], people[20:]], ["p40"])
    for one, *others in zip(fresh, backwards, again, strict=True):
        assert 0 < len(one.ids) < len(people)
        for other in others:
            assert (one.ids, one.scores, one.parts) == (other.ids, other.scores, other.parts)
