"""Words that two names share, millions, and degrees by their field are read as they are meant."""

from __future__ import annotations

import pytest

from tools.criteria import Criterion, Kind
from tools.request import read_request


def wishes(text: str, kind: Kind) -> list[Criterion]:
    return [c for c in read_request(text).criteria if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "victim or domestic violence advocate, shelters",
            ("Victim Advocate", "Domestic Violence Advocate"),
        ),
        ("farm or agricultural manager, irrigation", ("Farm Manager", "Agricultural Manager")),
        (
            "help desk or desktop support technician",
            ("Help Desk Technician", "Desktop Support Technician"),
        ),
        ("chef or kitchen manager", ("Chef", "Kitchen Manager")),
        ("medical biller / coder, CPT", ("Medical Biller", "Medical Coder")),
        (
            "call center team lead or supervisor, escalations",
            ("Call Center Team Lead", "Call Center Supervisor"),
        ),
        ("sales manager or director in Boston", ("Sales Manager", "Sales Director")),
        ("pastry chef or baker - hotel", ("Pastry Chef", "Baker")),
        ("CNA or home health aide", ("Certified Nursing Assistant", "Home Health Aide")),
    ],
)
def test_titles_that_share_a_word_are_both_asked_for(text: str, titles: tuple[str, ...]) -> None:
    (wish,) = wishes(text, "title")
    assert wish.values == titles


def test_a_choice_of_tools_before_a_title_stays_one_of_tools() -> None:
    text = "Python or Go developers"
    assert [c.values for c in wishes(text, "skill")] == [("Python", "Go")]
    assert [c.values for c in wishes(text, "title")] == [("Software Developer",)]


def test_a_skill_that_runs_into_a_title_leaves_the_title() -> None:
    (wish,) = wishes("insurance claims adjuster, licensed, Xactimate", "title")
    assert wish.value == "Claims Adjuster"


@pytest.mark.parametrize("sum_named", ["$200M", "$1.5 billion", "€40 million", "$12,500,000"])
def test_a_sentence_that_names_millions_is_a_duty_and_not_the_pay(sum_named: str) -> None:
    text = f"Job description: Finance Manager. Lead a yearly budget of {sum_named}, budgeting too."
    assert "budgeting" in [c.value for c in wishes(text, "skill")]


@pytest.mark.parametrize("pay", ["$90,000", "$45 an hour", "€60k"])
def test_a_sentence_that_names_the_pay_asks_for_nothing(pay: str) -> None:
    text = f"Job description: Finance Manager. We budget {pay} for budgeting. Requirements: CPA."
    assert wishes(text, "skill") == []


@pytest.mark.parametrize(
    ("text", "level", "field"),
    [
        ("executive chef with a culinary degree", "associate", "culinary"),
        ("process engineer with an engineering degree", "bachelor", "engineering"),
        ("analyst with a relevant degree", "bachelor", ""),
    ],
)
def test_a_degree_named_by_its_field_is_one_in_that_field(
    text: str, level: str, field: str
) -> None:
    (wish,) = wishes(text, "education")
    assert (wish.value, wish.subject) == (level, field)


def test_a_short_description_means_the_names_it_says_as_a_typed_request_does() -> None:
    text = (
        "Job description: Finance Manager. Prepare quarterly forecasts. Requirements: 7+ years in "
        "finance, of which 3 in FP&A; ERP (SAP, Oracle or Hyperion). Preferred: CPA."
    )
    found = {c.values for c in wishes(text, "skill")}
    assert {("forecasting",), ("SAP", "Oracle ERP", "Hyperion")} <= found
    assert ("financial planning and analysis",) in found


def test_a_long_posting_must_show_what_its_words_name() -> None:
    text = (
        "Job description: Software Engineer\nRequirements:\n- Python\n- we ship to production\n"
        + "- you enjoy the work with us and with many others in the office every day\n" * 14
    )
    assert ("shipping and receiving",) not in {c.values for c in wishes(text, "skill")}


def test_bank_accounts_are_no_industry() -> None:
    assert wishes("accountant who reconciles bank accounts", "industry") == []
    assert [c.value for c in wishes("accountant from banks", "industry")] == ["banking"]


def test_what_is_required_is_not_wished_for_again() -> None:
    text = (
        "Job description: Director of Business Development. Lead the team. "
        "Requirements: 7+ years in business development or enterprise sales, CRM."
    )
    asked = [c.values for c in wishes(text, "skill") if "business development" in c.values]
    assert asked == [("business development", "enterprise sales")]


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        (
            "medical device or pharmaceutical sales",
            [("medical device sales", "pharmaceutical sales")],
        ),
        ("employee and labor relations", [("employee relations",), ("labor relations",)]),
        ("Python and data engineering", [("Python",), ("data engineering",)]),
    ],
)
def test_skills_that_share_their_last_word_are_both_asked_for(
    text: str, skills: list[tuple[str, ...]]
) -> None:
    assert [c.values for c in wishes(text, "skill")] == skills


def test_a_program_beside_a_job_is_the_job_it_also_names() -> None:
    (wish,) = wishes("graphic designer or illustrator, branding", "title")
    assert wish.values == ("Graphic Designer", "Illustrator")


def test_a_series_named_once_names_each_of_its_licences() -> None:
    assert [c.values for c in wishes("personal banker, Series 6 or 63", "certification")] == [
        ("Series 6", "Series 63")
    ]


