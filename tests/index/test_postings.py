"""The words of a large index in memory find what FTS5 finds, with the same scores."""

from pathlib import Path

import numpy as np
import pytest
from tests.conftest import Ingest
from tests.fakes.documents import write_document

from beslutssok.domain import Filters
from beslutssok.index.postings import Postings, WordIndex
from beslutssok.index.store import Store
from beslutssok.index.vocabulary import IndexVocabulary, VocabularyInMemory
from beslutssok.index.words import query_terms

QUESTIONS = (
    "Vad kostar simhallen?",
    "simhallarna i Tallmoen och badet",
    "beslutet om KS 2024/10",
    "simhall simhall SIMHALL biblioteket",
    "Finns det en rymdraket?",
    "",
)


@pytest.fixture
def filled(store: Store, ingest: Ingest, folder: Path) -> Store:
    write_document(
        folder / "a.pdf",
        "§ 1 Ny simhall i Tallmoen; KS 2024/10; bifall; 1",
        "bakgrund: Simhallen är sliten, och badet i Tallmoen är en simhall från 1974.",
        "beslut: 1. Simhallen i Tallmoen byggs ut för 40 miljoner kronor.",
        "beslut: 2. Biblioteket i Älvnäs stängs.",
        "§ 2 Tandvård; KS 2024/11; bifall; 2",
        "beslut: Tandvården blir avgiftsfri för äldre, och simhallen nämns inte.",
    )
    write_document(
        folder / "b.pdf",
        "§ 9 Tandvård; KS 2023/5; bifall; 1",
        "beslut: Biblioteket, biblioteket och biblioteket får medel.",
        head="protokoll; Åmåla kommun; Kommunfullmäktige; 2023-05-02",
    )
    ingest()
    return store


def prepared(store: Store) -> Postings:
    words = WordIndex(store, many=0)
    words.prepare()
    postings = words.postings(store.version())
    assert postings is not None
    return postings


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("limit", [1, 2, 100])
def test_it_finds_what_full_text_finds(filled: Store, question: str, limit: int) -> None:
    terms = query_terms(question)
    found = prepared(filled).match(terms, limit)
    expected = filled.match(terms, limit=limit)
    assert found is not None
    assert [rowid for rowid, _ in found] == [rowid for rowid, _ in expected]
    np.testing.assert_allclose(
        [score for _, score in found], [score for _, score in expected], rtol=1e-5
    )


@pytest.mark.parametrize("prefix", ["b", "si", "_s", "simhall", "å", "xyz"])
def test_it_has_the_terms_that_full_text_has(filled: Store, prefix: str) -> None:
    on_disk = IndexVocabulary(filled)
    in_memory = VocabularyInMemory(prepared(filled), on_disk)
    assert in_memory.beginning(prefix) == on_disk.beginning(prefix)
    for term in (prefix, *on_disk.beginning(prefix)):
        assert in_memory.has(term) == on_disk.has(term)


def test_it_keeps_to_the_passages_that_filters_leave(filled: Store) -> None:
    filters = Filters(organ="Kommunfullmäktige")
    allowed = filled.rowids(filters)
    terms = query_terms("biblioteket")
    found = prepared(filled).match(terms, 10, allowed)
    assert found is not None and len(found) == 1
    assert [rowid for rowid, _ in found] == [rowid for rowid, _ in filled.match(terms, filters)]
    assert prepared(filled).match(terms, 10, np.array([10**6])) == []


def test_new_documents_are_left_to_full_text_until_it_has_them(
    filled: Store, ingest: Ingest, folder: Path
) -> None:
    words = WordIndex(filled, many=1)
    words.prepare()
    write_document(folder / "c.pdf", "§ 3 Älgar; ; ; 1", "beslut: Älgstammen minskas.")
    ingest()
    assert words.postings(filled.version()) is None
    words.prepare()
    postings = words.postings(filled.version())
    found = postings and postings.match(query_terms("älgstammen"), 10)
    assert found is not None and len(found) == 1


def test_a_small_index_is_left_to_full_text(filled: Store) -> None:
    words = WordIndex(filled)
    words.prepare()
    assert words.postings(filled.version()) is None


def test_a_term_of_several_words_is_left_to_full_text(filled: Store) -> None:
    assert prepared(filled).match(["ny simhall"], 10) is None


def test_an_empty_index_has_nothing(store: Store) -> None:
    assert prepared(store).match(["simhall"], 10) == []
