"""What is wrong with an input in plain words, our own kinds of names included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agent.access.callers import TENANT_PATTERN
from agent.faults import ID_FAULT, ID_PATTERN
from tools import input_errors

_PATTERNS = {
    ID_PATTERN: ID_FAULT,
    TENANT_PATTERN: "should be 1 to 63 of small letters, digits, _ and -, the first no mark",
}


def fault_in_words(name: str, fault: Mapping[str, Any]) -> str:
    """Return a fault of pydantic's as a clause about the input of that name."""
    return input_errors.fault_in_words(name, fault, _PATTERNS)
