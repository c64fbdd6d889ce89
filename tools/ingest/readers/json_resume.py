"""Turns a JSON Resume into a clean plain text with sections, so that quotes stand in a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tools.ingest.given_fields import GivenFields
from tools.ingest.records import Text, UnreadableError

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TYPES = {str: "text", int: "a number", float: "a number", bool: "true or false", dict: "an object"}
_SECTIONS = frozenset({"work", "education", "skills", "volunteer", "projects", "languages"})


def is_json_resume(value: dict[str, Any]) -> bool:
    """Return whether an object is a JSON Resume: `basics`, or `work` and the like as lists."""
    return isinstance(value.get("basics"), dict) or (
        "text" not in value and any(isinstance(value.get(name), list) for name in _SECTIONS)
    )


def resume_text(value: dict[str, Any], part: str) -> Text:
    """Return a JSON Resume as a text. Raises UnreadableError when it says nothing."""
    basics = value.get("basics") if isinstance(value.get("basics"), dict) else {}
    assert isinstance(basics, dict)
    blocks = [_header(basics), _section("Summary", [_string(basics.get("summary"))])]
    for heading, key, render in _RENDERED:
        blocks.append(_section(heading, [render(item) for item in _items(value.get(key))]))
    text = "\n\n".join(block for block in blocks if block)
    odd = _mistyped(value)
    if odd and not any(blocks[2:]):
        raise UnreadableError(f"is a JSON Resume {odd[0]}: see jsonresume.org/schema.")
    if not text:
        raise UnreadableError("is a JSON Resume without content: fill `basics` and `work`.")
    given = GivenFields(
        name=_string(basics.get("name")),
        title=_string(basics.get("label")),
        location=_place(basics.get("location")),
        email=_string(basics.get("email")),
        phone=_string(basics.get("phone")),
    )
    candidate_id = _string(value.get("candidate_id")) or _string(value.get("id"))
    told = tuple(f"The JSON Resume is one {each}; it was left out." for each in odd)
    return Text(text, part, candidate_id, given if given != GivenFields() else None, told)


def _mistyped(value: dict[str, Any]) -> list[str]:
    """Return which fields are of another type than those of a JSON Resume, each in words."""
    keys = [key for _, key, _ in _RENDERED]
    lists = [(key, "a list", list) for key in keys if value.get(key) is not None]
    objects = [("basics", "an object", dict)] if value.get("basics") is not None else []
    return [
        f"whose `{key}` is {_TYPES.get(type(value[key]), 'of another type')} instead of {wanted}"
        for key, wanted, kind in [*objects, *lists]
        if not isinstance(value[key], kind)
    ]


def _header(basics: dict[str, Any]) -> str:
    lines = [_string(basics.get("name")), _string(basics.get("label"))]
    profiles = [
        _string(p.get("url")) or _string(p.get("username")) for p in _items(basics.get("profiles"))
    ]
    contact = [
        _place(basics.get("location")),
        *(_string(basics.get(k)) for k in ("email", "phone", "url", "website")),
    ]
    lines.append(" | ".join(filter(None, [*contact, *profiles])))
    return "\n".join(filter(None, lines))


def _section(heading: str, entries: list[str]) -> str:
    filled = [entry for entry in entries if entry]
    return f"{heading.upper()}\n" + "\n\n".join(filled) if filled else ""


def _job(item: dict[str, Any]) -> str:
    title = _string(item.get("position")) or _string(item.get("roles"))
    employer = _first(item, "name", "company", "organization", "entity")
    place = _place(item.get("location"))
    head = ", ".join(filter(None, [title, employer, place]))
    return _lines(
        head, _dates(item), _string(item.get("summary") or item.get("description")), *_bullets(item)
    )


def _study(item: dict[str, Any]) -> str:
    degree = " in ".join(filter(None, [_string(item.get("studyType")), _string(item.get("area"))]))
    head = ", ".join(filter(None, [degree, _string(item.get("institution"))]))
    courses = ", ".join(filter(None, map(_string, _list(item.get("courses")))))
    score = _string(item.get("score") or item.get("gpa"))
    return _lines(
        head, _dates(item), score and f"Score: {score}", courses and f"Courses: {courses}"
    )


def _skill(item: dict[str, Any]) -> str:
    keywords = ", ".join(filter(None, map(_string, _list(item.get("keywords")))))
    name, level = _string(item.get("name")), _string(item.get("level"))
    head = f"{name} ({level})" if name and level else name
    return ": ".join(filter(None, [head, keywords]))


def _language(item: dict[str, Any]) -> str:
    name = _first(item, "language", "name")
    level = _first(item, "fluency", "level")
    return f"{name} ({level})" if name and level else name


def _award(item: dict[str, Any]) -> str:
    head = _first(item, "title", "name", "reference")
    by = _first(item, "issuer", "awarder", "publisher")
    date = _month(item.get("date") or item.get("releaseDate"))
    return _lines(", ".join(filter(None, [head, by, date])), _string(item.get("summary")))


_RENDERED: tuple[tuple[str, str, Callable[[dict[str, Any]], str]], ...] = (
    ("Experience", "work", _job),
    ("Education", "education", _study),
    ("Skills", "skills", _skill),
    ("Certifications", "certificates", _award),
    ("Languages", "languages", _language),
    ("Projects", "projects", _job),
    ("Volunteering", "volunteer", _job),
    ("Awards", "awards", _award),
    ("Publications", "publications", _award),
    ("Interests", "interests", _skill),
)


def _dates(item: dict[str, Any]) -> str:
    begin, end = _month(item.get("startDate")), _month(item.get("endDate"))
    if begin:
        return f"{begin} – {end or 'Present'}"
    return end


def _month(value: Any) -> str:
    """Return an ISO date as people write it, 2019-03-01 as "Mar 2019"; others as they are."""
    said = _string(value)
    iso = re.match(r"(\d{4})-(\d{2})(?:-\d{2})?(?:T.*)?$", said)
    if iso is None or not 1 <= int(iso[2]) <= 12:
        return said
    return f"{_MONTHS[int(iso[2]) - 1]} {iso[1]}"


def _bullets(item: dict[str, Any]) -> list[str]:
    return [f"• {line}" for line in map(_string, _list(item.get("highlights"))) if line]


def _place(value: Any) -> str:
    if isinstance(value, dict):
        parts = [_string(value.get(key)) for key in ("city", "region", "countryCode")]
        return ", ".join(dict.fromkeys(filter(None, parts)))
    return _string(value)


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _first(item: dict[str, Any], *keys: str) -> str:
    return next(filter(None, (_string(item.get(key)) for key in keys)), "")


def _items(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list; bare strings become named objects."""
    named = [{"name": v} if isinstance(v, str) else v for v in _list(value)]
    return [item for item in named if isinstance(item, dict)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return ", ".join(filter(None, map(_string, value)))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
