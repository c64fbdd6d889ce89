"""The consoles a command writes to, and whether a person is looking."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.theme import Theme

THEME = Theme(
    {
        "met": "green",
        "partly": "yellow",
        "missing": "red",
        "unclear": "bright_black",
        "quote": "black on bright_yellow",
        "note": "bright_black",
        "must": "bold",
        "nice": "cyan",
        "avoid": "magenta",
    }
)


def output() -> Console:
    """Return the console of standard output; without a terminal it writes plain, unwrapped text."""
    if sys.stdout.isatty():
        return Console(theme=THEME, highlight=False)
    return Console(theme=THEME, highlight=False, color_system=None, width=100)


def notices() -> Console:
    """Return the console of standard error, where progress and what is said in passing go."""
    return Console(theme=THEME, highlight=False, stderr=True)
