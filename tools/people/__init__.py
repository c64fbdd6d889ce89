"""Who is meant: references resolved, names masked on the way in and put back on the way out."""

from tools.people.masking import Masked, mask
from tools.people.naming import labels_of, names_of, unmask
from tools.people.placeholders import PERSON_MARK, person_mark, stable_marks
from tools.people.references import resolve

__all__ = [
    "PERSON_MARK",
    "Masked",
    "labels_of",
    "mask",
    "names_of",
    "person_mark",
    "resolve",
    "stable_marks",
    "unmask",
]
