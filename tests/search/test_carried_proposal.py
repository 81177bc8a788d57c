"""Which proposal an opaque decision carries, and when that cannot be known."""

from datetime import date

import pytest

from beslutssok.domain import DocumentKind, Outcome, SectionKind
from beslutssok.index.rows import StoredPassage
from beslutssok.search.quoting import carried_proposal


def passage(rowid: int, section: SectionKind, heading: str, text: str) -> StoredPassage:
    return StoredPassage(
        rowid=rowid, id=f"x/{rowid}", text=text, context="", section=section,
        section_heading=heading, point="1", page=1, encoded_places="[]",
        item_id="x", item_number="1",
        item_title="Ny bro", case_number=None, outcome=Outcome.APPROVED, organ="Kommunfullmäktige",
        huvudman="Älvsele kommun", date=date(2025, 4, 28), document_kind=DocumentKind.MINUTES,
        document_title="", file="x.pdf", sha256="",
    )  # fmt: skip


BOARD = passage(1, SectionKind.PROPOSAL, "Kommunstyrelsens förslag", "1. Bron byggs.")
OFFICE = passage(2, SectionKind.PROPOSAL, "Förvaltningens förslag", "1. Bron rivs.")


def decided(text: str) -> list[StoredPassage]:
    return [passage(3, SectionKind.DECISION, "Beslut", text)]


def test_the_proposal_of_the_one_named_is_given_and_no_other() -> None:
    decision = decided("1. Kommunstyrelsens förslag antas.")
    assert carried_proposal(decision, [BOARD, OFFICE, *decision]) == [BOARD]


@pytest.mark.parametrize(
    "text",
    [
        "Förslaget antas.",
        "Anna Eks förslag antas.",
        "Kommunstyrelsens förslag avslås.",
        "Kommunstyrelsens förslag antas med den ändringen att bron blir smalare.",
    ],
)
def test_what_is_not_certain_is_not_given_as_carried(text: str) -> None:
    decision = decided(text)
    assert carried_proposal(decision, [BOARD, OFFICE, *decision]) == []
