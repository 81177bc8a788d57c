"""What an ingest tells: how far it is, and in the end what became of each file."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from beslutssok.domain import (
    DocumentStatus,
    IngestedDocument,
    IngestReport,
    PageProblem,
)
from beslutssok.errors import UnreadableDocument
from beslutssok.index.files import FileTrouble, FoundFile, shown
from beslutssok.index.rows import KnownDocument, PreparedDocument, StoredDocument, UnreadableFile


@dataclass(frozen=True, slots=True)
class IngestProgress:
    """How far an ingest has come, in the file ``path`` (relative to its root).

    ``passages_total`` is ``None`` until the file is read; ``seconds`` are since the start.
    """

    done_files: int
    total_files: int
    path: str
    passages_done: int
    passages_total: int | None
    seconds: float


Progress = Callable[[IngestProgress], None]


class Record:
    """Collects what became of each file, and passes on how far the ingest is.

    ``unreadable`` are the paths of the files that could not be read this time.
    """

    def __init__(self, progress: Progress | None) -> None:
        self.done_files = 0
        self.total_files = 0
        self.embedded = 0
        self.unreadable: set[str] = set()
        self._progress = progress
        self._started = time.monotonic()
        self._rows: list[IngestedDocument] = []

    def tell(self, file: str, done: int = 0, total: int | None = None) -> None:
        """Pass on that ``done`` of ``total`` passages of a file are embedded."""
        if self._progress is not None:
            seconds = time.monotonic() - self._started
            self._progress(
                IngestProgress(self.done_files, self.total_files, file, done, total, seconds)
            )

    def add_written(self, document: PreparedDocument, status: DocumentStatus, reason: str) -> None:
        """Note a document that was read and written."""
        self._rows.append(
            IngestedDocument(
                path=document.stamp.file,
                status=status,
                pages=document.pages,
                items=document.items,
                passages=len(document.passages),
                reason=reason,
                unread_pages=say_pages(document.problems),
                doubts=document.doubts,
            )
        )

    def add_unchanged(self, held: StoredDocument, file: str, reason: str) -> None:
        """Note a document that the index has, and that now lies at ``file``."""
        self._rows.append(
            IngestedDocument(
                path=file,
                status=DocumentStatus.UNCHANGED,
                pages=held.pages,
                items=held.items,
                passages=held.passages,
                reason=reason,
                unread_pages=say_pages(held.problems),
                doubts=held.doubts,
            )
        )

    def add_duplicate(self, found: FoundFile, original: object) -> None:
        """Note a file with the same bytes as another."""
        reason = f"samma innehåll som {original}"
        self._rows.append(IngestedDocument(found.file, DocumentStatus.DUPLICATE, reason=reason))

    def add_vanished(self, document: KnownDocument, pruned: bool) -> None:
        """Note a document whose file is gone."""
        self._rows.append(
            IngestedDocument(
                path=document.stamp.file,
                status=DocumentStatus.VANISHED,
                reason="borttagen ur indexet" if pruned else "filen finns inte kvar",
                remedy="" if pruned else "Kör ingest med --prune för att ta bort den.",
            )
        )

    def add_unreadable(self, file: UnreadableFile) -> None:
        """Note a file that could not be read."""
        self.unreadable.add(file.path)
        self._rows.append(
            IngestedDocument(
                file.file, DocumentStatus.UNREADABLE, reason=file.reason, remedy=file.remedy
            )
        )

    def report(self) -> IngestReport:
        """Give the report, in order of paths."""
        return IngestReport(
            documents=tuple(sorted(self._rows, key=lambda row: row.path)),
            seconds=time.monotonic() - self._started,
            embedded=self.embedded,
        )


def unread_file(found: FoundFile, exc: UnreadableDocument) -> UnreadableFile:
    """Say of a file why it could not be read."""
    reason = exc.reason if exc.page is None else f"sida {exc.page}: {exc.reason}"
    return UnreadableFile(str(found.path), found.file, reason, exc.remedy)


def untaken_file(trouble: FileTrouble) -> UnreadableFile:
    """Say of a path why it could not be ingested."""
    path = shown(trouble.path)
    return UnreadableFile(path, path, trouble.reason, trouble.remedy)


def say_pages(problems: Iterable[PageProblem]) -> tuple[str, ...]:
    """Say of each page that could not be read why, and what to do.

    >>> say_pages([PageProblem(3, "sidan är en bild", "Tolka den med OCR.")])
    ('Sida 3: sidan är en bild. Tolka den med OCR.',)
    """
    return tuple(
        f"Sida {entry.page}: {entry.reason.rstrip('. ')}. {entry.remedy}".strip()
        for entry in problems
    )
