"""From files to an index: what is new or changed is read, split, embedded and written.

One document is one transaction. Whatever interrupts an ingest, the documents before are in the
index whole, and the next run goes on from there. What the index says of a file is what the file
says with the bytes that it has, or had when it was last met.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from beslutssok.domain import (
    DocumentStatus,
    IngestReport,
    Item,
    Meeting,
    Passage,
    SourceDocument,
)
from beslutssok.errors import ModelUnavailable, UnreadableDocument
from beslutssok.index.embedder import Embedder
from beslutssok.index.files import (
    FileTrouble,
    Findings,
    FoundFile,
    file_digest,
    find_files,
    is_gone,
    unreachable,
    vanished,
)
from beslutssok.index.plan import Step, plan_ingest
from beslutssok.index.prepare import Reading, embedding_text
from beslutssok.index.report import IngestProgress, Progress, Record, unread_file, untaken_file
from beslutssok.index.rows import (
    FileStamp,
    KnownDocument,
    PreparedDocument,
    StoredDocument,
    Vectors,
)
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.index.writer import IndexWriter
from beslutssok.read import can_recognise

__all__ = ["EMBEDDED_AT_ONCE", "IngestProgress", "ingest_paths"]

EMBEDDED_AT_ONCE = 512
"""Passages after which the vectors of a long document are saved, in case of interruption."""


def ingest_paths(
    paths: Iterable[Path],
    store: Store,
    embedder: Embedder,
    *,
    read: Callable[[Path], SourceDocument],
    parse: Callable[[SourceDocument, Path, str], tuple[Meeting, ...]],
    split: Callable[[Meeting, str], tuple[Passage, ...]],
    identify: Callable[[Meeting, Item, str], str],
    terms: Callable[[str], str],
    can_recognise: Callable[[], bool] = can_recognise,
    progress: Progress | None = None,
    prune: bool = False,
    default_huvudman: str = "",
) -> IngestReport:
    """Bring the index up to date with files, or folders and all PDF files below them.

    A file whose size and time are those of last time is taken to be unchanged; otherwise its
    digest decides. A file that was moved or renamed keeps its document. Documents whose files
    are gone are reported, and removed if ``prune``. What cannot be read is reported with a
    reason and a remedy, remembered, and tried again next time; it stops nothing.

    The work of other modules comes as functions. What they raise is reported as a document that
    could not be read, with the name of the exception if it is not ``UnreadableDocument``.

    - ``read(path)`` gives the pages.
    - ``parse(source, relative_path, default_huvudman)`` gives the meetings, at least one.
    - ``split(meeting, fallback)`` gives the passages, and ``identify(meeting, item, fallback)``
      the part of their identifiers that is the item's. ``fallback`` is the relative path without
      its suffix, for what has no body or date of its own; in a file of several parts the name
      of the part goes behind (see ``fallback_names``).
    - ``terms(text)`` gives the stems of a text, separated by spaces.
    - ``can_recognise()`` tells whether pages that are pictures can be read. Documents with pages
      that could not be read while it was false are read again once it is true.

    Raises:
        IndexBusy: another ingest to the index is under way.
        IndexMismatch: the vectors of the index were made by another model than ``embedder``.
        ModelUnavailable: there is something to embed, and the model cannot do it.
    """
    record = Record(progress)
    with store.writing() as writer:
        store.check_model(embedder.name)
        reading = Reading(
            read, parse, split, identify, terms, can_recognise, default_huvudman, embedder.name
        )
        run = _Run(writer, embedder, reading, store.documents(), record)
        run.bring_up_to_date([Path(path) for path in paths], prune)
    VectorIndex(store).save()
    return record.report()


class _Run:
    """One ingest and what it works with."""

    def __init__(
        self,
        writer: IndexWriter,
        embedder: Embedder,
        reading: Reading,
        held: Iterable[StoredDocument],
        record: Record,
    ) -> None:
        self._writer = writer
        self._embedder = embedder
        self._reading = reading
        self._held = {document.sha256: document for document in held}
        self._record = record
        self._failed: dict[str, UnreadableDocument] = {}

    def bring_up_to_date(self, paths: Sequence[Path], prune: bool) -> None:
        known = self._writer.known_documents()
        findings = find_files(paths, [Path(folder) for folder in self._writer.folders()])
        self._writer.add_folders([str(folder) for folder in findings.folders])
        self._record.total_files = len(findings.files)
        for trouble in findings.troubles:
            self._leave(trouble)
        plan = plan_ingest(self._digests(findings.files, known), known, _is_intact)
        self._writer.remove([document.rowid for document in plan.displaced])
        self._restamp(plan.steps)
        for step in plan.steps:
            self._record.tell(step.found.file)
            self._take(step)
            self._record.done_files += 1
            self._record.tell(step.found.file)
        self._look_for_vanished(findings, _not_met(known, plan.steps), prune)
        self._writer.drop_waiting()

    def _digests(
        self, files: Sequence[FoundFile], known: Sequence[KnownDocument]
    ) -> list[tuple[FoundFile, str]]:
        known_at = {document.stamp.path: document for document in known}
        digests = []
        for found in files:
            before = known_at.get(str(found.path))
            if before is not None and _same_times(before.stamp, found.size, found.mtime_ns):
                digests.append((found, before.sha256))
                continue
            self._record.tell(found.file)
            try:
                digests.append((found, file_digest(found.path)))
            except OSError as exc:
                gone = is_gone(found.path)
                self._leave(vanished(found.path) if gone else unreachable(found.path, exc))
        return digests

    def _restamp(self, steps: Sequence[Step]) -> None:
        """Note where documents are now; ``recipe`` stays that of their last reading."""
        stamps = {}
        for step in steps:
            if step.status is DocumentStatus.UNCHANGED and step.known is not None:
                before = step.known.stamp
                stamp = replace(self._reading.stamp(step.found), recipe=before.recipe)
                if stamp != before:
                    stamps[step.known.rowid] = stamp
        self._writer.restamp(stamps)

    def _take(self, step: Step) -> None:
        if step.status is DocumentStatus.DUPLICATE and step.sha256 in self._failed:
            self._give_up(step, self._failed[step.sha256], replaces=None)
        elif step.status is DocumentStatus.DUPLICATE:
            self._writer.forget_unreadable([str(step.found.path)])
            self._record.add_duplicate(step.found, step.original)
        elif step.status is DocumentStatus.UNCHANGED and step.known is not None:
            self._take_unchanged(step, step.known)
        else:
            self._read(step, replaces=None if step.known is None else step.known.rowid)

    def _take_unchanged(self, step: Step, known: KnownDocument) -> None:
        """Leave a document as it is, or read it again if what its reading depends on changed."""
        moved = known.stamp.path != str(step.found.path)
        reason = f"flyttad från {known.stamp.file}" if moved else ""
        if self._reading.is_current(known.stamp.recipe, step.found):
            self._writer.forget_unreadable([str(step.found.path)])
            self._record.add_unchanged(self._held[known.sha256], step.found.file, reason)
        else:
            self._read(step, replaces=known.rowid, reason=reason or "tolkad på nytt")

    def _read(self, step: Step, replaces: int | None, reason: str = "") -> None:
        try:
            prepared = self._reading.prepare(step.found, step.sha256)
        except UnreadableDocument as exc:
            if is_gone(step.found.path):  # what it said before is left for --prune to remove
                self._leave(vanished(step.found.path))
                return
            self._failed[step.sha256] = exc
            # What was read of the very same bytes before is still true.
            outdated = None if step.status is DocumentStatus.UNCHANGED else replaces
            self._give_up(step, exc, outdated)
            return
        vectors = self._vectors(prepared)
        model = (self._embedder.name, self._embedder.dimension) if vectors else None
        self._writer.put(prepared, vectors, model, replaces)
        self._record.add_written(prepared, step.status, reason)

    def _vectors(self, prepared: PreparedDocument) -> dict[bytes, bytes]:
        """Give a vector for each digest, from the index where it has it, else by the model."""
        file = prepared.stamp.file
        texts = {entry.digest: embedding_text(entry.passage) for entry in prepared.passages}
        vectors = self._writer.vectors_by_digest(texts)
        missing = [digest for digest in texts if digest not in vectors]
        self._record.tell(file, len(vectors), len(texts))
        for start in range(0, len(missing), EMBEDDED_AT_ONCE):
            digests = missing[start : start + EMBEDDED_AT_ONCE]
            before = len(vectors)

            def tell(done: int, before: int = before) -> None:
                self._record.tell(file, before + done, len(texts))

            made = self._embedder.embed_passages([texts[digest] for digest in digests], tell)
            _check(made, len(digests), self._embedder)
            if len(missing) > EMBEDDED_AT_ONCE:
                self._writer.keep_waiting(digests, made)
            encoded = (vector.astype("<f4").tobytes() for vector in made)
            vectors.update(zip(digests, encoded, strict=True))
            self._record.embedded += len(digests)
        return vectors

    def _give_up(self, step: Step, exc: UnreadableDocument, replaces: int | None) -> None:
        file = unread_file(step.found, exc)
        self._writer.put_unreadable(file, replaces)
        self._record.add_unreadable(file)

    def _leave(self, trouble: FileTrouble) -> None:
        file = untaken_file(trouble)
        if trouble.lasting:
            self._writer.put_unreadable(file)
        self._record.add_unreadable(file)

    def _look_for_vanished(
        self, findings: Findings, not_met: Sequence[KnownDocument], prune: bool
    ) -> None:
        gone = [
            document
            for document in not_met
            if findings.covers(path := Path(document.stamp.path)) and is_gone(path)
        ]
        for document in gone:
            self._record.add_vanished(document, pruned=prune)
        if prune:
            self._writer.remove([document.rowid for document in gone])
        unmet = set(self._writer.unreadable_paths()) - self._record.unreadable
        self._writer.forget_unreadable(
            [name for name in unmet if findings.covers(path := Path(name)) and is_gone(path)]
        )


def _not_met(known: Iterable[KnownDocument], steps: Sequence[Step]) -> list[KnownDocument]:
    """Give the known documents whose path no file has, and which no file is."""
    paths = {str(step.found.path) for step in steps}
    kept = {step.known.rowid for step in steps if step.known is not None}
    return [
        document
        for document in known
        if document.stamp.path not in paths and document.rowid not in kept
    ]


def _is_intact(document: KnownDocument) -> bool:
    """Whether a document still lies where it was, with the same bytes."""
    path = Path(document.stamp.path)
    try:
        status = path.stat()
        if _same_times(document.stamp, status.st_size, status.st_mtime_ns):
            return True
        return file_digest(path) == document.sha256
    except OSError:
        return False


def _same_times(stamp: FileStamp, size: int, mtime_ns: int) -> bool:
    return stamp.size == size and stamp.mtime_ns == mtime_ns


def _check(vectors: Vectors, count: int, embedder: Embedder) -> None:
    """Make sure that a model has given what it must; one bad vector would spoil every search."""
    if vectors.shape != (count, embedder.dimension) or not np.isfinite(vectors).all():
        raise ModelUnavailable(
            f"Språkmodellen {embedder.name} gav oanvändbara vektorer.",
            "Välj en annan modell med BESLUTSSOK_MODEL.",
        )
