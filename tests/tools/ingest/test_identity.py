"""The identity is found whatever it looks like, and nothing of it stays in the profile."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.candidates import Candidate
from tools.ingest.given_fields import GivenFields
from tools.ingest.identity.split import TOKENS, split_identity
from tools.ingest.profile import build_candidate

NAMES = (
    "Jane Roe",
    "Siobhán O'Malley",
    "Aoife Ní Bhriain",
    "Jean-Baptiste Lefèvre-Dumont",
    "José María de la Cruz Ibáñez",
    "Ludwig van der Berg",
    "João da Silva e Souza",
    "Nguyễn Thị Minh Khai",
    "Wang Xiaoming",
    "Kim Min-jun",
    "Łukasz Żółkiewski",
    "Þóra Guðmundsdóttir",
    "Oluwaseun Adebimpe-Crowe",
    "Fatima bint Al-Harbi",
    "Lakisha Washington",
    "Ruby Baker",
    "Will Cook",
    "Grace Young",
    "Paris Mason",
    "April May",
    "Hunter King",
    "Mary J. Blythe",
    "J. R. Hartley",
    "Priyanka Venkataraman",
    "Ahmed El-Sayed",
    "Søren Ørsted",
    "Sukarno",
    "D'Angelo McAllister",
    "JANE ROE",
    "SIOBHÁN O'MALLEY",
    "LUDWIG VAN DER BERG",
)

RESUME = """{name}
Registered Nurse
Austin, TX | {email} | (512) 555-0142

SUMMARY
Nurse with eight years in intensive care. {first} led the sepsis team.

EXPERIENCE
Charge Nurse, Bluebonnet General Hospital, Austin
March 2019 - Present
Runs a unit of 24 beds. Mr. {last} was named employee of the year; {name} trained 14 nurses.
Staff Nurse, Lone Star Clinic, Dallas
June 2015 to February 2019
Ventilators, ACLS, CRRT.

EDUCATION
BSN, University of the Plains, 2015

