"""What happened when items were dealt with, for questions about all items where it did.

Each function asks once, of the items that filters leave and that record decisions; each § once.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from beslutssok.domain import Filters, MotionKind, Outcome, SectionKind
from beslutssok.index.conditions import ITEMS, item_condition
from beslutssok.index.entity_queries import RECORDED
from beslutssok.index.pool import ReadingPool
from beslutssok.index.rows import Rowids


@dataclass(frozen=True, slots=True)
class HeldVote:
    """A vote of the item ``item_id``, as stated, or counted where nothing is stated.

    ``outcome`` is that of the item; what Yes and No stood for is empty where that is not told.
    """

    item_id: str
    outcome: Outcome
    yes: int
    no: int
    yes_means: str
    no_means: str


def held_votes(pool: ReadingPool, filters: Filters) -> list[HeldVote]:
    """Give the votes with a tally, in the order of the items and within them."""
    rows = _select(
        pool,
        "i.outcome, coalesce(v.yes_stated, v.yes_counted), coalesce(v.no_stated, v.no_counted),"
        " coalesce(v.yes_means, ''), coalesce(v.no_means, '')",
        "JOIN votes v ON v.item = i.id",
        "coalesce(v.yes_stated, v.yes_counted) IS NOT NULL"
        " AND coalesce(v.no_stated, v.no_counted) IS NOT NULL"
        " AND coalesce(v.yes_stated, v.yes_counted) + coalesce(v.no_stated, v.no_counted) > 0",
        filters,
        order="i.id, v.vote",
    )
    return [HeldVote(row[0], Outcome(row[1]), *row[2:]) for row in rows]


def items_with_motion(
    pool: ReadingPool, filters: Filters, kind: MotionKind, parties: Iterable[str] = ()
) -> set[str]:
    """Give the items in which such a motion was made, by any of the parties if some are given."""
    letters = list(parties)
    condition = "t.kind = ?"
    parameters = [kind.value]
    if letters:
        condition += " AND t.party IN (SELECT value FROM json_each(?))"
        parameters.append(json.dumps(letters))
    rows = _select(pool, "", "JOIN motions t ON t.item = i.id", condition, filters, parameters)
    return {row[0] for row in rows}


def items_with_disqualified(pool: ReadingPool, filters: Filters) -> set[str]:
    """Give the items in which somebody was disqualified."""
    return {
        row[0]
        for row in _select(pool, "", "JOIN disqualifications t ON t.item = i.id", "1", filters)
    }


def items_ending(pool: ReadingPool, filters: Filters, outcome: Outcome) -> set[str]:
    """Give the items with an outcome."""
    return {row[0] for row in _select(pool, "", "", "i.outcome = ?", filters, [outcome.value])}


def decisions(pool: ReadingPool, filters: Filters) -> list[tuple[str, str]]:
    """Give each passage of the items' decisions, with its item."""
    join, section = "JOIN passages p ON p.item = i.id", SectionKind.DECISION.value
    return _select(pool, "p.text", join, "p.section = ?", filters, [section])


def passages_of_items(pool: ReadingPool, item_ids: Iterable[str]) -> Rowids:
    """Give the rowids, ascending, of all passages of items: int64, shape (n,)."""
    with pool.reading() as connection:
        rows = connection.execute(
            "SELECT p.id FROM passages p JOIN items i ON i.id = p.item"
            " WHERE i.text_id IN (SELECT value FROM json_each(?)) ORDER BY p.id",
            (json.dumps(sorted(item_ids)),),
        ).fetchall()
    return np.array([row[0] for row in rows], dtype=np.int64)


def _select(
    pool: ReadingPool,
    columns: str,
    join: str,
    condition: str,
    filters: Filters,
    parameters: Iterable[str] = (),
    order: str = "i.id",
) -> list[tuple[Any, ...]]:
    where, of_items = item_condition(filters)
    wanted = ", ".join(filter(None, ("i.text_id", columns)))
    with pool.reading() as connection:
        return connection.execute(
            f"SELECT DISTINCT {wanted} FROM {ITEMS} {join}"
            f" WHERE {where} AND {condition} AND {RECORDED} ORDER BY {order}",
            [*of_items, *parameters],
        ).fetchall()
