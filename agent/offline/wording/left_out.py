"""Says what of a message a search left out or can seldom show, so that neither is in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.offline.phrasebook import answers, chatter
from agent.offline.reading import read, wishes
from tools.criteria import Criteria
from tools.request import (
    ANYTHING,
    asked_hours,
    find_protected,
    instead_of,
    refused_hours,
    unread,
)

_CURRENT = re.compile(
    r"\b(?:only|just|must be|who(?:'s| is| are)) current(?:ly)?\b"
    r"(?! (?:employed|unemployed|working|in work|looking))(?P<what>(?: [\w-]+){0,4})",
    re.IGNORECASE,
)
_TOLD = {
    "pay": "What is paid stands in no résumé, so {said} is left out.",
    "sizes": "I do not compare sizes or counts, so {said} is left out: see the quotes.",
    "formalities": "{said} {stands} in no résumé: please ask the person.",
    "mother_tongues": "I search for fluency where you say {said}, not where one grew up.",
    "bounds": "I could not read {said} as a bound, so it is left out.",
    "hopping": "I do not judge how often somebody changed jobs, so {said} is left out.",
}
"""What is said of words that nothing is made of, by why."""
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 600
"""Characters from which a text is a document, whose pay is no wish."""


def left_out(text: str) -> list[str]:
    """Return sentences for pay, permits, absurd bounds and the like, and hours few tell of."""
    said = _too_many(text)
    if len(text) > _LONGEST:
        return said
    current = _CURRENT.search(text)
    if current and any(c.kind == "title" for c in wishes(current["what"])):
        said.append(answers()["former"])
    for words, instead in _proxies(text).items():
        said.append(f"“{words}” keeps out others who can do the work: {instead}.")
    for why, unsaid in unread(text).items():
        stands = "stand" if len(unsaid) > 1 else "stands"
        said += [_TOLD[why].format(said=_named(unsaid), stands=stands)] if unsaid else []
    return [*said, *_hours(text)]


def not_used(text: str, desk: Criteria, told: Sequence[str]) -> list[str]:
    """Return a sentence for the words of wishes that nothing was made of, and that none `told`.

    What means something beside the wishes on the `desk` is used.
    """
    known = chatter().union(*(_WORD.findall(said.casefold()) for said in told))
    unused = [w for w in read(text).unused if w in read(text, desk).unused]
    words = [w for w in unused if not known.issuperset(_WORD.findall(w.casefold()))]
    named = ", ".join(f"“{each}”" for each in words)
    return [f"Not used: {named}."] if words and "⟨" not in text else []


def _hours(text: str) -> list[str]:
    """Return sentences for the hours that are asked for or refused, of which few résumés tell."""
    said = []
    if hours := asked_hours(text):
        said.append(
            f"Few résumés tell of {' or '.join(hours)}: where one does not, ask the person."
        )
    if refused := refused_hours(text):
        said.append(f"{_named(tuple(refused))} keeps nobody out, as few résumés tell of hours.")
    return said


def _too_many(text: str) -> list[str]:
    """Return sentences for what of a message is too long to read or too much to weigh."""
    reading, said = read(text), []
    if reading.unread:
        said.append(f"I read all but the last {reading.unread:,} characters, which are too many.")
    if beyond := reading.beyond:
        said.append(
            f"{len(beyond)} further wishes are too many to weigh at once, among them "
            f"{_named(beyond)}: ask for them apart."
        )
    return said


def _proxies(text: str) -> dict[str, str]:
    """Return the words that come down to an age or an origin, each with what to ask for instead."""
    told = {wish.words: instead_of(wish.words) for wish in find_protected(text)}
    return {words: instead for words, instead in told.items() if instead != ANYTHING}


def _named(words: tuple[str, ...]) -> str:
    return " and ".join(f"“{each}”" for each in words[:3])
