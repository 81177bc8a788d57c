"""Hits or a case at hand as a file to take away, with the same columns as the tables."""

import io
from collections.abc import Iterable
from enum import StrEnum

from beslutssok.domain import Case, Hit
from beslutssok.library.export.formats import write_csv, write_json_array
from beslutssok.library.export.records import as_record, row_of_hit, step_rows
from beslutssok.library.export.schema import Record, Table
from beslutssok.library.export.tables import CASE_STEPS, HITS


class HandedFormat(StrEnum):
    """The form of a file to take away; the value is also its suffix."""

    CSV = "csv"
    JSON = "json"


def export_hits(hits: Iterable[Hit], form: HandedFormat = HandedFormat.CSV) -> bytes:
    """Write hits in their order: CSV as in an export, or a JSON array."""
    rows = (
        row_of_hit(
            hit,
            (
                hit.rank,
                hit.outcome.value,
                hit.section.value,
                hit.section_heading,
                hit.point,
                hit.text,
                hit.ocr,
                hit.id,
            ),
        )
        for hit in hits
    )
    return _written(HITS, map(as_record, rows), form)


def export_case(case: Case, form: HandedFormat = HandedFormat.CSV) -> bytes:
    """Write the steps of a case, with those that are missing, as ``case_steps`` has them."""
    return _written(CASE_STEPS, map(as_record, step_rows(case)), form)


def _written(table: Table, records: Iterable[Record], form: HandedFormat) -> bytes:
    if form is HandedFormat.JSON:
        return write_json_array(table.columns, records)
    stream = io.BytesIO()
    write_csv(table.columns, records, stream)
    return stream.getvalue()
