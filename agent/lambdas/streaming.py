"""The function that streams: uvicorn behind the Lambda Web Adapter, started by `run.sh`."""

from __future__ import annotations

import sys
from contextlib import suppress

from agent.lambdas import this_process
from agent.lambdas.observing import logger


def main() -> int:
    """Serve on the loopback address until the adapter ends the process; return the exit code."""
    import uvicorn

    settings = this_process.settings()
    config = uvicorn.Config(
        this_process.process(),
        host="127.0.0.1",
        port=settings.port,
        lifespan="on",
        log_config=None,
        access_log=False,
        # The adapter keeps its connection over a freeze: it must not find it closed.
        timeout_keep_alive=900,
    )
    with suppress(SystemExit):  # how uvicorn ends when the app could not start
        uvicorn.Server(config).run()
    fault = this_process.process().fault
    if fault is not None:
        logger().error("the service did not start: %s", this_process.sentence(fault))
    return 0 if fault is None else 1


if __name__ == "__main__":
    sys.exit(main())
