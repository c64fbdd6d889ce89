"""What a script may say: the shape of a `*.conversation.yaml`, and so its JSON Schema."""

from __future__ import annotations

import datetime
import json
import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from tools.toolbox import TOOL_NAMES

Words = str | list[str]


class Part(BaseModel):
    """A part of a script; a key that is not known is a mistake and not passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class ToolExpected(Part):
    """A tool that must be called, with some of its arguments."""

    tool: str
    args: dict[str, Any] = Field(
        default_factory=dict, description="Arguments that must be among those of the call."
    )


class Listed(Part):
    """What a list must hold, must not hold, or must be exactly."""

    contains: list[str] = Field(default_factory=list)
    lacks: list[str] = Field(default_factory=list)
    exactly: list[str] | None = None

    @model_validator(mode="after")
    def _can_hold(self) -> Listed:
        both = sorted(set(self.contains) & set(self.lacks))
        if both:
            raise ValueError(f"{both[0]!r} stands under contains and under lacks: it cannot hold")
        if self.exactly is not None:
            outside = [each for each in self.contains if each not in self.exactly]
            if outside or set(self.lacks) & set(self.exactly):
                raise ValueError("exactly contradicts contains or lacks: it cannot hold")
        return self


class ShownExpected(Listed):
    """The people on screen, by candidate id, name or rank; `order` names some in their order."""

    order: list[str] = Field(default_factory=list)
    count: int | None = Field(None, ge=0, description="How many people are on screen.")
    at_least: int | None = Field(None, ge=0)
    at_most: int | None = Field(None, ge=0)
    total: int | None = Field(None, ge=0, description="How many people the ranking has.")
    same_as: str | None = Field(None, description="The name of an earlier turn with this list.")

    @model_validator(mode="after")
    def _bounds_meet(self) -> ShownExpected:
        if None not in (self.at_least, self.at_most) and self.at_least > self.at_most:  # type: ignore[operator] # neither is None
            raise ValueError("at_least is above at_most: it cannot hold")
        return self


class VerdictExpected(Part):
    """A verdict that somebody must have been given in this turn."""

    who: str = Field(description="A candidate id, a name, or a rank such as '#1'.")
    criterion: str = Field(description="The id of the wish, such as 'skill:python'.")
    verdict: Literal["met", "partly", "missing", "unclear"]
    quote: str | None = Field(None, description="Words that its quote must hold.")


class TextExpected(Part):
    """What the answer says: words in it, words not in it, a pattern; capitals do not matter."""

    contains: list[str] = Field(default_factory=list)
    lacks: list[str] = Field(default_factory=list)
    matches: str | None = Field(None, description="A regular expression that is searched for.")

    @field_validator("matches")
    @classmethod
    def _is_pattern(cls, value: str | None) -> str | None:
        try:
            re.compile(value or "")
        except re.error as error:
            raise ValueError(f"{value!r} is not a regular expression ({error})") from error
        return value


class Ceilings(Part):
    """What a turn may cost at most."""

    ms: float | None = Field(None, gt=0, description="Milliseconds from message to last event.")
    tokens: int | None = Field(None, ge=0, description="Tokens in and out of the model.")


class End(Part):
    """What must be true when the conversation is over."""

    criteria: Listed | list[str] | None = Field(
        None, description="The wishes then, by id; a list is short for contains."
    )
    shown: ShownExpected | list[str] | None = Field(
        None, description="The people on screen; a list is short for contains."
    )
    shortlist: list[str] | None = Field(None, description="The shortlist then, exactly.")


class Expected(End):
    """What must be true after a turn; what is not mentioned is not looked at.

    Quotes, order of events and the absence of errors are looked at in every turn, unasked.
    """

    tools: list[str | ToolExpected] | None = Field(
        None, description="The tools called, in order; [] for none."
    )
    about: list[str] | None = Field(
        None, description="Whom the turn explained, compared or listed, by id or name, in order."
    )
    verdicts: list[VerdictExpected] = Field(default_factory=list)
    text: TextExpected | list[str] | None = Field(
        None, description="The answer; a list is short for contains."
    )
    refused: bool = Field(False, description="No tool is called and something else is offered.")
    error: str | None = Field(None, description="The code of the error the turn must end with.")
    events: list[str] | None = Field(None, description="Events that must come in this order.")
    at_most: Ceilings | None = None

    @field_validator("tools")
    @classmethod
    def _are_tools(cls, value: list[str | ToolExpected] | None) -> list[str | ToolExpected] | None:
        for each in value or ():
            name = each if isinstance(each, str) else each.tool
            if name not in TOOL_NAMES and "{{" not in name:
                raise ValueError(
                    f"there is no tool {name!r}, the tools are {', '.join(TOOL_NAMES)}"
                )
        return value

    @model_validator(mode="after")
    def _can_hold(self) -> Expected:
        if self.refused and self.tools:
            raise ValueError("refused goes with no tools: it cannot hold together with these")
        return self


class Turn(Part):
    """One message and what must come of it."""

    name: str = Field("", description="What later turns call this one.")
    say: Words = Field(description="The message; a list of wordings is played one run each.")
    expect: Expected = Field(default_factory=lambda: Expected())
    times: int = Field(1, ge=1, le=200, description="How often the message is said in a row.")

    @field_validator("say")
    @classmethod
    def _has_wordings(cls, value: Words) -> Words:
        if isinstance(value, list) and not value:
            raise ValueError("say needs a message, or a list of at least one")
        return value


class Script(Part):
    """A conversation with what must come of it."""

    script: str = Field(description="What this conversation shows, in a sentence.")
    corpus: str = Field(
        "sample", description="Who is in the index: sample, or a path beside the script."
    )
    tenant: str = Field("local", pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")
    today: datetime.date | None = Field(None, description="The date it is.")
    variables: dict[str, str] = Field(
        default_factory=dict, description="Words for {{name}} in messages and expectations."
    )
    table: list[dict[str, str]] = Field(
        default_factory=list, description="Rows of variables; the script is played for each."
    )
    repeat: Annotated[int, Field(ge=1, le=50)] = Field(
        1, description="How often it is played; every play must give the same, bit for bit."
    )
    only: bool = Field(False, description="Play just the scripts that have this.")
    skip: str = Field("", description="Why this script is not played now.")
    turns: list[Turn] = Field(min_length=1)
    finally_: End | None = Field(None, alias="finally")


def json_schema() -> str:
    """Return the JSON Schema (2020-12) of scripts, so that an editor completes and checks them."""
    schema = Script.model_json_schema(by_alias=True)
    about = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scripted conversation",
    }
    return json.dumps({**schema, **about}, indent=2, ensure_ascii=False) + "\n"
