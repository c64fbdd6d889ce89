"""Keeps what people said out of log lines: of an error stays kind and place, never its words."""

from __future__ import annotations

import logging

OURS = ("agent", "graphs", "tools", "prompts")


def is_ours(error: BaseException) -> bool:
    """Return whether an error is of our own, whose message is a sentence with a mend."""
    return type(error).__module__.partition(".")[0] in OURS


def place_of(error: BaseException) -> str:
    """Return where an error was raised, as function:line, or nothing when nobody knows."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    return f"{frame.tb_frame.f_code.co_qualname}:{frame.tb_lineno}" if frame else ""


def discreet(record: logging.LogRecord) -> bool:
    """Take tracebacks and the words of other libraries out of a record; always true, as a filter.

    Both may hold a résumé. `kind` and `place` of the record tell of its error instead.
    """
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        record.kind, record.place = type(error).__name__, place_of(error)
    record.exc_info = record.exc_text = record.stack_info = None
    if record.name.partition(".")[0] not in OURS:
        record.msg, record.args = f"{record.name} at {record.module}:{record.lineno}", ()
    return True


def told_in_a_line(record: logging.LogRecord) -> bool:
    """Do the same where lines are plain text: kind and place stand at the end of the message."""
    discreet(record)
    if hasattr(record, "kind"):
        record.msg = f"{record.getMessage()} ({record.kind} at {getattr(record, 'place', '')})"
        record.args = ()
    return True
