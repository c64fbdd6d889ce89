"""Finds the files a path stands for, in one order, and gives each person an id that stays."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

import msgspec

from tools.ingest.readers import READERS, kinds
from tools.ingest.records import MAX_BYTES, UnreadableError

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_MAX_ID = 128


class Found(msgspec.Struct, frozen=True):
    """A file to read: `source` is its path from the folder that was named, with that folder."""

    path: Path
    source: str
    size: int


class NotRead(msgspec.Struct, frozen=True):
    """A path that is passed over: `failed` says whether that is a fault or only not our kind."""

    source: str
    message: str
    failed: bool


def find_files(paths: Iterable[Path]) -> list[Found | NotRead]:
    """Return the files below some paths, sorted within each; hidden ones are left out.

    Folders that lead back into themselves are entered once; a file named twice is read once.
    """
    found: dict[Path, Found | NotRead] = {}
    for path in paths:
        for file, source, named in _walk(path):
            key = Path(os.path.realpath(file))
            if key not in found:
                found[key] = _look(file, source, named)
    return list(found.values())


def _walk(path: Path) -> Iterator[tuple[Path, str, bool]]:
    """Yield (file, source, whether it was named itself)."""
    if not path.is_dir():
        yield path, path.name or str(path), True
        return
    root = Path(os.path.realpath(path))
    seen: set[Path] = set()
    for folder, folders, files in os.walk(path, followlinks=True, onerror=None):
        real = Path(os.path.realpath(folder))
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = PurePath(root.name) / Path(folder).relative_to(path)
        for name in sorted(files):
            if not name.startswith((".", "~$")):
                yield Path(folder) / name, (inside / name).as_posix(), False
        for name in folders:
            if not os.access(Path(folder) / name, os.R_OK | os.X_OK):
                yield Path(folder) / name, (inside / name).as_posix(), True


def _look(path: Path, source: str, named: bool) -> Found | NotRead:
    if path.is_dir():
        return NotRead(source, "cannot be opened: give yourself permission to read it.", True)
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return NotRead(str(path) if named else source, "does not exist: check the path.", True)
    except OSError as error:
        return NotRead(source, f"cannot be opened ({error.strerror}): check the path.", True)
    if not path.is_file():
        return NotRead(source, "is not a file: give a file or a folder.", True)
    if path.suffix.lower() not in READERS:
        return NotRead(source, f"is of a kind that cannot be read: use one of {kinds()}.", named)
    return Found(path, source, size)


def load(file: Found) -> bytes:
    """Return a file's bytes. Raises UnreadableError when it is too large or may not be read."""
    if file.size > MAX_BYTES:
        raise UnreadableError(too_large(file.size, MAX_BYTES))
    try:
        with file.path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except PermissionError as error:
        raise UnreadableError("may not be read: give yourself permission to read it.") from error
    except OSError as error:
        raise UnreadableError(f"cannot be opened ({error.strerror}): check the disk.") from error
    if len(data) > MAX_BYTES:
        raise UnreadableError(too_large(len(data), MAX_BYTES))
    return data


def too_large(size: int, limit: int) -> str:
    """Return the sentence for a file beyond the limit, both in bytes."""
    return f"is too large ({size / 1e6:.0f} MB, the limit is {limit / 1e6:.0f} MB): split it."


def safe_id(name: str) -> str:
    """Return a name as a candidate id: [A-Za-z0-9._-], at most 128 characters, never empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    safe = _UNSAFE.sub("-", plain).strip("-.")
    if not safe:
        return f"candidate-{short_hash(name)}"
    return safe if len(safe) <= _MAX_ID else f"{safe[: _MAX_ID - 7]}-{short_hash(name)}"


def short_hash(text: str) -> str:
    """Return six hexadecimal digits that tell two sources with one name apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:6]
