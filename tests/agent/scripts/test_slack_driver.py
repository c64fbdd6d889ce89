"""A script played over Slack goes through the door: what Slack refuses fails the play."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agent.scripts.doors import Doors
from agent.scripts.drivers import DoorError
from agent.scripts.loading import runs_of
from agent.scripts.playing import play
from agent.scripts.slack_driver import SlackDriver, slack_driver

SCRIPT = """script: nurses
turns:
  - {say: "find nurses <now> & here", expect: {tools: [search_candidates]}}
  - {say: "why is #1 a good match?", expect: {tools: [explain_match]}}
"""


@pytest.fixture
async def doors(read_once: Path) -> AsyncIterator[Doors]:
    async with Doors(root=read_once) as opened:
        yield opened


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "nurses.conversation.yaml"
    path.write_text(SCRIPT)
    return path


async def test_a_script_is_played_through_the_door(doors: Doors, script: Path) -> None:
    (run,) = runs_of(script)
    driver = await doors.driver(run, "slack")
    assert await doors.driver(run, "slack") is driver
    played = await play(run, driver)
    assert (played.door, played.failures) == ("slack", [])
    assert isinstance(driver, SlackDriver)
    said = [m for m in driver.workspace.messages("C0TEAM") if m.streamed]
    assert len(said) == 2
    assert "Nurse" in said[0].read()


async def test_a_channel_without_names_is_held_to_it(doors: Doors, script: Path) -> None:
    (run,) = runs_of(script)
    driver = await doors.driver(run, "slack:blind")
    assert driver is not await doors.driver(run, "slack")
    played = await play(run, driver)
    assert played.failures == []
    assert isinstance(driver, SlackDriver)
    assert "Candidate #1" in driver.workspace.read("C0TEAM")
    driver._names.add("Registered Nurse")
    with pytest.raises(DoorError, match="Registered Nurse is named"):
        await driver.say("t", "find nurses")


async def test_what_slack_refuses_fails_the_play(doors: Doors, script: Path) -> None:
    (run,) = runs_of(script)
    async with slack_driver(await doors.service(run)) as driver:
        assert isinstance(driver, SlackDriver)
        driver.server.refuse("chat.startStream", "internal_error", 9)
        with pytest.raises(DoorError, match="did not show"):
            await play(run, driver)
