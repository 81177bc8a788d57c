"""The verbs that fill an index and tell what it holds."""

from collections.abc import Callable, Iterable
from pathlib import Path

from beslutssok.domain import (
    Coverage,
    DocumentStatus,
    IngestedDocument,
    IngestReport,
    Meeting,
)
from beslutssok.index.apart import parse_meetings_apart, read_document_apart
from beslutssok.index.identifiers import item_identifier
from beslutssok.index.ingest import ingest_paths
from beslutssok.index.passages import split_passages
from beslutssok.index.report import IngestProgress, say_pages
from beslutssok.index.words import index_terms
from beslutssok.library.opened import OpenedIndex
from beslutssok.read import PageImage, check_digest, count_pages, read_page_image


class Holdings(OpenedIndex):
    """What is in an index: documents, meetings, what filters can choose."""

    def ingest(
        self,
        paths: Iterable[str | Path],
        progress: Callable[[IngestProgress], None] | None = None,
        prune: bool = False,
    ) -> IngestReport:
        """Read files, or folders with all PDF files below them, into the index.

        Unchanged files are skipped, changed ones replaced; vanished ones are reported, and
        removed if ``prune``. What cannot be read is in the report with reason and remedy.

        Raises:
            IndexBusy: another process is writing to the index.
            IndexMismatch: the index was built with another model.
            ModelUnavailable: the model cannot be loaded.
        """
        store = self._opened(create=True)
        return ingest_paths(
            [Path(path) for path in paths],
            store,
            self._searching(store).embedder,
            read=read_document_apart,
            parse=parse_meetings_apart,
            split=split_passages,
            identify=item_identifier,
            terms=index_terms,
            progress=progress,
            prune=prune,
            default_huvudman=self.settings.huvudman,
        )

    def coverage(self) -> Coverage:
        """What the index holds."""
        return self._opened().coverage()

    def documents(self) -> list[IngestedDocument]:
        """All documents of the index, and the files that could not be read, with the reasons."""
        store = self._opened()
        read = [
            IngestedDocument(
                path=document.file,
                status=DocumentStatus.UNCHANGED,
                pages=document.pages,
                items=document.items,
                passages=document.passages,
                unread_pages=say_pages(document.problems),
                doubts=document.doubts,
            )
            for document in store.documents()
        ]
        unread = [
            IngestedDocument(
                path=file.file,
                status=DocumentStatus.UNREADABLE,
                reason=file.reason,
                remedy=file.remedy,
            )
            for file in store.unreadable()
        ]
        return read + unread

    def meetings(self) -> list[Meeting]:
        """All meetings as they were understood; a file may hold several."""
        store = self._opened()
        return [
            meeting for document in store.documents() for meeting in store.meetings(document.sha256)
        ]

    def document_path(self, file: str, sha256: str | None = None) -> Path:
        """Where the PDF of a hit's ``file`` lies; ``sha256`` tells apart files of one name.

        Raises:
            CitationNotFound: the index has no such file.
            UnreadableDocument: the file is no longer where it was.
        """
        return self._opened().document_path(file, sha256)

    def page_image(
        self, file: str, page: int, sha256: str | None = None, scale: float = 1.5
    ) -> PageImage:
        """Draw a page (1-based) of a hit's ``file`` as PNG, ``scale`` dots a point (0.1 to 4).

        A ``Place`` of the page lies at the shares ``left / width`` and ``top / height``.

        Raises:
            CitationNotFound: the index has no such file.
            UnreadableDocument: the file is no longer where it was, or no longer the one with this
                digest, cannot be drawn, or has no such page.
        """
        path = self.document_path(file, sha256)
        if sha256 is not None:
            check_digest(path, sha256)
        return read_page_image(path, page, scale)

    def page_count(self, file: str, sha256: str | None = None) -> int:
        """How many pages the PDF of a hit's ``file`` has.

        Raises:
            CitationNotFound: the index has no such file.
            UnreadableDocument: the file is no longer where it was, or cannot be opened.
        """
        return count_pages(self.document_path(file, sha256))
