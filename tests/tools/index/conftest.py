"""The packaged model, and the standard question left out that does not arise for it."""

from __future__ import annotations

import pytest

from tools.index.minilm import MiniLM

# It reads no environment, so the suite could only skip this.
NOT_ASKED = ("TestMiniLMUnit::test_init_from_env",)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = [item for item in items if item.nodeid.endswith(NOT_ASKED)]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="module")
def model() -> MiniLM:
    return MiniLM()
