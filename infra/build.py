"""Builds the zip of the functions: dependencies first, then our packages, trimmed and measured."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

from infra.locked import wanted

ROOT = Path(__file__).parents[1]
OURS = ("agent", "graphs", "tools", "prompts")
TRIMMED = (
    *("**/__pycache__", "**/tests", "**/*.pyi", "**/*.a", "**/*.dist-info/RECORD", "bin"),
    *("tools/sample", "infra", "numpy/f2py", "numpy/_core/include", "lxml/includes"),
    *("lxml/isoschematron", "onnxruntime/transformers", "onnxruntime/tools"),
    *("onnxruntime/quantization", "onnxruntime/capi/libonnxruntime.so*", "yaml/_yaml*.so"),
    "aws_lambda_powertools/event_handler/openapi/swagger_ui",
)
KEPT_TESTS = ("numpy/_core/tests",)
"""numpy's own testing module imports from here."""
AWS_SERVICES = frozenset(
    {
        *("dynamodb", "s3", "sqs", "sns", "ssm", "secretsmanager", "sts", "sso", "sso-oidc"),
        *("bedrock", "bedrock-runtime", "bedrock-agent-runtime", "bedrock-agentcore", "xray"),
    }
)
"""Services whose description botocore keeps; it carries hundreds."""
COMPILED = (
    *("fastapi", "starlette", "pydantic", "pydantic_settings", "langgraph", "langchain_core"),
    *("uvicorn", "mangum", "anyio"),
)
"""What every start loads, beside our own."""
MOST_BYTES = 250 * 1024 * 1024
ADAPTER_BYTES = 12 * 1024 * 1024
"""What the layer of the Web Adapter takes of the 250 MB that Lambda unpacks, and some to spare."""
PLATFORMS = {"arm64": "aarch64-manylinux_2_28", "x86_64": "x86_64-manylinux_2_28"}


