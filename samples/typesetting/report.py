"""The template of a report or any other document that is not minutes or an agenda."""

from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from typesetting.fonts import HELVETICA, TIMES
from typesetting.furniture import Anchor, Marks, draw_emblem
from typesetting.layout import Layout
from typesetting.page import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Margins,
    Sheet,
    long_date,
    put,
    put_centred,
)
from typesetting.source import Block, Heading, Item, Source
from typesetting.story import Story

TITLE_LABELS = ("Titel", "Rubrik")


class Handling(Layout):
    """A title page, numbered chapters and sections, only the page number at the foot.

    With one chapter and no front page it is a letter: no title page, and no numbers.
    """

    text = TIMES
    display = HELVETICA
    size = 11.0
    leading = 14.6
    paragraph_gap = 8.0
    point_gap = 3.0
    bullet_gap = 3.0
    hanging = 18.0
    table_size = 9.5
    margins = Margins(left=88, right=88, top=80, bottom=84, first_top=230)
    front_label_width = 130.0

    def first_top(self, source: Source) -> float:
        """Far down on a title page, for the emblem stands above."""
        return self.margins.top if is_letter(source) else self.margins.first_top

    def decorate(self, canvas: Canvas, sheet: Sheet) -> None:
        """An emblem on the title page, the number on all others."""
        if sheet.number == 1 and not is_letter(sheet.source):
            left = self.margins.left
            draw_emblem(canvas, left, PAGE_HEIGHT - 120, 60, "#444444")
            put(canvas, left + 60, 80, sheet.source.huvudman, self.display.bold, 13)
            put(canvas, left + 60, 97, sheet.source.organ, self.display.regular, 11)
            return
        put_centred(
            canvas, PAGE_WIDTH / 2, PAGE_HEIGHT - 44, str(sheet.number), self.text.regular, 10
        )

    def opening(self, story: Story, source: Source) -> None:
        """The title page."""
        if is_letter(source):
            if source.title:
                story.heading(self.paragraph(source.title, self.text.italic, after=10))
            return
        title = document_title(source)
        story.heading(
            self.paragraph(title, self.display.bold, size=24, leading=30, after=10),
            self.paragraph(
                long_date(source).split(" den ")[1], self.display.regular, size=12, after=140
            ),
        )
        front = tuple(row for row in source.front if row.label not in TITLE_LABELS)
        self.front_rows(story, replace(source, front=front))
        story.page_break()

    def story(self, source: Source, marks: Marks, found: Marks) -> list[Flowable]:
        """Title page, contents, chapters with their sections, appendices."""
        if is_letter(source):
            return super().story(source, marks, found)
        story = Story(self.width)
        self.opening(story, source)
        if source.toc:
            self.contents(story, source, marks)
        self.blocks(story, source.preamble)
        for index, chapter in enumerate(source.items, start=1):
            title = numbered(f"{index}", chapter.title)
            story.heading(
                Anchor(f"item-{index}", title, 0, found),
                self.paragraph(title, self.display.bold, size=16, leading=20, before=18, after=6),
            )
            self._sections(story, index, chapter.blocks, found)
            story.end()
        for index, appendix in enumerate(source.appendices):
            story.page_break()
            story.heading(Anchor(f"appendix-{index}", appendix.title, 0, found))
            story.heading(*self.appendix_heading(appendix))
            self.blocks(story, appendix.blocks)
        story.end()
        return story.flowables

    def item_heading(self, item: Item) -> list[Flowable]:
        """The title of a letter."""
        return [self.paragraph(item.title, self.display.bold, size=16, leading=20, after=12)]

    def item_label(self, item: Item) -> str:
        """A letter has no number."""
        return ""

    def contents(self, story: Story, source: Source, marks: Marks) -> None:
        """Chapters and sections with their pages."""
        story.heading(self.paragraph("Innehåll", self.display.bold, size=16, leading=20, after=12))
        for index, chapter in enumerate(source.items, start=1):
            page = marks.pages.get(f"item-{index}", 1)
            self._contents_line(story, *_parted(numbered(f"{index}", chapter.title)), page, 22)
            for place, section in enumerate(_headings(chapter.blocks), start=1):
                page = marks.pages.get(f"item-{index}-{place}", 1)
                label = numbered(f"{index}.{place}", section.text)
                self._contents_line(story, "", label, page, 22)
        for index, appendix in enumerate(source.appendices):
            page = marks.pages.get(f"appendix-{index}", 1)
            self._contents_line(story, "", appendix.title, page, 0)
        story.page_break()

    def _sections(
        self, story: Story, chapter: int, blocks: tuple[Block, ...], found: Marks
    ) -> None:
        place, start = 0, 0
        for at, block in enumerate(blocks):
            if not (isinstance(block, Heading) and block.level == 2):
                continue
            self.blocks(story, blocks[start:at])
            place, start = place + 1, at + 1
            title = numbered(f"{chapter}.{place}", block.text)
            story.heading(
                Anchor(f"item-{chapter}-{place}", title, 1, found),
                self.paragraph(title, self.display.bold, size=12.5, leading=16, before=10, after=3),
            )
        self.blocks(story, blocks[start:])


def is_letter(source: Source) -> bool:
    """Whether a handling is too small for a title page."""
    return len(source.items) == 1 and not source.front


def document_title(source: Source) -> str:
    """The title in the front matter, else the one on the front page, else the body's name."""
    if source.title:
        return source.title
    if is_letter(source):
        return source.items[0].title
    for row in source.front:
        if row.label in TITLE_LABELS and row.values:
            return row.values[0]
    return source.organ


def numbered(number: str, heading: str) -> str:
    """The heading with its number, unless it is written with one.

    >>> numbered("2", "Iakttagelser"), numbered("2", "2. Iakttagelser")
    ('2 Iakttagelser', '2. Iakttagelser')
    """
    return heading if heading[0].isdigit() else f"{number} {heading}"


def _parted(heading: str) -> tuple[str, str]:
    number, _, title = heading.partition(" ")
    return number, title


def _headings(blocks: tuple[Block, ...]) -> list[Heading]:
    return [block for block in blocks if isinstance(block, Heading) and block.level == 2]
