"""An index in figures, counted by SQL: outcomes, reservations, contests, agendas, §§ held."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from beslutssok.domain import (
    DocumentKind,
    Filters,
    MeetingsOfMonth,
    Outcome,
    OutcomesOfYear,
    ReservationsOfYear,
)
from beslutssok.index.conditions import ITEMS, ITS_FILE, PASSAGES, item_condition
from beslutssok.index.entity_queries import RECORDED
from beslutssok.index.pool import ReadingPool
from beslutssok.index.rows import StoredPassage
from beslutssok.index.stored import PASSAGE_COLUMNS, stored_passage

_BODY = "m.huvudman_key, m.organ_key"
LONGEST_FIRST_WORDS = 200
_NAMED = ("huvudman", "organ")
_NAMES = ", ".join(f"max(m.{name})" for name in _NAMED)


@dataclass(frozen=True, slots=True)
class Contest:
    """How much an item was contested: votes, reservations, and how many different motions."""

    item_id: str
    votes: int
    reservations: int
    motions: int


@dataclass(frozen=True, slots=True)
class TitledItem:
    """An item of a body's agenda; without a title, the first words of its text are the title."""

    item_id: str
    huvudman: str
    organ: str
    date: date
    title: str


@dataclass(frozen=True, slots=True)
class HeldNumber:
    """The number of an item that a body's minutes, or an extract of them, have of a day."""

    huvudman: str
    organ: str
    date: date
    number: str
    kind: DocumentKind


def outcomes_of_years(pool: ReadingPool, filters: Filters) -> tuple[OutcomesOfYear, ...]:
    """Count the items of minutes by body, year and outcome; those without a date are left out."""
    where, parameters = _recorded(filters)
    with pool.reading() as connection:
        rows = connection.execute(
            f"SELECT {_NAMES}, substr(m.date, 1, 4) AS year, i.outcome, count(*) FROM {ITEMS}"
            f" WHERE {where} AND m.date IS NOT NULL GROUP BY {_BODY}, year, i.outcome"
            f" ORDER BY {_BODY}, year, i.outcome",
            parameters,
        )
        return tuple(
            OutcomesOfYear(huvudman, organ, int(year), Outcome(outcome), count)
            for huvudman, organ, year, outcome, count in rows
        )


def reservations_of_years(pool: ReadingPool, filters: Filters) -> tuple[ReservationsOfYear, ...]:
    """Count the items of minutes in which a party, or members of it, reserved themselves."""
    where, parameters = _recorded(filters)
    with pool.reading() as connection:
        rows = connection.execute(
            "SELECT x.party, substr(m.date, 1, 4) AS year, count(DISTINCT i.id)"
            f" FROM {ITEMS} JOIN dissents x ON x.item = i.id"
            f" WHERE {where} AND x.kind = 'reservation' AND x.party IS NOT NULL"
            " AND m.date IS NOT NULL GROUP BY x.party, year ORDER BY x.party, year",
            parameters,
        )
        return tuple(ReservationsOfYear(party, int(year), count) for party, year, count in rows)


def contested_items(pool: ReadingPool, filters: Filters, limit: int) -> tuple[Contest, ...]:
    """Give the most contested items of minutes, most first: with a vote, a reservation, or motions.

    Votes, reservations and each motion that differs from another weigh the same; the later of
    two equals comes first.
    """
    where, parameters = _recorded(filters)
    told = (
        "WITH counts (item, votes, reservations, motions) AS ("
        " SELECT item, count(*), 0, 0 FROM votes GROUP BY item"
        " UNION ALL SELECT item, 0, count(DISTINCT dissent), 0 FROM dissents"
        " WHERE kind = 'reservation' GROUP BY item"
        " UNION ALL SELECT item, 0, 0, count(DISTINCT kind || ' ' || lower(subject)) FROM motions"
        " GROUP BY item),"
        " told AS (SELECT item, sum(votes) AS votes, sum(reservations) AS reservations,"
        " sum(motions) AS motions FROM counts GROUP BY item)"
    )
    weight = "told.votes + told.reservations + max(told.motions - 1, 0)"
    with pool.reading() as connection:
        rows = connection.execute(
            f"{told} SELECT i.text_id, told.votes, told.reservations, told.motions"
            f" FROM {ITEMS} JOIN told ON told.item = i.id"
            f" WHERE {where} AND {weight} > 0 ORDER BY {weight} DESC, m.date DESC, i.id LIMIT ?",
            [*parameters, limit],
        )
        return tuple(Contest(*row) for row in rows)


