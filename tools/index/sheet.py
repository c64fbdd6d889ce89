"""What ranking reads of a person: words, roles and facts counted once at ingest, without a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from tools.candidates import Candidate, Fact, Identity, Position, Profile
from tools.evidence.experience import recency
from tools.evidence.periods import months_covered
from tools.evidence.wording import STOPWORDS, stem
from tools.vocabulary.skills import broader

VERSION = "2"
"""Changes when sheets are made differently, so that older ones are made again."""
MOST_OF_A_WORD = 30
"""Mentions of one word that count; more says nothing new."""

PRONOUNS = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
"""Words that tell nothing but a sex."""
_IDENTITY = re.compile(r"⟨[a-z ]+⟩")
_WORD = re.compile(r"[^\W_]+[+#]*")


class Held(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A job held: its title, the months it took (0: not said) and its recency in (0, 1]."""

    title: str
    months: int
    recency: float


class Shown(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """How a fact is shown: mentions, those by a narrower fact, months of the jobs it stands in."""

    mentions: int
    implied: int
    months: int


class Sheet(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One person in numbers: `words` maps stems to mentions, `facts` "kind:value" to how shown.

    `length` counts content words; `profile` keeps what filters ask for (place, years, languages,
    degrees) and no skill, since those are in `facts`.
    """

    candidate_id: str
    length: int
    words: dict[str, int]
    held: tuple[Held, ...]
    headline: str
    facts: dict[str, Shown]
    profile: Profile

    def person(self) -> Candidate:
        """Return the person as filters judge them, without text and without identity."""
        return Candidate(self.candidate_id, "", self.profile, Identity())


def make_sheet(person: Candidate) -> Sheet:
    """Return the sheet of a person; nothing in it depends on a name or a pronoun."""
    profile = person.profile
    counts = _counted(person.text)
    return Sheet(
        candidate_id=person.candidate_id,
        length=sum(counts.values()),
        words={word: min(n, MOST_OF_A_WORD) for word, n in sorted(counts.items())},
        held=tuple(_held(p, profile.as_of) for p in profile.positions if p.title),
        headline=profile.headline,
        facts=_shown(profile),
        profile=Profile(
            as_of=profile.as_of,
            positions=tuple(p for p in profile.positions if p.begin),
            education=profile.education,
            languages=profile.languages,
            location=profile.location,
            years_experience=profile.years_experience,
            years_stated=profile.years_stated,
        ),
    )


def stems_of(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in order, repeats included."""
    words = (w.casefold() for w in _WORD.findall(_IDENTITY.sub(" ", text)))
    return [stem(w) for w in words if w not in STOPWORDS and w not in PRONOUNS]


def _counted(text: str) -> Counter[str]:
    """Count stems line by line; a line that was said before counts once."""
    counts: Counter[str] = Counter()
    for line in dict.fromkeys(" ".join(line.split()).casefold() for line in text.splitlines()):
        counts.update(stems_of(line))
    return counts


def _held(position: Position, as_of: str) -> Held:
    months = months_covered([position], as_of) if position.begin else 0
    return Held(position.title, months, round(recency(position, as_of), 4))


def _shown(profile: Profile) -> dict[str, Shown]:
    direct: Counter[str] = Counter()
    implied: Counter[str] = Counter()
    used: dict[str, set[int]] = {}
    for key, fact, narrower in _facts(profile):
        (implied if narrower else direct)[key] += 1
        if not narrower:
            used.setdefault(key, set()).update(_jobs_around(profile, fact))
    return {
        key: Shown(
            direct[key],
            implied[key],
            months_covered(
                [profile.positions[at] for at in sorted(used.get(key, ()))], profile.as_of
            ),
        )
        for key in sorted(direct.keys() | implied.keys())
    }


def _facts(profile: Profile) -> Iterator[tuple[str, Fact, bool]]:
    """Yield ("kind:value", where, whether only a narrower one is named)."""
    for skill in profile.skills:
        yield f"skill:{skill.value}", skill, False
        for wider in broader(skill.value):
            yield f"skill:{wider}", skill, True
    for held in profile.certifications:
        yield f"certification:{held.value}", held, False
    for industry in profile.industries:
        yield f"industry:{industry.value}", industry, False


def _jobs_around(profile: Profile, fact: Fact) -> list[int]:
    return [
        at
        for at, position in enumerate(profile.positions)
        if position.begin and position.start <= fact.start < position.end
    ]
