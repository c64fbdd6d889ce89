"""What a command line, a variable or a directory may hold wrongly is named with its mend."""

from __future__ import annotations

import io
import shutil
import sqlite3
from pathlib import Path

import pytest

from agent.settings import read_settings
from tests.agent.cli.conftest import PEOPLE, Run
from tools.ingest import records


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("stats", "--tenant", "A B"), "--tenant or MATCHER_TENANT is 'A B'"),
        (
            ("chat", "--thread", "a b/ü"),
            "'a b/ü' should be 1 to 128 of letters, digits and . _ : -",
        ),
        (("stats", "--tenant", "../x"), "'../x', which cannot be used: it should be 1 to 63 of"),
        (("keys", "create", "--user", "a", "--role", "king"), "--role is 'king', which cannot"),
        (("ingest", "x", "--target", "mars"), "it should be local, aws or pinecone."),
        (("serve", "--port", "70000"), "--port or MATCHER_PORT is 70000"),
        (("serve", "--host", "nowhere.invalid"), "there is no address 'nowhere.invalid'"),
        (("search", "nurses", "-k", "0"), "-k"),
        (("search",), "request"),
        (("fly",), "fly"),
    ],
)
def test_wrong_usage_is_named_and_exits_2(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    data = () if arguments == ("fly",) else ("--data-dir", str(tmp_path))
    ran = run(*arguments, *data)
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", ["search nurses", "stats", "chat", "delete nobody"])
def test_a_model_nobody_knows_is_refused_by_every_command(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    monkeypatch.setenv("MATCHER_MODEL", "gpt4")
    ran = run(*command.split(), "--data-dir", tmp_path)
    assert ran.code == 2
    assert "MATCHER_MODEL='gpt4' is not known: use offline, openai:NAME or bedrock:" in ran.err


def test_the_help_of_chat_says_how_it_prints_json(run: Run) -> None:
    assert "a JSON object a line" in " ".join(run("chat", "--help").out.split())


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("MATCHER_PAGE_SIZE", "many", "it should be a whole number."),
        ("MATCHER_PAGE_SIZE", "99", "it should be less than or equal to 50."),
        ("MATCHER_MODEL_SECONDS", "long", "it should be a number."),
        ("MATCHER_SELF_CHECK", "maybe", "it should be true or false."),
        ("MATCHER_STORE", "mars", "it should be 'local' or 'aws'."),
        ("MATCHER_MODEL", "openai:", "it names no model, write openai:NAME."),
        ("MATCHER_MODEL", "bedrock: ", "it names no model, write bedrock:NAME."),
        ("MATCHER_EMBEDDINGS", "openai:", "it names no model, write openai:NAME."),
        ("MATCHER_BEDROCK_ENDPOINT", "notaurl", "it is no address, write it as https://"),
        ("MATCHER_BEDROCK_ENDPOINT", "http://127.0.0.1:99999", "it is no address"),
        ("OPENAI_BASE_URL", "https:///v1", "it is no address"),
        ("OPENAI_BASE_URL", "ftp://models.example.com", "it is no address"),
        ("MATCHER_CORS_ORIGINS", "foo", "'foo' is no origin"),
        ("MATCHER_CORS_ORIGINS", "https://a.example/", "without a path"),
    ],
)
def test_a_setting_in_the_environment_that_cannot_be_used_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    ran = run("stats", "--data-dir", tmp_path)
    assert ran.code == 2
    assert name in ran.err
    assert f" is {value!r}, which" in ran.err or name == "MATCHER_CORS_ORIGINS"
    assert said in ran.err
    assert "Value error" not in ran.err
    assert " it: " not in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("stats", "--data-dir", ""), "--data-dir is empty"),
        (("stats", "--data-dir="), "--data-dir is empty"),
        (("search", "nurses", "--tenant", ""), "--tenant is empty"),
        (("search", "nurses", "-k", ""), "-k is empty"),
        (("serve", "--host", ""), "--host is empty"),
        (("evaluate", "--requests", "", "--qrels", "q.tsv"), "--requests is empty"),
        (("converse", "a.conversation.yaml", "--junit", ""), "--junit is empty"),
        (("ingest", ""), "an argument of `matcher ingest` is empty"),
        (("match", ""), "an argument of `matcher match` is empty"),
        (("delete", ""), "an argument of `matcher delete` is empty"),
        (("",), "an argument of `matcher` is empty"),
    ],
)
def test_an_empty_word_is_refused_and_never_taken_for_the_folder_one_stands_in(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    (tmp_path / "mine.txt").write_text("EXPERIENCE\nNurse, Ward Seven, 2011 - 2019", "utf-8")
    monkeypatch.chdir(tmp_path)
    ran = run(*arguments)
    assert ran.code == 2
    assert said in ran.err
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_an_option_wins_over_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data_dir: Path
) -> None:
    monkeypatch.setenv("MATCHER_DATA_DIR", str(tmp_path))
    assert run("stats").out.startswith("0 people")
    assert run("stats", "--data-dir", data_dir).out.startswith("3 people")


