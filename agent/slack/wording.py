"""Slack's markup of a message as the words a person typed."""

from __future__ import annotations

import html
import re

_LINK = re.compile(r"<(?P<target>(?:[@#!]|[a-z]+:)[^<>|]*)(?:\|(?P<label>[^<>]*))?>")


def words_of(text: str, bot: str = "") -> str:
    """Return what was typed: markup unescaped, links by their label, our own mention left out.

    `bot` is the bot's user id; unknown, the first mention is taken to be the bot's.
    Format: docs.slack.dev/messaging/formatting-message-text.
    """
    ours = re.compile(rf"<@{re.escape(bot)}(?:\|[^<>]*)?>") if bot else re.compile(r"<@[^<>]*>")
    text = ours.sub(" ", text, count=0 if bot else 1)
    return html.unescape(_LINK.sub(_shown, text)).strip()


def mentions(text: str, bot: str) -> bool:
    """Return whether the bot is mentioned; while its id is unknown, whether anybody is."""
    return f"<@{bot}" in text


def _shown(link: re.Match[str]) -> str:
    target, label = link["target"], link["label"]
    if label:
        return ("@" if target.startswith("@") else "#" if target.startswith("#") else "") + label
    if target.startswith("!"):
        return "@" + target[1:].partition("^")[0]
    return target.removeprefix("mailto:").removeprefix("tel:")
