"""What a page's own style sheet hides is left out with a warning; what it shows is kept."""

from __future__ import annotations

import pytest

from tests.timing import cpu_seconds
from tools.ingest.normalise import normalise

HIDING = (
    "display:none",
    "display: none !important",
    "visibility:hidden",
    "font-size:0",
    "font-size:1px",
    "opacity:0",
    "opacity: 0.0",
    "color:#fff",
    "color:white",
    "color:#FDFDFE",
    "color:rgb(255, 255, 255)",
    "color:transparent",
    "color:rgba(0,0,0,0)",
    "background:#222;color:#222",
    "position:absolute;left:-9999px",
    "position:fixed; top:-200vh",
    "text-indent:-999em",
    "transform:translateX(-9999px)",
    "transform:scale(0)",
    "position:absolute;clip:rect(0,0,0,0)",
    "clip-path:inset(50%)",
    "height:0;overflow:hidden",
    "width:1px;height:1px;overflow:hidden",
    "color:hsl(0,0%,100%)",
    "color:rgb(100%,100%,100%)",
    "color:floralwhite;background:oldlace",
    "-webkit-text-fill-color:transparent",
    "font:0/0 a",
    "font-size:calc(0px)",
    "position:absolute;left:9999px",
    "position:absolute;inset:-9999px",
    "display:/**/none",
    "display:none ! important",
)
SHOWING = (
    "display:block",
    "visibility:visible",
    "font-size:0.9em",
    "font-size:10px",
    "opacity:0.8",
    "color:#333",
    "background:#123456;color:#fff",
    "background:linear-gradient(red, blue);color:white",
    "background-image:url(a.png);color:white",
    "position:absolute;left:-3px",
    "position:relative;left:50%;margin-left:-480px",
    "text-indent:-18pt",
    "height:20px;overflow:hidden",
    "border-color:#fff",
    "background:teal;color:white",
    "background:midnightblue no-repeat;color:#fff",
    "background-color:hsl(210 50% 20%);color:white",
    "background:rgb(10% 20% 30%);color:white",
    "background:rgb(33.5,40,50);color:white",
    "background:oklch(40% 0.1 200);color:white",
    "background:anything-unheard-of;color:white",
    "background:radial-gradient(red, blue);color:white",
    "color:var(--ink)",
    "background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent",
    "opacity:0;animation:appear 1s forwards",
    "color:white;text-shadow:0 0 3px black",
    "font:700 12px Arial",
    "position:absolute;top:4000px",
)


def page(sheet: str, body: str) -> str:
    return f"<html><head><style>{sheet}</style></head><body>{body}</body></html>"


def read(sheet: str, body: str) -> tuple[list[str], bool]:
    text, warnings = normalise(page(sheet, body))
    return text.split(), warnings == ("Text that a web page would not show was left out.",)


@pytest.mark.parametrize("style", HIDING)
@pytest.mark.parametrize("inline", [False, True])
def test_a_style_that_hides_is_seen_through(style: str, inline: bool) -> None:
    how = f'style="{style}"' if inline else "class='a kw b'"
    sheet = "" if inline else f".kw {{ {style} }}"
    body = f"<p>Cook</p><div {how}>Kubernetes <b>Rust</b></div><p>Lumen</p>"
    assert read(sheet, body) == (["Cook", "Lumen"], True)


@pytest.mark.parametrize("style", SHOWING)
@pytest.mark.parametrize("inline", [False, True])
def test_a_style_that_only_dresses_up_hides_nothing(style: str, inline: bool) -> None:
    how = f'style="{style}"' if inline else "class='a kw b'"
    sheet = "" if inline else f".kw {{ {style} }}"
    assert read(sheet, f"<p>Cook</p><div {how}>Rust</div>") == (["Cook", "Rust"], False)


@pytest.mark.parametrize(
    "sheet",
    [
        "#x { display:none }",
        "div { display:none }",
        "div.kw { display:none }",
        "main .kw { display:none }",
        "main > div { display:none }",
        "h1, .kw { display:none }",
        "[data-k] { display:none }",
        "div[data-k='1'] { display:none }",
        "/* note } */ .kw { display:none }",
        "<!-- .kw { display:none } -->",
        "@media screen { .kw { display:none } }",
        "@import url(a.css); .kw { display:none }",
        r".k\77 { display:none }",
        ".kw { display:block } .kw { display:none }",
        ".kw { display:none !important } #x { display:block }",
        "main { background:#333 } .kw { color:#333 }",
        "main { color:#fff; background:#000 } .kw { background:#fff }",
    ],
)
def test_every_way_to_choose_an_element_is_followed(sheet: str) -> None:
    body = "<main>Cook<div class='kw' id='x' data-k='1'>Rust</div>Lumen</main>"
    words, told = read(sheet, body)
    assert "Rust" not in words
    assert told


