"""Whether a name changes anything: the same résumés under many names, compared to the bit.

    python -m tests.benchmarks.name_swap NAMES_FOLDER [--searched N]

NAMES_FOLDER holds JSON files, each an object of groups with lists of names. Every name is put on
every résumé; text, profile and passages are compared. N names a group (5 unless said) are indexed
too and their vectors and scores compared.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.data.swapped import TEMPLATES, left_over, person
from tools.candidates import Candidate
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM
from tools.request import read_request

REQUESTS = (
    "registered nurses with ICU experience in Texas",
    "senior accountants who know QuickBooks, 5+ years",
    "backend engineers with Go or Python in Berlin",
    "chefs with menu planning and food safety",
)
REFERENCE = "Jane Roe"


def main() -> None:
    """Print what differs by group; exit with 1 when anything does."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", type=Path)
    parser.add_argument("--searched", type=int, default=5, help="Names a group to index, 5.")
    options = parser.parse_args()
    groups = dict(_groups(options.names))
    if not groups:
        parser.error(f"{options.names} holds no *.json with lists of names.")
    wrong = 0
    print(f"{'group':<28}{'names':>7}{'résumés':>9}{'differ':>8}{'left over':>11}")
    for group, names in groups.items():
        differ, left = _compare(names)
        wrong += differ + left
        print(f"{group:<28}{len(names):>7}{len(names) * len(TEMPLATES):>9}{differ:>8}{left:>11}")
    chosen = [name for names in groups.values() for name in names[: options.searched]]
    differ = _search(chosen)
    print(f"\n{len(chosen)} names indexed and searched: vectors or scores differ under {differ}")
    raise SystemExit(1 if wrong or differ else 0)


def _groups(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(folder.glob("*.json")):
        for group, names in json.loads(path.read_text(encoding="utf-8")).items():
            yield f"{path.stem} {group}", [name.title() for name in names]


def _read(candidate: Candidate) -> tuple[object, ...]:
    return candidate.text, candidate.profile, candidate.passages


def _compare(names: list[str]) -> tuple[int, int]:
    differ = left = 0
    for trade in TEMPLATES:
        reference = _read(person(trade, REFERENCE))
        for name in names:
            read = person(trade, name)
            if _read(read) != reference:
                differ += 1
                print(f"  differs: {trade} of {name}")
            elif left_over(read, name):
                left += 1
                print(f"  left over: {left_over(read, name)} in {trade}")
    return differ, left


def _search(names: list[str]) -> int:
    """Return under how many names a vector or a score is not what it is under another one."""
    embedder = MiniLM()
    reference = _found(REFERENCE, embedder)
    return sum(_found(name, embedder) != reference for name in names)


def _found(name: str, embedder: MiniLM) -> tuple[bytes, list[object]]:
    """Return the vectors of all résumés under a name, and what searches find among them."""
    people = [person(trade, name) for trade in TEMPLATES]
    texts = [p.text[s.start : s.end] for p in people for s in p.passages]
    with tempfile.TemporaryDirectory() as folder:
        index = LocalIndex(Path(folder), embedder)
        index.upsert("audit", people)
        pools = [index.search("audit", read_request(r).criteria, limit=100) for r in REQUESTS]
    return embedder.vectors(texts).tobytes(), [(pool.ids, pool.scores) for pool in pools]


if __name__ == "__main__":
    main()
