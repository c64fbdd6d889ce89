"""What comes out of the printer: a conversation, a shortlist or a résumé, whole, no buttons."""

from __future__ import annotations

from contextlib import closing

import pypdfium2
from playwright.sync_api import Page, expect

from tests.agent.page.saying import say


def printed(page: Page) -> list[str]:
    """Return the text of each page of paper."""
    with closing(pypdfium2.PdfDocument(page.pdf(format="A5"))) as paper:
        return [each.get_textpage().get_text_range().replace("\r\n", " ") for each in paper]


def test_a_shortlist_is_printed_with_its_quotes_and_without_its_buttons(page: Page) -> None:
    say(page, "registered nurses with ACLS")
    say(page, "shortlist 1")
    page.locator("#open-shortlist").click()
    proof = page.locator("dialog.panel .quote").first.inner_text().strip("“”")
    paper = " ".join(printed(page))
    assert paper.startswith("Shortlist")
    assert "Mara Quill" in paper
    assert proof in paper
    for other in ("Take off", "Print", "New conversation", "I ranked"):
        assert other not in paper
    expect(page.locator(".sheet")).to_have_count(0)


def test_a_long_conversation_is_printed_to_its_end(page: Page) -> None:
    for message in ("nurses, cooks or software developers", "why is #1 a good match?", "undo that"):
        say(page, message)
    pages = printed(page)
    assert len(pages) > 1
    assert "nurses, cooks or software developers" in pages[0]
    assert "undo that" in " ".join(pages[1:])
    assert "New conversation" not in " ".join(pages)


def test_a_resume_is_printed_over_as_many_pages_as_it_needs(page: Page) -> None:
    say(page, "registered nurses with ACLS").locator(".card .name").first.click()
    panel = page.locator("dialog.panel .resume-text")
    expect(panel).to_contain_text("ACLS")
    panel.evaluate("node => node.append('\\n'.repeat(120) + 'the last line')")
    pages = printed(page)
    assert len(pages) > 1
    assert "the last line" in pages[-1]
