"""Prose is cut into sentences as it streams."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphs.sentences import LONGEST, Sentences


def cut(text: str, step: int = 3) -> list[str]:
    sentences = Sentences()
    done = [s for at in range(0, len(text), step) for s in sentences.feed(text[at : at + step])]
    return [*done, *sentences.finish()]


@pytest.mark.parametrize(
    "sentence",
    [
        "She knows Node.js and Vue.js.",
        "⟨#2⟩ has 5.5 years with v2.0.",
        "Hired as Sr. Engineer at Acme Inc. in Berlin.",
        "It says “Led a team of 5. Shipped it.” in the last entry.",
        'It says "Led. Then left." there.',
        "Skills (e.g. Python, i.e. not Go) count.",
        "J. R. is not a name.",
        "So … what now?",
        "- 5+ years: ⟨#1⟩ “Auditor” … “May 2020 – Present” (6 years); ⟨#3⟩ “Clerk” (2 years).",
        "Is that so?!",
        "- Head Chef: ⟨#1⟩ “The Heron, Leeds.” … “2018 – present” (19.5 years); ⟨#2⟩ “Cook”.",
        "#1 leads: “Ran the pass at Heron Inn.” (Head Chef) and “Bakes.” · “Pastry.” (baking).",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert cut(f"{sentence} Next one.") == [f"{sentence} ", "Next one."]


def test_lines_and_list_items_are_sentences() -> None:
    text = "Two people:\n- ⟨#1⟩ leads\n- ⟨#2⟩. Follows\n\n1. One\n2. Two"
    assert cut(text) == [
        "Two people:\n",
        "- ⟨#1⟩ leads\n",
        "- ⟨#2⟩. ",
        "Follows\n",
        "\n",
        "1. One\n",
        "2. Two",
    ]


def test_a_sentence_leaves_as_soon_as_the_next_begins() -> None:
    sentences = Sentences()
    assert sentences.feed("One. ") == []
    assert sentences.feed("T") == ["One. "]


def test_a_text_without_an_end_is_cut_at_a_space() -> None:
    parts = cut("word " * 600, 50)
    assert max(len(part) for part in parts) <= LONGEST


@given(st.text(alphabet='aB1 .!?\n“”"()-⟨#⟩…', max_size=300), st.integers(1, 40))
def test_nothing_is_lost_and_chunks_do_not_matter(text: str, step: int) -> None:
    assert "".join(cut(text, step)) == text
    assert cut(text, step) == cut(text, 1)
