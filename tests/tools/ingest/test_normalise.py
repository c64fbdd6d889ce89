"""The stored text has one form, whatever the input used for blanks, bullets and letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import cpu_seconds
from tools.ingest.normalise import MAX_CHARACTERS, normalise


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("a\r\nb\rc\x0bd\x85e", "a\nb\nc\nd\ne"),
        ("one\n\n\n\n\ntwo", "one\n\ntwo"),
        ("  padded \t\n", "padded"),
        ("Chef\t2019", "Chef  2019"),
        ("Chef          2019", "Chef  2019"),
        ("two  blanks stay", "two  blanks stay"),
        ("no\u00a0break\u2009thin", "no break thin"),
        ("e\u0301", "é"),
        ("o\ufb03ce \ufb01sh", "office fish"),
        ("soft\u00adhyphen", "softhyphen"),
        ("bell\x07 and null\x00", "bell and null"),
        ("\uf0b7 Wards\n●\tTriage\n- Shifts\n* Nights", "• Wards\n• Triage\n• Shifts\n• Nights"),
        ("\uf095 555 0100", "555 0100"),
        ("-5 degrees", "-5 degrees"),
    ],
)
def test_every_spelling_of_one_thing_is_stored_alike(raw: str, stored: str) -> None:
    assert normalise(raw) == (stored, ())


@pytest.mark.parametrize(
    "tag",
    [
        "<div style='display:none'>",
        "<p hidden>",
        '<span style="color:#fff; font-size:12pt">',
        "<font color=white>",
        "<b style='font-size: 0'>",
    ],
)
def test_what_a_page_hides_is_left_out_with_a_warning(tag: str) -> None:
    name = tag[1:].split(" ")[0].rstrip(">")
    text, warnings = normalise(
        f"<p>Cook</p>{tag}Nurse <i>in {tag}ICU</{name}></i></{name}> at Lumen"
    )
    assert text.split() == ["Cook", "at", "Lumen"]
    assert warnings == ("Text that a web page would not show was left out.",)


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("caf\u00c3\u00a9", "café"),
        ("Saint \u00e2\u20ac\u201c Denis", "Saint – Denis"),
        ("\u00e2\u20ac\u00a2 Wards", "• Wards"),
        ("it\u00e2\u20ac\u2122s", "it’s"),
        ("SÃO PAULO, Ångström, âge, Ãvila", "SÃO PAULO, Ångström, âge, Ãvila"),
        ("„VORSICHT Ä“ steht da", "„VORSICHT Ä“ steht da"),
    ],
)
def test_text_that_was_decoded_wrongly_is_put_right_and_good_text_is_not(
    raw: str, stored: str
) -> None:
    assert normalise(raw)[0] == stored


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("<p>Ana Berg</p><p>Baker</p>", "Ana Berg\n\nBaker"),
        ("Chef<br>Lumen<br/>Sol", "Chef\nLumen\nSol"),
        ("<ul>\n<li>Bread</li>\n<li class='x'>Cakes</li>\n</ul>", "• Bread\n\n• Cakes"),
        ("<div style='color:red'><b>Chef</b>, Lumen &amp; Sons</div>", "Chef, Lumen & Sons"),
        ("Bread &nbsp;&#39;n&#x27; salt &mdash; R&D; Q&A", "Bread  'n' salt — R&D; Q&A"),
        ("Hired staff.\namp; trained them", "Hired staff.\n& trained them"),
        ("<style>p { color: red }</style><p>Seen</p><!-- unseen -->", "Seen"),
        ("List<b> and a < b > c", "List<b> and a < b > c"),
        ("<p>Seen<!-- <!-- unseen --> too</p> <!-- open", "Seen too\n<!-- open"),
        ("<tr><td>2019</td><td>Nurse</td></tr>", "2019  Nurse"),
        ("<p>&#x00043;hef</p><style>a > b {}</style>", "Chef"),
        ("<p>List<T> of Map<K, V></p>", "List<T> of Map<K, V>"),
        ("<div onclick='x()'>Chef</div>", "<div onclick='x()'>Chef</div>"),
    ],
)
def test_the_markup_of_a_page_becomes_lines_and_what_runs_stays_for_the_guard(
    raw: str, stored: str
) -> None:
    assert normalise(raw) == (stored, ())


@pytest.mark.parametrize(
    "piece", [" ", "\n", "<!--", "<p ", "<style>", "<li>", "<a on", "&", "amp;"]
)
def test_a_page_takes_about_as_long_to_read_as_it_is(piece: str) -> None:
    def seconds(times: int) -> float:
        page = "</p>" + piece * times + " " * times + "<p"
        return cpu_seconds(lambda: normalise(page))

    assert seconds(32_000) < 16 * seconds(4_000) + 0.5


@pytest.mark.parametrize("raw", ["Py\u200bthon", "abc \u202egnp.exe", "a\U000e0041b"])
def test_characters_that_hide_in_words_are_removed_with_a_warning(raw: str) -> None:
    text, warnings = normalise(raw)
    assert text.isascii()
    assert warnings == ("Invisible characters that split or reorder words were removed.",)


def test_endless_text_is_cut_with_a_warning() -> None:
    text, warnings = normalise("word " * MAX_CHARACTERS)
    assert len(text) <= MAX_CHARACTERS
    assert warnings == ("Only the first 200,000 characters were read.",)


@given(st.text(max_size=300))
def test_no_text_breaks_it_and_none_keeps_control_characters(raw: str) -> None:
    text, _ = normalise(raw)
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Co"} for c in text if c != "\n")
    assert all(line == line.strip() for line in text.split("\n"))
    assert "\n\n\n" not in text
    text.encode("utf-8")
