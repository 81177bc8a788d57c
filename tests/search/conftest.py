"""The sample documents indexed with the real model, once a session."""

import os
from pathlib import Path

import pytest
from filelock import FileLock

import beslutssok
from beslutssok.settings import Settings

SAMPLES = Path(__file__).parents[2] / "ingest"


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> beslutssok.Index:
    """One index for all processes that run the tests; whoever comes later finds it made."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    index = beslutssok.open(shared / "sample-index", Settings(cache=shared / "cache"))
    with FileLock(shared / "sample-index.lock"):
        index.ingest([SAMPLES])
    return index
