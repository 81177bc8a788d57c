import math
import zlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beslutssok.domain import (
    AttendanceRole,
    Attendee,
    CastVote,
    Disqualification,
    Dissent,
    DissentKind,
    DocumentKind,
    Entities,
    Item,
    ItemReference,
    Meeting,
    Motion,
    MotionKind,
    Outcome,
    Paragraph,
    ParagraphStyle,
    PartyVote,
    Person,
    Place,
    Proposition,
    Quotation,
    Section,
    SectionKind,
    Tally,
    Vote,
    VoteChoice,
)
from beslutssok.index.codec import decode, decode_places, encode, encode_places

texts = st.text(max_size=20)
numbers = st.floats(allow_nan=False)
places = st.builds(
    Place, page=st.integers(1, 999), left=numbers, top=numbers, right=numbers, bottom=numbers
)


def few(entries: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(entries, max_size=2).map(tuple)


paragraphs = st.builds(
    Paragraph,
    text=texts | st.text(st.characters(codec=None), max_size=5),
    places=few(places),
    style=st.sampled_from(ParagraphStyle),
    point=st.none() | texts,
    ocr=st.booleans(),
)
sections = st.builds(
    Section,
    kind=st.sampled_from(SectionKind),
    heading=texts,
    paragraphs=few(paragraphs),
    heading_places=few(places),
)
tallies = st.builds(
    Tally,
    yes=st.integers(),
    no=st.integers(),
    abstained=st.none() | st.integers(),
    absent=st.none() | st.integers(),
    text=texts,
)
sources = st.builds(Quotation, text=texts, places=few(places))
persons = st.builds(Person, name=texts, party=st.none() | texts)
motions = st.builds(
    Motion,
    kind=st.sampled_from(MotionKind),
    movers=few(persons),
    subject=texts,
    source=sources,
    parties=few(texts),
)
votes = st.builds(
    Vote,
    source=sources,
    tally=st.none() | tallies,
    proposition=st.none() | st.builds(Proposition, yes=texts, no=texts, source=sources),
    cast=few(st.builds(CastVote, person=persons, choice=st.sampled_from(VoteChoice), role=texts)),
    roll_call=st.none() | sources,
    by_party=few(
        st.builds(
            PartyVote,
            party=texts,
            choice=st.sampled_from(VoteChoice),
            count=st.none() | st.integers(),
        )
    ),
)
dissents = st.builds(
    Dissent,
    kind=st.sampled_from(DissentKind),
    persons=few(persons),
    parties=few(texts),
    source=sources,
)
disqualifications = st.builds(Disqualification, persons=few(persons), source=sources)
references = st.builds(
    ItemReference,
    organ=texts,
    date=st.none() | st.dates(),
    number=st.none() | texts,
    source=sources,
    year=st.none() | st.integers(),
)
entities = st.builds(
    Entities,
    motions=few(motions),
    votes=few(votes),
    dissents=few(dissents),
    disqualifications=few(disqualifications),
    references=few(references),
)
attendees = st.builds(
    Attendee, person=persons, role=st.sampled_from(AttendanceRole), source=sources
)
items = st.builds(
    Item,
    number=texts,
    title=texts,
    sections=few(sections),
    pages=st.tuples(st.integers(1, 9), st.integers(1, 9)),
    case_number=st.none() | texts,
    outcome=st.sampled_from(Outcome),
    tallies=few(tallies),
    references=few(texts),
    heading_places=few(places),
    doubts=few(texts),
)
meetings = st.builds(
    Meeting,
    document_kind=st.sampled_from(DocumentKind),
    huvudman=texts,
    organ=texts,
    date=st.none() | st.dates(),
    title=texts,
    items=few(items),
    front=few(paragraphs),
    doubts=few(texts),
    pages=st.tuples(st.integers(1, 9), st.integers(1, 9)),
    attendance=few(attendees),
)


@settings(max_examples=60)
@given(meetings)
def test_a_meeting_comes_back_as_it_was(meeting: Meeting) -> None:
    assert decode(Meeting, encode(meeting)) == meeting


@settings(max_examples=60)
@given(entities)
def test_entities_come_back_with_their_item(read: Entities) -> None:
    item = Item("1", "Rubrik", (), (1, 1), entities=read)
    assert decode(Item, encode(item)) == item


@given(st.lists(places, max_size=4).map(tuple))
def test_places_come_back_as_they_were(several: tuple[Place, ...]) -> None:
    assert decode_places(encode_places(several)) == several


def test_an_edge_that_no_file_tells_stays_unknown() -> None:
    place = Place(3, 10.0, 20.0, math.nan, math.inf)
    (found,) = decode_places(encode_places([place]))
    assert math.isnan(found.right)
    assert replace(found, right=0.0) == replace(place, right=0.0)


def test_what_an_older_version_did_not_know_has_its_default() -> None:
    old = zlib.compress(b'{"yes":31,"no":30}')
    assert decode(Tally, old) == Tally(yes=31, no=30)
    item = zlib.compress(b'{"number":"1","title":"T","sections":[],"pages":[1,1]}')
    assert decode(Item, item).entities == Entities()


def test_places_without_a_right_edge_are_refused() -> None:
    data = encode(Quotation("x", (Place(1, 2.0, 3.0, 4.0, 5.0),)))
    older = zlib.compress(zlib.decompress(data).replace(b"[1,2.0,3.0,4.0,5.0]", b"[1,2.0,3.0,5.0]"))
    with pytest.raises(ValueError):
        decode(Quotation, older)


@pytest.mark.parametrize(
    "data",
    [b"", b"not compressed", zlib.compress(b"{"), zlib.compress(b'{"unknown":1}')],
)
def test_what_is_no_meeting_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        decode(Meeting, data)


def test_a_value_that_no_enum_has_is_refused() -> None:
    meeting = Meeting(DocumentKind.AGENDA, "", "Nämnden", date(2025, 1, 2), "", ())
    changed = zlib.decompress(encode(meeting)).replace(b"kallelse", b"inbjudan")
    with pytest.raises(ValueError):
        decode(Meeting, zlib.compress(changed))
