"""The templates of a municipality: its board, its council and a committee."""

from reportlab.lib.enums import TA_CENTER
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from typesetting.fonts import HELVETICA, TIMES, VERA
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
    put_right,
)
from typesetting.source import Item, Source
from typesetting.story import Story

DOTS = "." * 34


class KommunProtokoll(Layout):
    """Minutes of the board: a cover, contents, a head of three columns, headings in italics."""

    text = TIMES
    display = HELVETICA
    size = 11.0
    leading = 14.0
    paragraph_gap = 8.0
    point_gap = 5.0
    bullet_gap = 5.0
    hanging = 20.0
    dashes = "_____"
    table_size = 9.5
    margins = Margins(left=92, right=72, top=118, bottom=92, first_top=96)
    front_size = 9.8
    front_label_width = 126.0
    front_lines = True
    signed = True

    def first_top(self, source: Source) -> float:
        """Higher on a cover, which has no head of three columns."""
        return self.margins.first_top if self._has_cover(source) else self.margins.top

    def decorate(self, canvas: Canvas, sheet: Sheet) -> None:
        """Head and foot; the cover has an emblem instead of the head."""
        left, right, font = 56.0, PAGE_WIDTH - 56, self.display.regular
        source = sheet.source
        page = f"{sheet.number} ({sheet.total})"
        if sheet.number == 1 and self._has_cover(source):
            draw_emblem(canvas, left, PAGE_HEIGHT - 80, 44, "#7a1f2b")
            put(canvas, left + 44, 60, source.huvudman.upper(), self.display.bold, 12)
        else:
            put(canvas, left, 54, source.huvudman.upper(), self.display.bold, 9.5)
            put(canvas, 236, 54, "SAMMANTRÄDESPROTOKOLL", self.display.bold, 9.5)
            put(canvas, left, 68, source.organ, font, 9.5)
            put(canvas, 236, 68, "Sammanträdesdatum", font, 8)
            put(canvas, 236, 79, source.date.isoformat(), font, 9.5)
            draw_rule(canvas, left, right, 87)
        put_right(canvas, right, 54, page, font, 9.5)
        draw_rule(canvas, left, right, PAGE_HEIGHT - 64)
        put(canvas, left, PAGE_HEIGHT - 46, f"Justerandes signatur {DOTS}", font, 8)
        put(canvas, 318, PAGE_HEIGHT - 46, f"Utdragsbestyrkande {DOTS}", font, 8)

    def opening(self, story: Story, source: Source) -> None:
        """The cover, unless it is an extract."""
        if self._has_cover(source):
            story.heading(
                self.paragraph(source.organ, self.display.bold, size=22, leading=28, before=14),
                self.paragraph(
                    f"Protokoll från sammanträde {long_date(source)}",
                    self.display.regular, size=12, leading=16, after=14,
                ),
            )  # fmt: skip
        super().opening(story, source)

    def has_contents(self, source: Source) -> bool:
        """Behind a cover, unless the source says no."""
        return self._has_cover(source) if source.toc is None else source.toc

    def item_heading(self, item: Item) -> list[Flowable]:
        """§ and case number, the title below."""
        head = f"§ {item.number}"
        if item.case:
            head += f"\N{NO-BREAK SPACE}\N{NO-BREAK SPACE} {item.case}"
        font = self.display.bold
        return [
            self.paragraph(head, font, size=11, before=20, after=3),
            self.paragraph(item.title, font, size=13, leading=16, after=7),
        ]

    def section_heading(self, text: str) -> Flowable:
        """Bold italics."""
        return self.paragraph(text, self.text.bold_italic, size=11.5, before=3, after=2)

    def _has_cover(self, source: Source) -> bool:
        return bool(source.front) and source.kind != "protokollsutdrag"


