"""Each wish keeps the words it was put in, since a canonical name drops what surrounds it."""

from __future__ import annotations

from tools.request import read_request


def said(text: str) -> dict[str, str]:
    """Return id → the recruiter's own words of every wish of a request."""
    return {c.id: c.said for c in read_request(text).criteria}


def test_a_word_before_a_known_title_stays_with_it() -> None:
    assert said("drone service technician, soldering")["title:service-technician"] == (
        "drone service technician"
    )


def test_words_of_a_sentence_go_to_one_wish_each() -> None:
    found = said("interior designer for commercial or hospitality projects, Revit")
    assert found["title:interior-designer"] == ""
    assert found["skill:hospitality"] == "commercial or hospitality projects"
    assert found["skill:revit"] == ""


def test_words_that_weigh_or_ask_are_no_part_of_a_wish() -> None:
    assert said("I need a plumber with strong Revit skills please")["title:plumber"] == ""


def test_what_a_sentence_denies_is_nobodys_words() -> None:
    found = said("chef for our bistro, no catering people")
    assert found["title:chef"] == ""


def test_the_heading_of_a_posting_stays_with_its_title() -> None:
    text = (
        "Job description: Executive Chef for a 250-seat upscale room. Create menus."
        " Requirements: 5+ years as executive chef or head chef."
    )
    assert "upscale room" in said(text)["title:executive-chef-or-head-chef"]


def test_the_words_kept_of_one_wish_are_bounded() -> None:
    long = "Python " + " ".join(f"pipelines{n}" for n in range(60))
    assert all(len(words) <= 160 for words in said(long).values())
