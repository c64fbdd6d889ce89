"""Fixtures: the services of AWS and Pinecone, started once a run, and fresh stores on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from tests.services import provision, stack
from tools.index.aws.bucket import Bucket
from tools.index.aws.index import AwsIndex
from tools.index.aws.people import People
from tools.index.aws.pinecone_vectors import PineconeVectors
from tools.index.aws.table import Table
from tools.index.base import Embedder


class AwsIndexMaker(Protocol):
    """Opens an index on the services, its replicas in a folder."""

    def __call__(self, folder: Path, embedder: Embedder) -> AwsIndex:
        """Return the index."""
        ...


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


@pytest.fixture(scope="session")
def candidates_table(aws_environment: dict[str, str]) -> Table:
    """The table of people."""
    return Table(aws_environment["MATCHER_CANDIDATES_TABLE"], "MATCHER_CANDIDATES_TABLE")


@pytest.fixture(scope="session")
def bucket(aws_environment: dict[str, str]) -> Bucket:
    """The bucket of copies."""
    return Bucket(aws_environment["MATCHER_BUCKET"])


@pytest.fixture(scope="session")
def vectors(aws_environment: dict[str, str]) -> PineconeVectors:
    """The index of vectors of 384 numbers."""
    return PineconeVectors(api_key=stack.PINECONE_KEY, host=aws_environment["PINECONE_HOST"])


@pytest.fixture
def aws_index(
    candidates_table: Table, vectors: PineconeVectors, bucket: Bucket
) -> Iterator[AwsIndexMaker]:
    """A maker of indexes on AWS, which see each other's writes at once."""
    made: list[AwsIndex] = []

    def make(folder: Path, embedder: Embedder) -> AwsIndex:
        people = People(candidates_table)
        made.append(AwsIndex(people, vectors, embedder, folder, bucket, fresh_seconds=0.0))
        return made[-1]

    yield make
    for index in made:
        index.close()
