"""The manifest asks Slack for what the code handles and calls, and for nothing else."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_sdk.web.async_client import AsyncWebClient

from agent.settings import Settings
from agent.slack import events, interactions, job_handlers
from agent.slack.buttons import ACTIONS, Press, action_of, encode

ROOT = Path(__file__).parents[4]
FOLDER = Path(str(files("agent").joinpath("slack")))
MANIFEST = yaml.safe_load((FOLDER / "manifest.yaml").read_text("utf-8"))
BOT_EVENTS: list[str] = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
SCOPES: list[str] = MANIFEST["oauth_config"]["scopes"]["bot"]

CHANNELS = {"channels": "C1", "groups": "G1", "im": "D1"}
OF_OLDER_APPS = {"assistant_thread_started"}
"""Events that Slack sends to apps whose manifest has an assistant_view, as new ones cannot have."""
FOR_EVENTS = {
    "app_mention": "app_mentions:read",
    "assistant_thread_started": "assistant:write",
    "assistant_thread_context_changed": "assistant:write",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "app_home_opened": "",
    "app_context_changed": "",
    "file_shared": "files:read",
    "reaction_added": "reactions:read",
    "member_joined_channel": "channels:read",
    "team_join": "users:read",
}
FOR_METHODS = {
    "api_call": "",
    "assistant_threads_setStatus": "assistant:write",
    "assistant_threads_setSuggestedPrompts": "assistant:write",
    "assistant_threads_setTitle": "assistant:write",
    "auth_test": "",
    "chat_postEphemeral": "chat:write",
    "chat_postMessage": "chat:write",
    "chat_stopStream": "chat:write",
    "chat_stream": "chat:write",
    "chat_update": "chat:write",
    "conversations_info": "channels:read",
    "conversations_replies": "channels:history",
    "files_info": "files:read",
    "files_upload_v2": "files:write",
    "reactions_add": "reactions:write",
    "users_info": "users:read",
    "views_open": "",
    "views_update": "",
}


def event(name: str) -> dict[str, Any]:
    """Return the body Slack sends for an event somebody causes in a thread of ours."""
    kind, _, where = name.partition(".")
    channel = CHANNELS.get(where, "C1")
    return {
        "team_id": "T1",
        "authorizations": [{"team_id": "T1", "user_id": "U0BOT"}],
        "event": {
            "type": kind,
            "channel": channel,
            "channel_type": {"channels": "channel", "groups": "group"}.get(where, where),
            "user": "U1",
            "text": "<@U0BOT> find me a nurse" if kind == "app_mention" else "find me a nurse",
            "ts": "1.2",
            "thread_ts": "1.1",
            "assistant_thread": {"channel_id": "D1", "thread_ts": "1.1", "user_id": "U1"},
            "item": {"type": "message", "channel": "C1", "ts": "1.2"},
            "file_id": "F1",
            "tab": "messages",
            "event_ts": "1.2",
        },
    }


def called() -> set[str]:
    """Return the methods of Slack's client that the code calls."""
    source = "".join(path.read_text("utf-8") for path in FOLDER.glob("*.py"))
    named = re.findall(r"\b_?client\.([a-z]+_\w+)\(", source)
    return {name for name in named if hasattr(AsyncWebClient, name)}


@pytest.mark.parametrize("name", BOT_EVENTS)
def test_every_event_that_is_subscribed_is_handled(name: str):
    assert events.job_of(event(name)) is not None


@pytest.mark.parametrize("name", sorted(FOR_EVENTS.keys() - {*BOT_EVENTS} - OF_OLDER_APPS))
def test_no_event_is_handled_that_is_not_subscribed(name: str):
    assert events.job_of(event(name)) is None


def test_the_home_tab_is_no_conversation():
    body = event("app_home_opened")
    body["event"]["tab"] = "home"
    assert events.job_of(body) is None


def test_scopes_are_those_that_events_calls_and_commands_need():
    needed = {FOR_EVENTS[name] for name in BOT_EVENTS} | {FOR_METHODS[name] for name in called()}
    assert set(SCOPES) == (needed - {""}) | {"commands"}


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_every_button_is_handled(action: str):
    body = {
        "type": "block_actions",
        "team": {"id": "T1"},
        "user": {"id": "U1"},
        "channel": {"id": "C1"},
        "message": {"ts": "1.2", "thread_ts": "1.1"},
        "actions": [{"action_id": action, "action_ts": "1.3", "value": encode(Press("t"))}],
    }
    job = interactions.press_of(body)
    assert job is not None
    assert action_of(job.action) == action
    assert MANIFEST["settings"]["interactivity"]["is_enabled"]


def test_the_shortcut_and_the_command_become_jobs():
    [shortcut] = MANIFEST["features"]["shortcuts"]
    [command] = MANIFEST["features"]["slash_commands"]
    message = {"text": "A job", "ts": "1.2"}
    body = {"callback_id": shortcut["callback_id"], "message": message, "channel": {"id": "C1"}}
    assert interactions.shortcut_of({**body, "user": {"id": "U1"}}) is not None
    asked = {"command": command["command"], "text": "nurse", "channel_id": "C1", "trigger_id": "1"}
    assert interactions.command_of(asked, 1.0).text == "nurse"


def test_the_prompts_of_the_manifest_are_those_of_the_greeting():
    suggested = MANIFEST["features"]["agent_view"]["suggested_prompts"]
    assert [(p["title"], p["message"]) for p in suggested] == list(job_handlers.PROMPTS)


def test_slack_takes_the_manifest_as_it_is():
    about, features = MANIFEST["display_information"], MANIFEST["features"]
    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert 175 <= len(about["long_description"]) <= 4000
    assert all(len(s["name"]) <= 24 and len(s["description"]) <= 150 for s in features["shortcuts"])
    assert all(len(p["title"]) <= 40 for p in features["agent_view"]["suggested_prompts"])
    assert len(features["agent_view"]["agent_description"]) <= 300
    addresses = [
        MANIFEST["settings"]["event_subscriptions"]["request_url"],
        MANIFEST["settings"]["interactivity"]["request_url"],
        *(command["url"] for command in features["slash_commands"]),
    ]
    assert set(addresses) == {"https://YOUR-ADDRESS/slack/events"}


def test_the_guide_names_settings_that_exist_and_is_found_from_the_readme():
    guide, readme = (
        (ROOT / "infra/slack.md").read_text("utf-8"),
        (ROOT / "README.md").read_text("utf-8"),
    )
    assert "(infra/slack.md)" in readme
    known = {f"MATCHER_{name.upper()}" for name in Settings.model_fields}
    for text in (guide, readme):
        assert set(re.findall(r"MATCHER_SLACK_\w+", text)) <= known
    assert "agent/slack/manifest.yaml" in guide


def test_the_address_to_be_filled_in_stands_in_urls_alone() -> None:
    lines = (FOLDER / "manifest.yaml").read_text("utf-8").splitlines()
    named = [line.strip() for line in lines if "YOUR-ADDRESS" in line]
    assert len(named) == 3
    assert all(line.split(": ")[1] == "https://YOUR-ADDRESS/slack/events" for line in named)
