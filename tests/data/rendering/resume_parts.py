"""Splits an authored résumé text into header, sections and lines, so that it can be laid out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

TEXTS = Path(__file__).parent.parent / "sample_files.jsonl"

_HEADINGS = frozenset(
    " ".join(heading.split())
    for heading in """
    study | professional summary | professional experience | education | certifications | skills
    | languages | work history | training | summary | experience | how i work | technical and
    site skills | certification | personal | profile | key results | technical skills | service
    | what i have been doing | things i am qualified for | skills in one line | interests |
    history | employment | studies | who i am | experience in detail | education and admission |
    expertise | beyond work | employment record | expérience professionnelle | formation |
    compétences | langues | centres d'intérêt | credentials | volunteering | about me |
    qualifications | who | work | accroche | my work | what i am good at | what i am looking for
    | selected problems, for those who like detail | selected talks | sobre mí | experiencia
    docente | formación | competencias | idiomas | availability | a note on the gap | snapshot |
    a typical week, since people ask | why i left each job | trade skills | licences and tickets
    """.replace("\n", " ").split("|")
)
_MONTH = r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+)?"
_END = r"(?:present|current|now|today|date|to date|till date)"
_TRAILING_DATES = re.compile(
    rf"^(.{{4,}}?)[\s|,—–(-]+({_MONTH}(?:\d\d[/.])?(?:19|20)\d\d\s*(?:–|-|to)\s*"
    rf"(?:{_MONTH}(?:\d\d[/.])?(?:19|20)\d\d|{_END}))\)?$",
    re.IGNORECASE,
)
_ONLY_DATES = re.compile(
    rf"^{_MONTH}(?:19|20)\d\d\s*(?:–|-|to)\s*(?:{_MONTH}(?:19|20)\d\d|{_END})$", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*[•\-~>»·*▸]\s+")


@dataclass
class Section:
    """A heading and its lines; a line is (kind, words, dates), kind is bullet, plain or blank."""

    heading: str
    lines: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def is_short(self) -> bool:
        """Return whether the section fits a sidebar."""
        return (
            bool(self.heading)
            and not any(dates for _, _, dates in self.lines)
            and (sum(len(words) for _, words, _ in self.lines) < 420)
        )

    @property
    def is_summary(self) -> bool:
        """Return whether the section introduces the person."""
        return self.heading.casefold() in {"summary", "profile", "sobre mí", "about me", "accroche"}


@dataclass
class Resume:
    """A person's name, the lines below it and the sections."""

    candidate_id: str
    name: str
    contact: list[str]
    sections: list[Section]


def resumes() -> list[Resume]:
    """Return the authored résumés in order of their ids."""
    rows = [json.loads(line) for line in TEXTS.read_text("utf-8").splitlines()]
    return [_split(row["candidate_id"], row["text"]) for row in rows]


def _split(candidate_id: str, text: str) -> Resume:
    lines = text.split("\n")
    blank = next(i for i, line in enumerate(lines) if not line.strip())
    sections = [Section("")]
    for line in lines[blank + 1 :]:
        if line.strip().casefold() in _HEADINGS:
            sections.append(Section(line.strip()))
        else:
            _add(sections[-1], line)
    return Resume(candidate_id, lines[0], lines[1:blank], [s for s in sections if s.lines])


def _add(section: Section, line: str) -> None:
    words = line.strip()
    if not words:
        if section.lines:
            section.lines.append(("blank", "", ""))
    elif _ONLY_DATES.match(words) and section.lines and section.lines[-1][0] == "plain":
        kind, before, _ = section.lines[-1]
        section.lines[-1] = (kind, before, words)
    elif _BULLET.match(words):
        section.lines.append(("bullet", _BULLET.sub("", words), ""))
    else:
        dated = _TRAILING_DATES.match(words)
        section.lines.append(
            ("plain", dated[1].rstrip(" |,—–-"), dated[2]) if dated else ("plain", words, "")
        )
