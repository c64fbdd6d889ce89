"""Words how many of the people ranked show what was asked for."""

from __future__ import annotations

from typing import Any

from agent.offline.situation import Situation
from agent.offline.wording.phrases import met_words, people_count


def word_count(payload: dict[str, Any], now: Situation) -> str:
    """Return the count over all who are ranked, how many of them are on screen, and its bound."""
    del now
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
