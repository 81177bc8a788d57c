"""What an ingest did, document by document."""

from dataclasses import dataclass, field
from enum import StrEnum


class DocumentStatus(StrEnum):
    """What an ingest did with a file; the value is the word users see."""

    NEW = "ny"
    CHANGED = "ändrad"
    UNCHANGED = "oförändrad"
    VANISHED = "försvunnen"
    UNREADABLE = "oläslig"
    DUPLICATE = "dubblett"


@dataclass(frozen=True, slots=True)
class IngestedDocument:
    """One row of an ingest report.

    ``unread_pages`` say of each page that could not be read why, and what to do; ``doubts`` what
    was not understood for certain.
    """

    path: str
    status: DocumentStatus
    pages: int = 0
    items: int = 0
    passages: int = 0
    reason: str = ""
    remedy: str = ""
    unread_pages: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """All that staff should look after: unread pages, then doubts."""
        return self.unread_pages + self.doubts


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did, document by document, and how long it took (seconds)."""

    documents: tuple[IngestedDocument, ...]
    seconds: float = 0.0
    embedded: int = field(default=0)

    def count(self, status: DocumentStatus) -> int:
        """How many documents have the status."""
        return sum(document.status is status for document in self.documents)

    @property
    def complete(self) -> bool:
        """Whether every document, and every page of it, could be read; doubts don't count."""
        return not any(
            document.status is DocumentStatus.UNREADABLE or document.unread_pages
            for document in self.documents
        )
