"""What a CSV, JSONL or JSON Resume record says beside the text; it wins over what is read."""

from __future__ import annotations

import msgspec


class GivenFields(msgspec.Struct, frozen=True, omit_defaults=True):
    """The structured fields of a record; an empty field says nothing.

    `years_experience` is in years, `extra` holds the remaining columns as strings.
    """

    name: str = ""
    title: str = ""
    skills: tuple[str, ...] = ()
    location: str = ""
    years_experience: float | None = None
    email: str = ""
    phone: str = ""
    extra: dict[str, str] = {}
