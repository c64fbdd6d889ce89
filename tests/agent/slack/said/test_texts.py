"""Texts are escaped for where they go, and cut where a reader would pause."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agent.scripts.fake_slack.reading import mentions_in
from agent.slack.escaping import markdown, mrkdwn, visible
from agent.slack.splitting import cut, split

MARKUP = st.text(st.sampled_from("<>&!@#|;:()[]*_~`ltgampUC1 \n"), max_size=80) | st.text()


@given(MARKUP)
def test_nobody_is_called_by_what_a_resume_says(text: str):
    assert mentions_in(mrkdwn(text), markdown(text), []) == []


@given(MARKUP)
def test_escaped_text_reads_as_it_was(text: str):
    escaped = mrkdwn(text)
    assert not set("<>") & set(escaped)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        escaped = escaped.replace(entity, character)
    assert escaped == visible(text)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("R&D at C&A, **bold** & - lists", "R&D at C&A, **bold** & - lists"),
        ("&lt; &#60; &amp;", "&amp;lt; &amp;#60; &amp;amp;"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("[click](http://x.example) ![i](y)", "[click]\u2060(http://x.example) ![i]\u2060(y)"),
        ("[click][1]", "[click]\u2060[1]"),
    ],
)
def test_an_answer_keeps_its_lists_and_loses_its_links(said: str, shown: str):
    assert markdown(said) == shown


@given(MARKUP)
@example("&gt and &gt;")
def test_an_answer_reads_as_it_was(text: str):
    """An entity ends with a semicolon, as CommonMark has it, which HTML's own reader forgives."""
    shown = re.sub(r"&#?\w+;", lambda entity: html.unescape(entity[0]), markdown(text))
    assert shown.replace("\u2060", "") == visible(text).replace("\u2060", "")


@given(st.text(), st.integers(4, 60))
def test_the_parts_of_a_text_are_the_text(text: str, room: int):
    left, parts = text, []
    while left:
        part, left = split(left, room)
        assert 0 < len(part.encode()) <= room
        parts.append(part)
    assert "".join(parts) == text


@pytest.mark.parametrize(
    ("text", "room", "first"),
    [
        ("One.\n\nTwo two. Three", 18, "One.\n\nTwo two. "),
        ("One one one.\n\nTwo two", 18, "One one one.\n\n"),
        ("One one\ntwo two two", 14, "One one\n"),
        ("One. Two three four", 15, "One. Two three "),
        ("onetwothreefour", 6, "onetwo"),
    ],
)
def test_a_text_is_divided_where_a_reader_would_pause(text: str, room: int, first: str):
    assert split(text, room)[0] == first


@given(st.text(), st.integers(2, 60))
def test_a_label_is_never_longer_than_its_place(text: str, most: int):
    assert len(cut(text, most)) <= most
