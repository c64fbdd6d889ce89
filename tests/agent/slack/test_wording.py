"""Slack's markup is read as the words that were typed."""

from __future__ import annotations

import pytest

from agent.slack.wording import mentions, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<@UBOT> find nurses", "find nurses"),
        ("<@UBOT|matcher>find nurses <@UBOT>", "find nurses"),
        ("salary &gt; 50k &amp; C&lt;T&gt;", "salary > 50k & C<T>"),
        ("ask <@U2|ana> or <@U3>", "ask @ana or @U3"),
        ("in <#C1|jobs> <!here> <!subteam^S1|@team>", "in #jobs @here @team"),
        ("see <https://a.example/x?a=1&amp;b=2|the role>", "see the role"),
        (
            "<https://a.example/x> <mailto:a@b.example|a@b.example>",
            "https://a.example/x a@b.example",
        ),
        ("Array<String> and a < b > c", "Array<String> and a < b > c"),
        ("one\n two  spaces\n\n- three", "one\n two  spaces\n\n- three"),
        ("", ""),
        ("<@UBOT>", ""),
    ],
)
def test_markup_becomes_words(text: str, words: str) -> None:
    assert words_of(text, "UBOT") == words


def test_an_unknown_bot_is_taken_to_be_mentioned_first() -> None:
    assert words_of("<@U9> ask <@U2>", "") == "ask @U2"


def test_a_mention_is_seen() -> None:
    assert mentions("hey <@UBOT>", "UBOT")
    assert not mentions("hey <@U2>", "UBOT")
    assert mentions("hey <@U2>", "")
