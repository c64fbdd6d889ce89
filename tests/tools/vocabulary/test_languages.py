"""Claims to speak a language are found with their level; French cuisine is not one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.vocabulary.languages import canonical_language, find_languages, level_rank

CLAIMS = [
    ("fluent Spanish", [("Spanish", "fluent")]),
    ("bilingual (English/Spanish)", [("English", "fluent"), ("Spanish", "fluent")]),
    ("Deutsch C1", [("German", "fluent")]),
    ("native French speaker", [("French", "native")]),
    ("Languages: English, Spanish (fluent)", [("English", None), ("Spanish", "fluent")]),
    ("Languages\nEnglish, Hindi\n", [("English", None), ("Hindi", None)]),
    ("Languages\nEnglish\nSkills\nfunds, Latin, Managing", [("English", None)]),
    ("speaks Polish", [("Polish", None)]),
    ("must speak German", [("German", None)]),
    ("fluent in German", [("German", "fluent")]),
    ("English (native), German (B2)", [("English", "native"), ("German", "intermediate")]),
    ("conversational Spanish", [("Spanish", "intermediate")]),
    ("Muttersprache: Deutsch", [("German", "native")]),
    ("Englisch verhandlungssicher", [("English", "fluent")]),
    ("Mandarin: A2", [("Mandarin", "basic")]),
    ("ASL interpreter", [("American Sign Language", None)]),
    ("Almost fluent in Spanish", [("Spanish", "intermediate")]),
    ("Spanish (basic knowledge)", [("Spanish", "basic")]),
    ("Languages: English, French (beginners)", [("English", None), ("French", "basic")]),
    ("Fluent in English only", [("English", "fluent")]),
    ("Interpreted for Spanish speaking patients", [("Spanish", None)]),
    ("Bilingual; assisted Spanish speaking customers", [("Spanish", None)]),
    ("Spanish-speaking customer service agent", [("Spanish", None)]),
    ("Bi-Lingual Spanish", [("Spanish", "fluent")]),
    ("Bilingual English- Spanish", [("English", "fluent"), ("Spanish", "fluent")]),
    ("Spanish-English interpreter", [("Spanish", None), ("English", None)]),
    ("able to speak Thai and Lao fluently", [("Thai", "fluent"), ("Lao", "fluent")]),
    ("Speaks Dutch. Writes French fluently", [("Dutch", None), ("French", "fluent")]),
    ("Bilingual Spanish Teller", [("Spanish", "fluent")]),
    ("Bi-Lingual Teller, Harrow Bank\nServed Spanish speaking customers", [("Spanish", None)]),
]
NO_CLAIMS = [
    "Coordinator of Spanish Reading First, a programme of the county.",
    "French cuisine",
    "English teacher",
    "English Language Arts teacher",
    "Spanish Omelette",
    "Italian restaurant",
    "German car",
    "Java language",
    "Excellent in French cuisine",
    "Proficient in Italian cooking",
    "Polish the silver",
    "Bachelor in English",
    "helped non English speakers",
    "students with limited English proficiency",
    "Assisted Spanish speaking customers",
    "Hired bilingual staff\nAssisted Spanish speaking customers",
    "Managed Bilingual Spanish Representatives",
    "French-Italian restaurant",
    "German-French border region",
    "bilingual Spanish program",
    "Supervised 10 Spanish-speaking crew members",
    "Hired fluent Spanish speakers",
    "Used an interpreter for Spanish speakers",
    "Board member, English-Speaking Union",
    "Counselor at French Elementary School",
    "中文",
    "العربية",
]


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_claims(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(one.name, one.level) for one in find_languages(text)] == expected


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Languages: English, learning Spanish", "being learned"),
        ("Languages: English, Spanish (learning)", "being learned"),
        ("Working towards fluent Spanish", "being learned"),
        ("Not yet fluent in Spanish", "not fluent"),
        ("Learned Spanish in Peru; fluent Spanish", ""),
    ],
)
def test_a_language_that_is_being_learned_is_in_doubt(text: str, doubt: str) -> None:
    assert {m.doubt for m in find_languages(text) if m.name == "Spanish"} == {doubt}


def test_a_request_may_ask_for_the_language_of_those_served() -> None:
    found = find_languages("someone for our Spanish speaking customers", trusted=True)
    assert [m.name for m in found] == ["Spanish"]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_other_uses_of_the_names(text: str) -> None:
    assert find_languages(text) == []


def test_a_list_shares_its_level() -> None:
    found = find_languages("Fluent in English, Spanish and French")
    assert [(one.name, one.level) for one in found] == [
        ("English", "fluent"),
        ("Spanish", "fluent"),
        ("French", "fluent"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("German speaking nurse", ["German"]),
        ("with French", ["French"]),
        ("bilingual Spanish", ["Spanish"]),
        ("nurse, spanish required", ["Spanish"]),
        ("german-speaking electrician", ["German"]),
        ("nurses with English and German", ["English", "German"]),
        ("chef with French cuisine", []),
        ("French chef", []),
    ],
)
def test_requests(text: str, names: list[str]) -> None:
    assert [one.name for one in find_languages(text, trusted=True)] == names


def test_names_and_ranks() -> None:
    assert canonical_language("Français") == "French"
    assert canonical_language("Klingon") is None
    ranks = [level_rank(level) for level in (None, "basic", "intermediate", "fluent", "native")]
    assert ranks == sorted(set(ranks))


@given(st.text(max_size=200), st.booleans())
def test_any_text_is_read(text: str, trusted: bool) -> None:
    for mention in find_languages(text, trusted=trusted):
        assert 0 <= mention.start < mention.end <= len(text)
        assert canonical_language(text[mention.start : mention.end]) == mention.name


@given(
    st.lists(
        st.sampled_from(
            [
                "fluent",
                "in",
                "English",
                ",",
                "Spanish",
                "and",
                "(",
                "native",
                ")",
                "\n",
                ":",
                "with",
            ]
        )
    )
)
def test_any_word_order_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for mention in find_languages(text, trusted=True):
        assert canonical_language(text[mention.start : mention.end]) == mention.name
