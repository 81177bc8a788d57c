"""Ruled tables whose columns fit what stands in them."""

from itertools import zip_longest
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, Table

CELL_PADDING = 4.0
ROW_PADDING = 2.5
TABLE_SPACE = {"spaceBefore": 4, "spaceAfter": 10}
BASE_COMMANDS: list[tuple[object, ...]] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), CELL_PADDING),
    ("RIGHTPADDING", (0, 0), (-1, -1), CELL_PADDING),
]
WIDTH_SLACK = 1.5
FIGURE_CHARACTERS = frozenset("0123456789 ,.%–-+")
VOTES = ("Ja", "Nej", "Avstår")
VOTE_MARK = "X"


def ruled_table(
    rows: tuple[tuple[str, ...], ...], width: float, text_style: ParagraphStyle, head_font: str
) -> Table:
    """A table with lines around each cell and a head repeated on each page."""
    widths = column_widths(rows, width, text_style.fontName, head_font, text_style.fontSize)
    styles = [_cell_style(column, text_style) for column in zip(*rows, strict=True)]
    cells = [_head(rows[0], text_style, head_font)]
    cells += [
        [Paragraph(escape(cell), style) for cell, style in zip(row, styles, strict=True)]
        for row in rows[1:]
    ]
    commands = [
        *BASE_COMMANDS,
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("BACKGROUND", (0, 0), (-1, 0), "#e6e6e6"),
        ("TOPPADDING", (0, 0), (-1, -1), ROW_PADDING),
        ("BOTTOMPADDING", (0, 0), (-1, -1), ROW_PADDING),
    ]
    return Table(
        cells, colWidths=widths, style=commands, repeatRows=1, hAlign="LEFT", **TABLE_SPACE
    )


def breaking_table(
    rows: tuple[tuple[str, ...], ...],
    width: float,
    text_style: ParagraphStyle,
    head_font: str,
    head_colour: str,
) -> Table:
    """A ruled table as wide as the column, whose rows may break over pages.

    Each line of text is a row of its own to reportlab, and only the first has a line above it.
    """
    widths = column_widths(rows, width, text_style.fontName, head_font, text_style.fontSize)
    widths[widths.index(max(widths))] += max(width - sum(widths), 0)
    cells: list[list[Paragraph | str]] = [_head(rows[0], text_style, head_font)]
    commands = [
        *BASE_COMMANDS,
        ("BOX", (0, 0), (-1, -1), 0.5, "black"),
        ("LINEAFTER", (0, 0), (-2, -1), 0.5, "black"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black"),
        ("BACKGROUND", (0, 0), (-1, 0), head_colour),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, 0), ROW_PADDING),
        ("BOTTOMPADDING", (0, 0), (-1, 0), ROW_PADDING),
    ]
    for row in rows[1:]:
        top = len(cells)
        broken = [
            simpleSplit(cell, text_style.fontName, text_style.fontSize, room - 2 * CELL_PADDING)
            for cell, room in zip(row, widths, strict=True)
        ]
        for line in zip_longest(*broken, fillvalue=""):
            cells.append([Paragraph(escape(part), text_style) if part else "" for part in line])
        commands += [
            ("LINEABOVE", (0, top), (-1, top), 0.5, "black"),
            ("TOPPADDING", (0, top), (-1, top), ROW_PADDING),
            ("BOTTOMPADDING", (0, len(cells) - 1), (-1, len(cells) - 1), ROW_PADDING),
        ]
    return Table(
        cells, colWidths=widths, style=commands, repeatRows=1, hAlign="LEFT", **TABLE_SPACE
    )


def _head(row: tuple[str, ...], text_style: ParagraphStyle, font: str) -> list[Paragraph | str]:
    style = ParagraphStyle("head", parent=text_style, fontName=font)
    return [Paragraph(escape(cell), style) for cell in row]


def column_widths(
    rows: tuple[tuple[str, ...], ...], width: float, font: str, head_font: str, size: float
) -> list[float]:
    """Natural widths if they fit in `width`, else as much of them as there is room for."""
    padding = 2 * CELL_PADDING + WIDTH_SLACK
    longest_word, natural = [], []
    for column in zip(*rows, strict=True):
        faces = [head_font] + [font] * (len(column) - 1)
        pairs = list(zip(column, faces, strict=True))
        natural.append(max(stringWidth(cell, face, size) for cell, face in pairs) + padding)
        words = [(word, face) for cell, face in pairs for word in _unbroken(cell)]
        longest_word.append(max(stringWidth(word, face, size) for word, face in words) + padding)
    if sum(natural) <= width:
        return natural
    spare = width - sum(longest_word)
    if spare <= 0:
        return [word * width / sum(longest_word) for word in longest_word]
    wish = sum(natural) - sum(longest_word)
    return [
        word + (full - word) * spare / wish
        for word, full in zip(longest_word, natural, strict=True)
    ]


def _unbroken(cell: str) -> list[str]:
    """The parts of a cell that stand on one line each; a figure with spaces is one of them."""
    return [cell] if _is_figure(cell) else cell.split()


def _is_figure(cell: str) -> bool:
    return set(cell) <= FIGURE_CHARACTERS


def _cell_style(column: tuple[str, ...], style: ParagraphStyle) -> ParagraphStyle:
    filled = [cell for cell in column[1:] if cell]
    if VOTE_MARK in filled or column[0] in VOTES:
        return ParagraphStyle("mark", parent=style, alignment=TA_CENTER)
    if filled and all(_is_figure(cell) for cell in filled):
        return ParagraphStyle("figure", parent=style, alignment=TA_RIGHT)
    return style
