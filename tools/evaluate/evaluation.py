"""An evaluation whole: what was measured, what it was compared with, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tools.evaluate.faults import EvaluationError
from tools.evaluate.judged import Grades, Request
from tools.evaluate.measures import Cutoffs, Measured, measure, recall_at, recall_curve
from tools.evaluate.runs import Run
from tools.evaluate.statistics import Difference, Mean, compare, means

CURVE = 50
"""The longest list of which the recall curve tells."""
_MOST_NAMED = 5


class Measures(msgspec.Struct, frozen=True):
    """One system: its ranking, its measures by request, their means, mean Recall@1 … @CURVE."""

    run: Run
    measured: Measured
    means: dict[str, Mean]
    curve: list[float]


class Turn(msgspec.Struct, frozen=True):
    """Recall@k after a message of a conversation; the first message is the request itself."""

    message: str
    recall: float


class Evaluation(msgspec.Struct, frozen=True):
    """The figures of `ours` and, where there is one, of `other`, with the paired comparison.

    `turns` is request_id → the messages said in turn; `problems` are sentences about inputs that
    could not be used.
    """

    cutoffs: Cutoffs
    requests: tuple[Request, ...]
    ours: Measures
    other: Measures | None
    differences: tuple[Difference, ...]
    turns: dict[str, tuple[Turn, ...]]
    problems: tuple[str, ...]


def evaluate(
    requests: Sequence[Request],
    grades: Grades,
    ours: Run,
    other: Run | None = None,
    *,
    cutoffs: Cutoffs,
    turns: Mapping[str, Sequence[Turn]] | None = None,
    problems: Sequence[str] = (),
) -> Evaluation:
    """Return the evaluation over the requests that have judgements.

    Raises EvaluationError when packages of the extra are missing.
    """
    judged = judged_of(requests, grades)
    mine = _measures(ours, judged, grades, cutoffs)
    theirs = None if other is None else _measures(other, judged, grades, cutoffs)
    differences = [] if theirs is None else compare(mine.measured, theirs.measured, cutoffs.names)
    return Evaluation(
        cutoffs,
        tuple(judged),
        mine,
        theirs,
        tuple(differences),
        {request_id: tuple(said) for request_id, said in (turns or {}).items()},
        tuple(problems),
    )


def judged_of(requests: Sequence[Request], grades: Grades) -> list[Request]:
    """Return the requests for which somebody is judged; raises EvaluationError for none."""
    judged = [r for r in requests if grades.get(r.request_id)]
    if not judged:
        raise EvaluationError(
            "the requests and the judgements have no request_id in common: check that both files "
            "speak of the same requests."
        )
    return judged


def turns_of(
    request: Request, shown: Sequence[Sequence[str]], grades: Grades, cutoffs: Cutoffs
) -> tuple[Turn, ...]:
    """Return Recall@k after each message, `shown` being the people listed after each."""
    judged = grades.get(request.request_id, {})
    messages = (request.text, *request.turns)
    return tuple(
        Turn(message, recall_at(people, judged, cutoffs.recall, cutoffs.relevant_from))
        for message, people in zip(messages, shown, strict=True)
    )


def unusable(
    requests: Sequence[Request], grades: Grades, known: Iterable[str] | None, cutoffs: Cutoffs
) -> list[str]:
    """Return a sentence for each way in which requests, judgements and index do not fit.

    `known` are the candidate_ids that can be ranked, None when they are not known.
    """
    asked = {r.request_id for r in requests}
    problems = []
    if unasked := sorted(set(grades) - asked):
        problems.append(
            f"the judgements name {_named(unasked, 'request')} that the requests do not hold: they "
            "are left out."
        )
    if unjudged := [r.request_id for r in requests if not grades.get(r.request_id)]:
        problems.append(f"nobody is judged for {_named(unjudged, 'request')}: left out.")
    if known is not None:
        people = {c for r in asked & set(grades) for c in grades[r]}
        if gone := sorted(people - set(known)):
            problems.append(
                f"the judgements name {_named(gone, 'candidate_id')} that the index does not hold: "
                "nobody can find them, so recall stays below 1."
            )
    least = cutoffs.relevant_from
    if hopeless := [
        r.request_id
        for r in requests
        if grades.get(r.request_id) and max(grades[r.request_id].values()) < least
    ]:
        problems.append(
            f"nobody is graded {least} or better for {_named(hopeless, 'request')}: Recall, P, MRR "
            "and MAP leave that out."
        )
    return problems


def unranked(run: Run, requests: Sequence[Request]) -> list[str]:
    """Return a sentence when a run ranks nobody for some requests."""
    silent = [r.request_id for r in requests if not run.ranked.get(r.request_id)]
    if not silent:
        return []
    return [f"the run {run.name} ranks nobody for {_named(silent, 'request')}: that counts as 0."]


def twins(run: Run, texts: Mapping[str, str], k: int) -> list[str]:
    """Return a sentence when people whose résumés are the same text stand in the first k."""
    pairs: dict[tuple[str, str], None] = {}
    for people in run.ranked.values():
        first: dict[str, str] = {}
        for candidate_id in people[:k]:
            text = " ".join(texts.get(candidate_id, candidate_id).split())
            held = first.setdefault(text, candidate_id)
            if held != candidate_id:
                pairs[min(held, candidate_id), max(held, candidate_id)] = None
    if not pairs:
        return []
    named = _named([f"{one} = {other}" for one, other in sorted(pairs)], "pair")
    return [
        f"the index holds the same résumé under two ids ({named}): each takes a place of its own, "
        "so delete one of each with `matcher delete ID`."
    ]


def _measures(run: Run, requests: Sequence[Request], grades: Grades, cutoffs: Cutoffs) -> Measures:
    ids = [r.request_id for r in requests]
    measured = measure(run, grades, ids, cutoffs)
    return Measures(
        run,
        measured,
        means(measured, cutoffs.names),
        recall_curve(run, grades, ids, cutoffs, CURVE),
    )


def _named(ids: Sequence[str], noun: str) -> str:
    """Return how many there are, and the first of them by name."""
    more = "" if len(ids) <= _MOST_NAMED else " …"
    plural = noun if len(ids) == 1 else f"{noun}s"
    return f"{len(ids)} {plural} ({', '.join(ids[:_MOST_NAMED])}{more})"
