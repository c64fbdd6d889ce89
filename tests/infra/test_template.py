"""The template after SAM has transformed it: linted, and held to what streaming and safety need."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cfnlint.api import lint
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

from agent.settings import Settings
from agent.slack.queue import MOST_ATTEMPTS

ROOT = Path(__file__).parents[2]
STAR_ALLOWED = {"xray:PutTraceSegments", "xray:PutTelemetryRecords"}
"""Actions that know no resources."""
MANAGED_ALLOWED = {"arn:aws:iam::aws:policy/service-role/AWSCodeDeployRoleForLambda"}


class _NoManagedPolicies:
    def load(self) -> dict[str, str]:
        return {}


@pytest.fixture(scope="module")
def source() -> dict[str, Any]:
    """The template as it stands."""
    text = (ROOT / "infra" / "template.yaml").read_text("utf-8")
    parsed: dict[str, Any] = yaml_parse(text)
    return parsed


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    """The template as CloudFormation gets it."""
    written = yaml_parse((ROOT / "infra" / "template.yaml").read_text("utf-8"))
    written["Globals"]["Function"]["CodeUri"] = "s3://packages/matcher.zip"
    parameters = {"AWS::Region": "eu-central-1", "Stage": "prod", "PineconeHost": "https://p"}
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWS_DEFAULT_REGION", "eu-central-1")
        made: dict[str, Any] = transform(written, parameters, _NoManagedPolicies())
    return made


def of_type(template: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    found = template["Resources"].items()
    return {name: each["Properties"] for name, each in found if each["Type"] == kind}


def statements(template: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every statement that allows something, both arms of a condition."""
    for name, role in of_type(template, "AWS::IAM::Role").items():
        for policy in role.get("Policies", ()):
            for statement in policy["PolicyDocument"]["Statement"]:
                arms = statement.get("Fn::If", [None, statement])[1:]
                yield from ((name, arm) for arm in arms if "Action" in arm)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_the_transformed_template_has_no_lint(template: dict[str, Any]) -> None:
    found = lint(json.dumps(template), regions=["eu-central-1"])
    assert [f"{match.rule.id} {match.message}" for match in found] == []


def test_conversations_stream_through_the_api(template: dict[str, Any]) -> None:
    paths = of_type(template, "AWS::ApiGateway::RestApi")["Api"]["Body"]["paths"]
    for path, method in (("/chat", "post"), ("/chat/{thread_id}/events", "get")):
        called = paths[path][method]["x-amazon-apigateway-integration"]
        assert called["responseTransferMode"] == "STREAM"
        assert called["uri"]["Fn::Sub"].endswith("/response-streaming-invocations")
        assert called["timeoutInMillis"] == 300_000


def test_everything_else_is_buffered_by_the_other_function(template: dict[str, Any]) -> None:
    paths = of_type(template, "AWS::ApiGateway::RestApi")["Api"]["Body"]["paths"]
    for path, methods in paths.items():
        for method, told in methods.items():
            if path.startswith("/chat") or method == "options":
                continue
            called = told["x-amazon-apigateway-integration"]
            assert "responseTransferMode" not in called
            assert "${BufferedAliaslive}/invocations" in called["uri"]["Fn::Sub"]


def test_the_function_url_streams(template: dict[str, Any]) -> None:
    (url,) = of_type(template, "AWS::Lambda::Url").values()
    assert url["InvokeMode"] == "RESPONSE_STREAM"
    assert url["TargetFunctionArn"] == {"Ref": "StreamingAliaslive"}


def test_the_streaming_function_is_started_by_the_adapter(template: dict[str, Any]) -> None:
    function = of_type(template, "AWS::Lambda::Function")["Streaming"]
    assert function["Handler"] == "run.sh"
    told = function["Environment"]["Variables"]
    assert told["AWS_LAMBDA_EXEC_WRAPPER"] == "/opt/bootstrap"
    assert told["AWS_LWA_INVOKE_MODE"] == "response_stream"
    assert told["AWS_LWA_PORT"] == told["MATCHER_PORT"]
    assert told["AWS_LWA_READINESS_CHECK_PATH"] == "/health"
    layers = json.dumps(function["Layers"])
    assert "753240598075:layer:LambdaAdapterLayerArm64:30" in layers
    assert "753240598075:layer:LambdaAdapterLayerX86:30" in layers


def test_no_other_function_carries_the_adapter_or_lives_long(template: dict[str, Any]) -> None:
    for name, function in of_type(template, "AWS::Lambda::Function").items():
        if name != "Streaming":
            assert "Layers" not in function
            assert function["SnapStart"] == {"ApplyOn": "PublishedVersions"}
        assert function["Runtime"] >= "python3.12"


