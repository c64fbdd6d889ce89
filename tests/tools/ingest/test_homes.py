"""Home is where somebody lives, and no place that a sentence, a school or a former job tells of."""

from __future__ import annotations

from datetime import date

import pytest

from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate

JOB = "EXPERIENCE\nBaker\n06/2012 to 08/2015\n- Baked bread.\n"


def home(text: str) -> str:
    stored, _ = normalise(f"Mara Quillfeather\n\n{text}")
    made = build_candidate("x", stored, source="", content_hash="", today=date(2026, 11, 22))
    place = made.profile.location
    return place.name if place else ""


@pytest.mark.parametrize(
    "text",
    [
        f"{JOB}\nEducation\n2015\nMorrow University\nCity , State , USA Psychology",
        f"{JOB}\nPersonal Information\nI am a US citizen and willing to travel",
        f"{JOB}\nPersonal Information\nMorrow Laboratories Westbrook, ME, US",
        f"Preferred work location: Westbrook, ME\n\n{JOB}",
        f"Willing to relocate to Austin, TX or Westbrook, ME\n\n{JOB}",
        f"Open to work in Austin, TX\n\n{JOB}",
        f"SENIOR BAKER, US BAKERY OPERATIONS\n\n{JOB}",
        "EXPERIENCE\nBaker\n06/2012 to Current\nBakes for all clients in Spain and Portugal.",
        "EXPERIENCE\nBaker\n06/2012 to Current\nJoined a chain whose seat is in San Diego, USA.",
        f"{JOB}\nAdditional Information\nResidence, Bellevue, WA: drew the plans of the kitchen",
        f"Accomplishments\nBaker of the year award, Houston, 2009.\n\n{JOB}",
    ],
)
def test_a_place_that_is_not_said_to_be_home_is_none(text: str) -> None:
    assert home(text) == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{JOB}\nPersonal Information\nSpain", "Spain"),
        (
            f"{JOB}\nPersonal Details\nKin: 2 Residence: Riyadh, Saudi Arabia Visa: held",
            "Riyadh",
        ),
        (f"{JOB}\nInterests\nI live in Galway, Ireland with two dogs.", "Galway"),
        (f"{JOB}\nPresent Resident in Houston, TX", "Houston"),
        (f"Austin, TX\n\n{JOB}", "Austin"),
        (f"Willing to relocate, currently in Leeds\n\n{JOB}", "Leeds"),
        (f"Open to relocate to Austin, currently based in Leeds, UK\n\n{JOB}", "Leeds"),
        (f"Open to new roles, Leeds, UK\n\n{JOB}", "Leeds"),
        ("EXPERIENCE\nBaker, Crust & Crumb, Leeds, 06/2012 to Current\n- Bakes bread.", "Leeds"),
        (
            "EXPERIENCE\nBaker , 06/2012 to Current\nCompany Name – City , Puerto Rico\nBakes.",
            "Puerto",
        ),
    ],
)
def test_a_home_is_read_where_it_is_told_or_else_at_the_latest_job(text: str, place: str) -> None:
    assert home(text).startswith(place)
