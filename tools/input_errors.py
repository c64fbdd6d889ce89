"""What is wrong with an input in plain words, where pydantic would say it in its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_OBJECT = "should be a JSON object"
_WHOLE, _NUMBER, _SWITCH = (
    "should be a whole number",
    "should be a number",
    "should be true or false",
)
_PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "is not known here, leave it out",
    "string_type": "should be text",
    "string_unicode": "is not valid Unicode text",
    "model_attributes_type": _OBJECT,
    "model_type": _OBJECT,
    "dict_type": _OBJECT,
    "list_type": "should be a list",
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "bool_type": _SWITCH,
    "bool_parsing": _SWITCH,
}


def fault_in_words(
    name: str, fault: Mapping[str, Any], patterns: Mapping[str, str] | None = None
) -> str:
    """Return a fault of pydantic's as a clause about the input of that name.

    `patterns` say of regular expressions what they stand for.
    """
    plain = _plain(fault["type"], fault.get("ctx") or {}, patterns or {})
    if plain:
        return f"{name} {plain}"
    message = str(fault["msg"]).removeprefix("Value error, ").rstrip(".")
    if message.startswith("Input should"):
        return f"{name} {message.removeprefix('Input ')}"
    return f"{name}: {message}"


def _plain(kind: str, bounds: Mapping[str, Any], patterns: Mapping[str, str]) -> str | None:
    match kind:
        case "string_pattern_mismatch":
            return patterns.get(bounds["pattern"], f"should match {bounds['pattern']}")
        case "string_too_long":
            return f"should have at most {bounds['max_length']:,} characters: shorten it"
        case "string_too_short" | "too_short" if bounds["min_length"] == 1:
            return "should not be empty"
        case "too_short":
            return f"should have at least {bounds['min_length']:,} entries"
        case "too_long":
            return f"should have at most {bounds['max_length']:,} entries: send the rest apart"
    return _PLAIN.get(kind)
