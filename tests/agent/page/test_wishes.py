"""What is looked for, on every screen: all of it in reach, and shown once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.agent.page.saying import answered, say

MANY = (
    "registered nurses with ACLS, BLS, PALS, CCRN and 5+ years, nice to have: Texas, Spanish, "
    "telemetry, triage, wound care, charting, no pediatrics"
)


@pytest.mark.parametrize(
    ("width", "height"), [(1280, 800), (768, 1024), (390, 844), (320, 640), (844, 390)]
)
def test_wishes_without_room_wait_behind_a_button_that_counts_them(
    page: Page, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    say(page, MANY)
    bar, every = page.locator("#wishes"), page.locator("#all-wishes")
    wishes = bar.locator(".wish")
    expect(every).to_have_text(f"All {wishes.count()}")
    last = wishes.last
    assert not inside(bar.bounding_box(), last.bounding_box())
    every.click()
    expect(every).to_have_text("Show less")
    last.scroll_into_view_if_needed()
    assert inside(bar.bounding_box(), last.bounding_box())
    main = page.locator("#main").bounding_box()
    assert main is not None
    assert main["height"] > height / 4
    every.click()
    expect(every).to_have_text(f"All {wishes.count()}")


def inside(outer: object, inner: object) -> bool:
    assert isinstance(outer, dict)
    assert isinstance(inner, dict)
    end = inner["y"] + inner["height"]
    return outer["y"] - 1 <= inner["y"] and end <= outer["y"] + outer["height"] + 1


def test_where_all_have_room_there_is_no_such_button(page: Page) -> None:
    say(page, "registered nurses with ACLS")
    expect(page.locator("#all-wishes")).to_be_hidden()


def test_what_is_weighed_and_is_no_wish_is_a_chip_of_its_own_that_can_be_taken_off(
    page: Page,
) -> None:
    say(page, "data scientists for a furniture store")
    chip = page.locator("#wishes .wish-also")
    expect(chip).to_have_text("also weighsfurniture store")
    page.get_by_role("button", name="Drop furniture store").click()
    turn = page.locator(".turn").nth(1)
    answered(turn)
    expect(turn.locator(".answer")).to_contain_text("No longer weighing furniture store")
    expect(chip).to_have_count(0)


def test_who_drops_a_wish_by_keyboard_stays_among_the_wishes(page: Page) -> None:
    say(page, "registered nurses with ACLS and BLS")
    page.get_by_role("button", name="Drop ACLS").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#wishes .wish")).to_have_count(2)
    answered(page.locator(".turn").nth(1))
    expect(page.get_by_role("button", name="Drop BLS")).to_be_focused()


def test_each_card_counts_the_musts_and_the_answer_says_who_meets_them_all(page: Page) -> None:
    first = say(page, "registered nurses with ACLS")
    cards = first.locator(".card")
    counts = first.locator(".card .musts")
    expect(counts).to_have_count(cards.count())
    expect(counts.first).to_have_text("meets every must")
    expect(counts.last).to_have_text("meets 0 of 2 musts")
    every = counts.and_(page.locator(".musts-met")).count()
    assert f"{every} of the {cards.count()} shown meet" in first.locator(".answer").inner_text()


def test_a_change_of_the_wishes_is_told_and_a_first_request_is_not_told_twice(page: Page) -> None:
    first = say(page, "registered nurses with ACLS")
    expect(first.locator(".change")).to_have_count(0)
    second = say(page, "also BLS")
    expect(second.locator(".change-added")).to_have_count(1)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_pasted_job_is_folded_and_opens_whole(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    tasks = "\n".join(f"- Task {n}: care for patients of ward {n}" for n in range(1, 30))
    turn = say(page, f"Registered Nurse\n\nMust have: ACLS\n\nYour tasks\n{tasks}")
    said, more = turn.locator(".said"), turn.get_by_role("button", name="Show all of it")
    folded = said.bounding_box()
    more.click()
    whole = said.bounding_box()
    assert folded is not None
    assert whole is not None
    assert whole["height"] > 2 * folded["height"]
    turn.get_by_role("button", name="Show less").click()
    expect(more).to_be_visible()
    short = say(page, "also BLS")
    expect(short.locator(".unfold")).to_be_hidden()


def test_hebrew_runs_from_right_to_left_and_english_does_not(page: Page) -> None:
    direction = "node => getComputedStyle(node).direction"
    assert say(page, "אחות מוסמכת ACLS").locator(".said").evaluate(direction) == "rtl"
    assert say(page, "registered nurses").locator(".said").evaluate(direction) == "ltr"


def test_what_leaves_people_out_is_a_chip_and_taken_off_it_shows_everybody_again(
    page: Page,
) -> None:
    everybody = say(page, "registered nurses with ACLS").locator(".card").count()
    few = say(page, "show only those who meet everything").locator(".card")
    assert 0 < few.count() < everybody
    chip = page.locator("#wishes .wish-setting")
    expect(chip).to_have_text("only who meets every must")
    say(page, "hide #1")
    expect(chip).to_have_text(["only who meets every must", "1 person hidden"])
    for at, name in enumerate(("Drop 1 person hidden", "Drop only who meets every must"), 3):
        page.get_by_role("button", name=name).click()
        turn = page.locator(".turn").nth(at)
        answered(turn)
    expect(chip).to_have_count(0)
    expect(turn.locator(".card")).to_have_count(everybody)
