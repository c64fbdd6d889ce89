"""Words the answer to a question over the people on screen, each claim with its quote."""

from __future__ import annotations

import re
from typing import Any

from agent.offline.questions import NOT_THEM, asked_people
from agent.offline.situation import Situation
from agent.offline.topics import MOST_IN
from agent.offline.wording.phrases import (
    Public,
    about_words,
    bulleted,
    label,
    listing,
    mark,
    met_words,
    quoted,
    resumes_of,
    sentence,
)
from agent.offline.wording.unshown import lacked
from tools.vocabulary.employment import EMPLOYMENTS

_ORDER = ("met", "partly", "unclear", "missing")
_MOST_QUOTED = 6
_MOST_NAMED = 4
_MOST_NEAR = 3
_LENGTH = re.compile(r"\d+(?:\.\d+)?(?= years)")


def word_shown(payload: dict[str, Any], now: Situation) -> str:
    """Return who shows what was asked for, who partly does, and whose résumé does not say."""
    asked = payload["asked"]
    single = [mark(p) for p in asked_people(now)]
    alone = len(payload["rows"]) == 1 < len(now.shown)
    focus = [r for r in payload["rows"] if alone or r["ref"] in single]
    if any(c["weight"] == "avoid" for c in asked):
        return _denied(focus or payload["rows"], asked)
    if focus:
        about = ", ".join(str(c.get("subject") or about_words([c])) for c in asked)
        return "\n".join(_one(row, about) for row in focus)
    if MOST_IN.match(now.text) and len(asked) == 1 and asked[0].get("subject"):
        return _by_length(payload["rows"], asked)
    return _group(payload["rows"], asked, named=bool(NOT_THEM.match(now.text)))


def _one(row: Public, about: str) -> str:
    grade = _grade(row)
    shown = _shown(row)
    match grade:
        case "met":
            return f"Yes, {row['ref']} shows it: {shown}."
        case "partly":
            return f"In part: {row['ref']} shows {shown}."
        case "missing":
            return f"No, the résumé of {row['ref']} says otherwise for {about}{_notes(row)}."
    also = f", though it shows {shown}" if shown else ""
    return f"I found nothing about {about} in the résumé of {row['ref']}{also}."


def _denied(rows: list[Public], asked: list[Public]) -> str:
    """Return who shows what is asked for and nothing of what is not, and apart who shows that."""
    wanted = [c for c in asked if c["weight"] != "avoid"]
    unwanted = listing([lacked(c) for c in asked if c["weight"] == "avoid"], "or")
    against = [each for row in rows if _shown(each := _only(row, denied=True))]
    clash = {each["ref"] for each in against}
    clear = [row for row in rows if row["ref"] not in clash]
    if not wanted:
        return "\n".join(_lacking(clear, against, unwanted))
    about = about_words(wanted)
    told = [_only(row, denied=False) for row in clear]
    if fit := [row for row in told if _grade(row) == "met"]:
        lines = _listed(f"Shown for {about}, with nothing about {unwanted}:", fit)
    else:
        lines = [f"Nobody on screen clearly shows {about} and nothing about {unwanted}."]
    lines += _listed("Not so:", against)
    open_ = [row for row in told if row not in fit]
    if partly := [row for row in open_ if _shown(row)]:
        lines += _in_part(partly)
    return "\n".join([*lines, *_nothing(about, [row for row in open_ if not _shown(row)])])


def _lacking(clear: list[Public], against: list[Public], unwanted: str) -> list[str]:
    """Return who does not show something, with the note that says so, and who does."""
    away = [row for row in clear if all(v["verdict"] == "missing" for v in row["verdicts"])]
    told = listing([row["ref"] + _notes(row) for row in away])
    lines = [f"Not so for {unwanted}: {told}."] if away else []
    lines += _nothing(unwanted, [row for row in clear if row not in away])
    if not lines and len(against) > 1:
        lines = ["Nobody on screen."]
    return [*lines, *_listed("Those who show it:" if lines else "Not so:", against)]


def _nothing(about: str, rows: list[Public]) -> list[str]:
    """Return that nothing about something was found in the résumés of some, if there are any."""
    silent = [row["ref"] for row in rows]
    return [f"I found nothing about {about} in the {resumes_of(silent)}."] if rows else []


def _only(row: Public, *, denied: bool) -> Public:
    """Return a row with its verdicts on what is not wanted, or on what is."""
    kept = [v for v in row["verdicts"] if (v["weight"] == "avoid") is denied]
    return {**row, "verdicts": kept}


def _group(rows: list[Public], asked: list[Public], *, named: bool) -> str:
    graded = {g: [r for r in rows if _grade(r) == g] for g in _ORDER}
    if len(asked) > 1:
        return _of_several(rows, asked, graded["met"])
    by_dates = all(c["value"] in EMPLOYMENTS for c in asked)
    about = about_words(asked)
    near = all(c["kind"] == "location" for c in asked) and any(c.get("radius_km") for c in asked)
    lines = []
    if graded["met"]:
        shown = f"Living {about}:" if near else f"Shown for {about}:"
        lead = f"{sentence(about)}, by their dates:" if by_dates else shown
        lines.extend(_listed(lead, graded["met"]))
    elif by_dates:
        lines.append(f"By their dates, nobody on screen {met_words(asked)}.")
    else:
        lines.append(f"Nobody on screen clearly {met_words(asked)}.")
    if graded["partly"]:
        lines += _in_part(graded["partly"])
    if len(graded["unclear"]) == len(rows):
        if all(c["kind"] == "location" for c in asked):
            return f"No résumé on screen says that somebody {met_words(asked)}."
        return f"I found nothing about {about} in the résumés on screen."
    lines.extend(_silent(graded, len(rows) if named else _MOST_NAMED))
    return "\n".join(lines)


