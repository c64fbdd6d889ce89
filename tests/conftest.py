"""A small fictional index, a desk on it, and a chat model that says what a test tells it to."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import settings
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.messages.tool import tool_call_chunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from agent.scripts.pytest_plugin import people_root
from tools.desk import Desk
from tools.index.base import Vectors
from tools.index.local import LocalIndex
from tools.ingest.profile import build_candidate
from tools.ingest.records import digest

pytest_plugins = ["pytester", "tests.log_scan", "tests.services.fixtures"]

# How long things take is asked in tests/benchmarks alone. CI loads a profile of its own.
settings.register_profile("patient", deadline=None)
if settings.get_current_profile_name() == "default":
    settings.load_profile("patient")

TODAY = date(2026, 11, 22)

RESUMES = {
    "da-1": """Ana Delgado
Berlin, Germany | ana.delgado@example.com

SUMMARY
Data scientist who builds language models for customer support.

EXPERIENCE
Data Scientist, Lindenpark Analytics GmbH, Berlin
March 2019 - Present
- Built an NLP pipeline in Python that sorts 40,000 support tickets a month.
- Moved batch scoring to Apache Spark.

Data Analyst, Kranich Logistik, Hamburg
June 2015 - February 2019
- Reported delivery times with SQL and Tableau.

LANGUAGES
English (fluent), German (native), Spanish (native)
""",
    "da-2": """Ana Petrov
Munich, Germany | a.petrov@example.com

EXPERIENCE
Senior Data Scientist, Isarwerk Robotics, Munich
January 2016 - Present
- Trains computer vision models with PyTorch and Python.
- Leads a team of four.

EDUCATION
MSc Computer Science, 2015
""",
    "da-3": """Will Okafor
Berlin, Germany | will.okafor@example.com

EXPERIENCE
Data Scientist, Havelblick Media, Berlin
May 2021 - Present
- Recommends articles with Python, NLP and Kubernetes.
- Writes SQL every day.
""",
    "da-4": """Ruby Tanaka
Austin, TX | ruby.tanaka@example.com

EXPERIENCE
Data Engineer, Lonestar Freight, Austin
April 2018 - Present
- Runs Apache Spark and Airflow pipelines written in Python.
""",
    "nu-1": """Marta Lindqvist, RN
Houston, TX | marta.lindqvist@example.com

EXPERIENCE
Registered Nurse, Medical ICU, Bayou Crest Hospital, Houston
August 2017 - Present
- Cares for ventilated adults; charge nurse twice a month.
- ACLS and BLS certified.

LANGUAGES
English, Spanish (fluent)
""",
    "nu-2": """Grant Mbeki, RN
Dallas, TX | grant.mbeki@example.com

EXPERIENCE
Registered Nurse, Emergency Department, Trinity General, Dallas
February 2020 - Present
- Triage and trauma care, ACLS certified.
""",
    "co-1": """Júlia Ferreira
Lisbon, Portugal

EXPERIENCE
Sous Chef, Casa do Rio, Lisbon
March 2016 - Present
- Keeps HACCP records and trains six cooks.
""",
    "el-1": """Paul Brandt
Munich, Germany

EXPERIENCE
Electrician, Alpenstrom Elektro, Munich
May 2012 - Present
- Wires commercial buildings; reads PLC diagrams.
""",
}


class HashEmbedder:
    """Vectors made of hashed words: no model, the same on every machine."""

    name = "test:hash"
    dimensions = 32

    def vectors(self, texts: Sequence[str]) -> Vectors:
        rows = [self.vector(text) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(-1, self.dimensions)

    def vector(self, text: str) -> Vectors:
        row = np.zeros(self.dimensions, dtype=np.float32)
        for word in text.casefold().split():
            digest = hashlib.sha256(word.strip(".,;|()").encode()).digest()
            row[digest[0] % self.dimensions] += 1.0
        return row / np.float32(max(float(np.linalg.norm(row)), 1e-12))

    def close(self) -> None:
        """Nobody waits for a vector."""


Reply = str | Exception | list[tuple[str, dict[str, Any]]] | Callable[[list[BaseMessage]], Any]


class ScriptedModel(BaseChatModel):
    """Says the next reply of its script: prose, tool calls, an error, or what a function makes."""

    script: list[Any] = []
    heard: list[list[BaseMessage]] = []

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Any:
        return self

    def _next(self, messages: list[BaseMessage]) -> list[AIMessageChunk]:
        self.heard.append(list(messages))
        reply = self.script.pop(0)
        if callable(reply):
            reply = reply(messages)
        if isinstance(reply, Exception):
            raise reply
        if isinstance(reply, AIMessageChunk):
            return [reply]
        if isinstance(reply, str):
            return [AIMessageChunk(reply[at : at + 7]) for at in range(0, len(reply), 7)]
        chunks = [
            tool_call_chunk(
                name=name,
                args=args if isinstance(args, str) else msgspec.json.encode(args).decode(),
                id=f"id-{n}",
                index=n,
            )
            for n, (name, args) in enumerate(reply)
        ]
        return [AIMessageChunk("", tool_call_chunks=chunks)]

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        text = "".join(str(chunk.text) for chunk in self._next(messages))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(text))])

    async def _astream(
        self, messages: list[BaseMessage], *_: Any, **__: Any
    ) -> AsyncIterator[ChatGenerationChunk]:
        for chunk in self._next(messages):
            yield ChatGenerationChunk(message=chunk)


@pytest.fixture(scope="session")
def embedder() -> HashEmbedder:
    """An embedder that needs no model."""
    return HashEmbedder()


@pytest.fixture(scope="session")
def people() -> list[Any]:
    """Eight fictional people: data scientists and engineers, nurses, a cook, an electrician."""
    return [
        build_candidate(
            candidate_id,
            text,
            source=f"{candidate_id}.txt",
            content_hash=digest(text.encode()),
            today=TODAY,
        )
        for candidate_id, text in RESUMES.items()
    ]


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory, people: list[Any]) -> Iterator[LocalIndex]:
    """The eight people in a local index that tests only read."""
    made = LocalIndex(tmp_path_factory.mktemp("index"), HashEmbedder())
    made.upsert("local", people)
    yield made
    made.close()


@pytest.fixture(scope="session")
def read_once(request: pytest.FixtureRequest) -> Path:
    """Where the people of scripts are read, once for all processes of the run."""
    return people_root(request.config)


@pytest.fixture
def desk(index: LocalIndex) -> Desk:
    """An empty desk over the small index."""
    return Desk(tenant="local", index=index, page_size=3)


@pytest.fixture
def scripted() -> Callable[..., ScriptedModel]:
    """A maker of scripted models: one reply for each time the model is asked."""

    def make(*replies: Reply) -> ScriptedModel:
        return ScriptedModel(script=list(replies), heard=[])

    return make
