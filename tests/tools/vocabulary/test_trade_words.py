"""An everyday word names a skill beside the trade that means it so, and none beside another."""

from __future__ import annotations

import pytest

from tools.request import read_request
from tools.vocabulary.skills import canonical_skill, find_skills
from tools.vocabulary.tables import parts, read_folder, read_rows


def asked(text: str) -> set[str]:
    return {v for c in read_request(text).criteria if c.kind == "skill" for v in c.values}


def found(text: str) -> set[str]:
    return {mention.name for mention in find_skills(text)}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("plumber who clears drainage and sewer lines", "drain cleaning"),
        ("civil engineer, storm drainage", "stormwater management"),
        ("van driver for deliveries in Hull", "delivery driving"),
        ("garment technologist with fashion sketching", "fashion design"),
        ("truck driver who knows DOT", "DOT compliance"),
        ("DBA with Oracle and SQL Server", "Oracle Database"),
        ("controller, NetSuite or Oracle", "Oracle ERP"),
        ("Java developer with Oracle", "Oracle Database"),
        ("hotel sales manager, Delphi", "Amadeus Delphi"),
        ("Delphi developer in Riga", "Delphi"),
        ("mechanical drafter, drafting in AutoCAD", "drafting"),
        ("paralegal for drafting and filing", "legal writing"),
        ("line cook, plating", "plating"),
        ("graphic designer for packaging", "packaging design"),
        ("RN with ER experience at a hospital", "emergency care"),
        ("machine operator, packaging", "packing"),
        ("medical office manager, coding and billing", "medical coding"),
        ("Python developer, coding", "computer programming"),
        ("civil engineer with grading experience", "site grading"),
        ("teacher, grading and lesson plans", "grading"),
        ("electrician for transformers", "transformers"),
        ("machine learning engineer with transformers", "transformer models"),
        ("security guard, CCTV", "surveillance"),
        ("alarm technician, CCTV", "CCTV installation"),
        ("farm hand for planting", "crop production"),
        ("museum registrar who tracks loans", "museum collections"),
        ("bank clerk for loans", "lending"),
        ("game artist with Maya, Unity and AR", "augmented reality"),
        ("bookkeeper, AR and payroll", "accounts receivable"),
        ("surveyor, drones and drafting", "drafting"),
        ("supply chain planner, replenishment", "inventory management"),
        ("night crew clerk, stocking", "stocking shelves"),
    ],
)
def test_a_word_names_the_skill_of_the_trade_beside_it(text: str, skill: str) -> None:
    assert skill in asked(text)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("superintendent for concrete and drainage", "drain cleaning"),
        ("chef who checks deliveries", "delivery driving"),
        ("store manager with a fashion brand background", "fashion design"),
        ("road designer who knows DOT standards", "DOT compliance"),
        ("support lead who writes macros in Zendesk", "Excel macros"),
        ("warehouse supervisor of pickers and loaders", "heavy equipment operation"),
        ("paralegal who prepares exhibits", "museum work"),
        ("supermarket front end supervisor", "frontend development"),
        ("electrician who fits switches", "routing and switching"),
        ("dock hand who unloads containers", "containers"),
        ("data engineer who owns pipelines", "underground utilities"),
        ("service desk analyst, ticketing", "ticket sales"),
        ("recruiter, no drama please", "theatre arts"),
        ("compliance analyst for trade surveillance", "surveillance"),
        ("landscape architect with planting plans", "crop production"),
    ],
)
def test_a_word_names_no_skill_of_a_trade_that_nobody_speaks_of(text: str, skill: str) -> None:
    assert skill not in asked(text)


@pytest.mark.parametrize("word", ["coding", "Oracle", "packaging", "theatre"])
@pytest.mark.parametrize("asks", ["{} in Leeds", "any of these with {} experience?"])
def test_a_word_that_is_typed_alone_names_what_it_can(word: str, asks: str) -> None:
    assert asked(asks.format(word)) == {canonical_skill(word)}


def test_the_job_on_top_of_a_posting_tells_the_trade_of_its_sections() -> None:
    duties = (
        "Responsibilities:\n- Carry out {} inspections\n- Keep records\nRequirements:\n- Welding"
    )
    driver = f"Job title: Truck Driver\n{duties.format('DOT')}"
    designer = f"Job title: Road Designer\n{duties.format('DOT')}"
    assert "DOT compliance" in asked(driver)
    assert "DOT compliance" not in asked(designer)


def test_a_resume_names_the_program_of_its_own_trade() -> None:
    books = "Accountant\nSkills: NetSuite, Oracle, month-end close"
    tables = "Developer\nSkills: PL/SQL, Oracle, PostgreSQL"
    assert "Oracle ERP" in found(books)
    assert "Oracle Database" not in found(books)
    assert "Oracle Database" in found(tables)


def test_every_row_names_a_skill_and_words_that_the_vocabulary_knows() -> None:
    skills = {row["skill"] for row in read_folder("skills")}
    rows = read_rows("trade_words.tsv")
    assert {row["skill"] for row in rows if row["skill"]} <= skills
    for words in {words for row in rows for words in parts(row["words"])}:
        meant = {row["skill"] for row in rows if words in parts(row["words"])}
        assert canonical_skill(words) in meant, words