References for {name} on request.
"""


def _parts(name: str) -> tuple[str, str]:
    words = [w for w in name.split() if len(w.strip(".")) > 1]
    return words[0], words[-1]


def _resume(name: str, template: str = RESUME) -> str:
    first, last = _parts(name)
    plain = "".join(c for c in name.lower() if c.isascii() and c.isalpha())
    return template.format(name=name, first=first, last=last, email=f"{plain}@example.com")


def _build(text: str, given: GivenFields | None = None) -> Candidate:
    return build_candidate(
        "x", text, source="", content_hash="", today=datetime.date(2026, 11, 22), given=given
    )


def test_the_candidate_reads_the_same_whatever_the_name():
    ours = [_build(_resume(name)) for name in NAMES]
    assert {person.text for person in ours} == {ours[0].text}
    assert {person.profile for person in ours} == {ours[0].profile}
    assert {person.passages for person in ours} == {ours[0].passages}


@pytest.mark.parametrize("name", NAMES)
def test_the_name_is_found_and_leaves_the_text(name: str):
    text, identity = split_identity(_resume(name))
    assert identity.name.casefold() == name.casefold()
    assert all(len(part) < 3 or part not in text for part in name.split())


_LETTERS = st.text("abcdefghijklmnopqrstuvwxyzäöüéèñçłšžøáíóú", min_size=4, max_size=10)
_WORD = _LETTERS.map(str.capitalize)


@settings(max_examples=60, deadline=None)
@given(_WORD, _WORD)
def test_two_names_nobody_has_seen_before_read_the_same(first: str, last: str):
    name = f"Qx{first.lower()} Zw{last.lower()}"
    assert split_identity(_resume(name))[0] == split_identity(_resume("Jane Roe"))[0]


@pytest.mark.parametrize(
    "top",
    [
        "Jane Roe, RN\n",
        "JANE ROE  MCIOB\n",
        "Dr. Jane Roe\n",
        "Curriculum Vitae\n\nJane Roe\n",
        "Curriculum Vitae – Jane Roe\n",
        "Résumé of Jane Roe\n",
        "Lebenslauf\nName: Jane Roe\n",
        "Personal details\nName: Jane Roe\n",
        "Jane Roe (she/her)\n",
        "Jane Roe | Austin, TX\n",
        "Registered Nurse\nJane Roe\n",
        "Jane Roe — Registered Nurse\n",
    ],
)
def test_the_name_is_found_in_every_kind_of_heading(top: str):
    text, identity = split_identity(top + "jane.roe@example.com\n\nSummary\nJane is a nurse.\n")
    assert identity.name.casefold() == "jane roe"
    assert "Roe" not in text
    assert "ROE" not in text
    assert "Jane" not in text


@pytest.mark.parametrize(
    "text",
    [
        "HR MANAGER\nSummary\nPeople person.",
        "ACCOUNTANT\nProfessional Summary\nLedger work.",
        "SPECIALIST OF INFANTRY\nProfessional Summary\nService.",
        "MARKETER / ADMINISTRATOR\nProfessional Summary\nSales.",
        "Sous Chef\nExperience\nSous Chef, Harbour Hotel, 2015 - 2019",
        "Summary\nNurse of ten years.\nExperience\nNurse, 2012 - 2019",
        "",
        "Curriculum Vitae\nExperience\nWelder, 2010 - 2014",
    ],
)
def test_a_resume_without_a_name_has_none(text: str):
    assert split_identity(text)[1].name == ""


def test_a_name_above_a_title_is_found_without_any_contact():
    text, identity = split_identity("Lakisha Washington\nHR MANAGER\nSummary\nHiring.")
    assert identity.name == "Lakisha Washington"
    assert text.startswith("⟨name⟩\nHR MANAGER")


def test_the_given_name_wins_and_is_masked_as_well():
    text, identity = split_identity(
        "Summary\nMs. Roe hires people. Roe, J. wrote a book.", GivenFields(name="Jane Roe")
    )
    assert identity.name == "Jane Roe"
    assert "Roe" not in text


@pytest.mark.parametrize(
    ("line", "field", "value", "left"),
    [
        ("jane.roe@example.co.uk", "emails", "jane.roe@example.co.uk", "⟨email⟩"),
        ("Phone: +49 30 5550 188", "phones", "+49 30 5550 188", "⟨phone⟩"),
        ("(512) 555-0142", "phones", "(512) 555-0142", "⟨phone⟩"),
        ("tel. 020 7946 0158", "phones", "020 7946 0158", "⟨phone⟩"),
        ("901-555-0144", "phones", "901-555-0144", "⟨phone⟩"),
        ("https://example.com/jane", "links", "https://example.com/jane", "⟨link⟩"),
        ("linkedin.com/in/jane-roe", "links", "linkedin.com/in/jane-roe", "⟨link⟩"),
        ("LinkedIn: jane-roe", "links", "jane-roe", "⟨link⟩"),
        ("janeroe.dev", "links", "janeroe.dev", "⟨link⟩"),
        ("221 North Elm Street, Apt 4", "address", "221 North Elm Street, Apt 4", "⟨address⟩"),
        ("Havenkade 41b, Rotterdam", "address", "Havenkade 41b", "Rotterdam"),
        ("Lindenstraße 12, 10115 Berlin", "address", "Lindenstraße 12", "Berlin"),
        ("12 rue des Lilas, Lyon", "address", "12 rue des Lilas", "Lyon"),
        ("Rua das Taipas Novas 61, Porto", "address", "Rua das Taipas Novas 61", "Porto"),
        ("Date of birth: 11 September 1979", "birth_date", "11 September 1979", "⟨birth date⟩"),
        ("geb. 23.11.1968 in Ulm", "birth_date", "23.11.1968", "⟨birth date⟩"),
        ("Né le 2 février 1988", "birth_date", "2 février 1988", "⟨birth date⟩"),
    ],
)
def test_every_way_to_reach_a_person_is_taken_out(line: str, field: str, value: str, left: str):
    text, identity = split_identity(f"Jane Roe\n{line}\n\nSummary\nNurse.")
    stored = getattr(identity, field)
    assert value in (stored if isinstance(stored, tuple) else (stored,))
    assert value not in text
    assert left in text


@pytest.mark.parametrize(
    "line",
    [
        "Nationality: Dutch",
        "Marital status: married",
        "Gender: female",
        "Religion: none",
        "verheiratet, zwei Kinder",
        "Born 14 May 1996, Dutch",
        "geb. 23.11.1968, verheiratet, drei erwachsene Kinder",
        "34 years old",
        "Chef, 24 ans",
    ],
)
def test_what_no_employer_may_ask_is_taken_out(line: str):
    text, _ = split_identity(f"Jane Roe\nCook\n{line}\njane@example.com\n\nSummary\nCook.")
    gone = ("Dutch", "married", "female", "none", "verheiratet", "Kinder", "34", "24 ans", "1996")
    assert not any(word in text for word in gone if word in line)


@pytest.mark.parametrize(
    "kept",
    [
        "Revenue grew from 2,400,000 to 3,100,000 between 2012 - 2014",
        "March 2012 - April 2015",
        "01/2012 - 03/2014",
        "Married couples' tax returns, 1,200 a year",
        "ASP.NET, Node.js and Salesforce.com",
        "ISO 9001:2015, IEC 61131-3",
        "Baked for 450 guests at 7 Hills Court of Appeal",
    ],
)
def test_words_and_numbers_that_identify_nobody_stay(kept: str):
    text = f"Jane Roe\njane@example.com\n\nExperience\nCook, Harbour Hotel, 2010 - 2019\n{kept}\n"
    assert kept in split_identity(text)[0]


def test_tokens_are_the_only_thing_that_is_added():
    text, _ = split_identity(_resume("Jane Roe"))
    used = {f"⟨{piece.partition('⟩')[0]}⟩" for piece in text.split("⟨")[1:]}
    assert used <= TOKENS


REACHED = """{name}
Registered Nurse
Austin, TX | (512) 555-0142

