"""A word means what its neighbours, the job and the house say it means."""

from __future__ import annotations

import pytest

from tools.request import read_request


def read(text: str) -> set[tuple[str, str]]:
    return {(c.kind, value) for c in read_request(text).criteria for value in c.values}


ADR = ("skill", "alternative dispute resolution")
THEATRE = ("skill", "perioperative nursing")
UPKEEP = ("skill", "preventive maintenance")
AMBULANCE = ("skill", "emergency medical services")
LEDGER = ("skill", "general ledger")


@pytest.mark.parametrize(
    ("text", "meant", "not_meant"),
    [
        ("curator, collections", ("skill", "museum collections"), ("skill", "collections")),
        ("debt collector, collections", ("skill", "collections"), ("skill", "museum collections")),
        ("teacher, AP chemistry", ("skill", "chemistry"), ("skill", "accounts payable")),
        ("AP clerk, AP and AR", ("skill", "accounts payable"), ("skill", "chemistry")),
        (
            "systems administrator, Exchange or Office 365",
            ("skill", "Exchange Server"),
            ("skill", "Microsoft Office"),
        ),
        ("office clerk, Office 365", ("skill", "Office 365"), ("skill", "Exchange Server")),
        (
            "recruiter who sources on LinkedIn",
            ("skill", "sourcing candidates"),
            ("skill", "social media marketing"),
        ),
        ("teacher able to lead PE", ("skill", "physical education"), ("certification", "PE")),
        (
            "SAP consultant, SD or HR modules",
            ("skill", "SAP SD"),
            ("skill", "human resources"),
        ),
        (
            "consultant for retail clients",
            ("industry", "retail"),
            ("skill", "retail sales"),
        ),
        ("mechanic, troubleshoot avionics", ("skill", "avionics"), ("skill", "problem solving")),
        ("forklift operator with ADR", ("certification", "Hazmat Endorsement"), ADR),
        ("warehouse operative, ADR", ("certification", "Hazmat Endorsement"), ADR),
        ("mediator with ADR", ADR, ("certification", "Hazmat Endorsement")),
        ("nurse with theatre experience", THEATRE, ("skill", "theatre arts")),
        ("drama teacher, theatre", ("skill", "theatre arts"), THEATRE),
        ("medical assistant, CMA", ("certification", "CMA (medical)"), ("certification", "CMA")),
        ("cost accountant, CMA", ("certification", "CMA"), ("certification", "CMA (medical)")),
        ("maintenance technician, PM", UPKEEP, ("title", "Project Manager")),
        ("maintenance technician until 3 pm", ("title", "Maintenance Technician"), UPKEEP),
        ("firmware engineer, DSP", ("skill", "signal processing"), ("title", "Caregiver")),
        ("media buyer, DSP", ("skill", "programmatic advertising"), ("title", "Caregiver")),
        ("private equity analyst, PE", ("skill", "private equity"), ("certification", "PE")),
        ("mechanical engineer, PE", ("certification", "PE"), ("skill", "private equity")),
        ("environmental manager, EMS", ("skill", "ISO 14001"), AMBULANCE),
        ("paramedic, EMS", AMBULANCE, ("skill", "ISO 14001")),
        ("civil engineer, CPM", ("skill", "construction scheduling"), ("certification", "CPSM")),
        ("underwriter, GL", ("skill", "property and casualty insurance"), LEDGER),
        ("staff accountant, GL", LEDGER, ("skill", "property and casualty insurance")),
        ("truck driver, tanker", ("certification", "Tanker Endorsement"), ("text", "tanker")),
        ("clerk, DMV paperwork", ("title", "Office Clerk"), ("location", "DMV")),
    ],
)
def test_company_tells_what_is_meant(
    text: str, meant: tuple[str, str], not_meant: tuple[str, str]
) -> None:
    found = read(text)
    assert meant in found
    assert not_meant not in found


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("certified personal trainer, group classes", "Certified Personal Trainer"),
        ("physical therapist, active state license, outpatient", "Licensed Physical Therapist"),
        ("art teacher, certified, ceramics", "Teaching License"),
        ("registered nurse, active state license, CPR certified", "RN"),
        ("physical therapist, licensed, BLS", "Licensed Physical Therapist"),
    ],
)
def test_a_licence_without_a_name_is_that_of_the_job(text: str, licence: str) -> None:
    found = read(text)
    assert ("certification", licence) in found
    assert not any("state" in value for kind, value in found if kind == "text")


@pytest.mark.parametrize("text", ["PMP certified project manager", "nurse with active BLS"])
def test_a_licence_with_a_name_is_only_that_one(text: str) -> None:
    assert len([1 for kind, _ in read(text) if kind == "certification"]) == 1


def test_letters_that_are_a_job_and_its_licence_are_both() -> None:
    found = read("Need an RN for a telemetry floor, BLS/ACLS")
    assert ("title", "Registered Nurse") in found


def test_what_no_resume_shows_asks_for_nothing() -> None:
    found = read("electrician, own tools, some travel, on-call rota, weekend mornings")
    assert {kind for kind, _ in found} == {"title"}
