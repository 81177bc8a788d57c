"""Nearest vectors, by FAISS: exact inner product over all passages, or over some of them.

Where passages are many, those to compare exactly are first picked by vectors in short: 192 groups
of two numbers, each told by one of sixteen values.

The FAISS index is derived from the database and is never the truth. Its file is named with the
generation of the database, and ends with a seal that tells damage, and a file of another
content, for certain; then, or when it is missing, it is made anew.
"""

import logging
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

import faiss
import numpy as np
import numpy.typing as npt

from beslutssok.errors import IndexMismatch
from beslutssok.index.postings import places
from beslutssok.index.reader import IndexReader
from beslutssok.index.rows import IndexVersion, Rowids, Vectors
from beslutssok.index.schema import REBUILD_REMEDY

logger = logging.getLogger(__name__)

MANY_PASSAGES = 20_000
"""From here on vectors in short are made too; below, comparing with all takes no time."""

PICKED = 30
"""So many times more passages than are asked for are picked to be compared exactly.

Among 100,000 these hold 98 of the hundred nearest and all of the ten nearest, in trials.
"""

_TRAINED_ON = 4096  # 256 for each of sixteen values; FAISS would use no more
_UNFINISHED = ".vectors-"
_FORGOTTEN_AFTER_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """The vectors of one version of the index; ``nearest`` is ``None`` when there are none.

    ``rowids`` and ``vectors`` are those that it holds, the former ascending.
    """

    version: IndexVersion
    nearest: faiss.IndexIDMap2 | None
    rowids: Rowids
    vectors: Vectors


class VectorIndex:
    """Find the passages nearest to a vector, in the index as it is at the time of the question.

    Any number of threads may search at once. When the content has changed, the first search
    after that loads the new vectors; others that run meanwhile still see the old ones.
    """

    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader
        self._snapshot: _Snapshot | None = None
        self._refreshing = threading.Lock()

    def version(self) -> IndexVersion:
        """Give the version that is searched: the newest, but while another thread loads that."""
        return self._current().version

    def search(
        self,
        vector: npt.ArrayLike,
        limit: int,
        allowed: Rowids | None = None,
    ) -> list[tuple[int, float]]:
        """Find at most ``limit`` passages, nearest first, as (rowid, cosine) pairs.

        ``vector`` is L2-normalised, of shape (dimension,). ``allowed`` limits the search to
        rowids, as ``IndexReader.rowids`` gives them. Among equals the lower rowid comes first.

        Raises:
            IndexMismatch: the vector does not have the dimension of the index.
        """
        snapshot = self._current()
        nearest = snapshot.nearest
        if nearest is None or limit < 1 or (allowed is not None and not len(allowed)):
            return []
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        if query.shape[1] != nearest.d:
            raise IndexMismatch(
                "Vektorernas längd", str(query.shape[1]), str(nearest.d), REBUILD_REMEDY
            )
        most = min(limit, nearest.ntotal)
        if allowed is None:
            with _in_one_thread():
                scores, rowids = nearest.search(query, most)
        else:
            # Vectors in short cannot be searched in part, so these are all compared exactly.
            held = snapshot.rowids
            is_allowed = np.zeros(len(held), dtype=bool)
            is_allowed[places(held, np.asarray(allowed, dtype=np.int64))] = True
            bits = np.packbits(is_allowed, bitorder="little")
            selector = faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type]
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
            scores, found_at = _whole(nearest).search(query, most, params=parameters)
            rowids = np.where(found_at >= 0, held[found_at], -1)
        found = [
            (int(rowid), float(score))
            for rowid, score in zip(rowids[0], scores[0], strict=True)
            if rowid >= 0
        ]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def vectors(self, rowids: Rowids) -> Vectors:
        """Give the vectors of passages: float32, shape (n, dimension), in the order of ``rowids``.

        A row that is gone from what is loaded has zeros.
        """
        snapshot = self._snapshot or self._current()
        if snapshot.nearest is None:
            return self._reader.vectors(rowids)
        at = np.searchsorted(snapshot.rowids, rowids).clip(max=len(snapshot.rowids) - 1)
        given: Vectors = snapshot.vectors[at]
        others = snapshot.rowids[at] != rowids  # gone, or newer than what is loaded
        if others.any():
            given[others] = self._reader.vectors(rowids[others])
        return given

    def save(self) -> Path | None:
        """Make sure that the file for the present version is there; give its path.

        Without vectors there is no file, and ``None`` is returned.
        """
        snapshot = self._current()
        path = _path(self._reader.folder, snapshot.version)
        return path if path.is_file() else None

    def _current(self) -> _Snapshot:
        version = self._reader.version()
        snapshot = self._snapshot
        if snapshot is not None and snapshot.version == version:
            return snapshot
        # Whoever has nothing yet must wait; others go on with what they have.
        if self._refreshing.acquire(blocking=snapshot is None):
            try:
                if self._snapshot is None or self._snapshot.version != version:
                    self._snapshot = self._load(version)
            finally:
                self._refreshing.release()
        assert self._snapshot is not None
        return self._snapshot

    def _load(self, version: IndexVersion) -> _Snapshot:
        """Take the vectors from the file, or else from the database, and then write the file."""
        folder = self._reader.folder
        saved = read_sealed(_path(folder, version), version)
        if saved is not None:
            return _snapshot(version, saved)
        version, rowids, vectors = self._reader.all_vectors()
        if not len(rowids):
            remove_files(folder, keep=None)
            return _Snapshot(version, None, rowids, vectors)
        built = built_from(np.ascontiguousarray(vectors, dtype=np.float32), rowids)
        path = _path(folder, version)
        try:
            write_sealed(path, built, version)
            remove_files(folder, keep=path)
        except OSError as exc:
            logger.warning("%s kunde inte skrivas (%s); sökningen fungerar ändå.", path, exc)
        return _snapshot(version, built)


