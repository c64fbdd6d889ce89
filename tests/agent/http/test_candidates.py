"""People over HTTP: every kind of file and record comes in, a bad one costs only itself."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import httpx
import pytest
from reportlab.pdfgen.canvas import Canvas

from agent.api import create_app
from agent.settings import Settings
from tests.agent.http.conftest import PATIENCE, fault_of, serving

TEXT = """Odile Marchetti
odile.marchetti@example.com

EXPERIENCE
Pastry Chef, Maison Aubépine, Lyon, 03/2014 - 09/2022
- Laminated doughs, chocolate work, HACCP records.
"""


def as_pdf() -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held)
    for row, line in enumerate(TEXT.splitlines()):
        canvas.drawString(72, 780 - 16 * row, line)
    canvas.save()
    return held.getvalue()


def as_docx() -> bytes:
    document, held = docx.Document(), io.BytesIO()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(held)
    return held.getvalue()


JSON_RESUME = {
    "basics": {"name": "Odile Marchetti", "email": "odile.marchetti@example.com"},
    "work": [
        {
            "position": "Pastry Chef",
            "name": "Maison Aubépine",
            "startDate": "2014-03",
            "endDate": "2022-09",
            "summary": "Laminated doughs, HACCP records.",
        }
    ],
}
FILES = {
    "a.pdf": as_pdf(),
    "b.docx": as_docx(),
    "c.txt": TEXT.encode(),
    "d.md": ("# " + TEXT).encode(),
    "e.json": json.dumps(JSON_RESUME).encode(),
    "f.jsonl": (json.dumps({"candidate_id": "f", "text": TEXT}) + "\n").encode(),
    "g.csv": b'candidate_id,text,shoe\ng,"Pastry Chef, HACCP, 2014-2022",38\n',
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A service of this module's own, since its tests count the people."""
    app = create_app(Settings(data_dir=tmp_path_factory.mktemp("people"), max_upload_mb=1))
    with serving(app) as url, httpx.Client(base_url=url, timeout=PATIENCE) as made:
        yield made


def send(client: httpx.Client, files: dict[str, bytes]) -> httpx.Response:
    return client.post("/candidates", files=[("files", pair) for pair in files.items()])


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_kind_comes_in_and_can_be_found(client: httpx.Client, name: str) -> None:
    sent = send(client, {name: FILES[name]})
    assert sent.status_code == 200, sent.text
    (item,) = sent.json()["items"]
    assert item["outcome"] in ("added", "replaced"), item
    candidate_id = item["candidate_id"]
    assert candidate_id == Path(name).stem
    person = client.get(f"/candidates/{candidate_id}").json()
    assert "Pastry Chef" in person["text"]
    assert "HACCP" in person["text"]
    assert "example.com" not in person["text"]
    if name != "g.csv":
        assert person["identity"]["name"] == "Odile Marchetti"
        assert person["identity"]["emails"] == ["odile.marchetti@example.com"]
        assert "Odile" not in person["text"]
    else:
        assert person["extra"] == {"shoe": "38"}
    assert client.delete(f"/candidates/{candidate_id}").status_code == 204
    assert fault_of(client.get(f"/candidates/{candidate_id}"))[0] == 404


def test_several_files_at_once_and_a_bad_one_costs_only_itself(client: httpx.Client) -> None:
    files = {"good.txt": TEXT.encode(), "empty.pdf": b"", "odd.exe": b"MZ", "torn.pdf": b"%PDF-1.4"}
    told = {i["source"]: i for i in send(client, files).json()["items"]}
    assert told["good.txt"]["outcome"] == "added"
    for bad in ("empty.pdf", "odd.exe", "torn.pdf"):
        assert told[bad]["outcome"] == "failed"
        assert told[bad]["message"].startswith(bad)
        assert told[bad]["message"].endswith(".")
    client.delete("/candidates/good")


def test_where_no_file_could_be_read_the_answer_says_so_of_each(client: httpx.Client) -> None:
    sent = send(client, {"empty.pdf": b""})
    assert (sent.status_code, sent.json()["summary"]) == (200, "1 failed.")
    told = client.get("/openapi.json").json()["paths"]["/candidates"]["post"]["description"]
    assert "200 even where none could be read" in told


def test_sent_twice_is_unchanged_and_changed_is_replaced(client: httpx.Client) -> None:
    outcomes = [
        send(client, {"again.txt": text.encode()}).json()["items"][0]["outcome"]
        for text in (TEXT, TEXT, TEXT + "\nSKILLS\nSugar work\n")
    ]
    assert outcomes == ["added", "unchanged", "replaced"]
    assert "Sugar work" in client.get("/candidates/again").json()["text"]
    client.delete("/candidates/again")


