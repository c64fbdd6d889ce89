"""Keeps what plays gave, and tells a later run what has changed: tools, wishes, people, words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from agent.scripts.loading import ScriptError
from agent.scripts.playing import Played
from agent.scripts.report import turn_data
from tools.whole_file import write_whole

_VERSION = 1
_COMPARED = ("tools", "criteria", "shown", "shortlist", "answer")
_CALLED = {"criteria": "wishes", "shown": "people", "answer": "words"}


def record(plays: Sequence[Played], path: Path) -> None:
    """Write what the plays gave to `path`, whole or not at all; raises UnwritableError."""
    kept = {
        "version": _VERSION,
        "plays": {play.name: [_kept(turn_data(turn)) for turn in play.turns] for play in plays},
    }
    write_whole(path, msgspec.json.format(msgspec.json.encode(kept)).decode() + "\n")


def changes(plays: Sequence[Played], path: Path) -> list[str]:
    """Return a sentence for each thing that differs from what `path` holds; raises ScriptError."""
    before = _read(path)
    told: list[str] = []
    for play in plays:
        if play.name not in before:
            told.append(f"{play.name}: not in the record")
            continue
        told += _between(play.name, before[play.name], [turn_data(turn) for turn in play.turns])
    played = {play.name for play in plays}
    told += [f"{name}: in the record, and not played" for name in before if name not in played]
    return told


def _read(path: Path) -> Mapping[str, list[dict[str, Any]]]:
    try:
        kept = msgspec.json.decode(path.read_bytes())
        if kept["version"] == _VERSION:
            plays: Mapping[str, list[dict[str, Any]]] = kept["plays"]
            return plays
    except OSError as error:
        raise ScriptError(f"{path} cannot be read ({error.strerror}): check the path.") from error
    except (msgspec.DecodeError, KeyError, TypeError, RecursionError) as error:
        raise ScriptError(f"{path} is no record: make one with --record {path}.") from error
    raise ScriptError(f"{path} was recorded by another version: make it anew with --record.")


def _kept(turn: Mapping[str, Any]) -> dict[str, Any]:
    return {key: turn[key] for key in ("said", *_COMPARED)}


def _between(
    name: str, before: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    if len(before) != len(now):
        yield f"{name}: {len(before)} turns before, {len(now)} now"
    for number, (old, new) in enumerate(zip(before, now, strict=False), start=1):
        if old["said"] != new["said"]:
            yield f"{name}: turn {number} says {new['said']!r}, said {old['said']!r}"
            continue
        for key in _COMPARED:
            if old[key] != new[key]:
                what = _CALLED.get(key, key)
                yield f"{name}: turn {number}, {what}: {_change(old[key], new[key])}"


def _change(old: Any, new: Any) -> str:
    """Return a difference in few words: what came, what went, or that the order changed."""
    if isinstance(old, list) and all(isinstance(each, str) for each in (*old, *new)):
        came = [f"+{each}" for each in new if each not in old]
        went = [f"-{each}" for each in old if each not in new]
        return " ".join(came + went) or f"order {', '.join(old)} → {', '.join(new)}"
    return f"{old!r} → {new!r}"
