"""Who is described by what they do is looked for in the trade where that is done."""

from __future__ import annotations

import pytest

from tools.criteria import Criteria, Criterion
from tools.match import Job, read_job
from tools.request import read_request
from tools.vocabulary.deeds import find_deeds
from tools.vocabulary.tables import parts, read_rows
from tools.vocabulary.titles import canonical_title
from tools.vocabulary.verb_forms import verb_forms


def titles(text: str, known: Criteria = ()) -> set[str]:
    found = read_request(text, known=known).criteria
    return {value for c in found if c.kind == "title" for value in c.values}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("someone who designs and delivers training for employees", "Training Specialist"),
        ("hands-on with crops or livestock who has supervised workers", "Farm Manager"),
        ("person to run payroll for 200 staff", "Payroll Specialist"),
        ("who can keep our books and file VAT", "Bookkeeper"),
        ("to look after donors and write grants", "Fundraiser"),
        ("looking for a person to wire houses and fit fuse boxes", "Electrician"),
        ("anyone who teaches maths to 14 year olds", "Teacher"),
        ("someone to deliver parcels around Leeds", "Delivery Driver"),
        ("someone to run our auto service department", "Auto Service Manager"),
        ("somebody experienced in fitting kitchens and hanging doors", "Carpenter"),
        ("candidates with experience driving forklifts", "Forklift Operator"),
        ("someone who draws up contracts and advises clients on the law", "Lawyer"),
        ("people who pick and pack orders", "Warehouse Worker"),
        ("I need someone who repairs cars and diagnoses engine faults", "Mechanic"),
        ("somebody who can unblock drains and fix leaking pipes", "Plumber"),
        ("someone to clean our offices in the evening", "Cleaner"),
        ("we need somebody who answers phones and greets visitors", "Receptionist"),
        ("person who drives lorries across Europe", "Truck Driver"),
        ("somebody who builds websites in React", "Web Developer"),
        ("a person to post on our Instagram and grow our followers", "Social Media Manager"),
        ("somebody who designs logos and brochures", "Graphic Designer"),
        ("someone to care for elderly people in their homes", "Caregiver"),
        ("who can cut and colour hair", "Hairdresser"),
        ("someone who handles insurance claims from start to finish", "Claims Adjuster"),
        ("somebody who tests software and writes bug reports", "QA Engineer"),
        ("someone who manages the diary of our CEO and books his travel", "Executive Assistant"),
        ("German speaker who translates contracts", "Translator"),
        (
            "I need someone for my hotel who can make beds, not someone who waits tables",
            "Housekeeper",
        ),
        ("somebody who coaches children in football", "Sports Coach"),
        ("someone who teaches people to drive", "Driving Instructor"),
        ("who is able to repair washing machines?", "Appliance Technician"),
    ],
)
def test_verbs_and_objects_tell_a_trade(text: str, title: str) -> None:
    assert titles(text) == {title}


def test_deeds_of_two_trades_leave_both_open() -> None:
    assert titles("somebody who shoots and edits short films") == {"Videographer", "Video Editor"}


def test_two_deeds_tell_the_trade_in_which_both_are_done() -> None:
    assert titles("someone who runs payroll") == {"Payroll Specialist"}
    assert titles("someone who recruits staff") == {"Recruiter"}
    assert titles("someone who runs payroll and recruits staff") == {"HR Generalist"}


def test_whoever_leads_others_in_it_is_sought_at_their_level() -> None:
    assert titles("someone who picks and packs orders and supervised a team") == {
        "Warehouse Supervisor"
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("someone who manages a team of sales reps and hits targets", "Sales Manager"),
        ("someone to supervise a night shift of cleaners", "Cleaning Supervisor"),
        ("someone who can take charge of a warehouse", "Warehouse Supervisor"),
    ],
)
def test_leading_a_team_is_a_trade_of_its_own(text: str, title: str) -> None:
    assert titles(text) == {title}


def test_each_object_of_a_verb_is_a_deed() -> None:
    assert titles("somebody who can do the wages and the books") == {"Bookkeeper"}


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("someone who calculates premiums and models the risk", "Model"),
        ("someone to nurse wounded animals", "Registered Nurse"),
        ("someone who edits and hosts a podcast", "Host"),
    ],
)
def test_a_verb_is_no_job_of_the_same_spelling(text: str, job: str) -> None:
    assert job not in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("cooks and waiters a must", "Cook"),
        ("experience as a nurse and host", "Registered Nurse"),
    ],
)
def test_a_job_that_is_spelled_like_a_verb_stays_one(text: str, title: str) -> None:
    assert title in titles(text)


def test_the_trade_is_never_a_must_and_shows_what_told_it() -> None:
    wish = next(
        c for c in read_request("someone to chase unpaid invoices").criteria if c.kind == "title"
    )
    assert wish.weight == "nice"
    assert wish.said == "chase unpaid invoices"


