"""A page as it is shown, for the screen: with its size in points, so that places lie right on it.

A ``Place`` is at the share ``left / width`` from the left and ``top / height`` from the top of the
picture, whatever the picture's scale.
"""

import io
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from pathlib import Path
from threading import Lock
from typing import Any

import pypdfium2

from beslutssok.errors import UnreadableDocument
from beslutssok.read.opening import BREAKDOWNS, LOCKED, LOCKED_REMEDY, hash_file, open_pdf
from beslutssok.read.pdfium import PDFIUM

SCALE = 1.5
SMALLEST_SCALE, LARGEST_SCALE = 0.1, 4.0
# An A4 page at the largest scale; what is larger is drawn coarser.
MOST_DOTS = 8_100_000
LONGEST_SIDE = 16_000
CACHE_BYTES = 48 << 20
# PNG's own compression: more takes twice the time and saves little on a page of text.
COMPRESSION = 3

GONE = "filen finns inte kvar."
GONE_REMEDY = "Lägg tillbaka den, eller kör ingest med --prune."


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page drawn as PNG; ``width`` and ``height`` are the page's, in points, as it is shown."""

    png: bytes
    width: float
    height: float


_Key = tuple[str, int, int, int, float]


class _Drawn:
    """The pictures last asked for, as many as there is room for."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._taken = 0
        self._images: OrderedDict[_Key, PageImage] = OrderedDict()
        self._lock = Lock()

    def get(self, key: _Key) -> PageImage | None:
        """The picture, if it is kept."""
        with self._lock:
            if key in self._images:
                self._images.move_to_end(key)
            return self._images.get(key)

    def put(self, key: _Key, image: PageImage) -> None:
        """Keep a picture, and let go of those that nobody has asked for the longest."""
        with self._lock:
            if key in self._images:
                return
            self._images[key] = image
            self._taken += len(image.png)
            while self._taken > self._room:
                _, oldest = self._images.popitem(last=False)
                self._taken -= len(oldest.png)


_drawn = _Drawn(CACHE_BYTES)


def read_page_image(path: Path, page: int, scale: float = SCALE) -> PageImage:
    """Draw a page (1-based) at ``scale`` dots a point, from 0.1 to 4.

    A huge page is drawn coarser, so that no picture has more than eight million dots. Pictures are
    kept for a while; one of a file that has changed since is drawn anew. Any thread may ask.

    Raises:
        UnreadableDocument: the file is gone or cannot be drawn, or has no such page.
    """
    scale = round(min(max(scale, SMALLEST_SCALE), LARGEST_SCALE), 2)
    try:
        status = path.stat()
    except OSError as exc:
        raise UnreadableDocument(path, GONE, GONE_REMEDY, page) from exc
    key = (str(path), status.st_mtime_ns, status.st_size, page, scale)
    kept = _drawn.get(key)
    if kept is not None:
        return kept
    picture, width, height = _draw(path, page, scale)
    unit = _user_unit(path, status.st_mtime_ns, status.st_size, page)
    image = PageImage(_write_png(picture), width * unit, height * unit)
    _drawn.put(key, image)
    return image


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


def count_pages(path: Path) -> int:
    """How many pages a file has.

    Raises:
        UnreadableDocument: the file is gone or cannot be opened.
    """
    with PDFIUM, _opened(path, None) as document:
        return len(document)


def _draw(path: Path, number: int, scale: float) -> tuple[Any, float, float]:
    """A page as a picture, and its size as PDFium counts it."""
    with PDFIUM, _opened(path, number) as document:
        if not 1 <= number <= len(document):
            reason = f"filen har {len(document)} sidor."
            raise UnreadableDocument(path, reason, "Välj en sida som finns.", number)
        try:
            page = document[number - 1]
            width, height = page.get_size()
            picture = page.render(scale=_bounded(scale, width, height)).to_pil().copy()
            page.close()
        except (pypdfium2.PdfiumError, ValueError, MemoryError) as exc:
            raise _undrawable(path, number) from exc
    return picture, width, height


def _bounded(scale: float, width: float, height: float) -> float:
    """The scale, or as much of it as gives no more dots than a picture may have.

    >>> _bounded(2.0, 595, 842), round(_bounded(2.0, 14400, 14400), 3)
    (2.0, 0.198)
    """
    wide, high = max(1.0, width), max(1.0, height)
    return min(scale, sqrt(MOST_DOTS / (wide * high)), LONGEST_SIDE / max(wide, high))


def _opened(path: Path, number: int | None) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except FileNotFoundError as exc:
        raise UnreadableDocument(path, GONE, GONE_REMEDY, number) from exc
    except pypdfium2.PdfiumError as exc:
        if getattr(exc, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise UnreadableDocument(path, LOCKED, LOCKED_REMEDY, number) from exc
        raise _undrawable(path, number) from exc
    except OSError as exc:
        raise _undrawable(path, number) from exc


def _undrawable(path: Path, number: int | None) -> UnreadableDocument:
    return UnreadableDocument(
        path, "filen kan inte ritas.", "Öppna filen i en annan läsare.", number
    )


@lru_cache(maxsize=512)
def _user_unit(path: Path, _changed: int, _size: int, number: int) -> float:
    """How many points a unit of the page's own is, which PDFium cannot tell: nearly always 1."""
    try:
        with open_pdf(path) as reader:
            return float(reader.pages[number - 1].user_unit or 1.0)
    except (UnreadableDocument, OSError, *BREAKDOWNS):
        return 1.0


def _write_png(picture: Any) -> bytes:
    """Write a picture as PNG; one without colour takes half the room."""
    buffer = io.BytesIO()
    lean = picture.convert("L") if _is_grey(picture) else picture
    lean.save(buffer, format="PNG", compress_level=COMPRESSION)
    return buffer.getvalue()


def _is_grey(picture: Any) -> bool:
    _, most = picture.convert("HSV").getchannel("S").getextrema()
    return bool(most == 0)
