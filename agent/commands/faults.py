"""What went wrong, as one sentence on standard error and an exit code; never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from agent.log_privacy import is_ours

if TYPE_CHECKING:
    from pydantic import ValidationError

SOME_FAILED = 1
"""Some inputs failed, each of them named."""

UNUSABLE = 2
"""The command line, the settings or the data directory cannot be used."""
INTERRUPTED = 130
"""Stopped with Ctrl-C, as shells count it."""

_OPTIONS = {"data_dir": "--data-dir", "tenant": "--tenant", "host": "--host", "port": "--port"}


class CommandError(Exception):
    """A command that cannot be carried out; the message names the input and the mend."""


_SAYS_IT_BETTER = ("search",)
"""Commands whose argument is words, and which tell what to say instead of none."""


def refuse_empty(typed: Sequence[str]) -> None:
    """Refuse an empty word, mostly a variable that was not set. Raises CommandError.

    As a path it would mean the folder that the command runs in, which nobody named.
    """
    for before, word in pairwise(["", *typed]):
        if word.startswith("--") and word.endswith("="):
            before, word = word[:-1], ""
        if word:
            continue
        if before.startswith("-"):
            raise CommandError(f"{before} is empty: write a value after it, or leave it out.")
        if typed[0] not in _SAYS_IT_BETTER:
            command = f"matcher {typed[0]}".strip()
            raise CommandError(
                f"an argument of `{command}` is empty: is a variable not set? Write what it should "
                "be."
            )


def say(sentence: str) -> None:
    """Print a sentence for people to standard error."""
    sys.stderr.write(f"matcher: {sentence}\n")
    sys.stderr.flush()


def report(error: Exception) -> int:
    """Say what went wrong and return the exit code."""
    say(_sentence(error))
    return UNUSABLE


def _sentence(error: Exception) -> str:
    from pydantic import ValidationError

    if isinstance(error, ValidationError) and error.title == "Settings":
        return _setting(error)
    if is_ours(error):
        return str(error)
    if isinstance(error, OSError) and error.filename:
        return (
            f"{error.filename} cannot be used ({error.strerror}): check the path, or choose "
            "another --data-dir."
        )
    return (
        f"that is a fault of the program, not yours ({type(error).__name__}): run the command "
        "again with --trace in front of it, as in `matcher --trace search …`, and report it."
    )


def _setting(error: ValidationError) -> str:
    from agent.input_errors import fault_in_words
    from agent.settings import variables_of

    first = error.errors()[0]
    name = str(first["loc"][0])
    variable = variables_of(name)
    where = f"{_OPTIONS[name]} or {variable}" if name in _OPTIONS else variable
    why = fault_in_words("it", first).removeprefix("it: ")
    return f"{where} is {first['input']!r}, which cannot be used: {why}."
