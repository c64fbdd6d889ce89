"""The words of a setting: where and for whom a job is done."""

from __future__ import annotations

from collections import Counter

import pytest

from tools.vocabulary.tables import parts, read_folder, read_rows
from tools.vocabulary.work_settings import setting_terms, settings_named

ROWS = read_folder("work_settings")


def test_no_setting_and_no_way_of_naming_one_stands_twice() -> None:
    names = Counter(row["setting"] for row in ROWS)
    aliases = Counter(alias for row in ROWS for alias in parts(row["aliases"]))
    assert [n for n, times in (names | aliases).items() if times > 1] == []


def test_every_row_is_named_and_says_a_dozen_things_each_once() -> None:
    assert len(ROWS) > 200
    for row in ROWS:
        terms = [term.casefold() for term in parts(row["terms"])]
        assert parts(row["aliases"]), row["setting"]
        assert len(set(terms)) == len(terms) >= 12, row["setting"]


@pytest.mark.parametrize(
    ("phrase", "settings"),
    [
        ("General Manager, Health Club", ("health-club",)),
        ("program coordinator for nonprofits", ("nonprofit",)),
        ("sales rep for medical devices or pharma", ("medical-device", "pharmaceutical")),
        ("store manager", ()),
        ("kitchen manager for a nursing home", ("nursing-home",)),
    ],
)
def test_a_phrase_names_its_settings(phrase: str, settings: tuple[str, ...]) -> None:
    assert settings_named(phrase) == settings


@pytest.mark.parametrize(
    ("phrase", "settings"),
    [
        ("bank of servers administrator", ()),
        ("power bank sales", ()),
        ("bank holiday cover", ()),
        ("bookkeeper for bank reconciliations", ()),
        ("data warehouse developer", ()),
        ("data pipeline engineer", ()),
        ("IT infrastructure manager", ()),
        ("enterprise architecture lead", ()),
        ("data mining analyst", ()),
        ("Azure data factory developer", ()),
        ("Palantir Foundry developer", ()),
        ("plant pathologist", ()),
        ("marine biologist", ()),
        ("patient education nurse", ()),
        ("estate planning attorney", ()),
        ("foundation repair foreman", ()),
        ("greenhouse gas specialist", ()),
        ("hand sewer", ()),
        ("offshore development manager", ()),
        ("server farm technician", ("data-center",)),
        ("tank farm operator", ("refinery-midstream",)),
        ("solar farm installer", ("solar",)),
        ("crew member at Church's Chicken", ("fast-food-qsr",)),
        ("chemical dependency counselor", ("addiction-treatment",)),
        ("nuclear medicine technologist", ("diagnostic-imaging",)),
        ("boutique hotel manager", ("resort-luxury-hotel",)),
        ("hotel software developer", ("software-company",)),
        ("teller at a bank", ("banking",)),
        ("warehouse manager", ("warehouse-distribution-center",)),
        ("pipeline welder", ("refinery-midstream",)),
        ("plant manager", ("manufacturing",)),
        ("marine electrician", ("maritime-shipping",)),
        ("drain and sewer system technician", ("water-wastewater",)),
        ("hotel manager", ("hotel",)),
    ],
)
def test_a_word_of_a_setting_that_means_another_thing_names_none(
    phrase: str, settings: tuple[str, ...]
) -> None:
    assert settings_named(phrase) == settings


def test_no_phrase_that_names_no_setting_names_one_as_well() -> None:
    other = [p for row in read_rows("settings_elsewhere.tsv") for p in parts(row["phrases"])]
    aliases = {alias for row in ROWS for alias in parts(row["aliases"])}
    assert len(set(other)) == len(other) > 300
    assert not aliases.intersection(other)


def test_a_setting_is_shown_by_its_own_words_the_first_of_them_most() -> None:
    told = setting_terms("health-club")
    assert max(told, key=lambda term: told[term]) == next(iter(told))
    assert not set(told) & set(setting_terms("nursing-home"))
    assert setting_terms("nowhere") == {}
