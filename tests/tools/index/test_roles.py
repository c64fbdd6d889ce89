"""How well careers fit a title: by trade, level and words, however many are looked at at once."""

from __future__ import annotations

from itertools import chain

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.candidates import Candidate, Identity, Profile
from tools.criteria import Criterion
from tools.index.bm25 import Said, Statistics
from tools.index.career import Held, career_of
from tools.index.roles import Roles
from tools.index.sheet import Sheet, make_sheet
from tools.index.titles import Asked, fit, job_of, title_held
from tools.index.wish_marks import shown_by_all
from tools.vocabulary.titles_table import title_table

KNOWN = sorted({hit.title.name for hit in title_table().hits.values()})
AROUND = ("", "Senior ", "Assistant ", "Lead ", "Falconry ", "Night-shift ")
JOINED = ("", " II", " / Bartender", ", Managing Falcons", " of Sales", " Trainee")
NOBODY = make_sheet(Candidate("a", "x", Profile(), Identity()))
titles = st.one_of(
    st.builds(
        "{}{}{}".format, st.sampled_from(AROUND), st.sampled_from(KNOWN), st.sampled_from(JOINED)
    ),
    st.sampled_from(["", "Falconer", "Manager", "The", "Owner / Operator", "R.N.", "厨师"]),
)


def sheet(*jobs: Held, headline: str = "") -> Sheet:
    return msgspec.structs.replace(NOBODY, career=career_of(headline, jobs))


def alike(asked: str, held: str) -> float:
    return fit(job_of(asked), job_of(held))


def test_a_job_below_the_level_asked_for_fits_less_than_one_above() -> None:
    wanted = "Digital Marketing Manager"
    below, above = "Digital Marketing Coordinator", "Digital Marketing Director"
    assert alike(wanted, below) < alike(wanted, above)


def test_an_internship_fits_less_than_the_job_and_fits_who_asks_for_interns() -> None:
    assert alike("Accountant", "Accounting Intern") < 0.7 < alike("Accountant", "Accountant")
    assert alike("Accounting Intern", "Accounting Intern") == 1.0


def test_a_rank_that_two_titles_share_counts_less_than_a_word_of_the_trade() -> None:
    asked = "Falconry Coordinator"
    assert alike(asked, "Origami Coordinator") < alike(asked, "Falconry Officer")


def test_a_title_and_its_abbreviation_share_their_words() -> None:
    assert alike("Registered Nurse", "RN") == 1.0


def test_a_rank_that_names_no_trade_may_have_been_the_job() -> None:
    names = ("Falconer", "Manager", "Assistant Branch Manager")
    people = [sheet(Held(title, 0, 1.0)) for title in names]
    falconer, manager, assistant = Roles(["Branch Manager"]).of(people).best.tolist()
    assert falconer < manager < assistant


def test_a_rank_that_was_asked_for_is_the_job() -> None:
    assert Roles(["Manager"]).of([sheet(Held("Manager", 48, 1.0))]).best[0] == 1.0


def test_a_headline_counts_in_words_and_in_place_of_jobs_that_were_not_read() -> None:
    cook = sheet(Held("Cook", 12, 1.0), headline="Welder")
    fits = Roles(["Welder"]).of([sheet(headline="Welder"), cook, sheet(headline="Cook")])
    assert fits.words[0] == fits.words[1] > 0 == fits.words[2]
    assert fits.nearest[0] == 1.0 > fits.nearest[1] == fits.nearest[2]
    assert fits.best[0] == fits.tenure[0] == 0


@pytest.mark.parametrize(
    "less", [Held("Welder", 6, 1.0), Held("Welder", 60, 0.2), Held("Machinist", 60, 1.0)]
)
def test_a_longer_later_and_closer_job_fits_better(less: Held) -> None:
    fits = Roles(["Welder"]).of([sheet(Held("Welder", 60, 1.0)), sheet(less)])
    assert fits.best[0] > fits.best[1]
    assert fits.tenure[0] > fits.tenure[1]


def test_nobody_and_no_jobs_fit_nothing() -> None:
    assert [marks.tolist() for marks in Roles(["Welder"]).of([])] == [[], [], [], []]
    assert [marks.tolist() for marks in Roles(["Welder"]).of([sheet()])] == [[0.0]] * 4


@given(titles, st.lists(titles, max_size=12))
def test_looking_at_each_trade_once_changes_no_likeness(asked: str, held: list[str]) -> None:
    plain = [max(fit(job_of(asked), job) for job in title_held(title).jobs) for title in held]
    assert Asked(asked).fits(map(title_held, held)) == plain


jobs = st.builds(Held, titles, st.sampled_from([0, 7, 300]), st.floats(0.01, 1.0))
people = st.builds(
    lambda held, headline: sheet(*held, headline=headline), st.lists(jobs, max_size=4), titles
)


@given(
    st.lists(titles, min_size=1, max_size=3),
    st.lists(people, min_size=1, max_size=5),
)
def test_how_a_career_fits_does_not_hang_on_who_else_is_looked_at(
    asked: list[str], sheets: list[Sheet]
) -> None:
    together = [marks.tolist() for marks in Roles(asked).of(sheets)]
    again = Roles(asked)
    again.of(sheets[1:])
    alone = zip(*(chain(*(m.tolist() for m in again.of([each]))) for each in sheets), strict=True)
    assert together == [list(marks) for marks in alone]


@given(titles, st.lists(people, min_size=1, max_size=4), st.lists(people, max_size=4))
def test_titles_read_ahead_fit_as_they_would_have(
    asked: str, sheets: list[Sheet], others: list[Sheet]
) -> None:
    ahead = Roles([asked])
    ahead.read([*others, *sheets[1:]])
    read = [marks.tolist() for marks in ahead.of(sheets)]
    assert read == [marks.tolist() for marks in Roles([asked]).of(sheets)]


def test_the_best_of_several_titles_counts() -> None:
    people = [sheet(Held("Cook", 0, 1.0)), sheet(Held("Welder", 0, 1.0))]
    assert Roles(["Welder", "Cook"]).of(people).nearest.tolist() == [1.0, 1.0]


def test_years_in_a_role_are_those_in_its_family_of_titles() -> None:
    wish = Criterion("min_years", 5, subject="Systems Administrator")
    titles = ("Systems Administrator", "Network Engineer", "Bartender")
    people = [sheet(Held(title, 72, 1.0)) for title in titles]
    own, family, other = shown_by_all(people, wish, Said(people, Statistics(3, 40.0, {})))
    assert own == family == 1.0 > other == 0.0
