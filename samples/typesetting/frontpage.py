"""The front page of minutes: who was there, and lines for those who sign."""

from dataclasses import dataclass
from itertools import zip_longest
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable, Paragraph, Table

from typesetting.fonts import Family
from typesetting.furniture import SignatureLine
from typesetting.source import FrontRow

MANY_VALUES = 10
LABEL_GAP = 8
LEADING = 1.28
SIGNING_ROLES = ("Sekreterare", "Ordförande", "Justerare", "Justerande")


@dataclass(frozen=True, slots=True)
class FrontStyle:
    """How a template shows its front page."""

    family: Family
    size: float
    label_width: float
    ruled: bool
    two_columns: bool

    def paragraph_style(self, font: str) -> ParagraphStyle:
        """Lines set close."""
        return ParagraphStyle(
            "front", fontName=font, fontSize=self.size, leading=self.size * LEADING
        )


def front_grid(rows: tuple[FrontRow, ...], style: FrontStyle, width: float) -> Table:
    """Labels and values, each line a row of the table so that it may break anywhere."""
    lines: list[tuple[str, ...]] = []
    tops: list[int] = []
    for row in rows:
        tops.append(len(lines))
        lines.extend(_row_lines(row, style))
    columns = max(len(line) for line in lines)
    commands: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    for top in tops:
        commands.append(("TOPPADDING", (0, top), (-1, top), 4))
        if top:
            commands.append(("BOTTOMPADDING", (0, top - 1), (-1, top - 1), 3))
        if style.ruled:
            commands.append(("LINEABOVE", (0, top), (-1, top), 0.5, "black"))
    label_style = style.paragraph_style(style.family.bold)
    value_style = style.paragraph_style(style.family.regular)
    cells: list[list[Flowable | str]] = []
    for number, (label, *values) in enumerate(lines):
        shown = [Paragraph(escape(value), value_style) for value in values]
        cells.append([Paragraph(escape(label), label_style), *shown])
        if len(values) < columns - 1:
            commands.append(("SPAN", (len(values), number), (-1, number)))
            cells[-1].extend([""] * (columns - 1 - len(values)))
    value_width = (width - style.label_width) / (columns - 1)
    widths = [style.label_width] + [value_width] * (columns - 1)
    return Table(cells, colWidths=widths, style=commands, hAlign="LEFT", spaceAfter=12)


def signature_lines(rows: tuple[FrontRow, ...], style: FrontStyle) -> list[Flowable]:
    """A heading and a line to sign on for each whom the front page names in a signing role."""
    named = [row for row in rows if row.label in SIGNING_ROLES]
    if not named:
        return []
    named.sort(key=lambda row: SIGNING_ROLES.index(row.label))
    paragraphs = next((row.values[0] for row in rows if row.label == "Paragrafer"), "")
    lines: list[Flowable] = [Paragraph("Underskrifter", style.paragraph_style(style.family.bold))]
    for row in named:
        for name in row.values:
            shown = paragraphs if len(lines) == 1 else ""
            font, indent = style.family.regular, style.label_width
            lines.append(SignatureLine(row.label, name, shown, font, style.size, indent))
    return lines


def _row_lines(row: FrontRow, style: FrontStyle) -> list[tuple[str, ...]]:
    """Label and values line by line: a long label takes several, many values two columns."""
    values = row.values or ("",)
    if len(values) == 1:
        return [(row.label, *values)]
    columns = [values]
    if style.two_columns and len(values) >= MANY_VALUES:
        half = (len(values) + 1) // 2
        columns = [values[:half], values[half:]]
    label = simpleSplit(row.label, style.family.bold, style.size, style.label_width - LABEL_GAP)
    return list(zip_longest(label, *columns, fillvalue=""))
