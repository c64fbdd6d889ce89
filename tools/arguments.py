"""The typed arguments of every tool: what a language model, or the offline planner, may say."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from tools.criteria import Criterion, Kind, Weight

PersonRef = str


class Arguments(BaseModel):
    """The common strictness: an argument nobody knows is an error, not a silence."""

    model_config = ConfigDict(extra="forbid")


class CriterionArgument(Arguments):
    """One wish of the recruiter."""

    kind: Kind = Field(description="What the wish is about.")
    value: str | int | float = Field(
        description="A word such as 'Python', 'Registered Nurse', 'Berlin'; years are a number."
    )
    weight: Weight = Field("must", description="must, nice (a bonus) or avoid (not wanted).")
    any_of: list[str] = Field(
        default_factory=list, description="Alternatives of which one is enough: 'Python or Go'."
    )
    subject: str = Field("", description="The skill or title that years are counted for.")
    level: str = Field("", description="Least level of a language: basic … native.")
    radius_km: float | None = Field(None, ge=0, le=20_000, description="Widens a location.")
    said: str = Field("", max_length=200, description="The recruiter's own words for it.")

    def criterion(self) -> Criterion:
        """Return the wish as the domain knows it."""
        fields = self.model_dump()
        return Criterion(**{**fields, "any_of": tuple(self.any_of)})


class SearchArguments(Arguments):
    """A new search; what was asked before is replaced."""

    criteria: list[CriterionArgument] = Field(
        default_factory=list, description="The wishes, read out of the message."
    )
    request: str = Field(
        "",
        description="A request or a job description, read by code if criteria is empty.",
    )


class FilterArguments(Arguments):
    """A change of the current wishes, or a question over the people now shown."""

    add: list[CriterionArgument] = Field(default_factory=list, description="New or changed wishes.")
    remove: list[str] = Field(
        default_factory=list,
        description="Wishes to drop, by id ('skill:spark') or value ('Spark').",
    )
    among: Literal["pool", "shown"] = Field(
        "pool",
        description="pool ranks everybody again; shown only checks the people on screen.",
    )


class ExplainArguments(Arguments):
    """Whom to explain: rank ('#2'), placeholder or candidate id; 'last' is the last discussed."""

    people: list[PersonRef] = Field(min_length=1, max_length=10)


class CompareArguments(Arguments):
    """Whom to set side by side, by rank ('#2'), placeholder or candidate id."""

    people: list[PersonRef] = Field(min_length=2, max_length=5)


class ShortlistArguments(Arguments):
    """Whom to put on the shortlist or take off; with neither, the shortlist is shown."""

    add: list[PersonRef] = Field(default_factory=list)
    remove: list[PersonRef] = Field(default_factory=list)


class MoreArguments(Arguments):
    """How many further people to show; the page size when left out."""

    count: int | None = Field(None, ge=1, le=50)


class UndoArguments(Arguments):
    """How many changes to take back."""

    steps: int = Field(1, ge=1, le=20)


class StartOverArguments(Arguments):
    """Nothing: wishes and list are cleared, the shortlist is kept."""
