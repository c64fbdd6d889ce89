"""What may stand inside a block: buttons, menus, fields, and the pieces of rich text."""

from __future__ import annotations

from typing import Any

from agent.scripts.workspace.schema import (
    Check,
    Faults,
    boolean,
    by_type,
    each,
    number,
    one_of,
    string,
    text,
)

_ACTION = {"action_id": string(255)}
_OPTION_REQUIRED = {"text": text(75, "plain_text", "mrkdwn"), "value": string(150)}


def _object(required: dict[str, Check], optional: dict[str, Check]) -> Check:
    def check(faults: Faults, at: str, value: Any) -> None:
        faults.fields(at, value, required, optional)

    return check


option = _object(_OPTION_REQUIRED, {"description": text(75)})

_CONFIRM = _object(
    {"title": text(100), "text": text(300, "plain_text", "mrkdwn"), "confirm": text(30)},
    {"deny": text(30), "style": one_of("primary", "danger")},
)
_THUMB = _object(
    {"text": text(75), "value": string(2000)},
    {"accessibility_label": string(75)},
)
_BUTTON = _object(
    {"text": text(75), **_ACTION},
    {
        "value": string(2000),
        "url": string(3000),
        "style": one_of("primary", "danger"),
        "confirm": _CONFIRM,
        "accessibility_label": string(75),
    },
)
_FIELD = _object(
    _ACTION,
    {
        "initial_value": string(3000, 0),
        "multiline": boolean,
        "min_length": number,
        "max_length": number,
        "placeholder": text(150),
        "focus_on_load": boolean,
    },
)
_THUMBS = _object({**_ACTION, "positive_button": _THUMB, "negative_button": _THUMB}, {})
_ICON = _object(
    {**_ACTION, "icon": one_of("trash"), "text": text(75)},
    {"value": string(2000), "confirm": _CONFIRM, "accessibility_label": string(75)},
)
_IMAGE = _object({"image_url": string(3000), "alt_text": string(2000)}, {})


def _static_select(faults: Faults, at: str, value: Any) -> None:
    _menu(100)(faults, at, value)


def _menu(most: int) -> Check:
    fields = _object(
        {**_ACTION, "options": each(most, option)},
        {"placeholder": text(150), "initial_option": option, "focus_on_load": boolean},
    )

    def check(faults: Faults, at: str, value: Any) -> None:
        fields(faults, at, value)
        chosen = value.get("initial_option")
        if chosen is not None and chosen not in value.get("options", []):
            faults.add(f"{at}/initial_option", "must be one of the options")

    return check


def _checkboxes(faults: Faults, at: str, value: Any) -> None:
    required = {**_ACTION, "options": each(10, option)}
    faults.fields(at, value, required, {"initial_options": each(10, option)})


_OVERFLOW = _object({**_ACTION, "options": each(5, option)}, {"confirm": _CONFIRM})

ELEMENTS: dict[str, Check] = {
    "button": _BUTTON,
    "static_select": _static_select,
    "radio_buttons": _menu(10),
    "checkboxes": _checkboxes,
    "overflow": _OVERFLOW,
    "plain_text_input": _FIELD,
    "feedback_buttons": _THUMBS,
    "icon_button": _ICON,
    "image": _IMAGE,
}

_STYLE = _object({}, dict.fromkeys(("bold", "italic", "strike", "code"), boolean))
_PIECES: dict[str, Check] = {
    "text": _object({"text": string(12_000)}, {"style": _STYLE}),
    "link": _object({"url": string(3000)}, {"text": string(3000), "style": _STYLE}),
    "emoji": _object({"name": string(100)}, {"unicode": string(100)}),
    "user": _object({"user_id": string(50)}, {"style": _STYLE}),
    "channel": _object({"channel_id": string(50)}, {"style": _STYLE}),
    "broadcast": _object({"range": one_of("here", "channel", "everyone")}, {}),
}
_SECTION = _object({"elements": each(1000, by_type(_PIECES))}, {})
RICH: dict[str, Check] = {
    "rich_text_section": _SECTION,
    "rich_text_quote": _object({"elements": each(1000, by_type(_PIECES))}, {"border": number}),
    "rich_text_preformatted": _object({"elements": each(1000, by_type(_PIECES))}, {}),
    "rich_text_list": _object(
        {
            "style": one_of("bullet", "ordered"),
            "elements": each(1000, by_type({"rich_text_section": _SECTION})),
        },
        {"indent": number, "offset": number, "border": number},
    ),
}
