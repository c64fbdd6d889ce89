"""Truthful sentences pass the filter; what the evidence lacks never does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphs.grounding import Grounding
from graphs.judgements import no_statement
from graphs.numbers import Number
from graphs.turn_evidence import Known

QUOTE_1 = "Built an NLP pipeline in Python that sorts 40,000 support tickets a month."
QUOTE_2 = "Trains computer vision models with PyTorch. Leads a team of four."


def verdict(
    kind: str, value: Any, verdict: str, quote: str | None, note: str = ""
) -> dict[str, Any]:
    return {
        "criterion": f"{kind}:{value}".lower(),
        "kind": kind,
        "value": value,
        "weight": "must",
        "verdict": verdict,
        "note": note,
        "quote": quote,
    }


CRITERIA = [
    {"id": "title:data-scientist", "kind": "title", "value": "Data Scientist", "weight": "must"},
    {"id": "skill:python", "kind": "skill", "value": "Python", "weight": "must"},
    {"id": "skill:apache-spark", "kind": "skill", "value": "Apache Spark", "weight": "nice"},
]

SEARCH: dict[str, Any] = {
    "tool": "search_candidates",
    "total": 14,
    "offset": 0,
    "rows": [
        {
            "ref": "⟨#1⟩",
            "rank": 1,
            "headline": "Data Scientist",
            "location": "Berlin, Germany",
            "years_experience": 6.5,
            "verdicts": [
                verdict("title", "Data Scientist", "met", "Data Scientist, Lindenpark Analytics"),
                verdict("skill", "Python", "met", QUOTE_1),
                {**verdict("skill", "Apache Spark", "unclear", None), "weight": "nice"},
            ],
        },
        {
            "ref": "⟨#2⟩",
            "rank": 2,
            "headline": "Senior Data Scientist",
            "location": "Munich, Germany",
            "years_experience": 10.9,
            "verdicts": [
                verdict(
                    "title", "Data Scientist", "met", "Senior Data Scientist, Isarwerk Robotics"
                ),
                verdict("skill", "Python", "missing", None),
                {
                    **verdict("skill", "Apache Spark", "met", "Moved scoring to Spark in 2019."),
                    "weight": "nice",
                },
            ],
        },
    ],
    "criteria": CRITERIA,
    "added": CRITERIA,
    "removed": [],
    "excluded": [],
    "relax": [],
}
DESK = {"criteria": [], "shown": [], "total": 0, "shortlist": [], "discussed": ""}


def released(text: str, said: str = "find data scientists with Python", step: int = 5) -> str:
    grounding = Grounding(Known([SEARCH], said, DESK))
    out = [s for at in range(0, len(text), step) for s in grounding.feed(text[at : at + step])]
    return "".join([*out, *grounding.finish()])


TRUTHS = [
    "I found 14 people and show the first 2.",
    "Fourteen people fit.",
    "⟨#1⟩ leads: “Built an NLP pipeline in Python”.",
    f"⟨#1⟩ knows Python: “{QUOTE_1}”",
    "⟨#1⟩ has 6.5 years of experience and lives in Berlin.",
    "⟨#2⟩ works at Isarwerk Robotics.",
    "⟨#2⟩ moved scoring to Apache Spark in 2019.",
    "Apache Spark is unclear for ⟨#1⟩.",
    "⟨#1⟩ does not mention Apache Spark, while ⟨#2⟩ does.",
    "The résumé of ⟨#2⟩ does not name Python.",
    "**⟨#1⟩**, Data Scientist, Berlin, Germany, 6.5 years of experience:",
    "- Python of ⟨#1⟩: “Built an NLP pipeline in Python”",
    "1. ⟨#1⟩",
    "Say “drop Python” to see more.",
    "Does ⟨#1⟩ know Apache Spark?",
    "Unfortunately, nothing further is known.",
    "Which of them do you want to compare?",
    "#2 stands in Munich.",
    "2 of the wishes are skills.",
    "1 of 2 shows every must: ⟨#1⟩.",
    "⟨#1⟩ meets every must; ⟨#2⟩ does not meet every must.",
    "⟨#2⟩ meets every must but Python.",
    "One thing aside, ⟨#2⟩ ticks all the boxes.",
    "⟨#1⟩ leads even so, as ⟨#1⟩ uses more of the words of the request.",
]

INVENTIONS = [
    "⟨#3⟩ is even better.",
    "⟨@somebody⟩ also fits.",
    "#7 is worth a look.",
    "⟨#1⟩ knows Kubernetes.",
    "⟨#1⟩ has 12 years of experience.",
    "⟨#1⟩ has twelve years of experience.",
    "⟨#1⟩ has 10.9 years of experience.",
    "⟨#1⟩ worked at Google.",
    "Google employed ⟨#1⟩.",
    "⟨#1⟩ studied at the Technical University of Munich.",
    "Maria Schmidt fits best.",
    "⟨#1⟩ joined in March 2021.",
    "⟨#1⟩ says “I love Python and my team”.",
    f"⟨#2⟩ says “{QUOTE_1}”",
    '⟨#1⟩ says "I led twenty people".',
    "⟨#1⟩ knows Apache Spark well.",
    "⟨#2⟩ is strong in Python.",
    "⟨#1⟩ and ⟨#2⟩ both know Apache Spark.",
    "Those with Apache Spark are ⟨#1⟩ and ⟨#2⟩.",
    "⟨#1⟩ matches 98% of the wishes.",
    "⟨#1⟩ holds a PMP.",
    "⟨#1⟩ lives in Hamburg.",
    "⟨#2⟩ meets every must.",
    "2 of 2 meet all the musts: ⟨#1⟩ and ⟨#2⟩.",
    "⟨#1⟩ and ⟨#2⟩ tick every box.",
]


@pytest.mark.parametrize("sentence", TRUTHS)
def test_what_the_evidence_carries_passes(sentence: str) -> None:
    assert released(sentence) == sentence


@pytest.mark.parametrize("count", [4, 7])
def test_how_many_meet_every_must_may_be_told_whatever_else_is_wished(count: int) -> None:
    musts = {"met": [f"⟨#{n}⟩" for n in range(1, count + 1)], "shown": 10}
    grounding = Grounding(Known([{**SEARCH, "musts": musts}], "Python", DESK))
    sentence = f"{count} of the 10 shown meet every must."
    assert "".join([*grounding.feed(sentence), *grounding.finish()]) == sentence


@pytest.mark.parametrize("sentence", INVENTIONS)
def test_what_the_evidence_lacks_is_removed(sentence: str) -> None:
    assert released(sentence) == ""


def test_a_removed_sentence_is_reported_with_its_reason() -> None:
    grounding = Grounding(Known([SEARCH], "", DESK))
    grounding.feed("⟨#1⟩ worked at Google. ")
    grounding.finish()
    (removed,) = grounding.removed
    assert removed == {
        "sentence": "⟨#1⟩ worked at Google.",
        "reason": "names what the evidence lacks: Google",
    }


def test_what_a_pronoun_says_is_measured_by_the_person_before() -> None:
    text = "⟨#2⟩ is second. She has 6.5 years of experience. She has 10.9 years of experience."
    assert released(text) == "⟨#2⟩ is second. She has 10.9 years of experience."


def test_a_list_under_a_person_is_measured_by_that_person() -> None:
    text = f"⟨#2⟩ in short:\n- Munich\n- “{QUOTE_1}”\n- Apache Spark\n- Python"
    assert released(text) == "⟨#2⟩ in short:\n- Munich\n- Apache Spark\n"


def test_the_recruiters_own_words_are_evidence() -> None:
    assert released("Nobody shows Kubernetes.", said="who knows Kubernetes?")


@pytest.mark.parametrize(
    ("told", "passes"),
    [
        ("- non-profit: ⟨#1⟩ “Ran a nonprofit.”", True),
        ("⟨#1⟩ worked at a non-profit: “Ran a nonprofit.”", True),
        ("⟨#1⟩ shows no non-profit.", False),
        ("⟨#2⟩ worked at a non-profit.", False),
        ("non-profit is unclear for ⟨#2⟩.", True),
    ],
)
def test_a_word_within_the_name_of_a_wish_denies_nothing(told: str, passes: bool) -> None:
    first = {
        "ref": "⟨#1⟩",
        "rank": 1,
        "verdicts": [verdict("industry", "non-profit", "met", "Ran a nonprofit.")],
    }
    second = {
        "ref": "⟨#2⟩",
        "rank": 2,
        "verdicts": [verdict("industry", "non-profit", "unclear", None)],
    }
    payload = {**SEARCH, "rows": [first, second], "criteria": []}
    grounding = Grounding(Known([payload], "who worked at a nonprofit?", DESK))
    assert bool([*grounding.feed(told), *grounding.finish()]) is passes


def test_a_list_below_an_outside_sales_job_denies_nothing() -> None:
    told = ["⟨#1⟩, Outside Sales Representative, Berlin:\n", f"- Python: “{QUOTE_1}”\n"]
    row = {**SEARCH["rows"][0], "headline": "Outside Sales Representative"}
    grounding = Grounding(Known([{**SEARCH, "rows": [row]}], "", DESK))
    assert [said for line in told for said in grounding.feed(line)] == told


def test_a_new_ranking_makes_the_old_placeholders_mean_nothing() -> None:
    empty = {**SEARCH, "total": 0, "rows": [], "offset": 0}
    grounding = Grounding(Known([SEARCH, empty], "", DESK))
    assert grounding.feed("⟨#1⟩ lives in Berlin.\n") == []


def test_without_evidence_only_plain_words_pass() -> None:
    grounding = Grounding(Known([], "hello", DESK))
    assert grounding.feed("Hello, tell me whom you are looking for.\n")
    assert not grounding.feed("Ana knows Python.\n")


@given(
    st.lists(
        st.tuples(st.booleans(), st.integers(0, len(INVENTIONS) - 1), st.integers(0, 18)),
        max_size=8,
    ),
    st.integers(1, 30),
)
def test_in_any_mixture_exactly_the_truths_are_released(
    picks: list[tuple[bool, int, int]], step: int
) -> None:
    said = [TRUTHS[true] if honest else INVENTIONS[lie] for honest, lie, true in picks]
    truths = [TRUTHS[true] for honest, _, true in picks if honest]
    text = released("\n".join(said), step=step)
    assert [line for line in text.split("\n") if line] == truths


@given(st.integers(0, 5000))
def test_a_number_passes_only_if_it_stands_in_the_evidence(number: int) -> None:
    known = Known([SEARCH], "", DESK)
    evident = any(bag.has(Number(float(number), "years")) for bag in known.evidence("⟨#1⟩"))
    passed = bool(Grounding(known).feed(f"⟨#1⟩ has {number} years of it.\n"))
    assert passed == evident


@given(st.text(max_size=400))
@example("² and a half, the ²nd, ² decades")
@example("\ufb2a")
def test_any_text_is_taken(text: str) -> None:
    grounding = Grounding(Known([SEARCH], "", DESK))
    out = "".join([*grounding.feed(text), *grounding.finish()])
    assert len(out) <= len(text)


MARKS = ["⟨#1⟩", "⟨#2⟩", "⟨#9⟩", "⟨@x⟩", "⟨?ana⟩"]
WORDS = """
and|but|does too|knows Python|ebenfalls|so does|everything but Spark|lacks|unlike|6.5 years
ranks second|Google|she|as well|respectively|谷歌""".replace("\n", "|").split("|")
FRAGMENTS = st.sampled_from([*MARKS, *",.:;?()“”-—\n", *(f" {word} " for word in WORDS)])


@given(st.lists(FRAGMENTS, max_size=12).map("".join))
def test_no_mixture_of_claims_breaks_the_filter(text: str) -> None:
    assert set(released(text)) <= set(text)


def test_how_many_are_ranked_may_be_told_after_a_word_about_somebody() -> None:
    payload = {**SEARCH, "narrowing": {"ranked": 189}}
    grounding = Grounding(Known([payload], "hide 1", {"shown": [1, 2]}))
    said = "⟨#1⟩ is left out of this list. 14 of the 189 ranked. "
    assert "".join([*grounding.feed(said), *grounding.finish()]) == said
    assert grounding.removed == []


@pytest.mark.parametrize("wish", ["A&P", "R&D", "P&L", "M&As"])
def test_an_ampersand_in_a_name_is_no_markup(wish: str) -> None:
    assert no_statement(f"I ranked 5 people for Baker, {wish}; ideally Spanish.", []) is None
    assert no_statement(f"I ranked 5 people for {wish} &amp; &lt;b&gt;.", []) == "holds markup"
