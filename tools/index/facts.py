"""What is looked up of a person: facts, fields for BM25, texts for vectors, a key for twins."""

from __future__ import annotations

import hashlib
import re

from tools.candidates import Candidate
from tools.index.sheet import IDENTITY, PRONOUNS
from tools.index.vector_cache import PASSAGES_PER_PERSON
from tools.vocabulary.skills import broader, shown_together
from tools.vocabulary.titles import trades_of

_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(PRONOUNS))})\b\s*", re.IGNORECASE)


def facts_of(person: Candidate) -> list[tuple[str, str]]:
    """Return sorted (kind, value) pairs by which a person can be found without reading the text."""
    profile = person.profile
    found: set[tuple[str, str]] = set()
    for skill in profile.skills:
        found.add(("skill", skill.value))
        found.update(("skill", wider) for wider in broader(skill.value))
    named = {skill.value for skill in profile.skills}
    found.update(("skill", value) for value in shown_together(named))
    found.update(("certification", c.value) for c in profile.certifications)
    found.update(("language", language.name) for language in profile.languages)
    found.update(("industry", industry.value) for industry in profile.industries)
    for title in {profile.headline, *(p.title for p in profile.positions)}:
        found.update(("occupation", trade) for trade in trades_of(title))
    return sorted(found)


def lexical_fields(person: Candidate) -> tuple[str, str, str]:
    """Return (titles, skills, text) as BM25 reads them."""
    profile = person.profile
    titles = dict.fromkeys([profile.headline, *(p.title for p in profile.positions)])
    skills = dict.fromkeys(
        [*(s.value for s in profile.skills), *(c.value for c in profile.certifications)]
    )
    return "\n".join(titles), "\n".join(skills), IDENTITY.sub(" ", person.text)


def passage_texts(person: Candidate) -> list[str]:
    """Return what is embedded of a person: their passages without words that tell but a sex."""
    passages = person.passages[:PASSAGES_PER_PERSON]
    return [_PRONOUN.sub("", person.text[p.start : p.end]) for p in passages]


def person_key(person: Candidate) -> str:
    """Return what two files about one person share: e-mail, else phone, else name and place.

    Of somebody whose file gives none of them it is the words of the text.
    """
    identity = person.identity
    if identity.emails:
        return "email:" + identity.emails[0].casefold()
    if identity.phones:
        return "phone:" + re.sub(r"\D", "", identity.phones[0])[-9:]
    if identity.name and person.profile.location:
        return f"name:{identity.name.casefold()}|{person.profile.location.name.casefold()}"
    words = " ".join(person.text.casefold().split())
    return "text:" + hashlib.sha256(words.encode()).hexdigest()[:32]
