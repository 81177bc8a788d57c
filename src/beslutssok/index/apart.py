"""A file from a stranger, read in a process of its own: it can be stopped, and takes only itself.

That process writes what it read as the index keeps it, or why it cannot be read as JSON.
"""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from beslutssok.domain import SourceDocument
from beslutssok.errors import UnreadableDocument
from beslutssok.index.codec import decode, encode
from beslutssok.read import read_document

SECONDS = 120
MOST_MEMORY = 4 << 30
"""Bytes of addresses; a document of 150 pages takes a tenth of it."""
UNREADABLE = 3
PROGRAM = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from beslutssok.index.apart import main; sys.exit(main(sys.argv[1]))"
)

TOO_SLOW = "filen tar för lång tid att läsa."
TOO_HARD = "filen kan inte läsas."
REMEDY = "Spara handlingen som PDF på nytt och försök igen, eller klistra in texten."


def read_document_apart(path: Path, seconds: float = SECONDS) -> SourceDocument:
    """Read a PDF file as ``read_document`` does, for no longer than ``seconds``.

    Raises:
        UnreadableDocument: as ``read_document`` says, or it takes too long or too much memory.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path), *sys.path],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        written, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as exc:
        raise UnreadableDocument(path, TOO_SLOW, REMEDY) from exc
    finally:
        _end(process)
    try:
        if process.returncode == UNREADABLE:
            told = json.loads(written)
            raise UnreadableDocument(path, told["reason"], told["remedy"], told["page"])
        return decode(SourceDocument, written)
    except ValueError as exc:
        raise UnreadableDocument(path, TOO_HARD, REMEDY) from exc


def main(file: str) -> int:
    """Read a file, write what it has to standard output, and give the exit code."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    code, written = 0, b""
    try:
        written = encode(read_document(Path(file)))
    except UnreadableDocument as exc:
        told = {"reason": exc.reason, "remedy": exc.remedy, "page": exc.page}
        code, written = UNREADABLE, json.dumps(told).encode("ascii")
    sys.stdout.buffer.write(written)
    return code


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it with what it started, such as Tesseract."""
    if process.poll() is None:
        with suppress(OSError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
