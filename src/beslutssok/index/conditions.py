"""Filters as SQL conditions. Values are always parameters, never part of the SQL."""

from collections.abc import Iterable, Sequence
from datetime import date

from beslutssok.domain import Filters
from beslutssok.index.parties import party_letters
from beslutssok.index.rows import compared, compared_case, compared_number

PASSAGES = "passages p JOIN meetings m ON m.id = p.meeting LEFT JOIN items i ON i.id = p.item"
ITEMS = "items i JOIN meetings m ON m.id = i.meeting"
ITS_FILE = "JOIN documents d ON d.id = m.document"
"""Goes after :data:`PASSAGES` or :data:`ITEMS` where the document's columns are wanted."""

_MEETINGS = "SELECT m.id FROM meetings m"

# With the values of its parameters.
_Condition = tuple[str, list[str]]


def passage_condition(filters: Filters) -> tuple[str, list[str]]:
    """Give a condition over ``passages p`` with its parameters; ``"1"`` when nothing limits."""
    if filters.case_number or filters.item_number:
        around = _among("p.item", f"SELECT i.id FROM {ITEMS}", _about_item(filters))
    else:
        around = _among("p.meeting", _MEETINGS, _about_meeting(filters))
    return _all((*around, *_about_passage(filters)))


def item_condition(filters: Filters) -> tuple[str, list[str]]:
    """Give a condition over :data:`ITEMS`: the items that have a passage the filters leave."""
    having = _among("i.id", "SELECT p.item FROM passages p", _about_passage(filters))
    return _all((*_about_item(filters), *having))


def _all(conditions: Iterable[_Condition]) -> _Condition:
    held = tuple(conditions)
    joined = " AND ".join(condition for condition, _ in held)
    return joined or "1", [value for _, values in held for value in values]


def _among(column: str, query: str, conditions: Sequence[_Condition]) -> list[_Condition]:
    """That a query with conditions, if there are any, gives what stands in a column.

    SQLite looks that up first; in a join it would read every passage to look up its meeting.
    """
    where, parameters = _all(conditions)
    return [(f"{column} IN ({query} WHERE {where})", parameters)] if conditions else []


def _about_meeting(filters: Filters) -> list[_Condition]:
    return _given(
        ("m.huvudman_key = ?", filters.huvudman and compared(filters.huvudman)),
        ("m.organ_key = ?", filters.organ and compared(filters.organ)),
        ("m.date >= ?", filters.date_from),
        ("m.date <= ?", filters.date_to),
        ("m.kind = ?", filters.document_kind),
    )


def _about_item(filters: Filters) -> list[_Condition]:
    return _among("m.id", _MEETINGS, _about_meeting(filters)) + _given(
        ("i.case_key = ?", filters.case_number and compared_case(filters.case_number)),
        ("i.number_key = ?", filters.item_number and compared_number(filters.item_number)),
    )


def _about_passage(filters: Filters) -> list[_Condition]:
    return _given(
        ("p.section = ?", filters.section),
        (
            "p.id IN (SELECT passage FROM passage_parties WHERE party = ?)",
            filters.party and party_letters(filters.party),
        ),
    )


def _given(*wanted: tuple[str, str | date | None]) -> list[_Condition]:
    return [(condition, [str(value)]) for condition, value in wanted if value]
