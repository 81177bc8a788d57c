"""The sample documents indexed with the real model, once a session."""

from pathlib import Path

import pytest

import beslutssok
from beslutssok.settings import Settings

SAMPLES = Path(__file__).parents[2] / "ingest"


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> beslutssok.Index:
    settings = Settings(cache=tmp_path_factory.mktemp("cache"))
    index = beslutssok.open(tmp_path_factory.mktemp("index"), settings)
    index.ingest([SAMPLES])
    return index
