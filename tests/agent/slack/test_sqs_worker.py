"""The queue of a deployment: jobs go through SQS in order, and are done once by the worker."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from agent.scripts.fake_slack import SlackServer
from agent.service import Service
from agent.slack.door import open_door
from agent.slack.queue import MOST_ATTEMPTS
from agent.slack.sqs_queue import SqsQueue
from agent.slack.sqs_worker import run
from agent.wiring import open_service
from tests.agent.slack.conftest import Slack, settings_for
from tests.agent.slack.payloads import CHANNEL, event, mention, stamp
from tests.agent.slack.test_queue import job
from tools.index.aws.clients import client

Queue = tuple[str, Any]


@pytest.fixture
def queue(services: Any) -> Iterator[Queue]:
    """A first-in-first-out queue as the template makes it, and a client."""
    sqs = client("sqs", services.region)
    url = sqs.create_queue(
        QueueName=f"{uuid.uuid4().hex}.fifo",
        Attributes={"FifoQueue": "true", "VisibilityTimeout": "330"},
    )["QueueUrl"]
    yield url, sqs
    sqs.delete_queue(QueueUrl=url)


def received(queue: Queue) -> list[dict[str, Any]]:
    url, sqs = queue
    told = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, AttributeNames=["All"])
    found: list[dict[str, Any]] = told.get("Messages", [])
    return found


async def test_a_job_is_kept_once_in_the_group_of_its_thread(queue: Queue, services: Any) -> None:
    far = SqsQueue(queue[0], services.region)
    for each in (job("a"), job("a"), job("b"), job("c", thread="2.0")):
        assert await far.put(each)
    first, *others = received(queue)
    groups = [m["Attributes"]["MessageGroupId"] for m in (first, *others)]
    assert json.loads(first["Body"])["job"]["key"] == "a"
    assert len(set(groups)) == 2
    assert len(groups) == 3


async def test_the_door_of_a_deployment_only_fills_the_queue(
    queue: Queue, services: Any, peopled: Path, server: SlackServer
) -> None:
    settings = settings_for(peopled, server, slack_queue=queue[0], aws_region=services.region)
    async with open_service(settings) as service, open_door(service) as door:
        assert door is not None
        body, headers = event(mention("find software developers"))
        assert (await door.answer(body, "", headers)).status == 200
        (message,) = received(queue)
        assert server.calls == []
        data = json.loads(message["Body"])
        await run(service, data | {"attempt": 1})
        await run(service, data | {"attempt": 2})
    assert len(server.called("chat.startStream")) == 1


def failing_message(key: str) -> dict[str, Any]:
    ts = stamp()
    told = msgspec.structs.replace(job(key, thread=ts), text="find software developers")
    return {"kind": "slack", "job": msgspec.to_builtins(told)}


async def test_a_job_that_fails_comes_back_soon_and_the_person_is_told_once_at_last(
    queue: Queue, services: Any, slack: Slack
) -> None:
    service = _with_queue(slack.service, queue[0], services.region)
    url, sqs = queue
    data = failing_message(stamp())
    sqs.send_message(
        QueueUrl=url, MessageBody=json.dumps(data), MessageGroupId="1", MessageDeduplicationId="1"
    )
    (message,) = received(queue)
    slack.server.refuse("chat.startStream", "fatal_error", 99)
    for attempt in range(1, MOST_ATTEMPTS + 1):
        told = {"attempt": attempt, "receipt": message["ReceiptHandle"] if attempt == 1 else ""}
        with pytest.raises(Exception, match="fatal_error"):
            await run(service, data | told)
    apologies = [said for said in slack.said() if "went wrong" in said]
    assert len(apologies) == 1
    thread_id = f"slack:T1:{CHANNEL}:{data['job']['place']['thread_ts']}"
    assert slack.turns(thread_id) == ["find software developers"]  # run once, however often told


async def test_what_slack_refuses_for_good_does_not_come_back(slack: Slack) -> None:
    slack.team.revoked = "token_revoked"
    await run(slack.service, failing_message(stamp()))


def _with_queue(service: Service, url: str, region: str) -> Service:
    import dataclasses

    settings = service.settings.model_copy(update={"slack_queue": url, "aws_region": region})
    return dataclasses.replace(service, settings=settings)
