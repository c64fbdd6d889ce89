"""The ingest: files in, people in the index, and a report of what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path, PurePath

from tools.index.base import CandidateIndex
from tools.ingest.files import Found, NotRead, find_files, load, too_large
from tools.ingest.passes import OnProgress, Pass, Source
from tools.ingest.records import MAX_BYTES, UnreadableError
from tools.ingest.report import Outcome, Report, sentence
from tools.ingest.workshop import Workshop


class Ingest:
    """Brings people into one tenant's index; `today` dates the profiles."""

    def __init__(self, index: CandidateIndex, tenant: str, *, today: date) -> None:
        self._index = index
        self._tenant = tenant
        self._today = today

    def run(self, paths: Iterable[Path], on_progress: OnProgress | None = None) -> Report:
        """Read files and folders into the index; return what became of each person.

        Raises what the index raises when it cannot be used; a bad file is an outcome, not an error.
        """
        found = find_files(paths)
        passed_over = [
            Outcome(
                f.source,
                "failed" if f.failed else "skipped",
                message=sentence(f.source, "", f.message),
            )
            for f in found
            if isinstance(f, NotRead)
        ]
        sources = [
            Source(f.source, f.size, partial(load, f)) for f in found if isinstance(f, Found)
        ]
        return Report((*self._through(sources, on_progress, False), *passed_over))

    def run_records(
        self, files: Sequence[tuple[str, bytes]], on_progress: OnProgress | None = None
    ) -> Report:
        """Read uploads, each a name and its bytes, into the index; return what became of each."""
        sources = [
            Source(PurePath(name).name or "upload", len(data), partial(_checked, data))
            for name, data in files
        ]
        return Report(tuple(self._through(sources, on_progress, True)))

    def _through(
        self, sources: list[Source], on_progress: OnProgress | None, uploaded: bool
    ) -> list[Outcome]:
        tell = on_progress or (lambda _: None)
        one_pass = Pass(self._index, self._tenant, sources, tell, uploaded)
        return one_pass.through(Workshop(self._today))


def _checked(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise UnreadableError(too_large(len(data), MAX_BYTES))
    return data
