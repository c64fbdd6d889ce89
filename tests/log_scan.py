"""A pytest plugin that hears every log line of a run and fails the test that told of a person.

It knows all sample people and those of the tests: names, addresses, and any five words in a row
of a résumé. Loggers of ours are heard from DEBUG on, those of other libraries from INFO on.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import RESUMES

OURS = ("agent", "graphs", "tools", "prompts", "infra")
_SAMPLE = Path(__file__).parents[1] / "tools" / "sample" / "people"
_WORD = re.compile(r"[^\s,;:|()\[\]{}\"'“”]+")
_RUN = 5
_ORDINARY = set(vars(logging.makeLogRecord({}))) - {"msg", "args", "exc_info"}

Words = tuple[str, ...]


class Scan(logging.Handler):
    """Keeps what was told of people: logger, level and the words, never more of the line."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Read a record: its message, what was added to it, and the error it carries."""
        extra = [v for k, v in vars(record).items() if k not in _ORDINARY and k != "message"]
        found = people_in(f"{record.getMessage()} {extra}")
        if found:
            self.told.append(f"{record.name} {record.levelname}: {found}")

    def listen(self) -> None:
        """Hear all loggers; what a test did to them before is mended."""
        for name in OURS:
            logging.getLogger(name).setLevel(logging.DEBUG)
        root = logging.getLogger()
        root.setLevel(min(root.level, logging.INFO))
        for name, each in root.manager.loggerDict.items():
            # A tool that configures logging switches off what was there before.
            if isinstance(each, logging.Logger) and name.partition(".")[0] in OURS:
                each.disabled = False
        for name in ("", *OURS):
            logger = logging.getLogger(name)
            # First, as other handlers may change a record before they write it.
            logger.handlers[:] = [self, *(each for each in logger.handlers if each is not self)]

    def report(self) -> list[str]:
        """Return what was told since the last report."""
        told, self.told = list(dict.fromkeys(self.told)), []
        return told


def people_in(text: str) -> str:
    """Return the first words of a text that tell of a person the tests know, or nothing."""
    names, lines = secrets()
    words = [word.strip(".").casefold() for word in _WORD.findall(text)]
    for size, known in ((1, names), (2, names), (_RUN, lines)):
        found = next((run for run in _runs(words, size) if run in known), None)
        if found:
            return " ".join(found)
    return ""


@cache
def secrets() -> tuple[frozenset[Words], frozenset[Words]]:
    """Return (names and addresses, runs of words in a line) of everybody."""
    names: set[Words] = set()
    lines: set[Words] = set()
    for text in _texts():
        said = [[w.strip(".").casefold() for w in _WORD.findall(line)] for line in text.split("\n")]
        names |= {tuple(said[0][:2])} | {(w,) for line in said for w in line if "@" in w}
        lines |= {run for line in said for run in _runs(line, _RUN)}
    names |= {(text.split("\n")[0].split()[1].strip(",").casefold(),) for text in RESUMES.values()}
    return frozenset(names), frozenset(lines)


def _texts() -> Iterator[str]:
    yield from RESUMES.values()
    for file in sorted(_SAMPLE.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def _runs(words: Sequence[str], size: int) -> Iterator[Words]:
    return (tuple(words[at : at + size]) for at in range(len(words) - size + 1))


SCAN = Scan()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Listen, also where a test before took the handlers away."""
    SCAN.listen()
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: Any) -> Iterator[None]:
    """Fail the test in which a log line told of a person."""
    try:
        result = yield
    finally:
        told = SCAN.report()
    if told:
        pytest.fail("The log told of people: " + "; ".join(told), pytrace=False)
    return result
