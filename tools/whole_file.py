"""Writes a file that a person names, whole or not at all."""

from __future__ import annotations

from pathlib import Path


class UnwritableError(Exception):
    """A file cannot be written; the message names it and the mend."""


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all; raises UnwritableError."""
    if path.is_dir():
        raise UnwritableError(f"{path} is a folder: name a file in it.")
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, "utf-8")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UnwritableError(
            f"{path} cannot be written ({error.strerror}): name a file in a folder that exists."
        ) from error
