"""What the page asks of an index: ``beslutssok.Index`` gives it, a stand-in does in tests."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, Unpack

from beslutssok.app.question_reading import Understanding
from beslutssok.domain import (
    Answer,
    Case,
    Coverage,
    DocumentKind,
    Hit,
    IngestedDocument,
    SectionKind,
)
from beslutssok.library import FilterKeywords

Count = tuple[str, int]


class Choices(Protocol):
    """The values that can be filtered on, each with the number of items that have it."""

    @property
    def huvudman(self) -> Sequence[Count]:
        """Organisations."""

    @property
    def organ(self) -> Sequence[Count]:
        """Bodies."""

    @property
    def kinds(self) -> Sequence[tuple[DocumentKind, int]]:
        """Kinds of documents."""

    @property
    def sections(self) -> Sequence[tuple[SectionKind, int]]:
        """Kinds of sections."""


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
        self, question: str, *, without: Iterable[str] = (), **filters: Unpack[FilterKeywords]
    ) -> Answer:
        """What the documents say in answer to the question."""

    def case(self, case_number: str) -> Case:
        """All items of one case; raises ``CitationNotFound`` where there is none."""

    def warm_up(self) -> None:
        """Load the model, so that the first question need not wait for it."""

    def coverage(self) -> Coverage:
        """How much is indexed, which bodies, which period."""

    def documents(self) -> Sequence[IngestedDocument]:
        """Every document, the unreadable ones with reason and remedy."""

    def choices(self) -> Choices:
        """What can be filtered on."""

    def document_path(self, file: str, sha256: str | None = None) -> Path:
        """The PDF behind ``Hit.file``; raises ``BeslutssokError`` where there is none."""
