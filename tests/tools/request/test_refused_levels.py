"""What a recruiter refuses or says out of courtesy never becomes what is asked for."""

from __future__ import annotations

import pytest

from tools.criteria import Criterion
from tools.request import read_request

DESK = (Criterion("title", "Sous Chef"),)


@pytest.mark.parametrize(
    ("said", "weight"),
    [("no juniors", "avoid"), ("not a junior", "avoid"), ("only juniors", "must")],
)
def test_a_level_alone_weighs_as_it_is_said(said: str, weight: str) -> None:
    found = [(c.value, c.weight) for c in read_request(said, known=DESK).criteria]
    assert found == [("Junior Sous Chef", weight)]


@pytest.mark.parametrize("said", ["only cooks pls", "plz only cooks"])
def test_please_in_short_is_no_licence(said: str) -> None:
    assert [c.kind for c in read_request(said).criteria] == ["title"]


def test_the_licence_of_a_surveyor_is_written_in_capitals() -> None:
    found = read_request("land surveyor with PLS").criteria
    assert "PLS" in {c.value for c in found}


@pytest.mark.parametrize("said", ["not MIG only", "not only MIG"])
def test_not_only_one_thing_refuses_nothing(said: str) -> None:
    assert not [c for c in read_request(said).criteria if c.weight == "avoid"]


def test_a_level_refused_beside_its_job_is_avoided() -> None:
    found = read_request("electrician in Oslo, no apprentices").criteria
    assert ("Apprentice Electrician", "avoid") in {(c.value, c.weight) for c in found}


@pytest.mark.parametrize(
    "said", ["{}, no interns", "{}, no interns or juniors", "{}, not a trainee, no interns"]
)
def test_those_who_learn_are_a_level_and_no_words_of_a_text(said: str) -> None:
    found = read_request(said.format("software engineer")).criteria
    assert ("Intern", "avoid") in {(c.value, c.weight) for c in found}
    assert {c.kind for c in found} == {"title"}


@pytest.mark.parametrize("said", ["no interns", "SAP, no interns or trainees", "no internships"])
def test_interns_are_refused_of_every_trade(said: str) -> None:
    assert ("Intern", "avoid") in {(c.value, c.weight) for c in read_request(said).criteria}


def test_interns_of_one_trade_are_refused_of_that_trade_alone() -> None:
    found = read_request("no software engineer interns").criteria
    assert [c.value for c in found] == ["Software Engineer Intern"]


@pytest.mark.parametrize(
    "said", ["juniors are fine", "entry level is fine too", "trainees welcome", "junior ok"]
)
def test_a_level_that_is_let_in_asks_for_nobody_of_it(said: str) -> None:
    assert not read_request(said, known=DESK).criteria
    assert [c.value for c in read_request(f"cooks, {said}").criteria] == ["Cook"]


@pytest.mark.parametrize("said", ["nurse, no senior care", "plumber, no lead pipes"])
def test_a_kind_of_work_refused_is_no_level(said: str) -> None:
    assert not [c for c in read_request(said).criteria if c.kind == "title" and c.weight == "avoid"]


def test_a_level_behind_what_is_refused_is_sought_and_not_refused_as_well() -> None:
    criteria = read_request("developer, no Java, senior or lead").criteria
    refused = {c.value for c in criteria if c.weight == "avoid"}
    assert refused == {"Java"}


def test_a_short_have_moves_no_place_that_is_told() -> None:
    text = "a nurse who've worked in Leeds, knows Epic"
    said = {text[start:end] for _, start, end in read_request(text).spans}
    assert {"Leeds", "Epic"} <= said
