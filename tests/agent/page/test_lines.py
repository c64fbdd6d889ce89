"""Slow answers, lost lines and other tabs: what one sees of them, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.agent.http.conftest import PATIENCE
from tests.agent.page.saying import answered, say

STARTED = 'id: 1\nevent: turn_started\ndata: {"thread_id": "t", "turn_id": "u"}\n\n'


@pytest.fixture
def shaky(browser: Browser, site: str) -> Iterator[Page]:
    """A page whose requests may fail, which its console then tells of."""
    context = browser.new_context()
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE * 1000)
    opened.goto(site)
    yield opened
    context.close()


def holding(page: Page, address: str) -> list[Route]:
    """Hold the requests to an address back; return the list that fills with them."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(address, hold)
    return held


def test_what_is_pressed_while_an_answer_is_coming_is_told_in_sight(page: Page) -> None:
    card = say(page, "registered nurses").locator(".card").first
    held = holding(page, "**/chat")
    page.locator("#message").fill("also ACLS")
    page.keyboard.press("Enter")
    page.locator("body.busy").wait_for()
    banner = page.locator("#banner")
    card.get_by_role("button", name="Why").click()
    expect(banner).to_contain_text("still coming")
    banner.get_by_role("button", name="Dismiss").click()
    page.locator("#message").fill("also BLS")
    page.keyboard.press("Enter")
    expect(banner).to_contain_text("still coming")
    expect(page.locator("#message")).to_have_value("also BLS")
    held[0].continue_()
    answered(page.locator(".turn").nth(1))
    expect(banner).to_be_hidden()
    expect(page.locator(".turn")).to_have_count(2)


def test_a_slow_answer_says_for_how_long(page: Page) -> None:
    held = holding(page, "**/chat")
    page.locator("#message").fill("registered nurses")
    page.keyboard.press("Enter")
    page.locator(".clock", has_text=" s").wait_for()
    expect(page.locator(".status")).to_contain_text("Thinking")
    held[0].continue_()
    answered(page.locator(".turn").first)
    expect(page.locator(".clock")).to_have_count(0)


def test_a_message_that_never_arrived_is_offered_again_even_after_a_reload(shaky: Page) -> None:
    say(shaky, "registered nurses")
    shaky.route("**/chat", lambda route: route.abort())
    shaky.locator("#message").fill("also ACLS")
    shaky.keyboard.press("Enter")
    expect(shaky.locator(".trouble")).to_contain_text("cannot be reached")
    shaky.unroute("**/chat")
    shaky.reload()
    expect(shaky.locator(".said").last).to_have_text("also ACLS")
    expect(shaky.locator(".said").last).to_be_in_viewport()
    shaky.get_by_role("button", name="Ask again").click()
    expect(shaky.locator("#wishes .wish-label")).to_have_text(["Registered Nurse", "ACLS"])
    answered(shaky.locator(".turn").last)
    expect(shaky.locator(".said")).to_have_text(["registered nurses", "also ACLS"])


def test_a_line_that_breaks_is_told_while_it_is_opened_again(shaky: Page) -> None:
    stream = {"content-type": "text/event-stream"}
    shaky.route("**/chat", lambda route: route.fulfill(headers=stream, body=STARTED))
    holding(shaky, "**/chat/*/events")
    shaky.locator("#message").fill("registered nurses")
    shaky.keyboard.press("Enter")
    expect(shaky.locator(".status")).to_contain_text("The line was lost")


def test_another_tab_on_the_thread_shows_what_was_said_in_this_one(page: Page) -> None:
    say(page, "registered nurses with ACLS")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("#wishes .wish")).to_have_count(2)
    say(page, "also BLS")
    expect(other.locator("#wishes .wish")).to_have_count(3)
    expect(other.locator(".said").last).to_have_text("also BLS")
