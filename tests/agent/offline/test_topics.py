"""A question about one side of a person is answered with that side alone."""

from __future__ import annotations

import msgspec
import pytest

from agent.offline.intents import decide
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH, WHO_DO_YOU_MEAN
from agent.offline.wording.people import word_explanation
from tools.criteria import Criterion

NOW = Situation("", criteria=(Criterion("skill", "SQL"),), shown=tuple(range(1, 8)), total=20)


def test_a_pronoun_after_a_question_about_one_person_means_them() -> None:
    now = Situation(
        "what languages does she speak?",
        criteria=NOW.criteria,
        shown=NOW.shown,
        total=20,
        asked="does #3 know SQL?",
        said="Yes, ⟨#3⟩ shows it: “SQL”.",
    )
    (call,) = decide(now).calls
    assert call.args == {"people": ["#3"], "about": "languages"}


def test_a_pronoun_for_nobody_is_asked_back() -> None:
    assert decide(NOW.saying("where did she study?")).say == WHO_DO_YOU_MEAN
    assert decide(Situation("where did she study?")).say == NO_SEARCH


@pytest.mark.parametrize("text", ["why is #1 good for a teaching role?", "what is #1 missing?"])
def test_a_question_about_the_fit_is_answered_with_the_fit(text: str) -> None:
    (call,) = decide(NOW.saying(text)).calls
    assert "about" not in call.args


def test_each_line_of_what_is_told_is_a_quote_and_silence_is_said() -> None:
    people = [
        {"ref": "⟨#1⟩", "about": "positions", "evidence": ["Cook, Bistro\n2019 – 2021", "Waiter."]},
        {"ref": "⟨#2⟩", "about": "education", "evidence": []},
    ]
    assert word_explanation({"people": people}, NOW) == (
        "Positions of ⟨#1⟩:\n- “Cook, Bistro” · “2019 – 2021”\n- “Waiter.”\n\n"
        "I found nothing about education in the résumé of ⟨#2⟩."
    )


def test_years_are_told_most_first_and_without_them_it_is_said() -> None:
    people = [
        {"ref": f"⟨#{n}⟩", "about": "years", "evidence": [], "years": years}
        for n, years in ((1, 3.5), (2, None), (3, 12.0))
    ]
    assert word_explanation({"people": people}, NOW) == (
        "Those shown, by years of experience:\n- ⟨#3⟩: 12 years\n"
        "- ⟨#1⟩: 3.5 years\nThe résumé of ⟨#2⟩ does not say."
    )


def test_a_deed_is_told_in_quotes_or_it_is_said_that_the_resume_is_silent() -> None:
    people = [
        {"ref": "⟨#1⟩", "about": "deeds", "deed": "sell", "evidence": ["Sold used vans."]},
        {"ref": "⟨#2⟩", "about": "deeds", "deed": "sell", "evidence": []},
    ]
    assert word_explanation({"people": people}, NOW) == (
        "What the résumé of ⟨#1⟩ says on “sell”:\n- “Sold used vans.”\n\n"
        "The résumé of ⟨#2⟩ does not say: I found nothing on “sell” in it."
    )


def test_their_means_the_one_just_spoken_of_and_after_a_list_everybody_on_it() -> None:
    after_one = NOW.saying("show me their certs")
    one = msgspec.structs.replace(after_one, asked="why #3?", said="**⟨#3⟩**, Cook:")
    (call,) = decide(one).calls
    assert call.args == {"people": ["#3"], "about": "certifications"}
    all_ = msgspec.structs.replace(after_one, asked="cooks", said="I ranked 20. #1 ⟨#1⟩ leads.")
    (call,) = decide(all_).calls
    assert call.args == {"people": [f"#{n}" for n in range(1, 8)], "about": "certifications"}
