"""The typed arguments of every tool: what a language model, or the offline planner, may say."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from tools.criteria import MOST_ALTERNATIVES, Criterion, Kind, Weight
from tools.topics import Topic

_KINDS = {
    "role": "title", "job_title": "title", "position": "title", "occupation": "title",
    "place": "location", "city": "location", "country": "location",
    "experience": "min_years", "years": "min_years", "years_experience": "min_years",
    "degree": "education", "certificate": "certification", "keyword": "text",
}  # fmt: skip
_WEIGHTS = {
    "required": "must", "require": "must", "preferred": "nice", "optional": "nice",
    "bonus": "nice", "nice_to_have": "nice", "exclude": "avoid", "not": "avoid",
}  # fmt: skip
"""Other words for kinds and weights, which smaller models are given to."""


def _listed(value: Any) -> Any:
    """Return a lone value, or a list written as JSON text, as the list that was meant."""
    if isinstance(value, str) and value.lstrip().startswith(("[", "{")):
        try:
            value = json.loads(value)
        except ValueError:
            return [value]
    if value is None:
        return []
    return value if isinstance(value, list | tuple) else [value]


def _reference(value: Any) -> Any:
    """Return a bare rank, 2 or "2", as the reference "#2"."""
    is_rank = (isinstance(value, int) and not isinstance(value, bool)) or (
        isinstance(value, str) and value.strip().isdigit() and len(value.strip()) <= 3
    )
    return f"#{str(value).strip()}" if is_rank else value


def _meant(words: dict[str, str]) -> BeforeValidator:
    def one_of_ours(value: Any) -> Any:
        word = value.strip().casefold() if isinstance(value, str) else value
        return words.get(word, word) if isinstance(word, str) else word

    return BeforeValidator(one_of_ours)


Listed = BeforeValidator(_listed)
PersonRef = Annotated[str, Field(max_length=200), BeforeValidator(_reference)]
Word = Annotated[str, Field(max_length=300)]
"""What a wish is about, in a few words."""
Finite = Annotated[float, Field(allow_inf_nan=False)]
MOST_WISHES = 40
"""Wishes a request may hold; more than a recruiter can read again."""
MOST_PEOPLE = 50
"""People who are put on a shortlist or taken off at once."""


class Arguments(BaseModel):
    """The common strictness: an argument nobody knows is an error, not a silence."""

    model_config = ConfigDict(extra="forbid")


class CriterionArgument(Arguments):
    """One wish of the recruiter."""

    kind: Annotated[Kind, _meant(_KINDS)] = Field(description="What the wish is about.")
    value: Word | int | Finite = Field(
        description="A word such as 'Python', 'Registered Nurse', 'Berlin'; years are a number.",
    )
    weight: Annotated[Weight, _meant(_WEIGHTS)] = Field(
        "must", description="must, nice (a bonus) or avoid (not wanted)."
    )
    any_of: Annotated[list[Word], Listed] = Field(
        default_factory=list,
        max_length=MOST_ALTERNATIVES,
        description="Alternatives of which one is enough: 'Python or Go'.",
    )
    subject: Word = Field("", description="The skill or title that years are counted for.")
    level: str = Field("", max_length=40, description="Least level of a language: basic … native.")
    radius_km: float | None = Field(None, ge=0, le=20_000, description="Widens a location.")
    said: str = Field("", max_length=200, description="The recruiter's own words for it.")
    phrase: str = Field(
        "", max_length=200, description="A title with its trade: 'general manager, health club'."
    )

    def criterion(self) -> Criterion:
        """Return the wish as the domain knows it."""
        fields = self.model_dump()
        return Criterion(**{**fields, "any_of": tuple(self.any_of)})


class SearchArguments(Arguments):
    """A new search; what was asked before is replaced."""

    criteria: Annotated[list[CriterionArgument], Listed] = Field(
        default_factory=list,
        max_length=MOST_WISHES,
        description="The wishes, read out of the message.",
    )
    request: str = Field(
        "",
        max_length=100_000,
        description="A request or a job description, read by code if criteria is empty; "
        "'@message' stands for the recruiter's whole message.",
    )
    like: PersonRef | None = Field(
        None,
        description="Somebody like whom others are sought: the present wishes stay, and what that "
        "résumé shows of the work is added as nice to have.",
    )


class FilterArguments(Arguments):
    """A change of the current wishes, or a question over the people now shown."""

    add: Annotated[list[CriterionArgument], Listed] = Field(
        default_factory=list, max_length=MOST_WISHES, description="New or changed wishes."
    )
    remove: Annotated[list[Word], Listed] = Field(
        default_factory=list,
        max_length=MOST_WISHES,
        description="Wishes to drop, by id ('skill:spark') or value ('Spark'); or settings of the "
        "desk, by id, or somebody hidden ('@id').",
    )
    only: Annotated[list[Word], Listed] = Field(
        default_factory=list,
        max_length=MOST_WISHES,
        description="Leave everybody out of the list who does not show these musts, by id or "
        "value, or 'every must' for all of them. A must alone only ranks.",
    )
    hide: Annotated[list[PersonRef], Listed] = Field(
        default_factory=list,
        max_length=MOST_PEOPLE,
        description="People to leave out of this list; it does not change how others rank.",
    )
    among: Literal["pool", "shown", "ranked", "index"] = Field(
        "pool",
        description="pool ranks everybody again; shown only checks the people on screen; "
        "ranked only counts who of all ranked meets every wish in add; index counts that over "
        "the whole index, whatever is ranked, or without add how many people there are.",
    )
    people: Annotated[list[PersonRef], Listed] = Field(
        default_factory=list,
        max_length=10,
        description="With among shown: whom the question is about, when not everybody shown.",
    )


class ExplainArguments(Arguments):
    """Whom to explain: rank ('#2'), placeholder or candidate id; 'last' is the last discussed."""

    people: Annotated[list[PersonRef], Listed] = Field(min_length=1, max_length=10)
    about: Topic | None = Field(
        None,
        description="One side of the person that is asked for, such as education, instead of the "
        "wishes.",
    )
    deed: str = Field(
        "",
        max_length=40,
        description="With about deeds: the one verb that is asked about, such as 'sell' of 'what "
        "did #1 sell?'.",
    )


class CompareArguments(Arguments):
    """Whom to set side by side, by rank ('#2'), placeholder or candidate id."""

    people: Annotated[list[PersonRef], Listed] = Field(min_length=2, max_length=5)


class ShortlistArguments(Arguments):
    """Whom to put on the shortlist or take off; with neither, the shortlist is shown."""

    add: Annotated[list[PersonRef], Listed] = Field(default_factory=list, max_length=MOST_PEOPLE)
    remove: Annotated[list[PersonRef], Listed] = Field(default_factory=list, max_length=MOST_PEOPLE)
    export: bool = Field(False, description="Offer the shortlist as a CSV file to take along.")


class MoreArguments(Arguments):
    """How many further people to show; the page size when left out."""

    count: int | None = Field(None, ge=1, le=50)


class UndoArguments(Arguments):
    """How many changes to take back, or, with redo, how many of those taken back to bring again."""

    steps: int = Field(1, ge=1, le=20)
    redo: bool = Field(False, description="Bring back what undo took away.")


class StartOverArguments(Arguments):
    """Nothing: wishes and list are cleared, the shortlist is kept."""
