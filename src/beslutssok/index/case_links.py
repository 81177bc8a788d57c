"""What ties items together: references to a §, and what an index holds of a day.

Each function asks the index once, however many items it is asked about.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from beslutssok.domain import Entities, Item
from beslutssok.errors import IndexDamaged
from beslutssok.index.codec import decode
from beslutssok.index.conditions import ITEMS, ITS_FILE, PASSAGES
from beslutssok.index.reader import IndexReader
from beslutssok.index.rows import StoredItem, StoredPassage, compared, compared_case
from beslutssok.index.stored import (
    ITEM_COLUMNS,
    PASSAGE_COLUMNS,
    stored_item,
    stored_passage,
)

_AMONG = "IN (SELECT value FROM json_each(?))"
_YEAR_LENGTH = 4


@dataclass(frozen=True, slots=True)
class StoredReference:
    """A reference to a § from the item ``item_id``, the ``position``-th of those in its text.

    ``organ`` is empty where none is named, ``number`` where only a day is. ``day`` is ``None``
    where the reference tells a year or nothing of when. ``number`` is as ``compared_number``
    writes it.
    """

    item_id: str
    position: int
    organ: str
    day: date | None
    year: int | None
    number: str

    @property
    def is_certain(self) -> bool:
        """Whether body, number and time are all told."""
        return bool(self.organ and self.number and (self.day or self.year))


def references_from(store: IndexReader, item_ids: Iterable[str]) -> list[StoredReference]:
    """Give the references that items make, in the order of ``items`` and of their texts."""
    return _references(store, f"i.text_id {_AMONG}", [json.dumps(list(item_ids))])


def references_to(store: IndexReader, places: Iterable[tuple[str, str]]) -> list[StoredReference]:
    """Give the references to any of these numbers, of a day or of its year.

    A place is a number as ``compared_number`` writes it and a day in ISO 8601; the body that is
    named is for the caller to compare.
    """
    wanted = json.dumps(sorted({(number, day) for number, day in places}))
    pairs = (
        "(SELECT json_extract(value, '$[0]') AS number, json_extract(value, '$[1]') AS day"
        " FROM json_each(?))"
    )
    return _references(
        store,
        f"EXISTS (SELECT 1 FROM {pairs} AS w WHERE w.number = r.number_key AND r.date IS NOT NULL"
        " AND r.date IN (w.day, substr(w.day, 1, 4)))"
        " AND r.number_key IN (SELECT json_extract(value, '$[0]') FROM json_each(?))",
        [wanted, wanted],
    )


def items_on(store: IndexReader, huvudman: str, days: Iterable[date]) -> list[StoredItem]:
    """Give all items of the meetings that an organisation had on these days."""
    wanted = json.dumps(sorted({day.isoformat() for day in days}))
    return _items(store, f"m.huvudman_key = ? AND m.date {_AMONG}", [compared(huvudman), wanted])


def items_of_years(
    store: IndexReader, huvudman: str, places: Iterable[tuple[str, int]]
) -> list[StoredItem]:
    """Give the items that have any of these numbers in its year, as (number, year) pairs."""
    wanted = json.dumps(sorted({(number, str(year)) for number, year in places}))
    pairs = "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)"
    return _items(
        store,
        f"m.huvudman_key = ? AND (i.number_key, substr(m.date, 1, 4)) IN ({pairs})",
        [compared(huvudman), wanted],
    )


def items_of_cases(store: IndexReader, numbers: Iterable[str]) -> list[StoredItem]:
    """Give the items that have any of these case numbers, whatever its spelling."""
    keys = json.dumps(sorted({compared_case(number) for number in numbers}))
    return _items(store, f"i.case_key {_AMONG}", [keys])


def passage_counts(store: IndexReader, item_ids: Iterable[str]) -> Mapping[str, int]:
    """Give how many passages items have, by identifier."""
    with store.reading() as connection:
        return dict(
            connection.execute(
                "SELECT i.text_id, count(*) FROM items i JOIN passages p ON p.item = i.id"
                f" WHERE i.text_id {_AMONG} GROUP BY i.id",
                (json.dumps(list(item_ids)),),
            ).fetchall()
        )


def passages_of(
    store: IndexReader, item_ids: Iterable[str]
) -> Mapping[str, tuple[StoredPassage, ...]]:
    """Give the passages of items, by identifier, in the order they stand."""
    wanted = list(dict.fromkeys(item_ids))
    with store.reading() as connection:
        rows = connection.execute(
            f"SELECT {PASSAGE_COLUMNS} FROM {PASSAGES} {ITS_FILE} WHERE i.text_id {_AMONG}"
            " ORDER BY p.id",
            (json.dumps(wanted),),
        )
        found: dict[str, list[StoredPassage]] = {item_id: [] for item_id in wanted}
        for row in rows:
            passage = stored_passage(row)
            found[passage.item_id].append(passage)
    return {item_id: tuple(passages) for item_id, passages in found.items()}


def entities_of(store: IndexReader, item_ids: Iterable[str]) -> Mapping[str, Entities]:
    """Give what was read of items besides their texts, by identifier.

    Raises:
        IndexDamaged: the data of an item cannot be decoded.
    """
    with store.reading() as connection:
        rows = connection.execute(
            f"SELECT text_id, tree FROM item_trees JOIN items ON id = item WHERE text_id {_AMONG}",
            (json.dumps(list(item_ids)),),
        ).fetchall()
    try:
        return {item_id: decode(Item, tree).entities for item_id, tree in rows}
    except ValueError as exc:
        raise IndexDamaged(store.path, "en handling kan inte avkodas") from exc


def _items(store: IndexReader, where: str, parameters: list[str]) -> list[StoredItem]:
    with store.reading() as connection:
        rows = connection.execute(
            f"SELECT {ITEM_COLUMNS} FROM {ITEMS} {ITS_FILE} WHERE {where}"
            " ORDER BY m.date, d.path, m.position, i.position",
            parameters,
        )
        return [stored_item(row) for row in rows]


def _references(store: IndexReader, where: str, parameters: list[str]) -> list[StoredReference]:
    with store.reading() as connection:
        rows = connection.execute(
            "SELECT i.text_id, r.position, r.organ, r.date, r.number_key"
            f" FROM item_references r JOIN items i ON i.id = r.item WHERE {where}"
            " ORDER BY i.id, r.position",
            parameters,
        ).fetchall()
    return [_reference(*row) for row in rows]


def _reference(
    item_id: str, position: int, organ: str, told: str | None, number: str | None
) -> StoredReference:
    is_day = told is not None and len(told) > _YEAR_LENGTH
    day = date.fromisoformat(told) if told is not None and is_day else None
    year = int(told) if told is not None and not is_day else None
    return StoredReference(item_id, position, organ, day, year, number or "")
