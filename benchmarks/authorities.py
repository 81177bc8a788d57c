"""Documents of Swedish authorities with questions, read as minutes would be.

SweFAQ (SuperLim 2) and SweQUAD-MC come as JSON: ``{documents: [text], questions: [{id, question,
relevant: [index of document]}]}``. A line that is short, has no full stop and stands before a long
one is taken for a heading, as in a document set in type; each document is one item.
"""

import hashlib
import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from beslutssok.domain import (
    DocumentKind,
    Item,
    Meeting,
    Paragraph,
    Place,
    Section,
    SectionKind,
    SourceDocument,
)
from beslutssok.index.embedder import Embedder
from beslutssok.index.identifiers import item_identifier
from beslutssok.index.ingest import ingest_paths
from beslutssok.index.passages import split_passages
from beslutssok.index.store import Store
from beslutssok.index.words import index_terms
from beslutssok.search.evaluation import ItemKey, LabelledQuestion

LONGEST_HEADING = 90
SHORTEST_TEXT = 60
NO_DAY = "None"


def read_authorities(path: Path) -> tuple[list[str], list[LabelledQuestion]]:
    """Read the documents, and the questions with the items that answer them."""
    data = json.loads(path.read_text(encoding="utf-8"))
    questions = [
        LabelledQuestion(
            id=row["id"],
            question=row["question"],
            type=path.stem,
            relevant=frozenset(document_key(number) for number in row["relevant"]),
            must_contain=(),
            must_not_contain=(),
            answerable=True,
        )
        for row in data["questions"]
    ]
    return data["documents"], questions


def document_key(number: int) -> ItemKey:
    """By what a document of a set is known among the items of the index."""
    return ItemKey("", NO_DAY, str(number + 1))


def build_index(
    meetings: dict[str, tuple[Meeting, ...]], folder: Path, embedder: Embedder
) -> Store:
    """Write an index of meetings that come from no file; the keys stand for files' names."""
    with tempfile.TemporaryDirectory() as temporary:
        for name in meetings:
            (Path(temporary) / name).write_bytes(name.encode())
        store = Store.create(folder)
        ingest_paths(
            [Path(temporary)],
            store,
            embedder,
            read=_stand_in,
            parse=lambda source, path, huvudman: meetings[source.path.name],
            split=split_passages,
            identify=item_identifier,
            terms=index_terms,
        )
        return store


def _stand_in(path: Path) -> SourceDocument:
    return SourceDocument(path, hashlib.sha256(path.read_bytes()).hexdigest(), pages=())


def as_meetings(documents: list[str]) -> dict[str, tuple[Meeting, ...]]:
    """The documents, each as a document of another kind than minutes, with one item."""
    return {f"{n:05d}.pdf": (as_meeting(text, n),) for n, text in enumerate(documents)}


def as_meeting(text: str, number: int) -> Meeting:
    """A document with its first heading as title, and a section for each of the others."""
    lines = [line.strip() for line in text.replace("\r", "\n").split("\n") if line.strip()]
    is_heading = heading_test(lines)
    title = lines[0] if is_heading(0) else ""
    sections: list[tuple[str, list[Paragraph]]] = [("", [])]
    for index in range(1 if title else 0, len(lines)):
        if is_heading(index):
            sections.append((lines[index], []))
        else:
            place = Place(1, 0.0, float(index), 1.0, float(index + 1))
            sections[-1][1].append(Paragraph(lines[index], (place,)))
    return Meeting(
        document_kind=DocumentKind.OTHER,
        huvudman="",
        organ="",
        date=None,
        title="",
        items=(
            Item(
                number=str(number + 1),
                title=title,
                sections=tuple(
                    Section(SectionKind.OTHER, heading, tuple(paragraphs))
                    for heading, paragraphs in sections
                    if paragraphs
                ),
                pages=(1, 1),
                heading_places=(Place(1, 0.0, 0.0, 1.0, 1.0),),
            ),
        ),
    )


def heading_test(lines: list[str]) -> Callable[[int], bool]:
    """Tell by its length, its end and what follows whether a line is a heading."""

    def is_heading(index: int) -> bool:
        line = lines[index]
        following = lines[index + 1] if index + 1 < len(lines) else ""
        return (
            len(line) < LONGEST_HEADING
            and line[-1] not in ".!?:,;"
            and line[0].isupper()
            and len(following) > SHORTEST_TEXT
        )

    return is_heading
