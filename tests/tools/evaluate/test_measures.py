"""The figures: by hand on small cases, with intervals and tests that repeat bit for bit."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.evaluate.evaluation import evaluate, twins, unusable
from tools.evaluate.faults import EvaluationError
from tools.evaluate.judged import Request
from tools.evaluate.measures import Cutoffs, measure, recall_curve
from tools.evaluate.runs import Run
from tools.evaluate.statistics import compare, means

GRADES = {"r": {"a": 3, "b": 1, "c": 2, "d": 0}}
AT_3 = Cutoffs.at(3)


def test_each_measure_is_what_one_computes_by_hand() -> None:
    values = measure(Run("x", {"r": ("b", "new", "a", "d")}), GRADES, ["r"], AT_3)["r"]
    ideal = 7 + 3 / math.log2(3) + 1 / 2
    assert values["nDCG@3"] == pytest.approx((1 + 7 / 2) / ideal)
    assert values["Recall@3"] == pytest.approx(1 / 2)
    assert values["P@3"] == pytest.approx(1 / 3)
    assert values["MRR"] == pytest.approx(1 / 3)
    assert values["MAP"] == pytest.approx((1 / 3) / 2)
    assert values["unjudged@3"] == pytest.approx(1 / 3)


def test_the_order_given_counts_and_not_the_spelling_of_ids() -> None:
    forward = measure(Run("x", {"r": ("a", "c", "b")}), GRADES, ["r"], AT_3)["r"]
    assert forward["nDCG@3"] == pytest.approx(1.0)
    assert measure(Run("x", {"r": ("b", "c", "a")}), GRADES, ["r"], AT_3)["r"]["nDCG@3"] < 1.0


def test_a_request_for_which_nobody_was_ranked_counts_as_nothing_found() -> None:
    values = measure(Run("x", {}), GRADES, ["r"], AT_3)["r"]
    assert values == dict.fromkeys(AT_3.names, 0.0)


def test_a_request_without_anybody_worth_finding_has_no_recall() -> None:
    measured = measure(Run("x", {"r": ("a",)}), {"r": {"a": 1}}, ["r"], AT_3)
    assert set(measured["r"]) == {"nDCG@3", "unjudged@3"}
    assert means(measured, AT_3.names)["Recall@3"].requests == 0


@given(st.permutations(list("abcdefgh")))
def test_recall_only_grows_with_the_list_and_ends_at_the_measure(order: list[str]) -> None:
    run = Run("x", {"r": tuple(order)})
    curve = recall_curve(run, GRADES, ["r"], AT_3, 8)
    assert curve == sorted(curve)
    assert curve[2] == pytest.approx(measure(run, GRADES, ["r"], AT_3)["r"]["Recall@3"])
    assert curve[-1] == 1.0


def measured(values: list[float]) -> dict[str, dict[str, float]]:
    return {f"r{n}": {"m": value} for n, value in enumerate(values)}


def test_an_interval_holds_the_mean_and_repeats() -> None:
    values = measured([0.2, 0.9, 0.5, 0.7, 0.4, 0.6])
    first = means(values, ["m"])["m"]
    assert first == means(values, ["m"])["m"]
    assert first.low is not None
    assert first.high is not None
    assert 0.2 < first.low < first.mean < first.high < 0.9


def test_one_request_has_no_interval() -> None:
    only = means(measured([0.4]), ["m"])["m"]
    assert (only.mean, only.low, only.high, only.requests) == (0.4, None, None, 1)


def test_the_same_system_twice_differs_by_chance_alone() -> None:
    values = measured([0.2, 0.9, 0.5])
    (same,) = compare(values, values, ["m"])
    assert (same.difference, same.p, same.equal) == (0.0, 1.0, 3)


def test_a_better_system_is_told_from_chance_only_with_enough_requests() -> None:
    def p_of(requests: int) -> float:
        worse = [0.3 + 0.01 * n for n in range(requests)]
        better = [value + 0.2 for value in worse]
        return compare(measured(better), measured(worse), ["m"])[0].p

    assert p_of(3) == pytest.approx(2 / 2**3)
    assert p_of(12) < 0.001


def test_what_does_not_fit_is_told_in_a_sentence_each() -> None:
    asked = [Request("r", "cooks"), Request("silent", "nurses"), Request("low", "pilots")]
    grades = {"r": {"a": 3, "gone": 2}, "other": {"a": 1}, "low": {"a": 1}}
    told = unusable(asked, grades, {"a"}, AT_3)
    assert [sentence.split(":")[0] for sentence in told] == [
        "the judgements name 1 request (other) that the requests do not hold",
        "nobody is judged for 1 request (silent)",
        "the judgements name 1 candidate_id (gone) that the index does not hold",
        "nobody is graded 2 or better for 1 request (low)",
    ]


def test_many_unknown_ids_are_counted_and_the_first_named() -> None:
    grades = {"r": {f"p{n}": 2 for n in range(9)}}
    (told,) = unusable([Request("r", "cooks")], grades, set(), AT_3)
    assert "9 candidate_ids (p0, p1, p2, p3, p4 …)" in told


def test_the_same_resume_under_two_ids_is_told() -> None:
    run = Run("x", {"r": ("a", "b", "c")})
    (told,) = twins(run, {"a": "One text", "b": "Other", "c": "One  text"}, 3)
    assert "(a = c)" in told
    assert twins(run, {"a": "One text", "b": "Other", "c": "One  text"}, 2) == []


def test_files_that_speak_of_different_requests_are_refused() -> None:
    with pytest.raises(EvaluationError, match="no request_id in common"):
        evaluate([Request("r", "cooks")], {"other": {"a": 1}}, Run("x", {}), cutoffs=AT_3)
