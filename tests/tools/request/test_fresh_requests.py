"""What recruiters of many trades and countries write is read as they mean it."""

from __future__ import annotations

import pytest

from tools.request import read_request


def asked(text: str) -> set[str]:
    return {f"{c.kind}: {c.value}" for c in read_request(text).criteria}


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("5 years ECMO", "skill: ECMO"),
        ("HACCP, chef", "title: Chef"),
        ("Puppet, Chef or Ansible", "skill: Puppet or Chef or Ansible"),
        ("chef: Thai, Asian", "skill: Asian cuisine"),
        ("chef: Italian, Asian", "skill: Italian cuisine"),
        ("chef who speaks Italian", "language: Italian"),
        ("PA, London", "title: Personal Assistant"),
        ("bilingual PA", "title: Personal Assistant"),
        ("PA to the CEO", "title: Personal Assistant"),
        ("electrician, eastern PA", "text: eastern PA"),
        ("truck driver covering PA and OH", "text: covering PA"),
        ("PA school teacher", "title: School Teacher"),
        ("remote PA teacher", "title: Teacher"),
        ("PA RN", "title: Registered Nurse"),
        ("PA experienced in travel", "title: Personal Assistant"),
        ("PA for an orthopedic clinic", "title: Physician Assistant"),
        ("nurse in PA", "location: Pennsylvania"),
        ("C+E driver", "certification: HGV Class 1 Licence"),
        ("C+E driver", "title: Truck Driver"),
        ("CDA preschool teacher", "certification: Child Development Associate"),
        ("dental assistant, CDA", "certification: CDA"),
        ("pilot with commercial licence", "certification: Commercial Pilot License"),
        ("farm or greenhouse supervisor", "title: Farm Supervisor or Greenhouse Supervisor"),
        ("sales rep, hunter not farmer", "skill: prospecting"),
        ("team of 10+", "skill: staff supervision"),
        ("supervisor, 30 direct reports", "skill: staff supervision"),
        ("chippy in Leeds", "title: Carpenter"),
        ("nurse, GP surgery", "industry: healthcare"),
        ("excavator operator, rail", "text: rail"),
        ("fitter, Komatsu, Perth", "text: Komatsu"),
        ("mechanic, HR licence", "certification: HGV Licence"),
        ("Leeds, driver, nights", "title: Driver"),
        ("hotel GM in Austin", "title: Hotel General Manager"),
        ("tower crane op", "title: Crane Operator"),
        ("Head of People for a bank", "title: HR Director"),
        ("we r looking 4 a site manager", "title: Site Manager"),
        ("nurse w CCRN", "certification: CCRN"),
        ("nurse with L&D", "skill: labor and delivery"),
        ("cooking 4 years, chef", "min_years: 4"),
        ("nanny, driver", "skill: driving"),
        ("nanny, not a driver", "title: Driver"),
        ("florist, weddings are a plus", "skill: wedding planning"),
        ("secretary to work with doctors", "title: Secretary"),
        ("HR officer who does police checks", "text: police checks"),
        ("truck driver who can stay away from home", "text: stay away"),
        ("nurse, level 2 trauma", "text: level 2 trauma"),
        ("carer, Cert III", "certification: Certificate III"),
        ("solicitor, 2-4 PQE", "min_years: 2"),
        ("surveyor, NSW", "location: New South Wales"),
        ("chef, Melbourne's west", "location: Melbourne"),
        ("nurse in Herts", "location: Hertfordshire"),
        ("mechanic, Toyota/Hilux", "text: Toyota/Hilux"),
        ("cooks who've opened new sites", "text: opened new sites"),
        ("line cook with food safety certification", "certification: Food Safety Certification"),
        ("attorney with contract law experience", "skill: contract law"),
        ("paralegal with e-discovery", "skill: e-discovery"),
        ("teacher, experience working with children", "skill: working with children"),
        ("therapist with DBT", "skill: dialectical behavior therapy"),
        ("phlebotomist, CPT or ASCP", "certification: CPT (phlebotomy) or MLS (ASCP)"),
        ("secretary, ideally speaks Welsh", "language: Welsh"),
        ("court reporter, RPR certified", "certification: RPR"),
        ("Oracle DBA with RAC", "skill: Oracle Database"),
        ("chaplain, board certified", "certification: Board Certified Chaplain"),
        ("CNC setter/operator", "title: CNC Machinist"),
        ("nurse in Devon", "location: Devon"),
        ("banker in Flushing NY", "location: Flushing, NY"),
        ("nurse Plano TX", "location: Plano"),
        ("Physio MSK with HCPC", "title: Physical Therapist"),
        ("Java backend lead, Spring Boot", "title: Backend Lead"),
        ("nurse in the West Midlands", "location: West Midlands"),
        ("Farm manager for an arable farm", "industry: agriculture"),
    ],
)
def test_a_name_of_a_trade_is_read_as_the_trade_means_it(text: str, wish: str) -> None:
    assert wish in asked(text)


