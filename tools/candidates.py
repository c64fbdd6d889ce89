"""The people in the index: candidate, profile, identity and passage, as plain frozen data.

Frozen data never forms a circle, so the garbage collector is told not to walk it.
"""

from __future__ import annotations

import msgspec


class Fact(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A value read out of a résumé together with the place it was read from.

    `start` and `end` are character offsets into the candidate's `text`; `value` is the canonical
    form, so it may differ from the characters between the offsets.
    """

    value: str
    start: int
    end: int


class Position(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One job: `begin` and `finish` are "YYYY-MM"; an empty `finish` with `current` means today.

    `start` and `end` are the character offsets of the whole entry in `text`; the title, the
    employer and the period have their own. A year without a month begins in January and finishes in
    December; `begin_vague` and `finish_vague` say that it was so. `single` says that one month is
    all that is told: the job was held then, and nobody knows for how long.
    """

    title: str
    employer: str = ""
    begin: str = ""
    finish: str = ""
    current: bool = False
    start: int = 0
    end: int = 0
    title_start: int = 0
    title_end: int = 0
    employer_start: int = 0
    employer_end: int = 0
    period_start: int = 0
    period_end: int = 0
    begin_vague: bool = False
    finish_vague: bool = False
    single: bool = False

    @property
    def timed(self) -> bool:
        """Whether it is told how long the job took."""
        return bool(self.begin) and not self.single

    @property
    def recency_key(self) -> tuple[bool, str, str]:
        """Return what orders positions by how late they are: those held now come last."""
        return self.current, self.finish, self.begin


class Education(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One degree or course: `level` is a word of `tools.vocabulary.degrees`, `field` free text.

    `start` and `end` are the offsets of the statement, the others those of the school's name.
    """

    level: str
    field: str = ""
    institution: str = ""
    year: str = ""
    start: int = 0
    end: int = 0
    institution_start: int = 0
    institution_end: int = 0


class LanguageSkill(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A spoken language; `level` is basic, intermediate, fluent, native or empty when unsaid.

    `doubt` says why it may not be spoken, as one that is being learned.
    """

    name: str
    level: str = ""
    start: int = 0
    end: int = 0
    doubt: str = ""


class Location(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Where a person lives, as written and as resolved; WGS 84 degrees, ISO 3166-1 country."""

    name: str
    city: str = ""
    region: str = ""
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    start: int = 0
    end: int = 0


class Identity(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What may only be shown to people: never embedded, scored or given to a model."""

    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    address: str = ""
    birth_date: str = ""


class Profile(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What code and models may read of a person; every part keeps the offsets it came from.

    `as_of` ("YYYY-MM") is the month the résumé was read, up to which current positions count, so
    that a ranking depends on the index alone and not on the day it is asked for. `years_experience`
    is the union of the dated positions, or, without dates, what `years_stated` ("12 years") says;
    `recent_years` are those of the last five. `certifications_doubted` are still to come or have
    run out. `seniority` is a word of
    `tools.vocabulary.titles_seniority.LEVELS` that the headline claims, or empty. `pastimes` are
    the offsets of what is told of free time, which shows no skill of a trade.
    """

    as_of: str = ""
    headline: str = ""
    summary: tuple[int, int] | None = None
    titles: tuple[Fact, ...] = ()
    positions: tuple[Position, ...] = ()
    skills: tuple[Fact, ...] = ()
    certifications: tuple[Fact, ...] = ()
    certifications_doubted: tuple[Fact, ...] = ()
    industries: tuple[Fact, ...] = ()
    education: tuple[Education, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()
    location: Location | None = None
    years_experience: float | None = None
    recent_years: float | None = None
    seniority: str = ""
    years_stated: Fact | None = None
    pastimes: tuple[tuple[int, int], ...] = ()


class Passage(msgspec.Struct, frozen=True, gc=False):
    """An embeddable slice of a profile, `candidate.text[start:end]`; `kind` is its section."""

    kind: str
    start: int
    end: int


GIVEN = ".given"
"""How a content hash ends where text was stored as it was given, and nothing was read out."""


class Candidate(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One person in the index.

    `text` is the normalised résumé in which every mention of the identity has been replaced by a
    token such as `⟨name⟩`; all offsets count its characters. `content_hash` is the SHA-256 of the
    input it was read from and says after a dot how that was read; `extra` holds further columns of
    a CSV or JSONL record.
    """

    candidate_id: str
    text: str
    profile: Profile
    identity: Identity
    passages: tuple[Passage, ...] = ()
    source: str = ""
    content_hash: str = ""
    warnings: tuple[str, ...] = ()
    extra: dict[str, str] = {}
