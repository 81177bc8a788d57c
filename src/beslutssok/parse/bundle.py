"""A file as the meetings and handlingar that are bound together in it."""

from dataclasses import replace
from pathlib import Path

from beslutssok.domain import DocumentKind, Meeting, OutlineEntry, SourceDocument
from beslutssok.parse.document_titles import own_case_number, own_title
from beslutssok.parse.file_bookmarks import resolved_outline, title_of_name
from beslutssok.parse.identity import stated_huvudman
from beslutssok.parse.meeting import parse_document
from beslutssok.parse.part_pages import with_own_furniture
from beslutssok.parse.parts import Part, find_parts

# The name that a part without a bookmark has instead of a file's; it says nothing.
NAMELESS = "handling"
NO_TEXT = "Handling utan läsbar text"


def parse_meetings(
    source: SourceDocument, relative_path: Path, default_huvudman: str = ""
) -> tuple[Meeting, ...]:
    """Understand a file: one meeting, or several that are bound together, in page order.

    Every line of ``source`` ends up in exactly one of them, save running heads that only their
    own part tells to be such: in a long file those of a short document go unnoticed.
    ``Meeting.pages`` are a part's first and last page in the file. The organisation of the first
    one is that of those that name none; body, date and kind are each one's own.
    """
    parts = split_source(source)
    if len(parts) == 1:
        meeting = parse_document(source, relative_path, default_huvudman)
        return (_placed(meeting, source, parts[0][0]),)
    meetings: list[Meeting] = []
    for part, own in parts:
        path = _own_path(relative_path, part) if meetings else relative_path
        meeting = parse_document(own, path, default_huvudman)
        if meetings:
            named = stated_huvudman(own, meeting.organ, meetings[0].huvudman)
            meeting = replace(meeting, huvudman=named or meetings[0].huvudman)
        meetings.append(_placed(replace(meeting, title=_title(meeting, own, part)), own, part))
    return tuple(meetings)


def split_source(source: SourceDocument) -> tuple[tuple[Part, SourceDocument], ...]:
    """The documents that are bound together in a file, with the pages that each has of it."""
    parts = find_parts(source)
    if len(parts) == 1:
        return ((parts[0], source),)
    return tuple((part, _restricted(source, part)) for part in parts)


def _placed(meeting: Meeting, source: SourceDocument, part: Part) -> Meeting:
    """A meeting with its pages, and a handling's chapters with its case number."""
    meeting = replace(meeting, pages=(part.first, part.last))
    number = own_case_number(source) if meeting.document_kind is DocumentKind.OTHER else None
    if number is None:
        return meeting
    items = tuple(
        replace(
            item,
            case_number=item.case_number or number,
            references=tuple(other for other in item.references if other != number),
        )
        for item in meeting.items
    )
    return replace(meeting, items=items)


def _restricted(source: SourceDocument, part: Part) -> SourceDocument:
    """The document of a part: its pages, and the bookmarks that lead to them."""
    outline = [e for e in resolved_outline(source) if part.first <= e.page <= part.last]
    name = _name(part)
    inner = [entry for entry in outline if not _names(entry, name, part)]
    top = min((entry.level for entry in inner), default=0)
    return replace(
        source,
        pages=with_own_furniture(source.pages[part.first - 1 : part.last]),
        outline=tuple(replace(entry, level=entry.level - top) for entry in inner),
        title=_metadata_title(source, part, name),
        problems=tuple(p for p in source.problems if part.first <= p.page <= part.last),
    )


def _names(entry: OutlineEntry, name: str, part: Part) -> bool:
    return bool(name) and entry.page == part.first and title_of_name(entry.title) == name


def _metadata_title(source: SourceDocument, part: Part, name: str) -> str:
    """The title in the file's metadata tells of its first document at most."""
    return name or (source.title if part.first == 1 else "")


def _own_path(relative_path: Path, part: Part) -> Path:
    name = _name(part).replace("/", "-") or NAMELESS
    return relative_path.with_name(f"{name}.pdf")


def _name(part: Part) -> str:
    """The name of the file that a part was, where a bookmark keeps it."""
    return part.bookmark.title if part.bookmark and part.bookmark.names_document else ""


def _title(meeting: Meeting, source: SourceDocument, part: Part) -> str:
    name = _name(part)
    if meeting.document_kind is DocumentKind.OTHER:
        return name if " " in name else own_title(source) or name or NO_TEXT
    day = meeting.date.isoformat() if meeting.date else ""
    if not (meeting.organ and day) and name:
        return name
    kind = meeting.document_kind.value.capitalize()
    return " ".join(filter(None, (kind, meeting.organ, day)))
