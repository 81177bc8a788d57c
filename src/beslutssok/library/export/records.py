"""The rows of the index as records: a value for each column of their table, the citation first."""

from collections.abc import Callable, Iterator

from beslutssok.domain import Case, DocumentKind, Filters, Hit, StepLink
from beslutssok.errors import CitationNotFound
from beslutssok.index.document_rows import case_numbers
from beslutssok.index.flat_row import Connection, FlatRow, Value
from beslutssok.library.export.schema import Record, Table
from beslutssok.library.export.tables import MISSING_STEP
from beslutssok.search.citations import render_citation

History = Callable[[str], Case]


def read_records(
    connection: Connection, table: Table, filters: Filters, history: History
) -> Iterator[Record]:
    """Give the records of a table, one by one; ``history`` tells of the case of a number."""
    if table.rows is not None:
        yield from map(as_record, table.rows(connection, filters))
        return
    for number in case_numbers(connection, filters):
        try:
            case = history(number)
        except CitationNotFound:  # the index has changed meanwhile
            continue
        yield from map(as_record, step_rows(case))


def as_record(row: FlatRow) -> Record:
    """Give the values of a row in the order of its table's columns; empty text is nothing."""
    where = (
        cite_row(row),
        row.item_id,
        row.huvudman,
        row.organ,
        row.date,
        row.document_kind.value,
        row.item_number,
        row.item_title,
        row.case_number,
        row.page,
        row.file,
        row.sha256,
    )
    return tuple(None if value == "" else value for value in (*where, *row.values))


def cite_row(row: FlatRow) -> str:
    """The citation of a row: as for a passage, or of the meeting or document outside every item."""
    if row.citation:
        return row.citation
    if row.item_id is not None:
        return render_citation(row)
    kind = row.document_kind
    suffix = "" if kind is DocumentKind.MINUTES else f", {kind.value}"
    named = f"{row.organ} {row.date.isoformat() if row.date else 'odaterat'}"
    if kind is DocumentKind.OTHER or not row.organ:
        named = row.document_title or row.file
    return f"{named} (s. {row.page}{suffix})"


def step_rows(case: Case) -> Iterator[FlatRow]:
    """The steps of a case in order of time, and those that are referred to but not there."""
    told: list[tuple[str, Hit, tuple[Value, ...]]] = []
    for step in case.steps:
        kind, outcome, link = step.kind.value, step.outcome.value, step.link.value
        own: tuple[Value, ...] = (kind, outcome, link, step.hit.text, True, None)
        told.append((str(step.hit.date or ""), step.hit, own))
    for missing in case.missing:
        day = str(missing.date or missing.year or "")
        sign = f"§ {missing.number}" if missing.number else ""
        named = " ".join(filter(None, (missing.organ, day, sign)))
        link, text = StepLink.REFERENCE.value, missing.text
        told.append((day, missing.told_by, (MISSING_STEP, None, link, text, False, named)))
    told.sort(key=lambda step: step[0])
    for number, (_, hit, own) in enumerate(told, start=1):
        yield row_of_hit(hit, (number, *own), case.case_number)


def row_of_hit(hit: Hit, values: tuple[Value, ...], case_number: str = "") -> FlatRow:
    """Make a row about the passage of a hit."""
    return FlatRow(
        item_id=hit.item_id or None,
        item_number=hit.item_number,
        item_title=hit.item_title,
        case_number=case_number or hit.case_number,
        huvudman=hit.huvudman,
        organ=hit.organ,
        date=hit.date,
        document_kind=hit.document_kind,
        document_title="",
        file=hit.file,
        sha256=hit.sha256,
        page=hit.page,
        values=values,
        citation=hit.citation,
    )
