"""Titles of every trade are found, named one way and compared the same in both directions."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.vocabulary.titles import (
    canonical_title,
    find_titles,
    held_similarity,
    is_generic,
    jobs_in,
    occupation_of,
    seniority,
    title_similarity,
)
from tools.vocabulary.titles_table import occupations, title_table

FOUND = [
    ("data scientists in Berlin", "Data Scientist", "data scientists"),
    ("Trilingual PA, English French and Italian", "Personal Assistant", "Trilingual PA"),
    ("Senior Registered Nurse", "Registered Nurse", "Senior Registered Nurse"),
    ("Lead Electrician at a plant", "Electrician", "Lead Electrician"),
    ("need 3 line cooks", "Line Cook", "line cooks"),
    ("RNs near Boston", "Registered Nurse", "RNs"),
    ("two sous chefs", "Sous Chef", "sous chefs"),
    ("cook in Berlin", "Cook", "cook"),
    ("We need a driver", "Driver", "driver"),
    ("Director, Business Development", "Director of Business Development", None),
    ("Manager of Digital Marketing", "Digital Marketing Manager", None),
    ("Krankenpfleger gesucht", "Registered Nurse", "Krankenpfleger"),
    ("infirmières", "Registered Nurse", "infirmières"),
    ("cocinero", "Cook", "cocinero"),
    ("Softwareentwickler", "Software Engineer", "Softwareentwickler"),
    ("RN with ICU experience", "Registered Nurse", "RN"),
    ("Sr. SWE", "Software Engineer", "Sr. SWE"),
    ("find me an HRBP", "HR Business Partner", "HRBP"),
    ("Accountant III", "Accountant", "Accountant III"),
    ("Vice President of Sales", "VP of Sales", None),
    ("business development people", "Business Development", "business development"),
]
NOT_FOUND = [
    "cook meals and serve guests",
    "Server administration and backups",
    "model training on GPUs",
    "Driver license class B",
    "client/server architecture",
    "a good role model for children",
    "host files on the web",
    "Skills\n"
    + "SQL, Servers, Linux, Illustrator, Photoshop, Controller, Excel, "
    + "budgets, " * 5,
    "",
    "看護師",
    "ممرضة",
]


@pytest.mark.parametrize(("text", "name", "surface"), FOUND)
def test_a_title_is_found_with_its_words(text: str, name: str, surface: str | None) -> None:
    mentions = find_titles(text)
    assert name in [mention.name for mention in mentions]
    mention = next(one for one in mentions if one.name == name)
    assert text[mention.start : mention.end] == (surface or text)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_everyday_words_are_no_titles(text: str) -> None:
    assert find_titles(text) == []


def test_a_slash_separates_two_jobs() -> None:
    names = [mention.name for mention in find_titles("Sales Associate/Cashier")]
    assert names == ["Sales Associate", "Cashier"]


@pytest.mark.parametrize(
    ("phrase", "occupation"),
    [
        ("Sushi Cook", "cook"),
        ("CASE MANAGER/OUTREACH ADVOCATE", "case-manager"),
        ("Bilingual Registered Nurse (ICU)", "registered-nurse"),
        ("gibberish blorb", None),
    ],
)
def test_the_occupation_comes_from_the_telling_words(phrase: str, occupation: str | None) -> None:
    assert occupation_of(phrase) == occupation


@pytest.mark.parametrize(
    ("phrase", "level"),
    [
        ("Senior Accountant", "senior"),
        ("Account Manager", None),
        ("Executive Chef", "director"),
        ("VP of Sales", "executive"),
        ("IT Manager", "manager"),
        ("Nursing Intern", "intern"),
        ("Head of Unicorns", "director"),
        ("Chief Happiness Officer", "executive"),
        ("Staff Nurse", None),
        ("Lead Teacher", "lead"),
        ("Auszubildender Koch", "intern"),
        ("Senior Project Manager", "manager"),
        ("Branch Manager II", "manager"),
        ("Branch Manager Trainee", "intern"),
    ],
)
def test_seniority(phrase: str, level: str | None) -> None:
    assert seniority(phrase) == level


def test_spellings_share_one_name() -> None:
    assert canonical_title("RNs") == canonical_title("registered nurse") == "Registered Nurse"
    assert canonical_title("sr. software developer") == "Software Engineer"
    assert canonical_title("no such thing") is None


@pytest.mark.parametrize(
    ("one", "two", "low", "high"),
    [
        ("nurse", "RN", 1.0, 1.0),
        ("data scientist", "Data Scientists", 1.0, 1.0),
        ("executive chef", "sous chef", 0.65, 0.75),
        ("HR manager", "HRBP", 0.8, 0.9),
        ("line cook", "cook", 0.85, 0.95),
        ("recruiter", "HR generalist", 0.45, 0.55),
        ("registered nurse", "electrician", 0.0, 0.0),
        ("underwater basket braider", "basket braider", 0.7, 0.9),
        ("Accountant Intern", "Senior Accountant", 0.75, 0.95),
    ],
)
def test_similarity(one: str, two: str, low: float, high: float) -> None:
    assert low <= title_similarity(one, two) <= high
    assert title_similarity(one, two) == title_similarity(two, one)


HIRED_FROM = [
    ("Aircraft Mechanic", "Aviation Electronics Technician"),
    ("Victim Advocate", "Domestic Violence Counselor Advocate"),
    ("Victim Advocate", "Sexual Assault Response Coordinator"),
    ("Systems Administrator", "IT Specialist"),
    ("Systems Administrator", "Infrastructure Team Lead"),
    ("Call Center Operations Manager", "Director of Operations, BPO"),
    ("Call Center Manager", "Customer Service Operations Manager"),
    ("Financial Analyst", "FP&A Manager"),
    ("Store Manager", "Softlines Manager"),
    ("Pharmaceutical Sales Representative", "Professional Healthcare Representative"),
    ("Controller", "Accounting Manager"),
    ("SAP Consultant", "Director, SAP Center of Excellence"),
    ("Social Media Manager", "Digital Strategist"),
    ("Publicist", "Communications Director"),
    ("Construction Project Manager", "Superintendent"),
    ("Registered Nurse", "MICU RN"),
    ("Visual Arts Teacher", "Elementary Art Instructor"),
    ("UX/UI Designer", "Web/Graphic Designer"),
    ("Museum Registrar", "Preparator"),
    ("Auto Service Manager", "Service Advisor"),
]
OTHER_TRADES = [
    ("Victim Advocate", "Patient Advocate"),
    ("Victim Advocate", "Customer Service Advocate"),
    ("Auto Service Manager", "Claims Service Manager"),
    ("Service Advisor", "Licensed Service Advisor"),
    ("Museum Registrar", "Hospital Registrar"),
    ("Museum Educator", "Special Education Teacher"),
    ("Graphic Designer", "Jewelry Designer"),
    ("Registered Nurse", "Pre-Nursing Student"),
]


@pytest.mark.parametrize(("wanted", "held"), HIRED_FROM)
def test_trades_that_are_hired_from_alike_are_kin(wanted: str, held: str) -> None:
    assert held_similarity(wanted, held) >= 0.6


@pytest.mark.parametrize(("wanted", "held"), OTHER_TRADES)
def test_a_shared_head_noun_makes_no_trades_kin(wanted: str, held: str) -> None:
    assert held_similarity(wanted, held) < 0.45


def test_a_rank_alone_is_nothing_to_share() -> None:
    assert title_similarity("Service Advisor", "Advisor") < 0.6
    assert title_similarity("Falconry Coordinator", "Origami Coordinator") < 0.45
    assert title_similarity("Falconry Coordinator", "Falconry Officer") > 0.45


def test_the_tables_are_whole() -> None:
    trades = occupations()
    titles = {hit.title for hit in title_table().hits.values()}
    assert len(trades) >= 170
    assert len(titles) >= 900
    assert {title.occupation for title in titles} == set(trades)
    for name, occupation in trades.items():
        for other, weight in occupation.related.items():
            assert 0 < weight < 1
            assert trades[other].related[name] == weight


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for mention in find_titles(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert canonical_title(mention.name) is not None


@given(st.text(max_size=40), st.text(max_size=40))
def test_similarity_is_bounded_and_symmetric(one: str, two: str) -> None:
    assert 0.0 <= title_similarity(one, two) <= 1.0
    assert title_similarity(one, two) == title_similarity(two, one)


@given(st.lists(st.sampled_from([text for text, _, _ in FOUND]), max_size=5))
def test_mentions_keep_order_and_never_overlap(texts: list[str]) -> None:
    mentions = find_titles("\n".join(texts))
    for left, right in itertools.pairwise(mentions):
        assert left.end <= right.start


def test_a_title_that_joins_two_jobs_holds_either() -> None:
    held = "Business Development Specialist/Branch Manager"
    assert held_similarity("Branch Manager", held) == 1.0
    assert held_similarity("Bartender", "Server / Bartender") == 1.0
    assert held_similarity("Head Chef", "Teacher, Graphic Designer") < 0.3


def test_a_known_title_with_a_comma_is_one_job() -> None:
    assert jobs_in("Director, Marketing") == ("Director, Marketing",)


def test_a_rank_without_a_trade_is_generic() -> None:
    assert is_generic("Manager")
    assert is_generic("Senior Director")
    assert not is_generic("Branch Manager")


def test_a_rank_alone_does_not_meet_an_unknown_trade_of_that_rank() -> None:
    assert title_similarity("SAP functional consultant", "Consultant") < 0.6
    assert title_similarity("Drone wrangler", "Senior drone wrangler") >= 0.8


@pytest.mark.parametrize(
    ("phrase", "jobs"),
    [
        ("HR & Safety Manager", ("HR Manager", "Safety Manager")),
        ("PR & Social Media Manager", ("PR Manager", "Social Media Manager")),
        ("Owner / Chef", ("Chef",)),
    ],
)
def test_jobs_that_share_their_last_word_are_each_told(phrase: str, jobs: tuple[str, ...]) -> None:
    assert jobs_in(phrase) == (phrase, *jobs)


@pytest.mark.parametrize(
    ("feminine", "title"),
    [
        ("Électricienne", "Electrician"),
        ("Soudeuse", "Welder"),
        ("Plombière", "Plumber"),
        ("Mécanicienne", "Mechanic"),
        ("Ingénieure", "Engineer"),
        ("Schweißerin", "Welder"),
    ],
)
def test_a_feminine_form_is_the_same_job(feminine: str, title: str) -> None:
    assert canonical_title(feminine) == title


def test_who_guards_a_network_is_told_from_who_trades_securities() -> None:
    guards, trades = canonical_title("security analysts"), canonical_title("Securities Analyst")
    assert (guards, trades) == ("Security Analyst", "Securities Analyst")
    assert occupation_of("Security Analyst") != occupation_of("Securities Analyst")


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("wind turbine tech", "Wind Turbine Technician"),
        ("Elevator Tech", "Elevator Technician"),
        ("tech lead", "Tech Lead"),
        ("groundworker", "Groundworker"),
        ("ship's cook", "Ship's Cook"),
        ("paediatric OT", "Occupational Therapist"),
        ("tech", None),
    ],
)
def test_a_technician_is_called_a_tech_and_other_short_names(
    phrase: str, title: str | None
) -> None:
    assert canonical_title(phrase) == title
