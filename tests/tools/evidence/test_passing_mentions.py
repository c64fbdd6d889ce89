"""What was done once or twice, or is told among interests, shows a thing in part at most."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence import judge
from tools.ingest.profile import build_candidate


def _person(text: str) -> Candidate:
    whole = f"Jo Tarnfield\nNurse\nExperience\nNurse, Harrow Mills, 2015 to 2020\n{text}\n"
    return build_candidate("p", whole, source="", content_hash="", today=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Floated to the ICU a handful of times.", "critical care"),
        ("Once or twice helped with the welding.", "welding"),
        ("Did telemetry a couple of shifts.", "telemetry"),
        ("Was on rare occasions at the forklift: forklift operation", "forklift operation"),
        ("Interests\nCattle, welding gates", "welding"),
        ("Interests: cattle, welding gates", "welding"),
        ("Married. Hobbies: photography, tennis", "photography"),
        ("My hobbies include photography.", "photography"),
        ("In my spare time I do woodworking.", "woodworking"),
    ],
)
def test_a_thing_done_in_passing_is_partly_met(text: str, skill: str) -> None:
    found = judge(_person(text), Criterion("skill", skill))
    assert found.verdict == "partly"
    assert found.note in {"done now and then", "told among interests"}
    assert found.quote


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Floated to the ICU a handful of times. Ran critical care at night.", "critical care"),
        ("Did telemetry a couple of shifts a week.", "telemetry"),
        ("Rarely late.\nTelemetry and stroke care.", "telemetry"),
        ("Did the welding of gates.\nInterests\nCattle, welding gates", "welding"),
        ("Research interests: photography of cells. Photography of wounds.", "photography"),
        ("Welding of every gate.\nHobbies: tennis", "welding"),
    ],
)
def test_a_thing_done_in_earnest_is_met(text: str, skill: str) -> None:
    assert judge(_person(text), Criterion("skill", skill)).verdict == "met"


def test_a_ward_worked_on_a_few_times_makes_nobody_its_nurse() -> None:
    now_and_then = _person("Floated to the ICU a handful of times.")
    always = _person("Cared for six patients in the ICU.")
    assert judge(now_and_then, Criterion("title", "ICU Nurse")).verdict == "partly"
    assert judge(always, Criterion("title", "ICU Nurse")).verdict == "met"
