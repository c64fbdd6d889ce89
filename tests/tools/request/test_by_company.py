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
TIMES = ("skill", "scheduling")
LEDGER = ("skill", "general ledger")


@pytest.mark.parametrize(
    ("text", "meant", "not_meant"),
    [
        ("curator, collections", ("skill", "museum collections"), ("skill", "collections")),
        (
            "call center agent, debt collections",
            ("skill", "collections"),
            ("skill", "museum collections"),
        ),
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
        ("forklift operator with ADR", ("certification", "ADR Certificate"), ADR),
        ("warehouse operative, ADR", ("certification", "ADR Certificate"), ADR),
        ("mediator with ADR", ADR, ("certification", "ADR Certificate")),
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
        (
            "product manager for banking apps",
            ("industry", "banking"),
            ("skill", "retail banking"),
        ),
        ("teller with banking experience", ("skill", "retail banking"), ("industry", "banking")),
        ("interior designer, FF&E schedules", ("skill", "interior design"), TIMES),
        ("office clerk, scheduling", TIMES, ("skill", "interior design")),
        ("bid manager, tender writing", ("skill", "RFP responses"), ("skill", "writing")),
        (
            "HR officer who identifies training needs",
            ("skill", "training needs analysis"),
            ("text", "identifies training"),
        ),
        ("store manager, high street", ("industry", "retail"), ("text", "high street")),
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


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("accountant for a logistics firm", "nice"),
        ("sales rep for a fast-growing software company", "nice"),
        ("accountant who worked for a logistics firm", "must"),
        ("accountant with experience in a logistics firm", "must"),
    ],
)
def test_the_trade_of_the_firm_that_hires_is_a_bonus(text: str, weight: str) -> None:
    weights = [c.weight for c in read_request(text).criteria if c.kind == "industry"]
    assert weights == [weight]


def test_the_cue_of_a_need_is_not_that_of_a_kind_of_needs() -> None:
    wishes = {str(c.value): c.weight for c in read_request("nice to have: care needs").criteria}
    assert "must" not in wishes.values()


def test_a_posting_keeps_whom_it_does_not_want_in_one_word() -> None:
    posting = (
        "Senior Backend Engineer\n\nRequirements\n- Kubernetes\n- PostgreSQL\n"
        "Nice to have\n- Kafka\nWe are not looking for freelancers.\n"
    )
    found = read_request(posting)
    assert ("freelancers", "avoid") in [(c.value, c.weight) for c in found.criteria]
