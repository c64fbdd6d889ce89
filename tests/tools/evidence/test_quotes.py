"""Quotes are verbatim, bounded, hold the place they were cut around, and avoid identity tokens."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tools.criteria import Criterion
from tools.evidence import judge
from tools.evidence.quotes import LONGEST_QUOTE, quote_around, shortened
from tools.ingest.profile import build_candidate

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


def test_a_line_that_ends_in_the_middle_of_a_sentence_is_read_on() -> None:
    text = "Spanish at the level of\nB2 and French\nLetters to the\n\nSkills"
    assert quote_around(text, 0, 7).quote == "Spanish at the level of\nB2 and French"
    start = text.index("B2")
    assert quote_around(text, start, start + 2).quote.startswith("Spanish at")
    start = text.index("Letters")
    assert quote_around(text, start, start + 7).quote == "Letters to the"


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


def test_a_quote_tells_the_words_that_prove_something() -> None:
    start = TEXT.index("food cost")
    quote = quote_around(TEXT, start, start + len("food cost"))
    assert quote.proof == "food cost"


@given(st.text("ab \n", max_size=400), st.data(), st.integers(1, 400))
def test_a_shortened_quote_keeps_its_proof(text: str, data: st.DataObject, most: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    proof = text[start : data.draw(st.integers(start, len(text)))].strip()
    cut = shortened(text, proof, most)
    assert cut in text
    assert proof in cut
    assert len(cut) <= max(most, len(proof))


def test_a_quote_without_its_proof_is_shortened_from_its_end() -> None:
    assert shortened("Led a kitchen of twenty cooks", "⟨name⟩", 14) == "Led a kitchen"


def test_years_at_a_firm_called_after_its_owner_are_quoted_with_their_dates() -> None:
    firm = "Jo Tarnfield Plumbing, Leeds\n2013 – 2019"
    text = f"Jo Tarnfield\n\nExperience\nPlumber (self-employed)\n{firm}\n"
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    quote = judge(person, Criterion("min_years", "5")).quote
    assert quote is not None
    assert "2013 – 2019" in quote
    assert "⟨" not in quote


def test_words_on_both_sides_of_an_identity_say_nothing_together() -> None:
    text = "Jo Tarnfield\nTalent Lead\njo@harrow.example\n\nI have filled the whole team."
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    assert judge(person, Criterion("text", "led team leaders")).verdict == "unclear"


def test_a_bracket_whose_pair_is_left_outside_with_a_name_is_left_outside_too() -> None:
    text = "Engagements (\u27e8name\u27e9 Infra, Jan 2017 - present)\nMore"
    start = text.index("Jan 2017")
    assert quote_around(text, start, start + 18).quote == "Infra, Jan 2017 - present"
