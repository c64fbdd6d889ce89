"""Slack on AWS from end to end: API Gateway's event, the queue, the worker, and the thread."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

from agent.scripts.fake_slack import slack_server
from tests.agent.slack.payloads import SECRET, event, mention, stamp
from tests.emulator.processes import environment, handler
from tests.emulator.runtime_api import runtime_api
from tools.index.aws.clients import client


def gateway(home: Any, body: bytes, headers: dict[str, str]) -> dict[str, Any]:
    """Return a request of Slack's as API Gateway hands it on."""
    recorded = home.event("rest_post_agent")
    kept = {k: v for k, v in recorded["headers"].items() if k not in ("Authorization",)}
    named = {k: v for k, v in kept.items() if k.lower() not in headers} | headers
    told: dict[str, Any] = recorded | {
        "path": "/slack/events",
        "body": body.decode(),
        "headers": named,
        "multiValueHeaders": {name: [value] for name, value in named.items()},
    }
    return told


def errand(message: dict[str, Any]) -> dict[str, Any]:
    """Return a message as SQS hands it to a function."""
    return {
        "Records": [
            {
                "messageId": message["MessageId"],
                "receiptHandle": message["ReceiptHandle"],
                "body": message["Body"],
                "attributes": {"ApproximateReceiveCount": "1"},
                "eventSource": "aws:sqs",
            }
        ]
    }


def test_what_is_asked_in_slack_is_answered_by_the_worker(
    home: Any, services: Any, tmp_path: Path
) -> None:
    sqs = client("sqs", services.region)
    url = sqs.create_queue(QueueName=f"{uuid.uuid4().hex}.fifo", Attributes={"FifoQueue": "true"})[
        "QueueUrl"
    ]
    log = tmp_path / "log.txt"
    with slack_server() as slack, runtime_api() as api:
        team = slack.install("T1", channels=["C1"])
        more = services.environment() | {
            "SLACK_BOT_TOKEN": team.token,
            "SLACK_SIGNING_SECRET": SECRET,
            "MATCHER_SLACK_TEAMS": "T1=acme",
            "MATCHER_SLACK_API_URL": slack.base_url,
            "MATCHER_SLACK_QUEUE": url,
        }
        env = environment(api, home.folder, **more)
        ts = stamp()
        with handler(api, "agent.lambdas.buffered.handler", env, log):
            body, headers = event(mention("find nurses", ts=ts))
            heard = api.send(gateway(home, body, headers)).answer()
            forged = api.send(gateway(home, body + b" ", headers)).answer()
        assert (heard["statusCode"], forged["statusCode"]) == (200, 401), heard
        assert slack.calls == []
        (message,) = sqs.receive_message(QueueUrl=url)["Messages"]
    with slack_server() as slack, runtime_api() as api:
        team = slack.install("T1", channels=["C1"])
        env = environment(api, home.folder, **more | {"MATCHER_SLACK_API_URL": slack.base_url})
        with handler(api, "agent.lambdas.worker.handler", env, log):
            done = api.send(errand(message), timeout=300).answer()
            again = api.send(errand(message), timeout=300).answer()
        assert done["batchItemFailures"] == again["batchItemFailures"] == []
        assert len([said for said in team.messages("C1", ts) if said.streamed]) == 1
    told = log.read_text("utf-8")
    assert "find nurses" not in told
    assert "Traceback" not in told
    assert json.loads(message["Body"])["kind"] == "slack"
