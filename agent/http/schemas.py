"""What may be sent over HTTP: bodies with their bounds and examples, for checks and for OpenAPI."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field

from agent.faults import ID_PATTERN

Id = Annotated[str, Field(pattern=ID_PATTERN)]
ThreadId = Annotated[str, Path(pattern=ID_PATTERN, description="The id the client chose.")]
LONGEST_MESSAGE = 100_000
_SAID = "What the recruiter says: 60,000 characters, unless the service is set to another limit."


class Body(BaseModel):
    """The common strictness: an unknown field is an error, and types are not guessed."""

    model_config = ConfigDict(extra="forbid", strict=True)


class ChatRequest(Body):
    """One turn of a conversation."""

    thread_id: Id = Field(description="Chosen by the client; belongs to who used it first.")
    message: str = Field(max_length=LONGEST_MESSAGE, description=_SAID)
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"thread_id": "t-1", "message": "ICU nurses in Austin, TX with ACLS"}]
        }
    )


class AgentRequest(Body):
    """One turn of a conversation, answered in one piece."""

    session_id: Id
    message: str = Field(max_length=LONGEST_MESSAGE, description=_SAID)
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"session_id": "s-1", "message": "sous chefs who know HACCP"}]
        }
    )


Skill = Annotated[str, Field(min_length=1, max_length=100)]
Wish = Annotated[str, Field(min_length=1, max_length=500)]


class Job(Body):
    """A job to match people against: a description, or a title and lists of wishes, or both."""

    job_id: Id | None = None
    description: str | None = Field(None, min_length=1, max_length=LONGEST_MESSAGE)
    title: str | None = Field(None, max_length=200)
    location: str | None = Field(None, max_length=200)
    required_skills: list[Skill] | None = Field(None, max_length=50)
    must: list[Wish] | None = Field(None, max_length=50, description="Wishes in plain words.")
    nice: list[Wish] | None = Field(None, max_length=50, description="What is nice to have.")


class MatchRequest(Body):
    """A job and how many people to return for it."""

    job: Job
    top_k: int = Field(5, ge=1, le=50)
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "job": {
                        "description": "Electrician for commercial sites, conduit and PLC panels",
                        "location": "Hamburg",
                        "required_skills": ["PLC programming"],
                    },
                    "top_k": 5,
                }
            ]
        }
    )


class CandidateRecord(Body):
    """One résumé as a record; further fields are kept as they are."""

    candidate_id: Id
    text: str = Field(min_length=1, max_length=400_000)
    name: str | None = Field(None, max_length=200)
    skills: list[str] | str | None = None
    location: str | None = Field(None, max_length=200)
    years_experience: float | None = Field(None, ge=0, le=80)
    model_config = ConfigDict(extra="allow", strict=False)


class CandidateRecords(Body):
    """Résumés as records."""

    records: list[CandidateRecord] = Field(min_length=1, max_length=500)
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "records": [
                        {"candidate_id": "jane-01", "text": "Registered nurse, ICU, since 2015 …"}
                    ]
                }
            ]
        }
    )


class FeedbackRequest(Body):
    """A recruiter's judgement of an answer, or of one person in it."""

    thread_id: Id
    turn_id: Id
    candidate_id: Id | None = None
    rating: Literal["up", "down"]
    reason: str | None = Field(None, max_length=2_000)
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"thread_id": "t-1", "turn_id": "1", "rating": "up", "reason": "spot on"}]
        }
    )


class ErrorDetail(BaseModel):
    """What went wrong."""

    code: str
    message: str


class ErrorBody(BaseModel):
    """The shape of every error."""

    error: ErrorDetail


def faults(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI entries for the errors a route may answer with."""
    return {status: {"model": ErrorBody, "description": _MEANING[status]} for status in statuses}


_MEANING = {
    400: "The body is not valid JSON.",
    401: "A key is needed, or this one is unknown, revoked or past its day.",
    403: "The key's role does not allow this; or a page or an address elsewhere asks.",
    404: "There is no such thing, or it belongs to somebody else.",
    405: "This address does not take that method.",
    409: "The thread is still answering another message.",
    413: "The body or the message is too large.",
    415: "The content type is not one this address reads.",
    422: "The input does not fit; the message says where.",
    429: "That was too quick: `Retry-After` says how many seconds to wait.",
    503: "The service is still starting.",
}
