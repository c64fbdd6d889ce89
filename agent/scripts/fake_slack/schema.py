"""Checks a value against what Block Kit allows, and tells each fault with its place in the JSON.

Limits are those of https://docs.slack.dev/reference/block-kit as of November 2026.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

Check = Callable[["Faults", str, Any], None]


class Faults:
    """What is wrong with a value; each fault ends with a JSON pointer, as in Slack's answers."""

    def __init__(self) -> None:
        self.messages: list[str] = []

    def add(self, at: str, what: str) -> None:
        """Note one fault."""
        self.messages.append(f"{what} [json-pointer:{at}]")

    def fields(
        self, at: str, value: Any, required: Mapping[str, Check], optional: Mapping[str, Check]
    ) -> bool:
        """Check the fields of an object; return whether it is one."""
        if not isinstance(value, dict):
            self.add(at, "must be an object")
            return False
        for name in required.keys() - value.keys():
            self.add(at, f"missing required field: {name}")
        for name, inner in value.items():
            check = required.get(name) or optional.get(name)
            if check is not None:
                check(self, f"{at}/{name}", inner)
            elif name != "type":
                self.add(at, f"invalid additional property: {name}")
        return True


def string(most: int, least: int = 1) -> Check:
    """Return a check of a string's length."""

    def check(faults: Faults, at: str, value: Any) -> None:
        if not isinstance(value, str):
            faults.add(at, "must be a string")
        elif len(value) > most:
            faults.add(at, f"must be less than {most + 1} characters")
        elif len(value) < least:
            faults.add(at, f"must be more than {least - 1} characters")

    return check


def one_of(*allowed: str) -> Check:
    """Return a check that a value is one of a few words."""

    def check(faults: Faults, at: str, value: Any) -> None:
        if value not in allowed:
            faults.add(at, f"must be one of {', '.join(allowed)}")

    return check


def boolean(faults: Faults, at: str, value: Any) -> None:
    """Check that a value is true or false."""
    if not isinstance(value, bool):
        faults.add(at, "must be a boolean")


def number(faults: Faults, at: str, value: Any) -> None:
    """Check that a value is a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        faults.add(at, "must be an integer")


def shape(required: Mapping[str, Check], **optional: Check) -> Check:
    """Return a check of an object by its fields."""

    def check(faults: Faults, at: str, value: Any) -> None:
        faults.fields(at, value, required, optional)

    return check


def each(most: int, check: Check, least: int = 1) -> Check:
    """Return a check of a list's length and of each of its items."""

    def checked(faults: Faults, at: str, value: Any) -> None:
        if not isinstance(value, list):
            faults.add(at, "must be an array")
            return
        if len(value) > most:
            faults.add(at, f"no more than {most} items allowed")
        if len(value) < least:
            faults.add(at, f"no less than {least} items allowed")
        for number_, item in enumerate(value):
            check(faults, f"{at}/{number_}", item)

    return checked


def by_type(checks: Mapping[str, Check], allowed: Collection[str] | None = None) -> Check:
    """Return a check that picks another by the value's `type`."""

    def check(faults: Faults, at: str, value: Any) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in checks or (allowed and kind not in allowed):
            faults.add(at, f"unsupported type: {kind}")
            return
        checks[kind](faults, at, value)

    return check


def text(most: int, kind: str = "plain_text") -> Check:
    """Return a check of a text object: of this kind, and not empty."""
    told: dict[str, Check] = {"type": one_of(kind), "text": string(most)}
    return shape(told, verbatim=boolean) if kind == "mrkdwn" else shape(told, emoji=boolean)


def unique(faults: Faults, at: str, values: list[Any], what: str) -> None:
    """Check that no value stands twice in a list."""
    seen: set[Any] = set()
    for value in values:
        if value in seen:
            faults.add(at, f"{what} already exists: {value}")
        seen.add(value)