def test_one_person_under_two_ids_is_reported_and_not_merged(client: httpx.Client) -> None:
    send(client, {"one.txt": TEXT.encode()})
    (item,) = send(client, {"two.md": ("Résumé\n" + TEXT).encode()}).json()["items"]
    assert item["duplicates"] == ["one"]
    for candidate_id in ("one", "two"):
        assert client.get(f"/candidates/{candidate_id}").status_code == 200
        client.delete(f"/candidates/{candidate_id}")


def test_a_file_name_cannot_lead_out_of_the_data_directory(client: httpx.Client) -> None:
    (item,) = send(client, {"../../../etc/pass wd.txt": TEXT.encode()}).json()["items"]
    assert item["candidate_id"] == "pass-wd"
    client.delete("/candidates/pass-wd")


def test_records_come_in_with_their_given_fields_and_keep_the_others(client: httpx.Client) -> None:
    record = {
        "candidate_id": "r-1",
        "name": "Odile Marchetti",
        "text": "Pastry Chef. Laminated doughs and HACCP records at Maison Aubépine.",
        "skills": ["HACCP", "Sugar work"],
        "location": "Lyon",
        "years_experience": 8.5,
        "desk": "F-12",
    }
    sent = client.post("/candidates", json={"records": [record]})
    assert sent.json()["summary"] == "1 added."
    person = client.get("/candidates/r-1").json()
    assert person["identity"]["name"] == "Odile Marchetti"
    assert person["profile"]["years_experience"] == 8.5
    assert person["extra"]["desk"] == "F-12"
    found = client.post("/match", json={"job": {"description": "Pastry chef in Lyon"}}).json()
    assert found["results"][0]["candidate_id"] == "r-1"
    client.delete("/candidates/r-1")


def test_a_form_without_files_says_what_to_send(client: httpx.Client) -> None:
    answer = client.post("/candidates", data={"x": "1"}, files={"y": (None, "2")})
    status, code, message = fault_of(answer)
    assert (status, code) == (422, "no_files")
    assert "résumé" in message


def test_a_file_over_the_limit_is_413(client: httpx.Client) -> None:
    assert fault_of(send(client, {"big.txt": b"x" * 1_200_000}))[:2] == (413, "too_large")


def test_a_removed_person_is_in_no_list_and_in_no_transcript(client: httpx.Client) -> None:
    send(client, {"gone.txt": TEXT.encode()})
    body = {"session_id": "t-gone", "message": "pastry chefs with HACCP"}
    assert "Odile Marchetti" in client.post("/agent", json=body).json()["answer"]
    client.post("/agent", json={**body, "message": "why is #1 a good match?"})
    assert client.delete("/candidates/gone").status_code == 204
    thread = client.get("/threads/t-gone").text
    for trace in ("Odile", "Laminated", '"gone"'):
        assert trace not in thread
    after = client.post("/agent", json={**body, "message": "why is #1 a good match?"})
    assert after.status_code == 200
    assert "Odile" not in after.text


def test_a_deleted_person_lies_in_no_file_while_the_service_runs(tmp_path: Path) -> None:
    text = (
        "Ottoline Varga-Reyes\nottoline@varga.example | Graz, Austria\n\nEXPERIENCE\n"
        "Farrier, Hufschmiede Varga, Graz, 03/2012 - 09/2023\n- Shod Lipizzaner mares by hand.\n"
    )
    said = (b"Ottoline Varga-Reyes", b"ottoline@varga.example", b"Shod Lipizzaner mares by hand")
    with (
        serving(create_app(Settings(data_dir=tmp_path))) as url,
        httpx.Client(base_url=url, timeout=PATIENCE) as client,
    ):
        records = [{"candidate_id": "farrier-1", "text": text}]
        assert client.post("/candidates", json={"records": records}).is_success
        for message in ("farriers in Graz", "why is #1 a good match?"):
            asked = {"session_id": "t1", "message": message}
            assert client.post("/agent", json=asked).is_success
        assert _lying_in(tmp_path, said)
        assert client.delete("/candidates/farrier-1").status_code == 204
        assert _lying_in(tmp_path, said) == []


def _lying_in(folder: Path, words: tuple[bytes, ...]) -> list[tuple[str, bytes]]:
    """Return which of the words lie in which files under a folder."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [(file.name, word) for file in files for word in words if word in file.read_bytes()]