def meetings_of_months(pool: ReadingPool, filters: Filters) -> tuple[MeetingsOfMonth, ...]:
    """Count the documents by body, month and kind; those without a date are left out."""
    where, parameters = item_condition(filters)
    if "i." in where:
        where = f"m.id IN (SELECT i.meeting FROM {ITEMS} WHERE {where})"
    with pool.reading() as connection:
        rows = connection.execute(
            f"SELECT {_NAMES}, substr(m.date, 1, 7) AS month, m.kind, count(DISTINCT m.document)"
            f" FROM meetings m WHERE {where} AND m.date IS NOT NULL"
            f" GROUP BY {_BODY}, month, m.kind ORDER BY {_BODY}, month, m.kind",
            parameters,
        )
        return tuple(
            MeetingsOfMonth(huvudman, organ, month, DocumentKind(kind), count)
            for huvudman, organ, month, kind, count in rows
        )


def titled_items(pool: ReadingPool, filters: Filters) -> list[TitledItem]:
    """Give the items of all agendas, by body and in order of time; none without a date.

    What minutes have counts once, extracts of them add what they lack; the agenda of a day counts
    where there are no minutes of it, and extracts alone where there is neither. A kind of document
    that is asked for counts as it is.
    """
    where, parameters = item_condition(filters)
    if filters.document_kind is None:
        where = f"{where} AND {_ON_AGENDA}"
    names = ", ".join(f"max(m.{name}) OVER (PARTITION BY {_BODY})" for name in _NAMED)
    first_words = (
        f"(SELECT substr(p.text, 1, {LONGEST_FIRST_WORDS}) FROM passages p WHERE p.item = i.id"
        " ORDER BY p.id LIMIT 1)"
    )
    with pool.reading() as connection:
        rows = connection.execute(
            f"SELECT i.text_id, {names}, m.date, coalesce(nullif(i.title, ''), {first_words}, '')"
            f" FROM {ITEMS} WHERE {where} AND m.date IS NOT NULL"
            f" ORDER BY {_BODY}, m.date, m.id, i.position",
            parameters,
        )
        return [
            TitledItem(item_id, huvudman, organ, date.fromisoformat(day), title)
            for item_id, huvudman, organ, day, title in rows
        ]


def held_numbers(pool: ReadingPool, filters: Filters) -> list[HeldNumber]:
    """Give the numbers of all items of minutes and extracts, by body and in order of time.

    Only what ``filters`` say of the meeting counts: an item left out by what it is about is
    still there.
    """
    about = replace(filters, section=None, case_number=None, item_number=None, party=None)
    where, parameters = item_condition(about)
    with pool.reading() as connection:
        rows = connection.execute(
            f"SELECT m.huvudman, m.organ, m.date, i.number, m.kind FROM {ITEMS}"
            f" WHERE {where} AND m.kind IN ('protokoll', 'protokollsutdrag')"
            " AND m.date IS NOT NULL AND m.organ != ''"
            f" ORDER BY {_BODY}, m.date, m.id, i.position",
            parameters,
        )
        return [
            HeldNumber(huvudman, organ, date.fromisoformat(day), number, DocumentKind(kind))
            for huvudman, organ, day, number, kind in rows
        ]


def passages_of(pool: ReadingPool, item_ids: Iterable[str]) -> dict[str, list[StoredPassage]]:
    """Give the passages of several items, each item's in the order they stand."""
    found: dict[str, list[StoredPassage]] = {}
    with pool.reading() as connection:
        rows = connection.execute(
            f"SELECT {PASSAGE_COLUMNS} FROM {PASSAGES} {ITS_FILE}"
            " WHERE p.item IN (SELECT id FROM items WHERE text_id IN"
            " (SELECT value FROM json_each(?))) ORDER BY p.id",
            (json.dumps(list(item_ids)),),
        )
        for row in rows:
            passage = stored_passage(row)
            found.setdefault(passage.item_id, []).append(passage)
    return found


def _recorded(filters: Filters) -> tuple[str, list[str]]:
    """A condition over ``ITEMS``: of minutes, or extracts of what no minutes have, each § once."""
    where, parameters = item_condition(filters)
    return f"{where} AND {RECORDED}", parameters


def _day(meeting: str) -> str:
    parts = (f"{meeting}.huvudman_key", f"{meeting}.organ_key", f"{meeting}.date")
    return " || char(31) || ".join(parts)


def _days_with(kind: DocumentKind) -> str:
    return f"(SELECT {_day('d')} FROM meetings d WHERE d.kind = '{kind}' AND d.date IS NOT NULL)"


_ON_AGENDA = (
    f"CASE m.kind WHEN 'kallelse' THEN {_day('m')} NOT IN {_days_with(DocumentKind.MINUTES)}"
    f" WHEN 'protokollsutdrag' THEN {RECORDED} AND ({_day('m')} IN"
    f" {_days_with(DocumentKind.MINUTES)} OR {_day('m')} NOT IN {_days_with(DocumentKind.AGENDA)})"
    " ELSE m.kind = 'protokoll' END"
)
"""A condition over ``ITEMS``: what stood on each day's agenda, once."""
