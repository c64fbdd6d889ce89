"""What becomes of dropped files: a job description is matched, a résumé is asked about first."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from pathlib import PurePath

from agent.slack.blocks import ingest_question
from agent.slack.buttons import Press
from agent.slack.files import fetch
from agent.slack.job_context import JobContext
from agent.slack.jobs import File
from agent.slack.thread_messages import show
from tools.ingest.files import too_large
from tools.ingest.readers import MANY, READERS, kinds, read_file
from tools.ingest.records import Text, UnreadableError
from tools.request.posting.description import is_posting

_ABOUT_A_JOB = re.compile(
    r"\b(?:jobs?|roles?|vacanc(?:y|ies)|positions?|posting|jd|opening|match)\b", re.IGNORECASE
)
ASKED = "Shall I add what you dropped to the candidates?"


async def take_files(context: JobContext) -> None:
    """Match the job description among dropped files, else ask whether to add them as candidates.

    Each file that cannot be read is named with its mend in one sentence.
    """
    resumes: list[File] = []
    for file in context.job.files:
        try:
            text = await _job_description(context, file)
        except UnreadableError as fault:
            await context.say(f"{file.name} {fault}")
            continue
        if text:
            await context.turn(f"{context.job.text}\n\nJob description:\n{text}".strip())
            return
        resumes.append(file)
    if resumes:
        await _ask(context, resumes)


async def bring_in(context: JobContext, file_ids: Sequence[str]) -> None:
    """Read files into the index and say what became of them."""
    limit = context.service.settings.max_upload_mb * 1_000_000
    uploads: list[tuple[str, bytes]] = []
    for file_id in file_ids:
        try:
            file, data = await fetch(context.client, file_id, limit)
        except UnreadableError as fault:
            await context.say(f"A file {fault}")
            continue
        uploads.append((file.name, data))
    if uploads:
        ingest = context.service.ingest(context.tenant)
        report = await asyncio.to_thread(ingest.run_records, uploads)
        told = [report.summary(), *(each.message for each in report.failed)]
        await context.say("\n".join(told))


async def _job_description(context: JobContext, file: File) -> str:
    """Return the text of a file that is a job description, "" for one about people.

    Raises UnreadableError.
    """
    extension = PurePath(file.name).suffix.lower()
    limit = context.service.settings.max_upload_mb * 1_000_000
    if extension not in READERS:
        raise UnreadableError(f"is of a kind that cannot be read: use one of {kinds()}.")
    if file.size > limit:
        raise UnreadableError(too_large(file.size, limit))
    if extension in MANY:
        return ""
    _, data = await fetch(context.client, file.id, limit)
    read = await asyncio.to_thread(read_file, file.name, data)
    text = "\n".join(entry.text for entry in read if isinstance(entry, Text))
    meant = is_posting(text) or bool(_ABOUT_A_JOB.search(context.job.text))
    return text if meant else ""


async def _ask(context: JobContext, files: Sequence[File]) -> None:
    place = context.job.place
    named = [f"file {at}" if context.blind else file.name for at, file in enumerate(files, 1)]
    press = Press(place.thread_id, files=tuple(file.id for file in files))
    await show(context.client, place, ASKED, ingest_question(named, press))
