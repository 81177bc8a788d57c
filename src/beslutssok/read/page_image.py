"""A page as it is shown, for the screen: with its size in points, so that places lie right on it.

A ``Place`` is at the share ``left / width`` from the left and ``top / height`` from the top of the
picture, whatever the picture's scale.
"""

from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from beslutssok.errors import UnreadableDocument
from beslutssok.read.drawing import (
    GONE,
    GONE_REMEDY,
    SECONDS,
    SIZE,
    UNDRAWABLE,
    UNDRAWABLE_REMEDY,
)
from beslutssok.read.opening import hash_file
from beslutssok.read.worker import Workers, WorkStopped

SCALE = 1.5
SMALLEST_SCALE, LARGEST_SCALE = 0.1, 4.0
CACHE_BYTES = 48 << 20
DRAWN_AT_ONCE = 2

TOO_HEAVY = "sidan tar för lång tid eller för mycket minne att rita."


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page drawn as PNG; ``width`` and ``height`` are the page's, in points, as it is shown."""

    png: bytes
    width: float
    height: float


_Key = tuple[str, int, int, int, float]
ANY_SCALE = 0.0


class _Drawn:
    """What became of the pages last asked for, as many as there is room for."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._taken = 0
        self._results: OrderedDict[_Key, PageImage | UnreadableDocument] = OrderedDict()
        self._lock = Lock()

    def get(self, key: _Key) -> PageImage | UnreadableDocument | None:
        """The picture, or why there can be none, if it is kept."""
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
            return self._results.get(key)

    def put(self, key: _Key, result: PageImage | UnreadableDocument) -> None:
        """Keep a picture, and let go of those that nobody has asked for the longest."""
        with self._lock:
            if key in self._results:
                return
            self._results[key] = result
            self._taken += _size(result)
            while self._taken > self._room:
                _, oldest = self._results.popitem(last=False)
                self._taken -= _size(oldest)


def _size(result: PageImage | UnreadableDocument) -> int:
    return len(result.png) if isinstance(result, PageImage) else 1 << 10


_drawn = _Drawn(CACHE_BYTES)
_drawing = Workers("beslutssok.read.drawing:draw", DRAWN_AT_ONCE)


def read_page_image(
    path: Path, page: int, scale: float = SCALE, seconds: float = SECONDS
) -> PageImage:
    """Draw a page (1-based) at ``scale`` dots a point, from 0.1 to 4.

    A huge page is drawn coarser, so that no picture has more than eight million dots. Pictures are
    kept for a while; one of a file that has changed since is drawn anew. Any thread may ask; a
    page that takes more than ``seconds`` is given up and not tried again soon.

    Raises:
        UnreadableDocument: the file is gone or cannot be drawn, or has no such page.
    """
    scale = round(min(max(scale, SMALLEST_SCALE), LARGEST_SCALE), 2)
    try:
        status = path.stat()
    except OSError as exc:
        raise UnreadableDocument(path, GONE, GONE_REMEDY, page) from exc
    key = (str(path), status.st_mtime_ns, status.st_size, page, scale)
    too_heavy = (*key[:-1], ANY_SCALE)
    kept = _drawn.get(too_heavy) or _drawn.get(key)
    if isinstance(kept, UnreadableDocument):
        raise UnreadableDocument(path, kept.reason, kept.remedy, page)
    if kept is not None:
        return kept
    try:
        drawn = _drawing.do(path, {"page": page, "scale": scale, "seconds": seconds})
    except WorkStopped as exc:
        trouble = UnreadableDocument(path, TOO_HEAVY, UNDRAWABLE_REMEDY, page)
        _drawn.put(too_heavy, trouble)
        raise trouble from exc
    width, height = SIZE.unpack_from(drawn)
    image = PageImage(drawn[SIZE.size :], width, height)
    _drawn.put(key, image)
    return image


def count_pages(path: Path) -> int:
    """How many pages a file has.

    Raises:
        UnreadableDocument: the file is gone or cannot be opened.
    """
    try:
        return int(_drawing.do(path, {"seconds": SECONDS}))
    except WorkStopped as exc:
        raise UnreadableDocument(path, UNDRAWABLE, UNDRAWABLE_REMEDY) from exc


def check_digest(path: Path, sha256: str) -> None:
    """See that a file is still the one with this digest; what was read of it fits no other.

    Raises:
        UnreadableDocument: the file is gone, or has changed.
    """
    try:
        status = path.stat()
    except OSError as exc:
        raise UnreadableDocument(path, GONE, GONE_REMEDY) from exc
    if _digest(path, status.st_mtime_ns, status.st_size) != sha256:
        reason = "filen har ändrats sedan den lästes in."
        raise UnreadableDocument(path, reason, "Kör ingest, så läses den in på nytt.")


@lru_cache(maxsize=512)
def _digest(path: Path, _changed: int, _size: int) -> str:
    return hash_file(path)
