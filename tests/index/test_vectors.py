import logging
import threading
from pathlib import Path

import faiss
import numpy as np
import pytest
from tests.conftest import Ingest
from tests.fakes.documents import write_document
from tests.fakes.embedder import FakeEmbedder

from beslutssok.domain import Filters, SectionKind
from beslutssok.errors import IndexDamaged, IndexMismatch
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex, built_from, read_sealed, write_sealed


@pytest.fixture
def filled(store: Store, ingest: Ingest, folder: Path) -> Store:
    write_document(
        folder / "a.pdf",
        "§ 1 Simhall; ; ; 1",
        "beslut: 1. Simhallen i Tallmoen byggs ut.",
        "beslut: 2. Biblioteket i Älvnäs stängs.",
        "forslag: 1. Simhallen i Tallmoen rivs.",
        "forslag: 2. Tandvården blir avgiftsfri för äldre.",
    )
    ingest()
    return store


def nearest(store: Store, index: VectorIndex, question: str, limit: int = 10) -> list[str]:
    (vector,) = FakeEmbedder().embed_queries([question])
    found = index.search(vector, limit)
    return [passage.text for passage in store.passages(rowid for rowid, _ in found)]


def files(store: Store) -> list[str]:
    return sorted(path.name for path in store.folder.glob("*vectors*"))


def test_the_nearest_passage_comes_first(filled: Store) -> None:
    index = VectorIndex(filled)
    assert "Tandvården" in nearest(filled, index, "avgiftsfri tandvård för äldre")[0]
    assert "Biblioteket" in nearest(filled, index, "stängs biblioteket?")[0]
    assert {text[3:12] for text in nearest(filled, index, "simhallen i Tallmoen", 2)} == {
        "Simhallen"
    }


def test_the_score_is_the_cosine_of_the_stored_vector(filled: Store) -> None:
    (vector,) = FakeEmbedder().embed_queries(["simhallen byggs"])
    found = VectorIndex(filled).search(vector, 10)
    assert len(found) == 4
    stored = filled.vectors([rowid for rowid, _ in found])
    np.testing.assert_allclose(stored @ vector, [score for _, score in found], atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(stored, axis=1), 1, atol=1e-6)
    assert stored.dtype == np.float32
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_it_gives_the_vectors_that_are_stored(filled: Store) -> None:
    asked = np.array([3, 999, 1], dtype=np.int64)
    given = VectorIndex(filled).vectors(asked)
    np.testing.assert_array_equal(given, filled.vectors(asked))
    assert given[0].any() and not given[1].any()


def test_only_allowed_rows_are_found(filled: Store) -> None:
    (vector,) = FakeEmbedder().embed_queries(["simhallen byggs"])
    allowed = filled.rowids(Filters(section=SectionKind.PROPOSAL))
    found = VectorIndex(filled).search(vector, 10, allowed)
    assert sorted(rowid for rowid, _ in found) == list(allowed)
    assert VectorIndex(filled).search(vector, 10, allowed[:0]) == []
    assert VectorIndex(filled).search(vector, 10, np.array([999], dtype=np.int64)) == []


def test_no_more_than_the_limit_is_found(filled: Store) -> None:
    (vector,) = FakeEmbedder().embed_queries(["simhallen"])
    index = VectorIndex(filled)
    assert [len(index.search(vector, limit)) for limit in (0, 1, 3, 1000)] == [0, 1, 3, 4]


def test_an_empty_index_finds_nothing_and_has_no_file(store: Store) -> None:
    index = VectorIndex(store)
    assert index.search(np.ones(3), 10) == []
    assert index.vectors(np.array([1])).shape == (1, 0)
    assert index.save() is None
    assert files(store) == []


def test_a_vector_of_another_length_is_refused(filled: Store) -> None:
    with pytest.raises(IndexMismatch, match="256"):
        VectorIndex(filled).search(np.ones(384), 10)


# -- the file


def test_an_ingest_leaves_one_file_named_with_the_generation(
    filled: Store, ingest: Ingest, folder: Path
) -> None:
    assert files(filled) == [f"vectors-{filled.version().generation}.faiss"]
    before = files(filled)
    ingest()
    assert files(filled) == before
    write_document(folder / "b.pdf", "§ 2 Skola; ; ; 1", "beslut: Skolan byggs.")
    ingest()
    assert files(filled) == [f"vectors-{filled.version().generation}.faiss"] != before


def test_the_file_is_one_that_faiss_reads(filled: Store) -> None:
    index = faiss.read_index(str(filled.folder / files(filled)[0]))
    assert (index.ntotal, index.d) == (4, 256)


def test_a_missing_file_is_made_anew(filled: Store) -> None:
    (name,) = files(filled)
    (filled.folder / name).unlink()
    assert "Biblioteket" in nearest(filled, VectorIndex(filled), "biblioteket stängs")[0]
    assert files(filled) == [name]


