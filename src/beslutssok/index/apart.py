"""Files read and parsed in processes apart: one may hang or crash, and takes only itself.

What was made comes back as the index keeps it. A page that nothing comes of is passed over in
another attempt, so that the rest of the file is not lost with it.
"""

import time
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from beslutssok.domain import Meeting, SourceDocument
from beslutssok.errors import UnreadableDocument
from beslutssok.index.codec import decode, encode
from beslutssok.index.files import unexpected_failure
from beslutssok.parse.bundle import parse_meetings
from beslutssok.read import read_document
from beslutssok.read.worker import Watch, Workers, WorkStopped

READ_AT_ONCE = 3
MOST_PASSED_OVER = 3
"""Pages of a file; one with more of them is an attack, or takes more time than it is worth."""
SHORTEST_ATTEMPT = 1.0

TOO_HARD = "filen tar för lång tid eller för mycket minne att läsa, eller stoppar läsningen."
REMEDY = "Spara om filen som PDF, eller dela upp den, och läs in den på nytt."

SECONDS_TO_PARSE = 300.0
"""A thousand pages of dense text take ten."""
TOO_TANGLED = "filens text tar för lång tid eller för mycket minne att tolka."
PARSING_REMEDY = "Dela upp filen i kortare filer, och läs in dem i stället."

_readers = Workers("beslutssok.index.apart:read_encoded", READ_AT_ONCE)
_parsers = Workers("beslutssok.index.apart:parse_encoded", READ_AT_ONCE)


@dataclass(frozen=True, slots=True)
class _Parsed:
    meetings: tuple[Meeting, ...]


def read_document_apart(
    path: Path, seconds: float | None = None, page_seconds: float | None = None
) -> SourceDocument:
    """Read a PDF file as ``read_document`` does.

    For no longer than ``seconds`` in all, and ``page_seconds`` for a page if that is less than
    usual. Up to three pages that take too long or crash are named among the problems.

    Raises:
        UnreadableDocument: as ``read_document`` says, or it takes too long or too much memory.
    """
    end = None if seconds is None else time.monotonic() + seconds
    passed_over: list[int] = []
    while True:
        left = None if end is None else max(end - time.monotonic(), SHORTEST_ATTEMPT)
        options = {"seconds": left, "page_seconds": page_seconds, "passed_over": passed_over}
        try:
            return replace(decode(SourceDocument, _readers.do(path, options)), path=path)
        except WorkStopped as exc:
            late = end is not None and time.monotonic() >= end
            if late or exc.page in (0, *passed_over) or len(passed_over) >= MOST_PASSED_OVER:
                raise UnreadableDocument(path, TOO_HARD, REMEDY) from exc
            passed_over.append(exc.page)


def read_encoded(task: dict[str, Any], watch: Watch) -> bytes:
    """Do the work of a process: read a file, and encode what was read.

    Raises:
        UnreadableDocument: it cannot be read, for whatever reason.
    """
    path = Path(task["path"])
    end = None if task["seconds"] is None else time.monotonic() + task["seconds"]

    def watch_both(page: int, seconds: float) -> None:
        least = seconds if task["page_seconds"] is None else min(seconds, task["page_seconds"])
        if end is not None:
            least = min(least, max(end - time.monotonic(), 0.001))
        watch(page, least)

    try:
        return encode(read_document(path, watch=watch_both, passed_over=task["passed_over"]))
    except UnreadableDocument:
        raise
    except Exception as exc:
        raise unexpected_failure(path, exc) from exc


def parse_meetings_apart(
    source: SourceDocument,
    relative_path: Path,
    default_huvudman: str = "",
    seconds: float = SECONDS_TO_PARSE,
) -> tuple[Meeting, ...]:
    """Understand a file as ``parse_meetings`` does, for no longer than ``seconds``.

    Raises:
        UnreadableDocument: it takes too long or too much memory, or fails.
    """
    options = {
        "source": b64encode(encode(source)).decode("ascii"),
        "relative_path": str(relative_path),
        "default_huvudman": default_huvudman,
        "seconds": seconds,
    }
    try:
        return decode(_Parsed, _parsers.do(source.path, options)).meetings
    except WorkStopped as exc:
        raise UnreadableDocument(source.path, TOO_TANGLED, PARSING_REMEDY) from exc


def parse_encoded(task: dict[str, Any], watch: Watch) -> bytes:
    """Do the work of a process: parse what was read of a file, and encode what it became.

    Raises:
        UnreadableDocument: it cannot be parsed, for whatever reason.
    """
    watch(0, task["seconds"])
    try:
        source = decode(SourceDocument, b64decode(task["source"]))
        relative_path = Path(task["relative_path"])
        return encode(_Parsed(parse_meetings(source, relative_path, task["default_huvudman"])))
    except (MemoryError, RecursionError) as exc:
        raise UnreadableDocument(Path(task["path"]), TOO_TANGLED, PARSING_REMEDY) from exc
    except Exception as exc:
        raise unexpected_failure(Path(task["path"]), exc) from exc
