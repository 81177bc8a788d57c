"""A page of a PDF as a picture."""

import io
from pathlib import Path

import pypdfium2

from beslutssok.errors import UnreadableDocument
from beslutssok.read.pdfium import PDFIUM

POINTS_PER_INCH = 72


def render_page(path: Path, page: int, dots_per_inch: int = 110) -> bytes:
    """Draw a page (1-based) as a PNG picture.

    Raises:
        UnreadableDocument: the file cannot be opened or has no such page.
    """
    try:
        with PDFIUM, pypdfium2.PdfDocument(path) as document:
            if not 1 <= page <= len(document):
                raise UnreadableDocument(
                    path, f"filen har {len(document)} sidor.", "Välj en sida som finns.", page
                )
            picture = document[page - 1].render(scale=dots_per_inch / POINTS_PER_INCH).to_pil()
    except pypdfium2.PdfiumError as exc:
        raise UnreadableDocument(
            path, "filen kan inte ritas.", "Öppna filen i en annan läsare.", page
        ) from exc
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG")
    return buffer.getvalue()
