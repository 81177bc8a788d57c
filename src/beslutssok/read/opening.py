"""Open a PDF file, or say why it cannot be opened and what to do."""

import hashlib
import io
import logging
from pathlib import Path

import pypdfium2
import pypdfium2.raw
from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from beslutssok.errors import UnreadableDocument
from beslutssok.read.pdfium import PDFIUM

# No meeting's documents are longer; what is, is a mistake or an attack.
MAX_PAGES = 5_000
MAX_BYTES = 1 << 30
HEADER_WINDOW = 1024

DAMAGED = "filen är skadad eller avbruten."
DAMAGED_REMEDY = "Hämta filen på nytt från källan; den är skadad eller avbruten."
LOCKED = "filen är låst med lösenord."
LOCKED_REMEDY = "Spara en kopia utan lösenord och läs in den."

# What pypdf raises on files that break its expectations, besides its own errors.
BREAKDOWNS = (
    PyPdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    RecursionError,
)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def hash_file(path: Path) -> str:
    """The SHA-256 of the file's bytes, hexadecimal. It identifies a document.

    Raises:
        UnreadableDocument: the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as exc:
        raise UnreadableDocument(
            path, f"filen kan inte öppnas ({exc.strerror}).", "Kontrollera filens rättigheter."
        ) from exc


def open_pdf(path: Path, max_pages: int = MAX_PAGES) -> PdfReader:
    """Open a PDF file. One that is encrypted but needs no password is opened as any other.

    The reader is to be closed.

    Raises:
        UnreadableDocument: the file is empty, no PDF, damaged, locked or too long.
    """
    _check_bytes(path)
    try:
        reader = _unlocked(path)
        count = len(reader.pages)
    except BREAKDOWNS as exc:
        raise UnreadableDocument(path, DAMAGED, DAMAGED_REMEDY) from exc
    if count == 0:
        raise UnreadableDocument(path, "filen har inga sidor.", DAMAGED_REMEDY)
    if count > max_pages:
        reason = f"filen har {count} sidor, fler än {max_pages}."
        raise UnreadableDocument(path, reason, "Dela upp den i flera filer.")
    return reader


def _check_bytes(path: Path) -> None:
    size = path.stat().st_size
    if size == 0:
        raise UnreadableDocument(path, "filen är tom (0 byte).", "Hämta filen på nytt från källan.")
    if size > MAX_BYTES:
        raise UnreadableDocument(
            path, f"filen är större än {MAX_BYTES >> 30} GB.", "Dela upp den i flera filer."
        )
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(HEADER_WINDOW):
            raise UnreadableDocument(
                path, "filen är ingen PDF.", "Spara handlingen som PDF och läs in den igen."
            )


def _unlocked(path: Path) -> PdfReader:
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocument(path, LOCKED, LOCKED_REMEDY)
    except DependencyError:
        # pypdf leaves AES to a library of its own; PDFium has it built in.
        return PdfReader(_decrypted(path))
    return reader


def _decrypted(path: Path) -> io.BytesIO:
    buffer = io.BytesIO()
    try:
        with PDFIUM, pypdfium2.PdfDocument(path) as document:
            document.save(buffer, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
    except pypdfium2.PdfiumError as exc:
        if getattr(exc, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise UnreadableDocument(path, LOCKED, LOCKED_REMEDY) from exc
        raise UnreadableDocument(path, DAMAGED, DAMAGED_REMEDY) from exc
    return buffer
