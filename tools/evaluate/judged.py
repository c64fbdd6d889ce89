"""Reads judged requests: what was asked, and who was found how good for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from tools.evaluate.faults import EvaluationError

BEST_GRADE = 3
"""Grades run from 0 (no) over 1 (related) and 2 (worth a call) to 3 (shortlist at once)."""

_ID_FIELDS = ("request_id", "query_id", "qid", "id")
_TEXT_FIELDS = ("text", "query", "request", "description")
_GRADE = re.compile(r"[+-]?\d+")

Grades = Mapping[str, Mapping[str, int]]
"""request_id → candidate_id → grade in [0, BEST_GRADE]; who is missing was not judged."""


class Request(msgspec.Struct, frozen=True):
    """One request; `turns` are the messages with which a recruiter refines it, in order."""

    request_id: str
    text: str
    turns: tuple[str, ...] = ()


def read_requests(path: Path) -> list[Request]:
    """Return the requests of a JSON list or of JSON lines, in file order.

    Raises EvaluationError for a file that cannot be read and for a request that has no id, no
    text, or the id of another.
    """
    requests: dict[str, Request] = {}
    for number, item in enumerate(_objects(path), start=1):
        request = _request(path, number, item)
        if request.request_id in requests:
            raise EvaluationError(
                f"{path} holds the request {request.request_id!r} twice: give each its own id."
            )
        requests[request.request_id] = request
    if not requests:
        raise EvaluationError(f"{path} holds no request: put a list of request_id and text in it.")
    return list(requests.values())


def read_grades(path: Path) -> dict[str, dict[str, int]]:
    """Return the grades of a TREC qrels file or of a table request_id, candidate_id, grade.

    Raises EvaluationError for a line that is neither, a grade out of range, or a pair judged twice
    with different grades.
    """
    grades: dict[str, dict[str, int]] = {}
    for number, cells in _rows(path):
        request_id, candidate_id, grade = _judgement(path, number, cells)
        held = grades.setdefault(request_id, {})
        if held.setdefault(candidate_id, grade) != grade:
            raise EvaluationError(
                f"{path}, line {number} grades {candidate_id!r} for {request_id!r} with {grade}, "
                f"an earlier line with {held[candidate_id]}: keep one of them."
            )
    if not grades:
        raise EvaluationError(
            f"{path} holds no judgement: put request_id, candidate_id and grade on each line."
        )
    return grades


def read_text(path: Path) -> str:
    """Return the UTF-8 text of a file; raises EvaluationError when there is none."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EvaluationError(f"{path} is not UTF-8 text: save it as UTF-8.") from error
    except OSError as error:
        raise EvaluationError(
            f"{path} cannot be read ({error.strerror}): check the path."
        ) from error


def _objects(path: Path) -> list[Any]:
    text = read_text(path).strip()
    try:
        if text.startswith("["):
            return list(msgspec.json.decode(text))
        found = [msgspec.json.decode(line) for line in text.splitlines() if line.strip()]
    except RecursionError as error:
        raise EvaluationError(
            f"{path} is nested too deeply: it is a list of objects with request_id and text."
        ) from error
    except msgspec.DecodeError as error:
        raise EvaluationError(
            f"{path} is not JSON ({error}): it is a list of objects with request_id and text."
        ) from error
    return found


def _request(path: Path, number: int, item: Any) -> Request:
    if not isinstance(item, dict):
        raise EvaluationError(
            f"{path}, request {number} is not an object with request_id and text."
        )
    request_id = _first(item, _ID_FIELDS)
    if not request_id or re.search(r"\s", request_id):
        raise EvaluationError(
            f"{path}, request {number} has no request_id without spaces: give it one."
        )
    text = _first(item, _TEXT_FIELDS)
    if not text:
        kept = "" if _TEXT_FIELDS[0] in item else f" under {_TEXT_FIELDS[0]!r}"
        raise EvaluationError(f"{path}, request {request_id!r} is empty: fill in its text{kept}.")
    turns = item.get("turns") or []
    if not (isinstance(turns, list) and all(isinstance(t, str) and t.strip() for t in turns)):
        raise EvaluationError(
            f"{path}, request {request_id!r}: turns is a list of messages, none of them empty."
        )
    return Request(request_id, text, tuple(turns))


def _first(item: Mapping[str, Any], fields: tuple[str, ...]) -> str:
    values = (item[field] for field in fields if isinstance(item.get(field), (str, int)))
    return str(next(values, "")).strip()


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells) of every line but blank ones and a heading."""
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        cells = [c.strip() for c in re.split(r"\t|,", line)] if _is_table(line) else line.split()
        if not any(cells) or (cells[-1].casefold() in ("grade", "relevance", "rel", "label")):
            continue
        yield number, cells


def _is_table(line: str) -> bool:
    return "\t" in line or "," in line


def _judgement(path: Path, number: int, cells: list[str]) -> tuple[str, str, int]:
    if len(cells) == 4:
        cells = [cells[0], cells[2], cells[3]]
    if len(cells) != 3 or not all(cells):
        raise EvaluationError(
            f"{path}, line {number} is no judgement: write request_id, candidate_id and grade, or "
            "the four columns of TREC (request_id 0 candidate_id grade)."
        )
    request_id, candidate_id, grade = cells
    if not _GRADE.fullmatch(grade) or not 0 <= int(grade) <= BEST_GRADE:
        raise EvaluationError(
            f"{path}, line {number} has the grade {grade!r}: grades are whole numbers from 0 to "
            f"{BEST_GRADE}."
        )
    return request_id, candidate_id, int(grade)
