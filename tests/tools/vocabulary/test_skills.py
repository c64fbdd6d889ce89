"""Skills of every trade are known under many spellings; everyday words are not skills."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.vocabulary.certifications import find_certifications
from tools.vocabulary.matcher_tokens import fold_phrase
from tools.vocabulary.skills import broader, canonical_skill, find_skills
from tools.vocabulary.tables import parts, read_folder, read_rows

ALIASES = [
    ("k8s", "Kubernetes"),
    ("JS", "JavaScript"),
    ("MS Excel", "Excel"),
    ("Quick Books", "QuickBooks"),
    ("Golang", "Go"),
    ("Postgres", "PostgreSQL"),
    ("search engine optimisation", "SEO"),
    ("IV insertion", "IV therapy"),
    ("SMAW", "stick welding"),
    ("FCAW", "flux-cored welding"),
    ("HSRP", "first-hop redundancy"),
    ("EDIFACT", "EDI"),
    ("GAAP", "GAAP"),
    ("Pro Core", "Procore"),
    ("Office 365", "Office 365"),
    ("AHT", "average handle time"),
    ("restraining orders", "protective orders"),
    ("collections care", "museum collections"),
    ("SAP HCM", "SAP HR"),
    ("warranty administrator", "warranty claims"),
    ("job boards", "job boards"),
]
FOUND = [
    ("Skills: Go, Rust, R, C", {"Go", "Rust", "R", "C"}),
    ("Skills: SAP, Excel, inventory management", {"SAP", "Excel", "inventory management"}),
    ("Deployed k8s clusters and wrote JS.", {"Kubernetes"}),
    ("Kept the books in Quick Books and MS Excel.", {"QuickBooks", "Excel"}),
    ("Routers: OSPF, HSRP, BGP, SNMP", {"OSPF", "first-hop redundancy", "BGP", "SNMP"}),
    ("Skills: C, assembly, embedded Linux", {"C"}),
    ("Mediated disputes. Skills: ADR, mediation", {"alternative dispute resolution", "mediation"}),
    ("Six Sigma, FMEA and SPC on the line", {"Six Sigma", "FMEA"}),
]
PROSE = [
    ("Followed all call center policies", {"call center operations"}),
    ("Attended IEP meetings of students", {"IEP"}),
    ("Sold Microsoft product solutions to schools", {"Microsoft Office"}),
    ("Studied greenhouse gas emissions", {"horticulture"}),
    ("Posted openings on job boards", {"LinkedIn Recruiter"}),
    ("Hung paintings for gallery exhibitions", {"trade shows"}),
    ("I can lead a team and go ahead with plans.", {"Go"}),
    ("Planted in the spring season of 2019.", {"Spring Framework"}),
    ("I excel in customer contact.", {"Excel"}),
    ("Vertical take off and landing was tested.", {"quantity takeoff"}),
    ("Kept the front end of the store tidy.", {"frontend development"}),
    ("Word of mouth brought new clients.", {"Word"}),
    ("Gave patients access to care.", {"Microsoft Access"}),
    ("Had a positive outlook on life.", {"Outlook"}),
    ("Cisco IOS routers were configured.", {"iOS development"}),
    ("Presented to C-level executives.", {"C"}),
    ("Led the R&D department of a bakery.", {"R"}),
    ("Licence: class C, tractor units", {"C"}),
    ("Pitched to C-level buyers.\nSkills: CRM, C, e-commerce, Excel", {"C"}),
    ("BSc in Dietetics", {"nutrition counseling"}),
    ("Content Management with Drupal", {"content marketing"}),
    ("Strategic & Tactical Planning", {"military leadership"}),
    ("Licences: B, C, E and a tanker ticket", {"C"}),
    ("Drove under a C licence for Harrow Freight, knowledge of C licence rules.", {"C"}),
    ("Skills: ADR, tail lift, pallets, truck driving", {"alternative dispute resolution"}),
    ("Eleven years with a clean driving record.", {"defensive driving"}),
    ("Bridge engineering for a 40 m span.", {"bridge construction"}),
    ("Skills: product design, Figma, UX research", {"industrial design"}),
]
CERTIFIED = [
    ("Licensed as RN and CPA", {"RN", "CPA"}),
    ("PMP, OSHA 30 and ServSafe certified", {"PMP", "OSHA 30", "ServSafe"}),
    ("FAA A&P license; CDL Class A", {"A&P", "CDL Class A"}),
    ("CCNA, Security +, Network +, A+", {"CompTIA Security+", "CompTIA Network+", "CompTIA A+"}),
    ("CPR and First Aid", {"CPR", "First Aid"}),
]


def test_the_vocabulary_holds_thousands_of_skills_of_twenty_fields() -> None:
    rows = read_folder("skills")
    assert len({row["skill"] for row in rows}) == len(rows) >= 2600
    assert len({row["table"] for row in rows}) >= 20
    assert sum(len(parts(row.get("aliases"))) for row in rows) >= 10_000


def test_every_spelling_names_one_skill_and_every_implied_skill_exists() -> None:
    rows = read_folder("skills")
    names = {row["skill"] for row in rows}
    owners: dict[str, str] = {}
    for row in rows:
        for spelling in (row["skill"], *parts(row.get("aliases"))):
            assert owners.setdefault(fold_phrase(spelling), row["skill"]) == row["skill"], spelling
        assert set(parts(row.get("implies"))) <= names - {row["skill"]}
        spellings = {row["skill"], *parts(row.get("aliases"))}
        assert set(parts(row.get("ambiguous"))) <= spellings, row["skill"]


def test_every_spelling_names_one_certification() -> None:
    owners: dict[str, str] = {}
    rows = read_rows("certifications.tsv")
    for row in rows:
        for spelling in (row["certification"], *parts(row.get("aliases"))):
            name = row["certification"]
            assert owners.setdefault(fold_phrase(spelling), name) == name, spelling
    assert len(rows) >= 400


@pytest.mark.parametrize(("alias", "skill"), ALIASES)
def test_an_alias_names_its_skill(alias: str, skill: str | None) -> None:
    assert canonical_skill(alias) == skill


@pytest.mark.parametrize(("text", "skills"), FOUND)
def test_skills_are_found_in_context(text: str, skills: set[str]) -> None:
    assert skills <= {mention.name for mention in find_skills(text)}


@pytest.mark.parametrize(("text", "skills"), PROSE)
def test_everyday_words_are_no_skills(text: str, skills: set[str]) -> None:
    assert not skills & {mention.name for mention in find_skills(text)}


@pytest.mark.parametrize(("text", "names"), CERTIFIED)
def test_certifications_are_found(text: str, names: set[str]) -> None:
    assert names <= {mention.name for mention in find_certifications(text)}


def test_everyday_words_are_no_certifications() -> None:
    text = "Security is vital. The network grew. A server and a project were added."
    assert find_certifications(text) == []


def test_a_skill_shows_the_broader_ones() -> None:
    assert "SQL" in broader("SQL Server")
    assert "networking" in broader("SNMP")


@given(st.text(max_size=300))
def test_mentions_lie_in_the_text_in_order_and_apart(text: str) -> None:
    at = 0
    for mention in find_skills(text):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end
