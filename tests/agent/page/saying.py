"""Talks to the page as a person would."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def answered(turn: Locator) -> None:
    """Wait for the end of a turn, before which the page takes nothing else to say."""
    turn.locator(".feedback").wait_for()
    turn.page.locator("body:not(.busy)").wait_for()


def say(page: Page, message: str) -> Locator:
    """Send a message as a person would; return its turn once the answer has ended."""
    turns = page.locator(".turn")
    at = turns.count()
    page.locator("#message").fill(message)
    page.keyboard.press("Enter")
    turn = turns.nth(at)
    answered(turn)
    return turn
