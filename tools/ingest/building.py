"""Makes one candidate of one entry: read, normalise, build; what goes wrong costs only itself."""

from __future__ import annotations

from datetime import date
from itertools import islice

from tools.candidates import Candidate
from tools.ingest.guards.instructions import fields_without_instructions, without_instructions
from tools.ingest.guards.stuffing import without_stuffing
from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate
from tools.ingest.readers import read_file
from tools.ingest.records import Entry, Problem, Text, UnreadableError

_FEWEST_LETTERS = 3


def made_of(entry: Entry, today: date) -> Candidate | Problem:
    """Return the candidate an entry describes, or the problem that there is none."""
    try:
        return _candidate(entry, today)
    except UnreadableError as error:
        return Problem(entry.part, str(error))
    except MemoryError:
        return Problem(entry.part, "needs more memory than there is: split it or export it again.")
    except Exception as error:  # whatever one résumé provokes must not cost the others
        return Problem(
            entry.part,
            f"could not be understood ({type(error).__name__}): this is a fault of the program, "
            "please report it; saving the text as a .txt file may help.",
        )


def _candidate(entry: Entry, today: date) -> Candidate:
    """Raise UnreadableError for an entry that cannot be read or holds no words."""
    said = entry.content if isinstance(entry.content, Text) else _only_text(entry)
    text, remarks = normalise(said.text)
    text, told = without_instructions(text)
    text, stuffed = without_stuffing(text)
    given, told_beside = fields_without_instructions(said.given)
    if len(list(islice(filter(str.isalpha, text), _FEWEST_LETTERS))) < _FEWEST_LETTERS:
        raise UnreadableError("holds no words: fill in the résumé's text.")
    return build_candidate(
        entry.candidate_id,
        text,
        source=entry.source,
        content_hash=entry.content_hash,
        today=today,
        given=given,
        warnings=(*said.warnings, *remarks, *told, *stuffed, *told_beside),
    )


def _only_text(entry: Entry) -> Text:
    assert isinstance(entry.content, bytes)
    read = read_file(entry.source, entry.content)[0]
    if isinstance(read, Problem):
        raise UnreadableError(read.message)
    return read