def test_the_trade_behind_a_postings_title_belongs_to_it() -> None:
    text = "Job description: Project Manager, commercial construction. Requirements: Procore."
    (wish,) = wishes(text, "title")
    assert wish.value == "Construction Project Manager"
    assert wishes(text, "text") == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("bachelor's in marketing or business", "marketing or business"),
        ("bachelor's degree in accounting, or finance", "accounting or finance"),
        ("degree in physics or a related field", "physics"),
        ("analyst, finance or accounting degree", "finance or accounting"),
        ("case manager, social work or human services degree", "social work or human services"),
        ("coach, history, math or english degree", "history or math or english"),
        ("analyst, budgeting, accounting degree", "accounting"),
        ("designer with a degree in interior design", "interior design"),
        ("nurse manager, MSN, Epic", ""),
        ("marketing manager, MBA, Nielsen data", ""),
    ],
)
def test_a_degree_keeps_every_field_that_will_do_and_no_more(text: str, field: str) -> None:
    (wish,) = wishes(text, "education")
    assert wish.subject == field
    assert not {"business", "finance", "field"} & {str(c.value) for c in wishes(text, "text")}


def test_a_list_behind_a_choice_begins_a_choice_of_its_own() -> None:
    text = "cold calling or lead generation, HubSpot or Salesforce"
    assert [c.values for c in wishes(text, "skill")] == [
        ("cold calling", "lead generation"),
        ("HubSpot", "Salesforce"),
    ]


def test_a_british_licence_is_the_license() -> None:
    assert [c.value for c in wishes("nurse with an RN licence", "certification")] == ["RN"]


def test_both_jobs_of_a_heading_are_asked_for() -> None:
    text = "Job description: Civil/Structural Engineer. Requirements: degree, 3+ years, ETABS."
    (wish,) = wishes(text, "title")
    assert wish.values == ("Civil Engineer", "Structural Engineer")
    assert wishes(text, "text") == []


def test_nobody_has_to_live_where_the_firm_buys() -> None:
    text = "Job description: Buyer. Place orders with factories in Asia. Requirements: Excel."
    assert [c.weight for c in wishes(text, "location")] == ["nice"]
    assert [c.weight for c in wishes("buyers in Berlin", "location")] == ["must"]


@pytest.mark.parametrize(
    ("duty", "skill"),
    [
        ("Run compensation and labor relations.", "labor relations"),
        ("Plan holiday events and catering.", "catering"),
    ],
)
def test_a_duty_that_shares_a_word_with_the_pay_is_read(duty: str, skill: str) -> None:
    text = f"Job description: Director. {duty} Requirements: 5+ years."
    assert skill in [c.value for c in wishes(text, "skill")]


def test_what_a_firm_offers_asks_for_nothing() -> None:
    text = "Job description: Chef. We have catering, competitive compensation. Requirements: HACCP."
    assert "catering" not in [c.value for c in wishes(text, "skill")]


def test_a_short_description_keeps_each_duty_it_says() -> None:
    text = (
        "Job description: Digital Marketing Manager. Own SEO, SEM, Google Ads, email marketing, "
        "budgets, copywriting, CRM software and web analytics. Requirements: 4+ years."
    )
    assert {"web analytics", "copywriting"} <= {str(c.value) for c in wishes(text, "skill")}


def test_only_things_of_one_field_are_items_of_a_choice() -> None:
    text = "senior auditor, SOX, manufacturing or retail clients"
    assert [c.values for c in wishes(text, "skill")] == [("SOX",)]
    assert [c.values for c in wishes(text, "industry")] == [("manufacturing", "retail")]
    assert [c.values for c in wishes("coder with Python, Java or Go", "skill")] == [
        ("Python", "Java", "Go")
    ]
    assert [c.values for c in wishes("controller, accounting, NetSuite or SAP", "skill")] == [
        ("accounting",),
        ("NetSuite", "SAP"),
    ]


def test_a_head_of_sales_is_found_in_a_long_request() -> None:
    text = (
        "head of sales for enterprise software, 10+ years, who has built a team from scratch there"
    )
    assert [c.value for c in wishes(f"{text} and again", "title")] == ["Head of Sales"]


def test_a_formality_takes_nothing_else_of_its_sentence_with_it() -> None:
    text = (
        "Job description: Ramp Supervisor. Lead crews. Requirements: 2+ years of airport "
        "operations, forklift operation, ability to pass a background check."
    )
    found = {c.kind: c.value for c in read_request(text).criteria if c.weight == "must"}
    assert found["min_years"] == 2
    assert [c.value for c in wishes(text, "skill")].count("background checks") == 0
    assert "forklift operation" in [c.value for c in wishes(text, "skill")]


def test_a_budget_is_not_the_pay() -> None:
    text = "Job description: Event Planner. Plan trade shows on a $500K budget. Requirements: CPR."
    assert "trade shows" in [c.value for c in wishes(text, "skill")]


def test_a_comma_within_a_number_ends_nothing() -> None:
    assert [c.value for c in wishes("nurse with 3,000 hours, ICU", "text")] == ["3,000 hours"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("devops engineer k8s terraform aws", {"Kubernetes", "Terraform", "AWS"}),
        ("java spring kafka aws", {"Java", "Spring Framework", "Kafka", "AWS"}),
        ("react typescript node developer", {"React", "TypeScript", "Node.js"}),
        ("python go getter", set()),
        ("cook excel at teamwork", {"teamwork"}),
    ],
)
def test_an_everyday_word_in_a_row_of_tools_is_a_tool(text: str, named: set[str]) -> None:
    skills = {str(c.value) for c in read_request(text).criteria if c.kind == "skill"}
    assert skills == named
