"""The chat page as people use it: said, proven, narrowed, compared, kept and taken back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.agent.cli.conftest import PEOPLE
from tests.agent.page.saying import answered, say


def test_a_search_shows_wishes_as_chips_and_people_as_cards_with_quotes(page: Page) -> None:
    expect(page.locator("#people-count")).to_have_text("4 people can be searched.")
    turn = say(page, "registered nurses with ACLS, nice to have: Texas")
    assert page.locator("#wishes .wish").count() == 3
    assert page.locator("#wishes .wish-nice").count() == 1
    card = turn.locator(".card").first
    expect(card.locator(".name")).to_have_text("Mara Quill")
    quotes = card.locator(".quote").all_inner_texts()
    assert quotes
    for quote in quotes:
        assert quote.strip("“”") in PEOPLE["nurse-1"]
    assert "Mara Quill" in turn.locator(".answer").inner_text()
    expect(page.locator("#welcome")).to_be_hidden()


def test_a_quote_opens_the_resume_at_its_place_and_escape_comes_back(page: Page) -> None:
    card = say(page, "registered nurses with ACLS").locator(".card").first
    quote = card.locator(".quote").first
    said = quote.inner_text().strip("“”")
    quote.click()
    panel = page.locator("dialog.panel")
    expect(panel.locator("h2")).to_have_text("Mara Quill")
    expect(panel.locator("mark.here").first).to_have_text(said)
    mail = panel.locator(".contacts").get_by_role("link", name="mara.quill@example.com")
    expect(mail).to_have_attribute("href", "mailto:mara.quill@example.com")
    assert (
        panel.evaluate(
            "node => [...node.querySelector('.panel-body').childNodes]"
            ".filter((each) => each.nodeType === Node.TEXT_NODE).length"
        )
        == 0
    )
    assert "mara.quill@example.com" not in panel.locator(".resume-text").inner_text()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(quote).to_be_focused()


def test_a_chip_is_taken_off_and_undo_brings_it_back(page: Page) -> None:
    say(page, "registered nurses with ACLS")
    page.get_by_role("button", name="Drop ACLS").click()
    wishes = page.locator("#wishes .wish-label")
    expect(wishes).to_have_text(["Registered Nurse"])
    answered(page.locator(".turn").nth(1))
    page.get_by_role("button", name="Undo").click()
    expect(wishes).to_have_text(["Registered Nurse", "ACLS"])
    answered(page.locator(".turn").nth(2))
    page.get_by_role("button", name="Start over").click()
    expect(wishes).to_have_count(0)


def test_why_compare_and_shortlist_work_from_the_cards(page: Page) -> None:
    turn = say(page, "nurses, cooks or software developers")
    cards = turn.locator(".card")
    cards.nth(0).get_by_role("button", name="Why").click()
    page.locator(".explanation").wait_for()
    answered(page.locator(".turn").nth(1))
    cards.nth(0).get_by_role("button", name="Compare").click()
    cards.nth(1).get_by_role("button", name="Compare").click()
    page.locator("#comparing").get_by_role("button", name="Compare").click()
    expect(page.locator(".comparison thead th")).to_have_count(3)
    expect(page.locator(".comparison td .verdict").first).to_have_text("met")
    answered(page.locator(".turn").nth(2))
    cards.nth(1).get_by_role("button", name="Shortlist").click()
    expect(page.locator("#shortlist-count")).to_have_text("1")
    expect(cards.nth(1).locator("[data-keep]")).to_have_attribute("aria-pressed", "true")
    page.locator("#open-shortlist").click()
    kept = page.locator("dialog.panel .kept li")
    expect(kept).to_have_count(1)
    expect(kept.locator(".name")).to_have_text(cards.nth(1).locator(".name").inner_text())


@pytest.mark.parametrize("width", [320, 390, 600])
def test_on_a_phone_a_comparison_of_three_is_read_without_scrolling_sideways(
    page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    say(page, "nurses, cooks or software developers")
    turn = say(page, "compare 1, 2 and 3")
    table = turn.locator(".comparison")
    assert table.evaluate("(each) => each.scrollWidth <= each.clientWidth")
    row = table.locator("tbody tr").first
    assert [w.split(".")[0] for w in row.locator(".whose").all_inner_texts()] == ["1", "2", "3"]
    for cell in row.locator("td").all():
        box = cell.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    expect(page.get_by_role("rowheader").first).to_be_visible()


def test_where_there_is_room_a_comparison_names_people_in_its_head_alone(page: Page) -> None:
    say(page, "nurses, cooks or software developers")
    turn = say(page, "compare 1, 2 and 3")
    expect(turn.locator(".comparison .whose").first).to_be_hidden()
    expect(turn.locator(".comparison thead .name")).to_have_count(3)


def test_what_a_comparison_shows_in_its_table_is_not_said_again_above_it(page: Page) -> None:
    say(page, "nurses, cooks or software developers")
    turn = say(page, "why is #1 above #2?")
    expect(turn.locator(".comparison tbody q, .comparison tbody .quote").first).to_be_visible()
    expect(turn.locator(".answer")).to_contain_text("ranks lower")
    expect(turn.locator(".answer li")).to_have_count(0)
    page.reload()
    expect(page.locator(".turn").nth(1).locator(".answer li")).to_have_count(0)


def test_a_reload_finds_the_conversation_again(page: Page) -> None:
    say(page, "registered nurses with ACLS")
    say(page, "shortlist 1")
    page.reload()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".card .name").first).to_have_text("Mara Quill")
    expect(page.locator("#wishes .wish")).to_have_count(2)
    expect(page.locator("#shortlist-count")).to_have_text("1")


def test_a_new_conversation_is_empty_and_the_old_one_is_in_the_list(page: Page) -> None:
    say(page, "sous chefs with HACCP, the first conversation")
    page.locator("#new-thread").click()
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.locator("#wishes .wish")).to_have_count(0)
    page.get_by_role("link", name="the first conversation").click()
    expect(page.locator(".card .name").first).to_have_text("Ivo Brand")


def test_everything_is_reached_by_keyboard(page: Page) -> None:
    expect(page.locator("#message")).to_be_focused()
    page.keyboard.type("registered nurses")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("with ACLS")
    page.keyboard.press("Enter")
    page.locator(".feedback").wait_for()
    expect(page.locator(".said")).to_have_text("registered nurses\nwith ACLS")
    needed, reached = {"skip", "wide", "drop", "name", "quote", "small"}, set[str]()
    page.locator("body").press("Tab")
    for _ in range(400):  # past every conversation that other tests left in the side bar
        of_it = page.evaluate("document.activeElement.className || document.activeElement.id")
        reached.update(of_it.split())
        if needed <= reached:
            break
        page.keyboard.press("Tab")
    assert needed <= reached


def test_a_resume_is_text_and_never_markup(page: Page) -> None:
    turn = say(page, "glaziers with leaded glass")
    card = turn.locator(".card").first
    assert "Glazier" in card.inner_text()
    card.locator(".name").click()
    text = page.locator("dialog.panel .resume-text")
    expect(text).to_contain_text("Glazier <b onmouseover=\"document.title='broken in'\">bold</b>")
    assert page.title() == "Candidate Matcher"
    for tag in ("script:not([src])", "img:not([src^='/page/'])", "iframe", "b"):
        assert page.locator(tag).count() == 0, tag


def test_what_the_recruiter_says_is_text_too(page: Page) -> None:
    message = "<img src=x onerror=alert(1)> nurses <b>now</b>"
    turn = say(page, message)
    expect(turn.locator(".said")).to_have_text(message)
    assert turn.locator("img, b").count() == 0


def test_thumbs_are_kept(page: Page) -> None:
    turn = say(page, "registered nurses")
    turn.get_by_role("button", name="Bad answer").click()
    turn.get_by_label("What was wrong?").fill("too few")
    page.keyboard.press("Enter")
    expect(turn.locator(".told")).to_have_text("Thank you, noted.")
    expect(turn.locator(".why-form")).to_have_count(0)


def test_files_are_added_on_the_page_and_a_bad_one_says_why(page: Page) -> None:
    page.locator("#open-upload").click()
    about = "EXPERIENCE\nThatcher, Reed & Sons, 2011 - 2019\n- Long straw roofs."
    resume = f"Nell Harrow\nnell.harrow@example.com\n\n{about}"
    page.locator("#files").set_input_files(
        [
            {"name": "nell.txt", "mimeType": "text/plain", "buffer": resume.encode()},
            {"name": "empty.pdf", "mimeType": "application/pdf", "buffer": b""},
        ]
    )
    outcomes = page.locator(".outcomes li")
    expect(outcomes).to_have_count(2)
    expect(outcomes.nth(0)).to_contain_text("added")
    expect(outcomes.nth(1)).to_have_class("bad")
    expect(outcomes.nth(1)).to_contain_text("empty.pdf")
    outcomes.nth(0).get_by_role("button", name="Open").click()
    panel = page.locator("dialog.panel").last
    expect(panel.locator("h2")).to_have_text("Nell Harrow")
    panel.get_by_role("button", name="Remove this person").click()
    panel.get_by_role("button", name="Remove for good?").click()
    expect(page.locator("#people-count")).to_have_text("4 people can be searched.")


def test_an_upload_that_brings_nobody_in_does_not_sound_like_one_that_did(page: Page) -> None:
    page.locator("#open-upload").click()
    page.locator("#files").set_input_files(
        {"name": "empty.pdf", "mimeType": "application/pdf", "buffer": b""}
    )
    expect(page.locator("dialog.panel [role=status]")).to_have_text(
        "Nobody came in: see what to do about each file."
    )


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_nothing_is_cut_off(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    say(page, "registered nurses with ACLS, nice to have: Texas, no pediatrics")
    say(page, "why is #1 a good match?")
    say(page, "compare 1 and 2")
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) <= 0
    for selector in (".card", ".said", ".answer", ".explanation", "#message", "#send"):
        for box in (each.bounding_box() for each in page.locator(selector).all()):
            assert box is not None
            assert box["x"] >= 0, selector
            assert box["x"] + box["width"] <= width, selector
    expect(page.locator("#side")).to_be_hidden()
    page.locator("#open-side").click()
    expect(page.locator("#new-thread")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#side")).to_be_hidden()
    page.locator("#open-side").click()
    page.mouse.click(width - 5, 400)
    expect(page.locator("#side")).to_be_hidden()
    expect(page.locator("#open-side")).to_be_focused()


def test_the_page_itself_never_scrolls_and_the_newest_message_is_in_sight(page: Page) -> None:
    for message in ("registered nurses", "why is #1 a good match?", "compare 1 and 2"):
        turn = say(page, message)
    page.wait_for_timeout(700)
    assert page.evaluate("[document.documentElement.scrollTop, document.body.scrollTop]") == [0, 0]
    box, bar = turn.locator(".said").bounding_box(), page.locator(".bar").bounding_box()
    assert box is not None
    assert bar is not None
    assert bar["y"] + bar["height"] <= box["y"] < 300


def test_every_stylesheet_and_module_the_page_names_is_served(page: Page, site: str) -> None:
    html = page.request.get(site).text()
    named = re.findall(r'(?:href|src)="(/page/[^"]+)"', html)
    assert len(named) >= 6
    for path in named:
        assert page.request.get(site + path).ok, path


def test_the_shortlist_is_downloaded_where_it_is_asked_for_and_from_its_drawer(page: Page) -> None:
    say(page, "registered nurses with ACLS")
    say(page, "shortlist 1")
    turn = say(page, "export the shortlist")
    page.get_by_role("button", name=re.compile("^Shortlist 1")).click()
    for place in (page.locator("dialog.panel"), turn):
        with page.expect_download() as coming:
            place.get_by_role("button", name="Download as CSV").click()
        assert coming.value.suggested_filename == "shortlist.csv"
        text = coming.value.path().read_text("utf-8-sig")
        assert '"Mara Quill"' in text
        page.keyboard.press("Escape")
