"""The sample documents as they were written, to hold against what is read from their PDFs."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
INGEST = ROOT / "ingest"

sys.path.append(str(SAMPLES))

from typesetting.markup import read_source  # noqa: E402
from typesetting.source import Entry, Heading, Item, Rows, Source, Text  # noqa: E402

__all__ = ["INGEST", "Entry", "Rows", "Text", "read_samples", "sections_of"]

LAYOUTS = frozenset(
    ("region-protokoll", "region-kallelse", "hsn-protokoll", "rf-protokoll", "kommun-protokoll")
    + ("kommun-kallelse", "kf-protokoll", "bun-protokoll", "handling")
)


def read_samples() -> dict[str, Source]:
    """All sources by the stem of their file."""
    return {path.stem: read_source(path, LAYOUTS) for path in sorted(SAMPLES.glob("*/*.txt"))}


def sections_of(item: Item) -> list[tuple[str, list[Text | Entry | Rows]]]:
    """The sections of an item as ``(heading, blocks)``; text before any heading has none."""
    found: list[tuple[str, list[Text | Entry | Rows]]] = []
    for block in item.blocks:
        if isinstance(block, Heading) and block.level == 2:
            found.append((block.text, []))
        elif isinstance(block, Text | Entry | Rows):
            if not found:
                found.append(("", []))
            found[-1][1].append(block)
        elif isinstance(block, Heading):
            found[-1][1].append(Text((block.text,)))
    return found