def test_every_handler_the_template_names_is_there(template: dict[str, Any]) -> None:
    from importlib import import_module

    for name, function in of_type(template, "AWS::Lambda::Function").items():
        handler = function["Handler"]
        if handler == "run.sh":
            assert (ROOT / "infra" / "run.sh").stat().st_mode & 0o111
            continue
        module, _, attribute = handler.rpartition(".")
        assert (ROOT / f"{module.replace('.', '/')}.py").is_file(), name
        assert f"def {attribute}(" in Path(str(import_module(module).__file__)).read_text("utf-8")


def test_nobody_may_do_everything_or_anything_to_everything(template: dict[str, Any]) -> None:
    seen = 0
    for role, statement in statements(template):
        actions, resources = listed(statement["Action"]), listed(statement["Resource"])
        assert statement["Effect"] == "Allow"
        assert [a for a in actions if "*" in a] == [], (role, statement)
        if "*" in resources:
            assert set(actions) <= STAR_ALLOWED, (role, statement)
        seen += 1
    assert seen > 15
    for role in of_type(template, "AWS::IAM::Role").values():
        assert set(role.get("ManagedPolicyArns", ())) <= MANAGED_ALLOWED


def actions_of(template: dict[str, Any], role: str, service: str) -> set[str]:
    allowed = [s for name, s in statements(template) if name == role]
    return {a for s in allowed for a in listed(s["Action"]) if a.startswith(f"{service}:")}


def test_the_audit_log_only_grows_and_keys_are_only_read(template: dict[str, Any]) -> None:
    for role, statement in statements(template):
        touched = json.dumps(statement["Resource"])
        if "AuditTable" in touched:
            assert set(statement["Action"]) <= {
                "dynamodb:DescribeTable", "dynamodb:PutItem", "dynamodb:Query",
            }  # fmt: skip
        if "AccessTable" in touched:
            assert listed(statement["Action"]) == ["dynamodb:GetItem"], role


def test_the_authorizer_reads_keys_and_nothing_else(template: dict[str, Any]) -> None:
    assert actions_of(template, "AuthorizerRole", "dynamodb") == {"dynamodb:GetItem"}
    for service in ("s3", "sqs", "secretsmanager", "bedrock"):
        assert actions_of(template, "AuthorizerRole", service) == set()


def test_only_the_worker_takes_errands_and_only_the_others_send_them(
    template: dict[str, Any],
) -> None:
    assert "sqs:ReceiveMessage" in actions_of(template, "WorkerRole", "sqs")
    for role in ("StreamingRole", "BufferedRole"):
        assert actions_of(template, role, "sqs") == {"sqs:SendMessage"}
    sent = [
        s
        for name, s in statements(template)
        if name == "WorkerRole" and "sqs:SendMessage" in s["Action"]
    ]
    assert [s["Resource"] for s in sent] == [{"Fn::GetAtt": ["SlackJobs", "Arn"]}]


def test_every_table_can_be_restored_is_encrypted_expires_items_and_outlives_the_stack(
    template: dict[str, Any],
) -> None:
    tables = of_type(template, "AWS::DynamoDB::Table")
    assert set(tables) == {"ThreadsTable", "CandidatesTable", "AuditTable", "AccessTable"}
    for name, table in tables.items():
        assert table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is True
        assert table["SSESpecification"]["SSEEnabled"] is True
        assert table["TimeToLiveSpecification"] == {"AttributeName": "ttl", "Enabled": True}
        assert [k["AttributeName"] for k in table["KeySchema"]] == ["PK", "SK"]
        assert template["Resources"][name]["DeletionPolicy"] == "Retain"


def test_what_fails_in_the_queue_is_kept_apart_and_tried_alone(template: dict[str, Any]) -> None:
    queue = of_type(template, "AWS::SQS::Queue")["Errands"]
    assert queue["RedrivePolicy"]["maxReceiveCount"] == 4
    worker = of_type(template, "AWS::Lambda::Function")["Worker"]
    assert queue["VisibilityTimeout"] >= 6 * worker["Timeout"]
    for mapping in of_type(template, "AWS::Lambda::EventSourceMapping").values():
        assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_what_is_asked_in_slack_is_done_in_order_by_thread_and_not_behind_files(
    template: dict[str, Any],
) -> None:
    queues = of_type(template, "AWS::SQS::Queue")
    jobs, dead = queues["SlackJobs"], queues["SlackDeadLetters"]
    assert jobs["FifoQueue"] is dead["FifoQueue"] is True
    assert jobs["DeduplicationScope"] == "messageGroup"
    assert jobs["RedrivePolicy"] == {
        "deadLetterTargetArn": {"Fn::GetAtt": ["SlackDeadLetters", "Arn"]},
        "maxReceiveCount": MOST_ATTEMPTS,
    }
    worker = of_type(template, "AWS::Lambda::Function")["Worker"]
    assert jobs["VisibilityTimeout"] > worker["Timeout"]
    told = worker["Environment"]["Variables"]
    assert told["MATCHER_SLACK_QUEUE"] == {"Ref": "SlackJobs"}
    assert told["MATCHER_SECRET_ID"] == {"Ref": "Secret"}
    (mapping,) = [
        m
        for m in of_type(template, "AWS::Lambda::EventSourceMapping").values()
        if m["EventSourceArn"] == {"Fn::GetAtt": ["SlackJobs", "Arn"]}
    ]
    assert mapping["BatchSize"] == 1


