"""Blocks, Markdown and mrkdwn as a person reads them, and the names they would call."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Any

_SEQUENCE = re.compile(r"<([@#!][^<>\s][^<>]*)>")
_LINK = re.compile(r"<((?:https?|mailto):[^<>|]+)(?:\|([^<>]*))?>")
_TASK = {"pending": "○", "in_progress": "…", "complete": "✔", "error": "✖"}


def shown(
    text: str, markdown: str, blocks: Sequence[dict[str, Any]], tasks: Sequence[dict[str, Any]]
) -> str:
    """Return a message as it is read: tasks, streamed text, blocks; the text where nothing else."""
    lines = [_task(task) for task in tasks]
    if markdown:
        lines.append(_plain(markdown))
    lines += [shown_block(block) for block in blocks]
    return "\n".join(line for line in lines if line) or _plain(text)


def mentions_in(text: str, markdown: str, blocks: Sequence[dict[str, Any]]) -> list[str]:
    """Return the control sequences that would call somebody; plain text calls nobody."""
    parsed = [text, markdown, *(t for block in blocks for t in _parsed(block))]
    return [found for part in parsed for found in _SEQUENCE.findall(part)]


def shown_block(block: dict[str, Any]) -> str:
    """Return one block in a line or a few."""
    match block["type"]:
        case "section":
            words = _text(block["text"])
            return f"{words} {_element(block['accessory'])}" if "accessory" in block else words
        case "context" | "actions" | "context_actions":
            return "  ".join(_element(element) for element in block["elements"])
        case "markdown":
            return _plain(block["text"])
        case "rich_text":
            return "\n".join(_rich(element) for element in block["elements"])
        case "input":
            return f"{_text(block['label'])}: {_element(block['element'])}"
    return f"({block['type']})"


def _element(element: dict[str, Any]) -> str:
    match element["type"]:
        case "mrkdwn" | "plain_text":
            return _text(element)
        case "button":
            return f"[{_text(element['text'])}]"
        case "feedback_buttons":
            both = (element["positive_button"], element["negative_button"])
            return " ".join(f"[{_text(button['text'])}]" for button in both)
        case "plain_text_input":
            return "[]"
        case "static_select":
            chosen = element.get("initial_option")
            return f"<{_text(chosen['text']) if chosen else '…'}>"
    return f"({element['type']})"


def _rich(element: dict[str, Any]) -> str:
    return "".join(str(piece["text"]) for piece in element["elements"])


def _text(value: dict[str, Any]) -> str:
    return _plain(value["text"]) if value["type"] == "mrkdwn" else str(value["text"])


def _plain(text: str) -> str:
    """Return mrkdwn or Markdown without control sequences, its three entities read."""
    linked = _LINK.sub(lambda m: m[2] or m[1], text)
    return html.unescape(_SEQUENCE.sub(lambda m: f"@@{m[1]}", linked))


def _task(task: dict[str, Any]) -> str:
    about = " — ".join(str(task[key]) for key in ("title", "details", "output") if task.get(key))
    return f"{_TASK[task['status']]} {about}"


def _parsed(block: Any) -> list[str]:
    """Return the texts of a block in which Slack looks for control sequences."""
    if isinstance(block, list):
        return [found for item in block for found in _parsed(item)]
    if not isinstance(block, dict):
        return []
    if block.get("type") in ("mrkdwn", "markdown"):
        return [str(block["text"])]
    return [found for inner in block.values() for found in _parsed(inner)]
