"""Who shall stay on the list, who shall go, and how that ends again."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from agent.offline.intents import decide
from agent.offline.phrasebook import answers
from agent.offline.situation import Situation
from tests.agent.offline.asking import worded
from tools.criteria import Criterion

NOW = Situation(
    "",
    criteria=(Criterion("title", "Registered Nurse"), Criterion("language", "Spanish")),
    shown=(1, 2, 3),
    total=3,
    shortlist=("⟨#1⟩",),
    settings=(("only:every must", "only who meets every must"), ("hidden", "1 person hidden")),
    hidden=("@nu-7",),
)


def args(now: Situation, text: str) -> dict[str, Any]:
    (asked,) = decide(now.saying(text)).calls
    assert asked.tool == "filter_candidates"
    return dict(asked.args)


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("show everybody again", ["only:every must", "hidden"]),
        ("stop filtering", ["only:every must", "hidden"]),
        ("no idea, show me everybody", ["only:every must", "hidden"]),
        ("bring everyone back", ["only:every must", "hidden"]),
        ("drop only who meets every must", ["only:every must"]),
        ("drop 1 person hidden", ["hidden"]),
        ("bring ⟨@nu-7⟩ back", ["@nu-7"]),
        ("unhide ⟨@nu-7⟩", ["@nu-7"]),
    ],
)
def test_what_leaves_people_out_ends_where_it_is_said(text: str, dropped: list[str]) -> None:
    assert args(NOW, text)["remove"] == dropped


def test_somebody_kept_is_hidden_all_the_same_and_only_taken_off_where_that_is_said() -> None:
    assert args(NOW, "hide #1")["hide"] == ["#1"]
    (asked,) = decide(NOW.saying("remove #1")).calls
    assert (asked.tool, asked.args["remove"]) == ("update_shortlist", ["#1"])
    assert args(NOW, "remove #2 from the list")["hide"] == ["#2"]


@pytest.mark.parametrize(
    "text", ["who meets every must?", "only in Texas", "without Spanish", "with German"]
)
def test_a_question_and_a_wish_leave_nobody_out(text: str) -> None:
    assert not any(call.args.get("only") for call in decide(NOW.saying(text)).calls)


@pytest.mark.parametrize(
    "text",
    [
        "only with German", "only those with German", "just who speaks German", "show only German",
        "only German speakers", "German speakers only", "with B2 German only",
    ],
)  # fmt: skip
def test_only_is_one_thing_however_it_is_said(text: str) -> None:
    asked = args(NOW, text)
    assert [wish["value"] for wish in asked["add"]] == ["German"]
    assert asked["only"] == ["language:german"]


@pytest.mark.parametrize("text", ["ok only those", "just them please", "keep only these"])
def test_only_those_keeps_whom_the_last_question_was_about(text: str) -> None:
    asked = "who of them speaks German?"
    now = msgspec.structs.replace(NOW, asked=asked, said="Shown for German:\n- ⟨#2⟩: “German”")
    assert args(now, text)["only"] == ["language:german"]
    for lacking in (
        "Not so for German: ⟨#1⟩ (A1).", "Nobody on screen.\nThose who show it:\n- ⟨#2⟩: “German”",
        "Not so:\n- ⟨#2⟩: “German”",
    ):  # fmt: skip
        denied = msgspec.structs.replace(now, asked="who doesn't speak German?", said=lacking)
        (wish,) = args(denied, text)["add"]
        assert (wish["value"], wish["weight"]) == ("German", "avoid")
    told = msgspec.structs.replace(now, said="⟨#2⟩ is on your shortlist now.")
    assert not any(call.args.get("only") for call in decide(told.saying(text)).calls)


def test_of_a_list_left_empty_by_hiding_nobody_is_said_to_miss_a_wish() -> None:
    payload = {
        "tool": "filter_candidates", "total": 0, "criteria": [], "added": [], "removed": [],
        "rows": [], "excluded": [], "relax": [], "nearest_of": 9,
        "settings": [{"id": "hidden", "words": "1 person hidden"}],
        "narrowing": {"ranked": 1, "set": [], "unset": [], "back": [], "hid": [{"ref": "⟨@nu-7⟩"}]},
    }  # fmt: skip
    assert worded("hide #1", payload) == (
        "⟨@nu-7⟩ is left out of this list. Nobody is left on this list. Try fewer or broader "
        "wishes. Or ask me to show everybody again."
    )


def test_an_undo_that_leaves_nobody_still_says_who_is_out_or_back() -> None:
    payload = {
        "tool": "undo", "total": 0, "criteria": [{"kind": "title", "value": "Nurse", "weight":
        "must", "id": "title:nurse"}], "rows": [], "excluded": [], "relax": [], "settings": [],
        "narrowing": {"ranked": 1, "set": [], "unset": [], "hid": [], "back": [{"ref": "⟨@n-7⟩"}]},
    }  # fmt: skip
    said = worded("undo", payload)
    assert "⟨@n-7⟩ is back on this list." in said
    assert "Nobody meets all of it" in said


def test_a_redo_after_the_undo_of_a_shortlisting_keeps_them_again() -> None:
    now = Situation("redo", asked="undo", said="⟨#2⟩ is off your shortlist.", shown=(1, 2))
    (asked,) = decide(now).calls
    assert (asked.tool, asked.args["add"]) == ("update_shortlist", ["#2"])


@pytest.mark.parametrize(("said", "steps"), [("redo twice", 2), ("redo 3 steps", 3), ("redo", 1)])
def test_several_steps_are_brought_back_at_once(said: str, steps: int) -> None:
    (asked,) = decide(Situation(said, asked="undo", said="Taken back.", shown=(1, 2))).calls
    assert (asked.tool, asked.args["redo"]) == ("undo", True)
    assert asked.args.get("steps", 1) == steps


def test_a_correction_hides_nobody() -> None:
    plan = decide(Situation("no, #2", asked="why is #1 first?", said="⟨#1⟩ leads.", shown=(1, 2)))
    assert not any("hide" in call.args for call in plan.calls)


def test_the_chip_of_a_name_that_ends_in_signs_drops_itself_alone() -> None:
    settings = (("only:skill:c++", "only: c++"),)
    (asked,) = decide(Situation("drop only: C++", shown=(1,), settings=settings)).calls
    assert asked.args["remove"] == ["only:skill:c++"]


def test_what_was_read_off_the_screen_alone_narrows_no_list() -> None:
    told = "Certificates and licences of those shown:\n- ⟨#1⟩: “RN”"
    plan = decide(Situation("only those", asked="who is certified?", said=told, shown=(1, 2)))
    assert plan.say == answers()["unnarrowed"]
