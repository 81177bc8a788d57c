"""Figures to take along: a table on the page, the same as a file within the link itself."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from urllib.parse import quote_from_bytes

from beslutssok.app.page.markup import show_inline, show_text

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what it says, and where it leads, if anywhere."""

    value: str | int
    address: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first cell of each row names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    file_name: str


def render_table(table: Table) -> str:
    """Show a table; one that is too wide for a phone can be moved sideways."""
    head = "".join(f'<th scope="col">{show_text(name)}</th>' for name in table.head)
    rows = "".join(f"<tr>{_render_row(row)}</tr>" for row in table.rows)
    name = show_text(table.caption)
    return (
        f'<div class="bs-table" role="region" tabindex="0" aria-label="{name}"><table>'
        f'<caption class="bs-hidden">{name}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def render_figures(table: Table, show: str, download: str) -> str:
    """Show a table on demand, and a link that saves it."""
    return (
        f'<div class="bs-figures"><details><summary>{show_text(show)}</summary>'
        f"{render_table(table)}</details>"
        f"{render_download(write_csv(table), table.file_name, 'text/csv', download)}</div>"
    )


def render_download(content: bytes, file_name: str, media_type: str, words: str) -> str:
    """Make a link that saves a small file; nothing more is asked of the server."""
    address = f"data:{media_type};charset=utf-8,{quote_from_bytes(content, safe='')}"
    return (
        f'<a class="bs-download" href="{address}" download="{show_text(file_name)}">'
        f"{show_text(words)}</a>"
    )


def write_csv(table: Table) -> bytes:
    """Write a table as Excel in Sweden opens it: semicolons, UTF-8 with a byte order mark.

    A text that a spreadsheet would take for a formula has an apostrophe in front.
    """
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_harmless, table.head))
    writer.writerows([_harmless(cell.value) for cell in row] for row in table.rows)
    return BYTE_ORDER_MARK + stream.getvalue().encode("utf-8", errors="replace")


def _harmless(value: str | int) -> str | int:
    if isinstance(value, str) and value.startswith(_BEGINS_FORMULA):
        return f"'{value}"
    return value


def _render_row(row: Sequence[Cell]) -> str:
    cells = []
    for place, cell in enumerate(row):
        number = isinstance(cell.value, int)
        shown = (
            f"{cell.value:,}".replace(",", "\N{NO-BREAK SPACE}")
            if isinstance(cell.value, int)
            else show_inline(cell.value)
        )
        if cell.address:
            shown = f'<a href="{show_text(cell.address)}">{shown}</a>'
        css = ' class="bs-number"' if number else ""
        tag = 'th scope="row"' if place == 0 else "td"
        cells.append(f"<{tag}{css}>{shown}</{tag.split()[0]}>")
    return "".join(cells)
