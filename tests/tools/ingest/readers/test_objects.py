"""JSON and JSONL give people or sentences: a broken line costs only itself."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.ingest.given_fields import GivenFields
from tools.ingest.readers.objects import read_json, read_lines
from tools.ingest.records import Problem, Text, UnreadableError


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


def test_lines_are_people_and_a_broken_line_is_named_and_survived() -> None:
    read = read_lines(b'{"candidate_id":"a","text":"Cook"}\n\n{"text": \n{"text":"Nurse"}\n')
    assert [r.part for r in read] == ["line 1", "line 3", "line 4"]
    assert isinstance(read[1], Problem)
    assert read[1].message.startswith("is not valid JSON (Expecting value at line 1, column 10)")
    assert [r.text for r in read if isinstance(r, Text)] == ["Cook", "Nurse"]


def test_a_record_may_carry_lists_and_numbers() -> None:
    (read,) = read_lines(
        _json(
            {
                "text": "Cook",
                "skills": ["grill", "HACCP"],
                "years_experience": 7,
                "rating": {"a": 1},
            }
        )
    )
    assert isinstance(read, Text)
    assert read.given == GivenFields(
        skills=("grill", "HACCP"), years_experience=7.0, extra={"rating": '{"a": 1}'}
    )


def test_a_list_of_records_and_lines_named_json_are_read_too() -> None:
    records = [{"text": "Cook"}, {"text": "Nurse"}]
    lines = b"\n".join(_json(record) for record in records)
    for read in (read_json(_json(records)), read_lines(_json(records)), read_json(lines)):
        assert [r.text for r in read if isinstance(r, Text)] == ["Cook", "Nurse"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "is not valid JSON"),
        (b"[]", "is JSON of another shape"),
        (b'"text"', "is JSON of another shape"),
        (b"3", "is JSON of another shape"),
        (b'{"candidates": []}', "wraps its records in 'candidates'"),
        (b'{"name": "Ana"}', "has no column with the r"),
        (b"[" * 100_000, "is not valid JSON"),
        (b'{"text": NaN}', "is not valid JSON"),
    ],
)
def test_json_of_another_shape_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableError, match=sentence):
        read_json(data)


@pytest.mark.parametrize("item", [3, "text", None, [], {"text": 5}, {"text": None}, {}])
def test_an_item_of_another_shape_fails_alone(item: Any) -> None:
    read = read_json(_json([item, {"text": "Nurse"}]))
    assert isinstance(read[0], Problem)
    assert read[0].part == "item 1"
    assert read[1] == Text("Nurse", "item 2", raw=b'{"text": "Nurse"}')


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)
_names = st.sampled_from(
    ["text", "basics", "work", "skills", "education", "id", "location", "years"]
)


@given(st.dictionaries(_names, _values, max_size=6) | _values)
def test_any_json_gives_people_or_one_sentence(value: Any) -> None:
    for read in (read_json, read_lines):
        try:
            assert all(isinstance(r, Text | Problem) for r in read(_json(value)))
        except UnreadableError as error:
            assert str(error).endswith((".", "line."))
