"""Plain text stays as it is; Markdown loses its marks and keeps its words."""

from __future__ import annotations

import pytest

from tools.ingest.readers.plain import read_markdown, read_text
from tools.ingest.records import Text


def _words(data: str) -> str:
    (read,) = read_markdown(data.encode())
    assert isinstance(read, Text)
    return read.text.strip()


def test_plain_text_is_not_touched() -> None:
    assert read_text(b"# not a heading *here*") == [Text("# not a heading *here*")]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("# Ana Berg\n## Skills ##", "Ana Berg\n\nSkills"),
        ("**Chef** at *Lumen* and __Sol__, ***late***", "Chef at Lumen and Sol, late"),
        ("snake_case_name and 3 * 4 * 5", "snake_case_name and 3 * 4 * 5"),
        ("- one\n- two", "- one\n- two"),
        ("[site](https://a.example/x)", "site (https://a.example/x)"),
        ("[me@a.example](mailto:me@a.example)", "me@a.example"),
        ("![photo](me.png) Ana", "photo Ana"),
        ("Use `pytest` daily", "Use pytest daily"),
        ("a\n\n---\n\nb", "a\n\n\n\nb"),
        ("| Tool | Years |\n|---|---:|\n| Go | 4 |", "Tool  Years\n\nGo  4"),
        ("<!-- hidden -->Seen<br>Below <b>bold</b>", "Seen\nBelow bold"),
        ("---\nname: Ana\n---\n# CV", "name: Ana\n\nCV"),
        ("> quoted", "quoted"),
    ],
)
def test_markdown_keeps_the_words_without_the_marks(marked: str, words: str) -> None:
    assert _words(marked) == words
