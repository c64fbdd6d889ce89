"""The loop of `matcher chat`: what is sent, what is not, and when it ends."""

from __future__ import annotations

import asyncio
import io
import os
import signal
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from rich.console import Console

from agent.events import Event
from agent.faults import ConversationError, MessageTooLong
from agent.terminal.lines import COMMANDS, Piped
from agent.terminal.screen import THEME
from agent.terminal.talk import Talk


class Script:
    """A recruiter who types these lines; an exception in their place is what a key would raise."""

    def __init__(self, *lines: str | BaseException) -> None:
        self._lines = list(lines)

    def read(self) -> str:
        if not self._lines:
            raise EOFError
        line = self._lines.pop(0)
        if isinstance(line, BaseException):
            raise line
        return line


class Hasty(str):
    """A line after which Ctrl-C is pressed before its turn has been set up."""

    __slots__ = ()

    def split(self, *how: Any, **more: Any) -> list[str]:
        os.kill(os.getpid(), signal.SIGINT)
        return super().split(*how, **more)


class Seen:
    """A view that keeps the names of events."""

    def __init__(self) -> None:
        self.failed = False
        self.names: list[str] = []

    def show(self, event: Event) -> None:
        self.names.append(event.name)
        self.failed = event.name == "error"

    def close(self) -> None:
        self.names.append("|")


class Answers:
    """A thread that answers at once; a first turn `during` which something happens is stopped."""

    def __init__(
        self,
        last: str = "turn_finished",
        during: Callable[[], None] | None = None,
        refusal: ConversationError | None = None,
        beginning: int = 0,
    ) -> None:
        self._beginning = beginning  # how often there is nothing to stop yet
        self.said: list[str] = []
        self._last = last
        self._during = during
        self._refusal = refusal
        self._stopped = asyncio.Event()

    async def say(self, message: str) -> AsyncIterator[Event]:
        if self._refusal:
            raise self._refusal
        self.said.append(message)
        yield Event(1, "turn_started", {})
        if self._during:
            during, self._during = self._during, None
            during()
            await asyncio.wait_for(self._stopped.wait(), 5)
            yield Event(2, "error", {"code": "stopped"})
            return
        yield Event(2, self._last, {})  # type: ignore[arg-type]

    async def shortlist_csv(self) -> str:
        return '\ufeff"Name"\r\n"Ana Delgado"\r\n'

    async def stop(self) -> bool:
        self._beginning -= 1
        if self._beginning >= 0:
            return False
        self._stopped.set()
        return True


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def held(
    thread: Answers, source: Script | Piped, seen: Seen, *, alone: bool = False
) -> tuple[bool, str]:
    out = io.StringIO()
    talk = Talk(thread, source, seen, Console(file=out, theme=THEME, width=200), alone=alone)
    await talk.hold()
    return talk.answered, out.getvalue()


async def test_each_line_is_a_turn_and_blank_ones_are_not() -> None:
    say = Answers()
    done, _ = await held(say, Script("nurses", "", "only Texas"), Seen())
    assert done
    assert say.said == ["nurses", "only Texas"]


async def test_quit_ends_it() -> None:
    say = Answers()
    await held(say, Script("/quit", "nurses"), Seen())
    assert say.said == []


async def test_ctrl_c_at_the_prompt_warns_once_and_then_leaves() -> None:
    say = Answers()
    _, told = await held(say, Script(KeyboardInterrupt(), KeyboardInterrupt(), "nurses"), Seen())
    assert "Ctrl-C again" in told
    assert say.said == []


async def test_a_line_between_two_ctrl_c_starts_the_count_anew() -> None:
    say = Answers()
    await held(say, Script(KeyboardInterrupt(), "nurses", KeyboardInterrupt(), "cooks"), Seen())
    assert say.said == ["nurses", "cooks"]


async def test_ctrl_c_during_a_turn_stops_it_and_the_next_turn_runs() -> None:
    say = Answers(during=lambda: os.kill(os.getpid(), signal.SIGINT))
    seen = Seen()
    await asyncio.wait_for(held(say, Script("nurses", "cooks"), seen), 4)
    assert seen.names == ["turn_started", "error", "|", "turn_started", "turn_finished", "|"]


async def test_ctrl_c_that_stopped_a_turn_counts_as_the_first_of_two() -> None:
    say = Answers(during=lambda: os.kill(os.getpid(), signal.SIGINT))
    await asyncio.wait_for(held(say, Script("nurses", KeyboardInterrupt(), "cooks"), Seen()), 4)
    assert say.said == ["nurses"]


async def test_where_nobody_types_one_ctrl_c_stops_the_turn_and_ends_it_all() -> None:
    say, seen = Answers(during=lambda: os.kill(os.getpid(), signal.SIGINT)), Seen()
    with pytest.raises(KeyboardInterrupt):
        await held(say, Script("nurses", "cooks"), seen, alone=True)
    assert (say.said, seen.names) == (["nurses"], ["turn_started", "error", "|"])
    with pytest.raises(KeyboardInterrupt):
        await held(say, Script(KeyboardInterrupt(), "cooks"), seen, alone=True)


async def test_a_message_that_is_refused_is_answered_with_its_sentence() -> None:
    say = Answers(refusal=MessageTooLong("The message has 70,000 characters: shorten it."))
    done, told = await held(say, Script("nurses"), Seen())
    assert not done
    assert "70,000 characters" in told


