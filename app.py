"""What ``make run`` starts: reads the documents in ``ingest`` into ``index``, and serves the page.

Takes ``--host`` and ``--port`` as ``beslutssok serve`` does. Files that have not changed since
they were read are not read again, unless the index is one of an older version: that is built anew.
"""

import sys
from pathlib import Path
from threading import Thread

from rich.console import Console

import beslutssok
from beslutssok.app.arguments import parse_arguments
from beslutssok.app.page import Indexing
from beslutssok.app.server import listen, serve
from beslutssok.app.terminal import ingest_progress, make_console, print_ingest_report
from beslutssok.domain import IngestReport
from beslutssok.errors import BeslutssokError, IndexMismatch
from beslutssok.index.report import IngestProgress

FOLDER = Path(__file__).resolve().parent
OUTDATED = (
    "Indexet är från en äldre version och byggs om från mappen ingest. Det tar en stund.\n"
    "Handlingar som har lästs in från andra mappar läser du in igen med «beslutssok ingest MAPP»."
)


def main() -> int:
    """Read the documents, serve the page until interrupted, and give the exit code.

    A reading that takes its time goes on while the page is already up.
    """
    given = parse_arguments(["serve", *sys.argv[1:]])
    complaints = make_console(sys.stderr)
    try:
        index = beslutssok.open(FOLDER / "index")
        host = given.host or index.settings.host
        port = index.settings.port if given.port is None else given.port
        listen(host, port).close()  # a port that is taken is better known before a long reading
        reading = Reading(index, complaints)
        reading.begin()
        serve(index, host, port, indexing=reading.indexing)
    except BeslutssokError as exc:
        complaints.print(exc.message, exc.remedy, sep="\n", soft_wrap=True)
        return 1
    except KeyboardInterrupt:
        complaints.print("Avslutat. Det som har lästs in finns kvar till nästa gång.")
    return 0


class Reading:
    """The reading of what is new in ``ingest``, in a thread of its own."""

    def __init__(self, index: beslutssok.Index, complaints: Console) -> None:
        self.indexing = Indexing()
        self._index = index
        self._complaints = complaints
        self._failure: BaseException | None = None
        self._is_up = False

    def begin(self) -> None:
        """Begin, and come back when a file is being read or nothing is left to read.

        Raises:
            BeslutssokError: what kept the reading from beginning.
        """
        Thread(target=self._run, daemon=True).start()
        self.indexing.wait_begun()
        if self._failure is not None:
            raise self._failure
        self._is_up = True

    def _run(self) -> None:
        try:
            report = self._read()
            print_ingest_report(report, make_console(sys.stdout))
        except BaseException as exc:
            self._failure = exc
            if self._is_up:
                self._complaints.print(str(exc), soft_wrap=True)
        finally:
            self.indexing.end()

    def _read(self) -> IngestReport:
        try:
            return self._ingest()
        except IndexMismatch as exc:
            if not is_outdated(exc):
                raise
            self._complaints.print(OUTDATED, soft_wrap=True)
            self._index.rebuild()
            return self._ingest()

    def _ingest(self) -> IngestReport:
        with ingest_progress() as show:

            def tell(progress: IngestProgress) -> None:
                show(progress)
                self.indexing.tell(progress)

            return self._index.ingest([FOLDER / "ingest"], progress=tell)


def is_outdated(mismatch: IndexMismatch) -> bool:
    """Whether an older version made the index; one of a newer version is nobody's to throw away.

    >>> is_outdated(IndexMismatch("Format", "version 2", "version 1", ""))
    True
    """
    if mismatch.what != "Format":
        return False
    found, expected = (text.rpartition(" ")[2] for text in (mismatch.found, mismatch.expected))
    return found.isdigit() and expected.isdigit() and int(found) < int(expected)


if __name__ == "__main__":
    sys.exit(main())
