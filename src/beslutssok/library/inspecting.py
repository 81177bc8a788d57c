"""What would be understood of one file, without an index."""

from pathlib import Path

from beslutssok.index.inspection import Inspection, inspect_file
from beslutssok.parse.bundle import parse_meetings
from beslutssok.read import read_document
from beslutssok.settings import Settings, read_settings


def inspect(
    path: str | Path, root: str | Path | None = None, settings: Settings | None = None
) -> Inspection:
    """Tell what an ingest would understand of one PDF file; no index is touched.

    ``root`` is the folder that would be ingested: the folder right below it may name the
    organisation.

    Raises:
        UnreadableDocument: the file is not there or cannot be read.
    """
    return inspect_file(
        Path(path),
        read=read_document,
        parse=parse_meetings,
        root=None if root is None else Path(root),
        default_huvudman=(settings or read_settings()).huvudman,
    )
