"""`make aws-local`: the stores of AWS on this machine, the sample in them, the service on top.

Run as `python -m tests.services.aws_local --port 8000`; Ctrl-C stops all of it.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.services.dynamodb_local import ServiceError
from tests.services.provision import provision
from tests.services.service import MATCHER, surroundings
from tests.services.stack import running

SAMPLE = Path(__file__).parents[2] / "tools" / "sample" / "people"


def main() -> int:
    """Start everything, print where it is, and wait for Ctrl-C."""
    parser = argparse.ArgumentParser(description="The AWS configuration on this machine.")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--people", type=Path, default=SAMPLE, help="What to ingest first.")
    asked = parser.parse_args()
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda *_: sys.exit(0))
    try:
        with running() as stack, tempfile.TemporaryDirectory(prefix="aws-local-") as replica:
            settings = {**stack.environment(), **provision(stack)}
            print(f"DynamoDB          {stack.dynamodb}")
            print(f"S3, SQS, secrets  {stack.moto}")
            print(f"Pinecone          {stack.pinecone}")
            print("\nThe settings, for a shell of your own:")
            for name, value in settings.items():
                print(f"export {name}={value}")
            print(flush=True)
            environment = surroundings(settings, Path(replica))
            subprocess.run(
                [*MATCHER, "ingest", str(asked.people)],
                env=environment,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            return _serve([*MATCHER, "serve", "--port", str(asked.port)], environment)
    except ServiceError as error:
        print(f"aws-local: {error}", file=sys.stderr)
    except subprocess.CalledProcessError:
        print("aws-local: the people could not be ingested, see above.", file=sys.stderr)
    except KeyboardInterrupt:
        return 0
    return 2


def _serve(command: list[str], environment: dict[str, str]) -> int:
    """Run the service until Ctrl-C, which reaches it too; the stores end after it."""
    service = subprocess.Popen(command, env=environment)
    try:
        return service.wait()
    except (KeyboardInterrupt, SystemExit):
        service.terminate()
        service.wait()
        return 0


if __name__ == "__main__":
    sys.exit(main())
