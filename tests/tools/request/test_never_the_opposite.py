"""What is said against people or things keeps them out, and what is let in is no demand."""

from __future__ import annotations

import pytest

from tools.request import read_request


def asked(text: str) -> set[str]:
    return {f"{c.weight} {c.value}" for c in read_request(text).criteria if c.kind != "title"}


def refused(text: str) -> tuple[str, ...]:
    return read_request(text).attributes


AGAINST = """
accountants, no guys from banking|avoid retail banking|
chef, no girls from fast food|avoid fast food service|sex or gender
aircraft mechanic, boeing 737, no guys from the military|must boeing 737;avoid military|
aircraft mechanic, boeing 737, no military only guys|must boeing 737;avoid military|
welders, no women from oil and gas|avoid oil and gas|sex or gender
nurses, no old guys from geriatrics|avoid geriatric care|age
accountants, no guys without a CPA|must CPA|
drivers, no drivers without a CDL|must CDL|
forklift operator, no drivers without a license||
nurse, no new grads, ER or ICU|must emergency care or critical care|
nurse, no job hoppers, ER or ICU|must emergency care or critical care|
cook, no HACCP, ISO 9001 or pastry|avoid HACCP;avoid ISO 9001;avoid pastry|
accountants without a CPA|avoid CPA|
fitness instructors except yoga teachers near San Diego|must San Diego|
cooks except pastry cooks within 30 miles of Boston|must Boston|
electricians, not near Houston|avoid Houston|
cooks, not within walking distance|avoid walking distance|
masters ideally, phd overkill|nice master|
bookkeeper, a CPA would be overkill||
mechanic, not old cars|avoid old cars|
mechanics, no older people||age
drivers, only guys with a CDL|must CDL|sex or gender
drivers, no girls, CDL|must CDL|sex or gender
waiters, no women with kids in london|must London|sex or gender,family or marital status
designers, freelancers not ok|avoid freelancers|
designers, freelancers are excluded|avoid freelancers|
designers, agencies or freelancers are excluded|avoid agencies or freelancers|
"""


@pytest.mark.parametrize("row", AGAINST.strip().splitlines())
def test_a_denial_keeps_out_whom_it_names_and_nobody_else(row: str) -> None:
    said, wishes, about = row.split("|")
    assert asked(said) == {w for w in wishes.split(";") if w}
    assert refused(said) == tuple(filter(None, about.split(",")))


@pytest.mark.parametrize(
    "said", ["designers, freelancers are excluded", "sales reps, not managers"]
)
def test_who_is_sought_is_not_put_out_by_words_about_others(said: str) -> None:
    titles = {(c.value, c.weight) for c in read_request(said).criteria if c.kind == "title"}
    assert any(weight == "must" for _, weight in titles)
    assert ("Manager", "avoid") in titles or "managers" not in said


LET_IN = """
graphic designer, freelancers ok|nice freelancers
teacher, Montessori welcome|nice Montessori
project manager, PMP nice|nice PMP
site superintendent, OSHA 10 nice|nice OSHA 10
accountant, QuickBooks nice, CPA required|nice QuickBooks;must CPA
chef in nice|must Nice
chef, must be nice|
nurse, nights ok|must night shifts
accountant, not only in Chicago|nice Chicago
accountant in Chicago but not only|nice Chicago
Need SQL. Additional preferred experience: Python, Kafka.|must SQL;nice Python;nice Kafka
"""


@pytest.mark.parametrize("row", LET_IN.strip().splitlines())
def test_what_is_let_in_or_a_bonus_is_no_must(row: str) -> None:
    said, wishes = row.split("|")
    assert asked(said) == {w for w in wishes.split(";") if w}


OF_ITS_OWN = """
translator, ideally Spanish, in Texas|nice Spanish;must Texas
translator, ideally Spanish, 5+ years|nice Spanish;must 5
nurse, preferably ICU, RN license, in Ohio|nice critical care;must RN;must Ohio
nurse, preferably ICU, BLS, ACLS|nice critical care;nice BLS;nice ACLS
nurse, nice to have: ICU, RN license|nice critical care;nice RN
dev (ideally Go, in Berlin)|nice Go;nice Berlin
"""


@pytest.mark.parametrize("row", OF_ITS_OWN.strip().splitlines())
def test_a_place_years_or_a_licence_behind_a_preference_is_a_wish_of_its_own(row: str) -> None:
    said, wishes = row.split("|")
    assert asked(said) == set(wishes.split(";"))


WHOLE = """
civil engineer, bachelor or higher|must bachelor
civil engineer, bachelor in civil engineering or above|must bachelor
civil engineer, bachelor or master|must bachelor or master
accountant, 8 years at least, 15 at most|must 8;must 15
electrician, 5 yrs min 12 max|must 5;must 12
chef, 5 years, team of 12 max|must 5
controller for our NYC office - budgeting|must New York City;must budgeting
analyst for our NYC office|must analyst;must New York City
personal trainer in cali|must California
driver in cali, colombia|must Cali
warehouse manager, SAP EWM or Manhattan|must SAP EWM or Manhattan
warehouse manager, Brooklyn or Manhattan|must Brooklyn or Manhattan
nurse, 37.5 hours|
pilot, 500 hours PIC|must 500 hours PIC
driver, never fired|
accountants, no one from big 4|avoid Deloitte or Ernst & Young or KPMG or PwC
"""


@pytest.mark.parametrize("row", WHOLE.strip().splitlines())
def test_nothing_that_is_asked_for_is_lost_or_made_up(row: str) -> None:
    said, wishes = row.split("|")
    assert asked(said) == {w for w in wishes.split(";") if w}
