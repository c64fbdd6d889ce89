"""The names of the months in the languages résumés come in, and the seasons."""

from __future__ import annotations

_NAMES: tuple[str, ...] = (
    "jan january januar januari jänner janvier janv enero ene janeiro gennaio gen styczeń"
    " stycznia ledna leden január janúar ianuarie tammikuu tammikuuta ocak январь января"
    " янв січень січня ιανουάριος ιανουαρίου ιαν",
    "feb february februar februari febr février fevrier févr fév febrero fevereiro fev"
    " febbraio luty lutego únor února február februarie helmikuu helmikuuta şubat февраль"
    " февраля фев лютий лютого φεβρουάριος φεβρουαρίου φεβ",
    "mar march märz maerz mär mrz mars marzo março marco maart mrt marts marzec marca"
    " březen března marec martie március maaliskuu maaliskuuta mart март марта мар"
    " березень березня μάρτιος μαρτίου μαρ",
    "apr april avril avr abril abr aprile kwiecień kwietnia duben dubna apríl apríla"
    " aprilie április huhtikuu huhtikuuta nisan апрель апреля апр квітень квітня απρίλιος"
    " απριλίου απρ",
    "may mai mayo maio maggio mag mei maj maja květen května máj mája május toukokuu"
    " toukokuuta mayıs май мая травень травня μάιος μαΐου μαΐος",
    "jun june juni juin junio junho giugno giu czerwiec czerwca červen června jún júna"
    " iunie június kesäkuu kesäkuuta haziran июнь июня июн червень червня ιούνιος ιουνίου",
    "jul july juli juillet juil julio julho luglio lug lipiec lipca červenec července júl"
    " júla iulie július heinäkuu heinäkuuta temmuz июль июля июл липень липня ιούλιος"
    " ιουλίου",
    "aug august août aout agosto ago augustus augusti sierpień sierpnia srpen srpna"
    " augusta augusztus elokuu elokuuta ağustos август августа авг серпень серпня"
    " αύγουστος αυγούστου αυγ",
    "sep sept september septembre septiembre setiembre setembro settembre sett wrzesień"
    " września září septembra szeptember syyskuu syyskuuta eylül septembrie сентябрь"
    " сентября сен сент вересень вересня σεπτέμβριος σεπτεμβρίου σεπ",
    "oct october okt oktober octobre octubre outubro ottobre ott październik października"
    " říjen října október októbra octombrie lokakuu lokakuuta ekim октябрь октября окт"
    " жовтень жовтня οκτώβριος οκτωβρίου οκτ",
    "nov november novembre noviembre novembro listopad listopada novembra noiembrie"
    " marraskuu marraskuuta kasım ноябрь ноября ноя листопада листопад νοέμβριος"
    " νοεμβρίου νοε",
    "dec december dez dezember décembre decembre déc diciembre dic dezembro dicembre"
    " desember grudzień grudnia prosinec prosince decembra decembrie joulukuu joulukuuta"
    " aralık декабрь декабря дек грудень грудня δεκέμβριος δεκεμβρίου δεκ",
)
_NUMBERS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}

MONTH_NAME = "(?:" + "|".join(sorted(_NUMBERS, key=lambda name: (-len(name), name))) + ")"
"""A regular expression for any month name or its abbreviation, without the full stop."""

_SEASONS = {
    name: month
    for month, names in (
        (3, "spring printemps frühling frühjahr primavera voorjaar"),
        (6, "summer sommer verano verão zomer"),
        (9, "autumn fall automne herbst otoño najaar"),
        (12, "winter hiver invierno"),
    )
    for name in names.split()
}


def month_of(name: str) -> int | None:
    """Return 1 to 12 for a month's or season's name, None for another word."""
    word = name.lower().rstrip(".")
    return _NUMBERS.get(word) or _SEASONS.get(word)
