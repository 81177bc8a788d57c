"""What SQL can ask of motions, votes, reservations, jäv, references and attendance."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import parse_stand_in, write_document
from tests.fakes.entities import ATTENDANCE, ENTITIES, quote

from beslutssok.domain import (
    CastVote,
    Dissent,
    DissentKind,
    Entities,
    ItemReference,
    Meeting,
    Motion,
    MotionKind,
    PartyVote,
    Person,
    SourceDocument,
    Tally,
    Vote,
    VoteChoice,
)
from beslutssok.errors import CitationNotFound
from beslutssok.index.store import Store

ITEM = "region-fjallbygden/regionstyrelsen/2024-12-10/208"
TABLES = (
    "motions",
    "votes",
    "cast_votes",
    "party_votes",
    "dissents",
    "disqualifications",
    "item_references",
    "attendance",
)


def parse_with_entities(
    source: SourceDocument, path: Path, huvudman: str = ""
) -> tuple[Meeting, ...]:
    """What the stand-in says, and all entities in the first item."""
    (meeting,) = parse_stand_in(source, path, huvudman)
    first, *others = meeting.items
    items = (replace(first, entities=ENTITIES), *others)
    return (replace(meeting, items=items, attendance=ATTENDANCE),)


@pytest.fixture
def filled(store: Store, ingest: Ingest, folder: Path) -> Store:
    write_document(
        folder / "a.pdf",
        "§ 208 Ny simhall; KS 2024/10; bifall; 2",
        "beslut: Simhallen byggs.",
        "§ 209 Annat; ; noterat; 6",
        "beslut: Noteras.",
    )
    ingest(parse=parse_with_entities)
    return store


def ask(store: Store, query: str, *parameters: str) -> list[tuple[object, ...]]:
    with store.reading() as connection:
        return connection.execute(query, parameters).fetchall()


def test_entities_and_attendance_come_back_as_they_were_read(filled: Store) -> None:
    assert filled.entities(ITEM) == ENTITIES
    assert filled.entities(ITEM.replace("208", "209")) == Entities()
    (meeting,) = filled.meetings(filled.documents()[0].sha256)
    assert meeting.attendance == ATTENDANCE
    with pytest.raises(CitationNotFound):
        filled.entities("nowhere")


def test_how_a_party_voted_can_be_asked(filled: Store) -> None:
    query = (
        "SELECT i.text_id, c.vote, c.choice, count(*), c.page FROM cast_votes c"
        " JOIN items i ON i.id = c.item WHERE c.party = ? GROUP BY i.id, c.vote, c.choice"
    )
    assert ask(filled, query, "V") == [(ITEM, 0, "avstår", 1, 9)]
    assert ask(filled, query, "M") == [(ITEM, 0, "ja", 1, 9)]
    assert ask(filled, query, "KD") == []


def test_a_vote_has_what_is_stated_and_what_the_list_adds_up_to(filled: Store) -> None:
    assert ask(
        filled,
        "SELECT yes_stated, no_stated, abstained_stated, absent_stated,"
        " yes_counted, no_counted, abstained_counted, absent_counted, yes_means, agrees, page"
        " FROM votes WHERE vote = 0",
    ) == [(2, 1, 1, None, 2, 1, 1, 0, "bifall till förslaget", 1, 4)]


def test_a_vote_by_party_has_its_parties(filled: Store) -> None:
    assert ask(filled, "SELECT vote, party, choice, count, page FROM party_votes") == [
        (1, "MP", "ja", 2, 5),
        (1, "V", "nej", None, 5),
    ]


def test_who_moved_reserved_and_left_is_a_row_each(filled: Store) -> None:
    assert ask(filled, "SELECT motion, kind, person, party, page FROM motions") == [
        (0, "avslag", "Siv Granlund", "S", 2),
        (0, "avslag", "Ture Myrberg", "V", 2),
        (1, "tillägg", None, "MP", 3),
    ]
    assert ask(filled, "SELECT kind, person, party, page FROM dissents") == [
        ("reservation", "Siv Granlund", "S", 5),
        ("reservation", None, "V", 5),
    ]
    assert ask(filled, "SELECT person, party, page FROM disqualifications") == [("Per Ek", "M", 2)]


def test_what_refers_to_an_item_is_found_by_its_number_and_date(filled: Store) -> None:
    query = "SELECT organ, date, number, page FROM item_references WHERE number_key = ?"
    assert ask(filled, query, "79a") == [("Regionstyrelsen", "2025-05-27", "79 A", 3)]
    assert ask(filled, query, "12") == [("", None, "12", 3)]


def test_who_was_there_and_as_what_can_be_asked(filled: Store) -> None:
    assert ask(
        filled,
        "SELECT m.organ, m.date, a.role FROM attendance a JOIN meetings m ON m.id = a.meeting"
        " WHERE a.person = 'Per Ek'",
    ) == [("Regionstyrelsen", "2024-12-10", "ordförande")]
    assert ask(filled, "SELECT count(*) FROM attendance WHERE role = 'ledamot'") == [(2,)]


RARE = Entities(
    votes=(
        Vote(
            quote("Omröstning"),
            cast=(
                CastVote(Person("Bo Sjödal", "Centern"), VoteChoice.PAIRED),
                CastVote(Person("Eva Lund", "Feministiskt initiativ"), VoteChoice.NOT_TAKING_PART),
            ),
            by_party=(PartyVote("Moderata samlingspartiet", VoteChoice.NOT_TAKING_PART, 3),),
        ),
    ),
    dissents=(Dissent(DissentKind.NOT_TAKING_PART, (), ("L",), quote("L deltar inte.")),),
    references=(ItemReference("Kommunstyrelsen", None, "45", quote("KS § 45/2023"), year=2023),),
)


def test_those_who_take_no_part_and_references_by_year(
    store: Store, ingest: Ingest, folder: Path
) -> None:
    def parse(source: SourceDocument, path: Path, huvudman: str) -> tuple[Meeting, ...]:
        (meeting,) = parse_stand_in(source, path, huvudman)
        return (replace(meeting, items=(replace(meeting.items[0], entities=RARE),)),)

    write_document(folder / "a.pdf", "§ 208 X; ; ; 1", "beslut: X.")
    ingest(parse=parse)
    assert store.entities(ITEM) == RARE
    assert ask(store, "SELECT party, choice FROM cast_votes") == [
        ("C", "kvittad"),
        ("FI", "deltar inte"),
    ]
    assert ask(store, "SELECT party, choice, count FROM party_votes") == [("M", "deltar inte", 3)]
    assert ask(store, "SELECT kind, party FROM dissents") == [("deltar inte i beslutet", "L")]
    assert ask(store, "SELECT number, date FROM item_references") == [("45", "2023")]


def test_a_motion_that_names_nobody_is_counted_too(
    store: Store, ingest: Ingest, folder: Path
) -> None:
    def parse(source: SourceDocument, path: Path, huvudman: str) -> tuple[Meeting, ...]:
        (meeting,) = parse_stand_in(source, path, huvudman)
        motion = Motion(MotionKind.OTHER, (), "\ud800", quote("Det yrkas."))
        item = replace(meeting.items[0], entities=Entities(motions=(motion,)))
        return (replace(meeting, items=(item,)),)

    write_document(folder / "a.pdf", "§ 208 X; ; ; 1", "beslut: X.")
    ingest(parse=parse)
    assert ask(store, "SELECT person, party, subject FROM motions") == [(None, None, "\ufffd")]


def test_a_figure_that_is_no_count_of_votes_stops_nothing(
    store: Store, ingest: Ingest, folder: Path
) -> None:
    def parse(source: SourceDocument, path: Path, huvudman: str) -> tuple[Meeting, ...]:
        (meeting,) = parse_stand_in(source, path, huvudman)
        vote = Vote(quote("Ja: 9…9"), Tally(10**30, 2))
        return (
            replace(meeting, items=(replace(meeting.items[0], entities=Entities(votes=(vote,))),)),
        )

    write_document(folder / "a.pdf", "§ 208 X; ; ; 1", "beslut: X.")
    ingest(parse=parse)
    assert ask(store, "SELECT yes_stated, no_stated FROM votes") == [(None, 2)]
    assert store.entities(ITEM).votes[0].tally == Tally(10**30, 2)


def test_rows_go_with_their_document(filled: Store, ingest: Ingest, folder: Path) -> None:
    assert all(ask(filled, f"SELECT count(*) FROM {table}") != [(0,)] for table in TABLES)
    write_document(folder / "a.pdf", "§ 208 Ny simhall; ; ; 2", "beslut: Nytt beslut.")
    ingest()
    assert all(ask(filled, f"SELECT count(*) FROM {table}") == [(0,)] for table in TABLES)
