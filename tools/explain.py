"""ExplainMatch: why a person fits and what is missing, worded by code from verdicts alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from tools.arguments import ExplainArguments
from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion
from tools.deeds import deeds_told
from tools.desk import Desk, Outcome, ToolError
from tools.evidence_pack import pack
from tools.people import resolve
from tools.presenting import Row, model_person, model_verdict, rows, shown_name, verdicts_for
from tools.results import CriterionVerdict, Evidence, Explanation
from tools.standing import above_the_next
from tools.topics import Topic, told, years_told
from tools.wording import counted, phrase, question_about

NAME = "explain_match"
MOST_QUESTIONS = 5


def explain_match(desk: Desk, arguments: ExplainArguments) -> Outcome:
    """Explain up to ten people wish by wish, or tell one side of them that is asked for.

    Raises ToolError for nobody, and for wishes before a search.
    """
    criteria = desk.view.criteria
    ids = resolve(desk, arguments.people)
    if arguments.about is not None:
        return _tell(desk, ids, arguments.about, arguments.deed)
    if not criteria:
        raise ToolError(
            "no_search_yet", "There is nothing to judge by yet: say what you are looking for first."
        )
    people = rows(desk.index, desk.tenant, desk.view, ids, criteria)
    explained = [(row, _explain(row.person, criteria, row.rank, row.verdicts)) for row in people]
    payload = {"tool": NAME, "people": [evidence_of(r, e, criteria) for r, e in explained]}
    if len(people) == 1:
        payload |= above_the_next(desk, people[0], criteria)
    events = tuple(explanation_event(e) for _, e in explained)
    return Outcome(_discussing(desk, ids), payload, events, f"{len(people)} explained")


def _tell(desk: Desk, ids: Sequence[str], topic: Topic, deed: str) -> Outcome:
    """Return what the résumés say on one topic or of a deed, which no wish has to ask for."""
    people = rows(desk.index, desk.tenant, desk.view, ids, ())
    payload = {
        "tool": NAME,
        "people": [
            {
                **model_person(row),
                "about": topic,
                **({"deed": deed} if deed else {}),
                "evidence": [e.quote for e in _quotes(row.person, topic, deed)],
                "years": years_told(row.person, topic),
            }
            for row in people
        ],
    }
    return Outcome(_discussing(desk, ids), payload, (), f"{topic} of {len(people)}")


def _quotes(person: Candidate, topic: Topic, deed: str) -> Sequence[Evidence]:
    """Return the quotes of a topic; deeds without a verb are all that somebody did."""
    return deeds_told(person, deed) if topic == "deeds" and deed else told(person, topic)


def _discussing(desk: Desk, ids: Sequence[str]) -> Desk:
    discussed = ids[0] if len(ids) == 1 else desk.discussed
    return msgspec.structs.replace(desk, discussed=discussed)


def explain(person: Candidate, criteria: Criteria, rank: int | None = None) -> Explanation:
    """Return why a person fits the criteria and what is missing; a pure function of both."""
    return _explain(person, criteria, rank, verdicts_for(person, criteria))


def explanation_event(explanation: Explanation) -> tuple[str, dict[str, Any]]:
    """Return the event that shows an explanation to doors; notes come with the verdicts."""
    return "explanation", {
        "candidate_id": explanation.candidate_id,
        "rank": explanation.rank,
        "name": explanation.name,
        "verdicts": [
            {
                "criterion": verdict.criterion,
                "verdict": verdict.verdict,
                "note": verdict.note,
                "evidence": [
                    {"quote": e.quote, "start": e.start, "end": e.end} for e in verdict.evidence
                ],
            }
            for verdict in explanation.verdicts
        ],
        "summary": explanation.summary,
        "gaps": list(explanation.gaps),
        "questions": list(explanation.questions),
        "budget": pack(explanation.verdicts).budget(),
    }


def evidence_of(row: Row, explanation: Explanation, criteria: Criteria) -> dict[str, Any]:
    """Return what a model may know of a person: verdicts with a bounded pack of their quotes."""
    packed = pack(row.verdicts)
    verdicts = []
    for wish, verdict, quotes in zip(criteria, row.verdicts, packed.by_wish, strict=True):
        first = quotes[0] if quotes else None
        told = model_verdict(wish, verdict)
        shown = {} if verdict.is_denied else {"quote": first, "evidence": list(quotes)}
        verdicts.append(told | shown)
    return {
        **model_person(row),
        "verdicts": verdicts,
        "summary": explanation.summary,
        "gaps": list(explanation.gaps),
        "questions": list(explanation.questions),
    }


def _explain(
    person: Candidate,
    criteria: Criteria,
    rank: int | None,
    verdicts: Sequence[CriterionVerdict],
) -> Explanation:
    judged = list(zip(criteria, verdicts, strict=True))
    return Explanation(
        candidate_id=person.candidate_id,
        rank=rank,
        name=shown_name(person),
        verdicts=tuple(verdicts),
        summary=_summary(judged),
        gaps=tuple(gap for wish, verdict in judged for gap in _gap(wish, verdict)),
        questions=tuple(_questions(judged)),
    )


def _summary(judged: Sequence[tuple[Criterion, CriterionVerdict]]) -> str:
    """Return one sentence that counts and names what is met, partly met and open."""
    met = [phrase(w) for w, v in judged if w.weight != "avoid" and v.verdict == "met"]
    partly = [phrase(w) for w, v in judged if w.weight != "avoid" and v.verdict == "partly"]
    clashes = [phrase(w) for w, v in judged if w.weight == "avoid" and v.verdict == "met"]
    wanted = sum(1 for w, _ in judged if w.weight != "avoid")
    parts = []
    if wanted:
        named = f": {', '.join(met)}" if met else ""
        parts.append(f"Meets {len(met)} of {counted(wanted, 'wish', 'wishes')}{named}")
    if partly:
        parts.append(f"partly {', '.join(partly)}")
    if clashes:
        parts.append(f"but shows {', '.join(clashes)}, which is to be avoided")
    return "; ".join(parts) + "." if parts else "Nothing was asked for that could be shown."


def _gap(wish: Criterion, verdict: CriterionVerdict) -> list[str]:
    named = phrase(wish)
    if wish.weight == "avoid":
        return [f"{named}: found, though to be avoided"] if verdict.verdict == "met" else []
    note = f" ({verdict.note})" if verdict.note else ""
    match verdict.verdict:
        case "missing":
            return [f"{named}: not met{note}"]
        case "unclear":
            return [f"{named}: the résumé does not say"]
        case "partly":
            return [f"{named}: only partly shown{note}"]
    return []


def _questions(judged: Sequence[tuple[Criterion, CriterionVerdict]]) -> list[str]:
    """Return what to ask in an interview: the open musts first."""
    opened = [w for w, v in judged if w.weight != "avoid" and v.verdict != "met"]
    opened.sort(key=lambda wish: wish.weight != "must")
    return list(dict.fromkeys(question_about(wish) for wish in opened))[:MOST_QUESTIONS]
