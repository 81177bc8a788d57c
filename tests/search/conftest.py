"""The sample documents indexed with the real model, once a session."""

from pathlib import Path

import pytest

import beslutssok
from beslutssok.settings import Settings

SAMPLES = Path(__file__).parents[2] / "ingest"


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> beslutssok.Index:
    folder = tmp_path_factory.mktemp("samples")
    index = beslutssok.open(folder / "index", Settings(cache=folder / "cache"))
    index.ingest([SAMPLES])
    return index
