"""Writes a file that a recruiter names: whole or not at all, and never over another one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from agent.terminal.lines import UnsendableError


def write_new(name: str, text: str) -> Path:
    """Write a file that only its owner may read; raises UnsendableError with the input and mend."""
    if not name:
        raise UnsendableError("/export needs a file: type /export FILE, as in /export kept.csv.")
    try:
        path = Path(name).expanduser()
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
                out.write(text)
            _put(Path(part), path)
        finally:
            Path(part).unlink(missing_ok=True)
    except FileExistsError as error:
        raise UnsendableError(f"{path} exists and is left as it is: name another file.") from error
    except (OSError, ValueError, RuntimeError) as error:
        why = (isinstance(error, OSError) and error.strerror) or error
        raise UnsendableError(
            f"{name} cannot be written ({why}): name a file in a folder that exists."
        ) from error
    return path


def _put(part: Path, path: Path) -> None:
    """Give a written file its name, unless another one has it."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links, as a memory stick is
        if path.exists():
            raise FileExistsError from None
        part.rename(path)
