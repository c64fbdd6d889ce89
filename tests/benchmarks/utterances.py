"""Scores the offline planner on its tables: `python -m tests.benchmarks.utterances`."""

from __future__ import annotations

import csv
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from agent.offline import levels, lookup_by_name, questions, refusals, smalltalk
from agent.offline.intents import CLARIFY, decide
from agent.offline.phrasebook import answers
from agent.offline.plan import Call, Plan
from agent.offline.situation import Situation, tidy, wish
from tools.criteria import Criteria, Criterion, merge

TABLES = Path(__file__).resolve().parents[1] / "agent" / "offline"
NUMBERS = ("min_years", "max_years")
ANSWERS = {
    "action": answers()["cannot"],
    **answers(),
    "scope": answers()["scope"].partition(". ")[0],
    "noise": smalltalk.NOISE.partition(". ")[0],
    "leftout": "is left out.",
    "nolevel": levels.ALL_WELCOME,
    "nosearch": smalltalk.NO_SEARCH,
    "whom": smalltalk.WHO_DO_YOU_MEAN,
    "contact": refusals.CONTACT,
    "refuse": "I do not look at",
    "clarify": CLARIFY,
    "count": "ranked for your wishes",
    "criteria": "You are looking for",
    "already": "already among your wishes",
    "notwished": "nothing to drop",
    "two": "Whom shall I compare? Name",
    "noname": lookup_by_name.NO_SUCH_NAME,
    "inindex": "In this index:",
    "nobody": questions.NOBODY_TO_COUNT,
    "number": "How much is that?",
}


class Case(NamedTuple):
    """One row of a table: the desk, what is said and what should happen."""

    desk: str
    said: str
    expected: str


class Result(NamedTuple):
    """What happened to one case."""

    case: Case
    got: str
    right: bool
    ms: float


