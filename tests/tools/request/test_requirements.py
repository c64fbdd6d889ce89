"""A posting reads as short wishes that are true: no duty, example or hope is a must."""

from __future__ import annotations

import pytest

from tools.criteria import Criterion
from tools.request import read_request
from tools.request.posting.terse import terse

POSTING = """# Senior Manager - Platforms (C++ Developer)

## Responsibilities
- Take end-to-end ownership of billing features and subsystems in all our plants.
- Use Kafka for what others do by hand.

## Requirements
- 5+ years of experience.
- Strong proficiency in the C programming language.
- Bachelor's degree in computer science, natural sciences or a related field.
- Proficiency in programming languages (TypeScript, Kotlin).
- Experience developing and operating stateful multi-tenant ledger systems at scale.
- Kafka in production; knowledge of software products.
- Strong interest in Haskell.
- Willingness to travel within Germany.
- Ability to pass a background screening; valid passport.
- German language proficiency (minimum C1) and solid English skills.

## Domain expertise (one required)
- Payroll.
- Insurance claims, or C.

## Technologies and skills
- Terraform.
- Kotlin.
"""


@pytest.fixture(scope="module")
def wishes() -> dict[str, Criterion]:
    return {c.id: c for c in read_request(POSTING).criteria}


def test_the_job_of_a_general_heading_is_the_one_it_names_besides(
    wishes: dict[str, Criterion],
) -> None:
    assert [c.value for c in wishes.values() if c.kind == "title"] == ["C++ Developer"]


def test_examples_in_brackets_are_alternatives(wishes: dict[str, Criterion]) -> None:
    assert ("TypeScript", "Kotlin") in {c.any_of for c in wishes.values()}
    assert not any(c.value in ("Kotlin", "computer programming") for c in wishes.values())


def test_a_language_that_is_named_as_one_stays(wishes: dict[str, Criterion]) -> None:
    assert wishes["skill:c"].weight == "must"


def test_what_is_only_leant_to_is_no_must(wishes: dict[str, Criterion]) -> None:
    assert wishes["skill:haskell"].weight == "nice"


@pytest.mark.parametrize("words", ["Germany", "passport", "background", "screening", "natural"])
def test_what_no_resume_tells_asks_for_nothing(wishes: dict[str, Criterion], words: str) -> None:
    assert not any(words in str(c.value) for c in wishes.values())


def test_a_long_sentence_leaves_its_object_or_nothing(wishes: dict[str, Criterion]) -> None:
    texts = {str(c.value): c.weight for c in wishes.values() if c.kind == "text"}
    assert "stateful multi-tenant ledger systems" in texts
    assert all(len(words.split()) <= 5 for words in texts)
    assert all(weight == "nice" for words, weight in texts.items() if len(words.split()) > 3)
    assert not any("billing" in words for words in texts)


def test_a_section_of_which_one_is_enough_holds_alternatives(
    wishes: dict[str, Criterion],
) -> None:
    joined = next(c for c in wishes.values() if "payroll" in c.any_of)
    assert len(joined.any_of) == 2
    assert "C" not in joined.any_of


def test_technologies_are_useful_where_requirements_stand_apart(
    wishes: dict[str, Criterion],
) -> None:
    assert wishes["skill:terraform"].weight == "nice"


def test_a_requirement_is_told_in_its_own_words(wishes: dict[str, Criterion]) -> None:
    assert wishes["skill:kafka"].weight == "must"
    assert "by hand" not in wishes["skill:kafka"].said


def test_the_level_of_a_language_is_read_from_its_brackets(wishes: dict[str, Criterion]) -> None:
    assert wishes["language:german"].level == "fluent"
    assert wishes["language:english"].level == "intermediate"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("night shifts", "night shifts"),
        ("document every call", "document every call"),
        ("Lead and mentor a small interdisciplinary", ""),
        ("Identify the future state of regional cloud products", "regional cloud products"),
        (
            "production experience building and operating multi-agent AI systems",
            "multi-agent AI systems",
        ),
        ("set up new production lines and equipment", "production lines and equipment"),
        ("agentic frameworks and production failure modes today", "agentic frameworks"),
    ],
)
def test_a_phrase_is_shortened_to_its_object(said: str, kept: str) -> None:
    assert terse(said) == kept
