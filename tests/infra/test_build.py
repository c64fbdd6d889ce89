"""What the functions run, built from this environment: whole, ours, small enough, and startable."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from infra import build, locked, parameters
from tests.emulator.processes import environment, handler
from tests.emulator.runtime_api import runtime_api

ROOT = Path(__file__).parents[2]
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The artefact for this machine."""
    out = tmp_path_factory.mktemp("build") / "lambda"
    build.build(out, "unused", HERE, build.copy_installed)
    return out


def test_the_artefact_fits_beside_the_adapter(built: Path) -> None:
    files = [f for f in built.rglob("*") if f.is_file()]
    assert sum(f.stat().st_size for f in files) <= build.MOST_BYTES - build.ADAPTER_BYTES


def test_the_artefact_holds_our_packages_the_page_the_prompts_and_the_script(built: Path) -> None:
    for place in ("agent/page/index.html", "prompts/assistant.md", "tools/vocabulary"):
        assert (built / place).exists(), place
    assert os.access(built / "run.sh", os.X_OK)
    assert not (built / "tools" / "sample").exists()
    assert not (built / "faiss").exists()


def test_the_artefact_alone_loads_every_part_that_a_function_uses(built: Path) -> None:
    code = """
import agent.lambdas.streaming, agent.lambdas.worker, agent.lambdas.uploads, agent.wiring
import agent.lambdas.authorizer, agent.access.dynamodb_keys, agent.access.tokens
import langchain_openai, langchain_aws, langchain_pinecone, slack_bolt, jwt, aws_xray_sdk.core
import aws_lambda_powertools.metrics, tools.ingest.pipeline, tools.ingest.readers, docx, pypdfium2
from tools.index.aws.clients import client
from tools.index.minilm import MiniLM
for service in ("dynamodb", "s3", "sqs", "secretsmanager", "bedrock-runtime", "sts"):
    client(service, "eu-central-1")
assert MiniLM().vector("nurse").shape == (384,)
import agent
print(agent.__file__)
"""
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={"PYTHONPATH": str(built), "PATH": "/usr/bin:/bin", "HOME": str(built)},
        cwd="/",
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith(str(built))


def test_the_built_handler_answers_under_the_runtime_client(built: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    event = {
        "resource": "/health", "path": "/health", "httpMethod": "GET", "headers": {},
        "requestContext": {"stage": "prod"}, "body": None, "isBase64Encoded": False,
    }  # fmt: skip
    with runtime_api() as api:
        env = environment(api, tmp_path, PYTHONPATH=str(built))
        with handler(api, "agent.lambdas.buffered.handler", env, log):
            answer = api.call(event)
    assert answer["statusCode"] == 200
    assert answer["body"] == '{"status":"ok"}'


def test_a_dependency_with_one_of_our_names_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    (tmp_path / "agent.py").touch()
    with pytest.raises(build.BuildError, match="its own agent/, tools/"):
        build.refuse_foreign(tmp_path)


def test_an_artefact_that_lambda_would_refuse_is_named_with_its_largest_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "heavy").mkdir()
    (tmp_path / "heavy" / "stone.so").write_bytes(b"0" * 3_000_000)
    monkeypatch.setattr(build, "MOST_BYTES", build.ADAPTER_BYTES + 1_000_000)
    with pytest.raises(build.BuildError, match=r"the largest are heavy 3 MB.*Dockerfile"):
        build.measured(tmp_path)


def test_the_zip_is_the_same_bytes_for_the_same_content(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "run.sh").write_text("#!/bin/sh\n")
    (folder / "run.sh").chmod(0o755)
    for name in ("a.zip", "b.zip"):
        build.pack(folder, tmp_path / name)
        os.utime(folder / "run.sh", (1, 1))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert packed.getinfo("run.sh").external_attr >> 16 == 0o755


def test_every_dependency_of_the_functions_is_taken_from_the_lock_with_its_hashes() -> None:
    wanted = locked.wanted(ROOT)
    assert {"fastapi", "langgraph", "boto3", "pinecone", "pyjwt", "uvicorn", "mangum"} <= set(
        wanted
    )
    assert {"pytest", "ruff", "moto", "faiss-cpu", "rich", "cfn-lint"} & set(wanted) == set()
    assert [name for name, lines in wanted.items() if "--hash=sha256:" not in lines] == []


def deploy(stage: str, path: Path, **more: str) -> Any:
    return subprocess.run(
        ["/bin/sh", str(ROOT / "infra" / "deploy.sh"), stage],
        env={"PATH": f"{path}:/usr/bin:/bin", **more},
        capture_output=True,
        text=True,
    )


def _command(folder: Path, name: str, code: int) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\nexit {code}\n")
    file.chmod(0o755)


@pytest.mark.parametrize(
    ("stage", "there", "said"),
    [
        ("", {}, "name the stage, as in make deploy STAGE=dev"),
        ("moon", {}, "there is no stage 'moon' in infra/samconfig.toml"),
        ("dev", {}, "the aws command is missing: install it"),
        ("dev", {"aws": 0}, "the sam command is missing: install it"),
        ("dev", {"aws": 1, "sam": 0}, "no AWS credentials that work: run aws sso login"),
    ],
)
def test_a_deployment_that_cannot_be_done_says_what_is_missing(
    tmp_path: Path, stage: str, there: dict[str, int], said: str
) -> None:
    for name, code in there.items():
        _command(tmp_path, name, code)
    ran = deploy(stage, tmp_path)
    assert ran.returncode == 2
    assert said in ran.stderr


@pytest.mark.parametrize("stage", ["dev", "staging", "prod"])
def test_each_stage_has_parameters_that_the_template_knows(stage: str) -> None:
    from samtranslator.yaml_helper import yaml_parse

    known = yaml_parse((ROOT / "infra" / "template.yaml").read_text("utf-8"))["Parameters"]
    given = dict(word.split("=", 1) for word in parameters.of_stage(stage))
    assert given["Stage"] == stage
    assert set(given) <= set(known)
