"""Knows the names people give their columns, and turns a row into a text with given fields."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from tools.ingest.given_fields import GivenFields
from tools.ingest.phrases import phrases
from tools.ingest.records import Text, UnreadableError

SYNONYMS = {field: tuple(names.split("|")) for field, names in phrases("columns").items()}
"""Field → column names that mean it, the likeliest first, compared as `column_key` writes them."""

_MAX_YEARS = 70.0
_MAX_EXTRA = 2_000


def column_key(name: str) -> str:
    """Return a column's name as it is compared: lower case, words joined by one underscore."""
    return re.sub(r"[^a-z0-9]+", "_", name.strip().lower()).strip("_")


def fields_of(columns: Mapping[str, object]) -> dict[str, str]:
    """Return field → the column that holds it, for the columns whose names are known."""
    by_key = {column_key(name): name for name in reversed(list(columns))}
    found: dict[str, str] = {}
    for field, synonyms in SYNONYMS.items():
        name = next((by_key[s] for s in synonyms if s in by_key), None)
        if name is not None:
            found[field] = name
    return found


def missing_text(columns: Mapping[str, object]) -> str:
    """Return the sentence for a table or a record that has no column with the résumé."""
    found = ", ".join(repr(name) for name in list(columns)[:12]) or "none"
    return (
        "has no column with the résumé: it needs `text` (or resume, resume_text, cv, content), and "
        f"`candidate_id` if people shall keep their ids; the columns found are {found}."
    )


def row_text(row: Mapping[str, object], part: str) -> Text:
    """Return what a row says. Raises UnreadableError when it holds no résumé or a wrong type."""
    found = fields_of(row)
    if "text" not in found:
        raise UnreadableError(missing_text(row))
    text = row[found["text"]]
    if not isinstance(text, str):
        raise UnreadableError(
            f"has a `{found['text']}` that is not text: give the résumé as a string."
        )
    years, warnings = _years(row.get(found.get("years_experience", "")))
    used = set(found.values())
    given = GivenFields(
        name=_string(row, found, "name"),
        title=_string(row, found, "title"),
        skills=_skills(row.get(found.get("skills", ""))),
        location=_string(row, found, "location"),
        years_experience=years,
        email=_string(row, found, "email"),
        phone=_string(row, found, "phone"),
        extra={
            str(k): _plain(v)[:_MAX_EXTRA] for k, v in row.items() if k not in used and _plain(v)
        },
    )
    raw = json.dumps(row, sort_keys=True, ensure_ascii=False, default=str)
    return Text(
        text=text,
        part=part,
        candidate_id=_string(row, found, "candidate_id"),
        given=None if given == GivenFields() else given,
        warnings=warnings,
        raw=raw.encode("utf-8", "replace"),
    )


def _string(row: Mapping[str, object], found: Mapping[str, str], field: str) -> str:
    return _plain(row[found[field]]) if field in found else ""


def _plain(value: object) -> str:
    """Return a cell as one line-stripped string; lists are joined, objects stay JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
        return ", ".join(str(item) for item in value)
    if isinstance(value, bool | list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _skills(value: object) -> tuple[str, ...]:
    """Return skills from a list, or from one string with commas, semicolons, bars or lines."""
    if isinstance(value, list):
        parts = [_plain(item) for item in value]
    else:
        parts = re.split(r"[;|\n]|,(?![^(]*\))", _plain(value).strip("[]"))
    cleaned = (part.strip().strip("'\"").strip() for part in parts)
    return tuple(dict.fromkeys(part for part in cleaned if part))


def _years(value: object) -> tuple[float | None, tuple[str, ...]]:
    """Return the years in a cell such as 7, "7.5" or "7+ years", or a warning that it has none."""
    said = _plain(value)
    if not said:
        return None, ()
    number = re.match(
        r"\s*(?:>|over |about |ca\.? )?\s*(\d{1,3}(?:[.,]\d+)?)(?!\d)", said, re.IGNORECASE
    )
    if number is None or float(number[1].replace(",", ".")) > _MAX_YEARS:
        return None, (f"The years of experience were not understood and not used: “{said[:40]}”",)
    return float(number[1].replace(",", ".")), ()
