"""Words a list of people: a search, a change of wishes, the next page, an undo, a new start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from agent.offline.situation import Situation, wish
from agent.offline.wording.leading import how_many, leader
from agent.offline.wording.narrowing import came_and_went, held_of, insisted
from agent.offline.wording.phrases import (
    Public,
    listing,
    people_count,
    plain_words,
    public_words,
    sentence,
    wishes_in_short,
)
from tools.elsewhere import Elsewhere, in_words
from tools.narrowing import HIDDEN

Payload = dict[str, Any]
NO_WISH = "No wish is left. Whom are you looking for?"
_FEW_WORDS = 3
"""Words of a wish up to which they are a name for it, and no sentence it stood in."""


def word_search(payload: Payload, _now: Situation) -> str:
    """Return how many people a search found, what was understood and who leads."""
    if payload.get("like"):
        return _alike(payload)
    if not payload["total"]:
        return f"I searched for {wishes_in_short(payload['criteria'])}. {_nobody(payload)}"
    wanted = wishes_in_short(payload["criteria"], placed="living")
    ranked = f"I ranked {_ranked(payload)} for {wanted}{how_many(payload)}."
    return " ".join(p for p in (ranked, leader(payload), _elsewhere(payload)) if p)


def _alike(payload: Payload) -> str:
    """Return by what others like somebody were sought, and who leads now."""
    added = listing([plain_words(c) for c in payload["added"]])
    person = payload["like"]
    taken = f"I added what the résumé of {person} shows as nice to have: {added}."
    if not payload["total"]:
        return f"{taken} {_nobody(payload)}"
    ranked = f"{sentence(_ranked(payload))} ranked{how_many(payload)}."
    if payload["rows"][0]["ref"] != person:
        return f"{taken} {ranked} {leader(payload)}"
    others = {**payload, "rows": payload["rows"][1:], "musts": None}
    return " ".join(p for p in (taken, ranked, leader(others, "comes next")) if p)


def word_change(payload: Payload, _now: Situation) -> str:
    """Return what changed about the wishes, as a diff, and who leads now."""
    wishes = _difference(payload["added"], payload["removed"], payload.get("weighs_no_more") or ())
    diff = sentence("; ".join(part for part in (wishes, *insisted(payload)) if part))
    went = came_and_went(payload)
    unknown = payload.get("unknown") or []
    parts = []
    if unknown:
        were = "was" if len(unknown) == 1 else "were"
        parts.append(f"{sentence(listing(unknown))} {were} not among your wishes.")
    if not payload["total"]:
        left = _nobody(payload) if payload["criteria"] or payload.get("settings") else NO_WISH
        return " ".join([*parts, *went, *([f"{diff}."] if diff else []), left])
    done = diff or ("" if went else "Nothing changed")
    count = _count(payload, " now" if diff or went else "")
    counted = f"{': '.join(p for p in (done, count) if p)}{how_many(payload)}".lstrip(";. ")
    parts += [
        *went,
        f"{sentence(counted)}." if counted else "",
        leader(payload),
        _elsewhere(payload),
    ]
    return " ".join(p for p in parts if p)


def word_more(payload: Payload, _now: Situation) -> str:
    """Return which ranks are on screen and who comes first among them."""
    rows = payload["rows"]
    if not rows:
        return f"That was everybody: {people_count(payload['total'])}."
    first, last, total = rows[0]["rank"], rows[-1]["rank"], str(payload["total"])
    place = f"Rank {first}" if first == last else f"Ranks {first} to {last}"
    total = total if "nearest_of" not in payload else f"the {total} nearest"
    end = ", which is the end of the list" if last == payload["total"] else ""
    ranks = f"{place} of {total}{end}{how_many(payload)}."
    return " ".join(p for p in (ranks, leader(payload, "comes next")) if p)


def word_undo(payload: Payload, now: Situation) -> str:
    """Return which wishes and how many people are back, and that the shortlist is as it was."""
    kept = " Your shortlist is kept as it is." if now.shortlist else ""
    done = "Brought back" if payload.get("redo") else "Taken back"
    if not payload["criteria"]:
        return f"{done}: there is no search now.{kept} Whom are you looking for?"
    back = f"{done}; your wishes are {wishes_in_short(payload['criteria'])} again"
    back = "; ".join([back, *insisted(payload)])
    kept = "".join(f" {each}" for each in came_and_went(payload)) + kept
    if not payload["total"]:
        return f"{back}.{kept} {_nobody(payload)}"
    return f"{': '.join(part for part in (back, _count(payload)) if part)}.{kept}"


def word_start_over(_payload: Payload, now: Situation) -> str:
    """Return that the wishes are gone."""
    kept = " Your shortlist is kept." if now.shortlist else ""
    return f"All wishes are cleared.{kept} Whom are you looking for?"


def _count(payload: Payload, now: str = "") -> str:
    """Return how many are listed, but of a ranking that its limit ends: its total says nothing."""
    if (held := held_of(payload)) or "nearest_of" in payload:
        return held
    return f"{people_count(payload['total'])} ranked{now}"


def _ranked(payload: Payload) -> str:
    """Return how many are ranked: those whom the limit of a ranking keeps of all there are."""
    if everybody := payload.get("nearest_of"):
        return f"the {payload['total']:,} nearest of {everybody:,} people"
    return people_count(payload["total"])


def _nobody(payload: Payload) -> str:
    """Return which wish excludes whom, and what to drop."""
    if payload.get("nobody_yet"):
        return "There is nobody to search yet: add résumés first."
    if elsewhere := _elsewhere(payload):
        return elsewhere
    named = {c["id"]: c for c in payload["criteria"]}
    counts = [
        f"{people_count(e['count'])} {_put('as you exclude ', 'by ', named[e['criterion']])}"
        for e in payload.get("excluded", ())
        if e["criterion"] in named
    ]
    relax = [named[i] for i in payload.get("relax", ()) if i in named]
    hidden = any(each["id"] == HIDDEN for each in payload.get("settings", ()))
    why = "Nobody is left on this list" if hidden else "Nobody meets all of it"
    why += f"; ruled out: {listing(counts[:3])}." if counts else "."
    advice = (
        f"Shall I {_put('no longer exclude ', 'drop ', relax[0])}?"
        if relax
        else "Try fewer or broader wishes."
    )
    if payload.get("settings"):
        advice += " Or ask me to show everybody again."
    return f"{why} {advice}"


def _put(unwanted: str, wanted: str, criterion: Public) -> str:
    """Return a wish behind what is said of one that is not wanted, or of one that is."""
    if criterion["weight"] == "avoid":
        return f"{unwanted}{plain_words(criterion)}"
    return f"{wanted}{public_words(criterion)}"


def _elsewhere(payload: Payload) -> str:
    """Offer to look elsewhere where nobody in the place has the title that is sought."""
    if "elsewhere" not in payload:
        return ""
    found = msgspec.convert(payload["elsewhere"], Elsewhere)
    named = {c["id"]: c for c in payload["criteria"]}
    told = in_words(found, tuple(map(wish, payload["criteria"])))
    return f"{sentence(told)}. Shall I drop {public_words(named[found.criterion])}?"


def _difference(
    added: Sequence[Public], removed: Sequence[Public], unweighed: Sequence[str] = ()
) -> str:
    """Return the change in words: "Added Berlin; dropped Spark; no longer weighing youth"."""
    gone = {c["id"]: c for c in removed}
    pairs: list[str] = []
    fresh: list[Public] = []
    for criterion in added:
        like = gone.pop(criterion["id"], None) or _replaced(criterion, added, gone)
        if like is None:
            fresh.append(criterion)
        elif like["id"] == criterion["id"] and like["weight"] != criterion["weight"]:
            pairs.append(_reweighed(criterion))
        else:
            gone.pop(like["id"], None)
            pairs.append(f"changed {public_words(like)} to {public_words(criterion)}")
    parts = []
    for criteria, does, does_not in (
        (fresh, "added", "now excluding"),
        (gone.values(), "dropped", "no longer excluding"),
    ):
        wanted = [f"{public_words(c)}{_as_said(c)}" for c in criteria if c["weight"] != "avoid"]
        unwanted = [plain_words(c) for c in criteria if c["weight"] == "avoid"]
        parts += [f"{does} {listing(wanted)}"] if wanted else []
        parts += [f"{does_not} {listing(unwanted)}"] if unwanted else []
    parts += pairs
    parts += [f"no longer weighing {listing(unweighed)}"] if unweighed else []
    return sentence("; ".join(parts))


def _as_said(criterion: Public) -> str:
    """Return the word the recruiter used for it, where it is sought under another: “hospital”."""
    said = str(criterion.get("said") or "")
    other = criterion["kind"] in ("industry", "education") and 0 < len(said.split()) <= _FEW_WORDS
    known = str(criterion["value"]).casefold().split()
    return f" (“{said}”)" if other and not set(said.casefold().split()) & set(known) else ""


def _replaced(criterion: Public, added: Sequence[Public], gone: dict[str, Public]) -> Public | None:
    """Return the one wish of the same kind that went as this one came."""
    kind = criterion["kind"]
    alike = [c for c in gone.values() if c["kind"] == kind]
    if len(alike) == 1 and sum(c["kind"] == kind for c in added) == 1:
        return alike[0]
    return None


def _reweighed(criterion: Public) -> str:
    is_now = {"must": "a must", "nice": "a nice to have", "avoid": "not wanted"}
    return f"{plain_words(criterion)} is now {is_now[criterion['weight']]}"