SUMMARY
Nurse with eight years on ECMO in intensive care.

EXPERIENCE
Charge Nurse, Bluebonnet General Hospital, Austin
March 2019 - Present
Runs a unit of 24 beds.
"""


@pytest.mark.parametrize(
    "name",
    [
        "Will Green",
        "Rose",
        "Rose Baker",
        "April May",
        "Grace Hope",
        "Jordan Banks",
        "Paris Hope",
        "Ecmo Vale",
        "王小明",
        "佐藤 健一",
        "佐藤 絵理",
        "田中敦士",
        "박 길사",
        "김민준",
        "Иван Петров",
        "Γιώργος Παπαδόπουλος",
        "محمد أحمد",
        "דוד כהן",
        "राहुल शर्मा",
        "สมชาย ใจดี",
    ],
)
def test_a_name_of_ordinary_words_or_of_any_script_is_found_beside_a_phone(name: str):
    text, identity = split_identity(REACHED.format(name=name))
    assert identity.name == name
    assert text == split_identity(REACHED.format(name="Jane Roe"))[0]
    assert "ECMO" in text


@pytest.mark.parametrize(
    "top",
    [
        "Head Cook",
        "Austin",
        "Austin Texas",
        "Human Resources",
        "履歴書",
        "السيرة الذاتية",
        "बायोडाटा",
    ],
)
def test_a_line_that_only_looks_like_such_a_name_is_none(top: str):
    assert split_identity(REACHED.format(name=top))[1].name == ""


@pytest.mark.parametrize(
    ("reach", "name"),
    [
        ("jane.roe@example.com", "Jane Roe"),
        ("jane_m_roe84@example.com", "Jane Roe"),
        ("linkedin.com/in/jane-roe-4b21a", "Jane Roe"),
        ("https://www.linkedin.com/in/will-green/", "Will Green"),
        ("info.office@example.com", ""),
        ("sales.manager@example.com", ""),
        ("jroe@example.com", ""),
        ("https://example.com/jane-roe", ""),
    ],
)
def test_a_name_said_nowhere_else_is_read_out_of_an_address(reach: str, name: str):
    text, identity = split_identity(
        f"Registered Nurse\nAustin, TX | {reach}\n\nSUMMARY\nNurse. Roe led the ward.\n"
    )
    assert identity.name == name
    assert ("Roe" in text) == ("Roe" not in name)


def test_a_name_in_small_letters_is_found_by_its_e_mail():
    text, identity = split_identity("jane roe\nNurse\njane.roe@example.com\n\nSummary\nNurse.\n")
    assert identity.name == "Jane Roe"
    assert "roe" not in text


@pytest.mark.parametrize(
    "said",
    ["Jürgen führte zwölf Leute.", "Juergen led twelve people.", "Herr Mueller plante.", "MUELLER"],
)
def test_a_name_is_taken_out_however_its_letters_are_written(said: str):
    text = f"Jürgen Müller\nPlaner\n\nErfahrung\nPlaner, Harrow Works, 2015 - 2020\n{said}\n"
    kept = build_candidate(
        "p", text, source="", content_hash="", today=datetime.date(2026, 11, 1)
    ).text
    assert "uerg" not in kept
    assert "ürg" not in kept
    assert "ueller" not in kept.casefold()
