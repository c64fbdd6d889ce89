"""Every number that ranking is made of, in one place and with its reason."""

from __future__ import annotations

from tools.criteria import Kind

PART_WEIGHT: dict[str, float] = {
    "words": 1.2,
    "meaning": 0.65,
    "wishes": 0.65,
    "role": 0.3,
    "tenure": 0.3,
    "titles": 0.3,
    "duties": 0.25,
    "setting": 0.2,
    "held": 0.15,
    "spread": 0.9,
    "version": 0.6,
}
"""What each mark is worth: the request's words, nearness to the phrase of the job, the wishes one
by one, the best fitting job, the time in fitting jobs, the words of the title in those held, the
words that show such work whatever it was called, those that show where it is to be done, the share
held of the licences, languages and places that are a must, saying what is asked for in more than
one place, and not being a further version of a résumé that ranks higher."""

KIND_WEIGHT: dict[Kind, float] = {
    "title": 3.0,
    "skill": 1.6,
    "certification": 1.4,
    "language": 1.3,
    "location": 1.5,
    "min_years": 1.2,
    "max_years": 1.0,
    "education": 0.8,
    "industry": 1.0,
    "text": 1.2,
}
"""What a wish of each kind is worth against the others."""
NICE = 0.75
"""What a nice-to-have is worth against a must."""
AVOIDED = 0.42
"""What is taken off for an avoided thing that is only partly shown; shown whole, it excludes."""

SATURATION = 4.0
"""BM25's k1: the request's words go on counting as they are repeated over a career."""
LENGTH = 1.0
"""BM25's b: a résumé twice as long needs twice the mentions."""
SHORT_TEXT = 0.6
"""The share of the mean length below which a shorter résumé needs no fewer mentions."""

ONCE = 1.0
"""Mentions of a fact at which its mark is one half."""
HELD_ONCE = 0.5
"""The same of a licence, which is held or not: saying so again proves little more."""
IMPLIED = 0.75
"""What a fact shown by a narrower one is worth against the fact itself."""
IMPLIED_ONCE = 2.0
"""Mentions of narrower facts at which their mark is half of IMPLIED."""
WRITTEN = 0.6
"""What a wish that is only written in words is worth against a fact that was read out."""
WRITTEN_SATURATION, WRITTEN_LENGTH = 1.2, 0.75
"""BM25's usual k1 and b, for the words of one wish."""
SHORT_OF_YEARS = 0.5
"""What having almost all of the years asked for is worth against having them."""

RELATED = 0.3
"""Likeness below which a job has nothing to do with the title asked for."""
DUTIES_DONE = 0.03
"""The share of all that a job's duties could be said, from which somebody did some of that work."""
SHARED_WORDS = 0.6
"""What a title made of the same words counts, where the vocabulary knows no kinship."""
SHARED_HEAD = 0.7
"""What a word that names a rank in any trade, such as "manager", counts against another."""
VAGUE = 0.4
"""Likeness of a job whose title names no trade: it may have been the job asked for."""
LEVEL_BELOW = 0.06
"""What is taken off a job for each level it is below the one asked for."""
LEARNING = 0.6
"""What a job as an intern or apprentice is worth to whoever asks for more."""
FAMILY = 0.7
"""Likeness from which the years in a job are years in the role asked for, as ranking sees it."""
OLD = 0.15
"""What is taken off a job for being long past."""
SHORT = 0.2
"""What is taken off a job for having been held less than LONG_MONTHS."""
LONG_MONTHS = 24
TENURE_HALF = 36
"""Months in fitting jobs that count half of a whole career in them."""
TENURE_MOST = 120
"""Months of one job beyond which it says no more."""
UNDATED = 12
"""Months a job without dates is taken for."""
REPEATED = 0.5
"""How soon further jobs with the same title words add little."""

SAME_JOBS = 2
"""Dated jobs from which two résumés with the same ones are taken for one person's."""
SAME_JOBS_SHARE = 0.6
"""The share these must be of the jobs of the one with fewer."""
LOOKED_AT = 100
"""How far down further versions, and words said in one place only, are looked for."""

FEWEST_WORDS = 4
"""Words of a request from which they can be told to stand in one place."""
SMALLEST_PLACE, PLACE_PER_WORD = 25, 1.5
"""How long a place is, in content words: at least so many, or so many for each word asked for."""
MOST_PLACES = 7
"""Of the parts of a text, how many a place may cover and yet be a place."""
COPIED_FROM, COPIED_TO = 0.5, 0.7
"""Shares of a request, by rarity, at which one place that says them may be, and must be, a copy."""
SAID_ELSEWHERE = 0.5
"""The share of what one place says that is enough to be said outside of it."""

DECIMALS = 6
"""Places to which a score is rounded, so that the order never hangs on the last bit."""
