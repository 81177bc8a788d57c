"""How fast documents are read and parsed, beside the bare text extraction that it rests on.

    python benchmarks/reading.py FILE...

Each file is taken through the three in turn, so that they meet the same machine. Files that
cannot be read are named and left out.
"""

import resource
import sys
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


@dataclass(slots=True)
class Spent:
    """Pages, and the seconds that each stage took for them."""

    pages: int = 0
    bare: float = 0.0
    read: float = 0.0
    parse: float = 0.0


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the seconds it took."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


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
        _, parse = timed(lambda document=document, path=path: parse_document(document, path))
        pages, bare = timed(lambda path=path: extract(path))
        spent.pages += pages
        spent.bare += bare
        spent.read += read
        spent.parse += parse
        ratio = read / bare
        print(f"{path.name}: {pages} pages, read {ratio:.2f} times bare, parse {parse:.2f} s")
    return spent


def main() -> int:
    """Measure the files named on the command line."""
    paths = [Path(argument) for argument in sys.argv[1:]]
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    spent = measure(paths)
    if not spent.pages:
        return 1
    for name, seconds in (("bare", spent.bare), ("read", spent.read), ("parse", spent.parse)):
        rate = spent.pages / seconds
        print(f"{name:>6}: {rate:8.1f} pages/s, {seconds / spent.bare:5.2f} times bare extraction")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE
    print(f"{spent.pages} pages, peak memory {peak:.0f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
