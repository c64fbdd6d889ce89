"""What may stand inside a block: buttons, menus, fields, thumbs and rich text."""

from __future__ import annotations

from typing import Any

from agent.scripts.fake_slack.schema import (
    Check,
    Faults,
    boolean,
    by_type,
    each,
    number,
    one_of,
    shape,
    string,
    text,
)

_ACTION = {"action_id": string(255)}
_OPTION = shape({"text": text(75), "value": string(150)})
_THUMB = shape({"text": text(75), "value": string(2000)}, accessibility_label=string(75))
_MENU = shape({**_ACTION, "options": each(100, _OPTION)}, initial_option=_OPTION)


def _menu(faults: Faults, at: str, value: Any) -> None:
    _MENU(faults, at, value)
    chosen = value.get("initial_option")
    if chosen is not None and chosen not in value.get("options", []):
        faults.add(f"{at}/initial_option", "must be one of the options")


ELEMENTS: dict[str, Check] = {
    "button": shape(
        {"text": text(75), **_ACTION}, value=string(2000), style=one_of("primary", "danger")
    ),
    "static_select": _menu,
    "plain_text_input": shape(_ACTION, multiline=boolean, max_length=number, placeholder=text(150)),
    "feedback_buttons": shape({**_ACTION, "positive_button": _THUMB, "negative_button": _THUMB}),
}
_WORDS = shape({"text": string(12_000)}, style=shape({}, bold=boolean, italic=boolean))
RICH: dict[str, Check] = {
    "rich_text_section": shape({"elements": each(1000, by_type({"text": _WORDS}))})
}
