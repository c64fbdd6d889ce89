"""Leaves out the standard questions that do not arise for the planner."""

from __future__ import annotations

import pytest

# It reads no environment and is not stored as JSON, so the suite could only skip these; seconds are
# counted in tests/benchmarks alone.
NOT_ASKED = (
    "TestOfflinePlanner::test_init_from_env",
    "TestOfflinePlanner::test_serdes",
    "TestOfflinePlanner::test_init_time",
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = [item for item in items if item.nodeid.endswith(NOT_ASKED)]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)
