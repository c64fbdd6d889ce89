"""A course for a credential, a plan of it and one that has run out tell no more than that."""

from __future__ import annotations

from datetime import date

import pytest

from tools.criteria import Criterion
from tools.evidence import judge
from tools.ingest.profile import build_candidate


@pytest.mark.parametrize(
    ("name", "said", "verdict"),
    [
        ("PMP", "Project Management (PMP) Coursework", "partly"),
        ("PMP", "Training courses attended Harrow Program-PMP", "partly"),
        ("PHR", "PHR Certification (Tentative", "partly"),
        ("NMLS", "NMLS Registration 2008-2015", "partly"),
        ("PMP", "Education and Training\nPMP, 2018", "met"),
        ("NMLS", "Licenses: NMLS (2012-Present)", "met"),
        ("PMP", "PMP certified, course designer", "met"),
    ],
)
def test_a_credential_counts_as_held_only_where_it_is(name: str, said: str, verdict: str) -> None:
    text = f"Jo Tarnfield\nPlanner\n{said}"
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    assert judge(person, Criterion("certification", name)).verdict == verdict
