"""The one module that imports boto3: clients made once a process, faults put in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from tools.extras import how_to_install
from tools.index.sqlite import DatabaseError

ATTEMPTS = 6
"""How often a call is tried, with growing pauses, before throttling or a fault is told."""
CONNECT_SECONDS = 5
READ_SECONDS = 20

_MENDS = {
    "ResourceNotFoundException": "does not exist in {region}: deploy the stack, or set {setting}"
    " and AWS_REGION to where it is",
    "NoSuchBucket": "does not exist: deploy the stack, or set {setting}",
    "404": "does not exist: deploy the stack, or set {setting}",
    "AccessDeniedException": "may not be used by these credentials: give the role the statements"
    " of infra/template.yaml",
    "AccessDenied": "may not be used by these credentials: give the role the statements of"
    " infra/template.yaml",
    "403": "may not be used by these credentials, or lies in another region than {region}",
    "301": "lies in another region than {region}: set AWS_REGION to where it is",
    "PermanentRedirect": "lies in another region than {region}: set AWS_REGION to where it is",
    "AuthorizationHeaderMalformed": "lies in another region than {region}: set AWS_REGION to where"
    " it is",
    "InvalidAccessKeyId": "refuses these credentials: check AWS_ACCESS_KEY_ID",
    "SignatureDoesNotMatch": "refuses these credentials: check AWS_SECRET_ACCESS_KEY",
    "DecryptionFailure": "cannot be decrypted by these credentials: give the role the statements of"
    " infra/template.yaml",
    "InvalidRequestException": "cannot be read now: a secret that is to be deleted can be restored"
    " with `aws secretsmanager restore-secret`",
    "UnrecognizedClientException": "refuses these credentials: check AWS_ACCESS_KEY_ID and"
    " AWS_REGION",
    "InvalidSignatureException": "refuses the signature: set the clock of this machine, then check"
    " the credentials",
    "RequestTimeTooSkewed": "refuses requests from a clock that is off: set this machine's clock",
    "ExpiredTokenException": "refuses credentials that have expired: sign in again",
    "ExpiredToken": "refuses credentials that have expired: sign in again",
    "ProvisionedThroughputExceededException": "is throttling: try again in a moment, or raise its"
    " capacity",
    "ThrottlingException": "is throttling: try again in a moment, or raise its capacity",
    "RequestLimitExceeded": "is throttling: try again in a moment, or raise its capacity",
    "SlowDown": "is throttling: try again in a moment",
    "ValidationException": "refused a request as malformed: set {setting} to a table whose keys are"
    " the strings PK and SK; where it is, that is a fault of the program: report it",
}


class AwsError(DatabaseError):
    """A service of AWS cannot be used; the message names the resource and the mend."""

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class ConditionFailed(Exception):
    """A conditional write was refused; `current` is the item as it stands, when there is one."""

    def __init__(self, current: Mapping[str, Any] | None, reasons: tuple[str, ...] = ()) -> None:
        super().__init__("a conditional write was refused")
        self.current = current
        self.reasons = reasons


@lru_cache(maxsize=16)
def client(service: str, region: str | None = None) -> Any:
    """Return the process's client of a service, which threads may share; raises AwsError.

    Endpoints come from AWS_ENDPOINT_URL_<SERVICE>, credentials from the usual places.
    """
    try:
        import boto3
        from botocore.config import Config
    except ImportError as error:
        raise AwsError(
            f"MATCHER_STORE=aws needs a package that is not installed: {how_to_install('aws')}."
        ) from error
    config = Config(
        retries={"mode": "standard", "max_attempts": ATTEMPTS},
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        max_pool_connections=32,
    )
    with explained(service, "AWS_REGION", None):
        return boto3.client(service, region_name=region, config=config)


@contextmanager
def explained(resource: str, setting: str, region: str | None) -> Iterator[None]:
    """Turn what botocore raises about a resource into AwsError or ConditionFailed."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        refused = _refused(code, error.response)
        if refused is not None:
            raise refused from None
        mend = _MENDS.get(code, f"answered {code or 'an error'}: see the log of the service")
        where = region or "this region"
        text = f"{resource} {mend.format(setting=setting, region=where)}."
        raise AwsError(text, code) from error
    except BotoCoreError as error:
        raise AwsError(_unreachable(resource, setting, error), type(error).__name__) from error
    except ValueError as error:  # of an address it says no more than that it is invalid
        raise AwsError(
            f"{resource} cannot be used: AWS_ENDPOINT_URL, or the one of this service, is no "
            "address: unset it, or write it as http://127.0.0.1:8000."
        ) from error


def _refused(code: str, response: Mapping[str, Any]) -> ConditionFailed | None:
    if code == "ConditionalCheckFailedException":
        return ConditionFailed(response.get("Item"), ("ConditionalCheckFailed",))
    if code == "TransactionConflictException":
        return ConditionFailed(None, ("TransactionConflict",))
    if code == "TransactionCanceledException":
        reasons = tuple(r.get("Code", "None") for r in response.get("CancellationReasons", ()))
        if set(reasons) & {"ConditionalCheckFailed", "TransactionConflict"}:
            items = (r.get("Item") for r in response.get("CancellationReasons", ()))
            return ConditionFailed(next((i for i in items if i), None), reasons)
    return None


def _unreachable(resource: str, setting: str, error: Exception) -> str:
    kind = type(error).__name__
    mends = {
        "NoCredentialsError": "there are no AWS credentials: run `aws sso login`, or set"
        " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
        "PartialCredentialsError": "the AWS credentials are incomplete: set both"
        " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
        "NoRegionError": "there is no AWS region: set AWS_REGION",
        "InvalidRegionError": "that is no AWS region: set AWS_REGION, as in eu-central-1",
        "TokenRetrievalError": "the AWS sign-in has expired: run `aws sso login`",
        "ProfileNotFound": "there is no such AWS profile on this machine: check AWS_PROFILE",
        "ConfigParseError": "the configuration of AWS on this machine cannot be read: mend"
        " ~/.aws/config, or the file that AWS_CONFIG_FILE names",
        "ParamValidationError": f"AWS takes no such name: check {setting}",
    }
    mend = mends.get(
        kind, f"it cannot be reached ({kind}): check the network, AWS_REGION and AWS_ENDPOINT_URL"
    )
    return f"{resource} cannot be used: {mend}."
