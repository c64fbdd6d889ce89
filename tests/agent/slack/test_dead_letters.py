"""What was given up in Slack is listed without what was said, tried again, or dropped."""

from __future__ import annotations

import json
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


@pytest.mark.parametrize("words", [(), ("1", "--all")])
def test_which_ones_must_be_said(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = run("dead-letters", "retry", *words, "--data-dir", tmp_path)
    assert ran.code == 2
    assert "name the numbers that `matcher dead-letters list` shows, or say --all" in ran.err


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
