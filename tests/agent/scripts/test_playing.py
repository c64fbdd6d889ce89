"""A play tells what was as expected and what was not, over every door alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from agent.scripts.drivers import DoorError
from agent.scripts.loading import ScriptError, runs_of
from agent.scripts.playing import Played
from agent.scripts.recording import changes, record
from agent.scripts.report import junit, transcript
from agent.scripts.runner import Runner

Written = Callable[..., Path]
NURSES = "registered nurses in Texas"


def played(runner: Runner, path: Path, door: str = "graph") -> Played:
    (run,) = runs_of(path)
    return runner.play(run, door)


def one_turn(say: str, expect: str) -> str:
    return f'turns:\n  - say: "{say}"\n    expect: {expect}\n'


@pytest.mark.parametrize("door", ["graph", "http"])
def test_a_conversation_that_goes_as_written_has_no_failures(
    runner: Runner, written: Written, door: str
) -> None:
    path = written(
        f"""
        repeat: 2
        turns:
          - name: first
            say: {NURSES}
            expect:
              tools: [{{tool: search_candidates, args: {{criteria: [{{value: Texas}}]}}}}]
              criteria: {{exactly: ["title:registered-nurse", "location:texas"]}}
              shown: {{contains: [nurse-1, Tove Ahlgren], lacks: [dev-1]}}
              verdicts:
                - {{who: nurse-1, criterion: "location:texas", verdict: met, quote: Austin}}
              events: [turn_started, tool_started, criteria, candidates, token, turn_finished]
              at_most: {{tokens: 0}}
          - say: "why is #1 a good match?"
            expect: {{tools: [explain_match], about: ["#1"]}}
          - say: compare 1 and 2
            expect: {{tools: [compare_candidates], about: ["#1", "#2"]}}
          - say: shortlist 2
            expect: {{shortlist: ["#2"]}}
          - say: only men
            expect: {{refused: true, text: {{lacks: [Mara]}}}}
          - say: start over
            expect: {{criteria: {{exactly: []}}}}
          - say: undo
            expect: {{shown: {{same_as: first}}}}
        finally:
          criteria: ["location:texas"]
          shortlist: ["#2"]
        """
    )
    result = played(runner, path, door)
    assert result.failures == []
    assert result.door == door


@pytest.mark.parametrize(
    ("say", "expect", "told"),
    [
        (NURSES, "{tools: []}", "tools: expected none"),
        (NURSES, "{tools: [undo]}", "tools: expected ['undo']"),
        (NURSES, "{tools: [{tool: search_candidates, args: {request: x}}]}", "was expected with"),
        (NURSES, "{criteria: ['skill:go']}", "criteria: skill:go expected"),
        (NURSES, "{criteria: {lacks: ['location:texas']}}", "not expected, and there"),
        (NURSES, "{criteria: {exactly: []}}", "exactly none expected"),
        (NURSES, "{shown: [dev-1]}", "shown: dev-1 expected"),
        (NURSES, "{shown: {lacks: [nurse-1]}}", "shown: nurse-1 not expected"),
        (NURSES, "{shown: {count: 9}}", "9 people expected"),
        (NURSES, "{shown: {at_least: 9}}", "at least 9"),
        (NURSES, "{shown: {at_most: 0}}", "at most 0"),
        (NURSES, "{shown: {total: 9}}", "ranking of 9"),
        (NURSES, "{shown: {order: ['#2', '#1']}}", "in the order"),
        (NURSES, "{shown: {same_as: never}}", "the list of 'never'"),
        (NURSES, "{about: [nurse-1]}", "about: expected nurse-1"),
        (NURSES, "{verdicts: [{who: nurse-1, criterion: 'skill:go', verdict: met}]}", "not judged"),
        (
            NURSES,
            "{verdicts: [{who: nurse-1, criterion: 'location:texas', verdict: missing}]}",
            "expected missing",
        ),
        (
            NURSES,
            "{verdicts: [{who: nurse-1, criterion: 'location:texas', verdict: met, quote: Oslo}]}",
            "no quote",
        ),
        ("hello", "{text: [xyzzy]}", "text: 'xyzzy' expected"),
        (NURSES, "{text: {lacks: [Texas]}}", "text: 'Texas' not expected"),
        (NURSES, "{text: {matches: 'x{9}'}}", "nothing matches"),
        (NURSES, "{refused: true}", "refused: no tool expected"),
        ("hello", "{refused: true}", "searched instead"),
        ("hello", "{error: message_too_long}", "error: expected message_too_long, got none"),
        ("hello", "{events: [token, turn_started]}", "events: expected"),
        ("hello", "{shortlist: [nurse-1]}", "shortlist: expected nurse-1"),
        (NURSES, "{at_most: {ms: 0.001}}", "0.001 ms allowed"),
    ],
)
def test_every_expectation_can_fail(
    runner: Runner, written: Written, say: str, expect: str, told: str
) -> None:
    result = played(runner, written(one_turn(say, expect)))
    assert result.failures
    assert told in result.failures[0]


def test_a_message_that_is_too_long_is_an_error_that_can_be_expected(
    runner: Runner, written: Written
) -> None:
    long = "x" * 70_000
    (unexpected,) = played(runner, written(one_turn(long, "{}"))).failures
    assert "message_too_long" in unexpected
    assert not played(runner, written(one_turn(long, "{error: message_too_long}"))).failures


def test_a_failed_play_is_a_transcript_with_the_failure_in_its_place(
    runner: Runner, written: Written
) -> None:
    text = transcript(played(runner, written(one_turn(NURSES, "{shown: [dev-1]}"))))
    said, failed = text.index("you › registered nurses"), text.index("✗ shown: dev-1 expected")
    assert said < text.index("I ranked") < failed


def test_junit_counts_what_failed(runner: Runner, written: Written) -> None:
    good = played(runner, written(one_turn("hello", "{tools: []}"), "good"))
    bad = played(runner, written(one_turn("hello", "{tools: [undo]}"), "bad"))
    text = junit([good, bad], [good.run])
    assert 'tests="3" failures="1"' in text
    assert 'skipped="1"' in text
    assert "tools: expected" in text


def test_a_record_tells_what_changed_later(
    runner: Runner, written: Written, tmp_path: Path
) -> None:
    kept = tmp_path / "record.json"
    before = played(runner, written(one_turn(NURSES, "{}")))
    record([before], kept)
    assert changes([before], kept) == []
    after = played(runner, written("turns:\n  - say: registered nurses in Austin\n"))
    assert changes([after], kept) == [
        "one@graph: turn 1 says 'registered nurses in Austin', said 'registered nurses in Texas'"
    ]
    kept.write_text(kept.read_text().replace('"nurse-1"', '"nurse-9"'))
    assert changes([before], kept) == ["one@graph: turn 1, people: +nurse-1 -nurse-9"]


@pytest.mark.parametrize("kept", ["", "{}", '{"version": 99, "plays": {}}'])
def test_a_file_that_is_no_record_is_one_sentence(tmp_path: Path, kept: str) -> None:
    path = tmp_path / "record.json"
    path.write_text(kept)
    with pytest.raises(ScriptError, match="--record"):
        changes([], path)


def test_people_who_are_not_there_are_named(runner: Runner, tmp_path: Path) -> None:
    path = tmp_path / "one.conversation.yaml"
    path.write_text("script: one\ncorpus: nowhere\nturns: [{say: hi}]\n")
    with pytest.raises(ScriptError, match="nowhere"):
        played(runner, path)


def test_a_door_that_does_not_answer_is_one_sentence(runner: Runner, written: Written) -> None:
    with pytest.raises(DoorError, match="does not answer"):
        played(runner, written(one_turn("hi", "{}")), "http://127.0.0.1:9")
    with pytest.raises(DoorError, match="no address: write graph, http, slack, slack:blind"):
        played(runner, written(one_turn("hi", "{}")), "telephone")
