"""Words wishes for people: “5+ years with Python”, “in Berlin”, and what to ask about each."""

from __future__ import annotations

from collections.abc import Mapping

from tools.criteria import Criterion
from tools.vocabulary.places import MILE_KM

MANY_WISHES = 8
"""Wishes up to which each is named or shown by itself; a pasted job asks for more."""
_COUNTED = 2
"""Musts from which their number says more than the verdict on each."""


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 person", "14 people"."""
    return f"{count} {one if count == 1 else many}"


def musts_met(musts: Mapping[str, int] | None) -> str:
    """Return how many musts somebody meets, as events carry it; one alone needs no count."""
    if not musts or musts["of"] < _COUNTED:
        return ""
    met = "every must" if musts["met"] == musts["of"] else f"{musts['met']} of {musts['of']} musts"
    return f"meets {met}"


def phrase(wish: Criterion) -> str:
    """Return the wish as a noun phrase."""
    about = f" with {wish.subject}" if wish.subject else ""
    match wish.kind:
        case "min_years":
            return f"{wish.value}+ years{about}"
        case "max_years":
            return f"at most {wish.value} years{about}"
        case "education" if wish.subject:
            return f"{wish.value} in {wish.subject}"
        case "language" if wish.level:
            return f"{wish.value} ({wish.level})"
        case "location" if wish.radius_km:
            return f"within {distance(wish.radius_km, wish.radius_km)} of {wish.value}"
    return str(wish.value)


def distance(km: float, asked: float) -> str:
    """Return a distance in the unit of what was asked for: kilometres are whole numbers there."""
    in_miles = asked != int(asked) and round(round(asked / MILE_KM) * MILE_KM, 2) == asked
    return f"{round(km / MILE_KM)} miles" if in_miles else f"{km:g} km"


def question_about(wish: Criterion) -> str:
    """Return what an interviewer may ask about a wish that the résumé leaves open."""
    value = str(wish.value)
    match wish.kind:
        case "title":
            return f"Which of your roles came closest to {value}, and what did you do in it?"
        case "skill":
            return f"Where did you last work with {value}, and what did you do with it?"
        case "location":
            return f"Could you work in {value}, and from when?"
        case "min_years" | "max_years":
            about = f" with {wish.subject}" if wish.subject else ""
            return f"How many years have you worked{about}, and in which positions?"
        case "education":
            return f"Which degree do you hold, and does it cover {phrase(wish)}?"
        case "language":
            return f"How well do you speak {value}, and where do you use it?"
        case "certification":
            return f"Do you hold {value}, and until when is it valid?"
        case "industry":
            return f"What have you done in {value}?"
        case "text":
            return f"Can you give an example of this: {value}?"
