"""A headless Chromium on a real service over a few fictional people, and what its console says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from agent.api import create_app
from agent.settings import Settings
from tests.agent.cli.conftest import PEOPLE
from tests.agent.http.conftest import PATIENCE, serving

INSTALLED = ("chromium", "chromium-browser", "google-chrome")
HOSTILE = """<img src=x onerror="document.title='broken in'">
<script>document.title='broken in'</script>

EXPERIENCE
Glazier <b onmouseover="document.title='broken in'">bold</b>, Pane & Sons, 03/2012 - 09/2023
- Leaded glass "quoted" & 'quoted' <script>document.title='broken in'</script> {{7*7}} ${7*7}
- Cuts glass for <iframe src="https://example.com"></iframe> churches.
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return the Chromium of this machine; its loop must end before others can begin."""
    path = next(filter(None, map(shutil.which, INSTALLED)), None)
    assert path, "the tests of the page need a Chromium: apt-get install chromium"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=flags)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a service with four people, one of whom sent a hostile résumé."""
    app = create_app(Settings(data_dir=tmp_path_factory.mktemp("page")))
    with serving(app) as url:
        people = {**PEOPLE, "glazier-1": HOSTILE}
        records = [{"candidate_id": i, "text": t} for i, t in people.items()]
        sent = httpx.post(f"{url}/candidates", json={"records": records}, timeout=PATIENCE)
        assert sent.json()["summary"] == "4 added.", sent.text
        yield url


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """Return a fresh page on the service; nothing may have gone wrong on it when the test ends."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE * 1000)
    trouble: list[str] = []
    opened.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda fault: trouble.append(str(fault)))
    opened.on(
        "request",
        lambda asked: None if asked.url.startswith((site, "data:")) else trouble.append(asked.url),
    )
    opened.goto(site)
    yield opened
    context.close()
    assert trouble == []
