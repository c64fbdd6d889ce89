"""What ranking reads of a person: words, roles and facts counted once at ingest, without a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from tools.candidates import Candidate, Fact, Identity, Location, Position, Profile
from tools.evidence.experience import recency
from tools.evidence.inflection import stem
from tools.evidence.periods import months_covered
from tools.evidence.stated_years import Stated, stated_years
from tools.evidence.wording import STOPWORDS
from tools.index.career import Career, Held, career_of
from tools.index.tally import packed
from tools.vocabulary.skills import broader, kinds, shown_together

VERSION = "7"
"""Changes when sheets are made differently, so that older ones are made again."""
MOST_OF_A_WORD = 30
"""Mentions of one word that count; more says nothing new."""
PLACES = 16
"""Parts of equal length that a text is taken apart into, to tell where a word is said."""
WORD_COLUMNS = 2
"""What is kept of each stem: its mentions, and a bit for each place that says it."""

PRONOUNS = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
"""Words that tell nothing but a sex."""
IDENTITY = re.compile(r"⟨[a-z ]+⟩")
_pack = msgspec.msgpack.Encoder().encode
_unpack_profile = msgspec.msgpack.Decoder(Profile).decode
_unpack_location = msgspec.msgpack.Decoder(Location).decode
_WORD = re.compile(r"[^\W_]+[+#]*")


class Shown(NamedTuple):
    """How a fact is shown: mentions, those by a narrower fact, months of its jobs or as stated."""

    mentions: int
    implied: int
    months: int


class Sheet(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One person in numbers: `words` tallies the mentions of stems, `facts` how "kind:value" shows.

    Beside its mentions each stem keeps a bit for every sixteenth of the text that says it. `length`
    counts content words; `years` are those of experience and `home` is where the person
    lives, packed; `profile` packs what other filters ask for (languages, degrees, dated positions)
    and no skill, since those are in `facts`.
    """

    candidate_id: str
    length: int
    words: bytes
    career: Career
    facts: bytes
    years: float | None
    home: bytes
    profile: bytes

    def person(self) -> Candidate:
        """Return the person as filters judge them, without text, home and identity."""
        return Candidate(self.candidate_id, "", _unpack_profile(self.profile), Identity())


def make_sheet(person: Candidate) -> Sheet:
    """Return the sheet of a person; nothing in it depends on a name or a pronoun."""
    profile = person.profile
    said = _said(person.text)
    return Sheet(
        candidate_id=person.candidate_id,
        length=len(said),
        words=packed(_placed(said), WORD_COLUMNS),
        career=career_of(
            profile.headline, [_held(p, profile.as_of) for p in profile.positions if p.title]
        ),
        facts=packed(_shown(profile, stated_years(person.text)), len(Shown._fields)),
        years=profile.years_experience,
        home=_packed_home(profile.location),
        profile=_pack(
            Profile(
                as_of=profile.as_of,
                positions=tuple(p for p in profile.positions if p.timed),
                education=profile.education,
                languages=profile.languages,
                years_experience=profile.years_experience,
                years_stated=profile.years_stated,
            )
        ),
    )


def living(home: bytes) -> Candidate:
    """Return a person as filters judge them of whom only the home is known."""
    location = _unpack_location(home) if home else None
    return Candidate("", "", Profile(location=location), Identity())


def _packed_home(home: Location | None) -> bytes:
    """Return where a person lives and whether that was read, the same bytes for one place."""
    if home is None:
        return b""
    return _pack(msgspec.structs.replace(home, start=0, end=int(home.end > home.start)))


def stems_of(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in order, repeats included."""
    words = (w.casefold() for w in _WORD.findall(IDENTITY.sub(" ", text)))
    return [stem(w) for w in words if w not in STOPWORDS and w not in PRONOUNS]


def _said(text: str) -> list[str]:
    """Return the stems of a text line by line; a line that was said before counts once."""
    lines = dict.fromkeys(" ".join(line.split()).casefold() for line in text.splitlines())
    return [word for line in lines for word in stems_of(line)]


def _placed(said: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return of each stem how often it is said, and the places that say it as bits."""
    counts = Counter(said)
    places: dict[str, int] = dict.fromkeys(counts, 0)
    for at, word in enumerate(said):
        places[word] |= 1 << (at * PLACES // len(said))
    return {word: (min(n, MOST_OF_A_WORD), places[word]) for word, n in counts.items()}


def _held(position: Position, as_of: str) -> Held:
    months = months_covered([position], as_of) if position.begin else 0
    return Held(position.title, months, round(recency(position, as_of), 4))


def _shown(profile: Profile, stated: Sequence[Stated]) -> dict[str, Shown]:
    direct: Counter[str] = Counter()
    implied: Counter[str] = Counter()
    used: dict[str, set[int]] = {}
    told: dict[str, int] = {}
    for key, fact, narrower in _facts(profile):
        (implied if narrower else direct)[key] += 1
        if not narrower:
            years = [s.years for s in stated if s.start <= fact.start < s.end]
            told[key] = max([told.get(key, 0), *years])
            used.setdefault(key, set()).update(_jobs_around(profile, fact))
    return {
        key: Shown(
            direct[key],
            implied[key],
            max(
                12 * told.get(key, 0),
                months_covered(
                    [profile.positions[at] for at in sorted(used.get(key, ()))], profile.as_of
                ),
            ),
        )
        for key in sorted(direct.keys() | implied.keys())
    }


def _facts(profile: Profile) -> Iterator[tuple[str, Fact, bool]]:
    """Yield ("kind:value", where, whether only a narrower one is named)."""
    for skill in profile.skills:
        yield f"skill:{skill.value}", skill, False
        for wider in broader(skill.value):
            yield f"skill:{wider}", skill, wider not in kinds(skill.value)
    named = {skill.value: skill for skill in reversed(profile.skills)}
    for value, shown_by in shown_together(named).items():
        yield f"skill:{value}", named[shown_by[0]], True
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