def _in_part(rows: list[Public]) -> list[str]:
    return bulleted("In part:", (f"{r['ref']}: {_shown(r)}" for r in rows[:_MOST_NAMED]))


def _listed(lead: str, met: list[Public]) -> list[str]:
    """Return a heading and who shows it, each with a quote; many are only named."""
    quotes = (f"{r['ref']}: {_shown(r)}" for r in met[:_MOST_QUOTED])
    lines = bulleted(lead, quotes) if met else []
    if further := met[_MOST_QUOTED:]:
        lines.append(f"{sentence(_refs(further))} {_verb(further, 'shows', 'show')} it too.")
    return lines


def _by_length(rows: list[Public], asked: list[Public]) -> str:
    """Return how long each did one thing, longest first, as the dates of their jobs tell."""
    told = [(float(found[0]), row) for row in rows if (found := _LENGTH.match(_note(row)))]
    if not told:
        return f"I found no years of {asked[0]['subject']} in the résumés on screen."
    told.sort(key=lambda each: -each[0])
    years = (f"{row['ref']}: {_note(row)}" for _, row in told)
    lines = bulleted(f"Those shown, by years of {asked[0]['subject']}:", years)
    silent = [row for row in rows if not _LENGTH.match(_note(row))]
    if silent:
        whose = _refs(silent) if len(silent) <= _MOST_NAMED else "the others"
        lines.append(f"I found none in the {_verb(silent, 'résumé', 'résumés')} of {whose}.")
    return "\n".join(lines)


def _note(row: Public) -> str:
    return str(row["verdicts"][0]["note"]) if row["verdicts"] else ""


def _of_several(rows: list[Public], asked: list[Public], met: list[Public]) -> str:
    """Return who shows all of several things, or who shows most of them and what each leaves open.

    Of somebody who shows a part of it a résumé is not silent.
    """
    about = about_words(asked)
    if met:
        lines = _listed(f"Shown for {about}:", met)
        if rest := [row for row in rows if _grade(row) != "met"]:
            lines.append(
                f"The other {len(rest)} shown {_verb(rest, 'leaves', 'leave')} a part open."
            )
        return "\n".join(lines)
    nearest = sorted(rows, key=lambda r: -_count(r))[:_MOST_NEAR]
    lines = [f"Nobody on screen shows all of it: {about}."]
    lines += ["Nearest:"] if _count(nearest[0]) else []
    lines += [_near(row) for row in nearest if _count(row)]
    return "\n".join(lines)


def _count(row: Public) -> int:
    return sum(v["verdict"] == "met" for v in row["verdicts"])


def _near(row: Public) -> str:
    """Return how much of several things somebody shows, and what is open or shown in part."""
    partly = [f"{label(v)} in part" for v in row["verdicts"] if v["verdict"] == "partly"]
    unmet = [lacked(v) for v in row["verdicts"] if v["verdict"] in ("unclear", "missing")]
    of = f"{_count(row)} of {len(row['verdicts'])}"
    return f"- {row['ref']}: {of}, open: {listing([*unmet, *partly])}."


def _silent(graded: dict[str, list[Public]], most: int) -> list[str]:
    lines = list[str]()
    unclear, missing = graded["unclear"], graded["missing"]
    if len(unclear) > most:
        lines.append("I found nothing about it in the résumés of the others.")
    else:
        lines += _nothing("it", unclear)
    if missing:
        named = [f"{r['ref']}{_notes(r)}" for r in missing[:most]]
        more = ["others"] if len(missing) > most else []
        lines.append(f"Not so: {listing([*named, *more])}.")
    return lines


def _grade(row: Public) -> str:
    grades = [v["verdict"] for v in row["verdicts"]]
    return max(grades, key=_ORDER.index, default="unclear")


def _shown(row: Public) -> str:
    carried = [v for v in row["verdicts"] if v["quote"] and v["verdict"] in ("met", "partly")]
    several = len(row["verdicts"]) > 1
    quotes = [quoted(v) + _aside(v, several=several) for v in carried]
    return listing(list(dict.fromkeys(quotes)))


def _aside(verdict: Public, *, several: bool) -> str:
    """Return what stands behind a quote: how long, the field of another degree, or the wish."""
    of_other_field = verdict["kind"] == "education" and verdict["verdict"] == "partly"
    if verdict["note"] and (verdict["kind"] == "min_years" or of_other_field):
        return f" ({verdict['note']})"
    return f" ({label(verdict)})" if several else ""


def _notes(row: Public) -> str:
    """Return in brackets why wishes are not met: the words that deny them, or what was read."""
    missing = [v for v in row["verdicts"] if v["verdict"] == "missing"]
    notes = [f"“{v['against']}”" if v.get("against") else v["note"] for v in missing]
    notes = [note for note in notes if note]
    return f" ({listing(list(dict.fromkeys(notes)))})" if notes else ""


def _refs(rows: list[Public]) -> str:
    return listing([r["ref"] for r in rows])


def _verb(rows: list[Public], one: str, many: str) -> str:
    return one if len(rows) == 1 else many
