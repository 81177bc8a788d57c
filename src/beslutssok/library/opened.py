"""An index that is open: its folder, its store, and the model that searches it."""

from pathlib import Path
from threading import Lock

from beslutssok.index.embedder import Embedder, load_embedder
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.search import Retriever
from beslutssok.search.glossary import read_glossaries
from beslutssok.settings import Settings


class OpenedIndex:
    """What the verbs of the façade share; store and model are opened when first needed."""

    def __init__(self, folder: Path, settings: Settings, embedder: Embedder | None = None) -> None:
        self.folder = folder
        self.settings = settings
        self._given = embedder
        self._lock = Lock()
        self._store: Store | None = None
        self._retriever: Retriever | None = None

    def rebuild(self) -> None:
        """Empty the index, whatever state it is in; the next ``ingest`` reads everything anew."""
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store, self._retriever = Store.rebuild(self.folder), None

    def model(self) -> str | None:
        """The name of the model that the index was built with; ``None`` while it is empty."""
        model = self._opened().model()
        return model[0] if model else None

    def warm_up(self) -> None:
        """Load the model and what searching needs, so that the first question need not wait."""
        retriever = self._searchable()
        retriever.embedder.embed_queries(["uppvärmning"])
        retriever.finder.prepare()
        retriever.calibrator.calibration()

    def _searchable(self) -> Retriever:
        retriever = self._searching(self._opened())
        retriever.store.check_model(retriever.embedder.name)
        return retriever

    def _searching(self, store: Store) -> Retriever:
        with self._lock:
            if self._retriever is None:
                embedder = self._given or load_embedder(self.settings)
                glossaries = read_glossaries(self.settings.glossary)
                self._retriever = Retriever(
                    store, VectorIndex(store), embedder, glossaries=glossaries
                )
            return self._retriever

    def _opened(self, create: bool = False) -> Store:
        with self._lock:
            if self._store is None:
                self._store = Store.create(self.folder) if create else Store.open(self.folder)
            return self._store
