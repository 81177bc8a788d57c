"""What ``make run`` starts: reads the documents in ``ingest`` into ``index``, then serves the page.

Takes ``--host`` and ``--port`` as ``beslutssok serve`` does. Files that have not changed since
they were read are not read again.
"""

import sys
from pathlib import Path

import beslutssok
from beslutssok.app.arguments import parse_arguments
from beslutssok.app.server import listen, serve
from beslutssok.app.terminal import ingest_progress, make_console, print_ingest_report
from beslutssok.errors import BeslutssokError

FOLDER = Path(__file__).resolve().parent


def main() -> int:
    """Read the documents, serve the page until interrupted, and give the exit code."""
    given = parse_arguments(["serve", *sys.argv[1:]])
    complaints = make_console(sys.stderr)
    try:
        index = beslutssok.open(FOLDER / "index")
        host = given.host or index.settings.host
        port = index.settings.port if given.port is None else given.port
        listen(host, port).close()  # a port that is taken is better known before a long reading
        with ingest_progress() as progress:
            report = index.ingest([FOLDER / "ingest"], progress=progress)
        print_ingest_report(report, make_console(sys.stdout))
        serve(index, host, port)
    except BeslutssokError as exc:
        complaints.print(exc.message, exc.remedy, sep="\n", soft_wrap=True)
        return 1
    except KeyboardInterrupt:
        complaints.print("Avslutat. Det som har lästs in finns kvar till nästa gång.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
