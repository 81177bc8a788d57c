"""What ``make run`` starts: reads the documents in ``ingest`` into ``index``, then serves the page.

Takes ``--host`` and ``--port`` as ``beslutssok serve`` does. Files that have not changed since
they were read are not read again, unless the index is one of an older version: that is built anew.
"""

import sys
from pathlib import Path

import beslutssok
from beslutssok.app.arguments import parse_arguments
from beslutssok.app.server import listen, serve
from beslutssok.app.terminal import ingest_progress, make_console, print_ingest_report
from beslutssok.domain import IngestReport
from beslutssok.errors import BeslutssokError, IndexMismatch

FOLDER = Path(__file__).resolve().parent
OUTDATED = (
    "Indexet är från en äldre version och byggs om från mappen ingest. Det tar en stund.\n"
    "Handlingar som har lästs in från andra mappar läser du in igen med «beslutssok ingest MAPP»."
)


def main() -> int:
    """Read the documents, serve the page until interrupted, and give the exit code."""
    given = parse_arguments(["serve", *sys.argv[1:]])
    complaints = make_console(sys.stderr)
    try:
        index = beslutssok.open(FOLDER / "index")
        host = given.host or index.settings.host
        port = index.settings.port if given.port is None else given.port
        listen(host, port).close()  # a port that is taken is better known before a long reading
        try:
            report = read_documents(index)
        except IndexMismatch as exc:
            if not is_outdated(exc):
                raise
            complaints.print(OUTDATED, soft_wrap=True)
            index.rebuild()
            report = read_documents(index)
        print_ingest_report(report, make_console(sys.stdout))
        serve(index, host, port)
    except BeslutssokError as exc:
        complaints.print(exc.message, exc.remedy, sep="\n", soft_wrap=True)
        return 1
    except KeyboardInterrupt:
        complaints.print("Avslutat. Det som har lästs in finns kvar till nästa gång.")
    return 0


def read_documents(index: beslutssok.Index) -> IngestReport:
    """Read what is new in ``ingest``, and show how far that is."""
    with ingest_progress() as progress:
        return index.ingest([FOLDER / "ingest"], progress=progress)


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
