"""What people are decides nothing: it is named back, and the rest is read as if it were unsaid."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.request import find_protected, read_request

WORDS = {
    "sexual orientation": ["gay", "lesbian", "bisexual", "heterosexual", "queer", "straight"],
    "sex or gender": ["transgender", "trans", "non-binary", "intersex"],
    "origin or nationality": ["white", "black", "hispanic", "latina", "dark-skinned", "brahmin"],
    "religion": ["christian", "muslim", "jewish", "hindu", "atheist", "baptist", "religious"],
    "health, pregnancy or disability": [
        *["disabled", "deaf", "blind", "pregnant", "autistic", "healthy", "HIV-positive"],
        *["mentally ill", "wheelchair-bound"],
    ],
    "politics or union membership": [
        *["republican", "communist", "conservative", "unionized", "left-wing", "non-union"],
    ],
    "looks": ["blonde", "tall", "slim", "attractive", "good-looking", "blue-eyed", "overweight"],
    "family or marital status": ["single", "childless", "married"],
    "age": ["old", "older", "young"],
}
TOLD = [(about, word) for about, words in WORDS.items() for word in words]
JOBS = ["nurse", "software engineers", "waiter", "accountant", "bus drivers", "line cook"]
REST = [
    "",
    " in Texas",
    " with Python and 5 years",
    ", ICU, fluent Spanish",
    " for a hotel kitchen",
]
SAID = [
    ("{word} {job}{rest}", "{job}{rest}"),
    ("we need a {word} {job}{rest}", "we need a {job}{rest}"),
    ("no {word} {job}{rest}", "{job}{rest}"),
    ("{word}, experienced {job}{rest}", "experienced {job}{rest}"),
    ("{job}{rest}; must be {word}", "{job}{rest}"),
    ("{job}{rest}; must not be {word}", "{job}{rest}"),
    ("{job} who is {word}{rest}", "{job}{rest}"),
    ("{job}{rest}, only {word} people", "{job}{rest}"),
    ("{job}{rest}. No {word} candidates", "{job}{rest}"),
    ("{job}{rest}, preferably not {word}", "{job}{rest}"),
]


@given(
    st.sampled_from(TOLD),
    st.sampled_from(JOBS),
    st.sampled_from(REST),
    st.sampled_from(SAID),
    st.sampled_from([str, str.upper, str.capitalize]),
)
@settings(max_examples=400, deadline=None)
def test_a_request_reads_as_it_would_without_the_trait(
    told: tuple[str, str], job: str, rest: str, said: tuple[str, str], cased: type[str]
) -> None:
    about, word = told
    with_trait, without = (form.format(word=cased(word), job=job, rest=rest) for form in said)
    reading, plain = read_request(with_trait), read_request(without)
    assert about in reading.attributes, with_trait
    assert any(word.casefold() in words.casefold() for words in reading.protected)
    assert reading.criteria == plain.criteria, with_trait


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lesbian nurse", "lesbian"),
        ("nurse, lesbians only", "lesbians only"),
        ("looking for lesbian nurses in Texas", "lesbian"),
        ("I don't want gay nurses", "I don't want gay"),
        ("welder; must not be gay", "must not be gay"),
        ("cook who isn't gay", "who isn't gay"),
        ("straight men only", "straight men only"),
        ("straight white male developer", "straight white male"),
        ("we need a gay or bisexual bartender", "gay or bisexual"),
        ("lesbain nurse", "lesbain"),
        ("heterosexul plumber", "heterosexul"),
        ("BLACK DEVELOPERS", "BLACK"),
        ("no blacks, chef", "no blacks"),
        ("white chef", "white"),
        ("experienced and white chef", "white"),
        ("people of color for sales", "people of color"),
        ("German electricians in Texas", "German electricians"),
        ("upper caste accountant", "upper caste"),
        ("call center agent with an American accent", "with an American accent"),
        ("sales rep, no accent", "no accent"),
        ("pregnant teacher", "pregnant"),
        ("teacher not planning kids", "not planning kids"),
        ("no plans for children, nurse", "no plans for children"),
        ("no wheelchair users", "no wheelchair users"),
        ("nurse in a wheelchair", "in a wheelchair"),
        ("welder in good health", "in good health"),
        ("driver without epilepsy", "without epilepsy"),
        ("no genetic disorders, nurse", "no genetic disorders"),
        ("practising catholic accountant", "practising catholic"),
        ("jews", "jews"),
        ("republican sales manager", "republican"),
        ("trump supporter plumber", "trump supporter"),
        ("union members", "union members"),
        ("plumber, must not be in a union", "must not be in a union"),
        ("union electrician", "union"),
        ("blonde, tall receptionist", "blonde, tall"),
        ("receptionist blonde", "blonde"),
        ("tall waiters", "tall"),
        ("barista without tattoos", "without tattoos"),
        ("at least 180 cm tall, waiter", "at least 180 cm tall"),
        ("receptionist with blue eyes", "with blue eyes"),
        ("I would prefer someone white, chef", "white"),
        ("chef (straight)", "straight"),
        ("teachers who attend church", "who attend church"),
        ("nurse with a disability", "with a disability"),
        ("nurse, mom", "mom"),
        ("members of a union, welder", "members of a union"),
        ("preganant nurse", "preganant"),
    ],
)
def test_a_trait_is_named_back_as_it_was_said(text: str, words: str) -> None:
    reading = read_request(text)
    assert reading.protected == (words,)
    left = set(words.casefold().split()) - {"a", "an", "in", "with", "for", "of", "be"}
    for wish in reading.criteria:
        told = f"{wish.value} {wish.said} {wish.phrase}".casefold().split()
        assert wish.kind != "text"
        assert left.isdisjoint(told) or text.startswith("German")


def test_the_places_of_wishes_are_those_of_the_text_as_it_was_written() -> None:
    text = "a lesbian nurse, must not be tall, who speaks Spanish"
    spans = {kind.split(":")[0]: text[a:b] for kind, a, b in read_request(text).spans}
    assert spans["title"] == "nurse"
    assert "Spanish" in spans["language"]


def test_slips_are_named_as_they_were_typed() -> None:
    (wish,) = find_protected("we want a lesbain nruse")
    assert wish.words == "lesbain"
    assert wish.about == "sexual orientation"
