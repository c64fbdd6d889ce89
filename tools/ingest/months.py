"""The names of the months in the languages résumés come in, and the seasons."""

from __future__ import annotations

_NAMES: tuple[str, ...] = (
    "jan january januar januari jänner janvier janv enero ene janeiro gennaio gen styczeń stycznia",
    "feb february februar februari febr février fevrier févr fév febrero fevereiro fev febbraio"
    " luty lutego",
    "mar march märz maerz mär mrz mars marzo março marco maart mrt marts marzec marca",
    "apr april avril avr abril abr aprile kwiecień kwietnia",
    "may mai mayo maio maggio mag mei maj maja",
    "jun june juni juin junio junho giugno giu czerwiec czerwca",
    "jul july juli juillet juil julio julho luglio lug lipiec lipca",
    "aug august août aout agosto ago augustus augusti sierpień sierpnia",
    "sep sept september septembre septiembre setiembre setembro settembre sett wrzesień września",
    "oct october okt oktober octobre octubre outubro ottobre ott październik października",
    "nov november novembre noviembre novembro listopad listopada",
    "dec december dez dezember décembre decembre déc diciembre dic dezembro dicembre desember"
    " grudzień grudnia",
)
_NUMBERS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}

MONTH_NAME = "(?:" + "|".join(sorted(_NUMBERS, key=lambda name: (-len(name), name))) + ")"
"""A regular expression for any month name or its abbreviation, without the full stop."""

_SEASONS = {
    "spring": 3,
    "summer": 6,
    "autumn": 9,
    "fall": 9,
    "winter": 12,
    "sommer": 6,
    "verano": 6,
}


def month_of(name: str) -> int | None:
    """Return 1 to 12 for a month's or season's name, None for another word."""
    word = name.lower().rstrip(".")
    return _NUMBERS.get(word) or _SEASONS.get(word)
