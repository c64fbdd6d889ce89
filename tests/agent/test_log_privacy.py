"""Whatever goes wrong, a log line tells where and of what kind, and never what people wrote."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from agent.log_privacy import told_in_a_line

SECRET = "Mara Quill of Ward Seven, mara@example.org"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is written where lines are plain text."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    handler.addFilter(told_in_a_line)
    loggers = [logging.getLogger(name) for name in ("agent.some", "uvicorn.error")]
    for logger in loggers:
        logger.addHandler(handler)
    yield written
    for logger in loggers:
        logger.removeHandler(handler)


def fail() -> None:
    raise ValueError(SECRET)


@pytest.mark.parametrize(
    ("logger", "said"),
    [
        ("agent.some", "agent.some: it failed (ValueError at fail:"),
        ("uvicorn.error", "uvicorn.error: uvicorn.error at test_log_privacy:"),
    ],
)
def test_an_error_is_told_by_its_kind_and_place_alone(
    lines: io.StringIO, logger: str, said: str
) -> None:
    try:
        fail()
    except ValueError:
        logging.getLogger(logger).exception("it failed")
    told = lines.getvalue()
    assert told.startswith(said)
    assert "(ValueError at fail:" in told
    assert "Quill" not in told
    assert "Traceback" not in told


def test_other_libraries_are_not_quoted_and_ours_are(lines: io.StringIO) -> None:
    logging.getLogger("uvicorn.error").warning("invalid request: %s", SECRET)
    logging.getLogger("agent.some").warning("warming failed: %s", "OSError")
    assert "Quill" not in lines.getvalue()
    assert "agent.some: warming failed: OSError\n" in lines.getvalue()
