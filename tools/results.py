"""What tools answer: verdicts with their evidence, ranked people, explanations and comparisons."""

from __future__ import annotations

from typing import Literal

import msgspec

from tools.criteria import Criteria

Verdict = Literal["met", "partly", "missing", "unclear"]

LACKING = "said to be lacking"
"""The note of a verdict whose quotes speak against the person: "No CDL"."""


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """A quote that stands verbatim at `text[start:end]` of the candidate it speaks of.

    `proof_start` and `proof_end` are the offsets of the words in it that prove what is said of the
    person, so that whoever shortens the quote keeps them; without them it is the whole quote.
    """

    quote: str
    start: int
    end: int
    proof_start: int = 0
    proof_end: int = 0

    @property
    def proof(self) -> str:
        """Return the words of the quote that prove something."""
        if self.proof_end <= self.proof_start:
            return self.quote
        return self.quote[self.proof_start - self.start : self.proof_end - self.start]


class CriterionVerdict(msgspec.Struct, frozen=True, gc=False):
    """Whether one wish is satisfied; met and partly always carry evidence.

    `criterion` is the id of the wish; `note` says in a few words what the quote shows
    ("6.5 years in 3 positions"), made by code from parsed facts.
    """

    criterion: str
    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    note: str = ""

    @property
    def quote(self) -> str | None:
        """Return the first quote, or None where there is none."""
        return self.evidence[0].quote if self.evidence else None

    @property
    def proof(self) -> str | None:
        """Return the words of the first quote that prove what is said of it."""
        return self.evidence[0].proof if self.evidence else None

    @property
    def is_denied(self) -> bool:
        """Return whether the quotes say that the person lacks what is wished for."""
        return self.note == LACKING


class Musts(msgspec.Struct, frozen=True, gc=False):
    """How many of the musts a résumé shows in full; what it shows in part is not counted."""

    met: int
    of: int

    @property
    def all_met(self) -> bool:
        """Return whether none of them is open."""
        return self.met == self.of


class RankedCandidate(msgspec.Struct, frozen=True, gc=False):
    """One row of a ranked list; `score` orders this list and means nothing across lists.

    `musts` is None where nothing is a must or only a question was asked; `warnings` are the
    sentences of the ingest about this résumé, such as that text was hidden.
    """

    rank: int
    candidate_id: str
    name: str
    headline: str
    location: str
    years_experience: float | None
    score: float
    verdicts: tuple[CriterionVerdict, ...] = ()
    musts: Musts | None = None
    warnings: tuple[str, ...] = ()

    def public(self) -> dict[str, object]:
        """Return the row as doors see it in the `candidates` event."""
        row: dict[str, object] = msgspec.to_builtins(self)
        row["verdicts"] = [
            {
                "criterion": v.criterion,
                "verdict": v.verdict,
                "quote": v.quote,
                "proof": v.proof,
                "note": v.note,
            }
            for v in self.verdicts
        ]
        row["warnings"] = list(self.warnings)
        return row


class Part(msgspec.Struct, frozen=True, gc=False):
    """One mark of a ranked person, in [0, 1].

    `name` is a part of the ranking or the id of a wish, `worth` the share of a score it can give.
    """

    name: str
    mark: float
    worth: float


class Pool(msgspec.Struct, frozen=True, gc=False):
    """The ranked people of a search: ids in order, best first, with their scores.

    `search_id` is a digest of criteria and index state; `excluded` counts, by criterion id, the
    people whom a must or avoid put out; `parts` are the marks each score is made of.
    """

    search_id: str
    criteria: Criteria
    ids: tuple[str, ...]
    scores: tuple[float, ...]
    excluded: dict[str, int] = {}
    parts: tuple[tuple[Part, ...], ...] = ()


class Explanation(msgspec.Struct, frozen=True):
    """Why a person fits and what is missing, worded by code from verdicts alone."""

    candidate_id: str
    rank: int | None
    name: str
    verdicts: tuple[CriterionVerdict, ...]
    summary: str
    gaps: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
