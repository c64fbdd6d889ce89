"""A process may die at any moment of a turn: the thread stays readable and the next turn right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import HashEmbedder
from tools.index.local import LocalIndex

KILLS = 50


def test_fifty_kills_leave_the_thread_readable_and_the_next_turn_right(
    aws_environment: dict[str, str], tmp_path: Path, people: list[Any]
) -> None:
    index = LocalIndex(tmp_path, HashEmbedder())
    index.upsert("acme", people)
    index.close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.agent.aws.kills", str(KILLS), "7", str(tmp_path)],
        env={**os.environ, **aws_environment},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    print(told)
    assert told["kills"] == KILLS
