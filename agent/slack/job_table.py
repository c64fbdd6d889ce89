"""Jobs in one SQLite file: kept under their key, taken one at a time for each thread.

The row of a job is also the mark that its key was seen, and stays for KEPT_SECONDS when the job is
done. So there is no moment in which a key counts as seen and its job is not kept: a process that
dies before the row is written has not answered Slack, which sends again; one that dies after it
leaves a row that the next one takes. A row that is taken belongs to its taker for LEASE_SECONDS
and comes back unless the lease is renewed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from agent.slack.jobs import Job, decode, encode
from tools.index.sqlite import Database

LEASE_SECONDS = 20.0
KEPT_SECONDS = 2 * 86_400.0
DEAD_SECONDS = 14 * 86_400.0
_DEAD = "state='dead'"
_MIGRATIONS = (
    """
CREATE TABLE jobs (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  team TEXT NOT NULL,
  lane TEXT NOT NULL,
  said REAL NOT NULL,
  body BLOB NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting',
  kept REAL NOT NULL,
  due REAL NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  fault TEXT NOT NULL DEFAULT '',
  UNIQUE (team, key)
);
CREATE INDEX jobs_open ON jobs (due) WHERE state IN ('waiting', 'running');
CREATE INDEX jobs_lane ON jobs (lane, said, number) WHERE state IN ('waiting', 'running');
CREATE INDEX jobs_old ON jobs (due) WHERE state IN ('done', 'dead')
""",
)
# `due` is when a waiting job may begin, when the lease of a running one ends, and when a row that
# is done or dead is removed. Nothing of a thread begins before what was said in it earlier.
_NEXT = """
SELECT number, body, attempts, kept FROM jobs AS this
WHERE state IN ('waiting', 'running') AND due <= :now AND NOT EXISTS (
  SELECT 1 FROM jobs AS other WHERE other.lane = this.lane AND other.number <> this.number
  AND (other.state = 'running' AND other.due > :now
    OR other.state IN ('waiting', 'running')
      AND (other.said, other.number) < (this.said, this.number)))
ORDER BY said, number LIMIT 1
"""


class Taken(msgspec.Struct, frozen=True):
    """A job that was taken, for the `attempt`th time, counted from 1; `kept` is since when."""

    number: int
    job: Job
    attempt: int
    kept: float


class Dead(msgspec.Struct, frozen=True):
    """A job that was given up at `at`, in seconds since 1970, and the name of what went wrong.

    `job` is None where the row cannot be read.
    """

    number: int
    job: Job | None
    fault: str
    at: float


class JobTable:
    """The rows; `now` gives seconds since 1970. Raises DatabaseError on opening.

    Used from one thread. What is put is on the disk before the call returns; what becomes of it
    later is not waited for: after a power cut a job may come back that was done.
    """

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._database = Database(path, _MIGRATIONS)
        self._now = now

    def put(self, jobs: Sequence[Job]) -> list[bool]:
        """Keep jobs, all or none of them; return for each whether its key was new."""
        now = self._now()
        # Slack forgets what was acknowledged, so the row must outlive a power cut too.
        self._database.read().execute("PRAGMA synchronous=FULL")
        with self._database.write() as db:
            db.execute("DELETE FROM jobs WHERE state IN ('done', 'dead') AND due <= ?", (now,))
            return [
                bool(
                    db.execute(
                        "INSERT INTO jobs (key, team, lane, said, body, kept, due)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        (job.key, job.place.team, job.lane, job.said, encode(job), now, now),
                    ).rowcount
                )
                for job in jobs
            ]

    def take(self) -> Taken | None:
        """Take the job that was said first of those that may begin, for LEASE_SECONDS."""
        now = self._now()
        self._database.read().execute("PRAGMA synchronous=NORMAL")
        with self._database.write() as db:
            row = db.execute(_NEXT, {"now": now}).fetchone()
            if row is None:
                return None
            db.execute(
                "UPDATE jobs SET state='running', due=?, attempts=attempts+1 WHERE number=?",
                (now + LEASE_SECONDS, row[0]),
            )
        return Taken(row[0], decode(row[1]), row[2] + 1, row[3])

    def renew(self, taken: Taken) -> None:
        """Keep a job for another LEASE_SECONDS."""
        self._move(taken, "running", LEASE_SECONDS)

    def later(self, taken: Taken, wait: float, *, counts: bool) -> None:
        """Give a job back to be taken in `wait` seconds; an attempt counts only when told."""
        self._move(taken, "waiting", wait, attempts=taken.attempt - (not counts))

    def done(self, taken: Taken) -> None:
        """Forget what a job was and remember that its key is done."""
        self._move(taken, "done", KEPT_SECONDS, body=b"")

    def dead(self, taken: Taken, fault: str) -> None:
        """Put a job aside for DEAD_SECONDS."""
        self._move(taken, "dead", DEAD_SECONDS, fault=fault)

    def wait(self) -> float | None:
        """Return the seconds until another job may begin by the clock alone, None for never."""
        now = self._now()
        row = self._database.read().execute(
            "SELECT min(due) FROM jobs WHERE state IN ('waiting', 'running') AND due > ?", (now,)
        )
        first: float | None = row.fetchone()[0]
        return None if first is None else first - now

    def age(self, taken: Taken) -> float:
        """Return the seconds since a job was kept."""
        return self._now() - taken.kept

    def unfinished(self) -> int:
        """Return how many jobs wait or are being done."""
        row = self._database.read().execute(
            "SELECT count(*) FROM jobs WHERE state IN ('waiting', 'running')"
        )
        return int(row.fetchone()[0])

    def dead_letters(self) -> list[Dead]:
        """Return the jobs that were given up, the oldest first."""
        rows = self._database.read().execute(
            f"SELECT number, body, fault, due FROM jobs WHERE {_DEAD} ORDER BY number"
        )
        return [Dead(n, _readable(body), fault, due - DEAD_SECONDS) for n, body, fault, due in rows]

    def retry(self, number: int) -> bool:
        """Let a job that was given up begin again; return False when it is not there or readable.

        It counts as begun before, since some of its answer may have been told.
        """
        now = self._now()
        if not any(dead.number == number and dead.job for dead in self.dead_letters()):
            return False
        return self._change(number, _DEAD, state="waiting", due=now, kept=now, attempts=1, fault="")

    def drop(self, number: int) -> bool:
        """Forget what a job that was given up was; return False when it is not there."""
        return self._change(number, _DEAD, state="done", due=self._now() + KEPT_SECONDS, body=b"")

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _move(self, taken: Taken, state: str, seconds: float, **others: object) -> None:
        """Change a row that is still this taker's: another may have it when its lease was over."""
        self._database.read().execute("PRAGMA synchronous=NORMAL")
        still = f"state='running' AND attempts={taken.attempt:d}"
        self._change(taken.number, still, state=state, due=self._now() + seconds, **others)

    def _change(self, number: int, still: str, **named: object) -> bool:
        """Change a row as long as a condition holds; return False when it does not."""
        told = ", ".join(f"{name}=:{name}" for name in named)
        with self._database.write() as db:
            changed = db.execute(
                f"UPDATE jobs SET {told} WHERE number=:number AND {still}",
                named | {"number": number},
            )
        return bool(changed.rowcount)


def _readable(body: bytes | str) -> Job | None:
    try:
        return decode(body)
    except (msgspec.DecodeError, ValueError, TypeError, RecursionError):
        return None
