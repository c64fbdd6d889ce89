"""Makes one candidate of one entry: read, normalise, build; what goes wrong costs only itself."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Protocol

from tools.candidates import Candidate
from tools.ingest.given_fields import GivenFields
from tools.ingest.guards.instructions import fields_without_instructions, without_instructions
from tools.ingest.guards.stuffing import without_stuffing
from tools.ingest.normalise import normalise
from tools.ingest.readers import read_file
from tools.ingest.records import Entry, Problem, RawRecord, Text, UnreadableError

_FEWEST_LETTERS = 3


class Build(Protocol):
    """Makes a candidate from a record; see `tools.ingest.profile.build_candidate`."""

    def __call__(
        self,
        candidate_id: str,
        raw_text: str,
        *,
        source: str,
        content_hash: str,
        today: date,
        given: GivenFields | None = None,
        warnings: tuple[str, ...] = (),
    ) -> Candidate:
        """Return the candidate."""
        ...


def made_of(entry: Entry, build: Build, today: date) -> Candidate | Problem:
    """Return the candidate an entry describes, or the problem that there is none."""
    try:
        record = raw_record(entry)
    except UnreadableError as error:
        return Problem(entry.part, str(error))
    except MemoryError:
        return Problem(entry.part, "needs more memory than there is: split it or export it again.")
    try:
        return build(
            record.candidate_id,
            record.text,
            source=record.source,
            content_hash=record.content_hash,
            today=today,
            given=record.given,
            warnings=record.warnings,
        )
    except Exception as error:  # whatever one résumé provokes must not cost the others
        return Problem(
            entry.part,
            f"could not be understood ({type(error).__name__}): this is a fault of the program, "
            "please report it; saving the text as a .txt file may help.",
        )


def raw_record(entry: Entry) -> RawRecord:
    """Return the normalised text of an entry with what its input gives beside it.

    Raises UnreadableError when it cannot be read or holds no words.
    """
    said = entry.content if isinstance(entry.content, Text) else _only_text(entry)
    text, remarks = normalise(said.text)
    text, told = without_instructions(text)
    text, stuffed = without_stuffing(text)
    given, told_beside = fields_without_instructions(said.given)
    if len(list(islice(filter(str.isalpha, text), _FEWEST_LETTERS))) < _FEWEST_LETTERS:
        raise UnreadableError("holds no words: fill in the résumé's text.")
    return RawRecord(
        entry.candidate_id,
        text,
        entry.source,
        entry.content_hash,
        given,
        (*said.warnings, *remarks, *told, *stuffed, *told_beside),
    )


def _only_text(entry: Entry) -> Text:
    assert isinstance(entry.content, bytes)
    read = read_file(entry.source, entry.content)[0]
    if isinstance(read, Problem):
        raise UnreadableError(read.message)
    return read
