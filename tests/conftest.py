"""Fixtures that tests of more than one room use."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.documents import parse_stand_in, read_stand_in
from tests.fakes.embedder import FakeEmbedder
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from beslutssok.domain import IngestReport
from beslutssok.index.identifiers import item_identifier
from beslutssok.index.ingest import ingest_paths
from beslutssok.index.passages import split_passages
from beslutssok.index.store import Store
from beslutssok.index.words import index_terms

Ingest = Callable[..., IngestReport]


SAMPLES = "sample_index"
"""The fixture that takes minutes to make: all files that name it are tested by one process."""


class TogetherOrByFile(LoadFileScheduling):
    """Gives each file to one process, and all that need the indexed samples to the same."""

    def _split_scope(self, nodeid: str) -> str:
        file = str(super()._split_scope(nodeid))
        return SAMPLES if names_samples(self.config.rootpath / file) else file


@cache
def names_samples(path: Path) -> bool:
    return SAMPLES in path.read_text("utf-8")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> TogetherOrByFile:
    return TogetherOrByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what takes the longest begin first."""
    items.sort(key=lambda item: not names_samples(item.path))


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
