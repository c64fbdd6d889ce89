"""The page of a service that asks for a key: it asks once, and goes on as whoever holds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from agent.access.gatekeeper import open_keys
from agent.access.keys import mint
from agent.api import create_app
from agent.settings import Settings
from tests.agent.http.conftest import PATIENCE, serving


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The address of a service that asks for keys, and a key."""
    settings = Settings(_env_file=None, data_dir=tmp_path, access="required")
    with closing(open_keys(settings)) as store:
        key, _ = mint(store, "local", "ann", "admin", now=1.0)
    with serving(create_app(settings)) as url:
        yield url, key


def test_the_page_asks_for_a_key_tells_a_wrong_one_and_works_with_the_right_one(
    browser: Browser, guarded: tuple[str, str]
) -> None:
    url, key = guarded
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(url)
    dialog = page.get_by_role("dialog", name="Your key")
    expect(dialog).to_contain_text("This needs a key")
    for typed in ("cm_wrong", key):
        page.get_by_label("Key", exact=True).fill(typed)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        if typed != key:
            expect(dialog).to_contain_text("The key is not one of this service")
    expect(page.locator("#people-count")).to_contain_text("nobody to search yet")
    expect(dialog).to_have_count(0)
    page.close()
