"""Others like somebody are sought by what that résumé shows of the work, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tools.calling import call_tool
from tools.alike import wishes_like
from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.desk import Desk, ToolError
from tools.ingest.profile import build_candidate

TEXT = """Jane Roe
Sous Chef
Leeds, UK

Experience
Sous Chef, Brass Kettle, Leeds
March 2021 - Present
Menu planning, food costing and HACCP for a brigade of nine. Menu planning with the owner.

Line Cook, Old Mill, York
2016 - 2020
Grill, banquets and catering. Teamwork and communication.

Education
BA in History, University of Hull, 2015

Certificates
ServSafe Manager

Languages
French (B2)
"""


def person(text: str = TEXT) -> Candidate:
    return build_candidate("c", text, source="c", content_hash="c", today=date(2026, 11, 1))


def test_the_job_is_a_must_and_the_work_of_the_latest_job_comes_first() -> None:
    job, first, *rest = wishes_like(person(), ())
    assert (job.kind, job.value, job.weight) == ("title", "Sous Chef", "must")
    assert (first.value, first.weight) == ("menu planning", "nice")
    assert {c.weight for c in rest} == {"nice"}
    assert any(c.kind == "certification" for c in rest)


def test_a_job_that_is_sought_already_stays_the_one() -> None:
    held = (Criterion("title", "Head Chef"), Criterion("skill", "menu planning"))
    wishes = wishes_like(person(), held)
    assert not any(c.kind == "title" for c in wishes)
    assert "menu planning" not in {c.value for c in wishes}


def test_where_somebody_comes_from_is_no_wish() -> None:
    wishes = wishes_like(person(), ())
    assert {c.kind for c in wishes} <= {"title", "skill", "certification"}
    said = " ".join(str(c.value) for c in wishes)
    assert not any(word in said for word in ("Leeds", "French", "Hull", "teamwork"))


def test_a_name_changes_nothing() -> None:
    other = TEXT.replace("Jane Roe", "Oluwaseun Adeyemi")
    assert wishes_like(person(other), ()) == wishes_like(person(), ())


def test_of_a_resume_that_shows_no_more_it_is_said() -> None:
    bare = person("Jane Roe\n\nI like walks.\n")
    with pytest.raises(ToolError, match="say what to look for"):
        wishes_like(bare, (Criterion("title", "Chef"),))


def test_the_list_is_ranked_again_with_what_was_added_and_comes_back(desk: Desk) -> None:
    before = call_tool("search_candidates", desk, {"criteria": [{"kind": "skill", "value": "SQL"}]})
    outcome = call_tool("search_candidates", before.desk, {"like": "#1"})
    criteria = outcome.desk.view.criteria
    assert criteria[0] == before.desk.view.criteria[0]
    assert [c["value"] for c in outcome.payload["added"]] == [c.value for c in criteria[1:]]
    first = before.desk.view.pool[0]
    at = outcome.desk.view.pool.index(first)
    assert outcome.payload["like"] == f"⟨#{at + 1}⟩"
    assert call_tool("undo", outcome.desk, {}).desk.view == before.desk.view


def test_somebody_nobody_knows_is_no_measure(desk: Desk) -> None:
    outcome = call_tool("search_candidates", desk, {"like": "@nobody"})
    assert outcome.payload["error"]["code"] == "unknown_person"
