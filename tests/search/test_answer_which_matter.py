"""Which matter a question is about: several under one number, one point of many, none for sure."""

from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import write_document
from tests.fakes.embedder import FakeEmbedder
from tests.search.case_fakes import parse_with_references

from beslutssok.domain import Answer, Filters
from beslutssok.domain.answers import LineKind
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.search import Retriever, ask

OCTOBER = "protokoll; Älvsele kommun; Kommunfullmäktige; 2024-10-07"
DECEMBER = "protokoll; Älvsele kommun; Kommunfullmäktige; 2024-12-16"
APRIL = "protokoll; Älvsele kommun; Kommunfullmäktige; 2025-04-28"
AGENDA = "kallelse; Älvsele kommun; Kommunfullmäktige; 2025-06-16"
POINTS = (
    "Renhållningstaxan räknas upp med indexet för avfall.",
    "Färjan till Holmön går en gång till på söndagar.",
    "Konstinköpen för vårdcentralerna halveras.",
    "Kajen i Sundet muddras före islossningen.",
    "Växthuset vid kyrkan hyrs ut till odlarna.",
    "Ridhusets läktare målas om av föreningen.",
    "Fritidsbanken flyttar in i brandstationen.",
    "Musikskolans cellon lagas under lovet.",
    "Bokbussen stannar i Lomträsk på lördagar.",
)


@pytest.fixture
def retriever(store: Store, embedder: FakeEmbedder, ingest: Ingest, folder: Path) -> Retriever:
    write_document(
        folder / "oktober.pdf",
        "§ 80 Avsägelse från Maja Lindberg som ersättare i fullmäktige; KS 2024/3; bifall; 2",
        "beslut: Avsägelsen godkänns.",
        "§ 81 Avsägelse från Sten Åkerlund som ersättare i fullmäktige; KS 2024/3; bifall; 2",
        "beslut: Avsägelsen godkänns.",
        "§ 84 Taxa för båtplatser 2024; KS 2024/62; bifall; 4",
        "beslut: Avgiften höjs med 2 procent.",
        "§ 82 Kompletterande budget för hösten; KS 2024/60; bifall; 3",
        *(f"beslut: {number}. {point}" for number, point in enumerate(POINTS, 1)),
        head=OCTOBER,
    )
    write_document(
        folder / "december.pdf",
        "§ 101 Avsägelse från Karin Fors som ersättare i fullmäktige; KS 2024/3; bifall; 2",
        "beslut: Avsägelsen godkänns.",
        "§ 102 Ny badbrygga vid Sandviken; KS 2024/70; bifall; 3",
        "beslut: Badbryggan byggs av lärk.",
        "§ 103 Torgdagen läggs ned; KS 2024/71; bifall; 3",
        "beslut: Torgdagen på lördagar läggs ned.",
        "§ 104 Taxa för båtplatser 2025; KS 2024/72; bifall; 4",
        "beslut: Båtplatstaxan för båtplatser höjs med 4 procent.",
        head=DECEMBER,
    )
    write_document(
        folder / "april.pdf",
        "§ 20 Torgdagen införs igen; KS 2025/9; bifall; 2",
        "beslut: 1. Kommunfullmäktiges beslut 2024-12-16 § 103 upphävs.",
        "beslut: 2. Torgdagen hålls varje lördag.",
        head=APRIL,
    )
    write_document(
        folder / "kallelse.pdf",
        "§ 4 Ishall på Grusåsen; KS 2025/30; förslag; 2",
        "forslag: Kommunen bygger en ishall på Grusåsen.",
        head=AGENDA,
    )
    ingest(parse=parse_with_references)
    return Retriever(store, VectorIndex(store), embedder)


def answer(retriever: Retriever, question: str) -> Answer:
    return ask(retriever, question, Filters())


def test_matters_that_share_a_number_are_not_told_as_one_case(retriever: Retriever) -> None:
    found = answer(retriever, "Vad beslutades om avsägelsen från Maja Lindberg?")
    assert "§ 80" in found.lines[0].text
    assert not {LineKind.LATER, LineKind.EARLIER} & {line.kind for line in found.lines}
    assert "Karin Fors" not in found.text


def test_of_a_decision_about_many_things_the_point_asked_for_is_quoted(
    retriever: Retriever,
) -> None:
    found = answer(retriever, "Vad beslutades om cellon i musikskolan?")
    quoted = [line.text for line in found.lines if line.kind is LineKind.DECISION]
    assert f"8. {POINTS[7]}" in quoted
    assert len(quoted) <= 3
    whole = answer(retriever, "Vad beslutades om den kompletterande budgeten för hösten?")
    assert sum(line.kind is LineKind.DECISION for line in whole.lines) > 3


def test_what_was_treated_in_a_month_is_listed_whole(retriever: Retriever) -> None:
    found = answer(retriever, "Vilka avsägelser behandlades på oktobermötet 2024?")
    listed = [line.text for line in found.lines if line.kind is LineKind.LISTED]
    assert len(listed) == 2
    assert all("2024-10-07" in line for line in listed)


def test_a_decision_that_was_repealed_under_another_number_says_so_first(
    retriever: Retriever,
) -> None:
    found = answer(retriever, "Vad beslutades om att lägga ned torgdagen på lördagar?")
    first, second, third = found.lines[:3]
    assert first.text.startswith("Senare upphävt eller ändrat: Kommunfullmäktige 2025-04-28 § 20")
    assert "upphävs" in second.text
    assert third.text == "2. Torgdagen hålls varje lördag."
    assert {line.kind for line in found.lines[:3]} == {LineKind.AMENDED}
    assert any("läggs ned" in line.text and line.kind is LineKind.DECISION for line in found.lines)


def test_how_a_vote_went_is_not_told_from_an_agenda(retriever: Retriever) -> None:
    found = answer(retriever, "Hur röstade fullmäktige om ishallen på Grusåsen?")
    assert not found.answered
    assert found.reason is not None and "bara kallelsen" in found.reason
    assert answer(retriever, "Vad beslutades om ishallen på Grusåsen?").answered


def test_of_matters_that_come_back_each_year_the_year_asked_for_is_told(
    retriever: Retriever,
) -> None:
    found = answer(retriever, "Vad beslutades om båtplatstaxan för båtplatser 2024?")
    assert "§ 84" in found.lines[0].text
