"""Lays résumés out as Word documents in six designs, as people's word processors would."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tests.data.rendering.resume_parts import Resume, Section

DESIGNS = ("plain", "header", "sidebar", "dates-table", "tabs", "masthead")
_FONTS = {
    "plain": ("Calibri", None),
    "header": ("Cambria", RGBColor(0x1F, 0x4E, 0x79)),
    "sidebar": ("Arial", RGBColor(0x2E, 0x6B, 0x4F)),
    "dates-table": ("Georgia", RGBColor(0x7A, 0x3B, 0x2E)),
    "tabs": ("Garamond", RGBColor(0x30, 0x47, 0x5E)),
    "masthead": ("Verdana", None),
}
_RENDERED = datetime(2026, 11, 1, tzinfo=UTC)


def write_docx(resume: Resume, design: str, path: Path) -> None:
    """Write one résumé as a Word document in a design."""
    document = Document()
    font, color = _FONTS[design]
    document.styles["Normal"].font.name = font
    document.styles["Normal"].font.size = Pt(10)
    document.styles["Normal"].paragraph_format.space_after = Pt(2)
    heading = document.styles["Heading 2"]
    heading.font.name = font
    if color is not None:
        heading.font.color.rgb = color
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.8)
    _WRITERS[design](document, resume)
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = _RENDERED
    document.save(str(path))


def _plain(document: Any, resume: Resume) -> None:
    document.add_heading(resume.name, 1)
    for line in resume.contact:
        document.add_paragraph(line)
    _sections(document, resume.sections)


def _header(document: Any, resume: Resume) -> None:
    header = document.sections[0].header
    header.paragraphs[0].text = resume.name
    for line in resume.contact:
        header.add_paragraph(line)
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("Page ")
    _page_number(footer)
    _sections(document, resume.sections)


def _sidebar(document: Any, resume: Resume) -> None:
    table = document.add_table(1, 2)
    left, right = table.rows[0].cells
    left.width, right.width = Cm(5.2), Cm(11.8)
    _shade(left, "DDE8E3")
    title = left.paragraphs[0].add_run(resume.name)
    title.bold = True
    title.font.size = Pt(15)
    for line in resume.contact:
        left.add_paragraph(line)
    _sections(left, [s for s in resume.sections if s.is_short])
    _sections(right, [s for s in resume.sections if not s.is_short])


def _dates_table(document: Any, resume: Resume) -> None:
    document.add_heading(resume.name, 1)
    for line in resume.contact:
        document.add_paragraph(line)
    for section in resume.sections:
        if section.heading:
            document.add_heading(section.heading, 2)
        if not any(dates for _, _, dates in section.lines):
            _lines(document, section)
            continue
        table = document.add_table(0, 2)
        cell = None
        for kind, words, dates in section.lines:
            if dates or cell is None:
                row = table.add_row().cells
                row[0].text, cell = dates, row[1]
                row[0].width, cell.width = Cm(4), Cm(13)
                cell.paragraphs[0].add_run(words).bold = bool(dates)
            elif kind != "blank":
                cell.add_paragraph(words, style="List Bullet" if kind == "bullet" else None)


def _tabs(document: Any, resume: Resume) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(resume.name)
    run.bold = True
    run.font.size = Pt(20)
    for line in resume.contact:
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _sections(document, resume.sections, tabs=True)


def _masthead(document: Any, resume: Resume) -> None:
    table = document.add_table(1, 2)
    left, right = table.rows[0].cells
    _shade(left, "30475E")
    name = left.paragraphs[0].add_run(resume.name)
    name.bold = True
    name.font.size = Pt(16)
    name.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    for i, line in enumerate(resume.contact):
        paragraph = right.paragraphs[0] if i == 0 else right.add_paragraph()
        paragraph.text = line
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _sections(document, resume.sections)


def _sections(parent: Any, sections: Iterable[Section], tabs: bool = False) -> None:
    for section in sections:
        if section.heading and hasattr(parent, "add_heading"):
            parent.add_heading(section.heading, 2)
        elif section.heading:
            parent.add_paragraph(section.heading, style="Heading 2")
        _lines(parent, section, tabs)


def _lines(parent: Any, section: Section, tabs: bool = False) -> None:
    for kind, words, dates in section.lines:
        if kind == "blank":
            parent.add_paragraph()
            continue
        paragraph = parent.add_paragraph(style="List Bullet" if kind == "bullet" else None)
        paragraph.add_run(words).bold = bool(dates)
        if dates and tabs:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
            paragraph.add_run(f"\t{dates}")
        elif dates:
            parent.add_paragraph(dates).runs[0].italic = True


def _shade(cell: Any, fill: str) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), fill)
    cell._tc.get_or_add_tcPr().append(shading)


def _page_number(paragraph: Any) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


_WRITERS = {
    "plain": _plain,
    "header": _header,
    "sidebar": _sidebar,
    "dates-table": _dates_table,
    "tabs": _tabs,
    "masthead": _masthead,
}
