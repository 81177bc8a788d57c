"""Who moved what, how they voted, who was there: tables for questions that SQL answers.

The truth is in the trees of items and meetings (see ``codec``); these rows are copies of it that
can be counted and exported. ``page`` is a 1-based page of the PDF file. ``party`` is in
upper-case letters, ``person`` as printed; a row that stands for a whole party has no person.
``party_votes`` is for lists that tell of parties and not of persons.

How did V vote, vote by vote, where the persons are listed::

    SELECT i.text_id, c.vote, c.choice, count(*) FROM cast_votes c JOIN items i ON i.id = c.item
    WHERE c.party = 'V' GROUP BY i.id, c.vote, c.choice
"""

import sqlite3
from collections.abc import Iterable, Iterator

from beslutssok.domain import (
    Attendee,
    Disqualification,
    Dissent,
    Entities,
    ItemReference,
    Motion,
    Person,
    Quotation,
    Vote,
    VoteChoice,
)
from beslutssok.index.parties import party_letters
from beslutssok.index.rows import compared, compared_number, storable

ENTITY_TABLES = (
    # One row for each mover of each motion; `motion` counts those of the item from 0.
    """
    CREATE TABLE motions (
        item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
        motion INTEGER NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        person TEXT,
        party TEXT,
        page INTEGER
    ) STRICT
    """,
    "CREATE INDEX motions_of_item ON motions (item, motion)",
    "CREATE INDEX motions_of_party ON motions (party)",
    # `…_stated` is what the minutes say, `…_counted` what the roll-call adds up to.
    """
    CREATE TABLE votes (
        item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
        vote INTEGER NOT NULL,
        yes_stated INTEGER,
        no_stated INTEGER,
        abstained_stated INTEGER,
        absent_stated INTEGER,
        yes_counted INTEGER,
        no_counted INTEGER,
        abstained_counted INTEGER,
        absent_counted INTEGER,
        yes_means TEXT,
        no_means TEXT,
        agrees INTEGER NOT NULL,
        page INTEGER,
        PRIMARY KEY (item, vote)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE cast_votes (
        item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
        vote INTEGER NOT NULL,
        position INTEGER NOT NULL,
        person TEXT NOT NULL,
        party TEXT,
        choice TEXT NOT NULL,
        role TEXT NOT NULL,
        page INTEGER,
        PRIMARY KEY (item, vote, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX cast_votes_of_party ON cast_votes (party)",
    "CREATE INDEX cast_votes_of_person ON cast_votes (person)",
    # `count` is NULL where only the party is named.
    """
    CREATE TABLE party_votes (
        item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
        vote INTEGER NOT NULL,
        position INTEGER NOT NULL,
        party TEXT,
        choice TEXT NOT NULL,
        count INTEGER,
        page INTEGER,
        PRIMARY KEY (item, vote, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX party_votes_of_party ON party_votes (party)",
    """
    CREATE TABLE dissents (
        item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
        dissent INTEGER NOT NULL,
        kind TEXT NOT NULL,
        person TEXT,
        party TEXT,
        page INTEGER
    ) STRICT
    """,
    "CREATE INDEX dissents_of_item ON dissents (item, dissent)",
    "CREATE INDEX dissents_of_party ON dissents (party)",
    """
    CREATE TABLE disqualifications (
        item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
        disqualification INTEGER NOT NULL,
        person TEXT,
        party TEXT,
        page INTEGER
    ) STRICT
    """,
    "CREATE INDEX disqualifications_of_item ON disqualifications (item, disqualification)",
    # `date` is a year alone where the reference tells no more.
    """
    CREATE TABLE item_references (
        item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
        position INTEGER NOT NULL,
        organ TEXT NOT NULL,
        organ_key TEXT NOT NULL,
        date TEXT,
        number TEXT,
        number_key TEXT,
        page INTEGER,
        PRIMARY KEY (item, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX references_to_item ON item_references (number_key, date)",
    """
    CREATE TABLE attendance (
        meeting INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
        position INTEGER NOT NULL,
        person TEXT NOT NULL,
        party TEXT,
        role TEXT NOT NULL,
        page INTEGER,
        PRIMARY KEY (meeting, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX attendance_of_person ON attendance (person)",
)

_COUNTED = (VoteChoice.YES, VoteChoice.NO, VoteChoice.ABSTAINED, VoteChoice.ABSENT)

MOST_VOTES = 1_000_000

_Row = tuple[str | int | None, ...]


def insert_entities(connection: sqlite3.Connection, item: int, entities: Entities) -> None:
    """Insert what was read of an item, with its rowid, into the tables."""
    if entities == Entities():
        return
    for number, motion in enumerate(entities.motions):
        _insert(connection, "motions", _motion_rows(item, number, motion))
    for number, vote in enumerate(entities.votes):
        _insert(connection, "votes", [_vote_row(item, number, vote)])
        _insert(connection, "cast_votes", _cast_rows(item, number, vote))
        _insert(connection, "party_votes", _party_rows(item, number, vote))
    for number, dissent in enumerate(entities.dissents):
        _insert(connection, "dissents", _dissent_rows(item, number, dissent))
    for number, disqualified in enumerate(entities.disqualifications):
        _insert(connection, "disqualifications", _disqualified_rows(item, number, disqualified))
    references = enumerate(entities.references)
    rows = [_reference_row(item, number, reference) for number, reference in references]
    _insert(connection, "item_references", rows)


def insert_attendance(
    connection: sqlite3.Connection, meeting: int, attendance: Iterable[Attendee]
) -> None:
    """Insert who was at a meeting, with its rowid, into the table."""
    rows = [
        (
            meeting,
            position,
            storable(attendee.person.name),
            _letters(attendee.person.party),
            attendee.role.value,
            _page(attendee.source),
        )
        for position, attendee in enumerate(attendance)
    ]
    _insert(connection, "attendance", rows)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[_Row]) -> None:
    held = list(rows)
    if held:
        marks = ", ".join("?" * len(held[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", held)


def _motion_rows(item: int, number: int, motion: Motion) -> Iterator[_Row]:
    for person, party in _actors(motion.movers, motion.parties):
        subject = storable(motion.subject)
        yield item, number, motion.kind.value, subject, person, party, _page(motion.source)


def _vote_row(item: int, number: int, vote: Vote) -> _Row:
    tally, means = vote.tally, vote.proposition
    stated: _Row = (None,) * 4
    if tally is not None:
        counts = (tally.yes, tally.no, tally.abstained, tally.absent)
        stated = tuple(map(_countable, counts))
    counted: _Row = (None,) * 4
    if vote.cast:
        counted = tuple(vote.count(choice) for choice in _COUNTED)
    meanings: _Row = (None, None)
    if means is not None:
        meanings = (storable(means.yes), storable(means.no))
    return (item, number, *stated, *counted, *meanings, int(vote.agrees), _page(vote.source))


def _cast_rows(item: int, number: int, vote: Vote) -> Iterator[_Row]:
    page = _page(vote.roll_call or vote.source)
    for position, cast in enumerate(vote.cast):
        name, party = storable(cast.person.name), _letters(cast.person.party)
        yield item, number, position, name, party, cast.choice.value, storable(cast.role), page


def _party_rows(item: int, number: int, vote: Vote) -> Iterator[_Row]:
    page = _page(vote.roll_call or vote.source)
    for position, cast in enumerate(vote.by_party):
        party, choice = _letters(cast.party), cast.choice.value
        yield item, number, position, party, choice, _countable(cast.count), page


def _dissent_rows(item: int, number: int, dissent: Dissent) -> Iterator[_Row]:
    for person, party in _actors(dissent.persons, dissent.parties):
        yield item, number, dissent.kind.value, person, party, _page(dissent.source)


def _disqualified_rows(item: int, number: int, disqualified: Disqualification) -> Iterator[_Row]:
    for person, party in _actors(disqualified.persons, ()):
        yield item, number, person, party, _page(disqualified.source)


def _reference_row(item: int, position: int, reference: ItemReference) -> _Row:
    organ = storable(reference.organ)
    number = None if reference.number is None else storable(reference.number)
    day = str(reference.year) if reference.year else None
    if reference.date is not None:
        day = reference.date.isoformat()
    return (
        item,
        position,
        organ,
        compared(organ),
        day,
        number,
        number and compared_number(number),
        _page(reference.source),
    )


def _actors(
    persons: Iterable[Person], parties: Iterable[str]
) -> list[tuple[str | None, str | None]]:
    """Give a pair of person and party for each; one of nothing where nobody is named."""
    actors: list[tuple[str | None, str | None]] = [
        (storable(person.name), _letters(person.party)) for person in persons
    ]
    actors += [(None, _letters(party)) for party in parties]
    return actors or [(None, None)]


def _letters(party: str | None) -> str | None:
    return party_letters(storable(party)) if party else None


def _countable(count: int | None) -> int | None:
    """A count, if it can be one: what has more digits than a column is no count of votes."""
    return count if count is not None and abs(count) <= MOST_VOTES else None


def _page(source: Quotation) -> int | None:
    return source.page if source.places else None
