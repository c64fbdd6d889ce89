"""Turns the text of one résumé into a candidate: identity apart, every fact with its offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from tools.candidates import Candidate, Education, Fact, LanguageSkill, Profile
from tools.ingest.career.positions import MOST_POSITIONS, Career, find_career
from tools.ingest.dates.impossible_dates import strange_dates
from tools.ingest.dates.periods import find_dates
from tools.ingest.given_fields import GivenFields
from tools.ingest.headlines import find_headline, find_summary, find_top_titles
from tools.ingest.home_country import clues_of, dialled
from tools.ingest.identity.split import split_identity
from tools.ingest.locations import find_location
from tools.ingest.passages import choose_passages
from tools.ingest.pastimes import find_pastimes
from tools.ingest.schooling.education import find_education
from tools.ingest.sections import Outline, outlined
from tools.ingest.statements import with_given, years_stated
from tools.ingest.templates import left_blank
from tools.vocabulary.certifications import own_certifications
from tools.vocabulary.denials import Denials, denials_of
from tools.vocabulary.industries import find_industries
from tools.vocabulary.intents import is_only_meant
from tools.vocabulary.languages import find_languages, level_rank
from tools.vocabulary.matcher import Mention
from tools.vocabulary.skills import canonical_skill, find_skills
from tools.vocabulary.titles import seniority

MOST_MENTIONS = 6
"""So many places are kept for one skill; a ranking needs no more."""


def build_candidate(
    candidate_id: str,
    raw_text: str,
    *,
    source: str,
    content_hash: str,
    today: date,
    given: GivenFields | None = None,
    warnings: Sequence[str] = (),
) -> Candidate:
    """Return the candidate a normalised résumé describes; `given` fields win over what is read.

    Every offset counts characters of the returned `text`. Nothing depends on the person's name.
    """
    text, identity = split_identity(with_given(raw_text, given), given)
    outline = outlined(text)
    as_of = f"{today.year:04}-{today.month:02}"
    periods, strange = find_dates(text, as_of)
    career = find_career(outline, periods, as_of)
    phones = dialled(identity.phones)
    profile = _profile(outline, career, as_of, given or GivenFields(), phones)
    return Candidate(
        candidate_id=candidate_id,
        text=text,
        profile=profile,
        identity=identity,
        passages=choose_passages(outline, profile.positions, profile.summary),
        source=source,
        content_hash=content_hash,
        warnings=(*warnings, *strange_dates(text, strange, as_of), *_unread(career)),
        extra=dict(given.extra) if given else {},
    )


def _unread(career: Career) -> list[str]:
    """Return a warning where a résumé lists more jobs than are read."""
    several = MOST_POSITIONS + career.unread
    told = (
        f"Only the first {MOST_POSITIONS} entries that look like jobs (of {several:,}) were read."
    )
    return [told] if career.unread else []


def _profile(
    outline: Outline,
    career: Career,
    as_of: str,
    given: GivenFields,
    phones: frozenset[str],
) -> Profile:
    text, positions = outline.text, career.positions
    stated = years_stated(text)
    titles = find_top_titles(outline)
    headline = given.title or find_headline(outline, positions, titles)
    pastimes = find_pastimes(outline)
    denials = denials_of(text)
    credentials = own_certifications(text, as_of)
    education = find_education(outline, as_of)
    languages = _languages(text, denials)
    clues = partial(clues_of, text, phones, languages)
    return Profile(
        as_of=as_of,
        headline=headline,
        summary=find_summary(outline),
        titles=titles,
        positions=positions,
        skills=_skills(text, given, pastimes, denials),
        certifications=_certifications(text, credentials.held, denials),
        certifications_doubted=_certifications(text, credentials.doubted, denials),
        industries=_facts(_worked_in(find_industries(text), education)),
        education=education,
        languages=languages,
        location=find_location(outline, positions, clues, given.location),
        years_experience=_years(career.months, given, stated[0] if stated else None),
        recent_years=round(career.recent / 12, 1) if career.months else None,
        seniority=seniority(headline) or "",
        years_stated=stated[1] if stated else None,
        pastimes=pastimes,
    )


def _years(months: int, given: GivenFields, stated: float | None) -> float | None:
    if given.years_experience is not None:
        return given.years_experience
    return round(months / 12, 1) if months else stated


def _facts(mentions: Iterable[Mention]) -> tuple[Fact, ...]:
    seen: dict[str, int] = {}
    facts = []
    for mention in mentions:
        seen[mention.name] = seen.get(mention.name, 0) + 1
        if seen[mention.name] <= MOST_MENTIONS:
            facts.append(Fact(mention.name, mention.start, mention.end))
    return tuple(facts)


def _owned(mentions: Iterable[Mention], denials: Denials) -> list[Mention]:
    """Return the mentions of what the résumé does not say its owner lacks."""
    return [m for m in mentions if not denials.cover(m.start, m.end)]


def _worked_in(mentions: Iterable[Mention], education: Sequence[Education]) -> list[Mention]:
    """Return the industries but those of degrees alone: to study agriculture is no work in it."""
    found = list(mentions)
    worked = {m.name for m in found if not any(d.start <= m.start < d.end for d in education)}
    return [m for m in found if m.name in worked]


def _certifications(text: str, named: Sequence[Mention], denials: Denials) -> tuple[Fact, ...]:
    owned = _owned(named, denials)
    return _facts(m for m in owned if not left_blank(text, m.start, m.end))


def _skills(
    text: str, given: GivenFields, pastimes: Sequence[tuple[int, int]], denials: Denials
) -> tuple[Fact, ...]:
    """Return the skills of the text and the given ones.

    Cooking as a hobby is no skill, nor is what somebody only wants to learn.
    """
    mentions = [m for m in _owned(find_skills(text), denials) if not is_only_meant(text, m.start)]
    if pastimes:
        mentions = [m for m in mentions if not any(low <= m.start < high for low, high in pastimes)]
    facts = _facts(mentions)
    known = {fact.value for fact in facts}
    lowered = text.lower()
    for skill in given.skills:
        value = canonical_skill(skill) or skill.strip()
        start = lowered.rfind(skill.lower())
        if value and value not in known and start >= 0:
            facts = (*facts, Fact(value, start, start + len(skill)))
            known.add(value)
    return tuple(sorted(facts, key=lambda fact: (fact.start, fact.end, fact.value)))


def _languages(text: str, denials: Denials) -> tuple[LanguageSkill, ...]:
    """Return each language by the place that claims most; one in doubt yields to any other."""
    best: dict[str, LanguageSkill] = {}
    for m in find_languages(text):
        if not m.doubt and denials.cover(m.start, m.end):
            continue
        told = LanguageSkill(m.name, m.level or "", m.start, m.end, m.doubt)
        known = best.get(m.name)
        if known is None or _claimed(told) > _claimed(known):
            best[m.name] = told
    return tuple(best.values())


def _claimed(language: LanguageSkill) -> tuple[bool, int]:
    return not language.doubt, level_rank(language.level)
