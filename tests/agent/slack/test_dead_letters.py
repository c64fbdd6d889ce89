"""What was given up in Slack is listed without what was said, tried again, or dropped."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from agent.slack.faults import SlackRefused
from agent.slack.job_table import JobTable
from agent.slack.queue import MOST_ATTEMPTS
from tests.agent.cli.conftest import Run, run
from tests.agent.slack.test_queue import Doing, failing, job, queue_on

__all__ = ["run"]


@pytest.fixture
async def given_up(tmp_path: Path) -> Path:
    """A data directory in which one job failed each time, and another was refused."""
    for key, fault in (("a", ConnectionError()), ("b", SlackRefused("token_revoked", "…"))):
        async with queue_on(tmp_path / "slack.db", Doing(failing(99, fault))) as queue:
            await queue.put(job(key, thread=f"{key}.0"))
            await queue.idle()
    return tmp_path


def test_they_are_listed_with_where_and_why_and_not_with_what_was_said(
    run: Run, given_up: Path
) -> None:
    ran = run("dead-letters", "list", "--data-dir", given_up)
    first, second = ran.out.splitlines()
    assert first.split()[0] == "1"
    assert first.endswith("T1  C1  said       it failed each time (ConnectionError)")
    assert second.endswith("Slack refused it")
    assert "say a" not in ran.out
    told = json.loads(run("dead-letters", "list", "--json", "--data-dir", given_up).out)
    assert [letter["number"] for letter in told["dead_letters"]] == [1, 2]
    assert "say a" not in str(told)


async def test_one_that_is_tried_again_is_done_as_one_that_was_begun_before(
    run: Run, given_up: Path
) -> None:
    ran = run("dead-letters", "retry", "1", "--data-dir", given_up)
    assert (ran.code, ran.out) == (0, "1 to be tried again by `matcher serve`\n")
    doing = Doing()
    async with queue_on(given_up / "slack.db", doing) as queue:
        await queue.idle()
    assert (doing.done, doing.again) == (["a"], [True])
    assert "Slack refused it" in run("dead-letters", "list", "--data-dir", given_up).out


async def test_one_that_fails_again_is_put_aside_again(run: Run, given_up: Path) -> None:
    assert run("dead-letters", "retry", "--all", "--data-dir", given_up).code == 0
    doing = Doing(failing(99, ConnectionError()))
    async with queue_on(given_up / "slack.db", doing) as queue:
        await queue.idle()
    assert doing.begun.count("a") == MOST_ATTEMPTS - 1
    assert len(run("dead-letters", "list", "--data-dir", given_up).out.splitlines()) == 2


def test_what_is_dropped_is_forgotten_and_slack_cannot_bring_it_again(
    run: Run, given_up: Path
) -> None:
    assert run("dead-letters", "drop", "--all", "--data-dir", given_up).out == "2 dropped\n"
    assert "nothing is given up" in run("dead-letters", "list", "--data-dir", given_up).err
    table = JobTable(given_up / "slack.db")
    assert table.put([job("a", thread="a.0")]) == [False]
    table.close()


def test_a_number_that_is_not_there_is_named_and_the_others_are_done(
    run: Run, given_up: Path
) -> None:
    ran = run("dead-letters", "drop", "2", "9", "--data-dir", given_up)
    assert (ran.code, ran.out) == (1, "1 dropped\n")
    assert "nothing that was given up has the number 9" in ran.err
    assert len(run("dead-letters", "list", "--data-dir", given_up).out.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "no letter was named: give the numbers that `matcher dead-letters list` shows, or"),
        (("1", "--all"), "numbers and --all were both given: give one of them."),
    ],
)
@pytest.mark.parametrize("command", ["retry", "drop"])
def test_which_ones_must_be_said(
    run: Run, tmp_path: Path, command: str, words: tuple[str, ...], said: str
) -> None:
    ran = run("dead-letters", command, *words, "--data-dir", tmp_path)
    assert ran.code == 2
    assert said in ran.err


def test_where_slack_was_never_used_nothing_was_given_up_and_no_file_is_made(
    run: Run, tmp_path: Path
) -> None:
    ran = run("dead-letters", "list", "--data-dir", tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_a_queue_in_sqs_is_said_to_lie_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATCHER_SLACK_QUEUE", "https://sqs.example/slack.fifo")
    ran = run("dead-letters", "list", "--data-dir", tmp_path)
    assert ran.code == 2
    assert "lies in SQS: infra/README.md" in ran.err


@pytest.fixture(params=[b"junk", b"{}", b"\xff", b"[" * 100_000, 7])
def unreadable(request: pytest.FixtureRequest, given_up: Path) -> Path:
    """A data directory in which the first of two letters cannot be read."""
    with closing(sqlite3.connect(given_up / "slack.db")) as db, db:
        db.execute("UPDATE jobs SET body=? WHERE number=1", (request.param,))
    return given_up


def test_one_that_cannot_be_read_is_listed_as_such_beside_the_others(
    run: Run, unreadable: Path
) -> None:
    first, second = run("dead-letters", "list", "--data-dir", unreadable).out.splitlines()
    assert "unreadable" in first
    assert second.endswith("Slack refused it")
    told = json.loads(run("dead-letters", "list", "--json", "--data-dir", unreadable).out)
    assert [letter["kind"] for letter in told["dead_letters"]] == ["unreadable", "said"]


@pytest.mark.parametrize(("which", "left"), [("1", 1), ("--all", 0)])
def test_one_that_cannot_be_read_is_dropped(
    run: Run, unreadable: Path, which: str, left: int
) -> None:
    assert run("dead-letters", "drop", which, "--data-dir", unreadable).code == 0
    rest = run("dead-letters", "list", "--data-dir", unreadable).out
    assert len(rest.splitlines()) == left
    assert "unreadable" not in rest


@pytest.mark.parametrize(("which", "done"), [("1", 0), ("--all", 1)])
def test_one_that_cannot_be_read_is_not_tried_again(
    run: Run, unreadable: Path, which: str, done: int
) -> None:
    ran = run("dead-letters", "retry", which, "--data-dir", unreadable)
    assert (ran.code, ran.out) == (1, f"{done} to be tried again by `matcher serve`\n")
    assert "number 1 cannot be read" in ran.err
    assert "`matcher dead-letters drop 1` forgets it" in ran.err
    assert "unreadable" in run("dead-letters", "list", "--data-dir", unreadable).out


def test_a_file_of_another_program_is_refused_and_left_as_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "slack.db"
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("CREATE TABLE songs (title TEXT)")
    before = file.read_bytes()
    ran = run("dead-letters", "list", "--data-dir", tmp_path)
    assert ran.code == 2
    assert "slack.db is not a candidate-matcher database: move it away;" in ran.err
    assert file.read_bytes() == before


def test_an_empty_file_holds_nothing_and_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "slack.db").touch()
    assert run("dead-letters", "list", "--data-dir", tmp_path).code == 0
    assert (tmp_path / "slack.db").read_bytes() == b""


def test_a_file_that_is_no_database_is_named_with_the_mend(run: Run, tmp_path: Path) -> None:
    (tmp_path / "slack.db").write_bytes(b"no database" * 100)
    ran = run("dead-letters", "list", "--data-dir", tmp_path)
    assert ran.code == 2
    assert "slack.db is not a candidate-matcher database: move it away;" in ran.err
