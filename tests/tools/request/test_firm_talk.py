"""What a firm tells of itself in a posting or beside a wish asks for nobody."""

from __future__ import annotations

import pytest

from tools.request import read_request

POSTING = "Accountant\nRequirements:\n- CPA\n- 5 years of experience\n"
PROSE = "We are looking for an accountant with a CPA and 5 years of experience."


def read(text: str) -> set[tuple[str, str, str]]:
    return {(c.kind, str(c.value), c.weight) for c in read_request(text).criteria}


@pytest.mark.parametrize(
    "line",
    [
        "We welcome people with disabilities and applicants of every age.",
        "We are an equal opportunity employer and value veterans, parents and carers.",
        "All qualified applicants will receive consideration without regard to race or religion.",
        "Women and minorities are encouraged to apply.",
        "Reasonable accommodations are available for people with disabilities.",
        "Travel twice a year to our headquarters in Dallas, Texas.",
        "Occasional trips to Boston.",
        "Travel to client sites in Germany about once a quarter.",
        "Travel up to 10%.",
        "You will travel to Chicago every month.",
        "Our headquarters are in Denver.",
        "Headquartered in Denver, Colorado.",
        "We are headquartered in Denver.",
        "The company's head office is located in Austin, TX.",
        "You report to the CFO.",
        "You will report to the Head of Marketing in Chicago.",
        "The role reports directly to the VP of Sales.",
        "The company ships furniture across the Midwest.",
        "We ship to Canada and Mexico.",
        "Our stores are in Ohio, Texas and Nevada.",
        "No recruitment agencies.",
        "No agencies or recruiters please.",
        "Recruiters and staffing agencies need not contact us.",
        "The office is closed on Fridays in July.",
        "Health, dental and vision insurance.",
        "Free lunch, dog-friendly office and yoga classes.",
        "Training budget and a company laptop.",
    ],
)
def test_what_a_firm_tells_of_itself_asks_for_nothing(line: str) -> None:
    assert read(f"{POSTING}- {line}\n") == read(POSTING)
    assert read(f"{PROSE} {line}") == read(PROSE)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Experience with dental and vision insurance claims.", "dental"),
        ("We welcome applicants with SAP experience.", "SAP"),
        ("The office is in Dallas, Texas.", "Dallas"),
        ("You work at our headquarters in Dallas.", "Dallas"),
        ("Headquartered in Denver, we need you in Dallas.", "Dallas"),
        ("You report to the CFO and manage payroll.", "payroll"),
        ("Willing to travel, with a degree in finance and SAP experience.", "SAP"),
        ("Experience in financial reporting to IFRS.", "IFRS"),
        ("No agency experience.", "agency"),
        ("Closed month-end books in SAP.", "SAP"),
    ],
)
def test_a_wish_that_speaks_of_the_same_things_stays(line: str, value: str) -> None:
    for text in (f"{POSTING}- {line}\n", f"{PROSE} {line}"):
        said = " ".join(v for _, v, _ in read(text) - read(POSTING)).casefold()
        assert value.casefold() in said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("travel nurse in Boston", "Boston"),
        ("travel agent who books trips to Japan", "Japan"),
        ("sales manager who sells across Texas", "Texas"),
        ("yoga teacher with dental insurance experience", "yoga"),
    ],
)
def test_a_request_of_one_sentence_is_read_in_full(text: str, value: str) -> None:
    assert value.casefold() in " ".join(v for _, v, _ in read(text)).casefold()
