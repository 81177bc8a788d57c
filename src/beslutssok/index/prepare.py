"""From a file to a document that is ready to be written, but for its vectors."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from beslutssok.domain import Item, Meeting, Passage, SourceDocument
from beslutssok.errors import UnreadableDocument
from beslutssok.index.doubts import meeting_doubts, meeting_name
from beslutssok.index.files import FoundFile, unexpected_failure
from beslutssok.index.identifiers import fallback_names
from beslutssok.index.rows import FileStamp, PreparedDocument, PreparedMeeting, PreparedPassage

READING = 6
"""Raised by one when reading, parsing or splitting gives something else for the same file."""

UNRECOGNISED = "|unrecognised"
"""Ends the recipe of a document with unread pages while no text recognition was installed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file becomes passages and terms; see :func:`beslutssok.index.ingest.ingest_paths`."""

    read: Callable[[Path], SourceDocument]
    parse: Callable[[SourceDocument, Path, str], tuple[Meeting, ...]]
    split: Callable[[Meeting, str], tuple[Passage, ...]]
    identify: Callable[[Meeting, Item, str], str]
    terms: Callable[[str], str]
    can_recognise: Callable[[], bool]
    default_huvudman: str
    model: str

    def is_current(self, recipe: str, found: FoundFile) -> bool:
        """Whether reading a file again would give what it gave by an earlier recipe.

        It may give more where pages could not be read, and text recognition is installed now.
        """
        told = recipe.removesuffix(UNRECOGNISED)
        if told != self.stamp(found).recipe:
            return False
        return told == recipe or not self.can_recognise()

    def stamp(self, found: FoundFile) -> FileStamp:
        """Give what to remember of a file; its recipe is what its reading depends on but bytes."""
        return FileStamp(
            root=str(found.root),
            file=found.file,
            path=str(found.path),
            size=found.size,
            mtime_ns=found.mtime_ns,
            recipe=f"{READING}|{found.file}|{self.default_huvudman}",
        )

    def prepare(self, found: FoundFile, sha256: str) -> PreparedDocument:
        """Read, parse and split the file that had the digest ``sha256`` a moment ago.

        Raises:
            UnreadableDocument: that cannot be done, for whatever reason.
        """
        try:
            source = self.read(found.path)
            if source.sha256 != sha256:
                raise UnreadableDocument(
                    found.path, "ändrades under inläsningen", "Kör ingest en gång till."
                )
            return self._split(found, source)
        except UnreadableDocument:
            raise
        except Exception as exc:
            raise unexpected_failure(found.path, exc) from exc

    def _split(self, found: FoundFile, source: SourceDocument) -> PreparedDocument:
        meetings = self.parse(source, Path(found.file), self.default_huvudman)
        if not meetings:
            raise ValueError("no meeting was found in the file")
        names = fallback_names(meetings, Path(found.file).with_suffix("").as_posix())
        terms = cache(self.terms)  # titles and contexts come again and again
        stamp = self.stamp(found)
        if source.problems and not self.can_recognise():
            stamp = replace(stamp, recipe=stamp.recipe + UNRECOGNISED)
        return PreparedDocument(
            stamp=stamp,
            sha256=source.sha256,
            title=meetings[0].title or source.title,
            pages=len(source.pages),
            problems=source.problems,
            meetings=tuple(
                self._split_meeting(meeting, name, terms, several=len(meetings) > 1)
                for meeting, name in zip(meetings, names, strict=True)
            ),
        )

    def _split_meeting(
        self, meeting: Meeting, fallback: str, terms: Callable[[str], str], several: bool
    ) -> PreparedMeeting:
        item_ids = tuple(self.identify(meeting, item, fallback) for item in meeting.items)
        passages = []
        for passage in self.split(meeting, fallback):
            item = item_position(meeting, item_ids, passage)
            passages.append(
                PreparedPassage(
                    passage=passage,
                    item=item,
                    title_terms="" if item is None else terms(meeting.items[item].title),
                    context_terms=terms(passage.context),
                    body_terms=terms(passage.text),
                    digest=embedding_digest(passage, self.model),
                )
            )
        doubts = meeting_doubts(meeting)
        if several:
            doubts = tuple(f"{meeting_name(meeting)}: {doubt}" for doubt in doubts)
        return PreparedMeeting(meeting, item_ids, tuple(passages), doubts)


def embedding_text(passage: Passage) -> str:
    """Give the text that is embedded for a passage: its context, a line break, and its text."""
    return f"{passage.context}\n{passage.text}" if passage.context else passage.text


def embedding_digest(passage: Passage, model: str) -> bytes:
    """Give 16 bytes that stand for what is embedded, and for the model that does it."""
    embedded = f"{model}\0{embedding_text(passage)}"
    return hashlib.sha256(embedded.encode("utf-8", "surrogatepass")).digest()[:16]


def item_position(meeting: Meeting, item_ids: Sequence[str], passage: Passage) -> int | None:
    """Give the position of the item that a passage is of; ``None`` outside every item.

    It is the item with the longest identifier that the passage's begins with. Of several items
    with one identifier it is the one that has the passage's first line, or else its page.
    """
    own = [id_ for id_ in item_ids if passage.id == id_ or passage.id.startswith(f"{id_}/")]
    if not own:
        return None
    longest = max(own, key=len)
    positions = [position for position, id_ in enumerate(item_ids) if id_ == longest]
    return max(positions, key=lambda position: _nearness(meeting.items[position], passage))


def _nearness(item: Item, passage: Passage) -> tuple[bool, bool]:
    held = any(
        passage.places[:1] == paragraph.places[:1]
        for section in item.sections
        for paragraph in section.paragraphs
    )
    first, last = item.pages
    return held, first <= passage.page <= last
