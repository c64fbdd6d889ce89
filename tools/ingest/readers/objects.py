"""Reads JSON and JSONL: records of people, or one JSON Resume."""

from __future__ import annotations

import json
from typing import Any

from tools.ingest.readers.columns import row_text
from tools.ingest.readers.decoding import decode
from tools.ingest.readers.json_resume import is_json_resume, resume_text
from tools.ingest.records import Problem, Text, UnreadableError

_SHAPES = (
    "give a JSON Resume, a record with `text`, a list of such records, or one record a line "
    "(.jsonl)."
)


def read_json(data: bytes) -> list[Text | Problem]:
    """Return the people of a JSON file: one JSON Resume, one record, or a list of either.

    Raises UnreadableError for broken JSON and for JSON of another shape.
    """
    text = decode(data)
    try:
        value = _loads(text)
    except ValueError as error:
        if _looks_like_lines(text):
            return read_lines(data)
        raise UnreadableError(f"is not valid JSON ({_where(error)}): {_SHAPES}") from error
    if isinstance(value, dict):
        return [_single(value)]
    if isinstance(value, list) and value:
        return [_part(item, f"item {number}") for number, item in enumerate(value, start=1)]
    raise UnreadableError(f"is JSON of another shape: {_SHAPES}")


def read_lines(data: bytes) -> list[Text | Problem]:
    """Return a text or a problem for every line of a JSONL file.

    Raises UnreadableError for bytes that are no text and for a file without a record.
    """
    text = decode(data)
    if text.lstrip().startswith("["):
        return read_json(data)
    read: list[Text | Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            read.append(_line(line, f"line {number}"))
    if not read:
        raise UnreadableError("holds no record: give one JSON object a line.")
    return read


def _line(line: str, part: str) -> Text | Problem:
    try:
        return _part(_loads(line), part)
    except ValueError as error:
        return Problem(part, f"is not valid JSON ({_where(error)}): write one whole object a line.")


def _part(value: Any, part: str) -> Text | Problem:
    if not isinstance(value, dict):
        return Problem(part, "is not a JSON object: give a record with `candidate_id` and `text`.")
    try:
        return resume_text(value, part) if is_json_resume(value) else row_text(value, part)
    except UnreadableError as error:
        return Problem(part, str(error))


def _single(value: dict[str, Any]) -> Text:
    if is_json_resume(value):
        return resume_text(value, "")
    for key in ("candidates", "records", "resumes"):
        if isinstance(value.get(key), list):
            raise UnreadableError(f"wraps its records in {key!r}: give the list itself.")
    try:
        return row_text(value, "")
    except UnreadableError as error:
        raise UnreadableError(f"{error} Or {_SHAPES}") from error


def _loads(text: str) -> Any:
    """Return parsed JSON. Raises ValueError for broken, absurdly deep or non-finite JSON."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is not a JSON number")


def _where(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at line {error.lineno}, column {error.colno}"
    return str(error)


def _looks_like_lines(text: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()][:2]
    return len(lines) == 2 and all(line.lstrip().startswith("{") for line in lines)
