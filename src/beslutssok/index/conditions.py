"""Filters as SQL conditions. Values are always parameters, never part of the SQL."""

from beslutssok.domain import Filters
from beslutssok.index.parties import party_letters
from beslutssok.index.rows import compared, compared_case, compared_number

ITS_MEETING = "JOIN meetings m ON m.id = p.meeting LEFT JOIN items i ON i.id = p.item"
PASSAGES = f"passages p {ITS_MEETING}"
ITEMS = "items i JOIN meetings m ON m.id = i.meeting"
ITS_FILE = "JOIN documents d ON d.id = m.document"
"""Goes after :data:`PASSAGES` or :data:`ITEMS` where the document's columns are wanted."""


def passage_condition(filters: Filters) -> tuple[str, list[str]]:
    """Give a condition over :data:`PASSAGES` with its parameters; ``"1"`` when nothing limits."""
    conditions, parameters = _about_item(filters)
    for condition, value in _about_passage(filters):
        conditions.append(condition)
        parameters.append(value)
    return " AND ".join(conditions) or "1", parameters


def item_condition(filters: Filters) -> tuple[str, list[str]]:
    """Give a condition over :data:`ITEMS`: the items that have a passage the filters leave."""
    conditions, parameters = _about_item(filters)
    inner = _about_passage(filters)
    if inner:
        wanted = " AND ".join(condition for condition, _ in inner)
        conditions.append(f"EXISTS (SELECT 1 FROM passages p WHERE p.item = i.id AND {wanted})")
        parameters.extend(value for _, value in inner)
    return " AND ".join(conditions) or "1", parameters


def _about_item(filters: Filters) -> tuple[list[str], list[str]]:
    candidates = (
        ("m.huvudman_key = ?", filters.huvudman and compared(filters.huvudman)),
        ("m.organ_key = ?", filters.organ and compared(filters.organ)),
        ("m.date >= ?", filters.date_from and filters.date_from.isoformat()),
        ("m.date <= ?", filters.date_to and filters.date_to.isoformat()),
        ("m.kind = ?", filters.document_kind and filters.document_kind.value),
        ("i.case_key = ?", filters.case_number and compared_case(filters.case_number)),
        ("i.number_key = ?", filters.item_number and compared_number(filters.item_number)),
    )
    chosen = [(condition, value) for condition, value in candidates if value]
    return [condition for condition, _ in chosen], [value for _, value in chosen]


def _about_passage(filters: Filters) -> list[tuple[str, str]]:
    conditions = []
    if filters.section is not None:
        conditions.append(("p.section = ?", filters.section.value))
    if filters.party:
        conditions.append(
            (
                "EXISTS (SELECT 1 FROM passage_parties q WHERE q.passage = p.id AND q.party = ?)",
                party_letters(filters.party),
            )
        )
    return conditions
