"""How those asked about voted: told from the roll-call, and said where it does not tell."""

from datetime import date

from beslutssok.domain import (
    CastVote,
    DocumentKind,
    Outcome,
    Person,
    Place,
    Quotation,
    SectionKind,
    Vote,
    VoteChoice,
)
from beslutssok.index.codec import encode_places
from beslutssok.index.rows import StoredPassage
from beslutssok.search.votes_told import asked_lines, unlisted_lines

FIRST, SECOND = Place(8, 70.0, 100.0, 500.0, 112.0), Place(9, 70.0, 100.0, 500.0, 112.0)
ROWS = (
    ("Anna Berg", "S", "ja"),
    ("Karl Emanuel Lindfors", "S", "frånvarande"),
    ("Per Ek", "M", "nej"),
)
CAST = tuple(CastVote(Person(name, party), VoteChoice(choice)) for name, party, choice in ROWS)


def listed(rowid: int, page: int, place: Place, text: str) -> StoredPassage:
    return StoredPassage(
        rowid=rowid, id=f"x/{rowid}", text=text, context="", section=SectionKind.VOTE,
        section_heading="Bilaga 1", point=None, page=page,
        encoded_places=encode_places([place]), item_id="x",
        item_number="1", item_title="Ny bro", case_number=None, outcome=Outcome.APPROVED,
        organ="Kommunfullmäktige", huvudman="Älvsele kommun", date=date(2025, 4, 28),
        document_kind=DocumentKind.MINUTES, document_title="", file="x.pdf", sha256="",
    )  # fmt: skip


PASSAGES = [
    listed(1, 8, FIRST, "Anna Berg S Ja"),
    listed(2, 9, SECOND, "Karl Emanuel Lindfors\nPer Ek M Nej"),
]
VOTE = Vote(
    source=Quotation("Omröstningslista", (FIRST,)),
    cast=CAST,
    roll_call=Quotation("Omröstningslista", (FIRST, SECOND)),
)


def test_a_party_is_counted_with_those_who_were_absent() -> None:
    (line,) = asked_lines(VOTE, PASSAGES, ["S"], [])
    assert line.text == "S: 1 ja, 0 nej, 0 avstår, 1 frånvarande, räknat i röstlistan."
    assert not line.quoted


def test_a_person_is_found_by_first_and_last_name_and_cited_to_the_page_of_the_row() -> None:
    (line,) = asked_lines(VOTE, PASSAGES, [], ["Karl Lindfors"])
    assert line.text == "Karl Emanuel Lindfors (S) var frånvarande."
    assert line.hit.page == 9


def test_who_stands_in_no_list_is_said_not_to() -> None:
    told = list(asked_lines(VOTE, PASSAGES, ["C"], ["Eva Lind"]))
    assert told == []
    lines = list(unlisted_lines(told, PASSAGES, ["C", "Eva Lind"]))
    assert [line.text for line in lines] == [
        "Hur C röstade framgår inte av någon röstlista i handlingen.",
        "Hur Eva Lind röstade framgår inte av någon röstlista i handlingen.",
    ]
