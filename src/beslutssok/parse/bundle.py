"""A file as the meetings and handlingar that are bound together in it."""

from dataclasses import replace
from pathlib import Path

from beslutssok.domain import Meeting, SourceDocument
from beslutssok.parse.meeting import parse_document


def parse_meetings(
    source: SourceDocument, relative_path: Path, default_huvudman: str = ""
) -> tuple[Meeting, ...]:
    """Understand a file: one meeting, or several that are bound together, in page order.

    Every line of ``source`` ends up in exactly one of them.
    """
    meeting = parse_document(source, relative_path, default_huvudman)
    return (replace(meeting, pages=(1, max(1, len(source.pages)))),)
