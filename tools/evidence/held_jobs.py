"""Finds the jobs somebody held that are near a title, and the places that show the role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from tools.candidates import Candidate, Position
from tools.evidence.finding import Span
from tools.evidence.inflection import stem
from tools.evidence.names import own_places
from tools.evidence.passing_mentions import in_passing
from tools.evidence.quotes import TOKEN_ENDS
from tools.evidence.roles import head_of, match
from tools.evidence.wording import owned_places, stands_in
from tools.vocabulary.everyday_names import is_respelled
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.word_places import since_stop

NEAR_ROLE = 0.45
"""Title similarity from which a position counts as related."""
LONGEST_HEAD = 160
"""Characters within which the head of an entry, its title and dates, is looked for."""

_NEAR = 60
"""Characters within which a deed is told beside a word."""
_DEED, _DOER = 4, 3
"""Letters of a deed at least, and those by which its doer is told: analyst, to analyse."""
_DEEDS = {
    "teacher": "teach|taught|instruct|lesson|tutor|lectur|class|curricul|grade|subject|student",
    "nurse": "nurs|patient|care|unit|ward|floor|room|department",
}
"""What else tells the deed of some trades."""
_ENDS = re.compile(r"[.;!?\u2022](?=\s)|\n(?![a-z])")


class Held(NamedTuple):
    """A position near a title: how alike the two are, whether it was that role, and where."""

    similarity: float
    met: bool
    position: Position
    spans: tuple[Span, ...]


def held(person: Candidate, title: str, ranks: bool = True) -> list[Held]:
    """Return every position near the title, in résumé order.

    Where the title held leaves open a word of the one asked for, the position was that role only if
    its own text shows the word; a place that shows a skill comes before the title.
    """
    near = []
    for position in person.profile.positions:
        found = match(title, position.title, ranks)
        if found.similarity < NEAR_ROLE:
            continue
        shown = _shown_of(person, position, found.open or (), title)
        met = found.open is not None and None not in shown.values()
        head = _title_span(position)
        places = _joined(shown, head) if met else (head,)
        near.append(Held(found.similarity, met, position, places))
    return near


def _shown_of(
    person: Candidate, position: Position, words: Sequence[str], title: str
) -> dict[str, Span | None]:
    """Return where each word of a title is shown; several that stand together name one thing."""
    if len(words) > 1:
        owned = owned_places(person.text, " ".join(words), position.start, position.end)
        firm = next((place for place in owned if not in_passing(person, place)), None)
        if firm:
            return dict.fromkeys(words, firm)
    return {word: _shown(person, position, word, title) for word in words}


def _shown(person: Candidate, position: Position, word: str, title: str) -> Span | None:
    """Return where the text of a position says a word of a title, or a skill of that name.

    A plain word shows the role beside what such a one does alone: credit that is analysed.
    """
    skill = canonical_skill(word)
    for fact in person.profile.skills:
        place = fact.start, fact.end
        held = fact.value == skill and position.start <= fact.start < position.end
        if held and not in_passing(person, place):
            return place
    if is_respelled(word):
        return None
    owned = owned_places(person.text, word, position.start, position.end)
    own = own_places(person, owned, skill or word)
    firm = [place for place in own if not in_passing(person, place)]
    if skill is None:
        firm = [place for place in firm if _is_done(person, position, place, title)]
    return next(iter(firm), None)


def _is_done(person: Candidate, position: Position, place: Span, title: str) -> bool:
    """Return whether a word stands in the head of a job, in a skill, or beside the deed."""
    head = head_span(person.text, position)
    if head[0] <= place[0] and place[1] <= head[1]:
        return True
    if any(f.start <= place[0] and place[1] <= f.end for f in person.profile.skills):
        return True
    text, (start, end), doer = person.text, place, head_of(title)
    begin = since_stop(text, _ENDS, max(position.start, start - _NEAR), start)
    stop = _ENDS.search(text, end, end + _NEAR)
    around = begin, stop.start() if stop else end + _NEAR
    deed = _DEEDS.get(doer) or re.escape(doer[: max(_DEED, len(doer) - _DOER)])
    told = re.compile(rf"\b(?:{deed})", re.IGNORECASE).search(text, *around)
    return told is not None or stands_in(text, around, stem(doer))


def _joined(shown: Mapping[str, Span | None], title: Span) -> tuple[Span, ...]:
    """Return the places of words, in one with the title where they stand close to it.

    A skill tells more than the title, a plain word less: "process" shows nothing by itself.
    """
    places = {word: span for word, span in shown.items() if span}
    near = {w: s for w, s in places.items() if title[0] <= s[0] and s[1] <= title[0] + LONGEST_HEAD}
    whole = title[0], max([title[1], *(s[1] for s in near.values())])
    apart = [(canonical_skill(w) is None, s) for w, s in places.items() if w not in near]
    return tuple(s for _, s in sorted([*apart, (False, whole)], key=itemgetter(0)))


def _title_span(position: Position) -> Span:
    if position.title_end > position.title_start:
        return position.title_start, position.title_end
    return position.start, min(position.end, position.start + 80)


def names_a_job(person: Candidate, place: Span) -> bool:
    """Return whether a place stands in a title or an employer of somebody."""
    profile = person.profile
    return is_among(
        place,
        [
            *((t.start, t.end) for t in profile.titles),
            *((p.title_start, p.title_end) for p in profile.positions),
            *((p.employer_start, p.employer_end) for p in profile.positions),
        ],
    )


def is_among(place: Span, spans: Iterable[Span]) -> bool:
    """Return whether a place stands within one of some others."""
    return any(start <= place[0] and place[1] <= end for start, end in spans)


def head_span(text: str, position: Position) -> Span:
    """Return the first lines of an entry, up to the one by which title and dates were told.

    Of a firm called after its owner, whose name no quote holds, it is what follows the name.
    """
    furthest = min(position.end, position.start + LONGEST_HEAD)
    dated = text.find(position.begin[:4], position.start, furthest)
    told = max(position.start, dated, position.title_end if position.title_end < furthest else 0)
    line_end = text.find("\n", told, furthest)
    begin = text.rfind(TOKEN_ENDS, position.start, max(dated, position.start)) + 1
    return max(begin, position.start), line_end if line_end >= 0 else furthest
