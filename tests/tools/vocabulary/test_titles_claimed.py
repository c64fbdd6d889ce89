"""A title that is sought, denied or of others is not what a résumé says its writer is."""

from __future__ import annotations

import pytest

from tools.vocabulary.titles import find_titles, held_similarity, jobs_in
from tools.vocabulary.titles_claimed import is_claimed


def _claimed(text: str) -> list[str]:
    return [m.name for m in find_titles(text) if is_claimed(text, m)]


@pytest.mark.parametrize(
    "text",
    [
        "My wife is a registered nurse and I keep the house.",
        "Daughter of a chef",
        "Son of two teachers.",
        "Trained under a Michelin chef.",
        "Former pilot's wife",
        "Not an accountant, but good with numbers.",
        "Aspiring nurse",
        "Seeking a position as an accountant",
        "To obtain an administrative assistant position",
        "Looking for the position of claims representative",
        "Long term, to become a registered nurse",
        "My application for the position of executive chef.",
        "Strong rapport with physicians",
        "Working collaboratively with the Director of Sales",
        "Taught by world renowned chefs",
        "Works with the general manager to keep costs down",
        "Support and assistance to teachers",
        "Seeks a role in a physician's office",
        "Assistant to the managing director",
        "Assisted the executive chef with menus",
    ],
)
def test_a_title_that_is_not_held_is_not_claimed(text: str) -> None:
    assert _claimed(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Registered nurse, daughter of a farmer", "Registered Nurse"),
        ("Accountant seeking a position in retail", "Accountant"),
        ("Seeking to use my ten years of experience as an accountant", "Accountant"),
        ("Looking to continue my career as a chef", "Chef"),
        ("DIRECTOR OF OPERATIONS, BPO", "Operations Director"),
        ("PRODUCT SPECIALISTS\nSummary", "Product Specialist"),
        ("Executive chef working with local farms", "Executive Chef"),
        ("I worked as a police officer for ten years", "Police Officer"),
        ("As a teacher I support families", "Teacher"),
        ("Seeking to retain my current position as a chef", "Chef"),
        ("Licensed electrician; seeking day work", "Electrician"),
    ],
)
def test_a_title_that_is_held_is_claimed(text: str, title: str) -> None:
    assert title in _claimed(text)


@pytest.mark.parametrize(
    ("held", "superior"),
    [
        ("Secretary to the Principal", "Principal"),
        ("Assistant to the Executive Chef", "Executive Chef"),
        ("Paralegal for Attorney Quill", "Attorney"),
        ("Executive Assistant to President and CEO", "CEO"),
        ("Receptionist for Doctor Quill", "Doctor"),
    ],
)
def test_whoever_serves_somebody_is_not_of_their_trade(held: str, superior: str) -> None:
    assert held_similarity(superior, held) < 0.5
    assert superior not in jobs_in(held)


@pytest.mark.parametrize("held", ["Director of Nursing", "Intern to Analyst", "Clerk for Harrow"])
def test_what_follows_to_or_of_is_kept_where_nobody_is_served(held: str) -> None:
    assert jobs_in(held)[0] == held
