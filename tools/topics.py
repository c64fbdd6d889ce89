"""Says what a résumé tells of one side of a person, whatever is searched for: quotes alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from tools.candidates import Candidate, Education, Position
from tools.evidence.finding import Span
from tools.evidence.held_jobs import LONGEST_HEAD, head_span
from tools.evidence.periods import months_covered
from tools.evidence.quotes import quote_around, without_identity
from tools.results import Evidence
from tools.vocabulary.skills import field_of

Topic = Literal[
    "education",
    "languages",
    "other_languages",
    "certifications",
    "skills",
    "positions",
    "latest_position",
    "earlier_positions",
    "years",
    "location",
    "deeds",
]

MOST_TOLD = 6
"""Quotes of one topic."""
_MOST_SKILLED = 4
"""Statements that tell of somebody's skills."""


def told(person: Candidate, topic: Topic) -> tuple[Evidence, ...]:
    """Return what the résumé says on the topic, verbatim; positions with the latest first."""
    return tuple(_TOPICS[topic](person))[:MOST_TOLD]


def years_told(person: Candidate, topic: Topic) -> float | None:
    """Return the years that go with a topic: of the latest position, or of all experience."""
    if topic == "years":
        return person.profile.years_experience
    if topic != "latest_position":
        return None
    months = months_covered(_latest(person), person.profile.as_of)
    return round(months / 12, 1) if months else None


def sentences_at(person: Candidate, spans: Iterable[Span]) -> list[Evidence]:
    """Return the sentences around the places, those that overlap as one quote."""
    quotes = sorted(
        (quote_around(person.text, start, end) for start, end in spans if end > start),
        key=lambda quote: (quote.start, quote.end),
    )
    joined: list[Evidence] = []
    for quote in quotes:
        if joined and quote.start <= joined[-1].end:
            start, end = joined[-1].start, max(joined[-1].end, quote.end)
            joined[-1] = Evidence(person.text[start:end], start, end)
        else:
            joined.append(quote)
    return joined


def _education(person: Candidate) -> list[Evidence]:
    """Return each degree with its school; letters behind a name only where nothing says more."""
    degrees = person.profile.education
    told = {d.level for d in degrees if d.institution or d.year}
    kept = (d for d in degrees if d.institution or d.year or d.level not in told)
    return sentences_at(person, (_with_school(person.text, d) for d in kept))


def _with_school(text: str, degree: Education) -> Span:
    """Return a degree up to its school and the end of that line, or the line of a school apart."""
    school = degree.institution_start, degree.institution_end
    named = school[1] > school[0]
    start = min(degree.start, school[0]) if named else degree.start
    line = text.find("\n", max(degree.end, school[1]))
    line = len(text) if line < 0 else line
    if line - start <= LONGEST_HEAD:
        return start, line
    if named and max(degree.end, school[1]) - start > LONGEST_HEAD:
        return school
    return degree.start, degree.end


def _certifications(person: Candidate) -> list[Evidence]:
    """Return one place for each: a list of them rather than a job that is called by one.

    Of those still to come or run out the quotes tell so.
    """
    held, profile = person.profile.positions, person.profile
    places: dict[str, Span] = {}
    for fact in (*profile.certifications, *profile.certifications_doubted):
        within = any(p.start <= fact.start < p.end for p in held)
        if fact.value not in places or not within:
            places[fact.value] = (fact.start, fact.end)
    return sentences_at(person, places.values())


def _skills(person: Candidate) -> list[Evidence]:
    """Return the statements that name most skills, those of everybody's character left out."""
    facts = [f for f in person.profile.skills if field_of(f.value) != "soft"]
    quotes = sentences_at(person, ((f.start, f.end) for f in facts))
    named = {q: len({f.value for f in facts if q.start <= f.start < q.end}) for q in quotes}
    return sorted(quotes, key=lambda q: (-named[q], q.start))[:_MOST_SKILLED]


def _positions(person: Candidate) -> list[Evidence]:
    return [_head(person.text, held) for held in _latest_first(person)]


def _latest_position(person: Candidate) -> list[Evidence]:
    return [_head(person.text, held) for held in _latest(person)]


def _earlier_positions(person: Candidate) -> list[Evidence]:
    """Return the positions that had begun before the latest one, without those held beside it."""
    latest = _latest(person)
    return [
        _head(person.text, held)
        for held in _latest_first(person)
        if held not in latest and not held.current
    ]


def _latest(person: Candidate) -> list[Position]:
    """Return the latest position, one with a title before one without."""
    held = _latest_first(person)
    titled = [p for p in held if p.title and p.current] or [p for p in held if p.title]
    return (titled or held)[:1]


def _head(text: str, held: Position) -> Evidence:
    """Return title, employer and dates as they stand together, else the line they begin with."""
    parts = [
        (start, end)
        for start, end in (
            (held.title_start, held.title_end),
            (held.employer_start, held.employer_end),
            (held.period_start, held.period_end),
        )
        if end > start
    ]
    first, last = min(parts, default=(0, 0))[0], max((end for _, end in parts), default=0)
    if not 0 < last - first <= LONGEST_HEAD:
        return quote_around(text, *head_span(text, held))
    left, right = quote_around(text, first, first + 1), quote_around(text, last - 1, last)
    start, end = (
        (left.start, right.end) if right.end - left.start <= LONGEST_HEAD else (first, last)
    )
    start, end = without_identity(text, start, end)
    return Evidence(text[start:end], start, end)


def _latest_first(person: Candidate) -> list[Position]:
    return sorted(person.profile.positions, key=lambda p: p.recency_key, reverse=True)


_TOPICS: dict[Topic, Callable[[Candidate], list[Evidence]]] = {
    "education": _education,
    "languages": lambda p: sentences_at(p, ((s.start, s.end) for s in p.profile.languages)),
    "other_languages": lambda p: sentences_at(
        p, ((s.start, s.end) for s in p.profile.languages if s.name != "English")
    ),
    "certifications": _certifications,
    "skills": _skills,
    "positions": _positions,
    "latest_position": _latest_position,
    "earlier_positions": _earlier_positions,
    "years": lambda _: [],
    "deeds": lambda p: [_head(p.text, held) for held in _latest_first(p)],
    "location": lambda p: sentences_at(
        p, [(home.start, home.end)] if (home := p.profile.location) else ()
    ),
}
