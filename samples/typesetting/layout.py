"""What all layouts share: body text, lists, tables, front page rows, appendices, contents."""

from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, Paragraph

from typesetting.fonts import HELVETICA, VERA, Family
from typesetting.frontpage import FrontStyle, front_grid, signature_lines
from typesetting.furniture import Anchor, ContentsLine, Marks
from typesetting.hyphenation import SHORTEST_WORD, hyphenate
from typesetting.page import PAGE_WIDTH, Margins, Sheet
from typesetting.source import (
    Appendix,
    Block,
    Entry,
    Heading,
    Item,
    PageBreak,
    Rows,
    Rule,
    Source,
    Text,
)
from typesetting.story import Story
from typesetting.tables import ruled_table

BULLET = "•"


class Layout:
    """A plain layout; subclasses say where a template differs from it."""

    text: Family = HELVETICA
    display: Family = HELVETICA
    size = 10.5
    leading = 14.0
    margins = Margins(left=70, right=70, top=110, bottom=90, first_top=110)
    paragraph_gap = 14.0
    point_gap = 14.0
    bullet_gap = 0.0
    bullet = BULLET
    hanging = 0.0
    justified = False
    hyphenated = False
    dashes = "-------------"
    table_size = 9.0
    front_label_width = 120.0
    front_size = 0.0
    front_lines = False
    front_columns = False
    signed = False
    item_on_new_page = False

    @property
    def width(self) -> float:
        """The width of the text column."""
        return float(PAGE_WIDTH) - self.margins.left - self.margins.right

    # What a template draws for itself.

    def first_top(self, source: Source) -> float:
        """Where the text of the first page begins."""
        return self.margins.first_top

    def decorate(self, canvas: Canvas, sheet: Sheet) -> None:
        """Draw head and foot of a page."""

    def opening(self, story: Story, source: Source) -> None:
        """Add what stands before the first item."""
        if source.front:
            self.front_rows(story, source)
            if self.signed:
                signatures = signature_lines(source.front, self.front_style)
                if signatures:
                    story.add(KeepTogether(signatures), 0)
            story.page_break()

    def has_contents(self, source: Source) -> bool:
        """Whether a list of contents follows the front page."""
        return bool(source.toc)

    def item_heading(self, item: Item) -> list[Flowable]:
        """The head of an item."""
        raise NotImplementedError

    def section_heading(self, text: str) -> Flowable:
        """The heading of a section."""
        return self.paragraph(text, self.text.bold)

    def lesser_heading(self, text: str) -> Flowable:
        """A heading inside a section."""
        return self.paragraph(text, self.text.bold, size=self.size - 0.5)

    def item_label(self, item: Item) -> str:
        """How an item is called in contents and outline."""
        return f"§ {item.number}"

    # What templates have in common.

    def story(self, source: Source, marks: Marks, found: Marks) -> list[Flowable]:
        """The whole document; `marks` come from the pass before, `found` is for the next."""
        story = Story(self.width)
        self.opening(story, source)
        if self.has_contents(source):
            self.contents(story, source, marks)
        self.blocks(story, source.preamble)
        for index, item in enumerate(source.items):
            if index and self.item_on_new_page:
                story.page_break()
            level = 0 if source.outline else None
            title = f"{self.item_label(item)} {item.title}".lstrip()
            story.heading(Anchor(f"item-{index}", title, level, found), *self.item_heading(item))
            self.blocks(story, item.blocks)
            story.end()
        for index, appendix in enumerate(source.appendices):
            story.page_break()
            level = 0 if source.outline else None
            story.heading(Anchor(f"appendix-{index}", appendix.title, level, found))
            story.heading(*self.appendix_heading(appendix))
            self.blocks(story, appendix.blocks)
        story.end()
        return story.flowables

    def style(
        self,
        font: str = "",
        *,
        size: float = 0,
        leading: float = 0,
        before: float = 0,
        after: float = 0,
        indent: float = 0,
        colour: str = "black",
        alignment: int = TA_LEFT,
    ) -> ParagraphStyle:
        """A paragraph style that differs from the body text as given."""
        size = size or self.size
        return ParagraphStyle(
            "style",
            fontName=font or self.text.regular,
            fontSize=size,
            leading=leading or max(self.leading, size * 1.2),
            spaceBefore=before,
            spaceAfter=after,
            leftIndent=indent,
            bulletFontName=font or self.text.regular,
            bulletFontSize=size,
            textColor=colour,
            alignment=alignment,
            allowWidows=1,
            allowOrphans=0,
            embeddedHyphenation=1,
            splitLongWords=0,
        )

    def paragraph(self, text: str, font: str = "", *, mark: str = "", **style: object) -> Flowable:
        """A paragraph in a style of its own, with `mark` hanging at its left if given."""
        made = self.style(font, **style)  # type: ignore[arg-type]
        return Paragraph(inline(text), made, bulletText=mark or None)

    def body_style(self, after: float, indent: float = 0) -> ParagraphStyle:
        """The style of running text."""
        style = self.style(after=after, indent=indent)
        if self.justified:
            style.alignment = TA_JUSTIFY
        if self.hyphenated:
            style.hyphenationLang = hyphenate
            style.hyphenationMinWordLength = SHORTEST_WORD
        return style

    def blocks(self, story: Story, blocks: tuple[Block, ...]) -> None:
        """Add the blocks of an item."""
        room = 2 * self.leading
        addressed = False
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            match block:
                case Heading(level=2):
                    addressed = is_address_list(block.text)
                    story.heading(self.section_heading(block.text))
                case Heading():
                    story.heading(self.lesser_heading(block.text))
                case Text():
                    joint = "<br/>" if addressed else " "
                    text = joint.join(inline(line) for line in block.lines)
                    story.add(Paragraph(text, self.body_style(self.paragraph_gap)), room)
                case Entry():
                    gap = self.bullet_gap if block.number is None else self.point_gap
                    if not isinstance(following, Entry):
                        gap = self.paragraph_gap
                    story.add(self.entry(block, gap), room)
                case Rows():
                    story.add(self.table(block), 4 * self.leading)
                case Rule():
                    story.add(self.paragraph(self.dashes), 0)
                case PageBreak():
                    story.page_break()

    def entry(self, entry: Entry, gap: float) -> Flowable:
        """A numbered point or a bullet, hanging if the template does so."""
        mark = f"{entry.number}." if entry.number else self.bullet
        style = self.body_style(gap, indent=self.hanging)
        if not self.hanging:
            return Paragraph(inline(f"{mark} {entry.text}"), style)
        if mark == BULLET:
            style.bulletFontName = VERA.regular
        return Paragraph(inline(entry.text), style, bulletText=mark)

    def table(self, block: Rows) -> Flowable:
        """A ruled table."""
        style = self.style(size=self.table_size, leading=self.table_size * 1.25)
        return ruled_table(block.rows, self.width, style, self.text.bold)

    def front_rows(self, story: Story, source: Source) -> None:
        """Add the grid of labels and values."""
        if source.front:
            story.add(front_grid(source.front, self.front_style, self.width), 0)

    @property
    def front_style(self) -> FrontStyle:
        """How the front page looks."""
        return FrontStyle(
            self.text,
            self.front_size or self.size,
            self.front_label_width,
            self.front_lines,
            self.front_columns,
        )

    def contents(self, story: Story, source: Source, marks: Marks) -> None:
        """Add the list of contents, with the pages found in the pass before."""
        story.heading(self.paragraph("Innehållsförteckning", self.display.bold, size=15, after=12))
        for index, item in enumerate(source.items):
            page = marks.pages.get(f"item-{index}", 1)
            self._contents_line(story, self.item_label(item), item.title, page)
        for index, appendix in enumerate(source.appendices):
            page = marks.pages.get(f"appendix-{index}", 1)
            self._contents_line(story, "", appendix.title, page)
        story.page_break()

    def _contents_line(
        self, story: Story, number: str, title: str, page: int, indent: float = 44
    ) -> None:
        line = ContentsLine(number, title, page, self.text.regular, self.size, indent)
        story.add(line, self.leading)

    def appendix_heading(self, appendix: Appendix) -> list[Flowable]:
        """The head of an appendix."""
        heading = self.paragraph(
            appendix.title, self.display.bold, size=self.size + 1.5, after=self.leading / 2
        )
        return [heading]


def inline(text: str) -> str:
    """Text for a paragraph, its bullets in the one font that keeps them readable for machines."""
    return escape(text).replace(BULLET, f'<font name="{VERA.regular}">{BULLET}</font>')


def is_address_list(heading: str) -> bool:
    """Whether a section names those who get the decision, one a line."""
    return heading.lower().endswith((" till", "sändlista"))