async def test_after_the_turn_the_signal_is_handled_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    await held(Answers(), Script("nurses"), Seen())
    assert signal.getsignal(signal.SIGINT) is before


async def test_a_turn_that_ended_in_an_error_is_remembered() -> None:
    done, _ = await held(Answers(last="error"), Script("nurses"), Seen())
    assert not done


async def test_a_job_file_is_sent_whole(tmp_path: Path) -> None:
    job = tmp_path / "job.txt"
    job.write_text("Sous chef\n\nRequirements: HACCP", "utf-8")
    say = Answers()
    await held(say, Script(f"/job {job}"), Seen())
    assert say.said == ["Sous chef\n\nRequirements: HACCP"]


async def test_a_job_file_that_cannot_be_read_is_named_and_nothing_is_sent(tmp_path: Path) -> None:
    say = Answers()
    done, told = await held(say, Script(f"/job {tmp_path / 'none.txt'}"), Seen())
    assert not done
    assert "none.txt" in told
    assert say.said == []


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/nonsense", "There is no command /nonsense: there are /job FILE, /export"),
        ("/shortlist 2", "There is no command /shortlist"),
        ("/job", "type /job FILE"),
        ("/export", "type /export FILE"),
        ("/export {}/people.csv", "people.csv exists and is left as it is: name another file"),
        ("/export {}/none/kept.csv", "(No such file or directory): name a file in a folder that"),
        ("/export {}", "exists and is left as it is"),
        ("/export {}/kept\0.csv", "(embedded null byte): name a file"),
        ("/job {}/none.pdf", "none.pdf does not exist"),
        ("/job {}", "cannot be read (Is a directory)"),
        ("/job {}/people.csv", "name a PDF, DOCX, TXT or MD file"),
        ("/job {}/broken.pdf", "broken.pdf is named .pdf but holds something else"),
    ],
)
async def test_a_command_that_cannot_be_carried_out_says_why_and_sends_nothing(
    tmp_path: Path, line: str, sentence: str
) -> None:
    for name in ("people.csv", "broken.pdf"):
        (tmp_path / name).write_text("text\nCook", "utf-8")
    say = Answers()
    done, told = await held(say, Script(line.format(tmp_path)), Seen())
    assert not done
    assert sentence in told.replace("\n", " ")
    assert say.said == []
    assert (tmp_path / "people.csv").read_text("utf-8") == "text\nCook"
    assert names_in(tmp_path) == ["broken.pdf", "people.csv"]


async def test_the_shortlist_is_written_whole_into_a_new_file_for_its_owner_alone(
    tmp_path: Path,
) -> None:
    say = Answers()
    done, told = await held(say, Script(f"/export {tmp_path / 'my kept.csv'}"), Seen())
    assert done
    assert "Your shortlist is in" in told
    assert names_in(tmp_path) == ["my kept.csv"]
    written = tmp_path / "my kept.csv"
    assert written.stat().st_mode & 0o077 == 0
    assert written.read_bytes().startswith(b'\xef\xbb\xbf"Name"\r\n')
    assert say.said == []


async def test_help_says_what_else_can_be_typed() -> None:
    say = Answers()
    _, told = await held(say, Script("/help"), Seen())
    assert "compare 1 and 2" in told
    assert "without Java" in told
    assert COMMANDS in told
    assert say.said == []


async def test_a_path_in_a_message_is_no_command() -> None:
    say = Answers()
    await held(say, Script("/etc/motd or 24/7 nurses"), Seen())
    assert say.said == ["/etc/motd or 24/7 nurses"]


async def test_a_job_in_word_is_read_as_a_resume_is(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Sous chef, HACCP")
    document.save(str(tmp_path / "Job Ad.docx"))
    say = Answers()
    await held(say, Script(f"/job {tmp_path / 'Job Ad.docx'}"), Seen())
    assert [said.strip() for said in say.said] == ["Sous chef, HACCP"]


async def test_ctrl_c_before_the_turn_has_begun_stops_it_when_it_has() -> None:
    say = Answers(during=lambda: os.kill(os.getpid(), signal.SIGINT), beginning=1)
    seen = Seen()
    await asyncio.wait_for(held(say, Script("nurses", "cooks"), seen), 4)
    assert seen.names[:3] == ["turn_started", "error", "|"]


async def test_ctrl_c_between_the_line_and_its_turn_stops_the_turn_and_no_more() -> None:
    say = Answers(during=lambda: None)
    seen = Seen()
    await asyncio.wait_for(held(say, Script(Hasty("nurses"), "cooks"), seen), 4)
    assert seen.names == ["turn_started", "error", "|", "turn_started", "turn_finished", "|"]


async def test_a_second_ctrl_c_does_not_wait_for_a_turn_that_does_not_end() -> None:
    def twice() -> None:
        os.kill(os.getpid(), signal.SIGINT)
        asyncio.get_running_loop().call_later(0.1, os.kill, os.getpid(), signal.SIGINT)

    say = Answers(during=twice, beginning=10_000)
    await asyncio.wait_for(held(say, Script("nurses", "cooks"), Seen()), 4)
    assert say.said == ["nurses", "cooks"]


async def test_a_pipe_is_read_to_its_end_line_by_line() -> None:
    say = Answers()
    await held(say, Piped(io.StringIO("nurses\n\n  only Texas  \n"), echo=False), Seen())
    assert say.said == ["nurses", "only Texas"]
