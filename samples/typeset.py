"""Typeset the sample documents into the PDFs that their front matter names.

Run `python samples/typeset.py`, with sources as arguments to set only these.
"""

import argparse
import sys
from pathlib import Path

from typesetting.document import typeset
from typesetting.fonts import register_fonts
from typesetting.markup import MarkupError, read_source
from typesetting.templates import LAYOUTS

SAMPLES = Path(__file__).resolve().parent
INGEST = SAMPLES.parent / "ingest"


def main(arguments: list[str] | None = None) -> int:
    """Set each source; 1 if one of them could not be read."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sources", nargs="*", type=Path, metavar="SOURCE")
    parser.add_argument("--out", type=Path, default=INGEST, metavar="DIR")
    given = parser.parse_args(arguments)
    register_fonts()
    failed = False
    for path in given.sources or sorted(SAMPLES.glob("*/*.txt")):
        try:
            source = read_source(path, frozenset(LAYOUTS))
        except MarkupError as error:
            sys.stderr.write(f"{error}\n")
            failed = True
            continue
        pdf = given.out / source.pdf
        pdf.parent.mkdir(parents=True, exist_ok=True)
        pdf.write_bytes(typeset(source))
        sys.stdout.write(f"{pdf}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
