"""The blocks of a message or a view, checked as Slack does before it shows them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from agent.scripts.fake_slack.elements import ELEMENTS, RICH
from agent.scripts.fake_slack.refusing import Refused
from agent.scripts.fake_slack.schema import (
    Check,
    Faults,
    boolean,
    by_type,
    each,
    string,
    text,
    unique,
)

MOST_IN_MESSAGE, MOST_IN_VIEW = 50, 100
MOST_TEXT = 12_000
"""Characters all blocks of a message may have together (slackapi/bolt-js issues 2509 and 2867)."""

_ID = {"block_id": string(255)}
_PRESSED = ("button", "static_select")
_ENTERED = ("plain_text_input", "static_select")


def _block(required: dict[str, Check], **optional: Check) -> Check:
    def check(faults: Faults, at: str, value: Any) -> None:
        faults.fields(at, value, required, {**_ID, **optional})
        _one_of_each_action(faults, at, value)

    return check


def _one_of_each_action(faults: Faults, at: str, value: Any) -> None:
    elements = value.get("elements") if isinstance(value, dict) else None
    if isinstance(elements, list):
        found = [e["action_id"] for e in elements if isinstance(e, dict) and "action_id" in e]
        unique(faults, f"{at}/elements", found, "action_id")


BLOCKS: dict[str, Check] = {
    "section": _block({"text": text(3000, "mrkdwn")}, accessory=by_type(ELEMENTS, _PRESSED)),
    "context": _block({"elements": each(10, by_type({"mrkdwn": text(3000, "mrkdwn")}))}),
    "actions": _block({"elements": each(25, by_type(ELEMENTS, _PRESSED))}),
    "context_actions": _block({"elements": each(5, by_type(ELEMENTS, ("feedback_buttons",)))}),
    "markdown": _block({"text": string(MOST_TEXT)}),
    "rich_text": _block({"elements": each(1000, by_type(RICH))}),
    "input": _block(
        {"label": text(2000), "element": by_type(ELEMENTS, _ENTERED)}, optional=boolean
    ),
}
_OF_MESSAGES = BLOCKS.keys() - {"input"}
_OF_VIEWS = BLOCKS.keys() - {"context_actions"}


def check_blocks(blocks: Any) -> None:
    """Raise Refused when a message with these blocks would not be taken."""
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    faults = Faults()
    _check(faults, "/blocks", blocks, MOST_IN_MESSAGE, _OF_MESSAGES)
    if faults.messages:
        raise Refused("invalid_blocks", faults.messages)
    if sum(map(len, texts_in(blocks))) > MOST_TEXT:
        raise Refused("msg_blocks_too_long")


def check_view(view: Any) -> None:
    """Raise Refused when Slack would not open this modal."""
    faults = Faults()
    required: dict[str, Check] = {"title": text(24), "blocks": lambda *_: None}
    optional: dict[str, Check] = {
        "close": text(24),
        "submit": text(24),
        "callback_id": string(255),
        "private_metadata": string(3000, 0),
    }
    if faults.fields("/view", view, required, optional):
        if view.get("type") != "modal":
            faults.add("/view/type", "must be modal")
        blocks = view.get("blocks")
        if isinstance(blocks, list):
            _check(faults, "/view/blocks", blocks, MOST_IN_VIEW, _OF_VIEWS)
            if any(_kind(block) == "input" for block in blocks) and "submit" not in view:
                faults.add("/view", "missing required field: submit")
    if faults.messages:
        raise Refused("invalid_arguments", faults.messages)


def texts_in(value: Any) -> list[str]:
    """Return every text that is shown within blocks, in their order."""
    if isinstance(value, list):
        return [found for item in value for found in texts_in(item)]
    if not isinstance(value, dict):
        return []
    found = []
    for name, inner in value.items():
        if name == "text" and isinstance(inner, str):
            found.append(inner)
        else:
            found += texts_in(inner)
    return found


def _check(
    faults: Faults, at: str, blocks: Sequence[Any], most: int, kinds: Collection[str]
) -> None:
    each(most, by_type(BLOCKS, kinds))(faults, at, blocks)
    ids = [block["block_id"] for block in blocks if isinstance(block, dict) and "block_id" in block]
    unique(faults, at, ids, "block_id")


def _kind(block: Any) -> Any:
    return block.get("type") if isinstance(block, dict) else None
