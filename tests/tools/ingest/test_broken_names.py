"""A name on two lines, a name in brackets behind another, and numbers that are no phone's."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tools.candidates import Candidate
from tools.ingest.building import made_of
from tools.ingest.files import find_files, load
from tools.ingest.identity.contacts import PHONE, find_contacts
from tools.ingest.identity.names import plain
from tools.ingest.intake import Intake
from tools.ingest.profile import build_candidate
from tools.ingest.records import Problem

DAY = date(2026, 11, 1)
SAMPLE = Path("tools/sample")


def _read(text: str) -> Candidate:
    whole = f"{text}\n\nSkills: Excel\n"
    return build_candidate("p", whole, source="", content_hash="", today=DAY)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("YRSA\nTARN-HOLM\nContact\nyrsa.th@example.net", "Yrsa Tarn-Holm"),
        ("YRSA\nTARNHOLM\nClerk\nhello@example.net", "Yrsa Tarnholm"),
        ("Farin\nBenharrow\nContact\nfarin.benharrow@example.net", "Farin Benharrow"),
        ("Farin\nBenharrow\nContact\nbenharrow@example.net", "Farin Benharrow"),
        (
            "Maria Ilvana\nTarnholm Osk\nContact\nm.tarnholm@example.net",
            "Maria Ilvana Tarnholm Osk",
        ),
        # What stands below is no half of a name.
        ("YRSA\nCLERK\nyrsa@example.net", "Yrsa"),
        ("YRSA\nBERLIN\nyrsa@example.net", "Yrsa"),
        ("Yrsa Tarnholm\nSushi Chef\nyrsa.tarnholm@example.net", "Yrsa Tarnholm"),
        ("Yrsa Tarnholm\nContact\nyrsa.tarnholm@example.net", "Yrsa Tarnholm"),
        ("Yrsa Tarnholm\nKrakow\nyrsa.tarnholm@example.net", "Yrsa Tarnholm"),
    ],
)
def test_a_name_is_whole_also_on_two_lines(head: str, name: str) -> None:
    person = _read(head)
    assert person.identity.name == name
    assert not re.search("|".join(re.split(r"[ -]", name)), person.text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("behind", "gone"),
    [
        ('("Maggie")', "Maggie"),
        ("(Sharon)", "Sharon"),
        ("“Maggie”", "Maggie"),
        ("(née Olvaston)", "Olvaston"),
        ("(goes by Maggie)", "Maggie"),
    ],
)
def test_what_somebody_is_called_besides_is_told_from_the_profile(behind: str, gone: str) -> None:
    person = _read(f"Yrsa Tarnholm {behind}\nyrsa.tarnholm@example.net\n\n{gone} kept the books.")
    assert gone not in person.text


@pytest.mark.parametrize("behind", ["(RN)", "(Nurse)", "(Berlin)", "(MSc)", "(part time)"])
def test_other_brackets_behind_a_name_stay(behind: str) -> None:
    assert behind in _read(f"Yrsa Tarnholm {behind}\nyrsa.tarnholm@example.net").text


def test_a_handle_with_dots_is_no_part_of_the_profile() -> None:
    person = _read("Yrsa Tarnholm\nyrsa.tarnholm@example.net | @yr.tarnholm.x\n")
    assert "tarnholm" not in person.text.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Serv-Safe Certification # 07-06676",
        "License No. 204 555 0181",
        "RN License number 041.369585",
        "Registered Interior Designer #161.000401",
        "Cert. 123-456-7890",
        "Permit: 555-012-3456",
        "Case no. 555-012-3456",
        "NPI 123-456-7890",
        "Food handler card # 07-06676",
        "Zertifikat Nr. 07-06676",
    ],
)
def test_the_number_of_a_credential_is_no_phone(text: str) -> None:
    assert find_contacts(text, 0) == []


@pytest.mark.parametrize(
    "text",
    [
        "Phone # 555-012-3456",
        "Tel. no. 020 7946 0158",
        "Cell: 555-012-3456",
        "# 555-012-3456",
        "Licensed nurse, 555-012-3456",
        "555-012-3456",
        "Certified in 2019 +49 30 5550 172",
    ],
)
def test_a_phone_stays_a_phone(text: str) -> None:
    assert [span.token for span in find_contacts(text, 0)] == [PHONE]


def test_no_part_of_a_name_of_the_bundled_people_stands_in_their_profiles() -> None:
    leaks = []
    intake = Intake({}, {})
    for file in find_files([SAMPLE / "people", SAMPLE / "files"]):
        for entry in intake.entries(file.source, load(file)):
            assert not isinstance(entry, Problem)
            person = made_of(entry, DAY)
            assert isinstance(person, Candidate)
            parts = re.findall(r"[^\W\d_]{3,}", plain(person.identity.name))
            text = set(re.findall(r"[^\W\d_]+", plain(person.text)))
            leaks += [(person.candidate_id, part) for part in parts if part in text]
            if not person.identity.name:
                leaks.append((person.candidate_id, "no name was read"))
    assert leaks == []