class BuildError(Exception):
    """The artefact cannot be built; the message names the cause and the mend."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build into a folder and, if asked, into a zip; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m infra.build", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "lambda")
    parser.add_argument("--architecture", choices=PLATFORMS, default="arm64")
    parser.add_argument("--python", default="3.13", help="the minor version of the functions")
    parser.add_argument("--zip", type=Path, default=None)
    parser.add_argument(
        "--from-environment",
        action="store_true",
        help="copy what is installed here, for this machine, and fetch nothing",
    )
    told = parser.parse_args(arguments)
    install = copy_installed if told.from_environment else None
    try:
        size = build(told.out, PLATFORMS[told.architecture], told.python, install)
    except BuildError as error:
        sys.stderr.write(f"build: {error}\n")
        return 1
    if told.zip is not None:
        pack(told.out, told.zip)
    sys.stdout.write(f"{told.out}: {size / 1024**2:.0f} MB unpacked\n")
    return 0


def build(
    out: Path, platform: str, python: str, install: Callable[[Path], None] | None = None
) -> int:
    """Put everything the functions need under `out`; return its bytes.

    `install` brings the dependencies in another way than by fetching wheels. Raises BuildError.
    """
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    if install is None:
        install_dependencies(out, platform, python)
    else:
        install(out)
    refuse_foreign(out)
    install_ours(out)
    trim(out)
    compile_modules(out, python)
    return measured(out)


def install_dependencies(out: Path, platform: str, python: str) -> None:
    """Install what requirements.lock pins for the functions, by hash, as wheels for the target."""
    listed = out.parent / f"{out.name}-requirements.txt"
    listed.write_text("".join(wanted(ROOT).values()), "utf-8")
    uv = str(Path(sys.executable).parent / "uv")
    command = [uv, "pip", "install", "-q", "--target", str(out), "--no-deps", "--require-hashes"]
    target = ["--python-platform", platform, "--python-version", python]
    _run([*command, "--only-binary", ":all:", "--link-mode", "copy", *target, "-r", str(listed)])


def copy_installed(out: Path) -> None:
    """Copy what the functions need from the environment this runs in."""
    for name in wanted(ROOT):
        try:
            files = metadata.files(name) or []
        except metadata.PackageNotFoundError:
            continue  # its marker is for another system
        for file in files:
            source, target = Path(str(file.locate())), out / file
            if ".." not in file.parts and source.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, target)


def refuse_foreign(out: Path) -> None:
    """Raise BuildError when a dependency brought a package with one of our plain names."""
    foreign = [name for name in OURS if (out / name).exists() or (out / f"{name}.py").exists()]
    if foreign:
        raise BuildError(
            f"a dependency brings its own {', '.join(f'{name}/' for name in foreign)}, which ours "
            "would be mixed with: find it in the folder's *.dist-info/RECORD and leave it out."
        )


def install_ours(out: Path) -> None:
    """Build our wheel and unpack it beside the dependencies, with the script the adapter starts."""
    wheels = out.parent / f"{out.name}-wheel"
    shutil.rmtree(wheels, ignore_errors=True)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels)]
    _run([*command, str(ROOT)])
    with zipfile.ZipFile(next(wheels.glob("*.whl"))) as wheel:
        wheel.extractall(out)
    script = out / "run.sh"
    shutil.copy(ROOT / "infra" / "run.sh", script)
    script.chmod(0o755)


def trim(out: Path) -> None:
    """Remove what no function reads."""
    for pattern in TRIMMED:
        for found in sorted(out.glob(pattern)):
            if str(found.relative_to(out)) in KEPT_TESTS:
                continue
            if found.is_dir():
                shutil.rmtree(found)
            elif found.exists():
                found.unlink()
    for found in (out / "numpy" / "_core" / "tests").glob("*"):
        if found.is_dir() or not found.name.startswith("_"):
            shutil.rmtree(found) if found.is_dir() else found.unlink()
    for service in (out / "botocore" / "data").glob("*/"):
        if service.name not in AWS_SERVICES:
            shutil.rmtree(service)


def compile_modules(out: Path, python: str) -> None:
    """Compile what every start loads, since a function cannot keep what it compiles.

    Needs the Python of the functions; the rest stays uncompiled, for the 250 MB.
    """
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    if here != python:
        sys.stderr.write(
            f"build: modules are not compiled, for this is Python {here} and not {python}: every "
            f"cold start compiles them; build with Python {python} to spare it that.\n"
        )
        return
    folders = [str(out / name) for name in (*OURS, *COMPILED) if (out / name).is_dir()]
    command = [sys.executable, "-m", "compileall", "-q", "-j", "0"]
    _run([*command, "--invalidation-mode", "unchecked-hash", *folders])


def measured(out: Path) -> int:
    """Return the bytes under `out`; raises BuildError when Lambda would refuse them."""
    sizes = {f: f.stat().st_size for f in out.rglob("*") if f.is_file()}
    total = sum(sizes.values())
    if total > MOST_BYTES - ADAPTER_BYTES:
        folders: dict[str, int] = {}
        for file, size in sizes.items():
            top = file.relative_to(out).parts[0]
            folders[top] = folders.get(top, 0) + size
        largest = sorted(folders.items(), key=lambda item: -item[1])[:6]
        told = ", ".join(f"{name} {size / 1024**2:.0f} MB" for name, size in largest)
        raise BuildError(
            f"{total / 1024**2:.0f} MB unpacked is more than Lambda takes beside the adapter "
            f"({(MOST_BYTES - ADAPTER_BYTES) / 1024**2:.0f} MB); the largest are {told}: leave "
            "something out, or deploy the container image of infra/Dockerfile."
        )
    return total


def pack(out: Path, archive: Path) -> None:
    """Write the folder as a zip whose bytes depend on its content alone."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(f for f in out.rglob("*") if f.is_file()):
            entry = zipfile.ZipInfo(str(file.relative_to(out)), (1980, 1, 1, 0, 0, 0))
            entry.external_attr = (file.stat().st_mode & 0o777) << 16
            packed.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)


def _run(command: Sequence[str]) -> None:
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)  # noqa: S603
    except FileNotFoundError as error:
        raise BuildError(f"{command[0]} is missing: run `make install` first.") from error
    if done.returncode:
        raise BuildError(f"{' '.join(command[:4])} … failed:\n{done.stderr.strip()[-2000:]}")


if __name__ == "__main__":
    sys.exit(main())
