"""The worker behind the queue and the authorizer, under the real runtime client and stores."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from agent.access.callers import AccessRefused, Caller
from agent.access.dynamodb_keys import DynamoDBKeys
from agent.access.keys import caller_of, mint
from agent.lambdas.errands import ERRANDS, UnknownErrand, errand_of, runner
from tests.emulator.processes import environment, handler
from tests.emulator.runtime_api import runtime_api
from tests.services.provision import make_table
from tools.index.aws.clients import client
from tools.index.aws.table import Table

RESUME = """Ana Delgado
Berlin, Germany | ana.delgado@example.com

EXPERIENCE
Data Scientist, Lindenpark Analytics GmbH, Berlin
March 2019 - Present
- Built an NLP pipeline in Python.
"""


def test_uploads_are_ingested_and_removed_and_only_what_failed_comes_back(
    home: Any, services: Any, tmp_path: Path
) -> None:
    s3 = client("s3", services.region)
    s3.create_bucket(
        Bucket="matcher-files",
        CreateBucketConfiguration={"LocationConstraint": services.region},
    )
    s3.put_object(Bucket="matcher-files", Key="uploads/acme/ana résumé.txt", Body=RESUME.encode())
    log = tmp_path / "log.txt"
    with runtime_api() as api:
        env = environment(api, home.folder, **services.environment())
        with handler(api, "agent.lambdas.worker.handler", env, log):
            answer = api.send(home.event("sqs_errands"), timeout=300).answer()
            hurried = api.send(home.event("sqs_errands"), timeout=10).answer()
    failed = [each["itemIdentifier"][-1] for each in answer["batchItemFailures"]]
    assert failed == ["1", "2", "3"]
    assert len(hurried["batchItemFailures"]) == 5
    assert s3.list_objects_v2(Bucket="matcher-files")["KeyCount"] == 0
    told = log.read_text("utf-8")
    assert '"kind":"UnknownErrand"' in told
    for word in ("Delgado", "Lindqvist", "Lindenpark", "Traceback", "example.com"):
        assert word not in told, word
    from agent.settings import Settings
    from agent.wiring import open_index

    with closing(open_index(Settings(_env_file=None, data_dir=home.folder))) as index:
        assert index.count("acme") == 1


@pytest.mark.parametrize(
    "body", ["", "not json", "[]", "{}", '{"kind": 1}', '{"kind": "juggle", "said": "Marta"}']
)
def test_a_message_of_no_known_kind_is_refused_without_repeating_it(body: str) -> None:
    with pytest.raises(UnknownErrand) as refused:
        errand_of(body)
    assert "Marta" not in str(refused.value)


def test_every_kind_of_errand_has_a_function() -> None:
    for kind in ERRANDS:
        assert callable(runner(kind))


def test_the_authorizer_opens_the_api_to_a_key_and_to_nobody_else(
    home: Any, tmp_path: Path
) -> None:
    log = tmp_path / "log.txt"
    with runtime_api() as api:
        env = environment(api, home.folder)
        with handler(api, "agent.lambdas.authorizer.handler", env, log):
            policy = api.call(home.event("authorizer_request"))
            stranger = home.event("authorizer_request", headers={"Authorization": "Bearer cm_no"})
            refused = api.send(stranger)
            assert refused.ended.wait(60)
            nobody = api.send(home.event("authorizer_request", headers=None))
            assert nobody.ended.wait(60)
    assert policy["principalId"] == "acme:ann"
    (statement,) = policy["policyDocument"]["Statement"]
    arn = "arn:aws:execute-api:eu-central-1:123456789012:abc123/prod/*"
    assert (statement["Effect"], statement["Resource"]) == ("Allow", arn)
    for each in (refused, nobody):
        assert each.failed is not None
        assert each.failed["errorMessage"] == "Unauthorized"
    assert home.key not in log.read_text("utf-8") + json.dumps(policy)


@pytest.fixture(scope="module")
def keys(services: Any) -> DynamoDBKeys:
    """Keys in a fresh table of a real DynamoDB."""
    make_table(client("dynamodb", services.region), "access-keys")
    return DynamoDBKeys(Table("access-keys", "MATCHER_ACCESS_TABLE", services.region))


def test_keys_in_dynamodb_behave_as_keys_in_a_file(keys: DynamoDBKeys) -> None:
    assert not keys.ever_used()
    text, made = mint(keys, "acme", "ann", "reader", now=5.0, expires=500.0, label="tests")
    mint(keys, "birch", "bob", "admin", now=6.0)
    assert keys.ever_used()
    assert keys.find(made.key_id) == made
    assert [k.key_id for k in keys.of_tenant("acme")] == [made.key_id]
    assert caller_of(keys, text, 10.0) == Caller("acme", "ann", "reader")
    assert not keys.revoke("birch", made.key_id, 20.0)
    assert not keys.revoke("acme", "0" * 12, 20.0)
    assert keys.revoke("acme", made.key_id, 20.0)
    assert keys.revoke("acme", made.key_id, 30.0)
    with pytest.raises(AccessRefused) as refused:
        caller_of(keys, text, 25.0)
    assert refused.value.code == "key_revoked"
    (listed,) = keys.of_tenant("acme")
    assert listed.revoked == 20.0
