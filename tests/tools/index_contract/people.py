"""Four people of three trades, small enough to know what any search must say of them."""

from __future__ import annotations

from datetime import date

from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion
from tools.ingest.profile import build_candidate

PEOPLE = {
    "nurse-1": "Maria Silva\nmaria@example.org\nRegistered Nurse\nExperience\n"
    "Registered Nurse, Harbour Clinic, 03/2016 - Present\nIntensive care, triage, wound care.",
    "nurse-2": "Ben Adeyemi\nben@example.org\nRegistered Nurse\nExperience\n"
    "Registered Nurse, Hill Hospital, 01/2022 - Present\nPaediatric ward, vaccination.",
    "cook-1": "Li Wen\nli@example.org\nSous Chef\nExperience\n"
    "Sous Chef, Blue Door, 05/2012 - 08/2020\nMenu planning, HACCP, food cost control.",
    "dev-1": "Ana Kovac\nana@example.org\nBackend Developer\nExperience\n"
    "Backend Developer, Nordlicht GmbH, 02/2018 - Present\nPython, PostgreSQL, Docker.",
}
NURSE_ICU: Criteria = (Criterion("title", "Registered Nurse"), Criterion("skill", "triage"))


def person(candidate_id: str, text: str) -> Candidate:
    return build_candidate(
        candidate_id, text, source=candidate_id, content_hash=text, today=date(2026, 11, 22)
    )
