"""What an ingest would understand of one file, without any index."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from beslutssok.domain import DocumentKind, Meeting, PageProblem, SourceDocument
from beslutssok.errors import UnreadableDocument
from beslutssok.index.doubts import meeting_doubts, meeting_name
from beslutssok.index.files import find_files, shown, unexpected_failure

INGEST_FOLDER = "ingest"
"""The folder that documents are ingested from, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class FurnitureMask:
    """Text that stands around pages, with ``#`` for its numbers, and on how many lines it does."""

    mask: str
    count: int


@dataclass(frozen=True, slots=True)
class Inspection:
    """One file as it was understood.

    ``path`` is as given; ``pages`` is their number; ``problems`` are the pages that could not be
    read, ``ocr_pages`` those whose text was recognised in a picture; ``furniture`` is what was
    set aside as running heads and feet, most often first.
    """

    path: str
    sha256: str
    title: str
    pages: int
    meetings: tuple[Meeting, ...]
    problems: tuple[PageProblem, ...] = ()
    ocr_pages: tuple[int, ...] = ()
    furniture: tuple[FurnitureMask, ...] = ()

    @property
    def doubts(self) -> tuple[str, ...]:
        """What was not understood for certain, and what is missing, as sentences for staff."""
        several = len(self.meetings) > 1
        return tuple(
            f"{meeting_name(meeting)}: {doubt}" if several else doubt
            for meeting in self.meetings
            for doubt in (*_missing(meeting), *meeting_doubts(meeting))
        )


def inspect_file(
    path: Path,
    *,
    read: Callable[[Path], SourceDocument],
    parse: Callable[[SourceDocument, Path, str], tuple[Meeting, ...]],
    root: Path | None = None,
    default_huvudman: str = "",
) -> Inspection:
    """Read and parse one file as an ingest does.

    ``root`` is the folder that would be ingested; without it the outermost folder above the file
    that is called ``ingest``, or else the one that the file lies in.

    Raises:
        UnreadableDocument: the file is not there or cannot be read, with reason and remedy.
    """
    findings = find_files([path], [])
    for trouble in findings.troubles:
        raise UnreadableDocument(shown(path), trouble.reason, trouble.remedy)
    if findings.folders:
        raise UnreadableDocument(path, "är en mapp", "Ange en PDF-fil i den.")
    absolute = findings.files[0].path
    try:
        source = read(path)
        meetings = parse(source, _relative(absolute, root), default_huvudman)
    except UnreadableDocument:
        raise
    except Exception as exc:
        raise unexpected_failure(path, exc) from exc
    return Inspection(
        path=str(path),
        sha256=source.sha256,
        title=source.title,
        pages=len(source.pages),
        meetings=meetings,
        problems=source.problems,
        ocr_pages=tuple(
            page.number for page in source.pages if any(line.ocr for line in page.lines)
        ),
        furniture=_furniture(source),
    )


def _relative(path: Path, root: Path | None) -> Path:
    if root is not None and root.absolute() in path.parents:
        return path.relative_to(root.absolute())
    named = [folder for folder in path.parents if folder.name.casefold() == INGEST_FOLDER]
    return path.relative_to(named[-1] if named else path.parent)


def _furniture(source: SourceDocument) -> tuple[FurnitureMask, ...]:
    counts = Counter(
        re.sub(r"\d+", "#", " ".join(line.text.split()))
        for page in source.pages
        for line in page.furniture
    )
    return tuple(FurnitureMask(mask, count) for mask, count in counts.most_common())


def _missing(meeting: Meeting) -> tuple[str, ...]:
    """Say which of the facts that every hit is cited by were not found."""
    remedy = "Lägg filen i en mapp med namnet, eller sätt BESLUTSSOK_HUVUDMAN."
    of_a_meeting = meeting.document_kind is not DocumentKind.OTHER
    sentences = (
        (not meeting.huvudman, f"Ingen huvudman hittades. {remedy}"),
        (of_a_meeting and not meeting.organ, "Inget organ hittades."),
        (of_a_meeting and meeting.date is None, "Inget datum hittades."),
        (not meeting.items, "Inga paragrafer, ärenden eller avsnitt hittades."),
    )
    return tuple(sentence for is_missing, sentence in sentences if is_missing)