def test_an_empty_data_directory_in_the_environment_is_as_if_it_were_not_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("MATCHER_DATA_DIR", raising=False)
    usual = read_settings().data_dir
    monkeypatch.setenv("MATCHER_DATA_DIR", "")
    assert read_settings().data_dir == usual != Path()


def test_an_env_file_that_is_no_text_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_bytes(b"MATCHER_TENANT=\xff\xfe")
    monkeypatch.chdir(tmp_path)
    ran = run("stats", "--data-dir", tmp_path / "data")
    assert ran.code == 2
    assert ran.err == f"matcher: {tmp_path / '.env'} is not UTF-8 text: save it as UTF-8.\n"


def test_a_data_directory_that_is_a_file_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = run("stats", "--data-dir", tmp_path / "file")
    assert ran.code == 2
    assert str(tmp_path / "file") in ran.err


@pytest.mark.parametrize("command", [("stats",), ("search", "nurses"), ("ingest", "README.md")])
def test_a_data_directory_that_cannot_be_written_is_named_with_the_mend(
    run: Run, command: tuple[str, ...]
) -> None:
    ran = run(*command, "--data-dir", "/proc/self/nowhere")  # not even root may write there
    assert ran.code == 2
    assert "/proc/self/nowhere" in ran.err
    assert "--data-dir" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_data_directory_that_is_not_there_yet_is_made(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    home = tmp_path / "deep" / "er"
    assert run("ingest", corpus, "--data-dir", home).code == 0
    assert run("stats", "--data-dir", home).out.startswith("3 people")


def test_an_index_of_a_newer_version_is_refused_and_left_alone(
    run: Run, data_dir: Path, tmp_path: Path
) -> None:
    home = tmp_path / "copy"
    shutil.copytree(data_dir, home)
    file = home / "index" / "local" / "candidates.db"
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 999")
    ran = run("stats", "--data-dir", home)
    assert ran.code == 2
    assert "newer version" in ran.err
    assert sqlite3.connect(file).execute("PRAGMA user_version").fetchone() == (999,)


def test_an_index_of_another_model_is_refused(run: Run, data_dir: Path, tmp_path: Path) -> None:
    home = tmp_path / "copy"
    shutil.copytree(data_dir, home)
    with sqlite3.connect(home / "index" / "local" / "candidates.db") as db:
        db.execute("UPDATE meta SET value = 'another' WHERE key = 'embeddings'")
    ran = run("stats", "--data-dir", home)
    assert ran.code == 2
    assert "'another'" in ran.err


def test_an_index_of_another_model_is_refused_before_any_provider_is_called(
    run: Run, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATCHER_EMBEDDINGS", "openai:text-embedding-3-small")
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")  # nobody answers there
    ran = run("search", "nurses", "--data-dir", data_dir)
    assert ran.code == 2
    assert "was built with the embeddings" in ran.err
    assert "'openai:text-embedding-3-small'" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search", "nurses"), "there is nobody in"),
        (("delete", "nurse-1"), "there is nobody in"),
        (("stats",), "there is no data directory"),
        (("keys", "list"), "there is no data directory"),
        (("keys", "revoke", "k1"), "there is no data directory"),
    ],
)
def test_a_command_that_brings_nothing_in_makes_nothing_in_a_mistyped_directory(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = run(*arguments, "--data-dir", tmp_path / "mistyped")
    assert ran.code == 2
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [("search", "nurses"), ("stats",), ("chat",)])
def test_people_whom_an_earlier_version_read_are_told_of_until_they_are_read_anew(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    (tmp_path / "in").mkdir()
    for name in ("nurse-1", "cook-1"):
        (tmp_path / "in" / f"{name}.txt").write_text(PEOPLE[name], "utf-8")
    place = ("--data-dir", tmp_path / "data")
    monkeypatch.setattr(records, "READING", "1")
    run("ingest", tmp_path / "in", *place)
    monkeypatch.undo()
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    ran = run(*arguments, *place)
    assert "2 people were read by an earlier version" in ran.err
    assert ("read by an earlier version: 2\n" in ran.out) == (arguments == ("stats",))
    run("ingest", tmp_path / "in" / "nurse-1.txt", *place)
    assert "1 person was read by an earlier version" in run(*arguments, *place).err
    run("ingest", tmp_path / "in", *place)
    assert "earlier version" not in run(*arguments, *place).err


def test_a_variable_that_is_no_setting_is_told_with_the_nearest_one(
    run: Run, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATCHER_PAGESIZE", "3")
    monkeypatch.setenv("MATCHER_PORT", "8001")
    ran = run("stats", "--data-dir", data_dir)
    assert ran.code == 0
    assert "MATCHER_PAGESIZE is set, but is no setting" in ran.err
    assert "did you mean MATCHER_PAGE_SIZE?" in ran.err
    assert "MATCHER_PORT" not in ran.err
