"""What tests of the command, the API and assistants have in common."""

import pytest
from tests.fakes.embedder import FakeEmbedder


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in takes the place of the model wherever an index is opened."""
    monkeypatch.setattr("beslutssok.library.opened.load_embedder", lambda settings: FakeEmbedder())
