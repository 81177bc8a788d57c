"""Records as CSV, JSON lines or Parquet, written one by one or in batches, never held whole."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import BinaryIO

from beslutssok.library.export.schema import Column, Record

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
SEPARATOR = ";"
# A sign of full width is as good as a plain one to some spreadsheets.
_FORMULA_SIGNS = (*"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20", "'")
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


class ExportFormat(StrEnum):
    """The form of exported files; the value is also their suffix."""

    CSV = "csv"
    JSON_LINES = "jsonl"
    PARQUET = "parquet"


def write_csv(columns: Iterable[Column], records: Iterable[Record], stream: BinaryIO) -> int:
    """Write records as CSV that Excel in Sweden, R and pandas read, and give their number.

    UTF-8 with a byte order mark, semicolons, CRLF between records; a line break within a cell is
    a bare LF, and the cell is quoted.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text, delimiter=SEPARATOR)
    writer.writerow([column.name for column in columns])
    count = 0
    for record in records:
        writer.writerow([as_cell(value) for value in record])
        count += 1
    text.flush()
    text.detach()
    return count


def as_cell(value: object) -> str:
    r"""A value as the text of a CSV cell that no spreadsheet takes for a formula.

    Text that begins as a formula, or with an apostrophe, gets an apostrophe in front; who takes
    one away from each cell that begins with one has the text as it was. Nothing is an empty cell.

    >>> as_cell("=1+1"), as_cell("'s-Hertogenbosch"), as_cell("- buss\r\n- tåg"), as_cell(None)
    ("'=1+1", "''s-Hertogenbosch", "'- buss\n- tåg", '')
    >>> as_cell(True), as_cell(date(2024, 12, 10)), as_cell(12)
    ('true', '2024-12-10', '12')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    guard = "'" if value.startswith(_FORMULA_SIGNS) else ""
    return guard + value.replace("\r\n", "\n").replace("\r", "\n")


def write_json_lines(columns: Iterable[Column], records: Iterable[Record], stream: BinaryIO) -> int:
    """Write records as a JSON object a line, UTF-8, and give their number; nothing is ``null``."""
    names = [column.name for column in columns]
    count = 0
    for line in _json_lines(names, records):
        stream.write(line)
        count += 1
    return count


def write_json_array(columns: Iterable[Column], records: Iterable[Record]) -> bytes:
    """Write records as one JSON array of objects, UTF-8."""
    lines = _json_lines([column.name for column in columns], records)
    return b"[\n" + b",\n".join(line.rstrip(b"\n") for line in lines) + b"\n]\n"


def _json_lines(names: list[str], records: Iterable[Record]) -> Iterator[bytes]:
    for record in records:
        values = [value.isoformat() if isinstance(value, date) else value for value in record]
        line = json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False)
        # Some readers take these for the end of a line as well.
        escaped = _LINE_ENDS.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
        yield f"{escaped}\n".encode()
