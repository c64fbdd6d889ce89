"""What a job pays, tests beforehand and tells people about applying is no wish."""

from __future__ import annotations

import pytest

from tools.request import read_request


def read(text: str) -> set[tuple[str, str, str]]:
    return {(c.kind, str(c.value), c.weight) for c in read_request(text).criteria}


def test_a_place_beside_the_pay_stays_a_place() -> None:
    text = "Care Assistant\nRequirements:\n- NVQ Level 3\nLocation: Leeds, UK - £12.50/hr\n"
    assert ("location", "Leeds", "must") in read(text)


@pytest.mark.parametrize(
    "terms",
    [
        "12.50/hr",
        "$38/hr. OT avail.",
        "£12.50 per hour",
        "$28-34/hr DOE",
        "CTC upto 25 LPA",
        "18 LPA",
        "CTC 8 lakhs",
        "OTE 120k",
        "$38 - $42/hr, must pass a drug screen",
        "$90k/yr, drug screen req'd",
        "we want proof",
    ],
)
def test_the_terms_of_a_job_ask_for_nothing(terms: str) -> None:
    assert read(f"Forklift driver, {terms}") == read("Forklift driver")


@pytest.mark.parametrize("text", ["packs 60 per hour, warehouse", "drug testing technician"])
def test_what_somebody_does_in_an_hour_or_with_drugs_stays_a_wish(text: str) -> None:
    assert any("60" in value or "drug" in value.casefold() for _, value, _ in read(text))


def test_short_words_for_preferred_and_required_weigh() -> None:
    found = read("nurse, ICU req'd, ACLS pref'd. Berlin")
    assert ("certification", "ACLS", "nice") in found
    assert ("skill", "critical care", "must") in found
    assert ("location", "Berlin", "must") in found


@pytest.mark.parametrize(
    "text",
    [
        "accountant, do not apply if you have no ACCA",
        "accountant, please don't apply without an ACCA",
        "accountant, do not apply unless you have ACCA",
    ],
)
def test_an_order_not_to_apply_without_something_demands_it(text: str) -> None:
    assert read(text) == {("title", "Accountant", "must"), ("certification", "ACCA", "must")}


def test_an_order_not_to_apply_with_something_keeps_it_out() -> None:
    found = read("Java developer, do not apply if you have SAP")
    assert ("skill", "SAP", "avoid") in found
    assert not any(value == "apply" for _, value, _ in found)
