"""Fixtures: the services of AWS and Pinecone, started once a run, and fresh stores on them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.services import provision, stack
from tools.index.aws.table import Table


@pytest.fixture(scope="session")
def services() -> Iterator[stack.Stack]:
    """DynamoDB Local, moto and needledb, to which this process's AWS clients are pointed."""
    with stack.running() as running, pytest.MonkeyPatch.context() as environment:
        for name, value in running.environment().items():
            environment.setenv(name, value)
        yield running


@pytest.fixture(scope="session")
def aws_environment(services: stack.Stack) -> dict[str, str]:
    """The settings of one deployment for the whole run: tests keep apart by tenant or thread."""
    return provision.provision(services)


@pytest.fixture(scope="session")
def threads_table(aws_environment: dict[str, str]) -> Table:
    """The table of conversations."""
    return Table(aws_environment["MATCHER_THREADS_TABLE"], "MATCHER_THREADS_TABLE")
