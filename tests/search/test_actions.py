"""What parties and persons did: all of it, once, in order, and in the words of the minutes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import parse_stand_in, write_document

import beslutssok
from beslutssok.domain import (
    Action,
    ActionKind,
    CastVote,
    Disqualification,
    Dissent,
    DissentKind,
    DocumentKind,
    Entities,
    Filters,
    Item,
    Meeting,
    Motion,
    MotionKind,
    PartyVote,
    Person,
    Proposition,
    Quotation,
    SourceDocument,
    Tally,
    Vote,
    VoteChoice,
)
from beslutssok.index.store import Store
from beslutssok.search.actions import find_actions_in, is_party

SIV, BO = Person("Siv Granlund", "S"), Person("Bo Ask", "S")
TURE, ANNA = Person("Ture Myrberg", "V"), Person("Anna Maria Berg", "ÄL")
MINUTES = (
    "§ 1 Simhallen; KS 2024/10; bifall; 2",
    "yrkanden: Siv Granlund (S) och Bo Ask (S) yrkar bifall med instämmande av V.",
    "yrkanden: Anna Maria Berg (ÄL) yrkar avslag.",
    "omrostning: Med 2 ja mot 1 nej bifalls förslaget.",
    "omrostning: Röstlista",
    "beslut: Simhallen byggs.",
    "reservation: Anna Maria Berg (ÄL) reserverar sig.",
    "anteckning: Ture Myrberg (V) lämnar ett särskilt yttrande.",
)


def entities_of(item: Item) -> Entities:
    """What MINUTES say, each with the places of its paragraph."""
    said = [paragraph for section in item.sections for paragraph in section.paragraphs]
    if len(said) < 7:
        return Entities()
    quotes = [Quotation(paragraph.text, paragraph.places) for paragraph in said]
    return Entities(
        motions=(
            Motion(MotionKind.APPROVAL, (SIV, BO), "bifall", quotes[0], parties=("V",)),
            Motion(MotionKind.REJECTION, (ANNA,), "avslag", quotes[1]),
        ),
        votes=(
            Vote(
                quotes[2],
                Tally(2, 1),
                Proposition("bifall", "avslag", quotes[2]),
                (
                    CastVote(SIV, VoteChoice.YES),
                    CastVote(BO, VoteChoice.YES),
                    CastVote(ANNA, VoteChoice.NO),
                    CastVote(Person("Per Ek", "S"), VoteChoice.ABSENT),
                ),
                quotes[3],
                (PartyVote("Vänsterpartiet", VoteChoice.NO),),
            ),
        ),
        dissents=(
            Dissent(DissentKind.RESERVATION, (ANNA,), (), quotes[5]),
            Dissent(DissentKind.SPECIAL_OPINION, (TURE,), (), quotes[6]),
        ),
        disqualifications=(Disqualification((TURE,), quotes[6]),),
    )


def parse(source: SourceDocument, path: Path, huvudman: str = "") -> tuple[Meeting, ...]:
    return tuple(
        replace(
            meeting,
            items=tuple(replace(item, entities=entities_of(item)) for item in meeting.items),
        )
        for meeting in parse_stand_in(source, path, huvudman)
    )


def head(kind: str, day: str) -> str:
    return f"{kind}; Region Fjällbygden; Regionstyrelsen; {day}"


@pytest.fixture
def filled(store: Store, ingest: Ingest, folder: Path) -> Store:
    write_document(folder / "b.pdf", *MINUTES, head=head("protokoll", "2024-12-10"))
    write_document(folder / "a.pdf", *MINUTES, head=head("protokoll", "2025-01-14"))
    ingest(parse=parse)
    return store


def told(actions: Iterable[Action]) -> list[tuple[str, str | None, str | None, str]]:
    return [(each.kind.value, each.person, each.party, each.detail) for each in actions]


def test_a_party_acts_through_its_members_and_as_a_whole(filled: Store) -> None:
    of_meeting = Filters(date_to=date(2024, 12, 31))
    assert told(find_actions_in(filled, "s", filters=of_meeting).actions) == [
        ("yrkande", "Siv Granlund, Bo Ask", "S", "bifall"),
        ("röst", None, "S", "2 ja, 1 frånvarande"),
    ]
    found = find_actions_in(filled, "Vänsterpartiet", filters=of_meeting)
    assert found.who == "V"
    assert told(found.actions) == [
        ("yrkande", None, "V", "bifall"),
        ("röst", None, "V", "nej"),
        ("protokollsanteckning", "Ture Myrberg", "V", "särskilt yttrande"),
        ("jäv", "Ture Myrberg", "V", ""),
    ]


def test_a_person_is_found_by_some_of_the_names(filled: Store) -> None:
    found = find_actions_in(filled, "Anna Bergs")
    assert told(found.actions[:3]) == [
        ("yrkande", "Anna Maria Berg", "ÄL", "avslag"),
        ("röst", "Anna Maria Berg", "ÄL", "nej"),
        ("reservation", "Anna Maria Berg", "ÄL", ""),
    ]
    assert found.actions[1].stood_for == "ja: bifall; nej: avslag"
    assert [each.hit.date for each in found.actions] == sorted(
        each.hit.date for each in found.actions
    )
    assert find_actions_in(filled, "Anna Bergman").actions == ()
    assert find_actions_in(filled, "Anna Berg (V)").actions == ()


def test_each_action_is_cited_where_its_words_stand(filled: Store) -> None:
    found = find_actions_in(filled, None)
    assert found.who == ""
    assert all(each.text in each.hit.text for each in found.actions)
    votes = [each for each in found.actions if each.kind is ActionKind.VOTED]
    assert {each.text for each in votes} == {"Med 2 ja mot 1 nej bifalls förslaget."}
    assert all(each.listed and "Röstlista" in each.listed.text for each in votes)
    assert found.count(ActionKind.RESERVED) == 2
    assert found.coverage.items == 2


def test_only_the_kinds_and_items_asked_for_are_given(filled: Store) -> None:
    kinds = frozenset({ActionKind.RESERVED})
    assert {each.kind for each in find_actions_in(filled, None, kinds=kinds).actions} == kinds
    item = "region-fjallbygden/regionstyrelsen/2025-01-14/1"
    found = find_actions_in(filled, "ÄL", [item])
    assert {each.hit.item_id for each in found.actions} == {item}
    assert find_actions_in(filled, "ÄL", []).actions == ()


def test_an_extract_of_minutes_and_an_agenda_are_not_counted_again(
    filled: Store, ingest: Ingest, folder: Path
) -> None:
    before = find_actions_in(filled, "ÄL").actions
    write_document(folder / "c.pdf", *MINUTES, head=head("protokollsutdrag", "2024-12-10"))
    write_document(folder / "d.pdf", *MINUTES, head=head("kallelse", "2024-12-10"))
    ingest(parse=parse)
    assert find_actions_in(filled, "ÄL").actions == before
    agenda = Filters(document_kind=DocumentKind.AGENDA)
    assert len(find_actions_in(filled, "ÄL", filters=agenda).actions) == 3
    write_document(folder / "e.pdf", *MINUTES, head=head("protokollsutdrag", "2025-02-11"))
    ingest(parse=parse)
    assert len(find_actions_in(filled, "ÄL").actions) == len(before) + 3


def test_letters_are_a_party_where_somebody_has_them(filled: Store) -> None:
    assert is_party(filled, "äl")
    assert is_party(filled, "moderaterna")
    assert not is_party(filled, "Berg")


def test_what_a_party_did_about_a_matter_in_the_samples(sample_index: beslutssok.Index) -> None:
    found = sample_index.actions("V", "nattbussen mellan Fjällköping och Rödvallen")
    kinds = {each.kind for each in found.actions}
    assert {ActionKind.MOVED, ActionKind.VOTED, ActionKind.RESERVED} <= kinds
    assert all("natt" in each.hit.item_title.lower() for each in found.actions)
    assert sample_index.actions("V", "månraketer och rymdfärder").actions == ()


def test_every_word_quoted_in_the_samples_is_in_its_passage(
    sample_index: beslutssok.Index,
) -> None:
    found = sample_index.actions(None)
    assert len(found.actions) > 500
    assert all(each.text in each.hit.text for each in found.actions)
    assert all(each.hit.document_kind.records_decisions for each in found.actions)
