"""What an export wrote, as JSON and as text for people."""

from collections.abc import Sequence
from typing import Any

from beslutssok.app.ink import PLAIN, Ink
from beslutssok.app.plain_text import WIDTH, clean_line, join_blocks
from beslutssok.app.wording import count_of
from beslutssok.library.export import ExportedTable

ROW = ("rad", "rader")
TABLE = ("tabell", "tabeller")


def exported_form(tables: Sequence[ExportedTable]) -> list[dict[str, Any]]:
    """The tables that were written."""
    return [
        {"table": table.name, "rows": table.rows, "path": str(table.path or "")} for table in tables
    ]


def render_exported(tables: Sequence[ExportedTable], width: int = WIDTH, ink: Ink = PLAIN) -> str:
    """List the tables that were written, with how many rows each has."""
    heading = ink.strong(f"{count_of(len(tables), TABLE)} skrivna")
    longest = max(len(count_of(table.rows, ROW)) for table in tables)
    lines = [
        f"  {count_of(table.rows, ROW).rjust(longest)}  {clean_line(str(table.path))}"
        for table in tables
    ]
    return join_blocks([heading, *lines])
