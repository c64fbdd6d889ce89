"""A name that a sentence or a sign-off says leaves the profile, and nothing else does."""

from __future__ import annotations

import pytest

from tools.ingest.identity.split import split_identity

RESUME = "Hostess\nSummary\n{line}\nSkills\nBooking tables, cash handling\n"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("To whom it may concern, my name is Grace Roe and I like people.", "Grace Roe"),
        ("My name is Jane\nRoe and I have worked in retail.", "Jane Roe"),
        ("My full name is Jane Marie O'Malley Roe. I am ambitious.", "Jane Marie O'Malley Roe"),
        ("MY NAME IS JANE ROE. I cook.", "Jane Roe"),
        ("my name is jane roe and i love to cook", "Jane Roe"),
        ("My name's Jane.", "Jane"),
        ("Hello there,I'm Jane Roe all set to work.", "Jane Roe"),
        ("Hello! I am Jane van der Roe (or Janey), a student.", "Jane van der Roe"),
        ("I am Jane Roe, a waitress of ten years.", "Jane Roe"),
        ("Thank you for your time. Sincerely,\nJane Roe", "Jane Roe"),
        ("Best Regards, (Signature) Jane Q. Roe", "Jane Q. Roe"),
        ("Yours truly,\nMary Baker", "Mary Baker"),
        ("Sincerely, Jane Roe To obtain a position", "Jane Roe"),
    ],
)
def test_a_name_told_in_a_sentence_is_the_name(line: str, name: str) -> None:
    text, identity = split_identity(RESUME.format(line=line))
    assert identity.name == name
    assert name.split()[-1].casefold() not in text.casefold()
    assert "\nSkills\nBooking tables" in text


@pytest.mark.parametrize(
    "line",
    [
        "My name is on two patents.",
        "My name is listed in the honours of the town.",
        "I am Certified Nurse, a caring one.",
        "I am Vice President of the union.",
        "I am Microsoft Certified, and I like puzzles.",
        "I'm Bilingual Spanish, and I teach.",
        "Short film: My Name is Harbour, director.",
        "Sincerely, The Good Neighbor Coalition",
        "Best regards,\nLanguages\nEnglish",
        "Sincerely,\nHuman Resources",
        "The product name is Falcon Nine.",
        "I am currently looking for work.",
    ],
)
def test_a_sentence_that_names_nobody_stays(line: str) -> None:
    text, identity = split_identity(RESUME.format(line=line))
    assert identity.name == ""
    assert line in text
