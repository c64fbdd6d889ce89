"""Who lives in the place that is asked for is found among many who do not say where they live."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.candidates import Candidate, Identity, Location, Passage, Profile
from tools.criteria import Criterion
from tools.index import local
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM

CHICAGO = Location("Chicago, IL", "Chicago", "IL", "US", 41.88, -87.63, 0, 7)
TEXT = "Cook. Grilled and plated for two hundred guests a night."


@pytest.mark.parametrize("weight", ["must", "nice"])
def test_a_place_alone_brings_up_who_lives_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, weight: str
) -> None:
    monkeypatch.setattr(local, "RECALL", 5)
    index = LocalIndex(tmp_path, MiniLM())
    silent = [_cook(f"a{at:02d}", None) for at in range(40)]
    index.upsert("local", [*silent, _cook("z-there", CHICAGO)])
    pool = index.search("local", (Criterion("location", "Chicago", weight),))  # type: ignore[arg-type]
    index.close()
    assert pool.ids[0] == "z-there"


def _cook(candidate_id: str, home: Location | None) -> Candidate:
    passages = (Passage("summary", 0, len(TEXT)),)
    return Candidate(candidate_id, TEXT, Profile(location=home), Identity(), passages=passages)