@pytest.mark.parametrize(
    "sheet",
    [
        ".other { display:none }",
        "ul .kw { display:none }",
        "body > div { display:none }",
        ".kw:hover { display:none }",
        ".kw::before { display:none }",
        "@media print { .kw { display:none } p { color:red } }",
        "@media (max-width: 600px) { .kw { display:none } }",
        "@media screen and (max-width: 600px) { .kw { display:none } }",
        "@font-face { font-family:a } .kw { color:red }",
        ".kw { display:none } .kw { display:block }",
        ".kw { display:none } #x { display:block }",
        "main { background:#333; color:#fff } .kw { color:#eee }",
        "main { font-size:0 } .kw { font-size:14px }",
        "main { visibility:hidden } .kw { visibility:visible }",
    ],
)
def test_what_the_page_shows_after_all_is_kept(sheet: str) -> None:
    body = "<main><div class='kw' id='x' data-k='1'>Rust</div></main>"
    assert read(sheet, body)[0] == ["Rust"]


@pytest.mark.parametrize("name", ["aside", "nav", "figure", "fieldset", "q", "x-y", "unheardof"])
def test_every_element_is_followed_whatever_its_name(name: str) -> None:
    shown = read(
        f"{name} {{ background:teal }} p {{ color:white }}", f"<{name}><p>Rust</p></{name}>"
    )
    assert "Rust" in " ".join(shown[0])
    hidden = read("", f"<p>Cook</p><{name} style='display:none'>Rust</{name}><p>Lumen</p>")
    assert hidden == (["Cook", "Lumen"], True)


@pytest.mark.parametrize(
    "body",
    [
        "<dialog>Rust</dialog>",
        "<noscript>Rust</noscript>",
        "<input type='hidden' value='Rust'>",
        "<p title='a > b' style='display:none'>Rust</p>",
        "<p class='&#107;w'>Rust</p>",
    ],
)
def test_what_a_page_hides_without_a_plain_style_is_left_out(body: str) -> None:
    assert read(".kw { display:none }", f"<p>Cook</p>{body}<p>Lumen</p>")[0] == ["Cook", "Lumen"]


@pytest.mark.parametrize(
    "dark",
    [
        ".kw:first-child { background:teal }",
        "h1 + .kw { background:teal }",
        ".kw::before { background:teal }",
        "@media (min-width: 600px) { .kw { background:teal } }",
        "a b c d e .kw { background:teal }",
    ],
)
def test_a_ground_that_a_rule_may_darken_shows_white_letters(dark: str) -> None:
    assert read(f".kw {{ color:white }} {dark}", "<div class='kw'>Rust</div>")[0] == ["Rust"]


@pytest.mark.parametrize(
    "sheet",
    [
        "u u u p { color:red }" * 400,
        ",".join(["p"] * 6_000) + "{ color:red }",
        "p { color:red }" + " " * 200_000,
    ],
)
def test_a_sheet_too_long_to_follow_is_left_out_with_a_warning(sheet: str) -> None:
    text, warnings = normalise(page(sheet, "<b>" * 30 + "<p>Rust</p>" * 4_600))
    assert text.count("Rust") == 4_600
    assert warnings == (
        "The page's style sheet is too long to follow: text that it hides was read too.",
    )


@pytest.mark.parametrize(
    "piece", ["{", "a{", "/*", ":a(", "a[", "a{color:red;", "p,", "p{font:1", "1", "}", "@media x{"]
)
def test_a_sheet_takes_about_as_long_to_read_as_it_is(piece: str) -> None:
    def seconds(times: int) -> float:
        return cpu_seconds(lambda: normalise(page("a{font:" + piece * times, "<p>Rust</p>")))

    assert seconds(16_000) < 16 * seconds(2_000) + 0.5


def test_an_element_without_its_closing_tag_ends_where_a_browser_ends_it() -> None:
    items = "<ul><li class='h'>Rust<li>Bread<li>Cakes</ul><div><p class='h'>Go<p>Cook</div>Lumen"
    assert read(".h { display:none }", items)[0] == ["•", "Bread", "•", "Cakes", "Cook", "Lumen"]


def test_an_element_that_hides_nothing_is_not_told_of() -> None:
    assert read(".h { display:none }", "<p>Cook</p><div class='h'> </div>") == (["Cook"], False)


@pytest.mark.parametrize(
    "piece",
    [
        "<b>",
        "<style>",
        "<style>.a{color:red}</style>",
        "<p class='a b'>",
        "</i><b>",
        "<li class=a>",
    ],
)
def test_a_styled_page_takes_about_as_long_to_read_as_it_is(piece: str) -> None:
    sheet = "".join(f"p b i .a b{n} .a, .a .b b {{ color:red }}" for n in range(400))

    def seconds(times: int) -> float:
        return cpu_seconds(lambda: normalise(page(sheet, piece * times)))

    assert seconds(4_000) < 16 * seconds(500) + 0.5
