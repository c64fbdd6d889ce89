"""The service in its AWS configuration, as processes: ingest, talk, restart, remove, keep apart."""

from __future__ import annotations

import asyncio
import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import httpx
import pytest

from tests.agent.cli.conftest import PEOPLE
from tests.services.provision import TABLES, provision
from tests.services.service import Running, matcher, serving
from tests.services.stack import PINECONE_KEY, Stack

CONVERSATION = [
    "find nurses",
    "only in Texas",
    "why is #1 a good match?",
    "shortlist 1",
    "drop the location",
    "start over",
]
CROWD = 50
GOES = "Mara Quill"
GOES_ID = "nurse-1"


@pytest.fixture(scope="module")
def deployment(services: Stack) -> dict[str, str]:
    """Tables, bucket and index of the module's own."""
    return {**services.environment(), **provision(services)}


@pytest.fixture(scope="module")
def home(deployment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The people, ingested by the command a person would type."""
    folder = tmp_path_factory.mktemp("aws-local")
    people = folder / "people.jsonl"
    rows = [json.dumps({"candidate_id": i, "text": t}) for i, t in PEOPLE.items()]
    people.write_text("\n".join(rows), "utf-8")
    done = matcher(deployment, folder / "ingest", "ingest", str(people), "--target", "pinecone")
    assert done.returncode == 0, done.stderr
    assert f"{len(PEOPLE)} added" in done.stdout
    again = matcher(deployment, folder / "ingest", "ingest", str(people), "--target", "pinecone")
    assert f"{len(PEOPLE)} unchanged" in again.stdout
    return folder


@pytest.fixture(scope="module")
def service(deployment: dict[str, str], home: Path) -> Iterator[Running]:
    """A service on another machine, as it were: its replica comes from the bucket."""
    with serving(deployment, home / "service") as running:
        yield running


def said(url: str, thread: str, message: str) -> list[tuple[str, dict[str, Any]]]:
    """Send a message and return the events of its stream, whose numbers leave no gap."""
    body = {"thread_id": thread, "message": message}
    events, numbers = [], []
    with httpx.stream("POST", f"{url}/chat", json=body, timeout=60) as answer:
        assert answer.status_code == 200, answer.read()
        name = ""
        for line in answer.iter_lines():
            field, _, value = line.partition(": ")
            if field == "id":
                numbers.append(int(value))
            elif field == "event":
                name = value
            elif field == "data":
                events.append((name, json.loads(value)))
    assert numbers == list(range(1, len(events) + 1))
    assert (events[0][0], events[-1][0]) == ("turn_started", "turn_finished")
    assert "error" not in dict(events), events
    return events


def test_a_conversation_goes_on_after_its_process_was_killed(
    deployment: dict[str, str], home: Path
) -> None:
    thread = "killed-between"
    with serving(deployment, home / "first") as first:
        for message in CONVERSATION[:3]:
            told = dict(said(first.url, thread, message))
        assert told["explanation"]["candidate_id"] == GOES_ID
        first.kill()
    with serving(deployment, home / "second") as second:
        for message in CONVERSATION[3:]:
            told = dict(said(second.url, thread, message))
            if message == "shortlist 1":
                (kept,) = told["shortlist"]["shortlist"]
                assert kept["candidate_id"] == GOES_ID
        whole = httpx.get(f"{second.url}/threads/{thread}").json()
    assert [turn["message"] for turn in whole["turns"]] == CONVERSATION
    assert all(turn["answer"] for turn in whole["turns"])


def said_by(number: int) -> tuple[str, str]:
    """Return what one of the crowd says and nobody else does."""
    return f"find nurses for ward {number}", f"find cooks for canteen {number}"


def test_many_threads_at_once_lose_nothing_and_mix_nothing(service: Running) -> None:
    async def crowd() -> list[dict[str, Any]]:
        limits = httpx.Limits(max_connections=CROWD)
        async with httpx.AsyncClient(base_url=service.url, timeout=120, limits=limits) as client:

            async def one(number: int) -> dict[str, Any]:
                for message in (
                    f"find nurses for ward {number}",
                    f"find cooks for canteen {number}",
                ):
                    body = {"thread_id": f"crowd-{number}", "message": message}
                    answer = await client.post("/chat", json=body)
                    assert answer.status_code == 200
                    assert "event: error" not in answer.text, answer.text
                found: dict[str, Any] = (await client.get(f"/threads/crowd-{number}")).json()
                return found

            return await asyncio.gather(*(one(number) for number in range(CROWD)))

    for number, thread in enumerate(asyncio.run(crowd())):
        assert tuple(turn["message"] for turn in thread["turns"]) == said_by(number)


def test_two_turns_at_once_on_one_thread_are_one_turn_and_one_refusal(service: Running) -> None:
    async def both() -> list[httpx.Response]:
        body = {"thread_id": "twice", "message": "find nurses"}
        async with httpx.AsyncClient(base_url=service.url, timeout=60) as client:
            return await asyncio.gather(*(client.post("/chat", json=body) for _ in range(2)))

    codes = sorted(answer.status_code for answer in asyncio.run(both()))
    assert codes in ([200, 409], [200, 200])  # the second may have come after the first had ended
    turns = httpx.get(f"{service.url}/threads/twice").json()["turns"]
    assert len(turns) == codes.count(200)


def test_another_tenant_finds_nothing_of_this_one(
    service: Running, deployment: dict[str, str], home: Path
) -> None:
    thread = "private"
    turn_id = said(service.url, thread, "find nurses")[0][1]["turn_id"]
    with serving({**deployment, "MATCHER_TENANT": "rival"}, home / "rival") as rival:
        with httpx.Client(base_url=rival.url, timeout=60) as client:
            rating = {"thread_id": thread, "turn_id": turn_id, "rating": "up"}
            refused = [
                client.get(f"/threads/{thread}"),
                client.delete(f"/threads/{thread}"),
                client.post(f"/threads/{thread}/stop"),
                client.get(f"/chat/{thread}/events"),
                client.post("/feedback", json=rating),
                client.get(f"/candidates/{GOES_ID}"),
                client.delete(f"/candidates/{GOES_ID}"),
            ]
            assert [answer.status_code for answer in refused] == [404] * len(refused)
            assert client.get("/threads").json() == {"threads": []}
            assert client.get("/ready").json()["people"] == 0
        shown = dict(said(rival.url, thread, "find nurses"))
        assert "candidates" not in shown or shown["candidates"]["shown"] == []
    mine = httpx.get(f"{service.url}/threads/{thread}").json()
    assert len(mine["turns"]) == 1


def test_a_removed_person_is_nowhere(
    service: Running, deployment: dict[str, str], services: Stack
) -> None:
    thread = "removal"
    said(service.url, thread, "find nurses")
    told = dict(said(service.url, thread, f"why is {GOES} a good match?"))
    assert told["explanation"]["candidate_id"] == GOES_ID
    traces = [GOES, GOES.split()[1], f"person/{GOES_ID}"]
    before = everything(deployment, services)
    assert all(trace in before for trace in traces)
    assert httpx.delete(f"{service.url}/candidates/{GOES_ID}", timeout=60).status_code == 204
    after = everything(deployment, services)
    assert [trace for trace in traces if trace in after] == []
    assert httpx.get(f"{service.url}/candidates/{GOES_ID}").status_code == 404
    whole = json.dumps(httpx.get(f"{service.url}/threads/{thread}").json())
    assert GOES not in whole
    assert GOES_ID not in whole
    assert GOES_ID not in json.dumps(said(service.url, "afterwards", "find nurses"))


def everything(deployment: dict[str, str], services: Stack) -> str:
    """Return all that the stores hold, unpacked, as one text."""
    keys: Any = {
        "aws_access_key_id": "local",
        "aws_secret_access_key": "local",
        "region_name": services.region,
    }
    dynamodb = boto3.client("dynamodb", endpoint_url=services.dynamodb, **keys)
    told = []
    for table in TABLES:
        name = deployment[f"MATCHER_{table.upper()}_TABLE"]
        for page in dynamodb.get_paginator("scan").paginate(TableName=name):
            for item in page["Items"]:
                told += [_plain(value) for value in item.values()]
    s3 = boto3.client("s3", endpoint_url=services.moto, **keys)
    for found in s3.list_objects_v2(Bucket=deployment["MATCHER_BUCKET"]).get("Contents", []):
        body = s3.get_object(Bucket=deployment["MATCHER_BUCKET"], Key=found["Key"])["Body"].read()
        told.append(gzip.decompress(body).decode("utf-8", "replace"))
    host, headers = deployment["PINECONE_HOST"], {"Api-Key": PINECONE_KEY}
    question = {"vector": [0.1] * 384, "topK": 1000, "namespace": "local", "includeMetadata": True}
    found = httpx.post(f"{host}/query", headers=headers, json=question).json()["matches"]
    return "\n".join([*told, json.dumps(found)])


def _plain(value: dict[str, Any]) -> str:
    (kind, held), *_ = value.items()
    if kind != "B":
        return str(held)
    try:
        return zlib.decompress(held).decode("utf-8", "replace")
    except zlib.error:
        return bytes(held).decode("utf-8", "replace")
