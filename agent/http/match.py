"""`POST /match`: the best people for a job, explained, without a conversation; or as a stream."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Header
from pydantic import BaseModel
from starlette.responses import Response

from agent.http.caller import Asking, Running
from agent.http.errors import ApiError
from agent.http.schemas import MatchRequest, faults
from agent.http.sse import event_stream

router = APIRouter(tags=["matching"])


class Matched(BaseModel):
    """The criteria that were read from the job, and people best first.

    `protected` are wishes about age, sex, origin and the like, which are not searched for;
    `beyond` are values of the description that are too many to weigh, `unused` words of wishes that
    nothing was made of. `elsewhere` counts who shows the job wherever they live (`count` of the
    first `of`), where nobody in the place does.
    """

    job_id: str | None = None
    criteria: list[dict[str, Any]]
    total: int
    results: list[dict[str, Any]]
    excluded: dict[str, int]
    protected: list[str] = []
    beyond: list[str] = []
    unused: list[str] = []
    elsewhere: dict[str, Any] | None = None


@router.post(
    "/match",
    summary="The best people for a job description",
    response_model=Matched,
    responses=faults(400, 413, 415, 422),
)
async def match_job(
    body: MatchRequest,
    running: Running,
    asking: Asking,
    accept: Annotated[str, Header(description="`text/event-stream` for a stream.")] = "",
) -> Matched | Response:
    """Read the job into criteria, rank everybody against them and explain the first `top_k`.

    With `Accept: text/event-stream` the same comes as the events of a turn, prose as it is written.
    """
    from agent.matching import Matching, results_of
    from tools.match import Job, match
    from tools.presenting import public

    job = msgspec.convert(body.job.model_dump(exclude_none=True), Job)
    found = await asyncio.to_thread(match, running.index, asking.tenant, job, body.top_k)
    if not found.criteria:
        refused = "".join(f"“{wish}” is not searched for; " for wish in found.protected)
        raise ApiError(
            422,
            "nothing_asked",
            f"body.job: {refused}it names nothing to match by; say a title, skills or a place in "
            "its description, its title or its list of musts.",
        )
    matching = Matching(running.writing, running.index, asking.tenant, found)
    if "text/event-stream" in accept:
        return event_stream(matching.events())
    return Matched(
        job_id=body.job.job_id,
        criteria=public(found.criteria),
        total=found.total,
        results=results_of(found, await matching.wordings()),
        excluded=found.excluded,
        protected=list(found.protected),
        beyond=list(found.beyond),
        unused=list(found.unused),
        elsewhere=msgspec.to_builtins(found.elsewhere),
    )