@pytest.mark.parametrize(
    ("text", "unmeant"),
    [
        (
            "Senior Software Engineer - Routing Tiling\n\nRequirements\n- C++\n- Rust",
            "tile setting",
        ),
        ("software engineer, usability improvements in developer tools", "user research"),
        ("software engineer, bridge engineering and product stakeholders", "bridge engineering"),
        ("welder at $28-34/hr DOE", "design of experiments"),
        ("teacher, experience working with children", "youth work"),
    ],
)
def test_a_word_of_another_trade_names_no_skill(text: str, unmeant: str) -> None:
    assert f"skill: {unmeant}" not in asked(text)


def test_the_firm_that_says_whom_it_seeks_is_no_wish() -> None:
    assert asked("Acme Tools Ltd is looking for a plumber") == {"title: Plumber"}
    assert asked("ABC Pvt Ltd needs an accountant") == {"title: Accountant"}


def test_a_form_of_address_is_no_state() -> None:
    read = read_request("sous chef, Ms.")
    assert [c.kind for c in read.criteria] == ["title"]
    assert read.attributes == ("sex or gender",)
    assert "location: Jackson" in asked("nurse in Jackson, Ms.")


def test_the_head_of_a_list_is_no_wish() -> None:
    assert asked("kitchen: head chef and two sous chefs") == {"title: Head Chef or Sous Chef"}


def test_money_that_somebody_answered_for_is_a_preference() -> None:
    weights = {c.value: c.weight for c in read_request("CFO, 200M revenue").criteria}
    assert weights == {"Chief Financial Officer": "must", "200M revenue": "nice"}


def test_an_accredited_school_is_no_licence() -> None:
    asked_for = read_request("Master's from a CSWE-accredited program, social worker").criteria
    assert "certification" not in {c.kind for c in asked_for}


@pytest.mark.parametrize("text", ["Physician Assistant, PA", "Registered Nurse, BSN MS"])
def test_letters_behind_a_job_are_no_state(text: str) -> None:
    assert "location" not in {c.kind for c in read_request(text).criteria}


def test_a_field_of_a_posting_ends_with_its_paragraph() -> None:
    text = (
        "Job Title: Primary School Teacher\nSalary: MPS\n\nWe are a happy school.\n\n"
        "The successful candidate will have:\n- QTS\n- Welsh (desirable)\n"
    )
    weights = {str(c.value): c.weight for c in read_request(text).criteria}
    assert (weights["QTS"], weights["Welsh"]) == ("must", "nice")


@pytest.mark.parametrize(
    "said",
    [
        "willing to commute",
        "references",
        "live-in possible",
        "JD:",
        "Kindly share updated CV along with expected CTC",
        "Req 20418",
        "willing to travel",
        "3 days pw",
        "2 days onsite",
        "40 hrs",
        "FIFO 2/1",
        "2 school age kids",
        "police check",
    ],
)
def test_what_only_goes_with_a_request_is_no_wish(said: str) -> None:
    assert asked(f"plumber in Leeds.\n{said}") == {"title: Plumber", "location: Leeds"}


def test_an_added_advantage_is_nice_to_have() -> None:
    weights = {c.value: c.weight for c in read_request("chef, HACCP; SAP added advantage").criteria}
    assert (weights["HACCP"], weights["SAP"]) == ("must", "nice")


@pytest.mark.parametrize(
    "text", ["SAP, pref. HACCP", "SAP, pref HACCP", "HACCP pref., SAP", "SAP pref. with HACCP"]
)
def test_what_is_preferred_in_short_is_what_the_short_word_stands_beside(text: str) -> None:
    weights = {c.value: c.weight for c in read_request(text).criteria}
    assert weights == {"HACCP": "nice", "SAP": "must"}