def test_the_bucket_is_closed_encrypted_and_forgets_uploads(template: dict[str, Any]) -> None:
    (bucket,) = of_type(template, "AWS::S3::Bucket").values()
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    rules = {rule["Id"]: rule for rule in bucket["LifecycleConfiguration"]["Rules"]}
    assert rules["uploads"]["ExpirationInDays"] == 7


def test_strangers_are_refused_at_the_gateway_but_where_they_may_knock(
    template: dict[str, Any],
) -> None:
    paths = of_type(template, "AWS::ApiGateway::RestApi")["Api"]["Body"]["paths"]
    open_paths = {
        path
        for path, methods in paths.items()
        for method, told in methods.items()
        if method != "options" and told["security"] == [{"NONE": []}]
    }
    assert open_paths == {"/health", "/ready", "/slack/events"}
    (stage,) = of_type(template, "AWS::ApiGateway::Stage").values()
    (setting,) = stage["MethodSettings"]
    assert setting["ThrottlingRateLimit"] == {"Ref": "RequestsPerSecond"}


def test_a_canary_goes_back_when_an_alarm_rings(template: dict[str, Any]) -> None:
    groups = of_type(template, "AWS::CodeDeploy::DeploymentGroup")
    assert len(groups) == 3
    for group in groups.values():
        assert "DEPLOYMENT_STOP_ON_ALARM" in group["AutoRollbackConfiguration"]["Events"]
        assert "Canary10Percent5Minutes" in json.dumps(group["DeploymentConfigName"])
        assert group["AlarmConfiguration"]["Alarms"]


def test_everything_that_can_go_wrong_rings(template: dict[str, Any]) -> None:
    alarms = of_type(template, "AWS::CloudWatch::Alarm")
    assert {
        "StreamingErrors", "BufferedErrors", "WorkerErrors", "StreamingThrottles", "SlowTurns",
        "SlowAnswers", "ApiFaults", "ModelFailures", "DeadLettersWait", "ErrandsWait",
        "ThreadsThrottled",
        "SlackDeadLettersWait", "SlackJobsWait",
    } <= set(alarms)  # fmt: skip
    assert alarms["SlowTurns"]["ExtendedStatistic"] == "p95"
    for alarm in alarms.values():
        assert alarm["AlarmActions"] == [{"Ref": "Alarms"}]


def test_alarms_and_dashboard_name_metrics_the_program_puts_out(template: dict[str, Any]) -> None:
    source = (ROOT / "agent" / "lambdas" / "observing.py").read_text("utf-8")
    for name, alarm in of_type(template, "AWS::CloudWatch::Alarm").items():
        if alarm["Namespace"] == "CandidateMatcher":
            told = {d["Name"]: d["Value"] for d in alarm["Dimensions"]}
            assert told == {"service": "candidate-matcher", "stage": {"Ref": "Stage"}}, name
    body = of_type(template, "AWS::CloudWatch::Dashboard")["Dashboard"]["DashboardBody"]["Fn::Sub"]
    assert len(json.loads(body)["widgets"]) == 5
    for stem in ("Turn", "Retrieval", "Model"):
        assert f"{stem}Milliseconds" in body
        assert f'"{stem}"' in source
    for metric in ("FailedTurns", "ModelFailures", "ColdStarts"):
        assert metric in body
        assert f'"{metric}"' in source


def test_logs_are_kept_for_a_time_that_a_parameter_says(template: dict[str, Any]) -> None:
    groups = of_type(template, "AWS::Logs::LogGroup")
    assert len(groups) == len(of_type(template, "AWS::Lambda::Function"))
    assert {g["RetentionInDays"]["Ref"] for g in groups.values()} == {"LogDays"}


@pytest.mark.parametrize("wrong", ["STREAM", "response_stream"])
def test_the_value_that_sam_silently_reads_as_buffered_would_be_noticed(wrong: str) -> None:
    text = (ROOT / "infra" / "template.yaml").read_text("utf-8")
    written = yaml_parse(
        text.replace("ResponseTransferMode: RESPONSE_STREAM", f"ResponseTransferMode: {wrong}")
    )
    written["Globals"]["Function"]["CodeUri"] = "s3://packages/matcher.zip"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWS_DEFAULT_REGION", "eu-central-1")
        made = transform(written, {"Stage": "prod", "PineconeHost": "p"}, _NoManagedPolicies())
    with pytest.raises((AssertionError, KeyError)):
        test_conversations_stream_through_the_api(made)


def test_every_setting_of_the_template_is_one_of_the_service(source: dict[str, Any]) -> None:
    named = set(re.findall(r"\bMATCHER_([A-Z_]+)\b", json.dumps(source)))
    assert len(named) > 15
    assert {name.lower() for name in named} <= set(Settings.model_fields)
