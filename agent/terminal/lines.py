"""What a recruiter types: a line, a pasted page or a file, from a terminal or a pipe."""

from __future__ import annotations

import contextlib
import select
import signal
import sys
from pathlib import Path
from typing import TextIO

PROMPT = "\nyou › "
HELP = "Ask in plain words; /job FILE sends a file, Ctrl-C stops an answer, Ctrl-D leaves."
_PASTE_SECONDS = 0.03


class UnreadableFileError(Exception):
    """A file that cannot be sent; the message names it and the mend."""


class Typed:
    """Lines of a terminal; Ctrl-C at the prompt raises KeyboardInterrupt, Ctrl-D EOFError."""

    def __init__(self) -> None:
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 importing it gives `input` history and editing

    def read(self) -> str:
        """Return what is typed next; lines that arrive together are one pasted message."""
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            lines = [input(PROMPT)]
            while _more_waiting():
                lines.append(input())
        finally:
            signal.signal(signal.SIGINT, before)
        return "\n".join(lines).strip()


class Piped:
    """Lines of a pipe, echoed unless told otherwise: the output then reads as a conversation."""

    def __init__(self, source: TextIO, *, echo: bool = True) -> None:
        self._source = source
        self._echo = echo

    def read(self) -> str:
        """Return the next line that is not blank; raises EOFError at the end."""
        for line in self._source:
            if line.strip():
                if self._echo:
                    sys.stdout.write(f"{PROMPT}{line.strip()}\n")
                    sys.stdout.flush()
                return line.strip()
        raise EOFError


def message_of(line: str) -> str:
    """Return the message a line stands for: itself, or the file that `/job FILE` names.

    Raises UnreadableFileError for a file that is no readable text.
    """
    command, _, rest = line.partition(" ")
    if command != "/job":
        return line
    path = Path(rest.strip()).expanduser()
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFileError(
            f"{path} cannot be read as text: name a .txt or .md file."
        ) from error


def _more_waiting() -> bool:
    """Return whether further lines are here already, as after a paste; POSIX terminals only."""
    try:
        return bool(select.select([sys.stdin], [], [], _PASTE_SECONDS)[0])
    except (OSError, ValueError):
        return False
