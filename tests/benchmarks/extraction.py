"""Precision and recall of what is read out of résumés, against annotations made by hand.

    python -m tests.benchmarks.extraction CORPUS ANNOTATIONS [--split NAME] [--show]

CORPUS is JSONL with `candidate_id` and `text`. ANNOTATIONS is JSONL with `candidate_id`,
`headline`, `positions` (title, employer, start, end, current), `education` (level, field),
`certifications`, `languages`, `location`, `skills`, and optionally `split` and `wrong` (read skills
that a person who looked at them calls wrong).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from tools.candidates import Position, Profile
from tools.evidence.periods import months_covered
from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate
from tools.vocabulary.certifications import canonical_certification
from tools.vocabulary.matcher_tokens import fold_phrase
from tools.vocabulary.skills import broader, canonical_skill

TODAY = date(2026, 11, 26)


class Count:
    """How many were right among those read and among those there."""

    def __init__(self) -> None:
        self.right = self.read = self.there = 0
        self.missed: list[str] = []
        self.extra: list[str] = []

    def add(self, who: str, read: Iterable[Any], there: Iterable[Any]) -> None:
        """Count one person's values, repeated ones as often as they stand."""
        left, wanted = list(read), list(there)
        self.read += len(left)
        self.there += len(wanted)
        for value in wanted:
            if value in left:
                left.remove(value)
                self.right += 1
            else:
                self.missed.append(f"{who} {value}")
        self.extra += [f"{who} {value}" for value in left]

    def row(self) -> str:
        """Return precision, recall and the counts as the cells of a table."""
        precision = self.right / self.read if self.read else 1.0
        recall = self.right / self.there if self.there else 1.0
        return f"{precision:>9.3f} {recall:>9.3f} {self.right:>6} {self.read:>6} {self.there:>6}"


def main() -> None:
    """Print a row for each field."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("annotations", type=Path)
    parser.add_argument("--split", default="", help="Count only annotations of this split.")
    parser.add_argument("--show", action="store_true", help="List the misses.")
    options = parser.parse_args()
    rows = [r for r in _rows(options.annotations) if options.split in ("", r.get("split"))]
    texts = {row["candidate_id"]: row["text"] for row in _rows(options.corpus)}
    counts: dict[str, Count] = defaultdict(Count)
    for row in rows:
        _count(counts, row, _profile(row["candidate_id"], texts[row["candidate_id"]]))
    print(f"{len(rows)} résumés\n{'field':<34}{'precision':>9} {'recall':>9}  right   read  there")
    for name, count in counts.items():
        print(f"{name:<34}{count.row()}")
        if options.show:
            print("".join(f"    missed {value}\n" for value in count.missed), end="")
            print("".join(f"    extra  {value}\n" for value in count.extra), end="")


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _profile(candidate_id: str, raw: str) -> Profile:
    text, _ = normalise(raw)
    return build_candidate(candidate_id, text, source="", content_hash="", today=TODAY).profile


def _count(counts: dict[str, Count], row: dict[str, Any], profile: Profile) -> None:
    who = row["candidate_id"]
    jobs = row["positions"]
    counts["headline"].add(who, [_plain(profile.headline)], [_plain(row["headline"])])
    counts["positions: period"].add(
        who,
        [(p.begin, p.finish) for p in profile.positions],
        [(j["start"], j["end"]) for j in jobs],
    )
    counts["positions: period and title"].add(
        who,
        [(p.begin, p.finish, _plain(p.title)) for p in profile.positions],
        [(j["start"], j["end"], _plain(j["title"])) for j in jobs],
    )
    counts["positions: employer"].add(
        who,
        [_plain(p.employer) for p in profile.positions if p.employer],
        [_plain(j["employer"]) for j in jobs if j["employer"]],
    )
    years = _years(jobs)
    close = profile.years_experience is not None and abs(profile.years_experience - years) <= 1
    counts["years of experience (within 1)"].add(
        who, [years if close else profile.years_experience], [years]
    )
    degrees = row["education"]
    counts["education: level"].add(
        who, [e.level for e in profile.education], [e["level"] for e in degrees]
    )
    counts["education: level and field"].add(
        who,
        [(e.level, _plain(e.field)) for e in profile.education],
        [(e["level"], _plain(e["field"])) for e in degrees],
    )
    read = {fact.value for fact in profile.certifications}
    counts["certifications"].add(who, sorted(read), sorted(_certified(row["certifications"])))
    counts["languages"].add(who, [x.name for x in profile.languages], row["languages"])
    place = profile.location
    lives = [place.city or place.region or place.country] if place else []
    counts["location"].add(who, lives, [row["location"]] if row["location"] else [])
    _count_skills(counts, row, profile)


def _certified(names: list[str]) -> set[str]:
    return {canonical_certification(name) or name for name in names}


def _count_skills(counts: dict[str, Count], row: dict[str, Any], profile: Profile) -> None:
    who = row["candidate_id"]
    read = {fact.value for fact in profile.skills} | {fact.value for fact in profile.certifications}
    shown = {wide for value in read for wide in broader(value)} | read
    wanted = {canonical_skill(s) or canonical_certification(s) or s for s in row["skills"]}
    skills = {fact.value for fact in profile.skills}
    counts["skills a reader lists: recall"].add(who, sorted(wanted & shown), sorted(wanted))
    wrong = set(row.get("wrong", ())) & skills
    counts["skills read: precision (judged)"].add(who, sorted(skills), sorted(skills - wrong))
    counts["  skills nobody can name"].add(
        who, [], sorted(s for s in wanted if not canonical_skill(s) and s not in shown)
    )


def _plain(value: str) -> str:
    return fold_phrase(value)


def _years(jobs: list[dict[str, Any]]) -> float:
    positions = [
        Position(title=j["title"], begin=j["start"], finish=j["end"], current=j["current"])
        for j in jobs
    ]
    return round(months_covered(positions, f"{TODAY:%Y-%m}") / 12, 1)


if __name__ == "__main__":
    main()
