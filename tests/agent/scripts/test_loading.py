"""A script is read with its lines, and a mistake in it is named with the line it stands in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from agent.scripts.loading import ScriptError, find_scripts, runs_of
from agent.scripts.playing import chosen

Written = Callable[..., Path]

_BOMB = "script: one\na0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 9)
)
"""Nine aliases on each of eight levels: 43 million values in half a kilobyte."""


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "empty"),
        ("- a list", 1, "mapping"),
        ("script: one\nturns: [", 2, "not YAML"),
        ("script: one\nscript: two\nturns: [{say: hi}]", 2, "stands here and in line 1"),
        ("script: one\n", 1, "turns: this key is needed"),
        ("script: one\nturns: []", 2, "turns"),
        ("script: one\nturns:\n  - say: hi\n    expect: {abaut: [x]}", 4, "no such key"),
        (
            "script: one\nturns:\n  - say: hi\n    expect:\n      shown: {cuont: 1}",
            5,
            "no such key",
        ),
        ("script: one\nturns:\n  - say: why is #1 good", 3, "quotes"),
        ("script: one\nturns:\n  - say: hi {{who}}", 3, "{{who}} is not among the variables"),
        ("script: one\nturns:\n  - say: hi\n    expect: {text: {matches: '('}}", 4, "expression"),
        (
            "script: one\nturns:\n  - say: hi\n    expect:\n      tools: [serch_candidates]",
            5,
            "there is no tool 'serch_candidates', the tools are search_candidates, filter_cand",
        ),
        (
            "script: one\nturns:\n  - say: hi\n    expect:\n      tools: [{tool: guess}]",
            5,
            "there is no tool 'guess', the tools are search_candidates",
        ),
        (
            "script: one\ntable: [{tool: guess}]\nturns:\n  - say: hi\n    expect:\n"
            "      tools: ['{{tool}}']",
            6,
            "there is no tool 'guess'",
        ),
        ("script: one\nrepeat: 0\nturns: [{say: hi}]", 2, "repeat"),
        ("script: one\ntenant: NO!\nturns: [{say: hi}]", 2, "tenant"),
        ("script: one\ntoday: never\nturns: [{say: hi}]", 2, "today"),
        ("script: one\nturns:\n  - say: []\n", 3, "at least one"),
        ("script: one\nturns: []", 2, "turns should not be empty."),
        (
            "script: one\nturns:\n  - say: hi\n    expect:\n      shown: {atleast: 1}",
            5,
            "turns.0.expect.shown.atleast: there is no such key",
        ),
        (
            "script: x\nturns:\n  - say: hi\n    expect:\n      refused: true\n      tools: [undo]",
            4,
            "cannot hold",
        ),
        (
            "script: one\nturns:\n  - say: hi\n    expect:\n      shown: {at_least: 3, at_most: 2}",
            5,
            "cannot hold",
        ),
        (
            "script: one\nturns:\n  - say: hi\n    expect:\n"
            "      criteria: {contains: [a], lacks: [a]}",
            5,
            "cannot hold",
        ),
        ("script: one\nturns:\n  - say: hi\n    expect: {text: *x}", 4, "not YAML"),
        ("script: one\nturns: " + "[" * 50_000, 2, "nested too deeply: 50 levels are taken"),
        ("script: one\nturns: &t\n  - *t", 3, "*t stands inside of what it names"),
        (_BOMB, 7, "more than 100,000 values, aliases written out"),
    ],
)
def test_a_malformed_script_is_one_sentence_with_its_line(
    tmp_path: Path, text: str, line: int, told: str
) -> None:
    path = tmp_path / "bad.conversation.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScriptError) as caught:
        runs_of(path)
    assert str(caught.value).startswith(f"{path}:{line}:")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_rows_of_a_table_times_wordings_are_played(written: Written) -> None:
    path = written(
        """
        table:
          - {trade: nurse}
          - {trade: cook}
        turns:
          - say: ["find a {{trade}}", "any {{trade}} around?"]
            expect: {text: ["{{trade}}"]}
          - say: thanks
        """
    )
    runs = runs_of(path)
    assert [(r.label, r.says) for r in runs] == [
        ("1a", ("find a nurse", "thanks")),
        ("1b", ("any nurse around?", "thanks")),
        ("2a", ("find a cook", "thanks")),
        ("2b", ("any cook around?", "thanks")),
    ]
    assert runs[2].script.turns[0].expect.text == ["cook"]


def test_an_alias_repeats_what_its_anchor_names(written: Written) -> None:
    path = written("turns:\n  - &first {say: one}\n  - *first\n")
    assert [run.says for run in runs_of(path)] == [("one", "one")]


def test_turns_know_their_lines(written: Written) -> None:
    path = written("turns:\n  - say: one\n  - say: two\n")
    text = path.read_text(encoding="utf-8").splitlines()
    (run,) = runs_of(path)
    assert [text[line - 1].strip() for line in run.lines] == ["- say: one", "- say: two"]


def test_only_leaves_the_others_out_and_skip_leaves_itself_out(written: Written) -> None:
    turns = "turns: [{say: hi}]\n"
    plain = runs_of(written(turns, "plain"))
    skipped = runs_of(written(turns, "skipped", "skip: not today\n"))
    wanted = runs_of(written(turns, "wanted", "only: true\n"))
    assert chosen([*plain, *skipped]) == (plain, skipped)
    assert chosen([*plain, *wanted, *skipped]) == (wanted, [*plain, *skipped])


def test_paths_without_scripts_are_named(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match="does not exist"):
        find_scripts([tmp_path / "none.yaml"])
    with pytest.raises(ScriptError, match="holds no script"):
        find_scripts([tmp_path])


def test_bytes_that_are_no_text_are_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "bad.conversation.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ScriptError, match="UTF-8"):
        runs_of(path)


_scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=12)
_keys = st.sampled_from(["script", "turns", "say", "expect", "shown", "tools", "x", "finally"])
_trees = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=4),
    max_leaves=12,
)


@given(_trees)
def test_any_yaml_gives_runs_or_one_sentence_with_a_line(
    tmp_path_factory: pytest.TempPathFactory, tree: object
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.conversation.yaml"
    path.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    try:
        assert runs_of(path)
    except ScriptError as error:
        assert str(error).startswith(f"{path}:")