@pytest.mark.parametrize(
    "text",
    [
        "someone who does everything: keeps books, fixes cars, bakes bread and teaches maths",
        "someone to manage people who repair cars",
        "someone who has worked for a firm that bakes bread",
        "we build houses and need someone with Excel",
        "a team that designs logos needs someone with SAP",
        "nobody who drives lorries",
        "someone who drives growth and sells ideas to the board",
        "someone who keeps calm and writes books",
        "someone who runs marathons",
        "HR people who did payroll",
        "someone who used to teach maths but now works in data, with Python and SQL",
        "people who like to take photos",
        "someone who can run it alone",
        "somebody who manages risk and tracks budgets",
        "someone who gets things done and sells their ideas",
        "somebody who knows how to use payroll software",
        "a person who sells car stereo magnets",
    ],
)
def test_what_is_not_sure_or_done_by_others_tells_no_trade(text: str) -> None:
    assert titles(text) == set()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("accountant to keep our books and file VAT", "Accountant"),
        ("HR manager who designs and delivers training for employees", "HR Manager"),
        ("office manager. Someone who answers phones and runs payroll", "Office Manager"),
    ],
)
def test_a_job_that_is_named_is_the_only_one(text: str, title: str) -> None:
    assert titles(text) == {title}


def test_what_others_are_brought_to_do_is_not_the_trade() -> None:
    assert titles("someone who trains staff to drive forklifts") == {"Training Specialist"}


def test_a_job_on_the_desk_stays_the_one_sought() -> None:
    assert titles("someone who has run payroll", (Criterion("title", "Accountant"),)) == set()


def test_duties_of_a_job_that_names_its_title_tell_no_other() -> None:
    job = Job(
        job_id="1",
        title="Night Porter",
        description="Somebody to answer the phone and clean the offices.",
        must=("able to drive a forklift",),
    )
    found = [c for c in read_job(job)[0] if c.kind == "title"]
    assert [str(c.value) for c in found] == ["Night Porter"]


def test_whom_somebody_hires_is_not_whom_we_seek() -> None:
    assert titles("somebody to hire engineers for us") == {"Recruiter"}
    assert titles("can you hire nurses in Leeds") == {"Registered Nurse"}


def test_what_somebody_works_on_is_not_their_trade() -> None:
    found = read_request("a person who books flights and hotels for the directors").criteria
    assert "industry" not in {c.kind for c in found}
    kept = read_request("someone who has worked in hotels").criteria
    assert "industry" in {c.kind for c in kept}


def test_a_deed_that_no_skill_names_is_asked_for_in_its_own_words() -> None:
    found = read_request("looking for a person to wire houses").criteria
    assert ("text", "wire houses", "must") in {(c.kind, c.value, c.weight) for c in found}


def test_words_of_a_deed_that_a_skill_names_leave_no_fragment() -> None:
    found = read_request("to look after donors and write grants").criteria
    assert not any(c.kind == "text" for c in found)


def test_every_trade_of_the_table_is_a_known_title() -> None:
    told = {
        title
        for row in read_rows("deeds.tsv")
        for column in ("titles", "also", "leading")
        for title in parts(row[column])
    }
    assert {t for t in told if canonical_title(t) != t} == set()


def test_an_object_that_goes_on_is_another_thing() -> None:
    assert find_deeds("sells cars", 0, 10)
    assert not find_deeds("sells car polish", 0, 16)


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("fix", "fixes"),
        ("fit", "fitting"),
        ("tidy", "tidied"),
        ("bake", "baking"),
        ("sell", "sold"),
        ("look after", "looked after"),
    ],
)
def test_verbs_are_bent(verb: str, form: str) -> None:
    assert form in verb_forms(verb)


@pytest.mark.parametrize(
    "text",
    [
        "someone who doesn't lay bricks",
        "a person who has never driven a bus",
        "people who have stopped driving trucks",
        "people who hate to cook meals",
    ],
)
def test_what_somebody_does_not_do_tells_no_trade(text: str) -> None:
    assert not [c for c in read_request(text).criteria if c.kind == "title"]


def test_what_those_do_whom_the_work_is_for_tells_no_trade() -> None:
    text = "someone who writes software for hospitals that treat patients"
    titles = [c.value for c in read_request(text).criteria if c.kind == "title"]
    assert titles == ["Software Engineer"]


@pytest.mark.parametrize(
    ("text", "title", "others"),
    [
        ("someone to run our repair garage: mechanics, MOT", "Auto Service Manager", {"MOT"}),
        ("someone to run our clinic: nurses, receptionists", "Healthcare Administrator", set()),
        ("somebody to manage our bakery", "Bakery Manager", set()),
        ("who can take over the machine shop (machinists)", "Machine Shop Supervisor", set()),
    ],
)
def test_whoever_runs_a_place_is_none_of_those_said_to_work_there(
    text: str, title: str, others: set[str]
) -> None:
    wishes = read_request(text).criteria
    assert [c.value for c in wishes if c.kind == "title"] == [title]
    assert {"mechanics", "nurses", "receptionists", "machinists"}.isdisjoint(
        word for c in wishes for word in str(c.value).split()
    )
    assert others <= {str(c.value) for c in wishes}


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("someone to teach art or music to kids", {"Art Teacher", "Music Teacher"}),
        ("who teaches ballet", {"Dance Teacher"}),
        ("somebody to teach martial arts", {"Martial Arts Instructor"}),
        ("someone who can teach language arts", {"English Teacher"}),
    ],
)
def test_whoever_teaches_something_is_a_teacher_of_that(text: str, sought: set[str]) -> None:
    assert titles(text) == sought
