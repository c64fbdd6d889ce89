"""A script played over Slack goes through the door: what Slack refuses fails the play."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agent.scripts.doors import Doors
from agent.scripts.loading import runs_of
from agent.scripts.players import PlayerError
from agent.scripts.playing import play
from agent.scripts.slack_player import SlackPlayer, slack_player

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
    player = await doors.player(run, "slack")
    assert await doors.player(run, "slack") is player
    played = await play(run, player)
    assert (played.door, played.failures) == ("slack", [])
    assert isinstance(player, SlackPlayer)
    said = [m for m in player.workspace.messages("C0TEAM") if m.streamed]
    assert len(said) == 2
    assert "Nurse" in said[0].read()


async def test_a_channel_without_names_is_held_to_it(doors: Doors, script: Path) -> None:
    (run,) = runs_of(script)
    player = await doors.player(run, "slack:blind")
    assert player is not await doors.player(run, "slack")
    played = await play(run, player)
    assert played.failures == []
    assert isinstance(player, SlackPlayer)
    assert "Candidate #1" in player.workspace.read("C0TEAM")
    player._names.add("Registered Nurse")
    with pytest.raises(PlayerError, match="Registered Nurse is named"):
        await player.say("t", "find nurses")


async def test_what_slack_refuses_fails_the_play(doors: Doors, script: Path) -> None:
    (run,) = runs_of(script)
    async with slack_player(await doors.service(run)) as player:
        assert isinstance(player, SlackPlayer)
        player.server.refuse("chat.startStream", "internal_error", 9)
        with pytest.raises(PlayerError, match="did not show"):
            await play(run, player)
