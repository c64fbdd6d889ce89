"""FilterCandidates: changes the wishes and ranks again, or asks about the people on screen."""

from __future__ import annotations

from tools.arguments import MOST_WISHES, FilterArguments
from tools.asides import asides, without_asides, without_each
from tools.counting import count_indexed, count_ranked
from tools.criteria import Change, Criteria, merge
from tools.desk import Desk, Outcome, ToolError
from tools.listing import listed, rank_again, turned
from tools.narrowing import dropped, narrowing, told
from tools.people import resolve
from tools.presenting import Row, answered, model_row, public, ranked_row, rows
from tools.results import Verdict
from tools.wishes import chosen, settle

NAME = "filter_candidates"
_ORDER: dict[Verdict, int] = {"met": 0, "partly": 1, "unclear": 2, "missing": 3}


def filter_candidates(desk: Desk, arguments: FilterArguments) -> Outcome:
    """Rank the pool again by changed wishes, or judge those shown by the wishes asked about.

    Over all who are ranked, or in the index, they are only counted. Raises ToolError for a wish to
    drop that nobody made, with nothing to do, or for a question that would change the list too.
    """
    asked = settle(arguments.add, read_by_code=desk.read_by_code)
    changes = bool(arguments.remove or arguments.only or arguments.hide)
    asks = arguments.among == "index" or (arguments.among != "pool" and asked)
    if changes and asks:
        raise ToolError(
            "invalid_arguments",
            f"A question among {arguments.among} changes no list: make remove, only and hide a "
            "call of their own, without among.",
        )
    if arguments.among == "index":
        return count_indexed(desk, asked)
    if not (asked or changes):
        raise ToolError("nothing_asked", "Nothing would change: name a wish to add or one to drop.")
    if arguments.among == "shown" and asked:
        return _among_shown(desk, asked, arguments.people)
    if arguments.among == "ranked" and asked:
        return count_ranked(desk, asked)
    return _among_pool(desk, asked, arguments)


def _among_pool(desk: Desk, asked: Criteria, arguments: FilterArguments) -> Outcome:
    before, hide = desk.view, resolve(desk, arguments.hide)
    kept, names = dropped(before, arguments.remove)
    set_ = kept != before or bool(hide or arguments.only)
    change, unknown = _change(before.criteria, asked, names, set_=set_)
    if len(change.criteria) > MOST_WISHES:
        raise ToolError(
            "invalid_arguments", f"More than {MOST_WISHES} wishes are too many: drop some first."
        )
    kept = narrowing(kept, change, arguments.only, hide)
    view, pool = rank_again(desk, change.criteria, kept)
    outcome = listed(NAME, turned(desk, view), change, pool)
    outcome.payload["narrowing"] = told(outcome.desk, before)
    if unknown:
        outcome.payload["unknown"] = list(unknown)
    left = outcome.payload["weighs"]
    outcome.payload["weighs_no_more"] = [a for a in asides(desk.view.criteria) if a not in left]
    return outcome


def _change(
    before: Criteria, asked: Criteria, names: list[str], *, set_: bool
) -> tuple[Change, tuple[str, ...]]:
    removed, instead, strange = chosen(before, names)
    gone = frozenset(wish.id for wish in removed)
    plainer, unmatched = without_each(merge(before, instead, gone).criteria, strange)
    # What was weighed beside a wish that goes is gone with it, and not unknown.
    unknown = tuple(name for name in unmatched if not without_asides(removed, name))
    if unknown and not (removed or plainer or asked or set_):
        raise ToolError("unknown_criterion", _nobody_asked(unknown, before))
    cut = {wish.id for wish in plainer}
    instead = tuple(wish for wish in instead if wish.id not in cut)
    return merge(before, (*instead, *plainer, *asked), gone), unknown


def _nobody_asked(unknown: tuple[str, ...], criteria: Criteria) -> str:
    named = ", ".join(f"“{name[:60]}”" for name in unknown)
    if not criteria:
        return f"{named} cannot be dropped, as nothing is asked for yet: say whom you look for."
    wishes = ", ".join(str(wish.value) for wish in criteria)
    return f"{named} is not among the wishes: they are {wishes}."


def _among_shown(desk: Desk, asked: Criteria, people: list[str]) -> Outcome:
    """Judge those shown, or those of them a question names, by the wishes asked about."""
    view = desk.view
    if not view.shown:
        raise ToolError(
            "no_search_yet", "There is nobody on screen to ask about: say whom you look for first."
        )
    about = resolve(desk, people) if people else view.shown
    page = rows(desk.index, desk.tenant, view, about, asked)
    page.sort(key=lambda row: _by_verdict(row, asked))
    payload = {
        "tool": NAME,
        "among": "shown",
        "asked": public(asked),
        "rows": [model_row(row, asked) for row in page],
    }
    event = {
        "search_id": view.search_id,
        "total": view.total,
        "offset": view.offset,
        "shown": [ranked_row(row).public() for row in page],
        "among": "shown",
        "asked": public(asked),
    }
    met = sum(all(verdict == "met" for verdict in answered(row, asked)) for row in page)
    return Outcome(desk, payload, (("candidates", event),), f"{met} of {len(page)} shown")


def _by_verdict(row: Row, asked: Criteria) -> tuple[int, int, int, str]:
    """Order by the worst verdict, then by all of them, then by rank."""
    grades = [_ORDER[verdict] for verdict in answered(row, asked)]
    return max(grades), sum(grades), row.rank or 0, row.person.candidate_id
