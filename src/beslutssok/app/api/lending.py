"""A file that somebody sends: looked at, lent as a path, and gone when the block is done."""

import re
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore
from typing import BinaryIO

from beslutssok.app.api.errors import Refused
from beslutssok.app.files import PDF_BEGINS, PDF_BEGINS_WITHIN
from beslutssok.errors import UnreadableDocument
from beslutssok.read import count_pages

LONGEST_NAME = 100
LONGEST_NAME_BYTES = 200
"""File systems take 255 bytes; a letter may be four of them."""

MOST_PAGES = 150
"""Of a file to compare with: a tjänsteskrivelse with its enclosures is seldom half of it."""

AT_ONCE = 2
WAIT_SECONDS = 10
_reading = BoundedSemaphore(AT_ONCE)
_UNSAFE = re.compile(r"[^\w .,()+§-]+")


@contextmanager
def lend_upload(stream: BinaryIO, name: str, largest: int) -> Iterator[Path]:
    """Lend what was sent as a file with its own name, in a folder that goes with the block.

    Raises:
        Refused: it is too large, no PDF or too long, or others are being read.
    """
    if not _reading.acquire(blocking=False):
        raise Refused(503, "Andra filer läses just nu.", "Försök igen strax.", WAIT_SECONDS)
    try:
        with TemporaryDirectory(prefix="beslutssok-") as folder:
            path = Path(folder) / harmless_name(name)
            write_upload(stream, path, largest)
            try:
                pages = count_pages(path)
            except UnreadableDocument as exc:
                raise Refused(422, f"{path.name}: {exc.reason}", exc.remedy) from exc
            if pages > MOST_PAGES:
                raise Refused(
                    422, f"Filen har {pages} sidor.", f"Skicka en med högst {MOST_PAGES}."
                )
            yield path
    finally:
        _reading.release()


def write_upload(stream: BinaryIO, path: Path, largest: int) -> None:
    """Write what was sent to a file that is not there before.

    Raises:
        Refused: it is too large, or no PDF.
    """
    stream.seek(0, 2)
    size = stream.tell()
    stream.seek(0)
    if size > largest:
        megabytes = largest // 1_000_000
        raise Refused(413, "Filen är för stor.", f"Skicka en på högst {megabytes} MB.")
    if PDF_BEGINS not in stream.read(PDF_BEGINS_WITHIN):
        raise Refused(422, "Filen är ingen PDF.", "Spara handlingen som PDF och skicka den.")
    stream.seek(0)
    with path.open("xb") as file:
        shutil.copyfileobj(stream, file)


def harmless_name(name: str) -> str:
    r"""The name of a PDF that only names: without folders, control signs and leading dots.

    >>> harmless_name("..\\..\\etc/.Skrivelse: a.PDF"), harmless_name("")
    ('Skrivelse_ a.pdf', 'handling.pdf')
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    stem = re.sub(r"\.pdf$", "", last, flags=re.IGNORECASE)
    return f"{harmless_folder(stem) or 'handling'}.pdf"


def harmless_folder(name: str) -> str:
    """The name of a folder that only names; empty for one without letters.

    >>> harmless_folder("Älvsele kommun"), harmless_folder("../..")
    ('Älvsele kommun', '')
    """
    composed = unicodedata.normalize("NFC", name)  # a Mac may send «å» in two parts
    short = _UNSAFE.sub("_", composed).strip(" ._")[:LONGEST_NAME]
    return short.encode()[:LONGEST_NAME_BYTES].decode(errors="ignore").strip()
