"""Reads scripts: YAML with line numbers, so that a mistake is named with the place it stands in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml
from pydantic import ValidationError

from agent.input_errors import fault_in_words
from agent.scripts.script import Script
from agent.scripts.yaml_limits import LimitedLoader, TooMuch

SUFFIX = ".conversation.yaml"
_VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_RANK_COMMENT = re.compile(r"\s+(#\d+)")
_LARGEST = 1_000_000

Place = tuple[str | int, ...]


class ScriptError(Exception):
    """A script that cannot be played; the message names file, line and mend."""


class Run(msgspec.Struct, frozen=True):
    """One play of a script: `label` tells it from the others, `lines` where its turns stand."""

    script: Script
    path: Path
    label: str
    says: tuple[str, ...]
    lines: tuple[int, ...]


def find_scripts(paths: Sequence[Path]) -> list[Path]:
    """Return the files named, and those ending in SUFFIX below the folders named, sorted.

    Raises ScriptError for a path that does not exist and for a folder without scripts.
    """
    found: list[Path] = []
    for path in paths:
        below = sorted(path.rglob(f"*{SUFFIX}")) if path.is_dir() else [path]
        if not below:
            raise ScriptError(f"{path} holds no script: their names end in {SUFFIX}.")
        found += below
    missing = [path for path in found if not path.is_file()]
    if missing:
        raise ScriptError(f"{missing[0]} does not exist: check the path.")
    return list(dict.fromkeys(found))


def runs_of(path: Path) -> list[Run]:
    """Return every play a script asks for: rows of its table times wordings of its turns.

    Raises ScriptError.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ScriptError(f"{path} cannot be read as UTF-8 text: check the file.") from error
    if len(text) > _LARGEST:
        raise ScriptError(f"{path} has {len(text):,} characters, {_LARGEST:,} are taken: split it.")
    node = _composed(path, text)
    raw = _plain(path, node)
    if not isinstance(raw, dict):
        raise ScriptError(f"{path}:1: a script is a mapping that begins with 'script: …'.")
    shape = _checked(path, node, raw)
    return list(_runs(path, node, raw, shape))


def _composed(path: Path, text: str) -> yaml.Node:
    try:
        node = yaml.compose(text, Loader=LimitedLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        if isinstance(error, TooMuch):
            raise ScriptError(f"{path}:{line}: {error.problem}.") from error
        raise ScriptError(f"{path}:{line}: this is not YAML ({error.problem}).") from error
    except yaml.YAMLError as error:
        raise ScriptError(f"{path}:1: this is not YAML: check its characters.") from error
    if node is None:
        raise ScriptError(f"{path}:1: the script is empty: begin with 'script: …'.")
    _no_rank_in_comment(path, node, text.splitlines())
    return node


def _no_rank_in_comment(path: Path, node: yaml.Node, lines: Sequence[str]) -> None:
    """Raise ScriptError for "why is #1 good" without quotes, of which YAML reads "why is"."""
    for mapping in _mappings(node):
        for _, value in mapping.value:
            end = value.end_mark
            if not isinstance(value, yaml.ScalarNode) or value.style or end.line >= len(lines):
                continue
            lost = _RANK_COMMENT.match(lines[end.line], end.column)
            if lost:
                raise ScriptError(
                    f"{path}:{end.line + 1}: {lost[1]} begins a comment here: put the whole "
                    "message in quotes."
                )


def _plain(path: Path, node: yaml.Node) -> Any:
    """Return the data of a node; raises ScriptError for a key that stands twice."""
    for mapping in _mappings(node):
        seen: dict[str, int] = {}
        for key, _ in mapping.value:
            name, line = str(key.value), key.start_mark.line + 1
            if name in seen:
                raise ScriptError(
                    f"{path}:{line}: {name!r} stands here and in line {seen[name]}: keep one."
                )
            seen[name] = line
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise ScriptError(f"{path}:{line}: {error.problem}.") from error
    except ValueError as error:
        raise ScriptError(f"{path}:1: a value cannot be read ({error}).") from error


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value)


def _checked(path: Path, node: yaml.Node, raw: dict[str, Any]) -> Script:
    try:
        return Script.model_validate(raw)
    except ValidationError as error:
        faults = sorted(error.errors(), key=lambda f: -len(f["loc"]))
        extra = next((f for f in faults if f["type"] == "extra_forbidden"), None)
        fault = extra or faults[0]
        where: Place = tuple(p for p in fault["loc"] if not _is_union_tag(p))
        name = ".".join(str(p) for p in where)
        said = fault_in_words(name, fault)
        if fault["type"] == "extra_forbidden":
            mend = "check its spelling, or see `matcher converse --schema`"
            said = f"{name}: there is no such key: {mend}"
        elif fault["type"] == "missing":
            said = f"{name}: this key is needed"
        raise ScriptError(f"{path}:{line_of(node, where)}: {said}.") from error


def _is_union_tag(part: str | int) -> bool:
    """Return whether pydantic put this in a place to tell the members of a union apart."""
    return isinstance(part, str) and (
        part in {"str", "ToolExpected", "Listed", "ShownExpected", "TextExpected"}
        or part.startswith(("list[", "function-"))
    )


def line_of(node: yaml.Node, place: Place) -> int:
    """Return the line in which a place stands, or the nearest above it that does."""
    line = node.start_mark.line + 1
    for part in place:
        found = _child(node, part)
        if found is None:
            return line
        key, node = found
        line = key.start_mark.line + 1
    return line


def _child(node: yaml.Node, part: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def _runs(path: Path, node: yaml.Node, raw: dict[str, Any], shape: Script) -> Iterator[Run]:
    rows: list[dict[str, str]] = shape.table or [{}]
    wordings = max(len(_wordings(turn.say)) for turn in shape.turns)
    for (number, row), wording in itertools.product(enumerate(rows, 1), range(wordings)):
        values = {**shape.variables, **row}
        filled = _filled(path, node, raw, values)
        script = _checked(path, node, {**filled, "variables": {}, "table": []})
        told = [str(number)] if shape.table else []
        told += [chr(ord("a") + wording)] if wordings > 1 else []
        says, lines = [], []
        for at, turn in enumerate(script.turns):
            words = _wordings(turn.say)
            says.append(words[wording % len(words)])
            lines.append(line_of(node, ("turns", at)))
        yield Run(script, path, "".join(told), tuple(says), tuple(lines))


def _wordings(say: str | list[str]) -> list[str]:
    return say if isinstance(say, list) else [say]


def _filled(path: Path, node: yaml.Node, value: Any, values: Mapping[str, str]) -> Any:
    """Return the data with every {{name}} filled in, below `turns` and `finally`."""

    def fill(each: Any, place: Place) -> Any:
        if isinstance(each, dict):
            return {k: fill(v, (*place, k)) for k, v in each.items()}
        if isinstance(each, list):
            return [fill(v, (*place, at)) for at, v in enumerate(each)]
        if not isinstance(each, str):
            return each
        for name in _VARIABLE.findall(each):
            if name not in values:
                raise ScriptError(
                    f"{path}:{line_of(node, place)}: {{{{{name}}}}} is not among the variables: "
                    "add it under variables or table."
                )
        return _VARIABLE.sub(lambda match: values[match[1]], each)

    return {k: fill(v, (k,)) if k in ("turns", "finally") else v for k, v in value.items()}


SAMPLE_RUN = Run(
    Script.model_validate({"script": "the bundled sample", "turns": [{"say": "hello"}]}),
    Path("sample"),
    "",
    ("hello",),
    (1,),
)
"""A run of nothing in particular, over the bundled sample."""