def read_cases(name: str) -> list[Case]:
    """Return the cases of a table."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:] if line.strip() and not line.startswith("#"))
    return [Case(*row) for row in rows]


def run(cases: list[Case]) -> list[Result]:
    """Return what the planner makes of every case, in order."""
    desks = read_desks()
    now = Situation("")
    results = []
    for case in cases:
        if case.desk != "…":
            now = desks[case.desk]
        now = now.saying(tidy(case.said))
        began = time.perf_counter()
        plan = decide(now)
        spent = (time.perf_counter() - began) * 1000
        got = shown(plan)
        results.append(Result(case, got, normal(got) == normal(case.expected), spent))
        now = after(now, plan)
    return results


def read_desks() -> dict[str, Situation]:
    """Return the named desks that cases start from."""
    with (TABLES / "desks.tsv").open(encoding="utf-8") as file:
        return {r["name"]: _desk(r) for r in csv.DictReader(file, delimiter="\t")}


def shown(plan: Plan) -> str:
    """Return a plan in the notation of the tables."""
    if plan.calls:
        return "; ".join(_call(c) for c in plan.calls)
    return "say " + next((name for name, text in ANSWERS.items() if text in plan.say), plan.say)


def normal(expected: str) -> str:
    """Return the notation with the order of wishes evened out."""
    parts = []
    for call in expected.split("; "):
        verb, _, rest = call.strip().partition(" ")
        items = rest.split(", ") if verb in ("search", "shown", "ranked") else _signed(rest, verb)
        parts.append(f"{verb} {' | '.join(sorted(i.strip() for i in items))}".strip().casefold())
    return "; ".join(parts)


def after(now: Situation, plan: Plan) -> Situation:
    """Return the desk as the tools would leave it, near enough to go on talking."""
    said = " ".join(f"⟨{p}⟩" for c in plan.calls for p in c.args.get("people", ())) or "Done."
    for call in plan.calls:
        now = _after(now, call)
    return msgspec.structs.replace(now, asked=now.text, said=said)


def _after(now: Situation, call: Call) -> Situation:
    replace = msgspec.structs.replace
    args = call.args
    if call.tool == "search_candidates":
        return replace(now, criteria=_criteria(args["criteria"]), **_FULL)
    if call.tool == "filter_candidates" and args.get("among", "pool") == "pool":
        gone = frozenset(args["remove"])
        return replace(now, criteria=merge(now.criteria, _criteria(args["add"]), gone).criteria)
    if call.tool == "explain_match" and len(args["people"]) == 1 and args["people"][0] != "last":
        return replace(now, discussed=f"⟨{args['people'][0]}⟩")
    return now


_FULL: dict[str, Any] = {"shown": tuple(range(1, 11)), "total": 20, "more": True}


def _criteria(arguments: list[dict[str, Any]]) -> Criteria:
    return tuple(wish(a) for a in arguments)


def _desk(row: dict[str, str | None]) -> Situation:
    total = int(row["total"] or 0)
    listed = (row["shortlist"] or "").split()
    return Situation(
        text="",
        criteria=tuple(_criterion(c) for c in (row["criteria"] or "").split("; ") if c),
        shown=tuple(range(1, min(total, 10) + 1)),
        total=total,
        more=total > 10,
        discussed=f"⟨{row['discussed']}⟩" if row["discussed"] else "",
        shortlist=tuple(f"⟨{p}⟩" for p in listed),
        ambiguous={"ana": ("⟨#2⟩", "⟨#5⟩")},
        asked=row["asked"] or "",
        said=row["said"] or "",
    )


def _criterion(text: str) -> Criterion:
    kind, _, value = text.partition(":")
    number: Any = int(value) if kind in NUMBERS else value
    any_of = tuple(value.split(" or ")) if " or " in value else ()
    return Criterion(kind, number, any_of=any_of)  # type: ignore[arg-type]


def _call(call: Call) -> str:
    args = call.args
    match call.tool:
        case "search_candidates":
            return "search " + ", ".join(_wish(c) for c in args["criteria"])
        case "filter_candidates" if args.get("among", "pool") != "pool":
            return f"{args['among']} " + ", ".join(_wish(c) for c in args["add"])
        case "filter_candidates":
            added = [f"+{_wish(c)}" for c in args["add"]]
            added += [f"!{each}" for each in args.get("only", ())]
            added += [f"~{each}" for each in args.get("hide", ())]
            return " ".join(["filter", *added, *(f"-{i}" for i in args["remove"])])
        case "explain_match" | "compare_candidates":
            about = [args[key] for key in ("about", "deed") if args.get(key)]
            return " ".join([call.tool.split("_")[0], *args["people"], *about])
        case "update_shortlist" if args.get("export"):
            return "export"
        case "update_shortlist":
            added = [f"+{p}" for p in args.get("add", ())]
            return " ".join(["shortlist", *added, *(f"-{p}" for p in args.get("remove", ()))])
        case "show_more":
            return f"more {args.get('count', '')}".strip()
        case "undo":
            return f"{'redo' if args.get('redo') else 'undo'} {args['steps']}"
    return call.tool


def _wish(argument: dict[str, Any]) -> str:
    about = f"@{argument['subject']}" if argument.get("subject") else ""
    weight = argument.get("weight", "must")
    return f"{argument['kind']}{about}:{argument['value']}" + (
        f":{weight}" if weight != "must" else ""
    )


def _signed(rest: str, verb: str) -> Iterator[str]:
    if verb in ("compare", "explain"):
        yield rest
        return
    yield from re.sub(r" (?=[+!~-])", "\n", rest).splitlines()


def main() -> int:
    """Print the score of every table, and what went wrong."""
    wrong = 0
    for name in ("utterances.tsv", *(f"held_out{n}.tsv" for n in ("", "_2", "_3", "_4"))):
        if not (TABLES / name).exists():
            continue
        results = run(read_cases(name))
        misses = [r for r in results if not r.right]
        wrong += len(misses)
        times = sorted(r.ms for r in results)
        right = len(results) - len(misses)
        sys.stdout.write(
            f"{name}: {right}/{len(results)} = {100 * right / len(results):.1f} %, "
            f"median {times[len(times) // 2]:.1f} ms, slowest {times[-1]:.1f} ms\n"
        )
        for miss in misses:
            sys.stdout.write(
                f"  [{miss.case.desk}] {miss.case.said!r}\n"
                f"      expected {miss.case.expected}\n      got      {miss.got}\n"
            )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
