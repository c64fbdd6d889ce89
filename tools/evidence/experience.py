"""Judges titles and years: who held the role, how recently and for how long."""

from __future__ import annotations

from collections.abc import Sequence

from tools.candidates import Candidate, Position
from tools.criteria import Criterion
from tools.evidence.beginners import interning, is_internship
from tools.evidence.finding import MISSING, UNCLEAR, Finding, Span, strongest
from tools.evidence.held_jobs import Held, head_span, held
from tools.evidence.periods import months_between, months_covered
from tools.evidence.roles import SAME_ROLE, meets, works_in
from tools.evidence.stated_years import Stated, stated_years
from tools.evidence.wording import READ, Words, phrase_sought
from tools.evidence.workplaces import own_fields
from tools.vocabulary.intents import is_only_meant
from tools.vocabulary.titles import held_similarity, seniority
from tools.vocabulary.titles_seniority import modifier_level
from tools.vocabulary.titles_words import phrase_key

FADING_MONTHS = 144.0
"""A role left this many months ago counts half of one held today."""
BEGINNING_MONTHS = 60
"""Months in a role after which nobody is a beginner who is not called one."""
ALMOST = 0.75
"""The share of the years asked for from which a person is partly there."""


def judge_title(person: Candidate, wish: Criterion, _: Words = READ) -> Finding:
    """Return how closely, how recently and how long the person held one of the titles."""
    avoided = wish.weight == "avoid"
    found = (
        interning(person)
        if avoided and is_internship(value) and " " not in value
        else _one_title(person, value, avoided)
        for value in wish.values
    )
    return strongest(MISSING if person.profile.positions else UNCLEAR, *found)


def judge_years(person: Candidate, wish: Criterion, _: Words = READ) -> Finding:
    """Return whether somebody has worked at least, or at most, so many years, in all or at one."""
    years, spans = _years(person, wish.subject)
    if years is None or not spans:
        return UNCLEAR
    note, wanted = _said(person, years, wish.subject, spans), float(wish.value)
    most = wish.kind == "max_years"
    if years <= wanted if most else years >= wanted:
        return Finding("met", 1.0, spans, note)
    if not most and years >= ALMOST * wanted:
        return Finding("partly", 0.5 * years / wanted, spans, note)
    return Finding("missing", 0.0, (), note)


def recency(position: Position, as_of: str) -> float:
    """Return 1.0 for a current position, falling to one half after FADING_MONTHS."""
    if position.current or not position.finish or not as_of:
        return 1.0 if position.current else 0.8
    ago = max(0, months_between(position.finish, as_of))
    return float(2.0 ** (-ago / FADING_MONTHS))


def _one_title(person: Candidate, title: str, avoided: bool) -> Finding:
    as_of = person.profile.as_of
    near = [
        h
        for h in held(person, title, ranks=not avoided)
        if not avoided or (h.met and _counts_against(person, title, h))
    ]
    # Whoever wants no software engineer has not said that a firmware engineer is one.
    met = [h for h in near if h.met and (not avoided or _is_unwanted(person, title, h))]
    if near:
        rated = sorted(
            ((h.similarity * (0.6 + 0.4 * recency(h.position, as_of)), h) for h in met or near),
            key=lambda r: (-r[0], r[1].position.start),
        )
        spans = tuple(span for _, h in rated[:3] for span in h.spans)
        strength = max(rated[0][0], 0.7 * held_similarity(title, person.profile.headline))
        counted = [h.position for h in met]
        months = months_covered(counted, as_of)
        strength = min(1.0, strength * (0.85 + 0.15 * min(months, 60) / 60))
        if met and not avoided and _is_outgrown(title, counted, months):
            return Finding("partly", strength, spans, _role_note(counted, months))
        if met:
            return Finding("met", strength, spans, _role_note(counted, months))
        return Finding("partly", strength, spans, f"related: {rated[0][1].position.title}")
    named = next(
        (
            f
            for f in person.profile.titles
            if meets(title, f.value)
            and not _is_plural(person.text[f.start : f.end], f.value)
            and (not avoided or _is_touched(title, f.value))
            and not is_only_meant(person.text, f.start)
        ),
        None,
    )
    if named:
        return Finding(
            "partly", 0.45, ((named.start, named.end),), "mentioned, not as a job with dates"
        )
    return MISSING if person.profile.positions else UNCLEAR