def _snapshot(version: IndexVersion, nearest: faiss.IndexIDMap2) -> _Snapshot:
    whole = _whole(nearest)
    held = faiss.rev_swig_ptr(whole.get_xb(), whole.ntotal * whole.d)
    vectors = held.reshape(whole.ntotal, whole.d)
    return _Snapshot(version, nearest, faiss.vector_to_array(nearest.id_map), vectors)


def _whole(nearest: faiss.IndexIDMap2) -> faiss.IndexFlat:
    """The vectors as they are, which those in short only point to."""
    inner = faiss.downcast_index(nearest.index)
    if isinstance(inner, faiss.IndexRefineFlat):
        inner = faiss.downcast_index(inner.refine_index)
    assert isinstance(inner, faiss.IndexFlat)
    return inner


def built_from(vectors: Vectors, rowids: Rowids, many: int = MANY_PASSAGES) -> faiss.IndexIDMap2:
    """Make a FAISS index of vectors, with vectors in short if there are ``many``."""
    dimension = vectors.shape[1]
    whole: faiss.Index = faiss.IndexFlatIP(dimension)
    if len(vectors) >= many and dimension % 2 == 0:
        short = faiss.IndexPQFastScan(dimension, dimension // 2, 4, faiss.METRIC_INNER_PRODUCT)
        with _in_one_thread():
            short.train(np.ascontiguousarray(vectors[:: -(-len(vectors) // _TRAINED_ON)]))
        whole = faiss.IndexRefineFlat(short)
        whole.k_factor = PICKED
    built = faiss.IndexIDMap2(whole)
    with _in_one_thread():
        built.add_with_ids(vectors, rowids)
    return built


@contextmanager
def _in_one_thread() -> Iterator[None]:
    """Let FAISS work in the calling thread alone: threads that wait for each other cost more."""
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def write_sealed(path: Path, index: faiss.Index, version: IndexVersion) -> None:
    """Write a FAISS file with a seal after it; it appears under its name only when whole."""
    payload = faiss.serialize_index(index).tobytes()
    unfinished = path.with_name(f"{_UNFINISHED}{token_hex(8)}")
    try:
        with unfinished.open("wb") as stream:
            stream.write(payload)
            stream.write(_seal(payload, version))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def read_sealed(path: Path, version: IndexVersion) -> faiss.IndexIDMap2 | None:
    """Read a FAISS file; ``None`` if it is missing, damaged or of another version."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    length = len(_seal(b"", version))
    payload, seal = content[:-length], content[-length:]
    if seal != _seal(payload, version):
        return None
    index: faiss.IndexIDMap2 = faiss.deserialize_index(np.frombuffer(payload, dtype=np.uint8))  # type: ignore[assignment]
    return index


def remove_files(folder: Path, keep: Path | None) -> None:
    """Remove the FAISS files of earlier generations, and what a crash left unfinished."""
    forgotten = time.time() - _FORGOTTEN_AFTER_SECONDS
    for path in (*folder.glob("vectors-*.faiss"), *folder.glob(f"{_UNFINISHED}*")):
        with suppress(OSError):  # another process may be reading it, or remove it as well
            if path != keep and (path.suffix or path.stat().st_mtime < forgotten):
                path.unlink()


def _seal(payload: bytes, version: IndexVersion) -> bytes:
    checksum = zlib.crc32(payload)
    return f"beslutssok {version.token} {version.generation:020d} {checksum:08x}".encode("ascii")


def _path(folder: Path, version: IndexVersion) -> Path:
    return folder / f"vectors-{version.generation}.faiss"
