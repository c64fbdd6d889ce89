"""A region or a country beside a city says which city of that name is meant."""

import time

import pytest

from tools.vocabulary.place_index import cities
from tools.vocabulary.place_tables import exonyms, fold, subdivisions
from tools.vocabulary.places import Place, find_places, resolve


def first(text: str, trusted: bool = False) -> Place:
    return find_places(text, trusted)[0].place


@pytest.mark.parametrize(
    ("text", "city", "region", "country"),
    [
        ("Brest, Finistère, France", "Brest", "53", "FR"),
        ("Brest (Finistère)", "Brest", "53", "FR"),
        ("Brest, Vieux-Quartier, France", "Brest", "53", "FR"),
        ("Panjim, Goa, India", "Panjim", "33", "IN"),
        ("Curitiba, Paraná, Brazil", "Curitiba", "18", "BR"),
        ("Joinville, Santa Catarina, Brazil", "Joinville", "26", "BR"),
        ("Joinville - SC", "Joinville", "26", "BR"),
        ("Curitiba/PR", "Curitiba", "18", "BR"),
        ("Valencia, Comunitat Valenciana", "Valencia", "60", "ES"),
        ("Valencia (España)", "Valencia", "60", "ES"),
        ("Spain: Valencia", None, None, "ES"),
        ("Valencia, Carabobo", "Valencia", "07", "VE"),
        ("Nürnberg, Bayern", "Nuremberg", "02", "DE"),
        ("Mandaue, Cebu, Philippines", "Mandaue City", "07", "PH"),
        ("Port Harcourt, Rivers State, Nigeria", "Port Harcourt", "50", "NG"),
        ("Lahore, Punjab, Pakistan", "Lahore", "04", "PK"),
        ("Hyderabad, Sindh", "Hyderabad", "05", "PK"),
        ("Boston, Lincolnshire", "Boston", "ENG", "GB"),
        ("Newport, Gwent", "Newport", "WLS", "GB"),
        ("Bologna (BO)", "Bologna", "05", "IT"),
        ("Kraków, Małopolska", "Kraków", "77", "PL"),
        ("Alcalá de Guadaira, provincia de Sevilla", "Alcalá de Guadaira", "51", "ES"),
        ("Springfield, NJ", "Springfield", "NJ", "US"),
        ("Springfield, NJ, USA", "Springfield", "NJ", "US"),
        ("Knoxville, Iowa", "Knoxville", "IA", "US"),
    ],
)
def test_what_stands_beside_a_city_says_which_one_it_is(
    text: str, city: str | None, region: str | None, country: str
) -> None:
    found = first(text)
    assert (found.city, found.region, found.country) == (city, region, country)


def test_a_country_before_a_city_says_which_one_it_is() -> None:
    assert find_places("Spain: Valencia")[1].place.country == "ES"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("London, Paris and Rome", ["London", "Paris", "Rome"]),
        ("offices in London, Toronto, Canada", ["London", "Toronto"]),
        ("Dallas, New York, Chicago", ["Dallas", "New York City", "Chicago"]),
        ("Houston, Oklahoma City", ["Houston", "Oklahoma City"]),
        ("Córdoba, Sevilla, Granada", ["Córdoba", "Sevilla", "Granada"]),
        ("chef in Bristol, Wales and Cornwall", ["Bristol", None, None]),
        ("London, France and Germany", ["London", None, None]),
        ("Holland America Line", []),
        ("the Library of Virginia and others", []),
        ("New Mexico State University, NM", []),
    ],
)
def test_a_list_of_places_stays_a_list(text: str, names: list[str | None]) -> None:
    assert [mention.place.city for mention in find_places(text)] == names


def test_a_request_for_two_cities_of_a_province_keeps_both() -> None:
    found = find_places("chefs in Córdoba, Sevilla", trusted=True)
    assert [(m.place.city, m.place.country) for m in found] == [
        ("Córdoba", "ES"),
        ("Sevilla", "ES"),
    ]


@pytest.mark.parametrize(
    ("phrase", "region", "country"),
    [
        ("Goa", "33", "IN"),
        ("Paraná", "18", "BR"),
        ("Santa Catarina", "26", "BR"),
        ("Bayern", "02", "DE"),
        ("Comunitat Valenciana", "60", "ES"),
        ("Skåne", "27", "SE"),
        ("Małopolska", "77", "PL"),
        ("Zuid-Holland", "11", "NL"),
        ("Vlaanderen", "VLG", "BE"),
        ("Wallis", "VS", "CH"),
    ],
)
def test_a_region_is_known_by_its_own_name(phrase: str, region: str, country: str) -> None:
    found = resolve(phrase)
    assert found is not None
    assert (found.city, found.region, found.country) == (None, region, country)


@pytest.mark.parametrize("phrase", ["Granada", "Kent", "Central", "Victoria Lagos", "Alba Cuneo"])
def test_a_province_alone_is_no_region(phrase: str) -> None:
    found = resolve(phrase)
    assert found is None or found.city


@pytest.mark.parametrize(
    ("typed", "city"),
    [("Lodz", "Łódź"), ("Tromso", "Tromsø"), ("Giessen", "Gießen"), ("Bialystok", "Białystok")],
)
def test_a_city_is_known_as_it_is_typed_without_its_letters(typed: str, city: str) -> None:
    found = resolve(typed)
    assert found is not None
    assert found.city == city


def test_every_other_name_means_a_city_of_the_table() -> None:
    lost = [
        alias
        for alias, (city, country) in exonyms().items()
        if not any(known.place.country == country for known in cities(fold(city)))
    ]
    assert lost == []


def test_a_request_for_a_city_under_its_own_name_is_read() -> None:
    assert first("nurses in Nürnberg", trusted=True).city == "Nuremberg"


def test_every_subdivision_lies_in_a_region_of_the_cities() -> None:
    assert {known.kind for found in subdivisions().values() for known in found} == {"part"}


@pytest.mark.parametrize(
    "text", ["Brest, " * 3000, "Brest, a " * 2500, "Ulm " * 5000, "Goa/" * 5000]
)
def test_repeated_places_are_read_in_no_time(text: str) -> None:
    began = time.perf_counter()
    find_places(text)
    assert time.perf_counter() - began < 5
