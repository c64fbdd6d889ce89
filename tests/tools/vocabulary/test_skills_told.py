"""People led and quotas met are skills, however they are told; plans and papers are not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tools.vocabulary.skills import find_skills

LED = [
    "Supervised a crew of 12 on night shifts",
    "Managed a team of up to fifteen associates",
    "Oversaw 10 supervisors and 250 agents",
    "Led a field crew of 7 carpenters",
    "In charge of 30 volunteers",
    "Train and supervise 153 employees",
    "Directly supervised warehouse workers, drivers and clerks",
    "Management of a staff of 10 full and part-time cooks",
]
NOT_LED = [
    "Managed payroll for over 50 employees",
    "Led a project to replace 12 servers",
    "Managed a portfolio of 40 accounts",
    "A self-directed team member",
    "Headed to the staff room",
    "Responsible for filing of 20 reports to managers",
]
MET = [
    "Surpassed annual quota by 75 %",
    "133% of quota in 2014",
    "Averaged 120% to plan",
    "Consistently exceeded monthly sales goals by 25%",
    "Ranked #1 of 40 sales representatives",
    "Earned the President's Club trip twice",
    "Presidents Club 2013",
    "Achieved 108% of total revenue target",
    "Salesperson of the month",
    "Met and exceeded revenue targets",
    "Meet or exceed agreed upon mortgage production goals",
    "Exceeded premium growth targets",
]
NOT_MET = [
    "Met production quotas on the line",
    "Exceeded production goals of the plant",
    "Met mortgage compliance goals",
    "Finished the year 20% under budget",
    "Kept costs within 4% of plan",
    "Planned the budget to meet the goals of the school",
    "Ranked first in her class",
    "President of the chess club",
    "Received freight rate quotations",
]


def _skills(text: str) -> set[str]:
    return {mention.name for mention in find_skills(text)}


@pytest.mark.parametrize("text", LED)
def test_people_led_show_staff_supervision(text: str) -> None:
    assert "staff supervision" in _skills(text)


@pytest.mark.parametrize("text", NOT_LED)
def test_things_managed_show_no_staff_supervision(text: str) -> None:
    assert "staff supervision" not in _skills(text)


@pytest.mark.parametrize("text", MET)
def test_quotas_and_sales_goals_met_show_quota_attainment(text: str) -> None:
    assert "quota attainment" in _skills(text)


@pytest.mark.parametrize("text", NOT_MET)
def test_other_goals_show_no_quota_attainment(text: str) -> None:
    assert "quota attainment" not in _skills(text)


def test_a_deed_is_quoted_with_its_figure() -> None:
    text = "Reached 133% of quota"
    places = [text[m.start : m.end] for m in find_skills(text) if m.name == "quota attainment"]
    assert any("133%" in place for place in places)


def test_what_a_request_names_is_not_told_a_second_time() -> None:
    found = find_skills("must have led a team of 5", trusted=True)
    spans = [(m.start, m.end) for m in found]
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
