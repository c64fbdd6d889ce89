"""Tells people whom the work is done for from people who are sought: "looks after old people"."""

from __future__ import annotations

import re

from tools.pattern_table import patterns

_SAID = patterns(__package__, "served.tsv")


def hide_served(text: str) -> str:
    """Return the text with those whom the work is for written over, every offset as it was.

    What is left of a wish about age, sex or origin is one about the people who are sought.
    """
    for pattern in _SAID.values():
        text = pattern.sub(_hidden, text)
    return text


def _hidden(found: re.Match[str]) -> str:
    group = "whom" if found["whom"] else "ward"
    start = found.start(group) - found.start()
    said = found[0]
    return said[:start] + "x" * len(found[group]) + said[start + len(found[group]) :]