def _is_plural(said: str, title: str) -> bool:
    """Return whether a title is said of several, who are others: "sales managers"."""
    return said.casefold().endswith("s") and not title.casefold().endswith("s")


def _is_outgrown(title: str, counted: Sequence[Position], months: int) -> bool:
    """Return whether a title for beginners is asked for and the role was held for long since."""
    beginners = ("intern", "junior")
    if _said_level(title) not in beginners:
        return False
    latest = max(counted, key=lambda p: (p.current, p.finish))
    return _said_level(latest.title) not in beginners and months > BEGINNING_MONTHS


def _counts_against(person: Candidate, title: str, role: Held) -> bool:
    """Return whether a role near an avoided title speaks of it: its level is not long outgrown."""
    if not _is_touched(title, role.position.title):
        return False
    outgrown = role.similarity >= SAME_ROLE and not _is_unwanted(person, title, role)
    return _said_level(title) is None or not outgrown


def _is_touched(title: str, held: str) -> bool:
    """Return whether avoiding a title speaks of another at all: a head chef is no junior one."""
    level = _said_level(title)
    same = level == _said_level(held) or seniority(title) == seniority(held)
    return level in (None, "lead") or same


def _said_level(title: str) -> str | None:
    return modifier_level(phrase_key(title).split())


def _is_unwanted(person: Candidate, title: str, role: Held) -> bool:
    """Return whether a role is the one avoided: of its level, and for beginners the latest.

    Whoever wants no junior accountant has not put out those who began as one.
    """
    if role.similarity < SAME_ROLE:
        return False
    level = _said_level(title)
    if level is None or level == "lead":
        return True
    if _said_level(role.position.title) != level:
        return False
    if level not in ("intern", "junior") or role.position.current:
        return True
    since = [p for p in person.profile.positions if p.current or p.finish > role.position.finish]
    return not since


def _role_note(counted: Sequence[Position], months: int) -> str:
    """Return how long the jobs counted lasted, and until when the last of them did."""
    last, single = max((position.finish, position.single) for position in counted)
    since = f"{'last in' if single else 'until'} {last[:4]}" if last else ""
    if any(position.current for position in counted):
        since = "current"
    length = f"{months / 12:.1f} years" if months else ""
    return ", ".join(part for part in (length, since) if part)


def _years(person: Candidate, subject: str) -> tuple[float | None, tuple[Span, ...]]:
    """Return years and the places that show them, for all experience or for a subject."""
    profile = person.profile
    if not subject:
        dated = [p for p in profile.positions if p.timed]
        spans = tuple(head_span(person.text, p) for p in dated)
        if not spans and profile.years_stated:
            spans = ((profile.years_stated.start, profile.years_stated.end),)
        return profile.years_experience, spans
    roles = [h.position for h in held(person, subject) if h.met]
    told = _told(person, subject)
    about = [
        p for p in profile.positions if p.timed and (p in roles or _concerns(p, subject, told))
    ]
    spans = tuple(head_span(person.text, p) for p in about)
    years = months_covered(about, profile.as_of) / 12.0
    stated = _stated(person, subject, told)
    if stated and stated.years > years:
        return float(stated.years), ((stated.start, stated.end),)
    return years, spans


def _told(person: Candidate, subject: str) -> list[int]:
    """Return where a skill is named, or a field as one worked in."""
    skills = [fact.start for fact in person.profile.skills if fact.value == subject]
    return [*skills, *(start for start, _ in own_fields(person, (subject,)))]


def _stated(person: Candidate, subject: str, told: Sequence[int]) -> Stated | None:
    """Return where most years of a skill, field or role are stated, if they are."""
    about = [
        stated
        for stated in stated_years(person.text)
        if any(stated.start <= at < stated.end for at in told)
        or next(phrase_sought(subject).places(person.text, stated.start, stated.end), None)
    ]
    return max(about, key=lambda stated: stated.years, default=None)


def _concerns(position: Position, subject: str, told: Sequence[int]) -> bool:
    """Return whether a job is named after a skill, is of its field or tells of it."""
    return works_in(position.title, subject) or any(
        position.start <= at < position.end for at in told
    )


def _said(person: Candidate, years: float, subject: str, spans: Sequence[Span]) -> str:
    about = f" with {subject}" if subject else ""
    if subject and any((s.start, s.end) in spans for s in stated_years(person.text)):
        return f"{years:g} years{about}, as stated"
    positions = len(spans)
    plural = "s" if positions != 1 else ""
    return f"{years:.1f} years{about} in {positions} position{plural}"
