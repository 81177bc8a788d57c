"""How fast documents are read and parsed, beside the bare text extraction that it rests on.

    python benchmarks/reading.py [FILE...]

Each file is taken through the three in turn, a few times, so that they meet the same machine; the
least time of each counts. Files that cannot be read are named and left out, and so are those with
pages that must be recognised as pictures, which is another work. Then the peak memory of reading
100 and 1,000 pages is measured, each in a process of its own, on pages made for it.
"""

import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pypdf import PdfReader

from beslutssok.errors import UnreadableDocument
from beslutssok.parse import parse_document
from beslutssok.read import read_document

T = TypeVar("T")
MEGABYTE = 1 << 20
MEMORY_PAGES = (100, 1000)
LINES_ON_A_PAGE = 45
ROUNDS = 5


@dataclass(slots=True)
class Spent:
    """Pages, and the seconds that each stage took for them."""

    pages: int = 0
    bare: float = 0.0
    read: float = 0.0
    parse: float = 0.0


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the seconds of processor time it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def extract(path: Path) -> int:
    """Extract the text of all pages with pypdf alone; their number."""
    reader = PdfReader(path)
    for page in reader.pages:
        page.extract_text()
    return len(reader.pages)


def measure(paths: list[Path]) -> Spent:
    """Take each file through the three stages."""
    spent = Spent()
    for path in paths:
        try:
            document, read = timed(lambda path=path: read_document(path))
        except UnreadableDocument as problem:
            print(problem, file=sys.stderr)
            continue
        if any(line.ocr for page in document.pages for line in page.lines):
            print(f"{path.name}: left out, it has pages that are pictures", file=sys.stderr)
            continue
        bare = parse = float("inf")
        for _ in range(ROUNDS):
            pages, once = timed(lambda path=path: extract(path))
            bare = min(bare, once)
            document, once = timed(lambda path=path: read_document(path))
            read = min(read, once)
            _, once = timed(lambda document=document, path=path: parse_document(document, path))
            parse = min(parse, once)
        spent.pages += pages
        spent.bare += bare
        spent.read += read
        spent.parse += parse
        ratio = read / bare
        print(f"{path.name}: {pages} pages, read {ratio:.2f} times bare, parse {parse:.2f} s")
    return spent


def write_pages(path: Path, count: int) -> None:
    """Write a PDF of many pages of text, no two alike."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for page in range(count):
        for row in range(LINES_ON_A_PAGE):
            text = f"Nämnden beslutar {page}:{row} att förslaget {page * row} ska prövas i vår."
            canvas.drawString(70, 780 - 16 * row, text)
        canvas.showPage()
    canvas.save()


def peak_megabytes() -> float:
    """The most memory that this process has held, apart from the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        if found:
            return int(found[1]) * 1024 / MEGABYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE


def report_memory(path: Path) -> None:
    """Read a file and print the peak memory of this process before it and after it."""
    before = peak_megabytes()
    document = read_document(path)
    after = peak_megabytes()
    letters = sum(len(line.text) for page in document.pages for line in page.lines)
    print(
        f"{len(document.pages):>6} pages: peak {after:.0f} MB, {before:.0f} MB before reading; "
        f"{letters / MEGABYTE:.1f} MB of letters"
    )


def main() -> int:
    """Measure the files named on the command line, and then memory."""
    if sys.argv[1:2] == ["--memory"]:
        report_memory(Path(sys.argv[2]))
        return 0
    spent = measure([Path(argument) for argument in sys.argv[1:]])
    if spent.pages:
        for name, seconds in (("bare", spent.bare), ("read", spent.read), ("parse", spent.parse)):
            rate = spent.pages / seconds
            times = seconds / spent.bare
            print(f"{name:>6}: {rate:8.1f} pages/s, {times:5.2f} times bare extraction")
        print(f"{spent.pages} pages, peak memory {peak_megabytes():.0f} MB", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for count in MEMORY_PAGES:
            path = Path(folder) / f"{count}.pdf"
            write_pages(path, count)
            subprocess.run([sys.executable, __file__, "--memory", str(path)], check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
