"""A skill is met by its name, partly by what shows it, and never by words that stand apart."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence import judge
from tools.index.facts import facts_of
from tools.ingest.profile import build_candidate


def _person(text: str) -> Candidate:
    return build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))


def test_budget_forecast_and_variances_together_show_financial_planning() -> None:
    person = _person(
        "Jo Tarnfield\nAnalyst\nExperience\nAnalyst, Harrow Mills, 2015 to 2020\n"
        "Owned the budgeting cycle.\nForecasting of revenue.\nVariance analysis for the plants."
    )
    found = judge(person, Criterion("skill", "financial planning and analysis"))
    assert found.verdict == "partly"
    assert found.note == "shown by budgeting, forecasting, variance analysis together"
    assert len(found.evidence) == 3
    assert ("skill", "financial planning and analysis") in facts_of(person)


@pytest.mark.parametrize(
    ("text", "skill", "verdict"),
    [
        ("Billed Medicaid, Medicare and other carriers.", "Medicare and Medicaid", "met"),
        ("Billed Medicare.", "Medicare and Medicaid", "partly"),
        ("Adopted Scrum in two teams.", "agile", "met"),
        ("Kept the pipeline in Siebel CRM.", "CRM software", "met"),
        ("Drew the houses in AutoCAD.", "CAD", "met"),
        ("Posted goods in SAP MM.", "SAP", "met"),
        ("Charted in Cerner and Epic.", "electronic health records", "met"),
        ("Wrote pages in React.", "JavaScript", "partly"),
        ("Reconciled accounts payable.", "accounting", "partly"),
        ("Used SAP MM.", "SAP FICO", "unclear"),
        ("Led contract negotiations with clients.", "negotiation", "met"),
        ("Demand forecasting for the stores.", "forecasting", "met"),
        ("Coaching and mentoring of new clerks.", "mentoring", "met"),
        ("Led negotiations with clients.", "contract negotiation", "unclear"),
        ("Network address translation on routers.", "translation", "unclear"),
        ("A menu catering to customers with allergies.", "catering", "unclear"),
        ("Provided catering to local schools.", "catering", "met"),
        ("Sold Work Place as a Service Cloud Computing.", "Salesforce", "unclear"),
        ("Administered Sales Cloud, Service Cloud.", "Salesforce", "met"),
        ("Held BLS, ACLS and PALS on the ward.", "ACL", "unclear"),
        ("Consumer and real estate loan operations.", "consumer lending", "met"),
    ],
)
def test_a_kind_of_a_skill_shows_it_and_what_belongs_to_it_does_in_part(
    text: str, skill: str, verdict: str
) -> None:
    person = _person(f"Jo Tarnfield\nClerk\nExperience\nClerk, Harrow, 2015 to 2020\n{text}\n")
    assert judge(person, Criterion("skill", skill)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Mentored newly hired staff.", "recruiting"),
        ("Packets for new hired employees.", "recruiting"),
        ("Recruited new customers.", "recruiting"),
        ("Staffed trade shows to recruit and retain prospects.", "recruiting"),
        ("Kept CAD floor plans for electronic documentation.", "electronic health records"),
        ("Read electronic charts on the bridge of a ferry.", "electronic health records"),
        ("Met compliance requirements of a call interval.", "regulatory compliance"),
        ("Patrolled assigned territory.", "territory management"),
        ("Built a pipeline of ETL jobs in Spark.", "pipeline management"),
        ("Managed events in a JavaScript front end.", "event planning"),
        ("One of twenty trained volunteers.", "volunteer management"),
        ("Member of the bargaining unit.", "labor relations"),
        ("Sold student meal plans.", "nutrition counseling"),
        ("Wore gear to avoid injury.", "injury prevention"),
    ],
)
def test_words_that_are_said_of_other_things_too_meet_no_skill(text: str, skill: str) -> None:
    person = _person(f"Jo Tarnfield\nClerk\nExperience\nClerk, Harrow, 2015 to 2020\n{text}\n")
    assert judge(person, Criterion("skill", skill)).verdict != "met"


def test_a_degree_in_international_business_is_no_selling_abroad() -> None:
    person = _person("Jo Tarnfield\nClerk\nEducation\nBA International Business, Harrow, 2004\n")
    assert judge(person, Criterion("skill", "international sales")).verdict == "unclear"


def test_budgeting_alone_shows_no_financial_planning() -> None:
    person = _person("Jo Tarnfield\nAnalyst\nOwned the budgeting cycle and forecasting of revenue.")
    found = judge(person, Criterion("skill", "financial planning and analysis"))
    assert found.verdict == "unclear"


def test_words_of_a_skill_that_stand_far_apart_prove_nothing() -> None:
    person = _person(
        "Jo Tarnfield\nBuyer\nReported the financial results of each quarter to the owners and kept"
        " the books for them, later wrote a plan for expansion projects with an analysis of rents."
    )
    found = judge(person, Criterion("skill", "financial planning and analysis"))
    assert found.verdict == "unclear"


def test_words_that_name_a_skill_in_one_phrase_count_wherever_they_also_stand_nearer() -> None:
    person = _person(
        "Jo Tarnfield\nFundraiser\nKept records, planned giving, and events.\n"
        "Experience in planning, promoting, and facilitating events."
    )
    found = judge(person, Criterion("skill", "event planning"))
    assert (found.verdict, found.note) == ("partly", "in other words")


def test_a_skill_is_looked_for_in_the_words_of_the_recruiter_too() -> None:
    person = _person("Jo Tarnfield\nTeacher\nWrote many reading syllabi, and notes.")
    named = judge(person, Criterion("skill", "curriculum development"))
    said = judge(person, Criterion("skill", "curriculum development", said="reading syllabi"))
    assert (named.verdict, said.verdict) == ("unclear", "met")


def test_whoever_is_called_after_a_skill_does_it() -> None:
    jobs = (
        "Experience\nHead Basketball Coach, Harrow School, 2015 to 2020\nTook them to the finals."
    )
    coach = judge(_person(f"Jo Tarnfield\n{jobs}"), Criterion("skill", "coaching"))
    hired = _person("Jo Tarnfield\nOffice Manager\nHired the new coaches.")
    assert coach.verdict == "met"
    assert judge(hired, Criterion("skill", "coaching")).verdict == "partly"


def test_what_a_resume_says_twice_is_quoted_once() -> None:
    line = "Ran the payroll of forty people."
    person = _person(f"Jo Tarnfield\nClerk\n{line}\nOrdered supplies.\n{line}")
    found = judge(person, Criterion("skill", "payroll"))
    assert [quote.quote for quote in found.evidence] == [line]


def test_a_post_surgical_ward_partly_shows_medical_surgical_nursing() -> None:
    person = _person("Jo Tarnfield\nNurse\nCared for twelve patients on a post-surgical unit.")
    found = judge(person, Criterion("skill", "medical-surgical nursing"))
    assert (found.verdict, found.note) == ("partly", "shown by post-surgical nursing")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Turnover of the Brazil branch fell by R$ 19 million.", "R"),
        ("Wrote the paperwork that has to go with it, ready to go live.", "Go"),
        ("Helped the fourth grade with the C.R.C.T. exam in Washington D.C.", "C"),
        ("Went back and forth between client and maker.", "Go"),
        ("Wrote the front end in Java Script.", "Java"),
        ("Lines that excel in speed.", "Excel"),
        ("Sous Chef of a hotel.", "Chef"),
        ("Kept the TMS of the client happy.", "TMS"),
    ],
)
def test_an_everyday_word_shows_no_skill_of_that_name(text: str, skill: str) -> None:
    person = _person(f"Jo Tarnfield\nClerk\nClerk, Harrow Mills, 2015 to 2020\n{text}")
    assert judge(person, Criterion("skill", skill)).verdict == "unclear"
    avoided = Criterion("skill", skill, weight="avoid", said=skill.casefold())
    assert judge(person, avoided).verdict == "unclear"


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Kept Oracle and Linux boxes; moved half of them to AWS last year.", "AWS"),
        ("Strong in Python, R and SQL.", "R"),
        ("Wrote the scheduler in Go.", "Go"),
        ("Wrote the front end in Java Script.", "JavaScript"),
    ],
)
def test_a_skill_is_met_where_its_context_means_it(text: str, skill: str) -> None:
    person = _person(f"Jo Tarnfield\nEngineer\nEngineer, Harrow Mills, 2015 to 2020\n{text}")
    assert judge(person, Criterion("skill", skill)).verdict == "met"


def test_java_script_makes_no_java_developer_of_a_software_engineer() -> None:
    person = _person(
        "Jo Tarnfield\nSoftware Engineer\nExperience\n"
        "Software Engineer, Harrow Mills, 2015 to 2020\nWrote pages in Java Script."
    )
    assert judge(person, Criterion("title", "Java Developer")).verdict == "partly"


def test_years_of_a_skill_are_not_stated_by_its_letters_in_other_words() -> None:
    person = _person("Jo Tarnfield\nScientist\n9 years of experience in R&D and product launches.")
    assert judge(person, Criterion("min_years", 5, subject="R")).verdict == "unclear"


@pytest.mark.parametrize(
    ("text", "skill", "verdict"),
    [
        ("Ran twelve clusters on AKS.", "Kubernetes", "partly"),
        ("Moved the shop to Amazon EKS.", "Kubernetes", "partly"),
        ("Coached agents on difficult calls.", "coaching", "met"),
        ("Negotiates with glass shops daily.", "negotiation", "met"),
        ("Mentored two apprentices.", "mentoring", "met"),
        ("Trained all staff in hygiene.", "employee training", "met"),
        ("Cake decorator of a wedding shop.", "cake decorating", "met"),
        ("Firm grasp of the Associated Press Stylebook.", "AP style", "met"),
        ("Ran the cardiac rehab of the ward.", "rehabilitation", "met"),
    ],
)
def test_a_skill_is_shown_by_its_deed_and_by_what_runs_on_it(
    text: str, skill: str, verdict: str
) -> None:
    person = _person(f"Jo Tarnfield\nClerk\nClerk, Harrow Mills, 2015 to 2020\n{text}")
    assert judge(person, Criterion("skill", skill)).verdict == verdict


@pytest.mark.parametrize(
    ("skill", "told"),
    [
        ("financial analysis", "Analyzed financial statements of borrowers."),
        ("requirements gathering", "Gathered rules and requirements from the risk team."),
    ],
)
def test_a_deed_told_by_another_name_of_a_skill_shows_it_in_part(skill: str, told: str) -> None:
    found = judge(_person(f"Jo Tarnfield\nPlanner\n{told}"), Criterion("skill", skill))
    assert found.verdict in ("partly", "met")
    assert found.quote


@pytest.mark.parametrize(
    ("skill", "told"),
    [
        ("shift scheduling", "Took part in on-call scheduling and weekly conferences."),
        ("labor relations", "Tracked temporary and contract to hire labor."),
        ("risk management", "A focus on solid internal controls and risks."),
        ("channel sales", "Ran brand strategies through client social channels."),
        ("event planning", "Managed the kitchen. Events were held by others."),
        ("B2B sales", "Kept the business sales ledger."),
        ("event planning", "Kept events-organized lists."),
        ("change management", "Proposed changes of initiatives."),
        ("customer account maintenance", "Answered questions and kept accounts of customers."),
        ("service recovery", "Measured delivery of services, Services quality."),
        ("ERP systems", "Implementing record-keeping systems."),
        ("service level agreements", "Kept a high level of service."),
        ("staff supervision", "Member of the management staff and team lead."),
        ("control systems", "Engineering - Cost Control"),
    ],
)
def test_words_of_another_name_that_are_no_deed_show_nothing(skill: str, told: str) -> None:
    found = judge(_person(f"Jo Tarnfield\nPlanner\n{told}"), Criterion("skill", skill))
    assert found.verdict == "unclear"


def test_each_of_two_skills_joined_in_one_name_is_shown() -> None:
    joined = _person("Jo Tarnfield\nEngineer\nProduct Design and Development of pumps.")
    longer = _person("Jo Tarnfield\nEngineer\nProduct Design Specification of pumps.")
    assert judge(joined, Criterion("skill", "product design")).verdict == "met"
    assert judge(joined, Criterion("skill", "product development")).verdict == "met"
    assert judge(longer, Criterion("skill", "product development")).verdict == "unclear"


def test_a_card_to_pay_by_is_no_lending_to_firms() -> None:
    card = _person("Jo Tarnfield\nAnalyst\nOptimized the use of commercial credit cards.")
    loan = _person("Jo Tarnfield\nAnalyst\nReviewed commercial credit of dairies.")
    assert judge(card, Criterion("skill", "commercial lending")).verdict == "unclear"
    assert judge(loan, Criterion("skill", "commercial lending")).verdict == "met"


def test_a_noun_is_said_by_its_verb_where_no_ending_leads_to_it() -> None:
    person = _person("Jo Tarnfield\nMechanic\nAutomotive diagnosis and repair of vans.")
    assert judge(person, Criterion("text", "diagnostics")).verdict == "met"
    assert judge(person, Criterion("text", "dialysis")).verdict == "unclear"


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("pump inspection", "Inspected pumps of every kind."),
        ("contract negotiation", "Negotiated contracts with growers."),
        ("complaint resolution", "Resolved complaints of guests."),
        ("equipment maintenance", "Maintained equipment of two mills."),
        ("pump inspection", "Inspected and repaired pumps daily."),
        ("customer complaint resolution", "Resolving customer complaints by phone."),
    ],
)
def test_a_noun_in_ion_is_said_by_its_deed(wanted: str, told: str) -> None:
    found = judge(_person(f"Jo Tarnfield\nPlanner\n{told}"), Criterion("text", wanted))
    assert found.verdict == "met"


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("employee relations", "Filed papers on employee related topics."),
        ("theatre operations", "Kept the operating theatre clean."),
        ("succession planning", "Had success in planning."),
        ("production planning", "Planned products."),
        ("grower association", "Was an associate of a grower."),
        ("event promotion", "Promoted to events lead in 2019."),
        ("promotions", "Was promoted to manager."),
        ("radiation", "Replaced radiators."),
        ("traction control", "Tractor control."),
        ("aviation", "Aviator sunglasses."),
        ("petition drafting", "Petit drafting."),
        ("debt collection", "Collected data on debt."),
        ("education", "Educated at Yale."),
        ("motivation", "Highly motivated self starter."),
        ("decoration", "Decorated veteran."),
        ("incorporation", "Stark Incorporated"),
        ("model selection", "Selected as a model."),
        ("customer acquisition", "Customers acquired by a rival."),
        ("HVAC maintenance", "Maintained HVAC logs."),
        ("high resolution imaging", "Resolved high imaging costs."),
        ("staff retention", "Retained a lawyer for staff."),
        ("price reduction", "Prices reduced by others."),
        ("maintenance", "Maintained a calm voice."),
    ],
)
def test_a_word_that_only_begins_like_a_noun_in_ion_is_another(wanted: str, told: str) -> None:
    found = judge(_person(f"Jo Tarnfield\nPlanner\n{told}"), Criterion("text", wanted))
    assert found.verdict != "met"


def test_a_narrower_skill_that_says_the_wish_in_its_name_meets_it() -> None:
    person = _person("Jo Tarnfield\nAccountant\nClosed the books in SAP FICO.")
    assert judge(person, Criterion("skill", "SAP")).verdict == "met"
    assert judge(person, Criterion("skill", "accounting")).verdict != "met"


def test_words_of_a_wish_that_stand_far_apart_in_a_sentence_meet_it_in_part() -> None:
    far = "Classroom upkeep, forms for all data, the payroll, its schedule and other activities."
    found = judge(_person(f"Jo Tarnfield\nAide\n{far}"), Criterion("text", "classroom activities"))
    near = judge(
        _person("Jo Tarnfield\nAide\nLed activities in the classroom."),
        Criterion("text", "classroom activities"),
    )
    assert (found.verdict, near.verdict) == ("partly", "met")
