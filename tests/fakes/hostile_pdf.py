"""PDF files that are small and never done: to read, and to draw."""

from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

ENDLESS_TEXT = b"BT /F1 1 Tf 1 0 0 1 5 5 Tm (a) Tj ET\n" * 2_000_000
ENDLESS_INK = b"0 0 595 842 re f\n" * 2_000_000
WORDS = b"BT /F1 12 Tf 1 0 0 1 70 700 Tm (Kommunstyrelsen antar planen.) Tj ET\n"
HELVETICA = {
    "Type": "Font",
    "Subtype": "Type1",
    "BaseFont": "Helvetica",
    "Encoding": "WinAnsiEncoding",
}


def write_pages(path: Path, *contents: bytes) -> Path:
    """Write a PDF with a page for each content, in which ``/F1`` is Helvetica."""
    writer = PdfWriter()
    font = DictionaryObject()
    for name, value in HELVETICA.items():
        font[NameObject(f"/{name}")] = NameObject(f"/{value}")
    fonts = DictionaryObject({NameObject("/F1"): font})
    for content in contents:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(content)
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    path.parent.mkdir(parents=True, exist_ok=True)
    writer.write(path)
    return path
