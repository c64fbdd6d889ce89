"""A further version of a résumé ranks behind other people, a copy under another name does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.index.resumes import person, resume
from tests.tools.index.test_ranking import WISHES
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM
from tools.reasons import above_next

JOBS = (
    "HR Manager, Northwind, Chicago, IL, 01/2012 - 03/2018\n"
    "- Ran payroll in ADP and benefits administration.\n"
    "HR Generalist, Fabrikam, Chicago, IL, 02/2006 - 12/2011\n"
    "- Ran payroll and benefits administration.\n"
)


def version(name: str, more: str = "") -> str:
    """Return a résumé of the same career, with something added."""
    return f"{name}\n\nEXPERIENCE\n{JOBS}{more}"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> LocalIndex:
    made = LocalIndex(tmp_path_factory.mktemp("versions"), MiniLM())
    made.upsert(
        "acme",
        [
            person("first", version("Ana Kovac", "- Wrote the payroll handbook for ADP.\n")),
            person("second", version("Ana Kovac", "- Fond of sailing.\n")),
            person(
                "other",
                resume("Bo Reyes", "Payroll Clerk", "01/2019", "Ran payroll in ADP."),
            ),
        ],
    )
    return made


def test_a_further_version_ranks_behind_other_people(index: LocalIndex) -> None:
    assert index.search("acme", WISHES).ids == ("first", "other", "second")


def test_the_reason_says_that_it_is_a_further_version(index: LocalIndex) -> None:
    reasons = above_next(index.search("acme", WISHES), 1)
    assert any(reason["part"] == "version" for reason in reasons)


def test_the_same_words_under_two_names_stay_together(tmp_path: Path) -> None:
    made = LocalIndex(tmp_path, MiniLM())
    made.upsert("acme", [person("a", version("Ana Kovac")), person("b", version("Jamal Lee"))])
    pool = made.search("acme", WISHES)
    assert pool.scores[0] == pool.scores[1]
    made.close()
