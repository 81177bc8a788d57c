"""Everything that can go wrong, as one tree of exceptions.

::

    BeslutssokError
    ├── UnreadableDocument     a file that cannot be read: path, page, reason, remedy
    ├── IndexMissing           no index in the folder
    ├── IndexMismatch          the index was built with something else (model, version)
    ├── IndexBusy              another process is writing to the index
    ├── IndexDamaged           the index cannot be read: its file is damaged
    ├── ModelUnavailable       the embedding model cannot be loaded
    ├── CitationNotFound       no document, item or passage answers to the citation
    ├── EvaluationError        a question set that cannot be read
    └── SettingsError          a setting with a value that makes no sense

Every message says what is wrong and names the file or setting; ``remedy`` says what to do.
"""

from pathlib import Path


class BeslutssokError(Exception):
    """Base of all errors of this package.

    ``remedy`` is one sentence that says what the user can do, or the empty string.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class UnreadableDocument(BeslutssokError):
    """A file, or a page of it, whose text cannot be read.

    ``page`` is 1-based, or ``None`` when the whole file is meant.
    """

    def __init__(self, path: Path | str, reason: str, remedy: str, page: int | None = None) -> None:
        where = f"{path}" if page is None else f"{path}, sida {page}"
        super().__init__(f"{where}: {reason}", remedy)
        self.path = Path(path)
        self.page = page
        self.reason = reason


class IndexMissing(BeslutssokError):
    """There is no index in the folder that was named."""

    def __init__(self, folder: Path | str) -> None:
        super().__init__(
            f"Det finns inget index i {folder}.",
            "Kör «beslutssok ingest MAPP» för att läsa in handlingar.",
        )
        self.folder = Path(folder)


class IndexMismatch(BeslutssokError):
    """The index was built by something else than what now opens it."""

    def __init__(self, what: str, expected: str, found: str, remedy: str) -> None:
        super().__init__(f"{what}: indexet har {found}, men {expected} används nu.", remedy)
        self.what = what
        self.expected = expected
        self.found = found


class IndexBusy(BeslutssokError):
    """Another process is writing to the index."""


class IndexDamaged(BeslutssokError):
    """The file of the index is damaged, or is no index at all."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(
            f"Indexet {path} är skadat ({reason}).",
            "Bygg om det från handlingarna: «beslutssok ingest --rebuild MAPP».",
        )
        self.path = Path(path)
        self.reason = reason


class ModelUnavailable(BeslutssokError):
    """The embedding model is not there, or cannot be loaded."""


class CitationNotFound(BeslutssokError):
    """Nothing in the index answers to a citation or an identifier."""


class EvaluationError(BeslutssokError):
    """A question set that cannot be read."""


class SettingsError(BeslutssokError):
    """A setting has a value that makes no sense."""
