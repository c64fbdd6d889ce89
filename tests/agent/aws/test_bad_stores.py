"""What a deployment can get wrong: each is told at the start, in a sentence with its mend."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import boto3
import pytest

from agent.lambdas.secrets import Secrets
from tests.services.service import matcher
from tests.services.stack import PINECONE_KEY, Stack, fresh_name
from tools.index.aws.bucket import Bucket
from tools.index.aws.clients import AwsError, ConditionFailed, explained
from tools.index.aws.pinecone_vectors import ATTEMPTS, UNHEARD, PineconeVectors
from tools.index.aws.table import Table
from tools.index.base import CandidateIndexError

CODES = [
    ("ResourceNotFoundException", "does not exist in eu-central-1.*MATCHER_X"),
    ("AccessDeniedException", "infra/template.yaml"),
    ("UnrecognizedClientException", "AWS_ACCESS_KEY_ID"),
    ("InvalidSignatureException", "set the clock"),
    ("ExpiredTokenException", "sign in again"),
    ("ExpiredToken", "sign in again"),
    ("RequestTimeTooSkewed", "set this machine's clock"),
    ("301", "another region than eu-central-1: set AWS_REGION"),
    ("PermanentRedirect", "another region than eu-central-1: set AWS_REGION"),
    ("AuthorizationHeaderMalformed", "another region than eu-central-1: set AWS_REGION"),
    ("InvalidAccessKeyId", "check AWS_ACCESS_KEY_ID"),
    ("SignatureDoesNotMatch", "check AWS_SECRET_ACCESS_KEY"),
    ("DecryptionFailure", "infra/template.yaml"),
    ("InvalidRequestException", "restore-secret"),
    ("ProvisionedThroughputExceededException", "throttling: try again"),
    ("ThrottlingException", "throttling: try again"),
    ("Unheard", "answered Unheard"),
]


@pytest.mark.parametrize(("code", "told"), CODES)
def test_every_refusal_of_aws_becomes_a_sentence_with_its_mend(code: str, told: str) -> None:
    from botocore.exceptions import ClientError

    with (
        pytest.raises(AwsError, match=rf"^The table t .*{told}.*\.$"),
        explained("The table t", "MATCHER_X", "eu-central-1"),
    ):
        raise ClientError({"Error": {"Code": code}}, "Query")


@pytest.mark.parametrize(
    ("kind", "told"), [("NoCredentialsError", "aws sso login"), ("NoRegionError", "AWS_REGION")]
)
def test_missing_credentials_and_region_are_named(kind: str, told: str) -> None:
    from botocore import exceptions

    with pytest.raises(AwsError, match=told), explained("DynamoDB", "MATCHER_X", None):
        raise getattr(exceptions, kind)


def test_a_region_in_which_nothing_answers_is_named() -> None:
    from botocore.exceptions import EndpointConnectionError

    with pytest.raises(AwsError, match=r"cannot be reached.*AWS_REGION"), explained("T", "X", "r"):
        raise EndpointConnectionError(endpoint_url="https://dynamodb.mars-1.amazonaws.com")
    with pytest.raises(AwsError, match="no AWS region: set AWS_REGION"):
        Table("t", "MATCHER_X", "mars one").check()


def test_a_secret_that_is_missing_or_lies_in_another_region_is_named(services: Stack) -> None:
    secret = fresh_name("matcher/dev")
    boto3.client("secretsmanager").create_secret(Name=secret, SecretString="{}")
    assert Secrets(secret, services.region).read() == {}
    with pytest.raises(AwsError, match=rf"{secret} does not exist in us-west-2.*AWS_REGION"):
        Secrets(secret, "us-west-2").read()
    with pytest.raises(AwsError, match=r"secret nowhere does not exist.*MATCHER_SECRET_ID"):
        Secrets("nowhere", services.region).read()


def test_a_table_that_is_not_there_is_named(services: Stack) -> None:
    with pytest.raises(AwsError, match=r"table nowhere does not exist .*MATCHER_THREADS_TABLE"):
        Table("nowhere", "MATCHER_THREADS_TABLE", services.region).check()


def test_a_table_of_other_keys_is_refused(services: Stack) -> None:
    name = fresh_name("odd")
    boto3.client("dynamodb").create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    with pytest.raises(AwsError, match=r"has the keys \['id'\] and not PK and SK"):
        Table(name, "MATCHER_THREADS_TABLE", services.region).check()


def test_a_bucket_that_is_not_there_is_named(services: Stack) -> None:
    with pytest.raises(AwsError, match=r"bucket nowhere-at-all does not exist.*MATCHER_BUCKET"):
        Bucket("nowhere-at-all", services.region).check()


def test_an_item_that_is_too_large_is_an_error_and_not_a_loss(threads_table: Table) -> None:
    with pytest.raises(AwsError, match=threads_table.name):
        threads_table.put({"PK": "a:big", "SK": "x", "data": b"0" * 500_000})
    assert threads_table.get(("a:big", "x")) is None


def test_a_refused_condition_shows_what_stands_there(threads_table: Table) -> None:
    key = (f"a:{fresh_name('c')}", "x")
    threads_table.put({"PK": key[0], "SK": key[1], "kept": "first"})
    with pytest.raises(ConditionFailed) as refused:
        threads_table.put({"PK": key[0], "SK": key[1]}, "attribute_not_exists(PK)")
    assert refused.value.current is not None
    assert refused.value.current["kept"] == {"S": "first"}


def test_an_index_of_other_dimensions_is_refused(vectors: PineconeVectors) -> None:
    with pytest.raises(CandidateIndexError, match=r"has 384 dimensions, .* makes 32.*EMBEDDINGS"):
        vectors.check(32)


def test_a_pinecone_key_that_is_missing_or_wrong_is_named(aws_environment: dict[str, str]) -> None:
    with pytest.raises(CandidateIndexError, match="set PINECONE_API_KEY"):
        PineconeVectors(api_key="")
    with pytest.raises(CandidateIndexError, match="check PINECONE_API_KEY"):
        PineconeVectors(api_key="wrong", host=aws_environment["PINECONE_HOST"]).check(384)


def test_an_index_or_a_namespace_that_does_not_exist_is_told(
    services: Stack, vectors: PineconeVectors
) -> None:
    nowhere = PineconeVectors(api_key=PINECONE_KEY, host=f"{services.pinecone}/indexes/nowhere")
    with pytest.raises(CandidateIndexError, match=r"There is no Pinecone index .*PINECONE_HOST"):
        nowhere.check(384)
    assert vectors.count("no-such-namespace") == 0


@pytest.fixture
def busy() -> Iterator[tuple[str, list[int]]]:
    """A double of Pinecone that answers with the statuses of a list, then with 200."""
    statuses: list[int] = []

    class Double(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status = statuses.pop(0) if statuses else 200
            body = json.dumps({"upsertedCount": 1} if status == 200 else {"message": "busy"})
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Double)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", statuses
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("status", "told"), [(429, "throttling"), (503, "answered 503")])
def test_a_busy_pinecone_is_asked_again_and_not_for_ever(
    busy: tuple[str, list[int]], status: int, told: str
) -> None:
    host, statuses = busy
    pauses: list[float] = []
    vectors = PineconeVectors(api_key="k", host=host, sleep=pauses.append)
    statuses += [status] * (ATTEMPTS - 1)
    vectors.delete("acme", ["a"])
    assert len(pauses) == ATTEMPTS - 1
    statuses += [status] * ATTEMPTS * 4
    with pytest.raises(CandidateIndexError, match=told):
        vectors.delete("acme", ["a"])
    assert len(statuses) == ATTEMPTS * 3


def test_an_unreachable_pinecone_is_told() -> None:
    pauses: list[float] = []
    vectors = PineconeVectors(api_key="k", host="http://127.0.0.1:9", sleep=pauses.append)
    with pytest.raises(CandidateIndexError, match=r"cannot be reached .*PINECONE_HOST"):
        vectors.check(384)
    assert len(pauses) == UNHEARD - 1


@pytest.mark.parametrize("known", ["host", "name"])
def test_a_pinecone_that_takes_a_call_and_never_answers_is_told(
    known: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        monkeypatch.setenv("PINECONE_CONTROLLER_HOST", address)
        where = {"host": address} if known == "host" else {"name": "people"}
        vectors = PineconeVectors(api_key="k", **where, sleep=lambda _: None, patience=(0.2, 0.2))
        with pytest.raises(CandidateIndexError, match=r"cannot be reached .*ReadTimeoutError"):
            vectors.check(384)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("AWS_ENDPOINT_URL", "notaurl", "AWS_ENDPOINT_URL, or the one of this service, is no"),
        ("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:99999", "is no address: unset it"),
        ("AWS_PROFILE", "nobody", "there is no such AWS profile on this machine"),
        ("AWS_CONFIG_FILE", str(Path(__file__)), "mend ~/.aws/config"),
        ("MATCHER_BUCKET", "Bad Bucket", "AWS takes no such name: check MATCHER_BUCKET"),
        ("PINECONE_HOST", "nowhere", "PINECONE_HOST is 'nowhere', which is no address"),
        ("PINECONE_HOST", "http://", "copy it from Pinecone's console"),
    ],
)
def test_a_variable_of_the_stores_that_cannot_be_used_is_named(
    services: Stack,
    aws_environment: dict[str, str],
    tmp_path: Path,
    name: str,
    value: str,
    told: str,
) -> None:
    settings = {**services.environment(), **aws_environment, name: value}
    done = matcher(settings, tmp_path, "stats")
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_where_people_are_kept_is_named(
    services: Stack, aws_environment: dict[str, str], tmp_path: Path
) -> None:
    settings = {**services.environment(), **aws_environment}
    table = f"the DynamoDB table {settings['MATCHER_CANDIDATES_TABLE']}"
    told = matcher(settings, tmp_path, "stats", "--tenant", "nobody-here")
    assert told.stdout == f"0 people of tenant nobody-here in {table}\n"
    asked = matcher(settings, tmp_path, "search", "nurses", "--tenant", "nobody-here")
    assert f"there is nobody in {table} for tenant nobody-here yet" in asked.stderr
    assert "MATCHER_CANDIDATES_TABLE names another table" in asked.stderr


def test_a_command_says_what_its_deployment_lacks(
    services: Stack, aws_environment: dict[str, str], tmp_path: Path
) -> None:
    settings = {**services.environment(), **aws_environment}
    settings["MATCHER_CANDIDATES_TABLE"] = "nowhere"
    done = matcher(settings, tmp_path, "stats")
    assert done.returncode == 2
    assert "table nowhere does not exist" in done.stderr
    assert "Traceback" not in done.stderr