@pytest.mark.parametrize(
    "text", ["waiter, must get on well with the chef", "waiter who gets along with the kitchen"]
)
def test_whom_somebody_gets_on_with_is_no_wish(text: str) -> None:
    assert asked(text) == {"title: Waiter"}


def test_a_skill_that_does_as_well_as_the_job_is_no_must() -> None:
    weights = {c.value: c.weight for c in read_request("pilot or flight operations").criteria}
    assert weights == {"Pilot": "must", "flight operations": "nice"}


def test_a_rank_refused_in_a_list_is_that_title() -> None:
    wishes = {(c.kind, c.value, c.weight) for c in read_request("nurse, ICU, no managers").criteria}
    assert ("title", "Manager", "avoid") in wishes


def test_working_towards_a_licence_softens_no_other_wish() -> None:
    said = "payroll clerk, CIPP qualified or working towards it and Sage"
    weights = {c.value: c.weight for c in read_request(said).criteria}
    assert weights == {"Payroll Clerk": "must", "CIPP": "nice", "Sage": "must"}


def test_a_home_for_which_offices_are_cleaned_is_where_one_works() -> None:
    weights = {
        c.value: c.weight for c in read_request("cleaner for offices in Manchester").criteria
    }
    assert weights == {"Cleaner": "must", "Manchester": "must"}


@pytest.mark.parametrize(
    "said", ["CIPS or studying", "CIPS or part-qualified", "CIPS or in progress"]
)
def test_a_licence_still_to_come_will_do(said: str) -> None:
    assert ("CIPS", "nice") in {
        (c.value, c.weight) for c in read_request(f"buyer, {said}").criteria
    }


def test_what_something_else_is_wanted_for_keeps_nobody_out() -> None:
    assert asked("developer with Java rather than Kotlin") == {
        "title: Software Developer",
        "skill: Java",
    }
    assert "title: Software Developer" in asked("Python rather than Java developer")
    assert asked("nurse rather than care assistant") == asked("nurse")


def test_what_does_not_suit_is_kept_out() -> None:
    wishes = read_request("social worker, students not suitable").criteria
    assert ("students", "avoid") in {(c.value, c.weight) for c in wishes}
    kitchen = read_request("chef; the kitchen is not suitable for wheelchairs").criteria
    assert ("kitchen", "avoid") not in {(c.value, c.weight) for c in kitchen}


@pytest.mark.parametrize(
    "text", ["chef for a kitchen with a team of over 20", "chef to join a house, with a team of 9+"]
)
def test_a_team_to_be_joined_asks_for_no_supervision(text: str) -> None:
    assert "skill: staff supervision" not in asked(text)


@pytest.mark.parametrize("talk", ["pronto", "lol", "haha", "danke", "hiya"])
def test_talk_beside_a_job_is_no_wish(talk: str) -> None:
    assert asked(f"welder, {talk}") == {"title: Welder"}


def test_the_parts_of_a_suite_are_no_words_of_their_own() -> None:
    wishes = asked("SAP consultant, FI and CO modules")
    assert wishes == {"title: SAP Consultant", "skill: SAP FICO"}


def test_those_who_need_not_apply_are_kept_out() -> None:
    wishes = read_request("nurse in Leeds. Contractors need not apply.").criteria
    assert ("Contractors", "avoid") in {(c.value, c.weight) for c in wishes}


def test_a_denial_reaches_to_the_end_of_its_list() -> None:
    wishes = read_request("accountant in Leeds, no auditors, bookkeepers or clerks").criteria
    refused = {c.value for c in wishes if c.weight == "avoid"}
    assert refused == {"Auditor", "Bookkeeper", "Office Clerk"}


def test_what_goes_with_a_must_may_be_a_preference() -> None:
    weights = {c.value: c.weight for c in read_request("Python with Django preferred").criteria}
    assert weights == {"Python": "must", "Django": "nice"}


def test_the_scheme_of_contractors_is_no_trait() -> None:
    assert not read_request("tiler needed, own tools, CIS").protected
    assert read_request("tiler, cis men only").protected
