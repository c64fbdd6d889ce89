"""The scan of the run's log lines hears what it must not, and nothing else."""

from __future__ import annotations

import logging

import pytest

from tests.log_scan import SCAN

LINES = [
    ("agent.turn", logging.DEBUG, "kept: %s", "Ana Delgado"),
    ("tools.ingest", logging.WARNING, "%s bounced", "ana.delgado@example.com"),
    ("graphs", logging.INFO, "quote: %s", "an NLP pipeline in Python that sorts 40,000"),
    ("some.package", logging.INFO, "%s", "from Marisol Etxeberria Quint"),
]


@pytest.mark.parametrize(("name", "level", "message", "secret"), LINES)
def test_a_line_that_tells_of_a_person_is_heard(
    name: str, level: int, message: str, secret: str
) -> None:
    logging.getLogger(name).log(level, message, secret)
    (told,) = SCAN.report()
    assert told.startswith(name)


def test_what_is_added_to_a_line_and_the_error_it_carries_are_read() -> None:
    log = logging.getLogger("agent.somewhere")
    log.info("done", extra={"about": {"who": "Will Okafor"}})
    log.error("it failed", exc_info=ValueError("Will Okafor"))
    assert len(SCAN.report()) == 2


def test_figures_of_a_turn_are_nothing_to_hear() -> None:
    log = logging.getLogger("agent.turn")
    log.info("turn finished", extra={"figures": {"ms": 4.2, "thread": "a" * 16}})
    assert SCAN.report() == []


def test_who_takes_the_handlers_away_is_heard_again_in_the_next_test() -> None:
    logging.getLogger("agent").handlers.clear()
    logging.getLogger("agent.turn").disabled = True
    SCAN.listen()
    logging.getLogger("agent.turn").info("Ana Delgado")
    assert SCAN.report()


def test_a_test_whose_log_tells_of_a_person_fails(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import logging
        def test_it_tells():
            logging.getLogger("agent.turn").info("Ana Delgado")
        def test_it_is_silent():
            pass
        """
    )
    result = pytester.runpytest_inprocess("-p", "no:asyncio", "-p", "tests.log_scan")
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*The log told of people: agent.turn INFO: delgado*"])
