"""`matcher converse` plays scripts, exits by what came of them, and its schema is published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agent.cli import main
from agent.scripts.script import json_schema

PERSON = {
    "candidate_id": "nurse-1",
    "text": "Mara Quill\nAustin, TX\n\nEXPERIENCE\nRegistered Nurse, Larkspur, 2017 - 2024\n- ICU.",
}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    (tmp_path / "people.jsonl").write_text(json.dumps(PERSON))
    path = tmp_path / "one.conversation.yaml"
    path.write_text(
        "script: A nurse is found\ncorpus: people.jsonl\nturns:\n"
        "  - say: a registered nurse\n    expect: {shown: [nurse-1]}\n"
    )
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main([str(a) for a in ("converse", *arguments)])
    told = capsys.readouterr()
    return int(ended.value.code or 0), told.out, told.err


def test_what_went_as_written_exits_0(capsys: pytest.CaptureFixture[str], script: Path) -> None:
    code, out, _ = run(capsys, script)
    assert code == 0
    assert "1 played, 1 turns; 1 as expected." in out


def test_what_did_not_exits_1_and_is_shown(
    capsys: pytest.CaptureFixture[str], script: Path, tmp_path: Path
) -> None:
    script.write_text(script.read_text().replace("[nurse-1]", "[nobody]"))
    code, out, _ = run(capsys, script, "--junit", tmp_path / "junit.xml")
    assert code == 1
    assert "shown: nobody expected" in out
    assert 'failures="1"' in (tmp_path / "junit.xml").read_text()


def test_json_is_one_object(capsys: pytest.CaptureFixture[str], script: Path) -> None:
    code, out, _ = run(capsys, script, "--json")
    (result,) = json.loads(out)["results"]
    assert (code, result["passed"], result["turns"][0]["shown"]) == (0, True, ["nurse-1"])


def test_a_record_can_be_compared(
    capsys: pytest.CaptureFixture[str], script: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "record.json"
    assert run(capsys, script, "--record", kept)[0] == 0
    assert run(capsys, script, "--compare", kept)[0] == 0
    kept.write_text(kept.read_text().replace('"nurse-1"', '"nurse-9"'))
    code, _, err = run(capsys, script, "--compare", kept)
    assert code == 1
    assert "people: +nurse-1 -nurse-9" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "name a script"),
        (["nowhere.yaml"], "does not exist"),
        (["{script}", "--target", "ftp://x"], "no address"),
        (["{script}", "--target", "http://127.0.0.1:9"], "does not answer"),
        (["{script}", "--target", "http://127.0.0.1:9", "--header", "x"], "'Name: value'"),
        (["{script}", "--compare", "nowhere.json"], "cannot be read"),
    ],
)
def test_bad_usage_exits_2_with_one_sentence(
    capsys: pytest.CaptureFixture[str], script: Path, arguments: list[str], told: str
) -> None:
    code, _, err = run(capsys, *(a.format(script=script) for a in arguments))
    assert code == 2
    assert told in err
    assert "Traceback" not in err


def test_the_published_schema_is_that_of_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--schema")
    assert code == 0
    published = Path(__file__).parents[3] / "agent" / "scripts" / "conversation.schema.json"
    assert out == json_schema() == published.read_text(encoding="utf-8")
