"""What a recruiter types: a line, a pasted page or a file, from a terminal or a pipe."""

from __future__ import annotations

import contextlib
import re
import select
import sys
from pathlib import Path
from typing import TextIO

PROMPT = "\nyou › "
HELP = (
    "Ask in plain words; /job FILE sends a file, /export FILE saves the shortlist, Ctrl-C stops an "
    "answer, Ctrl-D leaves."
)
EXAMPLES = """Find people: registered nurse with ICU experience in Berlin, 5+ years
Change the list: only with German · without Java · Excel is a nice to have · undo · start over
Look closer: why is #1 first? · compare 1 and 2 · who knows Python? · show more
Keep people: shortlist 2 and 5 · show my shortlist · /export kept.csv"""
COMMANDS = "/job FILE, /export FILE, /help and /quit"
_COMMAND = re.compile(r"/[a-z?]+")
_PASTE_SECONDS = 0.03


class UnsendableError(Exception):
    """A command or a file that cannot be sent; the message names it and the mend."""


class Typed:
    """Lines of a terminal; Ctrl-C at the prompt raises KeyboardInterrupt, Ctrl-D EOFError."""

    def __init__(self) -> None:
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 importing it gives `input` history and editing

    def read(self) -> str:
        """Return what is typed next; lines that arrive together are one pasted message."""
        lines = [input(PROMPT)]
        while _more_waiting():
            lines.append(input())
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

    Raises UnsendableError for another command and for a file that cannot be read.
    """
    command = line.split(maxsplit=1)[0]
    if command == "/job":
        return _job(line.removeprefix(command).strip())
    if _COMMAND.fullmatch(command):
        raise UnsendableError(f"There is no command {command}: there are {COMMANDS}.")
    return line


def _job(name: str) -> str:
    """Return the text of a job description, read as a résumé of that kind is."""
    from tools.ingest.readers import MANY, READERS, read_file
    from tools.ingest.records import Text, UnreadableError

    if not name:
        raise UnsendableError("/job needs a file: type /job FILE.")
    path = Path(name).expanduser()
    suffix = path.suffix.lower()
    if suffix in MANY:
        raise UnsendableError(f"{path} is not one text: name a PDF, DOCX, TXT or MD file.")
    try:
        data = path.read_bytes()
        texts = read_file(path.name if suffix in READERS else f"{path.name}.txt", data)
        return "\n".join(each.text for each in texts if isinstance(each, Text))
    except FileNotFoundError as error:
        raise UnsendableError(f"{path} does not exist: check the path.") from error
    except OSError as error:
        raise UnsendableError(f"{path} cannot be read ({error.strerror}): check it.") from error
    except UnreadableError as error:
        raise UnsendableError(f"{path} {error}") from error


def _more_waiting() -> bool:
    """Return whether further lines are here already, as after a paste; POSIX terminals only."""
    try:
        return bool(select.select([sys.stdin], [], [], _PASTE_SECONDS)[0])
    except (OSError, ValueError):
        return False
