"""Decided and proposed points as rows of flat tables; no proposal is ever among the decided."""

import re
import sqlite3
from collections.abc import Iterator

from beslutssok.domain import Filters
from beslutssok.index.flat_row import (
    ITEM_COLUMNS,
    MEETING_COLUMNS,
    OF_ITEM,
    OWN,
    Fetched,
    FlatRow,
    fetch_by_meeting,
    make_row,
    text_of,
)

LONGEST_LEAD_IN = 200
_LEADS_IN = re.compile(
    r"(?::|\batt|\bföljande|\bbeslutar?|\bföreslår(?:\s\w+)?)\s*$", re.IGNORECASE
)
_RECORDS = "m.kind IN ('protokoll', 'protokollsutdrag')"


def decision_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each decided point of minutes and extracts, with the line that leads in to it.

    A line that leads in to nothing decided is a row of its own.
    """
    condition = f"p.section = 'beslut' AND {_RECORDS} AND i.outcome != 'förslag'"
    waiting: Fetched | None = None
    lead_in: str | None = None
    item: object = None
    for fetched in _points(connection, filters, condition):
        if fetched[0] != item:
            if waiting is not None:
                yield _decision(waiting, None)
            item, waiting, lead_in = fetched[0], None, None
        text = str(fetched[OWN + 3])
        if leads_in(text, text_of(fetched[OWN + 2])):
            if waiting is not None:
                yield _decision(waiting, None)
            waiting, lead_in = fetched, text
        else:
            waiting = None
            yield _decision(fetched, lead_in)
    if waiting is not None:
        yield _decision(waiting, None)


def proposal_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each proposed point, in minutes too; what an agenda calls a decision is one."""
    condition = f"(p.section = 'forslag' OR (p.section = 'beslut' AND NOT {_RECORDS}))"
    for fetched in _points(connection, filters, condition):
        outcome, heading, point, text, ocr = fetched[OWN:]
        yield make_row(fetched, (outcome, heading, point, text, bool(ocr)), str(heading), point)


def leads_in(text: str, point: str | None) -> bool:
    """Whether a paragraph only leads in to the points after it.

    >>> leads_in("Enligt kommunstyrelsens förslag:", None), leads_in("Motionen avslås.", None)
    (True, False)
    """
    return point is None and len(text) <= LONGEST_LEAD_IN and bool(_LEADS_IN.search(text))


def _points(connection: sqlite3.Connection, filters: Filters, condition: str) -> Iterator[Fetched]:
    query = (
        f"SELECT {ITEM_COLUMNS}, {MEETING_COLUMNS}, p.page, i.outcome, p.heading, p.point, p.text,"
        f" p.ocr {OF_ITEM} JOIN passages p ON p.item = i.id WHERE {condition}"
    )
    return fetch_by_meeting(connection, filters, query, "i.position, p.id")


def _decision(fetched: Fetched, lead_in: str | None) -> FlatRow:
    outcome, heading, point, text, ocr = fetched[OWN:]
    values = (outcome, heading, point, lead_in, text, bool(ocr))
    return make_row(fetched, values, str(heading), point)
