"""How near a person is in meaning: the best passage, and what of the wishes it is held against."""

from __future__ import annotations

from tools.candidates import Candidate, Identity, Passage, Profile
from tools.criteria import Criterion
from tools.index.facts import passage_texts
from tools.index.retrieval import nearness, query_text


def test_a_person_is_as_near_as_the_best_of_their_passages() -> None:
    near, _ = nearness([(1, 0.8), (2, 0.7), (2, 0.7), (1, 0.1), (3, 0.05)])
    assert near == {1: 0.8, 2: 0.7, 3: 0.05}


def test_who_has_no_passage_among_them_is_as_near_as_the_last() -> None:
    assert nearness([(1, 0.8), (2, 0.3)])[1] == 0.3
    assert nearness([]) == ({}, 0.0)


def test_a_job_is_embedded_in_the_phrase_it_was_named_in() -> None:
    wishes = (
        Criterion("industry", "fitness"),
        Criterion("title", "General Manager", phrase="General Manager, Health Club"),
        Criterion("title", "Bouncer", "avoid", phrase="a bouncer"),
    )
    assert query_text(wishes) == "General Manager, Health Club"


def test_without_a_job_the_wishes_are_embedded_in_the_words_they_were_put_in() -> None:
    wishes = (
        Criterion("skill", "Salesforce", "nice"),
        Criterion("skill", "quota attainment", said="team sales goals"),
        Criterion("skill", "Excel", "avoid"),
    )
    assert query_text(wishes) == "team sales goals, Salesforce"


def test_words_that_tell_a_sex_are_not_embedded() -> None:
    texts = []
    for he, his in (("She", "her"), ("He", "his")):
        text = f"{he} led {his} team of nurses."
        made = Candidate(
            "a", text, Profile(), Identity(), passages=(Passage("other", 0, len(text)),)
        )
        texts.append(passage_texts(made))
    assert texts[0] == texts[1] == ["led team of nurses."]
