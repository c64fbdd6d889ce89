"""A table of patterns is read as it is meant, and a broken line is named with what mends it."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tools.pattern_table import pattern_rows, patterns

PACKAGE = "tables_of_a_test"
ROOT = Path(__file__).resolve().parents[2]
READERS = [
    f
    for package in ("tools", "graphs", "agent")
    for f in sorted((ROOT / package).rglob("*.py"))
    if re.search(r"^_SAID = (?:patterns|phrasebook)\(", f.read_text("utf-8"), re.MULTILINE)
]


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / PACKAGE
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, PACKAGE, raising=False)
    return folder / "cues.tsv"


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("nice\tleft\t<ENT>", "name ENT on a line above it"),
        ("nice\tleft\t<MY_ENT>", "name MY_ENT on a line above it"),
        ("nice left (?:a|b)", "write 3 cells"),
        ("nice\tleft\t(a|b)", r"write \(\?: for a group"),
    ],
)
def test_a_broken_line_is_named_with_its_mend(table: Path, line: str, mend: str) -> None:
    table.write_text(f"must\tleft\tx\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=rf"cues\.tsv line 2: {mend}"):
        list(pattern_rows(PACKAGE, "cues.tsv"))


def test_empty_lines_are_passed_over_and_pieces_put_in(table: Path) -> None:
    table.write_text("=MY_END\t[.(]\n\n  \nnice\tx<MY_END>\n", encoding="utf-8")
    assert list(pattern_rows(PACKAGE, "cues.tsv")) == [(4, ["nice", "x[.(]"])]


def test_a_line_goes_on_behind_a_tab_and_lines_of_one_name_are_a_choice(table: Path) -> None:
    table.write_text("a\tx(?:y\n\t|z)\nb\tw\na\tq\n", encoding="utf-8")
    said = patterns(PACKAGE, "cues.tsv")
    assert list(said) == ["a", "b"]
    assert [word for word in ("xy", "XZ", "q", "x", "w") if said["a"].fullmatch(word)] == [
        "xy",
        "XZ",
        "q",
    ]


@pytest.mark.parametrize("reader", READERS, ids=lambda f: f.stem)
def test_a_reader_asks_for_each_name_of_its_table_and_for_no_other(reader: Path) -> None:
    name = ".".join(reader.relative_to(ROOT).with_suffix("").parts)
    source = reader.read_text("utf-8")
    asked, named = (
        set(re.findall(r"""_SAID\["([\w ]+)"\]""", source)),
        set(import_module(name)._SAID),
    )
    asks_for_all = re.search(r"_SAID(?:\.values\(|\[[a-z])", source)
    assert asked <= named if asks_for_all else asked == named
