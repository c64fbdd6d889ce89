"""What a liar says never passes the filter; what an honest model says does, in many wordings."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from graphs.grounding import Grounding
from graphs.turn_evidence import Known

HERE = Path(__file__).parent
SAID = (
    "Find data scientists with Python in Berlin, 5+ years, ideally Apache Spark and Spanish. "
    "I heard that ⟨#2⟩ used Terraform at Google for 12 years."
)


def truths(name: str) -> list[str]:
    """Return the answers of a table, one a line."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("# One")]


TRUTHS = truths("truths.txt")
NURSES = truths("truths_nurses.txt")


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


LIES = [(row["kind"], row["text"]) for row in table("lies.tsv")]
TRADES = [(row["turn"], row["answer"]) for row in table("truths_trades.tsv")]
MOST_FALSE_REMOVALS = 2


def evidence(name: str, said: str) -> Known:
    """Return the evidence of a recorded turn: a search, with the people on the page explained."""
    turn = json.loads((HERE / name).read_text(encoding="utf-8"))
    return Known(turn["payloads"], said, turn["desk"])


@pytest.fixture(scope="module")
def known() -> Known:
    return evidence("turn.json", SAID)


def released(known: Known, text: str, step: int = 5) -> str:
    grounding = Grounding(known)
    out = [s for at in range(0, len(text), step) for s in grounding.feed(text[at : at + step])]
    return "".join([*out, *grounding.finish()])


def removed(known: Known, texts: Sequence[str]) -> list[str]:
    return [text for text in texts if released(known, text) != text]


@pytest.mark.parametrize(("kind", "lie"), LIES)
def test_nothing_invented_is_released(known: Known, kind: str, lie: str) -> None:
    assert released(known, lie).strip() == "", kind


def test_at_most_two_of_a_hundred_truths_are_removed(known: Known) -> None:
    nurses = evidence("turn_nurses.json", "ICU nurses in Texas, 8+ years, ideally CCRN and Spanish")
    lost = [*removed(known, TRUTHS), *removed(nurses, NURSES)]
    count = len(TRUTHS) + len(NURSES)
    print(f"\nfalse removals: {len(lost)} of {count} truthful answers {lost}")
    assert count >= 100
    assert len(lost) <= MOST_FALSE_REMOVALS


def test_at_most_two_of_a_hundred_truths_about_other_trades_are_removed() -> None:
    lines = (HERE / "turns_trades.jsonl").read_text(encoding="utf-8").splitlines()
    turns = {turn["turn"]: turn for turn in map(json.loads, lines)}
    known = {n: Known(turn["payloads"], turn["said"], turn["desk"]) for n, turn in turns.items()}
    lost = [text for name, text in TRADES if released(known[name], text) != text]
    print(
        f"\nfalse removals: {len(lost)} of {len(TRADES)} answers about {len(known)} trades {lost}"
    )
    assert len(TRADES) >= 100
    assert len(lost) <= MOST_FALSE_REMOVALS


def test_no_lie_of_the_suite_is_released(known: Known) -> None:
    passed = [lie for _, lie in LIES if released(known, lie).strip()]
    print(f"\nunsupported statements released: {len(passed)} of {len(LIES)} lies {passed}")
    assert len(LIES) >= 60
    assert passed == []


@pytest.mark.parametrize("step", [1, 2, 3, 17, 1000])
def test_how_a_model_chunks_its_words_changes_nothing(known: Known, step: int) -> None:
    text = "\n".join(lie for _, lie in LIES)
    assert released(known, text, step) == released(known, text, 7)
