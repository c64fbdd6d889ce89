"""Judges what a résumé names: skills, certificates, languages, places, degrees, words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tools.candidates import Candidate, Fact
from tools.criteria import Criterion
from tools.evidence.amounts import amount_in, judge_amount
from tools.evidence.deeds import by_field, by_trade
from tools.evidence.employment import judge_employment
from tools.evidence.finding import UNCLEAR, Finding, Span, strongest
from tools.evidence.names import own_places
from tools.evidence.passing_mentions import in_passing, weighed
from tools.evidence.phrases import (
    has_object,
    is_one_phrase,
    is_one_statement,
    is_same_words,
)
from tools.evidence.roles import head_of
from tools.evidence.shifts import SHIFTS, judge_shift
from tools.evidence.studies import is_elsewhere, is_in_field, is_open
from tools.evidence.wording import READ, Words, content_stems, phrase_sought
from tools.vocabulary.certifications import canonical_certification
from tools.vocabulary.certifications_evidence import is_own
from tools.vocabulary.credential_standing import Named, standing
from tools.vocabulary.degrees import degree_rank
from tools.vocabulary.employment import EMPLOYMENTS
from tools.vocabulary.everyday_names import is_everyday
from tools.vocabulary.languages import level_rank
from tools.vocabulary.places import Place, contains, distance_km, is_remote, readings, resolve
from tools.vocabulary.skills import (
    broader,
    canonical_skill,
    kinds,
    shown_together,
)
from tools.vocabulary.titles import jobs_in, seniority
from tools.wording import distance

IMPLIED = 0.75
"""What a skill shown by a narrower one is worth against the skill itself."""
_BESIDE = 40
_CERTIFICATE = re.compile(r"\bcertif|licen[cs]e|credential|accredit|registered", re.IGNORECASE)
DOUBTED = 0.5
"""What a credential still to come, or run out, is worth against one that is held."""
NOT_NOW = "not said to be held now"
LISTED = 0.8
"""What a skill that is only listed is worth against one shown in a position."""
PARTLY_SAID = 0.6
"""Share of the words of a wish that must stand together for it to be partly met; half is none."""


def judge_skill(person: Candidate, wish: Criterion, words: Words = READ) -> Finding:
    """Return whether one of the skills is named, shown by a narrower skill, or at least written.

    Where nothing does, a job held may: a Cashier has worked in retail.
    """
    best = strongest(*(weighed(person, _one_skill(person, v, words)) for v in wish.values))
    if len(wish.values) == 1 and wish.weight != "avoid" and len(content_stems(wish.said)) > 1:
        best = best if best.spans else weighed(person, _one_skill(person, wish.said, words))
    return best if best.spans else strongest(best, by_field(person, wish.values))


def judge_certification(person: Candidate, wish: Criterion, words: Words = READ) -> Finding:
    """Return whether one of the certifications is named."""
    held = [f for f in person.profile.certifications if f.value in wish.values]
    if held:
        return Finding("met", 1.0, _spans(held))
    doubted = [f for f in person.profile.certifications_doubted if f.value in wish.values]
    if doubted:
        return Finding("partly", DOUBTED, _spans(doubted), NOT_NOW)
    # What is known was looked for when the résumé was read, and that of others was left out.
    unknown = [value for value in wish.values if canonical_certification(value) is None]
    written = next(filter(None, (words.phrase(person, value) for value in unknown)), ())
    own = [
        span
        for span in written
        if is_own(person.text, *span, person=False, plural=False)
        and not (any(map(canonical_skill, unknown)) and not _is_certified(person.text, span))
    ]
    return _of_unknown(person, unknown, own)


def _of_unknown(person: Candidate, names: Sequence[str], own: Sequence[Span]) -> Finding:
    """Return how a credential that no vocabulary knows stands, by the places that name it."""
    as_of = person.profile.as_of
    stands = [(standing(Named(person.text, " ".join(names), *span), as_of), span) for span in own]
    if any(how == "lost" for how, _ in stands):
        return UNCLEAR
    doubted = tuple(span for how, span in stands if how != "held")
    over = any(how == "run out" for how, _ in stands)
    held = () if over else tuple(span for how, span in stands if how == "held")
    if held:
        return Finding("met", 0.9, held)
    return Finding("partly", DOUBTED, doubted, NOT_NOW) if doubted else UNCLEAR


def _is_certified(text: str, span: Span) -> bool:
    """Return whether a certificate is spoken of beside a word that names a skill too: "Scrum"."""
    return _CERTIFICATE.search(text, max(0, span[0] - _BESIDE), span[1] + _BESIDE) is not None


def judge_language(person: Candidate, wish: Criterion, _: Words = READ) -> Finding:
    """Return whether one of the languages is spoken at the level asked for."""
    for spoken in person.profile.languages:
        if spoken.name not in wish.values:
            continue
        span = ((spoken.start, spoken.end),)
        if spoken.doubt:
            return Finding("partly", DOUBTED, span, spoken.doubt)
        if not wish.level or level_rank(spoken.level) >= level_rank(wish.level):
            return Finding("met", 1.0, span, spoken.level)
        note = spoken.level or "level not said"
        return Finding("partly", 0.5, span, note)
    return UNCLEAR


def judge_location(person: Candidate, wish: Criterion, _: Words = READ) -> Finding:
    """Return whether the person lives in, or within the radius of, one of the places."""
    home = person.profile.location
    if home is None or all(is_remote(v) for v in wish.values):
        return UNCLEAR
    here = Place(
        home.name, home.city or None, home.region or None, home.country or None, home.lat, home.lon
    )
    span = ((home.start, home.end),) if home.end > home.start else ()
    for value in wish.values:
        wanted = resolve(value)
        if wanted is None:
            continue
        if any(contains(place, here) for place in readings(value)):
            return Finding("met", 1.0, span) if span else UNCLEAR
        away = distance_km(wanted, here)
        if wish.radius_km and away is not None and away <= wish.radius_km and span:
            said = distance(round(away), wish.radius_km)
            return Finding("met", 0.9, span, f"{said} away")
    return Finding("missing", 0.0, span, home.name)


def judge_education(person: Candidate, wish: Criterion, _: Words = READ) -> Finding:
    """Return whether the person holds such a degree, in the field asked for or near it."""
    wanted = min((degree_rank(v) for v in wish.values), default=0)
    best = UNCLEAR
    for degree in person.profile.education:
        if degree_rank(degree.level) < wanted:
            continue
        span = ((degree.start, degree.end),)
        if not wish.subject or is_in_field(degree, person.text, wish.subject):
            return Finding("met", 1.0, span)
        if not is_elsewhere(degree, person.text, wish.subject):
            best = Finding("partly", 0.6, span, degree.field)
        elif best is UNCLEAR:
            # Where a related field will do, which ones are related is the recruiter's to say.
            open_to = is_open(wish.said)
            best = Finding("unclear" if open_to else "missing", 0.0, span, degree.field)
    if best is UNCLEAR and person.profile.education:
        held = max(person.profile.education, key=lambda degree: degree_rank(degree.level))
        return Finding("missing", 0.0, ((held.start, held.end),), "lower degree")
    return best


def judge_text(person: Candidate, wish: Criterion, words: Words = READ) -> Finding:
    """Return how many of the words of a wish stand together in one statement.

    A deed of which nothing is said may be the usual work of a job that was held.
    """
    return strongest(*(weighed(person, _said(person, v, words)) for v in wish.values))


def _said(person: Candidate, value: str, words: Words) -> Finding:
    if value in EMPLOYMENTS:
        found = judge_employment(person, value)
    elif value in SHIFTS:
        found = judge_shift(person, value)
    elif amount := amount_in(value):
        found = judge_amount(person, amount)
    elif " " not in value and seniority(value) is not None:
        found = _rank_held(person, value)
    else:
        found = _one_text(person, value, words)
    usual = UNCLEAR if found.verdict in ("met", "partly") else by_trade(person, value)
    return usual if usual.spans else found


def _rank_held(person: Candidate, rank: str) -> Finding:
    """Return whether a title held says a rank: whoever obeys a supervisor is none."""
    held = [
        (p.title_start, p.title_end)
        for p in person.profile.positions
        if p.title_end > p.title_start and phrase_sought(rank).pattern.search(p.title)
    ]
    return Finding("met", 1.0, tuple(held)) if held else UNCLEAR


def _one_skill(person: Candidate, value: str, words: Words) -> Finding:
    facts = person.profile.skills
    named = [f for f in facts if f.value == value or value in kinds(f.value)]
    if named:
        firm = [f for f in named if not in_passing(person, (f.start, f.end))] or named
        strength = _worth(_used(person, firm)) * (0.9 + 0.1 * min(len(named), 4) / 4)
        return Finding("met", strength, _spans(firm))
    written = words.phrase(person, value)
    if own := own_places(person, written, value):
        return Finding("met", LISTED, own)
    narrower = [f for f in facts if value in broader(f.value)]
    if narrower:
        used = _used(person, narrower)
        if {f.value for f in narrower}.issuperset(value.split(" and ")):
            return Finding("met", _worth(used), _spans(narrower))
        ((likeliest, _),) = Counter(f.value for f in used or narrower).most_common(1)
        spans = _spans([f for f in narrower if f.value == likeliest])
        return Finding("partly", IMPLIED * _worth(used), spans, f"shown by {likeliest}")
    together = shown_together({f.value for f in facts}).get(value, ())
    if together:
        parts = [[f for f in facts if f.value == part] for part in together]
        uses = [_used(person, part) for part in parts]
        strength = IMPLIED * min(map(_worth, uses))
        spans = _spans([(used or part)[0] for used, part in zip(uses, parts, strict=True)])
        return Finding("partly", strength, spans, f"shown by {', '.join(together)} together")
    if written or is_everyday(value):
        return UNCLEAR  # its context was read at ingest: who goes back and forth writes no Go
    if value.isupper() and len(content_stems(value)) == 1:
        return UNCLEAR  # an abbreviation has no other words: SAPS does not say SAP
    share, spans = words.together(person, value)
    said = [span for span in spans if share >= 1.0 and is_one_phrase(person.text, span, value)]
    if same := [s for s in said if is_same_words(person.text, s, value) or _is_a_job(person, s)]:
        return Finding("met", LISTED, tuple(same))
    if said:
        return Finding("partly", 0.6, (said[0],), "in other words")
    # Half the words of a skill, the care of pediatric care, rank a little and prove nothing.
    return Finding("unclear", 0.45 * share) if share >= PARTLY_SAID else UNCLEAR


def _is_a_job(person: Candidate, place: Span) -> bool:
    """Return whether a place says what a job held is: a Swimming Coach coaches."""
    word = person.text[slice(*place)].casefold()
    titled = (p for p in person.profile.positions if p.title_start <= place[0] < p.title_end)
    return any(word == head_of(job) for position in titled for job in jobs_in(position.title))


def _worth(used: Sequence[Fact]) -> float:
    """Return what it counts whether a skill is used in a job or listed alone."""
    return 1.0 if used else LISTED


def _used(person: Candidate, facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts that stand in a job."""
    jobs = person.profile.positions
    return [fact for fact in facts if any(p.start <= fact.start < p.end for p in jobs)]


def _one_text(person: Candidate, value: str, words: Words) -> Finding:
    written = words.phrase(person, value)
    if written:
        return Finding("met", 1.0, written)
    share, spans = words.together(person, value)
    if share >= 1.0 and is_one_statement(person.text, spans[0], value):
        return Finding("met", 0.9, spans[:1])
    if share >= 1.0:
        return Finding("partly", 0.6, spans[:1], "in words that stand apart")
    if share >= PARTLY_SAID and has_object(person.text, spans[0], value):
        return Finding("partly", 0.6 * share, spans[:1])
    return Finding("unclear", 0.3 * share)


def _spans(facts: Sequence[Fact]) -> tuple[Span, ...]:
    return tuple((f.start, f.end) for f in facts)
