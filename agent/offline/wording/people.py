"""Words what is said about single people: explanations, comparisons and the shortlist."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from agent.offline.explaining import CHOOSES
from agent.offline.phrasebook import phrasebook
from agent.offline.situation import Situation
from agent.offline.wording.phrases import (
    Public,
    bulleted,
    label,
    listing,
    quoted,
    resumes_of,
    sentence,
    they_are,
)
from agent.offline.wording.unshown import lacked, unshown
from tools.wording import counted

_SAID = phrasebook("people")

_CHOICE = "The choice is yours. By your wishes, this one comes first:"
_QUESTIONS = 3
_FEW = 2
"""People up to whom each is told of in a paragraph of their own."""
_MOST_QUOTED = 3
"""Quotes of one of several people."""
_MOST_LINES = 8
_ASKS_QUESTIONS = re.compile(r"\b(?:ask|interview|questions?|probe)\b", re.IGNORECASE)
_SORTS = re.compile(r"\b(?:sort|rank|order|re-?order|arrange)\w*\b|\bfirst\W*$", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:least|fewest|lowest|shortest|junior)\b", re.IGNORECASE)
_TOPICS: dict[str, str] = {
    "education": "education",
    "languages": "languages",
    "other_languages": "further languages",
    "certifications": "certificates and licences",
    "skills": "skills",
    "positions": "positions",
    "latest_position": "latest position",
    "earlier_positions": "earlier positions",
    "location": "place of residence",
    "deeds": "positions",
}
_NOT_SHOWN = {"unclear": "says nothing of it", "missing": "does not meet it"}
_CELLS = ("met", "partly")
"""Verdicts that come first in a line: what a wish says of years or a subject is theirs."""


def word_explanation(payload: dict[str, Any], now: Situation) -> str:
    """Return for each person what is shown with its quote, what is missing, and what to ask."""
    people = payload["people"]
    if all("about" in p for p in people):
        if people[0]["about"] == "years":
            return _by_years(people, now.text)
        if len(people) > _FEW and len({p["about"] for p in people}) == 1:
            return _told_of_all(people, people[0]["about"])
        return "\n\n".join(_told(p, p["about"]) for p in people)
    if _ASKS_QUESTIONS.search(now.text):
        return "\n\n".join(_questions(p) for p in people)
    if _SAID["asks_gaps"].search(now.text):
        return "\n\n".join(_gaps_first(p) for p in people)
    most = _MOST_LINES if len(people) == 1 else _QUESTIONS
    if CHOOSES.search(now.text) and len(people) == 1:
        return f"{_CHOICE}\n\n{_whole(people[0], most, alone=True)}"
    placed = (
        [payload["above"]] if payload.get("above") and _SAID["asks_place"].search(now.text) else []
    )
    listed = [
        p["ref"] for p in people if _SAID["asks_out"].search(now.text) and p["ref"].startswith("⟨#")
    ]
    on = [f"{they_are(listed)} on the list."] if listed else []
    whole = [_whole(p, most, alone=len(people) == 1) for p in people]
    return "\n\n".join([*on, *_above(placed), *whole])


def _by_years(people: Sequence[Public], text: str) -> str:
    """Return the years of each, most first unless the least is asked for; the list stays as is."""
    known = [p for p in people if p["years"] is not None]
    silent = [p["ref"] for p in people if p["years"] is None]
    known.sort(key=lambda p: p["years"], reverse=not _LEAST.search(text))
    if len(people) > 1 and known:
        kept = "The list keeps its order. " if _SORTS.search(text) else ""
        years = (f"{p['ref']}: {p['years']:g} years" for p in known)
        lines = bulleted(f"{kept}Those shown, by years of experience:", years)
    else:
        lines = [f"- {p['ref']}: {p['years']:g} years of experience" for p in known]
    if silent:
        does = "does" if len(silent) == 1 else "do"
        lines.append(f"The {resumes_of(silent)} {does} not say.")
    return "\n".join(lines)


def _told_of_all(people: Sequence[Public], topic: str) -> str:
    """Return what the résumés of several tell on one topic, a line each, and whose are silent."""
    silent = [p["ref"] for p in people if not p["evidence"]]
    if len(silent) == len(people):
        return f"I found nothing about {_TOPICS[topic]} in the résumés on screen."
    lines = [f"{sentence(_TOPICS[topic])} of those shown:"]
    for person in people:
        quotes = [quoted({"quote": quote}) for quote in person["evidence"][:_MOST_QUOTED]]
        years = f" ({person['years']:g} years)" if person.get("years") else ""
        lines += [f"- {person['ref']}: {' · '.join(quotes)}{years}"] if quotes else []
    if silent:
        lines.append(f"I found nothing about {_TOPICS[topic]} in the {resumes_of(silent)}.")
    return "\n".join(lines)


def _told(person: Public, topic: str) -> str:
    """Return what the résumé says on one topic, each line a quote."""
    quotes = [quoted({"quote": quote}) for quote in person["evidence"]]
    if deed := person.get("deed"):
        return _deed(person["ref"], str(deed), quotes)
    if not quotes:
        return f"I found nothing about {_TOPICS[topic]} in the résumé of {person['ref']}."
    if len(quotes) == 1:
        if years := person.get("years"):
            return f"{sentence(_TOPICS[topic])} of {person['ref']}: {quotes[0]} ({years:g} years)."
        end = "" if quotes[0].endswith(".”") else "."
        return f"{sentence(_TOPICS[topic])} of {person['ref']}: {quotes[0]}{end}"
    return "\n".join(bulleted(f"{sentence(_TOPICS[topic])} of {person['ref']}:", quotes))


def _deed(ref: str, deed: str, quotes: Sequence[str]) -> str:
    """Return what the résumé says of a deed in its own words, or that it does not say."""
    if not quotes:
        return f"The résumé of {ref} does not say: I found nothing on “{deed}” in it."
    return "\n".join(bulleted(f"What the résumé of {ref} says on “{deed}”:", quotes))


def word_comparison(payload: dict[str, Any], now: Situation) -> str:
    """Return where people differ and what they share, and why one is above if that was asked."""
    refs = [p["ref"] for p in payload["people"]]
    why = _above(payload.get("order", ())) if _SAID["asks_order"].search(now.text) else []
    turned = why and len(refs) == 2 and payload["order"][0]["below"] == refs[0]
    if turned and _SAID["above"].search(now.text):
        why.insert(0, "It is the other way round.")
    lines = [*why, f"{listing(refs)} side by side:"]
    lines.extend(f"- {p['ref']}: {_facts(p)}" for p in payload["people"] if _facts(p))
    apart, alike, in_part, open_wishes = _sorted_rows(payload["table"])
    both = "both" if len(refs) == 2 else "all"
    lines.extend(_block("Where they differ:", apart))
    lines.extend(_block(f"What {both} show:", alike))
    lines.extend(_block(f"What {both} show in part:", in_part))
    if open_wishes:
        nobody = "Neither" if len(refs) == 2 else "None"
        lacking = [lacked({"weight": "must", **r}) for r in open_wishes]
        lines.append(f"{nobody} shows {listing(lacking, 'or')}.")
    return "\n".join(lines)


def _above(order: Sequence[Public]) -> list[str]:
    """Return who stands above whom in the list and by what, as the ranking itself tells it."""
    return [
        f"{lead['below']} ranks lower: {lead['above']} {listing(lead['because'])}."
        for lead in order
        if lead["because"]
    ]


def word_shortlist(payload: dict[str, Any], _now: Situation) -> str:
    """Return who came onto the shortlist, who left it, or who is on it."""
    if payload.get("export"):
        people = counted(len(payload["shortlist"]), "person", "people")
        return f"Your shortlist can be taken along as a CSV file: {people}, a row each."
    parts = []
    if payload["added"]:
        parts.append(f"{they_are(payload['added'])} on your shortlist now.")
    if payload["removed"]:
        parts.append(f"{they_are(payload['removed'])} off your shortlist.")
    if payload.get("already") and not payload["added"] and not payload["removed"]:
        parts.append(_already(payload))
    if not payload["shortlist"]:
        parts.append("Your shortlist is empty.")
    elif not parts:
        kept = [
            ", ".join(filter(None, (f"**{p['ref']}**", p["headline"])))
            for p in payload["shortlist"]
        ]
        return "\n- ".join(["Your shortlist:", *kept])
    return " ".join(parts)


def _already(payload: dict[str, Any]) -> str:
    listed = {p["ref"] for p in payload["shortlist"]}
    on = [p for p in payload["already"] if p in listed]
    off = [p for p in payload["already"] if p not in listed]
    told = ((on, "already on"), (off, "not on"))
    return " ".join(f"{they_are(who)} {where} your shortlist." for who, where in told if who)


def _whole(person: Public, most: int, *, alone: bool) -> str:
    lines = [_heading(person), *_evidence(person, most)]
    lines += [" ".join(gaps)] if (gaps := unshown(person["verdicts"], "Not shown: ")) else []
    return "\n".join([*lines, *(_worth_asking(person) if alone else [])])


def _gaps_first(person: Public) -> str:
    gaps = unshown(person["verdicts"], f"The résumé of {person['ref']} does not show: ")
    gaps += _in_part(person)
    if not gaps:
        return f"Nothing you asked for is missing in the résumé of {person['ref']}."
    return "\n".join([" ".join(gaps), *_worth_asking(person)])


def _worth_asking(person: Public) -> list[str]:
    questions = (person.get("questions") or ())[:_QUESTIONS]
    return bulleted("Worth asking:", questions) if questions else []


def _in_part(person: Public) -> list[str]:
    verdicts = (v for v in person["verdicts"] if v["weight"] != "avoid")
    partly = [label(v) for v in verdicts if v["verdict"] == "partly"]
    return (
        [f"The résumé of {person['ref']} shows only in part: {listing(partly)}."] if partly else []
    )


def _questions(person: Public) -> str:
    questions = person.get("questions") or ()
    if not questions:
        return f"The résumé of {person['ref']} leaves none of your wishes open."
    return "\n".join(bulleted(f"Worth asking {person['ref']}:", questions))


def _heading(person: Public) -> str:
    facts = _facts(person)
    return f"**{person['ref']}**" + (f", {facts}:" if facts else ":")


def _evidence(person: Public, most: int) -> list[str]:
    lines = []
    for verdict in person["verdicts"]:
        if verdict["verdict"] not in ("met", "partly") or not verdict["quote"]:
            continue
        if verdict["weight"] == "avoid":
            lines.append(f"- {label(verdict)}, which you exclude: {quoted(verdict)}")
            continue
        partly = "partly, " if verdict["verdict"] == "partly" else ""
        note = f" ({verdict['note']})" if verdict["note"] else ""
        lines.append(f"- {label(verdict)}: {partly}{quoted(verdict)}{note}")
    return lines[:most] or ["- The résumé shows none of your wishes in so many words."]


def _facts(person: Public) -> str:
    facts = [person.get("headline") or "", person.get("location") or ""]
    years = person.get("years_experience")
    if years is not None:
        facts.append(f"{years:g} years of experience")
    return ", ".join(f for f in facts if f)


def _sorted_rows(table: list[Public]) -> tuple[list[Public], ...]:
    """Return the wishes in which people differ, those all meet, or in part, and those open."""
    apart, alike, in_part, open_wishes = [], [], [], []
    for row in table:
        verdicts = {c["verdict"] for c in row["cells"]}
        if row["weight"] == "avoid" and not verdicts & {"met", "partly"}:
            continue  # what nobody shows, and nobody should
        if verdicts == {"met"}:
            alike.append(row)
        elif verdicts == {"partly"}:
            in_part.append(row)
        elif verdicts & {"met", "partly"}:
            apart.append(row)
        else:
            open_wishes.append(row)
    return apart, alike, in_part, open_wishes


def _block(heading: str, rows: list[Public]) -> list[str]:
    return [heading, *(_row(r) for r in rows[:_MOST_LINES])] if rows else []


def _row(row: Public) -> str:
    """Return a wish with how each does by it, whoever shows it first.

    What nobody shows in full is told as asked for: five years are not said of who has four.
    """
    cells = [{"value": row["value"], "kind": row["kind"], **cell} for cell in row["cells"]]
    cells.sort(key=lambda c: (*_CELLS, c["verdict"]).index(c["verdict"]))
    asked = "" if cells[0]["verdict"] == "met" else " as asked for"
    told = "; ".join(f"{c['ref']} {_cell(c)}" for c in cells)
    wanted = label({"weight": "must", **row, "verdict": cells[0]["verdict"]})
    return f"- {wanted}{asked}: {told}"


def _cell(cell: Public) -> str:
    if cell["verdict"] in _NOT_SHOWN or not cell["quote"]:
        said = _NOT_SHOWN.get(cell["verdict"], _NOT_SHOWN["unclear"])
        return f"{said} ({cell['note']})" if cell["note"] else said
    length = f" ({cell['note']})" if cell["kind"] in ("min_years", "max_years") else ""
    return ("in part " if cell["verdict"] == "partly" else "") + quoted(cell) + length
