"""The description of the API is drawn by the service alone, with nothing loaded from elsewhere."""

from __future__ import annotations

import httpx
from playwright.sync_api import Page, expect


def test_every_route_is_described_with_its_fields_and_a_command(page: Page, site: str) -> None:
    page.goto(f"{site}/docs")
    expect(page.locator("#told")).to_be_hidden()
    described = httpx.get(f"{site}/openapi.json").json()["paths"]
    wanted = {f"{m.upper()} {path}" for path, methods in described.items() for m in methods}
    assert set(page.locator(".route h2").all_inner_texts()) == wanted
    assert set(page.locator("#contents code").all_inner_texts()) == wanted
    match = page.locator(".route", has_text="POST /match")
    expect(match).to_contain_text("top_k integer, at least 1, at most 50, 5 if left out")
    expect(match).to_contain_text("description string, at most 100000 characters")
    expect(match).to_contain_text(f"curl '{site}/match' -H 'Content-Type: application/json' -d '{{")
    expect(page.get_by_role("link", name="/openapi.json")).to_have_attribute(
        "href", "/openapi.json"
    )


def test_the_description_fits_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{site}/docs")
    expect(page.locator("#told")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
