"""The templates of a region: its board, its council and a committee, each with one of its own."""

from xml.sax.saxutils import escape

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer

from typesetting.fonts import HELVETICA, TIMES
from typesetting.furniture import Stop, TabbedLine, draw_emblem
from typesetting.layout import Layout
from typesetting.page import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Margins,
    Sheet,
    draw_rule,
    long_date,
    put,
    put_centred,
    put_right,
)
from typesetting.source import Item, Source
from typesetting.story import Story


class RegionProtokoll(Layout):
    """Minutes or an extract: `§41` alone on its line, the case number behind the title."""

    margins = Margins(left=70, right=70, top=104, bottom=92, first_top=104)
    signed = True

    def decorate(self, canvas: Canvas, sheet: Sheet) -> None:
        """Four corners at the head, two fields at the foot."""
        right = PAGE_WIDTH - self.margins.right
        left, font = self.margins.left, self.text.regular
        put(canvas, left, 58, "PROTOKOLL", font, 9)
        put_right(canvas, right, 58, f"{sheet.number}({sheet.total})", font, 9)
        put_right(canvas, right, 70, "Mötesdatum", font, 8.5)
        put(canvas, left, 82, sheet.source.organ, font, 9)
        put_right(canvas, right, 82, sheet.source.date.isoformat(), font, 9)
        put(canvas, left, PAGE_HEIGHT - 42, "Justerandes sign", font, 8)
        put(canvas, 290, PAGE_HEIGHT - 42, "Utdragsbestyrkande", font, 8)

    def item_heading(self, item: Item) -> list[Flowable]:
        """Number and title on lines of their own."""
        title = f"{item.title} ({item.case})" if item.case else item.title
        bold, size = self.display.bold, 12
        return [
            self.paragraph(f"§{item.number}", bold, size=size, before=10, after=12),
            self.paragraph(title, bold, size=size, leading=15),
        ]


class RfProtokoll(Layout):
    """Minutes of the regional council: a serif face, title beside the §, case number below."""

    text = TIMES
    display = TIMES
    size = 11.5
    leading = 14.5
    paragraph_gap = 7.0
    point_gap = 2.0
    bullet_gap = 2.0
    bullet = "–"
    hanging = 18.0
    dashes = "_______________"
    table_size = 10.0
    margins = Margins(left=85, right=85, top=112, bottom=84, first_top=112)
    front_label_width = 110.0
    front_columns = True

    def decorate(self, canvas: Canvas, sheet: Sheet) -> None:
        """A head of three columns over a line, the page at the foot once more."""
        left, right = 60.0, PAGE_WIDTH - 60
        put(canvas, left, 54, sheet.source.huvudman, self.text.bold, 11)
        put(canvas, left, 67, sheet.source.organ, self.text.regular, 10)
        put(canvas, 250, 54, "Sammanträdesprotokoll", self.text.bold, 11)
        put(canvas, 250, 67, sheet.source.date.isoformat(), self.text.regular, 10)
        put_right(canvas, right, 54, f"{sheet.number} ({sheet.total})", self.text.regular, 10)
        draw_rule(canvas, left, right, 76)
        page = f"Sida {sheet.number} av {sheet.total}"
        put_centred(canvas, PAGE_WIDTH / 2, PAGE_HEIGHT - 40, page, self.text.regular, 9)

    def opening(self, story: Story, source: Source) -> None:
        """The body and the day in large type above the front rows."""
        if source.front:
            story.heading(
                self.paragraph(source.organ, self.display.bold, size=20, leading=26, before=20),
                self.paragraph(f"Sammanträde {long_date(source)}", size=13, leading=18, after=16),
            )
        super().opening(story, source)

    def item_heading(self, item: Item) -> list[Flowable]:
        """The § hangs at the left of the title."""
        bold, size = self.display.bold, 13
        title = self.paragraph(
            item.title, bold, size=size, leading=16, mark=f"§ {item.number}", indent=52, before=16
        )
        if not item.case:
            return [title, Spacer(1, 6)]
        return [title, self.paragraph(f"Dnr {item.case}", indent=52, after=6)]

    def section_heading(self, text: str) -> Flowable:
        """A little larger than the text."""
        return self.paragraph(text, self.text.bold, size=12, before=4, after=2)

    def lesser_heading(self, text: str) -> Flowable:
        """Bold italics."""
        return self.paragraph(text, self.text.bold_italic)


class HsnProtokoll(Layout):
    """Minutes of a committee: § and case number on one line, headings in capitals."""

    text = HELVETICA
    display = HELVETICA
    size = 10.0
    leading = 13.0
    paragraph_gap = 8.0
    point_gap = 4.0
    bullet_gap = 4.0
    bullet = "-"
    hanging = 17.0
    dashes = "- - - - -"
    margins = Margins(left=80, right=100, top=108, bottom=110, first_top=128)
    front_label_width = 130.0
    front_lines = True

    def decorate(self, canvas: Canvas, sheet: Sheet) -> None:
        """An emblem on the first page, a frame to sign in at the foot of each."""
        left, right, font = 56.0, PAGE_WIDTH - 56, self.text.regular
        source = sheet.source
        if sheet.number == 1:
            draw_emblem(canvas, left, PAGE_HEIGHT - 82, 40, "#005c5c")
            put(canvas, left + 42, 58, source.huvudman, self.text.bold, 13)
            put(canvas, left + 42, 74, source.organ, font, 10)
            put_right(canvas, right, 74, source.date.isoformat(), font, 9)
        else:
            put(canvas, left, 58, f"{source.huvudman} – {source.organ}", font, 8.5)
            put(canvas, left, 70, f"Protokoll {source.date.isoformat()}", font, 8.5)
        put_right(canvas, right, 58, f"Sida {sheet.number}({sheet.total})", font, 8.5)
        bottom, height = 42.0, 34.0
        canvas.setLineWidth(0.7)
        canvas.rect(left, bottom, right - left, height)
        third = (right - left) / 3
        labels = ("Justerandes sign", "Justerandes sign", "Utdragsbestyrkande")
        for index, label in enumerate(labels):
            x = left + third * index
            if index:
                canvas.line(x, bottom, x, bottom + height)
            put(canvas, x + 4, PAGE_HEIGHT - bottom - height + 10, label, font, 7)

    def opening(self, story: Story, source: Source) -> None:
        """A large title above the front rows."""
        if source.front:
            story.heading(
                self.paragraph("Protokoll", self.display.bold, size=22, leading=28, after=10)
            )
        super().opening(story, source)

    def item_heading(self, item: Item) -> list[Flowable]:
        """A tabbed line, and the title below it."""
        stops = [Stop(f"§ {item.number}")]
        if item.case:
            stops.append(Stop(f"Dnr {item.case}", at=190))
        title = Paragraph(
            escape(item.title),
            self.style(self.display.bold, size=13, leading=16, before=3, after=8),
        )
        line = TabbedLine(stops, self.text.bold, 10.5, 14)
        line.spaceBefore = 16
        return [line, title]

    def section_heading(self, text: str) -> Flowable:
        """In capitals."""
        return self.paragraph(text.upper(), self.text.bold, size=9, before=4, after=1)
