"""The tables of phrases hold what a reader asks for, and nothing that nobody reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.ingest.phrases import listed, phrases

SOURCES = Path(__file__).parents[3] / "tools" / "ingest"
COUNTED = {"columns", "dates", "degrees"}
"""Tables whose keys are fields, numbers of months and levels: read whole."""
TABLES = sorted({f.stem for f in (SOURCES / "phrases").glob("*.tsv")} - COUNTED)


def asked_for(table: str) -> set[str]:
    keys: set[str] = set()
    for file in SOURCES.rglob("*.py"):
        source = file.read_text("utf-8")
        keys |= set(re.findall(rf'listed\("{table}", "([^"]+)"\)', source))
        if f'phrases("{table}")' in source:
            keys |= set(re.findall(r"""(?:_SAID|said)\[["']([^"']+)["']\]""", source))
    return keys


@pytest.mark.parametrize("table", TABLES)
def test_every_key_of_a_table_is_asked_for_and_no_other(table: str) -> None:
    assert set(phrases(table)) == asked_for(table)


def test_words_under_a_key_are_told_one_by_one() -> None:
    assert {"maintain", "greet"} <= listed("career", "duty")
    assert not any("|" in word for word in listed("career", "duty"))
