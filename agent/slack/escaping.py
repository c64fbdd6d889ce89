"""Keeps what people and résumés say from being read as Slack's markup.

Formats: docs.slack.dev/messaging/formatting-message-text, and CommonMark for streamed answers.
"""

from __future__ import annotations

import re

_ENTITY = re.compile(r"&(?=#?\w{1,31};)")
_LINK = re.compile(r"\](?=[(\[])")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_BREAKS_LINKS = "]\u2060"
"""A bracket and a word joiner: it looks the same, and no link begins after it."""


def mrkdwn(text: str) -> str:
    """Return text that mrkdwn shows as it is: nobody is called, nothing is a link."""
    safe = visible(text)
    return safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def markdown(text: str) -> str:
    """Return an answer's Markdown without Slack's control sequences, HTML, links and pictures.

    Bold and lists stay; an ampersand is escaped where it would begin an entity alone.
    """
    safe = _ENTITY.sub("&amp;", visible(text)).replace("<", "&lt;").replace(">", "&gt;")
    return _LINK.sub(_BREAKS_LINKS, safe)


def visible(text: str) -> str:
    """Return the text without control characters and lone surrogates, which no message carries."""
    return _UNSEEN.sub("", text)


def flat(text: object) -> str:
    """Return text on one line."""
    return " ".join(visible(str(text)).split())
