"""A process that ends while a thread is still at work ends with its own code, and no crash."""

from __future__ import annotations

import subprocess
import sys
import textwrap

PATIENCE = 240.0

ENDING = textwrap.dedent(
    """
    import asyncio, sys, threading
    from agent import cli, own_thread

    begun = threading.Event()

    def for_ever():
        begun.set()
        threading.Event().wait()

    async def left():
        task = asyncio.create_task(own_thread.aside(for_ever))
        await asyncio.to_thread(begun.wait)
        task.cancel()

    def main():
        asyncio.run(left())
        assert own_thread.at_work()
        print("all is said")
        sys.exit({code})

    import atexit
    atexit.register(lambda: print("taken apart"))
    cli.main = main
    cli.run()
    """
)


def ended(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=PATIENCE
    )


def test_what_was_printed_is_written_and_the_code_is_kept_where_a_thread_is_at_work() -> None:
    for code in (0, 130):
        done = ended(ENDING.replace("{code}", str(code)))
        assert (done.returncode, done.stdout) == (code, "all is said\n"), done.stderr


def test_a_sentence_for_a_code_is_still_printed() -> None:
    done = ended("import sys\nfrom agent import cli\ncli.main = lambda: sys.exit('no')\ncli.run()")
    assert (done.returncode, done.stderr) == (1, "no\n")
