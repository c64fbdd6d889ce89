"""One person in many PDF layouts: which fields each layout yields right, as a table.

    python -m tests.benchmarks.layouts FOLDER

FOLDER holds the PDFs and one YAML file that says what is true, in the form of RenderCV (`cv`,
`sections`, in it `experience`, `education`, `skills`).
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tools.candidates import Profile
from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate
from tools.ingest.readers import read_file
from tools.ingest.records import Problem
from tools.vocabulary.degrees import find_degrees
from tools.vocabulary.skills import canonical_skill

TODAY = date(2026, 11, 1)


def main() -> None:
    """Print the table; exit with 1 when a field is wrong in any layout."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        raise SystemExit("Name the folder: python -m tests.benchmarks.layouts FOLDER")
    folder = Path(sys.argv[1])
    truth = _truth(folder)
    columns = {path.stem: _fields(_read(path)) for path in sorted(folder.glob("*.pdf"))}
    wrong = 0
    for number, name in enumerate(columns, 1):
        print(f"{number:>2} {name}")
    print(f"\n{'field':<34}" + "".join(f"{number:>5}" for number in range(1, len(columns) + 1)))
    for field, expected in truth.items():
        marks = ["ok" if read.get(field) == expected else "NO" for read in columns.values()]
        wrong += marks.count("NO")
        print(f"{field:<34}" + "".join(f"{mark:>5}" for mark in marks))
        for name, read in columns.items():
            if read.get(field) != expected:
                print(f"    {name}: {read.get(field)!r}, not {expected!r}")
    print(f"\n{len(truth) * len(columns) - wrong} of {len(truth) * len(columns)} right")
    raise SystemExit(1 if wrong else 0)


def _read(path: Path) -> Profile:
    read = read_file(path.name, path.read_bytes())[0]
    if isinstance(read, Problem):
        raise SystemExit(f"{path.name}: {read.message}")
    text, _ = normalise(read.text)
    return build_candidate("x", text, source=path.name, content_hash="", today=TODAY).profile


def _fields(profile: Profile) -> dict[str, Any]:
    """Return what a profile says, under the names of the table's rows."""
    fields: dict[str, Any] = {
        "headline": profile.headline,
        "location": profile.location and (profile.location.city, profile.location.region),
        "positions": len(profile.positions),
        "degrees": len(profile.education),
        "years of experience": profile.years_experience,
    }
    for number, p in enumerate(profile.positions, 1):
        fields[f"position {number} title"] = p.title
        fields[f"position {number} employer"] = p.employer
        fields[f"position {number} dates"] = (p.begin, "now" if p.current else p.finish)
    for number, e in enumerate(profile.education, 1):
        fields[f"degree {number} level and field"] = (e.level, e.field)
        fields[f"degree {number} institution"] = e.institution
        fields[f"degree {number} year"] = e.year
    known = {skill.value for skill in profile.skills}
    fields |= {f"skill {name}": True for name in known}
    return fields


def _truth(folder: Path) -> dict[str, Any]:
    [path] = sorted(folder.glob("*.yaml"))
    cv = yaml.safe_load(path.read_text(encoding="utf-8"))["cv"]
    jobs, degrees = cv["sections"]["experience"], cv["sections"]["education"]
    city, _, region = cv["location"].partition(", ")
    fields: dict[str, Any] = {
        "headline": jobs[0]["position"],
        "location": (city, region),
        "positions": len(jobs),
        "degrees": len(degrees),
        "years of experience": _years(jobs),
    }
    for number, job in enumerate(jobs, 1):
        fields[f"position {number} title"] = job["position"]
        fields[f"position {number} employer"] = job["company"]
        fields[f"position {number} dates"] = (_month(job["start_date"]), _finish(job["end_date"]))
    for number, degree in enumerate(degrees, 1):
        level = find_degrees(f"{degree['degree']} in {degree['area']}")[0].level
        fields[f"degree {number} level and field"] = (level, degree["area"])
        fields[f"degree {number} institution"] = degree["institution"]
        fields[f"degree {number} year"] = _month(degree["end_date"])[:4]
    for row in cv["sections"]["skills"]:
        for skill in row["details"].split(", "):
            fields[f"skill {canonical_skill(skill) or skill}"] = True
    return fields


def _years(jobs: list[dict[str, Any]]) -> float:
    months: set[int] = set()
    for job in jobs:
        finish = _finish(job["end_date"])
        last = f"{TODAY:%Y-%m}" if finish == "now" else finish
        months.update(range(_number(_month(job["start_date"])), _number(last) + 1))
    return round(len(months) / 12, 1)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:])


def _month(value: object) -> str:
    return str(value)[:7]


def _finish(value: object) -> str:
    return "now" if value == "present" else _month(value)


if __name__ == "__main__":
    main()
