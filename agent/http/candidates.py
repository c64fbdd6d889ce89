"""Candidates over HTTP: bring people in, read one, remove one everywhere."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Path, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

from agent.faults import ID_PATTERN
from agent.http.caller import Asking, Bringing, Removing, Running
from agent.http.errors import ApiError
from agent.http.schemas import CandidateRecords, faults

router = APIRouter(tags=["candidates"])
CandidateId = Annotated[str, Path(pattern=ID_PATTERN, description="The id a search shows.")]
Upload = tuple[str, bytes]


def _records_schema() -> dict[str, Any]:
    """Return the schema of the records in one piece: nothing else of the description names them."""
    schema = CandidateRecords.model_json_schema()
    schema["properties"]["records"]["items"] = schema.pop("$defs")["CandidateRecord"]
    return schema


_BODIES = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": _records_schema()},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {
                            "type": "array",
                            "minItems": 1,
                            "items": {"type": "string", "format": "binary"},
                        }
                    },
                }
            },
        },
    }
}


class Ingested(BaseModel):
    """What became of every person or file that was sent."""

    items: list[dict[str, Any]]
    summary: str


class CandidateBody(BaseModel):
    """One person: who they are, what was read out, and the text all offsets count."""

    candidate_id: str
    identity: dict[str, Any]
    profile: dict[str, Any]
    text: str
    source: str = ""
    warnings: list[str] = []
    extra: dict[str, str] = {}


@router.post(
    "/candidates",
    summary="Bring people in, as files or as records",
    responses=faults(400, 413, 415, 422),
    openapi_extra=_BODIES,
)
async def ingest(request: Request, running: Running, asking: Bringing) -> Ingested:
    """Read files or records into the index; a bad one costs only itself and is named.

    The answer is 200 even where none could be read: the `outcome` of each item says what became of
    it, and `message` why. Only what cannot be taken as files or records at all is refused.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind == "multipart/form-data":
        uploads = await _files(request)
    elif kind == "application/json":
        uploads = _records(await request.body())
    else:
        raise ApiError(
            415,
            "unsupported_media_type",
            "Send files as multipart/form-data, or records as application/json.",
        )
    report = await asyncio.to_thread(running.ingest(asking.tenant).run_records, uploads)
    return Ingested(
        items=[msgspec.to_builtins(item) for item in report.items], summary=report.summary()
    )


@router.get("/candidates/{candidate_id}", summary="One person, whole", responses=faults(404, 422))
async def candidate(candidate_id: CandidateId, running: Running, asking: Asking) -> CandidateBody:
    """Return a person with identity, profile and text."""
    found = await asyncio.to_thread(running.index.get, asking.tenant, [candidate_id])
    if candidate_id not in found:
        raise _unknown(candidate_id)
    return CandidateBody.model_validate(msgspec.to_builtins(found[candidate_id]))


@router.delete(
    "/candidates/{candidate_id}",
    summary="Remove a person everywhere",
    status_code=204,
    responses=faults(404, 422),
)
async def remove(candidate_id: CandidateId, running: Running, asking: Removing) -> Response:
    """Remove a person from the index and from every transcript."""
    gone = await running.conversation.forget_people([candidate_id], tenant=asking.tenant)
    if not gone:
        raise _unknown(candidate_id)
    return Response(status_code=204)


def _unknown(candidate_id: str) -> ApiError:
    return ApiError(
        404, "unknown_candidate", f"There is no candidate {candidate_id!r}: a search shows the ids."
    )


async def _files(request: Request) -> list[Upload]:
    """Return the uploaded files; raises ApiError when there is none."""
    form = await request.form(max_files=500)
    found = [item for _, item in form.multi_items() if not isinstance(item, str)]
    if not found:
        raise ApiError(422, "no_files", "body.files: choose at least one résumé file to send.")
    return [(item.filename or "upload", await item.read()) for item in found]


def _records(body: bytes) -> list[Upload]:
    """Return the records as one JSONL upload; raises RequestValidationError for another shape."""
    try:
        sent = CandidateRecords.model_validate_json(body)
    except ValidationError as error:
        found = [{**fault, "loc": ("body", *fault["loc"])} for fault in error.errors()]
        raise RequestValidationError(found) from error
    lines = (r.model_dump_json(exclude_none=True) for r in sent.records)
    return [("records.jsonl", "\n".join(lines).encode())]
