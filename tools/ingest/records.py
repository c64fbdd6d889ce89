"""What reading yields: a text with what is known beside it, or a sentence that says why not."""

from __future__ import annotations

import hashlib

import msgspec

from tools.candidates import GIVEN
from tools.ingest.given_fields import GivenFields

MAX_BYTES = 50 * 1024 * 1024
"""The largest file that is opened, in bytes."""
READING = "21"
"""Changes when a résumé is read into other facts or vectors: the next ingest reads all anew."""


class UnreadableError(Exception):
    """A file or a record cannot be read; the message says what is wrong with it and the mend."""


class Text(msgspec.Struct, frozen=True):
    """What one file or one row says: `part` tells which row, and is empty for a whole file.

    `candidate_id` is empty when the input gives none; `raw` is what its content hash is made of.
    """

    text: str
    part: str = ""
    candidate_id: str = ""
    given: GivenFields | None = None
    warnings: tuple[str, ...] = ()
    raw: bytes = b""


class Problem(msgspec.Struct, frozen=True):
    """A row that could not be read; the rows around it are not affected."""

    part: str
    message: str


class Entry(msgspec.Struct, frozen=True):
    """One person still to be read: `content` is the file itself, or what one of its rows says.

    `number` orders entries as they were found, `weight` is the share of the file in bytes, and
    `is_named` says that the input itself gave the id.
    """

    candidate_id: str
    source: str
    content_hash: str
    content: bytes | Text
    number: int = 0
    weight: int = 0
    is_named: bool = False

    @property
    def part(self) -> str:
        """Return which row of its file this is, or nothing for a whole file."""
        return self.content.part if isinstance(self.content, Text) else ""


def digest(data: bytes) -> str:
    """Return the SHA-256 of an input as hexadecimal digits, and after a dot how it is read."""
    return f"{hashlib.sha256(data).hexdigest()}.{READING}"


def present_endings() -> tuple[str, str]:
    """Return how the content hashes end of people whom no earlier version read in its own way."""
    return f".{READING}", GIVEN
