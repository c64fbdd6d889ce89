"""One pass of an ingest over some sources: what is new is built, stored in batches and reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

import msgspec

from tools.candidates import Candidate, Identity
from tools.index.base import CandidateIndex, Upserted
from tools.ingest.files import safe_id
from tools.ingest.intake import Intake, apart
from tools.ingest.records import Entry, Problem, UnreadableError
from tools.ingest.report import Outcome, Progress, sentence
from tools.ingest.workshop import Workshop

BATCH = 32
"""People stored in one transaction: what a kill may cost, and never half a person."""

OnProgress = Callable[[Progress], None]


class Source(NamedTuple):
    """A file by its name, its size in bytes and a way to get its bytes (or UnreadableError)."""

    name: str
    size: int
    load: Callable[[], bytes]


class Pass:
    """One pass over some sources into one tenant's index.

    `uploaded` says that the names of the sources are no paths, so that two sources of one name
    need not be about one person.
    """

    def __init__(
        self,
        index: CandidateIndex,
        tenant: str,
        sources: Sequence[Source],
        on_progress: OnProgress,
        uploaded: bool,
    ) -> None:
        self._index = index
        self._tenant = tenant
        self._sources = sources
        self._on_progress = on_progress
        self._uploaded = uploaded
        self._total = sum(source.size for source in sources)
        self._done = 0
        self._number = 0
        self._people = 0
        self._outcomes: list[tuple[int, Outcome]] = []
        self._known = dict(index.content_hashes(tenant))
        self._twins = {h: i for i, h in sorted(self._known.items(), reverse=True)}

    def through(self, workshop: Workshop) -> list[Outcome]:
        """Return the outcomes of all sources, in the order in which the people were found."""
        batch: list[tuple[Entry, Candidate]] = []
        for entry, made in workshop.make(self._entries()):
            if isinstance(made, Problem):
                self._fail(entry.number, entry.source, made, entry.weight)
                continue
            batch.append((entry, made))
            if len(batch) == BATCH:
                self._store(batch)
                batch = []
        self._store(batch)
        self._on_progress(Progress(self._total, self._total, self._people, ""))
        return [outcome for _, outcome in sorted(self._outcomes, key=lambda pair: pair[0])]

    def _entries(self) -> Iterator[Entry]:
        """Yield the people that must be built; whatever else is met becomes an outcome at once."""
        intake = Intake(self._known, self._owners())
        for source, size, load in self._sources:
            try:
                for entry in intake.entries(source, load()):
                    self._number += 1
                    if isinstance(entry, Problem):
                        self._fail(self._number, source, entry, 0)
                    elif intake.is_unchanged(entry):
                        self._add(
                            self._number,
                            Outcome(source, "unchanged", entry.candidate_id),
                            entry.weight,
                        )
                    else:
                        yield msgspec.structs.replace(entry, number=self._number)
            except UnreadableError as error:
                self._number += 1
                self._fail(self._number, source, Problem("", str(error)), size)

    def _owners(self) -> dict[str, str]:
        """Return id → source of the people whose ids several files of this run would take."""
        stems = Counter(safe_id(PurePath(source.name).stem) for source in self._sources)
        shared = [stem for stem, count in stems.items() if count > 1 and stem in self._known]
        here = {source.name for source in self._sources}
        held = self._index.get(self._tenant, shared) if shared else {}
        return {i: person.source for i, person in held.items() if person.source in here}

    def _store(self, batch: list[tuple[Entry, Candidate]]) -> None:
        if not batch:
            return
        people = self._apart(batch)
        stored = self._index.upsert(self._tenant, people)
        for (entry, _), person, put in zip(batch, people, stored, strict=True):
            self._known[person.candidate_id] = person.content_hash
            self._add(entry.number, self._outcome(person, put), entry.weight)

    def _outcome(self, person: Candidate, put: Upserted) -> Outcome:
        twin = self._twins.setdefault(person.content_hash, person.candidate_id)
        twins = dict.fromkeys((*put.duplicates, twin))
        twins.pop(person.candidate_id, None)
        return Outcome(
            person.source,
            put.outcome,
            person.candidate_id,
            warnings=person.warnings,
            duplicates=tuple(twins),
        )

    def _apart(self, batch: list[tuple[Entry, Candidate]]) -> list[Candidate]:
        """Return the people of a batch; a file never replaces someone of another name by chance.

        Two people may each call their file `cv.pdf`: the second gets an id of its own.
        """
        doubtful = [
            e.candidate_id for e, _ in batch if not e.is_named and e.candidate_id in self._known
        ]
        held = self._index.get(self._tenant, doubtful) if doubtful else {}
        people = []
        for _, person in batch:
            other = held.get(person.candidate_id)
            moved = self._uploaded or (other is not None and other.source != person.source)
            if other and moved and _differ(other.identity, person.identity):
                mark = _mark(person.identity) if self._uploaded else person.source
                own = apart(person.candidate_id, mark)
                person = msgspec.structs.replace(person, candidate_id=own)
            people.append(person)
        return people

    def _fail(self, number: int, source: str, problem: Problem, weight: int) -> None:
        message = sentence(source, problem.part, problem.message)
        self._add(number, Outcome(source, "failed", message=message), weight)

    def _add(self, number: int, outcome: Outcome, weight: int) -> None:
        self._outcomes.append((number, outcome))
        self._done = min(self._total, self._done + weight)
        self._people += bool(outcome.candidate_id)
        self._on_progress(Progress(self._done, self._total, self._people, outcome.source))


def _mark(identity: Identity) -> str:
    """Return what stays the same when a person sends a newer file: e-mail, else name."""
    return next(iter(identity.emails), identity.name).casefold()


def _differ(one: Identity, other: Identity) -> bool:
    """Return whether two identities are surely not the same person."""
    if set(one.emails) & set(other.emails):
        return False
    return bool(one.name and other.name and one.name.casefold() != other.name.casefold())
