"""`matcher search`: a request in plain words to ranked people, without a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from agent.commands.faults import CommandError, say
from agent.commands.open_index import people_of
from agent.commands.options import AsJson, DataDir, Tenant, settings_of
from agent.commands.results import print_json

if TYPE_CHECKING:
    from tools.criteria import Criteria
    from tools.elsewhere import Elsewhere
    from tools.request import Reading

MOST = 50
MOST_NAMED = 3
"""Wishes that are named when together they leave nobody."""
_QUOTED = 80
"""Characters of a request that are quoted back."""
_MENDS = {
    "location": "widen the place, as in 'within 100 km of'",
    "min_years": "ask for fewer years",
    "max_years": "allow more years",
}


def search(
    request: Annotated[str, typer.Argument(help="What you need, in plain words.")],
    top_k: Annotated[
        int, typer.Option("-k", "--top-k", min=1, max=MOST, help="How many people.")
    ] = 10,
    data_dir: DataDir = None,
    tenant: Tenant = None,
    as_json: AsJson = False,
) -> None:
    """Find people for a request, with a verdict and a quote for each wish."""
    settings = settings_of(data_dir, tenant)
    with people_of(settings) as index:
        reading = _read(request)
        criteria = reading.criteria
        from tools.asides import asides
        from tools.elsewhere import elsewhere
        from tools.presenting import public, ranked
        from tools.reasons import above_next

        pool = index.search(settings.tenant, criteria)
        people = [row.public() for row in ranked(index, settings.tenant, pool, 0, top_k)]
        found = elsewhere(index, settings.tenant, criteria, pool.ids)
    asked, weighs = public(criteria), asides(criteria)
    if as_json:
        results = [{**p, "above_next": above_next(pool, at)} for at, p in enumerate(people)]
        head = {
            "criteria": asked,
            "weighs": weighs,
            "total": len(pool.ids),
            "excluded": pool.excluded,
            "elsewhere": found,
            "unused": reading.unused,
        }
        print_json({**head, "results": results})
        return
    from agent.terminal.criteria import chips
    from agent.terminal.people import show_people
    from agent.terminal.screen import output
    from tools.wording import counted

    console = output()
    console.print(chips(asked, weighs=weighs))
    show_people(console, people, asked)
    console.print(f"{len(people)} of {counted(len(pool.ids), 'person', 'people')}")
    tell_how_to_widen(criteria, pool.excluded, found, len(people))


def _read(request: str) -> Reading:
    """Return what the request asks for; raises CommandError when that is nothing."""
    from tools.request import read_request

    reading = read_request(request)
    tell_protected(reading.protected)
    tell_beyond(reading.beyond)
    if not reading.criteria:
        said = request if len(request) <= _QUOTED else f"{request[:_QUOTED]} …"
        raise CommandError(
            f"{said!r} names nothing to search for: say a trade, skills, a place or years, as "
            "in 'electricians near Munich with 5+ years'."
        )
    tell_unused(reading.unused)
    return reading


def tell_protected(wishes: tuple[str, ...]) -> None:
    """Say which wishes about a protected attribute are not searched for."""
    from tools.request import instead_of

    for wish in wishes:
        say(f"{wish!r} is not searched for: {instead_of(wish)}.")


def tell_beyond(values: tuple[str, ...]) -> None:
    """Say which wishes are too many to be weighed beside the others."""
    if values:
        named = ", ".join(repr(value) for value in values[:MOST_NAMED])
        say(f"{len(values)} wishes are too many to weigh and were left out, among them {named}.")


def tell_unused(words: tuple[str, ...]) -> None:
    """Say which words nothing was made of."""
    if words:
        say(f"not used: {', '.join(map(repr, words))}.")


def tell_how_to_widen(
    criteria: Criteria, excluded: dict[str, int], found: Elsewhere | None, shown: int
) -> None:
    """Say which wish to relax where nobody is left, or where nobody in the place shows the job."""
    if found:
        from tools.elsewhere import in_words
        from tools.wording import phrase

        place = next(wish for wish in criteria if wish.id == found.criterion)
        say(f"{in_words(found, criteria)}: leave out {phrase(place)!r} to see them.")
    elif excluded and not shown:
        counted = sorted(excluded.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMED]
        wishes = ", ".join(f"{wish} puts out {count}" for wish, count in counted)
        kinds = dict.fromkeys(wish.partition(":")[0] for wish, _ in counted)
        mends = " or ".join(_MENDS.get(kind, "no longer avoid it") for kind in kinds)
        say(f"nobody meets every wish; {wishes}: {mends}.")
