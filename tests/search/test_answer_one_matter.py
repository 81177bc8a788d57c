"""What belongs to one matter: other spellings, other §, and what only seems to."""

from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import write_document
from tests.fakes.embedder import FakeEmbedder

from beslutssok.domain import Answer, Filters
from beslutssok.domain.answers import LineKind
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.search import Retriever, ask
from beslutssok.search.one_matter import later_and_earlier, titled_alike

BOARD = "protokoll; Älvsele kommun; Kommunstyrelsen; 2024-10-08"
ASSEMBLY = "protokoll; Älvsele kommun; Kommunfullmäktige; 2024-11-18"
LATER = "protokoll; Älvsele kommun; Kommunfullmäktige; 2025-03-17"
AGENDA = "kallelse; Älvsele kommun; Kommunstyrelsen; 2025-05-06"


@pytest.fixture
def retriever(store: Store, embedder: FakeEmbedder, ingest: Ingest, folder: Path) -> Retriever:
    write_document(
        folder / "a.pdf",
        "§ 10 Ny gångbro över Lomälven; KS 2024/10; förslag; 2",
        "beslut: 1. Gångbron byggs av stål.",
        "§ 11 Anmälan av delegationsbeslut; ; noterat; 3",
        "beslut: Anmälan av beslut i KS 2024/10 antecknas.",
        head=BOARD,
    )
    write_document(
        folder / "b.pdf",
        "§ 30 Ny gångbro över Lomälven; KS-2024-00010; avslag; 2",
        "forslag: 1. Gångbron byggs av stål.",
        "beslut: Kommunstyrelsens förslag avslås.",
        "§ 31 Taxa för torghandel vid Stationstorget; KS 2024/21; bifall; 3",
        "beslut: Taxan för torghandel höjs på vardagar.",
        "§ 32 Taxa för torghandel vid Stationstorget; KS 2024/22; avslag; 4",
        "beslut: Taxan för torghandel höjs inte på helger.",
        head=ASSEMBLY,
    )
    write_document(
        folder / "c.pdf",
        "§ 5 Ny gångbro över Lomälven; KS 2024/10; bifall; 2",
        "beslut: Gångbron byggs av trä.",
        head=LATER,
    )
    write_document(
        folder / "d.pdf",
        "§ 7 Ny skidbacke på Hällberget; KS 2025/70; förslag; 2",
        "forslag: 1. Skidbacken byggs med lift.",
        head=AGENDA,
    )
    ingest()
    return Retriever(store, VectorIndex(store), embedder)


def asked(retriever: Retriever, question: str, after: str) -> Answer:
    return ask(retriever, question, Filters(), after=after)


def test_steps_before_and_after_are_found_in_any_spelling_of_the_number(
    retriever: Retriever,
) -> None:
    items = {item.number: item for item in retriever.store.items()}
    earlier, later = later_and_earlier(retriever, items["30"])
    assert [item.number for item in earlier] == ["10"]
    assert [item.number for item in later] == ["5"]


def test_a_rejected_proposal_is_not_quoted_as_decided(retriever: Retriever) -> None:
    answer = asked(retriever, "Vad beslutades?", "Kommunfullmäktige 2024-11-18 § 30")
    decided = [line.text for line in answer.lines if line.kind is LineKind.DECISION]
    assert decided == ["Kommunstyrelsens förslag avslås."]
    assert not any("stål" in line.text for line in answer.lines)
    assert answer.lines[0].kind is LineKind.LATER
    assert "Kommunfullmäktige 2025-03-17 § 5" in answer.lines[0].text


def test_the_case_goes_on_with_the_last_that_decided(retriever: Retriever) -> None:
    answer = asked(retriever, "När var det?", "KS 2024/10")
    head = next(line.text for line in answer.lines if line.kind is LineKind.HEAD)
    assert head.startswith("Beslutat. Kommunfullmäktige 2025-03-17 § 5")


def test_an_agenda_without_minutes_is_only_a_proposal(retriever: Retriever) -> None:
    answer = asked(retriever, "Vad beslutades?", "KS 2025/70")
    head = next(line.text for line in answer.lines if line.kind is LineKind.HEAD)
    assert head.startswith(
        "Endast förslag; något protokoll med beslut finns inte bland handlingarna."
    )
    assert not any(line.kind is LineKind.DECISION for line in answer.lines)
    assert any(line.kind is LineKind.PROPOSAL and line.quoted for line in answer.lines)


def test_one_title_with_two_numbers_is_two_matters(retriever: Retriever) -> None:
    retrieval = retriever.retrieve("taxa torghandel Stationstorget", Filters())
    items = {item.number: item for item in retriever.store.items()}
    assert titled_alike(retriever, retrieval, items["31"]) == []


def test_two_matters_of_one_name_at_one_meeting_are_both_told(retriever: Retriever) -> None:
    answer = ask(retriever, "Vad beslutades om taxa för torghandel vid Stationstorget?", Filters())
    quoted = {line.text for line in answer.lines if line.quoted}
    assert {
        "Taxan för torghandel höjs på vardagar.",
        "Taxan för torghandel höjs inte på helger.",
    } <= quoted