@pytest.mark.parametrize("trouble", ["empty", "cut", "flipped", "garbage", "longer"])
def test_a_damaged_file_is_made_anew(filled: Store, trouble: str) -> None:
    path = filled.folder / files(filled)[0]
    whole = path.read_bytes()
    middle = len(whole) // 2
    flipped = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    damaged = {
        "empty": b"",
        "cut": whole[:middle],
        "flipped": flipped,
        "garbage": b"garbage" * 100,
        "longer": whole + b"!",
    }
    path.write_bytes(damaged[trouble])
    assert "Biblioteket" in nearest(filled, VectorIndex(filled), "biblioteket stängs")[0]
    assert path.read_bytes() == whole


def test_a_file_of_another_index_with_the_same_generation_is_not_taken(filled: Store) -> None:
    version = filled.version()
    other = faiss.IndexIDMap2(faiss.IndexFlatIP(256))
    other.add_with_ids(np.ones((1, 256), dtype=np.float32), np.array([1], dtype=np.int64))
    path = filled.folder / files(filled)[0]
    write_sealed(path, other, version._replace(token="another"))
    assert read_sealed(path, version) is None
    assert len(nearest(filled, VectorIndex(filled), "biblioteket")) == 4


def test_search_works_where_the_file_cannot_be_written(
    filled: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (filled.folder / files(filled)[0]).unlink()

    def refuse(*_: object) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr(faiss, "serialize_index", refuse)
    with caplog.at_level(logging.WARNING):
        assert len(nearest(filled, VectorIndex(filled), "biblioteket")) == 4
    assert "read-only" in caplog.text


def test_vectors_of_a_wrong_length_in_the_database_are_damage(filled: Store) -> None:
    with filled.writing() as writer:
        writer._connection.execute("UPDATE vectors SET vector = x'00' WHERE passage = 1")
    (filled.folder / files(filled)[0]).unlink()
    with pytest.raises(IndexDamaged, match="vektorerna"):
        VectorIndex(filled).search(np.ones(256), 1)


# -- while the content changes


def test_new_and_removed_passages_are_seen_at_once(
    filled: Store, ingest: Ingest, folder: Path
) -> None:
    index = VectorIndex(filled)
    assert len(nearest(filled, index, "skolan")) == 4
    write_document(folder / "b.pdf", "§ 2 Skola; ; ; 1", "beslut: Skolan byggs.")
    ingest()
    assert nearest(filled, index, "skolan byggs")[0] == "Skolan byggs."
    (folder / "a.pdf").unlink()
    ingest(prune=True)
    assert nearest(filled, index, "skolan") == ["Skolan byggs."]
    (folder / "b.pdf").unlink()
    ingest(prune=True)
    assert nearest(filled, index, "skolan") == []
    assert files(filled) == []


def test_many_threads_search_while_one_ingests(filled: Store, ingest: Ingest, folder: Path) -> None:
    index = VectorIndex(filled)
    finished = threading.Event()
    failures: list[BaseException] = []

    def search() -> None:
        try:
            while not finished.is_set():
                assert len(nearest(filled, index, "simhallen i Tallmoen", 3)) == 3
        except BaseException as exc:
            failures.append(exc)

    threads = [threading.Thread(target=search) for _ in range(10)]
    for thread in threads:
        thread.start()
    for number in range(2, 12):
        write_document(
            folder / f"{number}.pdf", f"§ {number} X; ; ; 1", f"beslut: Beslut {number}."
        )
        ingest()
    finished.set()
    for thread in threads:
        thread.join()
    assert not failures
    assert len(nearest(filled, index, "simhallen", 100)) == 14


def test_among_many_passages_the_nearest_are_found_with_exact_scores(
    store: Store,
) -> None:
    chance = np.random.default_rng(7)
    vectors = chance.normal(size=(5000, 32)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rowids = np.arange(5000, dtype=np.int64) * 3 + 1
    write_sealed(
        store.folder / f"vectors-{store.version().generation}.faiss",
        built_from(vectors, rowids, many=1000),
        store.version(),
    )
    index = VectorIndex(store)
    for place in (0, 17, 4999):
        cosines = vectors @ vectors[place]
        best = np.argsort(-cosines, kind="stable")[:5]
        found = index.search(vectors[place], 5)
        assert [rowid for rowid, _ in found] == rowids[best].tolist()
        np.testing.assert_allclose([score for _, score in found], cosines[best], atol=1e-6)
        among = 100 + np.argsort(-cosines[100:200], kind="stable")[:5]
        limited = index.search(vectors[place], 5, np.append(rowids[100:200], 10**6))
        assert [rowid for rowid, _ in limited] == rowids[among].tolist()
