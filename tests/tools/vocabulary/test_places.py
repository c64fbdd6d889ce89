"""Places are resolved, found and compared; everyday words that are also cities stay words."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.vocabulary.places import (
    Place,
    contains,
    distance_km,
    find_places,
    is_remote,
    readings,
    resolve,
)


def place(phrase: str) -> Place:
    found = resolve(phrase)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("phrase", "city", "region", "country"),
    [
        ("Berlin", "Berlin", "16", "DE"),
        ("Austin, TX", "Austin", "TX", "US"),
        ("Dallas, Texas 75201", "Dallas", "TX", "US"),
        ("Munich, Germany", "Munich", "02", "DE"),
        ("München", "Munich", "02", "DE"),
        ("munich germany", "Munich", "02", "DE"),
        ("London, UK", "London", "ENG", "GB"),
        ("Berlin, DE", "Berlin", "16", "DE"),
        ("Paris, TX", "Paris", "TX", "US"),
        ("NYC", "New York City", "NY", "US"),
        ("Bangalore", "Bengaluru", "19", "IN"),
        ("St Louis", "St. Louis", "MO", "US"),
        ("Texas", None, "TX", "US"),
        ("Georgia", None, "GA", "US"),
        ("Deutschland", None, None, "DE"),
        ("Irlanda", None, None, "IE"),
        ("Dublin, Irlanda", "Dublin", "L", "IE"),
        ("Suiza", None, None, "CH"),
        ("Países Bajos", None, None, "NL"),
        ("Smallville, KS", "Smallville", "KS", "US"),
    ],
)
def test_resolve(phrase: str, city: str | None, region: str | None, country: str) -> None:
    found = place(phrase)
    assert (found.city, found.region, found.country) == (city, region, country)


@pytest.mark.parametrize("phrase", ["remote", "", "gibberish blorb", "東京", "القاهرة"])
def test_what_is_no_place_resolves_to_nothing(phrase: str) -> None:
    assert resolve(phrase) is None


@pytest.mark.parametrize("text", ["remote", "Fully remote", "work from home", "WFH", "Homeoffice"])
def test_remote_work(text: str) -> None:
    assert is_remote(text)


@pytest.mark.parametrize("text", ["remote sensing", "remote desktop support", "Berlin"])
def test_other_remote_things(text: str) -> None:
    assert not is_remote(text)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Lived in Austin, TX and Boston.", ["Austin, TX", "Boston"]),
        ("AUSTIN, TX", ["AUSTIN, TX"]),
        ("Charlotte, NC", ["Charlotte, NC"]),
        ("in Nice, France", ["Nice, France"]),
        ("Houston, Texas, USA", ["Houston, Texas, USA"]),
        ("I worked in Reading for years", ["Reading"]),
        ("Boston University", []),
        ("12 High Road, London E17", ["London"]),
        ("lives in Berlin-Wedding", ["Berlin"]),
        ("Berlin-Hilton", []),
        ("Paris Hilton moved", []),
        ("Reading skills", []),
        ("Mobile development in Java", []),
        ("Charlotte Smith", []),
        ("Orange juice", []),
        ("MA in Teaching, BS, AR and AP, ME, OR", []),
        ("outside of the company", []),
        ("University of Phoenix", []),
    ],
)
def test_places_in_running_text(text: str, surfaces: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_places(text)] == surfaces


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("berlin", ["Berlin, Germany"]),
        ("Berlin?", ["Berlin, Germany"]),
        ("in munich", ["Munich, Germany"]),
        ("near reading", ["Reading, United Kingdom"]),
        ("nyc", ["New York City, NY"]),
        ("cook in hambrug", ["Hamburg, Germany"]),
        ("nurses in Muinch", ["Munich, Germany"]),
        ("chefs in austin, tx", ["Austin, TX"]),
        ("vienna or zurich", ["Vienna, Austria", "Zürich, Switzerland"]),
        ("portland or seattle", ["Portland, OR", "Seattle, WA"]),
        ("bay area", ["Bay Area"]),
        ("nice to have", []),
        ("reading skills", []),
        ("mobile development", []),
        ("experience in banking", []),
        ("in sales", []),
        ("anyone in the us", []),
        ("nurses in US", ["United States"]),
        ("only ones in US or Canada", ["United States", "Canada"]),
        ("nurses in Canada or USA", ["Canada", "United States"]),
        ("nurse in IN, US", ["Indiana"]),
        ("cook in DE or AT", ["Germany", "Austria"]),
        ("cook, DE/AT/CH", ["Germany", "Austria", "Switzerland"]),
        ("cook in DE", ["Delaware"]),
    ],
)
def test_places_in_requests(text: str, names: list[str]) -> None:
    assert [one.place.name for one in find_places(text, trusted=True)] == names


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("Germany", "Berlin", True),
        ("DACH", "Vienna", True),
        ("DACH", "Germany", True),
        ("Europe", "DACH", True),
        ("Texas", "Austin, TX", True),
        ("Bay Area", "Oakland, CA", True),
        ("New England", "Boston", True),
        ("Berlin", "Berlin", True),
        ("Berlin", "Germany", False),
        ("London", "Walthamstow", True),
        ("Berlin", "Berlin-Wedding", True),
        ("New York", "Brooklyn", True),
        ("Walthamstow", "London", False),
        ("London", "Watford", False),
        ("Berlin", "Potsdam", False),
        ("California", "Austin, TX", False),
        ("Bay Area", "Berlin", False),
    ],
)
def test_contains(outer: str, inner: str, expected: bool) -> None:
    assert contains(place(outer), place(inner)) is expected


def test_distance() -> None:
    distance = distance_km(place("Berlin"), place("Munich"))
    assert distance is not None
    assert 495 < distance < 515
    assert distance_km(place("Berlin"), place("Germany")) is None


@given(st.text(max_size=200), st.booleans())
def test_any_text_is_read(text: str, trusted: bool) -> None:
    for mention in find_places(text, trusted=trusted):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip()
    resolve(text)
    is_remote(text)


@given(
    st.lists(
        st.sampled_from(
            ["in", "Berlin", ",", "TX", "near", "reading", "OR", "Munich", "Germany", "(", ")"]
        )
    )
)
def test_any_word_order_is_read(words: list[str]) -> None:
    text = " ".join(words)
    mentions = find_places(text, trusted=True)
    for left, right in itertools.pairwise(mentions):
        assert left.end <= right.start


def test_a_bare_name_may_be_that_of_several_towns() -> None:
    countries = [place.country for place in readings("Valencia")]
    assert countries[0] == resolve("Valencia").country  # type: ignore[union-attr]
    assert {"ES", "VE"} <= set(countries)
    assert [place.country for place in readings("Valencia, Spain")] == ["ES"]
    assert readings("nowhere at all") == ()
