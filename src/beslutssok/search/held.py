"""What an index holds of the meetings and § that references tell of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from beslutssok.domain import DocumentKind
from beslutssok.index.case_links import StoredReference, items_of_years, items_on
from beslutssok.index.rows import StoredItem, compared_number, is_same_case
from beslutssok.search.retrieval import Retriever
from beslutssok.search.same_bodies import is_same_body

LISTED = re.compile(
    r"\banmäl(?:da|ningar|ningsärende\w*)\b|\banmälan(?=\sav\b|\W*$)|\bdeleg(?:ation|ering)\w*"
    r"|\bmeddelande\w*|\bdelgivning\w*|\binkomna\s(?:skrivelser|handlingar)|\bför kännedom\b",
    re.IGNORECASE,
)
"""Titles and headings of what others have decided or sent in."""


def is_list_of_others(title: str) -> bool:
    """Whether an item so titled only lists what others have decided or sent in.

    Such an item may also announce new motions; those belong to their cases by number.
    """
    return bool(LISTED.search(title)) and not re.search(r"motion", title, re.I)


@dataclass(frozen=True, slots=True)
class Held:
    """What an index holds of the days and numbers that references tell, by organisation."""

    on_days: Mapping[tuple[str, date], tuple[StoredItem, ...]]
    of_years: Mapping[tuple[str, int, str], tuple[StoredItem, ...]]

    @classmethod
    def of(
        cls,
        retriever: Retriever,
        items: Iterable[StoredItem],
        references: Iterable[StoredReference],
    ) -> "Held":
        """Look up what references tell of, among the documents of the items' organisations."""
        told = tuple(references)
        days = {reference.day for reference in told if reference.day}
        years = {(r.number, r.year) for r in told if r.year and r.number}
        on_days: dict[tuple[str, date], list[StoredItem]] = {}
        of_years: dict[tuple[str, int, str], list[StoredItem]] = {}
        for huvudman in {item.huvudman for item in items}:
            for item in items_on(retriever.store, huvudman, days) if days else ():
                if item.date is not None:
                    on_days.setdefault((huvudman, item.date), []).append(item)
            for item in items_of_years(retriever.store, huvudman, years) if years else ():
                if item.date is not None:
                    key = (huvudman, item.date.year, compared_number(item.number))
                    of_years.setdefault(key, []).append(item)
        return cls(
            {key: tuple(found) for key, found in on_days.items()},
            {key: tuple(found) for key, found in of_years.items()},
        )

    def targets(self, reference: StoredReference, item: StoredItem) -> tuple[StoredItem, ...]:
        """The items that a reference surely means: minutes or extract, of one body.

        Where it names no body, the one of the day that has the number; of several, its own body's.
        """
        found = tuple(
            other
            for other in self._numbered(reference, item)
            if other.document_kind.records_decisions
            and other.item_id != item.item_id
            and (not reference.organ or is_same_body(other.organ, reference.organ))
        )
        if reference.organ or len({other.organ for other in found}) < 2:
            return found
        return tuple(other for other in found if is_same_body(other.organ, item.organ))

    def _numbered(self, reference: StoredReference, item: StoredItem) -> tuple[StoredItem, ...]:
        if not reference.number:
            return ()
        if reference.day is not None:
            day = self.on_days.get((item.huvudman, reference.day), ())
            return tuple(i for i in day if compared_number(i.number) == reference.number)
        if reference.year is not None:
            return self.of_years.get((item.huvudman, reference.year, reference.number), ())
        return ()

    def unresolved(
        self, items: Mapping[str, StoredItem], references: Iterable[StoredReference]
    ) -> list[StoredReference]:
        """The references to a time before their item that nothing in the index answers to."""
        return [
            reference
            for reference in references
            if (reference.day or (reference.year and reference.number))
            and not _is_later(reference, items[reference.item_id])
            and not self.targets(reference, items[reference.item_id])
        ]

    def has(
        self, organ: str, day: date | None, year: int | None, number: str, item: StoredItem
    ) -> bool:
        """Whether the index has a step that is told of, under whatever spelling of the body.

        It has if some minutes of that day have the number, even of a body that seems another;
        or if the minutes of body and day treat the same case, or no number is told.
        """
        if day is None:
            same = self.of_years.get((item.huvudman, year or 0, number), ())
            return any(is_same_body(i.organ, organ) for i in same if _is_minuted(i))
        on_day = [i for i in self.on_days.get((item.huvudman, day), ()) if _is_minuted(i)]
        if number and any(compared_number(i.number) == number for i in on_day):
            return True
        of_body = [i for i in on_day if is_same_body(i.organ, organ)]
        if any(is_same_case(i.case_number, item.case_number) for i in of_body):
            return True
        return not number and any(i.document_kind is DocumentKind.MINUTES for i in of_body)


def _is_minuted(item: StoredItem) -> bool:
    return item.document_kind.records_decisions


def _is_later(reference: StoredReference, item: StoredItem) -> bool:
    if item.date is None:
        return False
    if reference.day is not None:
        return reference.day > item.date
    return reference.year is not None and reference.year > item.date.year
