"""The shifts that are numbered through the day, each with what stands for its number."""

NUMBERED = {
    "first shift": "first|1st",
    "second shift": "second|2nd|afternoon|swing",
    "third shift": "third|3rd|graveyard",
}
"""By name, alternatives of a pattern that is blind to case."""
