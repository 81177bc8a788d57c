"""A small press: text with marks, set in a body's template, as a PDF.

A line that begins with ``# `` heads an item, with ``! `` a section, with ``> `` is small; an empty
line is a blank line; ``|`` parts cells, each in its column; a form feed begins a page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.pdfs import Drawn, write_pdf

TOP = 120.0
BODY, BOLD = "Helvetica", "Helvetica-Bold"


@dataclass(frozen=True, slots=True)
class Template:
    """How a body sets its pages; ``head`` and ``foot`` are rows of ``(left, text)``.

    ``{page}`` and ``{pages}`` in them are filled in. ``item`` and ``section`` are the font and
    size of headings.
    """

    head: Sequence[Sequence[tuple[float, str]]]
    foot: Sequence[Sequence[tuple[float, str]]] = (((500.0, "Sida {page} av {pages}"),),)
    body: tuple[str, float] = (BODY, 11.0)
    item: tuple[str, float] = (BOLD, 14.0)
    section: tuple[str, float] = (BOLD, 11.0)
    left: float = 70.0
    columns: Sequence[float] = (70.0, 200.0, 330.0, 460.0)
    leading: float = 15.0


def set_pages(template: Template, text: str) -> list[list[Drawn]]:
    """The pages of a text, each as what is drawn on it."""
    texts = [page.strip("\n") for page in text.strip("\n").split("\f")]
    return [
        [*_furniture(template, at, len(texts)), *_body(template, page)]
        for at, page in enumerate(texts, start=1)
    ]


def write_minutes(path: Path, template: Template, text: str) -> Path:
    """Set a text in a template, as a PDF file."""
    return write_pdf(path, *set_pages(template, text))


def _furniture(template: Template, page: int, pages: int) -> Iterator[Drawn]:
    for rows, top in ((template.head, 40.0), (template.foot, 800.0)):
        for number, row in enumerate(rows):
            for left, text in row:
                written = text.format(page=page, pages=pages)
                yield Drawn(written, top + 11 * number, left, 8.0, template.body[0])


def _body(template: Template, page: str) -> Iterator[Drawn]:
    top = TOP
    for line in page.splitlines():
        written = line.strip()
        if not written:
            top += template.leading
            continue
        font, size = template.body
        for mark, (own_font, own_size) in (
            ("# ", template.item),
            ("! ", template.section),
            ("> ", (font, 8.0)),
        ):
            if written.startswith(mark):
                font, size, written = own_font, own_size, written[len(mark) :]
        yield from _row(template, written, top, font, size)
        top += max(template.leading, size * 1.3)


def _row(template: Template, text: str, top: float, font: str, size: float) -> Iterator[Drawn]:
    cells = [cell.strip() for cell in re.split(r"\s\|(?=\s|$)", f" {text} ")]
    if len(cells) == 1:
        yield Drawn(text, top, template.left, size, font)
        return
    for left, cell in zip(template.columns, cells, strict=False):
        if cell:
            yield Drawn(cell, top, left, size, font)
