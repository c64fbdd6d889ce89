"""A book holds what the readers ask of it: no meaning that none asks for, and none is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agent.offline.phrasebook import phrasebook

OFFLINE = Path(__file__).resolve().parents[3] / "agent" / "offline"
READERS = [
    f for f in sorted(OFFLINE.rglob("*.py")) if "_SAID = phrasebook(" in f.read_text("utf-8")
]


@pytest.mark.parametrize("reader", READERS, ids=lambda f: f.stem)
def test_a_reader_asks_for_each_meaning_of_its_book_and_for_no_other(reader: Path) -> None:
    code = reader.read_text("utf-8")
    book = re.search(r'_SAID = phrasebook\("(\w+)"\)', code)
    assert book is not None
    assert set(re.findall(r'_SAID\["(\w+)"\]', code)) == set(phrasebook(book[1]))
