"""What is too much to read or to weigh is said, and what is most telling is kept."""

from __future__ import annotations

from agent.offline.wording.left_out import left_out
from tools.criteria import MOST_ALTERNATIVES
from tools.match import Job, read_job
from tools.request import read_request
from tools.request.reading import MOST_WISHES
from tools.request.surface import LONGEST
from tools.vocabulary.tables import read_folder

SKILLS = [row["skill"] for row in read_folder("skills") if row["skill"].isalpha()][:90]
MANY = f"Electrician with {', '.join(SKILLS)}"


def test_the_most_telling_wishes_are_kept_and_the_others_named() -> None:
    reading = read_request(MANY)
    assert len(reading.criteria) == MOST_WISHES
    assert reading.criteria[0].value == "Electrician"
    kept = {value for c in reading.criteria for value in c.values}
    assert reading.beyond
    assert not kept & set(reading.beyond)


def test_of_many_alternatives_the_first_are_kept_and_the_others_named() -> None:
    reading = read_request(f"Electrician with {' or '.join(SKILLS)}")
    wish = max(reading.criteria, key=lambda c: len(c.any_of))
    assert len(wish.any_of) == MOST_ALTERNATIVES
    assert wish.value == " or ".join(wish.any_of)
    assert set(reading.beyond).isdisjoint(wish.any_of)
    assert reading.beyond


def test_how_many_wishes_were_left_out_is_said() -> None:
    said = " ".join(left_out(MANY))
    assert f"{len(read_request(MANY).beyond)} further wishes are too many to weigh at once" in said
    assert "ask for them apart" in said


def test_how_much_of_a_text_was_not_read_is_said() -> None:
    text = "Electrician in Leeds. ".ljust(LONGEST + 1_500, ".")
    assert "I read all but the last 1,500 characters" in " ".join(left_out(text))


def test_a_request_that_is_read_whole_says_nothing_of_it() -> None:
    reading = read_request("Electrician in Leeds with PLC programming")
    assert (reading.beyond, reading.unread) == ((), 0)
    assert left_out("Electrician in Leeds with PLC programming") == []


def test_a_job_keeps_its_lists_beside_a_long_description() -> None:
    values = {c.value for c in read_job(Job(MANY, required_skills=("HACCP",)))[0]}
    assert "HACCP" in values