class KfProtokoll(Layout):
    """Minutes of the council: a narrow justified column, § left, case number right."""

    text = TIMES
    display = TIMES
    size = 10.5
    leading = 13.0
    paragraph_gap = 6.0
    point_gap = 3.0
    bullet_gap = 3.0
    bullet = "–"
    hanging = 16.0
    justified = True
    hyphenated = True
    dashes = "__________"
    table_size = 9.0
    margins = Margins(left=128, right=118, top=106, bottom=86, first_top=106)
    front_label_width = 96.0

    def decorate(self, canvas: Canvas, sheet: Sheet) -> None:
        """Organisation and page above the line, body and date below it."""
        left, right, font = 72.0, PAGE_WIDTH - 72, self.text.regular
        source = sheet.source
        put(canvas, left, 52, source.huvudman, self.text.bold, 12)
        put_right(canvas, right, 52, f"Sid {sheet.number}", font, 10)
        draw_rule(canvas, left, right, 58, 1.2)
        put(canvas, left, 71, f"{source.organ}s protokoll", self.text.italic, 10)
        put_right(canvas, right, 71, source.date.isoformat(), self.text.italic, 10)
        put(canvas, left, PAGE_HEIGHT - 46, "Justeras:", font, 9)
        canvas.setDash(1, 2)
        draw_rule(canvas, left + 40, left + 230, PAGE_HEIGHT - 45)
        canvas.setDash()

    def opening(self, story: Story, source: Source) -> None:
        """The title is set in the middle."""
        if source.front:
            story.heading(
                self.paragraph(
                    "PROTOKOLL", self.display.bold, size=17, leading=24, after=4,
                    alignment=TA_CENTER,
                ),
                self.paragraph(
                    f"fört vid {source.organ.lower()}s sammanträde {long_date(source)}",
                    size=12, leading=15, after=14, alignment=TA_CENTER,
                ),
            )  # fmt: skip
        super().opening(story, source)

    def item_heading(self, item: Item) -> list[Flowable]:
        """§ and case number at the two ends of one line."""
        stops = [Stop(f"Kf § {item.number}", font=self.text.bold)]
        if item.case:
            stops.append(Stop(f"Dnr {item.case}", at=None))
        line = TabbedLine(stops, self.text.regular, 11, 14)
        line.spaceBefore = 18
        return [line, self.paragraph(item.title, self.display.bold, size=12, before=2, after=5)]

    def section_heading(self, text: str) -> Flowable:
        """Close to the text below it."""
        return self.paragraph(text, self.text.bold, before=2, after=1)

    def lesser_heading(self, text: str) -> Flowable:
        """Bold italics."""
        return self.paragraph(text, self.text.bold_italic, after=1)

    def item_label(self, item: Item) -> str:
        """With the council's initials."""
        return f"Kf § {item.number}"


class BunProtokoll(Layout):
    """Minutes of a school committee: § and case number in one, each matter on a new page."""

    text = VERA
    display = VERA
    size = 9.4
    leading = 13.4
    paragraph_gap = 8.0
    point_gap = 4.0
    bullet_gap = 4.0
    hanging = 22.0
    dashes = "* * *"
    table_size = 8.2
    margins = Margins(left=86, right=86, top=92, bottom=96, first_top=150)
    front_label_width = 132.0
    item_on_new_page = True

    def decorate(self, canvas: Canvas, sheet: Sheet) -> None:
        """A band on the first page; two fields to sign in at the foot of each."""
        left, right, font = 62.0, PAGE_WIDTH - 62, self.text.regular
        source = sheet.source
        if sheet.number == 1:
            canvas.setFillColor("#2f6b3a")
            canvas.rect(0, PAGE_HEIGHT - 24, PAGE_WIDTH, 24, stroke=0, fill=1)
            canvas.setFillColor("black")
            draw_emblem(canvas, left, PAGE_HEIGHT - 100, 54, "#2f6b3a")
            put(canvas, left + 58, 60, source.huvudman, font, 10)
            put(canvas, left + 58, 80, f"Protokoll {source.organ}", self.text.bold, 14)
            put(canvas, left + 58, 97, long_date(source).capitalize(), font, 9)
        else:
            put(canvas, left, 52, source.organ, font, 8)
            put_right(canvas, right, 52, source.date.isoformat(), font, 8)
            draw_rule(canvas, left, right, 58, 0.4)
        baseline = PAGE_HEIGHT - 52
        draw_rule(canvas, left, left + 150, baseline - 10, 0.4)
        draw_rule(canvas, left + 180, left + 330, baseline - 10, 0.4)
        put(canvas, left, baseline, "Ordförandens signatur", font, 7)
        put(canvas, left + 180, baseline, "Justerarens signatur", font, 7)
        put_right(canvas, right, baseline, f"Sida {sheet.number}/{sheet.total}", font, 8)

    def item_heading(self, item: Item) -> list[Flowable]:
        """§ and case number, the title below."""
        head = f"§ {item.number} {item.case}".rstrip()
        return [
            self.paragraph(head, self.text.regular, size=11.5, leading=15),
            self.paragraph(item.title, self.display.bold, size=12.5, leading=16, after=10),
        ]

    def section_heading(self, text: str) -> Flowable:
        """In the colour of the template."""
        return self.paragraph(text, self.text.bold, size=10, before=4, after=2, colour="#2f6b3a")
