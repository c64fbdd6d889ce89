"""The page on top of the AWS configuration, as `make aws-local` serves it, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.agent.cli.conftest import PEOPLE
from tests.agent.page.conftest import browser as browser
from tests.agent.page.test_conversation import say
from tests.services.provision import provision
from tests.services.service import PATIENCE, matcher, serving
from tests.services.stack import Stack


@pytest.fixture(scope="module")
def site(services: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service on stores of its own, with three people in them."""
    settings = {**services.environment(), **provision(services)}
    home = tmp_path_factory.mktemp("page-on-aws")
    rows = [json.dumps({"candidate_id": i, "text": t}) for i, t in PEOPLE.items()]
    (home / "people.jsonl").write_text("\n".join(rows), "utf-8")
    done = matcher(settings, home / "ingest", "ingest", str(home / "people.jsonl"))
    assert done.returncode == 0, done.stderr
    with serving(settings, home / "service") as running:
        yield running.url


def test_a_conversation_on_the_page_is_kept_in_the_stores_of_aws(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    trouble: list[str] = []
    page.on("pageerror", lambda fault: trouble.append(str(fault)))
    page.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    page.goto(site)
    expect(page.locator("#people-count")).to_have_text("3 people can be searched.")
    found = say(page, "registered nurses with ACLS")
    expect(found.locator(".card .name").first).to_have_text("Mara Quill")
    expect(say(page, "why is #1 a good match?").locator(".explanation")).to_be_visible()
    say(page, "shortlist 1")
    page.reload()
    expect(page.locator(".turn")).to_have_count(3)
    expect(page.locator("#shortlist-count")).to_have_text("1")
    expect(page.locator("#wishes .wish")).to_have_count(2)
    expect(page.locator(".turn .card .name").first).to_have_text("Mara Quill")
    context.close()
    assert trouble == []
