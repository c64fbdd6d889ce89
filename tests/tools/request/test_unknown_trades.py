"""A word in the place of a job that no vocabulary knows stays a must that the recruiter sees."""

from __future__ import annotations

import pytest

from agent.offline.reading import wishes
from tools.request import read_request

TRADES = """
glaciologist with ice core experience
perfusionist with ECMO
luthier with violin repair
farrier with hot shoeing
cooper with barrel making
thatcher near Exeter
falconer with raptor handling
horologist with tower clocks
dendrochronologist with tree ring dating
taxidermist with bird mounts
milliner with felt hats
fletcher with arrow making
oenologist in Bordeaux with barrel aging
apiarist with queen rearing
cordwainer with welted shoes
limnologist with lake sampling
mycologist with fungal cultures
orthoptist with children
prosthetist with below-knee sockets
bookbinder with gold tooling
costumier with period corsetry
phlebologist with varicose veins
bosun with rope work
lapidary with opal cutting
speleologist with cave mapping
volcanologist with gas sampling
ethnomusicologist with field recording
bryologist near Bergen
hydrographer with multibeam
toolpusher with offshore rigs
mudlogger with gas chromatography
steeplejack with chimney work
glassblower with borosilicate
gemologist with GIA
"""


@pytest.mark.parametrize("text", TRADES.strip().splitlines())
def test_a_trade_that_nothing_knows_is_a_must(text: str) -> None:
    trade = text.split()[0]
    assert (trade, "must") in {(c.value, c.weight) for c in read_request(text).criteria}
    assert trade in {c.value for c in wishes(text)}


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("looking for a luthier", "luthier"),
        ("we need a perfusionist in Leeds, 5 years", "perfusionist"),
        ("experienced luthier in Vienna", "luthier"),
        ("senior glaciologist, Norwegian a plus", "senior glaciologist"),
        ("piano tuner with Steinway", "piano tuner"),
        ("ruby jeweller", "Jeweler"),
        ("glaciologist or luthier", "glaciologist or luthier"),
        ("nurse or perfusionist", "Registered Nurse or perfusionist"),
        ("perfusionist or nurse", "perfusionist or Registered Nurse"),
        ("need an or nurse", "Operating Room Nurse"),
        ("rope access technician with IRATA", "IRATA"),
    ],
)
def test_it_is_read_however_it_is_asked_for(text: str, wish: str) -> None:
    assert wish in {c.value for c in read_request(text).criteria}


@pytest.mark.parametrize(
    "text",
    ["asdf", "asdf qwer", "help in Rome", "dinner in Rome", "jobs in Boston", "Maria in Boston"],
)
def test_noise_names_and_everyday_words_are_no_trade(text: str) -> None:
    assert {c.kind for c in read_request(text).criteria} <= {"location"}


def test_a_known_job_keeps_its_name_beside_loose_words() -> None:
    found = {(c.kind, c.value) for c in read_request("plumer with copper pipes").criteria}
    assert ("title", "Plumber") in found
