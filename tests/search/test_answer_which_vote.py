"""Which vote a question is about: that of its matter, wherever on the way it was held."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import write_document
from tests.fakes.embedder import FakeEmbedder
from tests.search.case_fakes import parse_with_references

from beslutssok.domain import Answer, Filters
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.search import Retriever, ask
from beslutssok.search.evidence import weigh_evidence
from beslutssok.search.matter_alone import tells_of_person

BOARD = "protokoll; Älvsele kommun; Kommunstyrelsen; 2024-10-08"
ASSEMBLY = "protokoll; Älvsele kommun; Kommunfullmäktige; 2024-11-18"


@pytest.fixture
def retriever(store: Store, embedder: FakeEmbedder, ingest: Ingest, folder: Path) -> Retriever:
    write_document(
        folder / "styrelsen.pdf",
        "§ 90 Vindkraftverk på Grusåsen; KS 2024/81; förslag; 2",
        "forslag: Kommunfullmäktige beslutar att vindkraftverken på Grusåsen tillstyrks.",
        "beslutsgang: Omröstning begärs. Följande röstar ja till tillstyrkan: Maja Lind (S) och "
        "Sten Åker (M). Följande röstar nej: Karin Fors (C).",
        "beslutsgang: Kommunstyrelsen beslutar med 2 röster mot 1 att tillstyrka.",
        "§ 91 Bidrag till hembygdsgården i Lomträsk; KS 2024/82; bifall; 3",
        "beslut: Bidraget till hembygdsgården beviljas.",
        "jav: Sten Åker (M) anmäler jäv och lämnar salen.",
        "§ 92 Bidrag till dansbanan i Holmsund; KS 2024/83; bifall; 4",
        "beslut: Bidraget till dansbanan beviljas.",
        head=BOARD,
    )
    write_document(
        folder / "fullmaktige.pdf",
        "§ 120 Vindkraftverk på Grusåsen; KS 2024/81; bifall; 2",
        "beslut: Vindkraftverken på Grusåsen tillstyrks.",
        "bakgrund: Bolaget vill bygga vindkraftverk på Grusåsen.",
        "§ 121 Badhus vid Sandviken; KS 2024/84; bifall; 3",
        "beslut: Badhuset vid Sandviken byggs.",
        "beslutsgang: Omröstning begärs. Med 20 röster mot 11 bifalls förslaget.",
        head=ASSEMBLY,
    )
    ingest(parse=parse_with_references)
    return Retriever(store, VectorIndex(store), embedder)


def answer(retriever: Retriever, question: str) -> Answer:
    return ask(retriever, question, Filters())


def test_where_the_decision_had_no_vote_that_of_its_preparation_is_told(
    retriever: Retriever,
) -> None:
    found = answer(retriever, "Hur röstade de om vindkraftverken på Grusåsen?")
    assert "§ 90" in found.text
    assert "2 ja, 1 nej" in found.text
    assert "20 ja" not in found.text


def test_a_matter_without_a_vote_is_not_told_with_that_of_another(retriever: Retriever) -> None:
    found = answer(retriever, "Hur röstade de om bidraget till dansbanan i Holmsund?")
    assert "20 ja" not in found.text
    assert "Ingen omröstning" in found.text or not found.answered


@pytest.mark.parametrize(
    ("question", "tells"),
    [
        ("Hur röstade Karin Fors om snurrorna på Grusåsen?", True),
        ("Hur röstade Karin Fors om snurrorna?", False),
        ("Hur röstade Bo Alm om snurrorna på Grusåsen?", False),
        ("Hur röstade Sten Åker om snurrorna i Holmsund?", False),
    ],
)
def test_a_person_in_a_roll_call_and_a_place_tell_which_vote_though_words_are_unknown(
    retriever: Retriever, question: str, tells: bool
) -> None:
    retrieval = retriever.retrieve(question, Filters())
    evidence = weigh_evidence(retriever, retrieval, question)
    far = replace(evidence, odds=-3.0, missing=("snurrorna",))
    assert tells_of_person(retriever, retrieval, far) is tells


def test_who_left_the_room_is_told_of_the_matter_in_which_somebody_did(
    retriever: Retriever,
) -> None:
    found = answer(retriever, "Vem fick lämna salen när hembygdsgården i Lomträsk fick bidrag?")
    assert "Jäv: Sten Åker (M)." in found.text
