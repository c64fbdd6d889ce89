"""Renders 24 people as 12 PDF and 12 DOCX files: `python -m tests.data.render_sample`."""

from __future__ import annotations

from pathlib import Path

from tests.data.rendering import docx_layouts, pdf_layouts
from tests.data.rendering.resume_parts import resumes

TARGET = Path(__file__).parent.parent.parent / "tools" / "sample" / "files"

AS_PDF = (
    "ba-11", "ch-11", "co-11", "cs-11", "el-11", "hr-11",
    "le-11", "ml-11", "nu-11", "pl-11", "te-11", "we-11",
)  # fmt: skip
"""Those whose letters the standard PDF fonts have; the others become DOCX."""


def render(target: Path = TARGET) -> list[Path]:
    """Write all files and return their paths."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    people = {resume.candidate_id: resume for resume in resumes()}
    for number, candidate_id in enumerate(AS_PDF):
        path = target / f"{candidate_id}.pdf"
        design = pdf_layouts.DESIGNS[number % len(pdf_layouts.DESIGNS)]
        pdf_layouts.write_pdf(people.pop(candidate_id), design, path)
        written.append(path)
    for number, resume in enumerate(people.values()):
        path = target / f"{resume.candidate_id}.docx"
        docx_layouts.write_docx(resume, docx_layouts.DESIGNS[number % 6], path)
        written.append(path)
    return written


if __name__ == "__main__":
    render()
