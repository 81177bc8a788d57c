"""What filters would leave of the items that a question finds."""

from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import write_document
from tests.fakes.embedder import FakeEmbedder

from beslutssok.domain import DocumentKind, Filters, SectionKind
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.search.found_choices import choices_found
from beslutssok.search.retrieval import Retriever, search


@pytest.fixture
def retriever(ingest: Ingest, store: Store, folder: Path, embedder: FakeEmbedder) -> Retriever:
    write_document(
        folder / "kf.pdf",
        "§ 16 Motion om simhallen; KS 2023/40; avslag; 2",
        "beslut: 1. Motionen om simhallen avslås.",
        "reservation: Mot beslutet om simhallen reserverar sig Anna Berg (S) och Bo Ek (V).",
        "§ 17 Taxa för simhallen; KS 2023/42; bifall; 3",
        "beslut: 1. Taxan för simhallen fastställs till 40 kronor.",
        head="protokoll; Älvsele kommun; Kommunfullmäktige; 2023-09-07",
    )
    write_document(
        folder / "ks.pdf",
        "§ 4 Simhallens öppettider (SKR); KS 2024/7; bifall; 2",
        "beslut: 1. Simhallen öppnar tidigare om våren.",
        "yrkanden: Anna Berg (S) yrkar bifall till öppettiderna i simhallen.",
        head="protokoll; Älvsele kommun; Kommunstyrelsen; 2024-03-14",
    )
    ingest()
    return Retriever(store, VectorIndex(store), embedder)


def test_items_are_counted_once_among_what_is_found(retriever: Retriever) -> None:
    found = choices_found(retriever, "simhallen", Filters())
    assert found.items == 3
    assert found.organ == (("Kommunfullmäktige", 2), ("Kommunstyrelsen", 1))
    assert found.kinds == ((DocumentKind.MINUTES, 3),)
    assert dict(found.sections)[SectionKind.DECISION] == 3
    assert dict(found.sections)[SectionKind.RESERVATION] == 1
    assert found.parties == (("S", 2), ("V", 1))
    assert found.years == ((2023, 2), (2024, 1))


def test_a_filter_counts_what_the_others_leave(retriever: Retriever) -> None:
    found = choices_found(retriever, "simhallen", Filters(organ="Kommunstyrelsen"))
    assert found.items == 1
    assert found.organ == (("Kommunfullmäktige", 2), ("Kommunstyrelsen", 1))
    assert found.parties == (("S", 1),)
    by_party = choices_found(retriever, "simhallen", Filters(party="V"))
    assert (by_party.organ, by_party.parties) == ((("Kommunfullmäktige", 1),), (("S", 2), ("V", 1)))


@pytest.mark.parametrize(
    "given", [Filters(party="S"), Filters(organ="Kommunfullmäktige", section=SectionKind.DECISION)]
)
def test_the_items_counted_are_those_that_the_search_lists(
    retriever: Retriever, given: Filters
) -> None:
    listed = {hit.item_id for hit in search(retriever, "simhallen", given, 100)}
    assert choices_found(retriever, "simhallen", given).items == len(listed)


def test_the_index_counts_within_the_other_filters(retriever: Retriever) -> None:
    held = retriever.store.choices(Filters(organ="Kommunstyrelsen"))
    assert held.organ == (("Kommunfullmäktige", 2), ("Kommunstyrelsen", 1))
    assert (held.items, held.years, held.parties) == (1, ((2024, 1),), (("S", 1),))
    of_party = retriever.store.choices(Filters(party="V"))
    assert of_party.organ == (("Kommunfullmäktige", 1),)
    assert of_party.parties == (("S", 2), ("V", 1))
