"""The templates of agendas, with the proposals to be decided on."""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from typesetting.fonts import VERA
from typesetting.furniture import draw_emblem
from typesetting.layout import Layout
from typesetting.page import PAGE_HEIGHT, PAGE_WIDTH, Margins, Sheet, draw_rule, put, put_right
from typesetting.source import Heading, Item, Source, Text
from typesetting.story import Story
from typesetting.tables import breaking_table


class RegionKallelse(Layout):
    """An agenda: numbered bold titles with the case number behind, the page in English."""

    text = VERA
    display = VERA
    size = 9.2
    leading = 12.6
    paragraph_gap = 12.6
    margins = Margins(left=68, right=78, top=96, bottom=80, first_top=108)
    table_size = 8.0

    def decorate(self, canvas: Canvas, sheet: Sheet) -> None:
        """The word KALLELSE on the first page only."""
        right, left = PAGE_WIDTH - self.margins.right + 20, self.margins.left
        organ, day = sheet.source.organ, sheet.source.date.isoformat()
        if sheet.number == 1:
            put(canvas, left, 58, "KALLELSE", self.text.regular, 8.5)
            put(canvas, left, 70, organ, self.text.regular, 8.5)
        else:
            put(canvas, left, 58, organ, self.text.regular, 8.5)
        put_right(canvas, right, 58, day, self.text.regular, 8.5)
        page = f"Page {sheet.number} of {sheet.total}"
        put(canvas, left, PAGE_HEIGHT - 42, page, self.text.regular, 7.5)

    def opening(self, story: Story, source: Source) -> None:
        """The front rows stand on the first page, above the first item."""
        self.front_rows(story, source)

    def item_heading(self, item: Item) -> list[Flowable]:
        """Number, title and case number in one."""
        title = f"{item.number}. {item.title}"
        if item.case:
            title = f"{title} ({item.case})"
        return [self.paragraph(title, self.display.bold, size=10.6, leading=14, before=4)]

    def item_label(self, item: Item) -> str:
        """An agenda has no §."""
        return f"{item.number}."


class KommunKallelse(Layout):
    """An agenda: a table of the items, then each with its proposal."""

    text = VERA
    display = VERA
    size = 9.0
    leading = 12.5
    paragraph_gap = 7.0
    point_gap = 3.0
    bullet_gap = 3.0
    hanging = 20.0
    table_size = 8.2
    margins = Margins(left=76, right=76, top=92, bottom=76, first_top=120)
    front_label_width = 104.0
    colour = "#1d3f72"

    def decorate(self, canvas: Canvas, sheet: Sheet) -> None:
        """An emblem and large letters on the first page, one line on the others."""
        left, right, font = 56.0, PAGE_WIDTH - 56, self.text.regular
        source = sheet.source
        page = f"{sheet.number} ({sheet.total})"
        put_right(canvas, right, 54, page, font, 8)
        if sheet.number == 1:
            draw_emblem(canvas, left, PAGE_HEIGHT - 90, 48, self.colour)
            put(canvas, left + 48, 62, source.huvudman, self.text.bold, 12)
            put(canvas, left + 48, 78, source.organ, font, 9)
            put_right(canvas, right, 78, "Kallelse", self.text.bold, 12)
        else:
            head = f"{source.huvudman}, {source.organ}, kallelse {source.date.isoformat()}"
            put(canvas, left, 54, head, font, 8)
            draw_rule(canvas, left, right, 60, 0.4)

    def opening(self, story: Story, source: Source) -> None:
        """Time and place, then the agenda in a table."""
        title = f"Kallelse till {source.organ.lower()}"
        story.heading(self.paragraph(title, self.display.bold, size=16, leading=20, after=6))
        self.front_rows(story, source)
        story.heading(self.paragraph("Ärenden", self.display.bold, size=11, after=4))
        story.add(self._agenda(source), 50)
        story.page_break()

    def _agenda(self, source: Source) -> Flowable:
        presenters = [_presenter(item) for item in source.items]
        rows: list[tuple[str, ...]] = [("Nr", "Ärende", "Diarienummer")]
        rows += [(item.number, item.title, item.case) for item in source.items]
        if any(presenters):
            column = ("Föredragande", *presenters)
            rows = [(*row, name) for row, name in zip(rows, column, strict=True)]
        style = self.style(size=8.4, leading=11.5)
        return breaking_table(tuple(rows), self.width, style, self.text.bold, "#dbe4f0")

    def item_heading(self, item: Item) -> list[Flowable]:
        """Number and title in large type."""
        title = self.paragraph(
            item.title, self.display.regular, size=14, leading=18, mark=item.number, indent=32,
            before=18, colour=self.colour,
        )  # fmt: skip
        if not item.case:
            return [title, Spacer(1, 4)]
        return [title, self.paragraph(item.case, indent=32, after=6)]

    def item_label(self, item: Item) -> str:
        """An agenda has no §."""
        return item.number


def _presenter(item: Item) -> str:
    """The one who presents an item: named with it, or in its section Föredragande."""
    if item.presenter:
        return item.presenter
    for heading, block in zip(item.blocks, item.blocks[1:], strict=False):
        named = isinstance(heading, Heading) and heading.text == "Föredragande"
        if named and isinstance(block, Text):
            return block.text
    return ""
