"""How filters are given to the façade: by keyword, in the user's writing."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypedDict

from beslutssok.domain import DocumentKind, Filters, SectionKind
from beslutssok.index.rows import storable
from beslutssok.parse import normalise_case_number


class FilterKeywords(TypedDict, total=False):
    """The fields of ``Filters`` as keyword arguments; one that is ``None`` does not limit."""

    huvudman: str | None
    organ: str | None
    date_from: date | None
    date_to: date | None
    document_kind: DocumentKind | None
    section: SectionKind | None
    case_number: str | None
    item_number: str | None
    party: str | None


def read_keys(without: Iterable[str]) -> tuple[str, ...]:
    """Keys of interpretations; one alone may be given as it is."""
    return (without,) if isinstance(without, str) else tuple(without)


def normalised(filters: Filters) -> Filters:
    """Filters with the case number in its one form, and text that a database can compare."""
    number = filters.case_number and (
        normalise_case_number(filters.case_number) or filters.case_number
    )
    return replace(
        filters,
        huvudman=filters.huvudman and storable(filters.huvudman),
        organ=filters.organ and storable(filters.organ),
        case_number=number and storable(number),
        item_number=filters.item_number and storable(filters.item_number),
        party=filters.party and storable(filters.party),
    )
