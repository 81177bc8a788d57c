"""From a source to the bytes of its PDF, the same at each run."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from typesetting.furniture import Marks
from typesetting.layout import Layout
from typesetting.page import PAGE_HEIGHT, PAGE_WIDTH, Sheet
from typesetting.report import document_title
from typesetting.scan import scanned
from typesetting.source import Source
from typesetting.templates import LAYOUTS

MOST_PASSES = 5


def typeset(source: Source) -> bytes:
    """The PDF of `source`, set again until page numbers in it are right."""
    layout = LAYOUTS[source.layout]
    marks = Marks()
    for _ in range(MOST_PASSES):
        pdf, found = _set_once(source, layout, marks)
        if found == marks:
            break
        marks = found
    return scanned(pdf, pdf_title(source), source.huvudman) if source.scan else pdf


def pdf_title(source: Source) -> str:
    """The title in the properties of the PDF."""
    if source.kind == "handling":
        return document_title(source)
    return f"{source.kind.capitalize()} {source.organ} {source.date.isoformat()}"


def _set_once(source: Source, layout: Layout, marks: Marks) -> tuple[bytes, Marks]:
    found = Marks()
    buffer = BytesIO()

    def decorate(canvas: Canvas, _: BaseDocTemplate) -> None:
        found.total = max(found.total, canvas.getPageNumber())
        canvas.saveState()
        layout.decorate(canvas, Sheet(source, canvas.getPageNumber(), marks.total))
        canvas.restoreState()

    document = BaseDocTemplate(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=pdf_title(source),
        author=source.huvudman,
        creator=source.huvudman,
        subject=source.organ,
        lang="sv",
        invariant=1,
        pageCompression=1,
        pageTemplates=[
            PageTemplate(
                id="first",
                frames=[_frame(layout, layout.first_top(source))],
                onPage=decorate,
                autoNextPageTemplate="later",
            ),
            PageTemplate(id="later", frames=[_frame(layout, layout.margins.top)], onPage=decorate),
        ],
    )
    document.build(layout.story(source, marks, found))
    return buffer.getvalue(), found


def _frame(layout: Layout, top: float) -> Frame:
    margins = layout.margins
    return Frame(
        margins.left,
        margins.bottom,
        layout.width,
        PAGE_HEIGHT - top - margins.bottom,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
