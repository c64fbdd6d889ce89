"""How near a person is in meaning: by the best passage and by all of them."""

from __future__ import annotations

import pytest

from tools.candidates import Candidate, Identity, Passage, Profile
from tools.criteria import Criterion
from tools.index.facts import passage_texts
from tools.index.retrieval import nearness, query_text


def test_four_near_passages_are_nearer_than_one() -> None:
    near, _ = nearness([(1, 0.8), (2, 0.8), (1, 0.7), (1, 0.7), (1, 0.6), (3, 0.5)])
    assert near[1] > near[2] > near[3]


def test_who_has_no_passage_among_them_is_as_near_as_the_last() -> None:
    assert nearness([(1, 0.8), (2, 0.3)])[1] == 0.3
    assert nearness([]) == ({}, 0.0)


def test_a_person_all_of_whose_passages_are_equal_is_as_near_as_these() -> None:
    near, _ = nearness([(1, 0.6)] * 4 + [(2, 0.1)])
    assert near[1] == pytest.approx(0.6)


def test_a_wish_is_embedded_in_the_words_it_was_put_in() -> None:
    wishes = (
        Criterion("skill", "quota attainment", said="team sales goals"),
        Criterion("title", "Branch Manager"),
        Criterion("skill", "Excel", "avoid"),
    )
    assert query_text(wishes) == "Branch Manager, team sales goals"


def test_words_that_tell_a_sex_are_not_embedded() -> None:
    texts = []
    for he, his in (("She", "her"), ("He", "his")):
        text = f"{he} led {his} team of nurses."
        made = Candidate(
            "a", text, Profile(), Identity(), passages=(Passage("other", 0, len(text)),)
        )
        texts.append(passage_texts(made))
    assert texts[0] == texts[1] == ["led team of nurses."]
