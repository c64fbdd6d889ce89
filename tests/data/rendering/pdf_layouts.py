"""Lays résumés out as PDF pages in six designs, as people's word processors would."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tests.data.rendering.resume_parts import Resume, Section


@dataclass(frozen=True)
class Design:
    """How a résumé looks; `layout` names the method of `_Page` that composes it."""

    layout: str
    font: str
    bold: str
    color: str
    size: float = 9.5
    bullet: str = "•"
    page: tuple[float, float] = A4


DESIGNS = (
    Design("rule", "Times-Roman", "Times-Bold", "#000000", 10.5),
    Design("sidebar-left", "Helvetica", "Helvetica-Bold", "#1f4e79"),
    Design("sidebar-right", "Helvetica", "Helvetica-Bold", "#7a3b2e", 9.2, "–"),
    Design("dates-left", "Times-Roman", "Times-Bold", "#2e6b4f", 10.2, "•", letter),
    Design("band", "Helvetica", "Helvetica-Bold", "#30475e", 9.5, "•", letter),
    Design("margin", "Times-Roman", "Times-Bold", "#5b2a86", 10.0, "–"),
)
MARGIN = 46.0
SIDE = 150.0
GAP = 20.0


def write_pdf(resume: Resume, design: Design, path: Path) -> None:
    """Write one résumé as a PDF in a design."""
    _Page(resume, design).write(path)


class _Page:
    def __init__(self, resume: Resume, design: Design) -> None:
        self.resume = resume
        self.design = design
        self.width, self.height = design.page
        self.accent = HexColor(design.color)
        self.body = ParagraphStyle(
            "body", fontName=design.font, fontSize=design.size, leading=design.size * 1.28
        )
        self.strong = ParagraphStyle("strong", self.body, fontName=design.bold)
        self.right = ParagraphStyle("right", self.body, alignment=TA_RIGHT)
        self.bullet = ParagraphStyle("bullet", self.body, leftIndent=12, bulletIndent=2)
        self.heading = ParagraphStyle(
            "heading",
            self.strong,
            fontSize=design.size + 2.5,
            leading=design.size + 6,
            textColor=self.accent,
            spaceBefore=7,
            spaceAfter=2,
        )

    def write(self, path: Path) -> None:
        story = getattr(self, "_" + self.design.layout.replace("-", "_"))()
        document = BaseDocTemplate(
            str(path), pagesize=self.design.page, invariant=1, title="Résumé", author=""
        )
        document.addPageTemplates(self._templates())
        document.build(story)

    def _templates(self) -> list[PageTemplate]:
        left, full = MARGIN, self.width - 2 * MARGIN
        if self.design.layout == "sidebar-left":
            left += SIDE + GAP
        if self.design.layout.startswith("sidebar"):
            full -= SIDE + GAP
        top = 62.0 if self.design.layout == "band" else 0.0
        height = self.height - 2 * MARGIN
        first = Frame(left, MARGIN, full, height - top, 0, 0, 0, 0)
        later = Frame(left, MARGIN, full, height, 0, 0, 0, 0)
        return [
            PageTemplate("first", [first], onPage=self._paint_first, autoNextPageTemplate="later"),
            PageTemplate("later", [later], onPage=self._paint_later),
        ]

    def _paint_first(self, canvas: Canvas, _: object) -> None:
        canvas.saveState()
        layout = self.design.layout
        if layout == "sidebar-left":
            self._paint_side(canvas, 0, MARGIN, self.accent, white, self.resume.name)
        elif layout == "sidebar-right":
            right = self.width - MARGIN - SIDE
            gray = Color(0.93, 0.93, 0.93)
            self._paint_side(canvas, right - 10, right, gray, self.accent, "")
        elif layout == "band":
            canvas.setFillColor(self.accent)
            canvas.rect(0, self.height - 92, self.width, 92, stroke=0, fill=1)
            canvas.setFillColor(white)
            canvas.setFont(self.design.bold, 20)
            canvas.drawString(MARGIN, self.height - 46, self.resume.name)
            canvas.setFont(self.design.font, 9)
            for i, line in enumerate(self.resume.contact[:3]):
                canvas.drawString(MARGIN, self.height - 60 - 11 * i, line)
        self._foot(canvas)
        canvas.restoreState()

    def _paint_side(
        self, canvas: Canvas, edge: float, left: float, ground: Color, ink: Color, name: str
    ) -> None:
        canvas.setFillColor(ground)
        canvas.rect(edge, 0, SIDE + MARGIN + 10, self.height, stroke=0, fill=1)
        words = ink if name else Color(0.1, 0.1, 0.1)
        plain = ParagraphStyle("side", self.body, textColor=words)
        bullet = ParagraphStyle("side-bullet", self.bullet, textColor=words, bulletColor=words)
        heading = ParagraphStyle("side-heading", self.heading, textColor=ink)
        title = ParagraphStyle("side-name", heading, fontSize=17, leading=20)
        story: list[Flowable] = [_words(name, title)] if name else []
        story.append(_words("Contact", heading))
        story += [_words(p, plain) for line in self.resume.contact for p in line.split(" | ")]
        for section in self._aside():
            story.append(_words(section.heading, heading))
            story += [self._line(kind, said, plain, bullet) for kind, said, _ in section.lines]
        frame = Frame(left, MARGIN, SIDE, self.height - 2 * MARGIN, 0, 0, 0, 0)
        frame.addFromList(story, canvas)

    def _paint_later(self, canvas: Canvas, _: object) -> None:
        self._foot(canvas)

    def _foot(self, canvas: Canvas) -> None:
        if self.design.layout in {"band", "margin", "rule"}:
            canvas.setFont(self.design.font, 8)
            canvas.setFillColor(Color(0.4, 0.4, 0.4))
            words = f"{self.resume.name} – page {canvas.getPageNumber()}"
            canvas.drawCentredString(self.width / 2, 26, words)

    def _rule(self) -> list[Flowable]:
        name = ParagraphStyle("name", self.strong, fontSize=19, leading=24, alignment=TA_CENTER)
        centred = ParagraphStyle("centred", self.body, alignment=TA_CENTER)
        story: list[Flowable] = [_words(self.resume.name, name)]
        story += [_words(line, centred) for line in self.resume.contact]
        for section in self.resume.sections:
            story += self._headed(section, rule=True)
            story += self._lines(section)
        return story

    def _sidebar_left(self) -> list[Flowable]:
        return self._main()

    def _sidebar_right(self) -> list[Flowable]:
        name = ParagraphStyle("name", self.strong, fontSize=19, leading=24, textColor=self.accent)
        return [_words(self.resume.name, name), *self._main()]

    def _aside(self) -> list[Section]:
        return [s for s in self.resume.sections if s.is_short and not s.is_summary]

    def _main(self) -> list[Flowable]:
        story: list[Flowable] = []
        for section in self.resume.sections:
            if section not in self._aside():
                story += [*self._headed(section), *self._lines(section)]
        return story

    def _dates_left(self) -> list[Flowable]:
        name = ParagraphStyle("name", self.strong, fontSize=19, leading=24, textColor=self.accent)
        story: list[Flowable] = [_words(self.resume.name, name)]
        story += [_words(line, self.body) for line in self.resume.contact]
        indented = ParagraphStyle("indented", self.body, leftIndent=132)
        bullet = ParagraphStyle("b", self.bullet, leftIndent=144, bulletIndent=134)
        for section in self.resume.sections:
            story += self._headed(section)
            for kind, words, dates in section.lines:
                if dates:
                    row = [_words(dates, self.right), _words(words, self.strong)]
                    story.append(_row(row, [120, self.width - 2 * MARGIN - 120], 12))
                else:
                    story.append(self._line(kind, words, indented, bullet))
        return story

    def _band(self) -> list[Flowable]:
        story: list[Flowable] = [_words(line, self.body) for line in self.resume.contact[3:]]
        for section in self.resume.sections:
            story += [*self._headed(section, rule=True), *self._lines(section)]
        return story

    def _margin(self) -> list[Flowable]:
        name = ParagraphStyle("name", self.strong, fontSize=22, leading=27, textColor=self.accent)
        story: list[Flowable] = [_words(self.resume.name, name)]
        story += [_words(line, self.body) for line in self.resume.contact]
        label = ParagraphStyle("label", self.strong, textColor=self.accent)
        full = self.width - 2 * MARGIN
        for section in self.resume.sections:
            lines = self._lines(section, width=full - 118)
            heading = _words(section.heading, label) if section.heading else ""
            story.append(Spacer(1, 6))
            story += [
                _row([heading if i == 0 else "", line], [112, full - 112], 6)
                for i, line in enumerate(lines)
            ]
        return story

    def _headed(self, section: Section, rule: bool = False) -> list[Flowable]:
        if not section.heading:
            return [Spacer(1, 6)]
        line = [HRFlowable("100%", 0.6, color=self.accent, spaceAfter=3)] if rule else []
        return [_words(section.heading, self.heading), *line]

    def _lines(self, section: Section, dates: bool = True, width: float = 0.0) -> list[Flowable]:
        side = 148.0
        full = width or self.width - 2 * MARGIN - (
            SIDE + GAP if "sidebar" in self.design.layout else 0
        )
        story: list[Flowable] = []
        for kind, words, when in section.lines:
            if when and dates:
                row = [_words(words, self.strong), _words(when, self.right)]
                story.append(_row(row, [full - side, side], 0))
            else:
                story.append(self._line(kind, words, self.body, self.bullet))
        return story

    def _line(
        self, kind: str, words: str, plain: ParagraphStyle, bullet: ParagraphStyle
    ) -> Flowable:
        if kind == "blank":
            return Spacer(1, 5)
        if kind == "bullet":
            return Paragraph(escape(words), bullet, bulletText=self.design.bullet)
        return _words(words, plain)


def _words(words: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(words), style)


def _row(cells: list[object], widths: list[float], padding: float) -> Table:
    style = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("LEFTPADDING", (1, 0), (1, 0), padding),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    return Table([cells], widths, style=style)
