"""Every quote stands verbatim at its offsets, for everybody of the sample and every request."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adversaries.conftest import TODAY
from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence import judge
from tools.explain import explain, explanation_event
from tools.ingest.building import made_of
from tools.ingest.records import Entry, Text

SAMPLE = Path(__file__).parents[2] / "tools" / "sample"
LINES = [
    json.loads(line)
    for file in sorted((SAMPLE / "people").glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]
WISHES = sorted(
    {
        wish
        for request in json.loads((SAMPLE / "requests.json").read_text(encoding="utf-8"))
        for wish in (*request["must"], *request["nice"])
    }
)
KINDS = ("skill", "title", "text", "certification", "industry", "location", "language")


@cache
def person(number: int) -> Candidate:
    record = LINES[number]
    entry = Entry(record["candidate_id"], "sample", "h", Text(record["text"]))
    made = made_of(entry, TODAY)
    assert isinstance(made, Candidate)
    return made


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, len(LINES) - 1),
    st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(WISHES)), min_size=1, max_size=6),
    st.integers(1, 30),
)
def test_every_quote_is_verbatim_at_its_offsets(
    number: int, wanted: list[tuple[str, str]], years: int
) -> None:
    who = person(number)
    wishes = [Criterion(kind, value) for kind, value in wanted]  # type: ignore[arg-type]
    criteria = (*wishes, Criterion("min_years", years))
    for wish in criteria:
        verdict = judge(who, wish)
        assert all(who.text[e.start : e.end] == e.quote for e in verdict.evidence)
        assert verdict.evidence or verdict.verdict in ("missing", "unclear")
    _, event = explanation_event(explain(who, criteria))
    for told in event["verdicts"]:
        for e in told["evidence"]:
            assert who.text[e["start"] : e["end"]] == e["quote"]
