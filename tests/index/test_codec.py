import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beslutssok.domain import (
    DocumentKind,
    Item,
    Meeting,
    Outcome,
    Paragraph,
    Place,
    Section,
    SectionKind,
    Tally,
)
from beslutssok.index.codec import decode, decode_places, encode, encode_places

texts = st.text(max_size=20)
places = st.builds(
    Place,
    page=st.integers(1, 999),
    left=st.floats(allow_nan=False),
    top=st.floats(allow_nan=False),
    bottom=st.floats(allow_nan=False),
)
paragraphs = st.builds(
    Paragraph,
    text=texts | st.text(st.characters(codec=None), max_size=5),
    places=st.lists(places, max_size=3).map(tuple),
    point=st.none() | texts,
)
sections = st.builds(
    Section,
    kind=st.sampled_from(SectionKind),
    heading=texts,
    paragraphs=st.lists(paragraphs, max_size=3).map(tuple),
    heading_places=st.lists(places, max_size=2).map(tuple),
)
items = st.builds(
    Item,
    number=texts,
    title=texts,
    sections=st.lists(sections, max_size=2).map(tuple),
    pages=st.tuples(st.integers(1, 9), st.integers(1, 9)),
    case_number=st.none() | texts,
    outcome=st.sampled_from(Outcome),
    tallies=st.lists(st.builds(Tally, yes=st.integers(), no=st.integers()), max_size=2).map(tuple),
    references=st.lists(texts, max_size=2).map(tuple),
)
meetings = st.builds(
    Meeting,
    document_kind=st.sampled_from(DocumentKind),
    huvudman=texts,
    organ=texts,
    date=st.none() | st.dates(),
    title=texts,
    items=st.lists(items, max_size=2).map(tuple),
    front=st.lists(paragraphs, max_size=2).map(tuple),
    doubts=st.lists(texts, max_size=2).map(tuple),
)


@given(meetings)
def test_a_meeting_comes_back_as_it_was(meeting: Meeting) -> None:
    assert decode(Meeting, encode(meeting)) == meeting


@given(st.lists(places, max_size=4).map(tuple))
def test_places_come_back_as_they_were(several: tuple[Place, ...]) -> None:
    assert decode_places(encode_places(several)) == several


def test_what_an_older_version_did_not_know_has_its_default() -> None:
    old = zlib.compress(b'{"yes":31,"no":30}')
    assert decode(Tally, old) == Tally(yes=31, no=30)


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
