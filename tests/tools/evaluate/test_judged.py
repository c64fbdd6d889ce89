"""Judged requests are read in every usual form, and a fault is named with its line and the mend."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.evaluate.faults import EvaluationError
from tools.evaluate.judged import read_grades, read_requests
from tools.evaluate.runs import Run, read_run, write_run
from tools.whole_file import UnwritableError


def put(folder: Path, text: str, name: str = "file") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "request_id\tcandidate_id\tgrade\nr1\ta\t3\nr1\tb\t0\n",
        "r1,a,3\nr1,b,0\n",
        "r1 0 a 3\nr1 0 b 0\n",
        "r1\t0\ta\t3\r\n\r\nr1\tQ0\tb\t0\r\n",
        "\ufeffr1 a 3\nr1 b 0",
    ],
    ids=["table with a heading", "commas", "TREC", "TREC with tabs", "spaces"],
)
def test_grades_are_read_from_trec_and_from_tables(tmp_path: Path, text: str) -> None:
    assert read_grades(put(tmp_path, text)) == {"r1": {"a": 3, "b": 0}}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("r1 a 4", "line 1 has the grade '4': grades are whole numbers from 0 to 3"),
        ("r1 a 2\nr1 b -1", "line 2 has the grade '-1'"),
        ("r1 a 1.5", "the grade '1.5'"),
        ("r1 a good", "the grade 'good'"),
        ("r1 a", "line 1 is no judgement: write request_id, candidate_id and grade"),
        ("r1 a 2\nr1 a 3", "line 2 grades 'a' for 'r1' with 3, an earlier line with 2"),
        ("", "holds no judgement"),
        ("request_id\tcandidate_id\tgrade\n", "holds no judgement"),
    ],
)
def test_a_bad_judgement_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(EvaluationError) as raised:
        read_grades(put(tmp_path, text, "qrels.tsv"))
    assert told in str(raised.value)
    assert "qrels.tsv" in str(raised.value)


def test_requests_are_read_from_a_list_and_from_lines(tmp_path: Path) -> None:
    as_list = put(tmp_path, '[{"request_id": "a", "text": "cooks", "turns": ["in Paris"]}]', "l")
    as_lines = put(tmp_path, '{"qid": "a", "query": "cooks", "turns": ["in Paris"]}\n\n', "j")
    assert read_requests(as_list) == read_requests(as_lines)
    assert read_requests(as_list)[0].turns == ("in Paris",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[]", "holds no request"),
        ("not json", "is not JSON"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"a":' * 100_000, "is nested too deeply"),
        ('["cooks"]', "request 1 is not an object"),
        ('[{"text": "cooks"}]', "request 1 has no request_id"),
        ('[{"request_id": "a b", "text": "cooks"}]', "no request_id without spaces"),
        ('[{"request_id": "a", "text": "  "}]', "request 'a' is empty: fill in its text."),
        (
            '[{"request_id": "a", "txt": "x"}]',
            "request 'a' is empty: fill in its text under",
        ),
        ('[{"request_id": "a", "text": "x"}, {"request_id": "a", "text": "y"}]', "'a' twice"),
        ('[{"request_id": "a", "text": "x", "turns": [""]}]', "turns is a list of messages"),
    ],
)
def test_a_bad_request_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(EvaluationError) as raised:
        read_requests(put(tmp_path, text, "requests.json"))
    assert told in str(raised.value)
    assert "requests.json" in str(raised.value)


def test_files_that_are_missing_or_no_text_are_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"none\.json cannot be read .*: check the path"):
        read_requests(tmp_path / "none.json")
    (tmp_path / "latin").write_bytes(b"\xff\xfe r1 a 3")
    with pytest.raises(EvaluationError, match="is not UTF-8 text"):
        read_grades(tmp_path / "latin")


ids = st.text(st.characters(categories=("L", "N"), include_characters="-_.:"), min_size=1)


@given(ranked=st.dictionaries(ids, st.lists(ids, unique=True, min_size=1, max_size=30), min_size=1))
def test_a_run_survives_a_trec_file(
    tmp_path_factory: pytest.TempPathFactory, ranked: dict[str, list[str]]
) -> None:
    path = tmp_path_factory.mktemp("run") / "out.trec"
    run = Run("ours", {request_id: tuple(people) for request_id, people in ranked.items()})
    write_run(run, path)
    assert read_run(path) == run


def test_a_run_is_ordered_by_score_whatever_the_order_of_its_lines(tmp_path: Path) -> None:
    lines = "r Q0 low 1 0.5 x\nr Q0 high 3 2.5 x\nr Q0 tied-b 5 1 x\nr Q0 tied-a 4 1 x\n"
    assert read_run(put(tmp_path, lines)).ranked["r"] == ("high", "tied-a", "tied-b", "low")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("r Q0 a 1", "line 1 is no line of a TREC run"),
        ("r Q0 a 1 best x", "line 1 is no line of a TREC run"),
        ("r Q0 a 1 2 x\nr Q0 a 2 1 x", "line 2 ranks 'a' for 'r' a second time"),
        ("r Q0 a 1 2 x\nr Q0 b 2 nan x", "line 2 has the rank 2 and the score nan"),
        ("r Q0 a 1 -inf x", "line 1 has the rank 1 and the score -inf"),
        ("r Q0 a nan 1 x", "line 1 has the rank nan and the score 1"),
        ("\n", "holds no ranking"),
    ],
)
def test_a_bad_run_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(EvaluationError, match=told):
        read_run(put(tmp_path, text))


@pytest.mark.parametrize("folder", [".", "..", "/"])
def test_a_run_is_not_written_over_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnwritableError, match="is a folder: name a file in it"):
        write_run(Run("ours", {"r": ("a",)}), Path(folder))


def test_a_run_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="name a file in a folder that exists"):
        write_run(Run("ours", {"r": ("a",)}), tmp_path / "none" / "out.trec")
    assert list(tmp_path.iterdir()) == []
