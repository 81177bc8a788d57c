"""What the page asks of an index: ``beslutssok.Index`` gives it, a stand-in does in tests."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, Unpack

from beslutssok.app.question_reading import Understanding
from beslutssok.domain import (
    Actions,
    Answer,
    Case,
    Coverage,
    Hit,
    IngestedDocument,
    MatterKind,
    Matters,
    Overview,
    Precedents,
)
from beslutssok.index.rows import Choices
from beslutssok.library import FilterKeywords, ItemView
from beslutssok.read import PageImage
from beslutssok.settings import Settings


class Source(Understanding, Protocol):
    """An index as the page sees it."""

    def search(
        self,
        query: str,
        limit: int = 10,
        *,
        without: Iterable[str] = (),
        **filters: Unpack[FilterKeywords],
    ) -> Sequence[Hit]:
        """Passages that answer to the query, best first."""

    def ask(
        self,
        question: str,
        *,
        without: Iterable[str] = (),
        after: str | None = None,
        **filters: Unpack[FilterKeywords],
    ) -> Answer:
        """What the documents say in answer to the question."""

    def case(self, case_number: str, huvudman: str | None = None) -> Case:
        """A case by number, citation or identifier; ``CitationNotFound`` where it is not one."""

    def precedents(
        self, wanted: str | Path, limit: int = 10, **filters: Unpack[FilterKeywords]
    ) -> Precedents:
        """Earlier cases like a text, the item that a citation or identifier names, or a PDF."""

    def overview(self, **filters: Unpack[FilterKeywords]) -> Overview:
        """The index in figures."""

    def matters(
        self,
        kind: MatterKind,
        start: int = 0,
        limit: int = 25,
        **filters: Unpack[FilterKeywords],
    ) -> Matters:
        """The items of one kind on the agendas, the latest first."""

    def actions(
        self, who: str | None, about: str | None = None, **filters: Unpack[FilterKeywords]
    ) -> Actions:
        """What a party or a person did, about a matter or in all."""

    def model(self) -> str | None:
        """The name of the model that searches; ``None`` while the index is empty."""

    @property
    def settings(self) -> Settings:
        """The settings of the program."""

    def warm_up(self) -> None:
        """Load the model, so that the first question need not wait for it."""

    def coverage(self) -> Coverage:
        """How much is indexed, which bodies, which period."""

    def documents(self) -> Sequence[IngestedDocument]:
        """Every document, the unreadable ones with reason and remedy."""

    def choices(
        self,
        question: str = "",
        *,
        without: Iterable[str] = (),
        **filters: Unpack[FilterKeywords],
    ) -> Choices:
        """What can be filtered on, counted in the index or among what a question finds."""

    def show(self, citation: str) -> ItemView:
        """The item that a citation or an identifier names, whole; raises ``CitationNotFound``."""

    def document_path(self, file: str, sha256: str | None = None) -> Path:
        """The PDF behind ``Hit.file``; raises ``BeslutssokError`` where there is none."""

    def page_image(
        self, file: str, page: int, sha256: str | None = None, scale: float = 1.5
    ) -> PageImage:
        """A page (1-based) of the PDF behind ``Hit.file`` as PNG, with its size in points."""

    def page_count(self, file: str, sha256: str | None = None) -> int:
        """How many pages the PDF behind ``Hit.file`` has."""
