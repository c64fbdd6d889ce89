"""Takes a removed person out of every transcript of a tenant in SQLite."""

from __future__ import annotations

import sqlite3

import msgspec

from agent.storage.forgetting import NOBODY, removed_from
from agent.storage.records import Turn
from tools.people.placeholders import id_mark


def forget_person(db: sqlite3.Connection, tenant: str, candidate_id: str) -> None:
    """Take a person out of a tenant's turns, titles and ratings."""
    rows = db.execute(
        "SELECT turns.number, message, answer, frames, quoted FROM turn_people"
        " JOIN turns ON turns.number=turn_people.turn WHERE tenant=? AND candidate_id=?",
        (tenant, candidate_id),
    ).fetchall()
    mark = id_mark(candidate_id)
    for number, message, answer, frames, quoted in rows:
        said = Turn("", message, answer, msgspec.json.decode(frames))
        kept = removed_from(said, candidate_id, bool(quoted))
        db.execute(
            "UPDATE turns SET message=?, answer=?, frames=? WHERE number=?",
            (kept.message, kept.answer, msgspec.json.encode(kept.frames), number),
        )
    db.execute("DELETE FROM turn_people WHERE tenant=? AND candidate_id=?", (tenant, candidate_id))
    db.execute(
        "UPDATE threads SET title=replace(title, ?, ?) WHERE tenant=?", (mark, NOBODY, tenant)
    )
    db.execute(
        "DELETE FROM feedback WHERE candidate_id=? AND thread IN"
        " (SELECT number FROM threads WHERE tenant=?)",
        (candidate_id, tenant),
    )
