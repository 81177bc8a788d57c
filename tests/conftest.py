"""Fixtures that tests of more than one room use."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.documents import parse_stand_in, read_stand_in
from tests.fakes.embedder import FakeEmbedder

from beslutssok.domain import IngestReport
from beslutssok.index.identifiers import item_identifier
from beslutssok.index.ingest import ingest_paths
from beslutssok.index.passages import split_passages
from beslutssok.index.store import Store
from beslutssok.index.words import index_terms

Ingest = Callable[..., IngestReport]


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that documents are ingested from."""
    made = tmp_path / "ingest"
    made.mkdir()
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty index."""
    with Store.create(tmp_path / "index") as made:
        yield made


@pytest.fixture
def ingest(store: Store, embedder: FakeEmbedder, folder: Path) -> Ingest:
    """Ingest paths (the folder, if none) into the index; keywords go to ``ingest_paths``."""

    def run(*paths: Path, **changes: Any) -> IngestReport:
        options: dict[str, Any] = {
            "read": read_stand_in,
            "parse": parse_stand_in,
            "split": split_passages,
            "identify": item_identifier,
            "terms": index_terms,
        }
        used = changes.pop("embedder", embedder)
        into = changes.pop("store", store)
        return ingest_paths(paths or (folder,), into, used, **options | changes)

    return run
