"""The last retrievals are kept for as long as they are what the index would give."""

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import write_document
from tests.fakes.embedder import FakeEmbedder

from beslutssok.domain import Filters
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.search.retrieval import Retriever, search

QUESTION = "Vad beslutades om simhallen i fjol?"


class Clock:
    today = date(2025, 3, 1)

    def __call__(self) -> date:
        return self.today


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def retriever(
    ingest: Ingest, store: Store, folder: Path, embedder: FakeEmbedder, clock: Clock
) -> Retriever:
    write_document(
        folder / "a.pdf",
        "§ 1 Simhallen; KS 2024/1; bifall; 1",
        "beslut: Simhallen byggs ut.",
        head="protokoll; Älvsele kommun; Kommunstyrelsen; 2024-03-14",
    )
    ingest()
    return Retriever(store, VectorIndex(store), embedder, clock)


def found(retriever: Retriever, text: str = QUESTION) -> list[str]:
    return [hit.text for hit in search(retriever, text, Filters(), 10)]


def test_a_question_is_looked_up_once_for_answer_hits_and_counts(retriever: Retriever) -> None:
    found(retriever)
    assert retriever.retrieve(QUESTION, Filters()) is retriever.retrieve(QUESTION, Filters(), [])


def test_what_is_ingested_is_found_by_a_question_asked_before(
    retriever: Retriever, ingest: Ingest, folder: Path
) -> None:
    assert found(retriever) == ["Simhallen byggs ut."]
    write_document(
        folder / "b.pdf",
        "§ 2 Simhallen; KS 2024/2; bifall; 1",
        "beslut: Simhallen hålls öppen om natten.",
        head="protokoll; Älvsele kommun; Kommunstyrelsen; 2024-05-16",
    )
    ingest()
    assert set(found(retriever)) == {"Simhallen byggs ut.", "Simhallen hålls öppen om natten."}
    (folder / "a.pdf").unlink()
    ingest(prune=True)
    assert found(retriever) == ["Simhallen hålls öppen om natten."]


def test_what_was_found_while_another_thread_loaded_vectors_is_not_kept(
    retriever: Retriever, ingest: Ingest, folder: Path
) -> None:
    by_meaning_alone = "hur och varför"
    assert len(found(retriever, by_meaning_alone)) == 1
    write_document(folder / "b.pdf", "§ 2 Badet; ; bifall; 1", "beslut: Badet stängs.")
    ingest()
    with retriever.vectors._refreshing:
        assert len(found(retriever, by_meaning_alone)) == 1
    assert len(found(retriever, by_meaning_alone)) == 2


def test_filters_what_was_taken_away_and_the_day_are_told_apart(
    retriever: Retriever, clock: Clock
) -> None:
    assert found(retriever)
    assert not search(retriever, QUESTION, Filters(organ="Kommunfullmäktige"), 10)
    (period,) = retriever.retrieve(QUESTION, Filters()).question.interpretations
    assert not retriever.retrieve(QUESTION, Filters(), [period.key]).question.interpretations
    clock.today = date(2026, 3, 1)
    (later,) = retriever.retrieve(QUESTION, Filters()).question.interpretations
    assert period.filters.date_from == date(2024, 1, 1)
    assert later.filters.date_from == date(2025, 1, 1)
