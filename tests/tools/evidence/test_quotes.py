"""Quotes are verbatim, bounded, hold the place they were cut around, and avoid identity tokens."""

from hypothesis import given
from hypothesis import strategies as st

from tools.evidence.quotes import LONGEST_QUOTE, quote_around

TEXT = (
    "Summary\n• Led a kitchen of 20 cooks. Cut food cost by 12 % in 2019; trained apprentices.\n"
    "⟨name⟩ speaks French. Works with Node.js and C++ daily."
)


def cut(words: str) -> str:
    start = TEXT.index(words)
    return quote_around(TEXT, start, start + len(words)).quote


def test_a_quote_is_the_sentence_without_its_bullet() -> None:
    assert cut("kitchen") == "Led a kitchen of 20 cooks."


def test_a_semicolon_ends_a_statement() -> None:
    assert cut("food cost") == "Cut food cost by 12 % in 2019"


def test_an_identity_token_is_left_outside() -> None:
    assert cut("French") == "speaks French."


def test_a_dot_inside_a_word_ends_nothing() -> None:
    assert cut("C++") == "Works with Node.js and C++ daily."


def test_a_sentence_is_followed_over_the_end_of_a_long_line() -> None:
    text = (
        "• Kept the books of eleven orchards and two cider presses, and closed each\n"
        "month within three days. Paid forty pickers.\nShort line\nwith small letters"
    )
    for words in ("eleven orchards", "three days"):
        start = text.index(words)
        quote = quote_around(text, start, start + len(words)).quote
        assert quote.startswith("Kept the books")
        assert quote.endswith("closed each\nmonth within three days.")
    start = text.index("Short")
    assert quote_around(text, start, start + 5).quote == "Short line"


def test_a_place_that_ends_with_its_line_is_held_whole() -> None:
    quote = quote_around("Spanish, \nFrench", 0, 10)
    assert quote.end >= 10


def test_an_initial_ends_no_sentence() -> None:
    text = "Electrician — J. Tarnfield & Sons, Wick\nGood at plan B. Then home."
    assert quote_around(text, 0, 11).quote == "Electrician — J. Tarnfield & Sons, Wick"
    at = text.index("Good")
    assert quote_around(text, at, at + 4).quote == "Good at plan B."


def test_a_place_around_an_identity_token_is_quoted_without_it() -> None:
    text = "Sole trader — ⟨name⟩ Electrics, Wick"
    assert quote_around(text, 0, len(text)).quote == "Sole trader"
    assert quote_around(text, text.index("⟨"), len(text)).quote == "Electrics, Wick"


@given(st.text(max_size=1500), st.data())
def test_every_quote_is_verbatim_and_holds_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 100)))
    quote = quote_around(text, start, end)
    assert text[quote.start : quote.end] == quote.quote
    assert quote.start <= start <= end <= quote.end
    assert len(quote.quote) <= LONGEST_QUOTE
