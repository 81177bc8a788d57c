"""A file from a stranger is read in a process of its own."""

import time
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from tests.fakes.minutes_pdf import MINUTES, write_pdf

from beslutssok.errors import UnreadableDocument
from beslutssok.index.apart import TOO_SLOW, read_document_apart
from beslutssok.read import read_document


def write_endless_pdf(path: Path) -> Path:
    """A small file whose page takes minutes: two million words on one spot."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject()
    for name, value in {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica"}.items():
        font[NameObject(f"/{name}")] = NameObject(f"/{value}")
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    words = DecodedStreamObject()
    words.set_data(b"BT /F1 1 Tf 1 0 0 1 5 5 Tm (a) Tj ET\n" * 2_000_000)
    page[NameObject("/Contents")] = writer._add_object(words.flate_encode())
    writer.write(path)
    return path


def test_it_reads_what_is_read_at_home(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "protokoll.pdf", MINUTES)
    assert read_document_apart(path) == read_document(path)


def test_it_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "fel.pdf"
    path.write_text("inte en PDF", encoding="utf-8")
    with pytest.raises(UnreadableDocument, match=r"fel\.pdf: filen är ingen PDF\.") as caught:
        read_document_apart(path)
    assert caught.value.remedy


def test_a_file_without_end_is_given_up(tmp_path: Path) -> None:
    path = write_endless_pdf(tmp_path / "bomb.pdf")
    started = time.perf_counter()
    with pytest.raises(UnreadableDocument, match=TOO_SLOW):
        read_document_apart(path, seconds=4)
    assert time.perf_counter() - started < 30
