"""The commands on a real index: what they print, what they refuse and how they exit."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.agent.cli.conftest import PEOPLE, Run
from tools.candidates import Candidate
from tools.index.base import Upserted, Vectors
from tools.index.tenant_store import TenantStore


def test_ingest_tells_what_became_of_each_file_and_sums_up(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    first = run("ingest", corpus, "--data-dir", tmp_path)
    again = run("ingest", corpus, "--data-dir", tmp_path)
    assert (first.code, again.code) == (0, 0)
    assert "people.jsonl: 3 added" in first.out
    assert "3 unchanged" in again.out.splitlines()[-1]


def test_ingest_names_what_failed_keeps_the_rest_and_exits_1(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.pdf"
    empty.touch()
    ran = run("ingest", corpus, empty, tmp_path / "none", "--data-dir", tmp_path / "data")
    assert ran.code == 1
    assert ran.err.count("empty.pdf is empty") == 1
    assert "empty.pdf is empty" not in ran.out
    assert f"{tmp_path / 'none'} does not exist: check the path." in ran.err
    assert run("stats", "--data-dir", tmp_path / "data").out.startswith("3 people")


def test_ingest_of_a_folder_without_resumes_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    ran = run("ingest", tmp_path / "in", "--data-dir", tmp_path / "data")
    assert ran.code == 1
    assert "there is no résumé in" in ran.err


def test_ingest_as_json_lists_every_person(run: Run, corpus: Path, tmp_path: Path) -> None:
    told = json.loads(run("ingest", corpus, "--json", "--data-dir", tmp_path).out)
    assert {i["candidate_id"] for i in told["items"]} == set(PEOPLE)


def test_an_ingest_that_fills_the_disk_says_who_is_in_and_goes_on_when_there_is_room(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = tmp_path / "people.jsonl"
    rows = [{"candidate_id": f"p-{n}", "text": PEOPLE["nurse-1"]} for n in range(40)]
    people.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    put, batches = TenantStore.put, []

    def put_until_full(
        store: TenantStore, batch: Sequence[tuple[Candidate, Vectors]]
    ) -> list[Upserted]:
        batches.append(len(batch))
        if len(batches) == 2:
            db = store._database.read()
            db.execute("PRAGMA max_page_count=1")
        return put(store, batch)

    monkeypatch.setattr(TenantStore, "put", put_until_full)
    ran = run("ingest", people, "--data-dir", tmp_path / "data")
    assert ran.code == 2
    assert "is full: make room on it" in ran.err
    assert "32 people are in the index and can be searched; the same command goes on" in ran.err
    again = run("ingest", people, "--data-dir", tmp_path / "data")
    assert "8 added, 32 unchanged" in again.out


def test_search_prints_the_wishes_and_people_with_quotes_of_their_own(
    run: Run, data_dir: Path
) -> None:
    ran = run("search", "registered nurse with ICU experience", "-k", "2", "--data-dir", data_dir)
    assert ran.code == 0
    assert ran.out.startswith("[must] ")
    first = ran.out.splitlines()[1]
    assert first.startswith("1. Mara Quill")
    assert "Registered Nurse, ICU" in ran.out
    assert "mara.quill@example.com" not in ran.out


def test_search_as_json_is_the_ranking_with_verbatim_quotes(run: Run, data_dir: Path) -> None:
    ran = run("search", "python developer", "-k", "3", "--json", "--data-dir", data_dir)
    told = json.loads(ran.out)
    best = told["results"][0]
    assert (best["rank"], best["candidate_id"]) == (1, "dev-1")
    quotes = [v["quote"] for v in best["verdicts"] if v["quote"]]
    assert quotes
    for quote in quotes:
        assert quote in PEOPLE["dev-1"].replace("\n- ", "\n• ")  # as bullets are stored


def test_the_same_search_twice_prints_the_same(run: Run, data_dir: Path) -> None:
    asked = ("search", "sous chef HACCP Berlin", "--json", "--data-dir", data_dir)
    assert run(*asked).out == run(*asked).out


def test_a_search_for_nothing_says_what_to_say_instead(run: Run, data_dir: Path) -> None:
    ran = run("search", "please", "--data-dir", data_dir)
    assert ran.code == 2
    assert "names nothing to search for" in ran.err


def test_a_long_request_for_nothing_is_quoted_in_part(run: Run, data_dir: Path) -> None:
    ran = run("search", "please " * 3000, "--data-dir", data_dir)
    assert ran.code == 2
    assert " …' names nothing to search for" in ran.err
    assert len(ran.err) < 300


def test_a_wish_about_a_protected_attribute_is_left_out_and_named(run: Run, data_dir: Path) -> None:
    ran = run("search", "registered nurses, only men", "--data-dir", data_dir)
    assert ran.code == 0
    assert "only men" in ran.err
    assert "men" not in ran.out.splitlines()[0]


def test_words_that_nothing_was_made_of_are_named(run: Run, data_dir: Path, tmp_path: Path) -> None:
    said = "registered nurses, own tools, Berlin"
    ran = run("search", said, "--json", "--data-dir", data_dir)
    assert json.loads(ran.out)["unused"] == ["own tools"]
    assert "not used: 'own tools'" in ran.err
    job = tmp_path / "job.txt"
    job.write_text(said)
    matched = run("match", job, "--json", "--data-dir", data_dir)
    assert json.loads(matched.out)["unused"] == ["own tools"]


def test_such_a_wish_in_a_job_is_named_as_well(run: Run, data_dir: Path, tmp_path: Path) -> None:
    job = tmp_path / "job.txt"
    job.write_text("Registered nurse for our ICU (Female only)")
    ran = run("match", job, "--data-dir", data_dir)
    assert ran.code == 0
    assert "'Female only' is not searched for" in ran.err


def test_a_job_of_such_wishes_alone_names_them_and_what_to_ask_for_instead(
    run: Run, data_dir: Path, tmp_path: Path
) -> None:
    job = tmp_path / "job.json"
    job.write_text('{"must": ["native speakers", "woman"]}')
    ran = run("match", job, "--data-dir", data_dir)
    assert ran.code == 2
    assert "'native speakers' is not searched for: ask for a fluent speaker" in ran.err
    assert "'woman' is not searched for: ask for skills" in ran.err


def test_a_search_in_an_empty_index_says_how_to_fill_it(run: Run, tmp_path: Path) -> None:
    ran = run("search", "nurses", "--data-dir", tmp_path)
    assert ran.code == 2
    assert "matcher ingest PATH" in ran.err


def test_tenants_do_not_see_each_other(run: Run, data_dir: Path) -> None:
    ran = run("search", "nurses", "--tenant", "other", "--data-dir", data_dir)
    assert ran.code == 2
    assert "tenant other" in ran.err


def test_search_and_match_say_who_would_lead_without_a_place_where_nobody_shows_the_job(
    run: Run, data_dir: Path, tmp_path: Path
) -> None:
    job = tmp_path / "job.txt"
    job.write_text("Registered Nurse in Berlin", "utf-8")
    for asked in (("search", "registered nurse in Berlin"), ("match", job)):
        ran = run(*asked, "-k", "1", "--data-dir", data_dir)
        assert "nobody there shows Registered Nurse; anywhere, 1 of the first 1 shows" in ran.err
        plain = json.loads(run(*asked, "--json", "--data-dir", data_dir).out)
        assert plain["elsewhere"] == {"criterion": "location:berlin", "count": 1, "of": 1}
    there = run("search", "sous chef in Berlin", "--json", "--data-dir", data_dir)
    assert json.loads(there.out)["elsewhere"] is None


def test_match_explains_the_best_people_for_a_text(
    run: Run, data_dir: Path, tmp_path: Path
) -> None:
    job = tmp_path / "job.txt"
    job.write_text("Sous Chef\n\nRequirements:\n- HACCP\n- menu planning\n", "utf-8")
    ran = run("match", job, "-k", "1", "--data-dir", data_dir)
    assert ran.code == 0
    assert "1. Ivo Brand" in ran.out
    assert "Meets" in ran.out


@pytest.mark.parametrize("name", ["job.json", "jobs.jsonl"])
def test_match_reads_a_job_by_its_fields(
    run: Run, data_dir: Path, tmp_path: Path, name: str
) -> None:
    job = {"job_id": "j1", "description": "Developer", "required_skills": ["Python"]}
    (tmp_path / name).write_text(json.dumps(job), "utf-8")
    told = json.loads(run("match", tmp_path / name, "--json", "--data-dir", data_dir).out)
    assert told["job_id"] == "j1"
    assert "skill:python" in {c["id"] for c in told["criteria"]}
    assert told["results"][0]["candidate_id"] == "dev-1"
    assert told["results"][0]["explanation"]["summary"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "is empty"),
        ("binary.txt", b"\xff\xfe\x00\x81", "is not UTF-8 text"),
        ("broken.json", b"{", "is not a job"),
        ("shape.json", b'{"job_id": "x"}', "names nothing to match by"),
        ("list.json", b'{"must": "HACCP"}', "(must should be a list, not text)"),
        ("number.json", b'{"title": 7}', "(title should be text, not a number)"),
        ("word.json", b'"cook"', "(it should be an object, not text): it needs a description"),
        ("deep.json", b"[" * 100_000, "nested too deeply"),
        ("deep.jsonl", b"[" * 100_000, "nested too deeply"),
        ("none.txt", None, "cannot be read"),
        ("typo.json", b'{"description": "Cook", "musst": ["HACCP"]}', "no 'musst' in a job"),
    ],
)
def test_match_names_a_job_file_it_cannot_use(
    run: Run, data_dir: Path, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ran = run("match", tmp_path / name, "--data-dir", data_dir)
    assert ran.code == 2
    assert name in ran.err
    assert said in ran.err


def test_match_with_an_unknown_job_id_names_those_there_are(
    run: Run, data_dir: Path, tmp_path: Path
) -> None:
    (tmp_path / "jobs.jsonl").write_text('{"job_id": "j1", "description": "Cook"}', "utf-8")
    ran = run("match", tmp_path / "jobs.jsonl", "--job", "j2", "--data-dir", data_dir)
    assert ran.code == 2
    assert "'j2'; it has: j1" in ran.err


def test_delete_removes_those_it_knows_names_the_others_and_exits_1(
    run: Run, data_dir: Path, tmp_path: Path
) -> None:
    home = tmp_path / "copy"
    shutil.copytree(data_dir, home)
    ran = run("delete", "cook-1", "nobody", "--data-dir", home)
    assert ran.code == 1
    assert "deleted cook-1" in ran.out
    assert "'nobody'" in ran.err
    assert run("stats", "--data-dir", home).out.startswith("2 people")
    assert run("delete", "dev-1", "--data-dir", home).code == 0


def test_the_diagram_names_every_tool(run: Run) -> None:
    drawn = run("diagram").out
    for node in ("assistant", "search_candidates", "explain_match", "undo"):
        assert node in drawn


def test_the_version_is_that_of_the_distribution(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version").out == f"candidate-matcher {version('candidate-matcher')}\n"


def _jobs(folder: Path) -> Path:
    file = folder / "jobs.jsonl"
    file.write_text(
        '{"job_id": "a", "title": "Sous Chef"}\n{"title": "Registered Nurse"}\n'
        '{"job_id": "1", "title": "Chef"}\n'
    )
    return file


def test_a_file_of_several_jobs_says_which_one_is_matched(
    run: Run, data_dir: Path, tmp_path: Path
) -> None:
    ran = run("match", _jobs(tmp_path), "--data-dir", data_dir)
    assert ran.out.startswith("[must] Sous Chef")
    assert "holds 3 jobs and this is the first (a): --job takes another" in ran.err
    assert "holds" not in run("match", _jobs(tmp_path), "--job", "a", "--data-dir", data_dir).err


@pytest.mark.parametrize(
    ("said", "job"), [("a", "Sous Chef"), ("2", "Registered Nurse"), ("1", "Chef"), ("3", "Chef")]
)
def test_a_job_of_several_is_taken_by_its_id_or_else_its_number(
    run: Run, data_dir: Path, tmp_path: Path, said: str, job: str
) -> None:
    ran = run("match", _jobs(tmp_path), "--job", said, "--data-dir", data_dir)
    assert ran.out.startswith(f"[must] {job}\n")


@pytest.mark.parametrize("said", ["4", "0", "x"])
def test_a_job_that_is_not_there_is_named_with_those_that_are(
    run: Run, data_dir: Path, tmp_path: Path, said: str
) -> None:
    ran = run("match", _jobs(tmp_path), "--job", said, "--data-dir", data_dir)
    assert ran.code == 2
    assert f"has no job '{said}'; it has: a, 1, by number 1 to 3." in ran.err
