"""Questions to the tables of entities: in which items somebody acted, and what is told there.

The tables say where to look; what was said, in the words of the document, is in the items' trees.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beslutssok.domain import Entities, Filters
from beslutssok.errors import IndexDamaged
from beslutssok.index.codec import decode_field
from beslutssok.index.conditions import ITEMS, ITS_FILE, PASSAGES, item_condition
from beslutssok.index.pool import ReadingPool
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.index.stored import ITEM_COLUMNS, PASSAGE_COLUMNS, stored_item, stored_passage

ACTING_TABLES = ("motions", "cast_votes", "party_votes", "dissents", "disqualifications")
"""The tables that tell what somebody did."""

_WITHOUT_PERSONS = frozenset({"party_votes"})
_WITHOUT_ACTORS = {"cast_votes": "votes", "party_votes": "votes"}


def _key(meeting: str, item: str) -> str:
    # One column, not four: only so does SQLite keep an index of the subquery.
    parts = (f"{meeting}.huvudman_key", f"{meeting}.organ_key", f"coalesce({meeting}.date, '')")
    return " || char(31) || ".join((*parts, f"{item}.number_key"))


# An extract repeats what the minutes have, and what an agenda tells was done elsewhere.
RECORDED = (
    f"(m.kind = 'protokoll' OR (m.kind = 'protokollsutdrag' AND {_key('m', 'i')} NOT IN"
    f" (SELECT {_key('n', 'j')} FROM meetings n JOIN items j ON j.meeting = n.id"
    " WHERE n.kind = 'protokoll')))"
)
"""A condition over ``ITEMS``: minutes, and extracts of what no minutes in the index have."""


@dataclass(frozen=True, slots=True)
class ToldItem:
    """An item with what was read of it as data, and its passages in the order they stand."""

    item: StoredItem
    entities: Entities
    passages: tuple[StoredPassage, ...]


def known_parties(pool: ReadingPool) -> frozenset[str]:
    """Give the letters of all parties that anybody acted for."""
    return _distinct(pool, "party", ACTING_TABLES)


def parties_named(pool: ReadingPool, rowids: Iterable[int]) -> dict[int, list[str]]:
    """Give the letters, upper-case, of the parties that passages name, by rowid."""
    named: dict[int, list[str]] = {}
    with pool.reading() as connection:
        rows = connection.execute(
            "SELECT passage, party FROM passage_parties"
            " WHERE passage IN (SELECT value FROM json_each(?))",
            (json.dumps([int(rowid) for rowid in rowids]),),
        )
        for passage, party in rows:
            named.setdefault(passage, []).append(party)
    return named


def known_persons(pool: ReadingPool) -> frozenset[str]:
    """Give the names, as printed, of all persons who did anything."""
    tables = [table for table in ACTING_TABLES if table not in _WITHOUT_PERSONS]
    return _distinct(pool, "person", tables)


def told_items(
    pool: ReadingPool,
    filters: Filters,
    tables: Iterable[str] = ACTING_TABLES,
    *,
    parties: Iterable[str] | None = None,
    persons: Iterable[str] | None = None,
    item_ids: Iterable[str] | None = None,
) -> list[ToldItem]:
    """Give the items in which somebody acted, in order of time and as they stand.

    ``parties`` (upper-case letters) or ``persons`` (names as printed) say who; without either it
    may be anybody. ``tables`` are those of :data:`ACTING_TABLES` to look in, ``item_ids`` the
    only items to give. Unless ``filters`` name a kind of document, only those that record
    decisions count, each § once.
    """
    acted, of_actors = _acted(list(dict.fromkeys(tables)), parties, persons)
    if not acted:
        return []
    where, of_items = item_condition(filters)
    conditions, parameters = [where, f"i.id IN ({acted})"], [*of_items, *of_actors]
    if filters.document_kind is None:
        conditions.append(RECORDED)
    if item_ids is not None:
        conditions.append("i.text_id IN (SELECT value FROM json_each(?))")
        parameters.append(json.dumps(list(item_ids)))
    with pool.reading() as connection:
        rows = connection.execute(
            f"SELECT i.id, {ITEM_COLUMNS} FROM {ITEMS} {ITS_FILE}"
            f" WHERE {' AND '.join(conditions)}"
            " ORDER BY m.date, m.huvudman_key, m.organ_key, d.path, m.position, i.position",
            parameters,
        ).fetchall()
        rowids = json.dumps([row[0] for row in rows])
        trees = dict(
            connection.execute(
                "SELECT item, tree FROM item_trees WHERE item IN (SELECT value FROM json_each(?))",
                (rowids,),
            ).fetchall()
        )
        passages: dict[str, list[StoredPassage]] = {}
        for row in connection.execute(
            f"SELECT {PASSAGE_COLUMNS} FROM {PASSAGES} {ITS_FILE}"
            " WHERE p.item IN (SELECT value FROM json_each(?)) ORDER BY p.id",
            (rowids,),
        ):
            passage = stored_passage(row)
            passages.setdefault(passage.item_id, []).append(passage)
    items = [(row[0], stored_item(row[1:])) for row in rows]
    return [
        ToldItem(item, _entities(pool, trees[rowid]), tuple(passages.get(item.item_id, ())))
        for rowid, item in items
    ]


def _acted(
    tables: Sequence[str], parties: Iterable[str] | None, persons: Iterable[str] | None
) -> tuple[str, list[str]]:
    """Give a query for the items that any of the tables has a row of, with its parameters."""
    if parties is None and persons is None:
        sources = dict.fromkeys(_WITHOUT_ACTORS.get(table, table) for table in tables)
        return " UNION ".join(f"SELECT item FROM {table}" for table in sources), []
    column, names = ("party", parties) if parties is not None else ("person", persons)
    wanted = json.dumps(list(names or ()))
    held = [table for table in tables if column == "party" or table not in _WITHOUT_PERSONS]
    queries = (
        f"SELECT item FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))"
        for table in held
    )
    return " UNION ".join(queries), [wanted] * len(held)


def _distinct(pool: ReadingPool, column: str, tables: Iterable[str]) -> frozenset[str]:
    query = " UNION ".join(f"SELECT DISTINCT {column} FROM {table}" for table in tables)
    with pool.reading() as connection:
        return frozenset(row[0] for row in connection.execute(query) if row[0])


def _entities(pool: ReadingPool, tree: bytes) -> Entities:
    try:
        return decode_field(Entities, tree, "entities") or Entities()
    except ValueError as exc:
        raise IndexDamaged(pool.path, "en handling kan inte avkodas") from exc
