"""A date in a sentence is no job, and one that heads an entry is one though no title is said."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Position
from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate

JOB = "Stock Clerk, Dunmore Timber Co., 01/2009 - 12/2012"


def _read(lines: str) -> list[Position]:
    stored, _ = normalise(f"Jo Tarnfield\nExperience\n{JOB}\n{lines}\n")
    day = date(2026, 11, 1)
    read = build_candidate("p", stored, source="", content_hash="", today=day).profile
    return [p for p in read.positions if p.title != "Stock Clerk"]


@pytest.mark.parametrize(
    "told",
    [
        "Increased sales over 10% from 2010 to 2012.",
        "Decreased the cost of wood by 9% each year from 2010-2012",
        "Taught the evening class of new clerks (2010-2011 season)",
        "Kept the timber of two yards in order and served all builders of the town and of all its\n"
        "villages, in response to customer requirements (2010-2012).",
        "Set up and kept running Windows Server 2008, 2010, and 2012",
        "Revenue from 2010 to 2012, ranging from two to three million",
    ],
)
def test_a_date_in_a_sentence_of_an_account_is_no_job(told: str) -> None:
    assert _read(f"Counted stock.\n{told}") == []


@pytest.mark.parametrize(
    "header",
    ["02/2004 - 12/2008", "02/2004 - 12/2008 Kestrel Mills", "Kestrel Mills, Leeds 2004 - 2008"],
)
def test_a_date_beside_an_employer_alone_is_a_job(header: str) -> None:
    assert [p.begin[:4] for p in _read(f"Counted stock.\n\n{header}\nMilled flour.")] == ["2004"]
