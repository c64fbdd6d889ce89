"""Words how many of the people ranked, or of all, show what was asked for."""

from __future__ import annotations

from typing import Any

from agent.offline.situation import Situation
from agent.offline.wording.phrases import met_words, people_count

LIST_THEM = "Shall I list them?"
"""How an answer with a count ends, by which the consent to it is recognised."""


def word_count(payload: dict[str, Any], _now: Situation) -> str:
    """Return the count over all who are ranked, how many of them are on screen, and its bound."""
    asked = payload["asked"]
    met, of = payload["met"], payload["of"]
    if not met:
        counted = f"None of the {people_count(of)} ranked clearly {met_words(asked)}"
    else:
        does = met_words(asked, many=met > 1)
        counted = f"{met} of the {people_count(of)} ranked {does}"
        counted += f", {payload['met_on_screen'] or 'none'} of them on screen"
    if payload["partly"]:
        shows = "shows" if payload["partly"] == 1 else "show"
        counted += f"; {payload['partly']} {shows} it in part"
    end = " The ranking ends there, so there may be more in the index." if payload["capped"] else ""
    return f"{counted}.{end}"


def word_indexed(payload: dict[str, Any], _now: Situation) -> str:
    """Return the count over everybody, which is a least one where the ranking ends at its bound."""
    if not payload["asked"]:
        noun = "person" if payload["of"] == 1 else "people"
        ranked = f", {payload['ranked']:,} of them ranked now" if payload["ranked"] else ""
        return f"In this index: {payload['of']:,} {noun}{ranked}."
    asked, met = payload["asked"], payload["met"]
    everybody = f"{payload['of']:,} people in this index"
    if not met:
        counted = f"None of the {everybody} clearly {met_words(asked)}"
    else:
        least = "At least " if payload["capped"] else ""
        counted = f"{least}{met} of the {everybody} {met_words(asked, many=met > 1)}"
    if payload["partly"]:
        counted += (
            f"; {payload['partly']} more {'does' if payload['partly'] == 1 else 'do'} in part"
        )
    return f"{counted}. {LIST_THEM}" if met or payload["partly"] else f"{counted}."
