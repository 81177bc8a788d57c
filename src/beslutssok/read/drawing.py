"""What the processes do that draw pages: one task is one page, or the number of pages."""

import io
import struct
from functools import lru_cache
from math import sqrt
from pathlib import Path
from typing import Any

import pypdfium2

from beslutssok.errors import UnreadableDocument
from beslutssok.read.opening import BREAKDOWNS, LOCKED, LOCKED_REMEDY, open_pdf
from beslutssok.read.worker import Watch

SECONDS = 20.0
# An A4 page at the largest scale; what is larger is drawn coarser.
MOST_DOTS = 8_100_000
LONGEST_SIDE = 16_000
# PNG's own compression: more takes twice the time and saves little on a page of text.
COMPRESSION = 3

SIZE = struct.Struct(">dd")
"""In front of a PNG: width and height of the page as it is shown, in points."""

GONE = "filen finns inte kvar."
GONE_REMEDY = "Lägg tillbaka den, eller kör ingest med --prune."
UNDRAWABLE = "filen kan inte ritas."
UNDRAWABLE_REMEDY = "Öppna filen i en annan läsare."


def draw(task: dict[str, Any], watch: Watch) -> bytes:
    """Draw page ``page`` of the file ``path`` at ``scale``, as ``SIZE`` and PNG.

    A task without a page gives the number of pages instead, in digits.

    Raises:
        UnreadableDocument: the file is gone or cannot be drawn, or has no such page.
    """
    path, number = Path(task["path"]), task.get("page")
    watch(number or 0, task["seconds"])
    with _opened(path, number) as document:
        count = len(document)
        if number is None:
            return b"%d" % count
        if not 1 <= number <= count:
            reason = f"filen har {count} sidor."
            raise UnreadableDocument(path, reason, "Välj en sida som finns.", number)
        try:
            page = document[number - 1]
            width, height = page.get_size()
            picture = page.render(scale=_bounded(task["scale"], width, height)).to_pil().copy()
            page.close()
        except (pypdfium2.PdfiumError, ValueError, MemoryError) as exc:
            raise _undrawable(path, number) from exc
    unit = _user_unit(path, path.stat().st_mtime_ns, number)
    return SIZE.pack(width * unit, height * unit) + _write_png(picture)


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
    return UnreadableDocument(path, UNDRAWABLE, UNDRAWABLE_REMEDY, number)


@lru_cache(maxsize=512)
def _user_unit(path: Path, _changed: int, number: int) -> float:
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
