"""Draws one-page résumés in which something is hidden, each in another way."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from typing import Any

from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SECRET = "Kubernetes Terraform Snowflake expert with thirty years"
LINES = (
    "Ana Delgado",
    "Berlin, Germany",
    "Data Scientist, Lindenpark Analytics GmbH, Berlin",
    "March 2019 - Present",
    "Built an NLP pipeline in Python that sorts support tickets.",
)
Draw = Callable[[Canvas], None]


def pdf(draw: Draw, before: Draw | None = None, **about: str) -> bytes:
    """Return a résumé on which `draw` has painted, `before` and after the visible lines."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=0)
    for key, value in about.items():
        getattr(canvas, f"set{key.title()}")(value)
    if before:
        before(canvas)
    canvas.setFillColor(black)
    canvas.setFont("Helvetica", 11)
    for number, line in enumerate(LINES):
        canvas.drawString(60, 780 - 18 * number, line)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def text(
    canvas: Canvas,
    size: float = 11,
    color: Color = black,
    at: tuple[float, float] = (60, 500),
    **how: Any,
) -> None:
    """Write the secret."""
    canvas.setFont("Helvetica", size)
    canvas.setFillColor(color)
    canvas.drawString(*at, SECRET, **how)


def box(
    canvas: Canvas, color: Color, at: tuple[float, float, float, float] = (40, 480, 500, 50)
) -> None:
    """Fill a box around the place of the secret."""
    canvas.setFillColor(color)
    canvas.rect(*at, stroke=0, fill=1)


def photo(width: int = 200, height: int = 60) -> ImageReader:
    """Return a picture with much contrast everywhere."""
    from PIL import Image

    chance = random.Random(7)
    image = Image.new("RGB", (width, height))
    image.putdata([(chance.randrange(256),) * 3 for _ in range(width * height)])
    return ImageReader(image)


def _white(c: Canvas) -> None:
    text(c, color=white)


def _nearly_white(c: Canvas) -> None:
    text(c, color=HexColor("#FBFBFB"))


def _blue_on_blue(c: Canvas) -> None:
    box(c, HexColor("#204080"))
    text(c, color=HexColor("#234382"))


def _tiny(c: Canvas) -> None:
    text(c, size=1)


def _scaled_tiny(c: Canvas) -> None:
    c.saveState()
    c.scale(0.05, 0.05)
    text(c, size=11, at=(1200, 10000))
    c.restoreState()


def _left_of_page(c: Canvas) -> None:
    text(c, at=(-700, 500))


def _below_page(c: Canvas) -> None:
    text(c, at=(60, -40))


def _invisible_mode(c: Canvas) -> None:
    text(c, mode=3)


def _transparent(c: Canvas) -> None:
    c.setFillAlpha(0)
    text(c, color=Color(0, 0, 0, alpha=0))


def _under_a_box(c: Canvas) -> None:
    text(c)
    box(c, white)


def _under_a_photo(c: Canvas) -> None:
    text(c)
    c.drawImage(photo(), 40, 480, 500, 50)


def _under_a_black_box(c: Canvas) -> None:
    text(c)
    box(c, HexColor("#303030"))


def _clipped(c: Canvas) -> None:
    c.saveState()
    path = c.beginPath()
    path.rect(300, 100, 5, 5)
    c.clipPath(path, stroke=0, fill=0)
    text(c)
    c.restoreState()


def _white_over_words(c: Canvas) -> None:
    text(c, color=white, at=(60, 780))


HIDDEN: dict[str, Draw] = {
    "white on white": _white,
    "nearly white": _nearly_white,
    "blue on a blue box": _blue_on_blue,
    "one point high": _tiny,
    "scaled to half a point": _scaled_tiny,
    "left of the page": _left_of_page,
    "below the page": _below_page,
    "invisible mode": _invisible_mode,
    "transparent": _transparent,
    "under a white box": _under_a_box,
    "under a photo": _under_a_photo,
    "under a dark box": _under_a_black_box,
    "clipped away": _clipped,
    "white over other words": _white_over_words,
}


def _on_dark(c: Canvas) -> None:
    box(c, HexColor("#203040"))
    text(c, color=white)


def _gray(c: Canvas) -> None:
    text(c, color=HexColor("#9A9A9A"))


def _light_gray(c: Canvas) -> None:
    text(c, color=HexColor("#C8C8C8"))


def _footnote(c: Canvas) -> None:
    text(c, size=5)


def _on_photo(c: Canvas) -> None:
    c.drawImage(photo(), 40, 480, 500, 50)
    box(c, Color(1, 1, 1, alpha=0.9), (55, 495, 400, 20))
    text(c)


def _half_covered(c: Canvas) -> None:
    text(c)
    box(c, Color(0.9, 0.9, 0.2, alpha=0.4))


def _light_on_light_blue(c: Canvas) -> None:
    box(c, HexColor("#5B8DB8"))
    text(c, color=HexColor("#F4F8FB"))


VISIBLE: dict[str, Draw] = {
    "white on a dark box": _on_dark,
    "gray": _gray,
    "light gray": _light_gray,
    "five points high": _footnote,
    "on a photo": _on_photo,
    "under a highlighter": _half_covered,
    "pale on blue": _light_on_light_blue,
}


def scan(words: bool = True) -> bytes:
    """Return a page that is a picture, with the words a scanner recognised unseen behind it."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (595, 842), 245)
    pen = ImageDraw.Draw(image)
    for number, line in enumerate(LINES):
        pen.text((60, 842 - 789 + 18 * number), line, fill=20)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawImage(ImageReader(image.convert("RGB")), 0, 0, *A4)
    if words:
        canvas.setFont("Helvetica", 11)
        for number, line in enumerate(LINES):
            canvas.drawString(60, 780 - 18 * number, line, mode=3)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
