"""Kind words before a message change nothing about it, and are answered by themselves."""

from __future__ import annotations

import time

import pytest

from agent.offline import smalltalk
from agent.offline.intents import decide
from agent.offline.openers import without_pleasantries
from agent.offline.phrasebook import answers
from agent.offline.situation import Situation, tidy
from tools.criteria import Criterion

NOW = Situation(
    "",
    criteria=(Criterion("title", "Registered Nurse"), Criterion("location", "Texas")),
    shown=(1, 2, 3),
    total=20,
)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Oh nice. And which ones have a finance degree?", "which ones have a finance degree?"),
        ("Great, thanks! Who speaks French?", "Who speaks French?"),
        ("Hi there! ICU nurses in Texas", "ICU nurses in Texas"),
        ("skip it. shortlist the top 3", "shortlist the top 3"),
        ("too many. narrow it to 10+ years", "narrow it to 10+ years"),
        ("come on, someone with catering", "someone with catering"),
        ("I see. So who has PALS?", "who has PALS?"),
        ("Hmm, and what would be missing there?", "what would be missing there?"),
        ("Perfect. Compare 1 and 2.", "Compare 1 and 2."),
    ],
)
def test_what_is_asked_after_kind_words_is_read_alone(said: str, plain: str) -> None:
    assert tidy(said) == plain


@pytest.mark.parametrize(
    "said",
    [
        "Great, thanks!",
        "ok",
        "well, Berlin",
        "no, Berlin",
        "hmm, no. Berlin",
        "good nurses, please",
        "nice to have: French",
        "thanks, bye",
        "super market managers",
    ],
)
def test_words_that_are_the_message_stay(said: str) -> None:
    assert without_pleasantries(said) == said


@pytest.mark.parametrize("words", ["great, ", "oh nice. ", "hmm ", "thanks so much "])
def test_kind_words_without_end_are_read_in_no_time(words: str) -> None:
    started = time.perf_counter()
    without_pleasantries(words * 2_000)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("said", "tool"),
    [
        ("shw me more", "show_more"),
        ("wat certifications does #2 have", "explain_match"),
        ("nm the location", "filter_candidates"),
        ("skip it. shortlist the top 3", "update_shortlist"),
        ("what would be missing there?", "explain_match"),
        ("no one else?", "show_more"),
        ("wat abt the others", "show_more"),
        ("10y+", "filter_candidates"),
        ("min 3 yers", "filter_candidates"),
        ("any1 speak French", "filter_candidates"),
    ],
)
def test_a_quick_hand_is_understood(said: str, tool: str) -> None:
    (call,) = decide(NOW.saying(tidy(said))).calls
    assert call.tool == tool
    assert not call.args.get("remove") or call.args["remove"] == ["location:texas"]


def test_somewhere_closest_is_asked_of_those_shown() -> None:
    for said in ("who's closest to Houston?", "which one is nearest to Houston?"):
        (call,) = decide(NOW.saying(said)).calls
        assert call.args["among"] == "shown"
        (wish,) = call.args["add"]
        assert (wish["kind"], wish["value"]) == ("location", "Houston")
        assert wish["radius_km"] > 0


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("OK. Thanks!", answers()["thanks"]),
        ("thanks, that's all", answers()["bye"]),
        ("skip it", answers()["okay"]),
        ("cheapest?", answers()["unsaid"]),
        ("who's the most affordable?", answers()["unsaid"]),
        ("fewer", smalltalk.NOISE_ON_DESK),
        ("is it raining?", smalltalk.SCOPE_ON_DESK),
    ],
)
def test_what_is_no_wish_is_answered_for_the_list_on_screen(said: str, answer: str) -> None:
    assert decide(NOW.saying(tidy(said))).say == answer


def test_the_same_for_the_job_that_is_sought_is_no_change() -> None:
    said = decide(NOW.saying("can you do the same for registered nurses?")).say
    assert "already among your wishes" in said
