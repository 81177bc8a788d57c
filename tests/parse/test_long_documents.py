"""Long and dense documents are parsed in the time of their length."""

import time
from pathlib import Path

import pytest
from tests.parse.typeset import BOARD, source

from beslutssok.parse import parse_document

LINES = 4000
PATIENCE = 60.0
"""Seconds; it takes two to six, and took hours where the work was that of the length squared."""


@pytest.mark.parametrize(
    "line",
    [
        "Se KS 2023/{n}, dnr 2024-0{n:04d} och RS/{n}/2024, beslut 2024-03-05 § {n}, samt",
        "den långa texten om vägar, skolor och vatten går vidare utan slut i ordet sam-",
    ],
    ids=["numbers", "hyphens"],
)
def test_one_paragraph_without_end(line: str) -> None:
    text = "\n".join(line.format(n=n % 900 + 100) for n in range(LINES))
    document = source(f"# § 1 Vägar\n\n! Beslut\n{text}", heads=BOARD)
    started = time.process_time()
    meeting = parse_document(document, Path("granvika/fil.pdf"))
    assert time.process_time() - started < PATIENCE
    assert len(meeting.items) == 1
