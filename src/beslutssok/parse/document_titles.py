"""What a handling's first page says of it: its title and its own case number."""

import re
from collections.abc import Sequence

from beslutssok.domain import Line, SourceDocument
from beslutssok.parse.case_numbers import find_case_numbers
from beslutssok.parse.front_pages import cells_of, is_label, kind_of_cell, top_lines
from beslutssok.parse.organs import find_huvudman, is_organ
from beslutssok.parse.typography import LARGER, body_size, same_type

TITLE_LINES = 25
NUMBER_LINES = 25
MAX_TITLE_LINES = 5
MAX_TITLE = 200
SAME_TITLE = 0.8
_CASE_LABEL = re.compile(
    r"(?:dnr|d\.?nr|diarienummer|diarienr|ärendenummer|ärendenr|ärende-?id|ärende|vår beteckning"
    r"|vår referens|beteckning)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2}")


def own_title(source: SourceDocument) -> str:
    """The title on a document's first page with text, empty where none can be told.

    It is the largest type, else what is bold; names of bodies, organisations and kinds, and the
    labels of a letterhead are no titles, but the name of a kind is where nothing else is there.
    """
    page = next((page for page in source.pages if page.lines), None)
    if page is None:
        return ""
    lines = page.lines[:TITLE_LINES]
    body = body_size(line for page in source.pages for line in page.lines)
    candidates = [line for line in lines if _may_be_title(line)]
    large = [line for line in candidates if line.size >= body * LARGER]
    chosen = max(large, key=lambda line: line.size, default=None)
    if chosen is None:
        chosen = next((line for line in candidates if line.bold), None)
    if chosen is not None:
        return _whole(lines, lines.index(chosen))
    kinds = (cell for cell in cells_of((*lines, *page.furniture)) if kind_of_cell(cell))
    return next(kinds, "")


def _may_be_title(line: Line) -> bool:
    text = line.text.strip()
    if "\t" in text or len(text) > MAX_TITLE or not _WORD.search(text):
        return False
    named = find_huvudman(text)
    if is_organ(text) or kind_of_cell(text) or is_label(text):
        return False
    return not any(text.casefold() == name.casefold() for name, _ in named)


def _whole(lines: Sequence[Line], start: int) -> str:
    end = start + 1
    while (
        end < min(len(lines), start + MAX_TITLE_LINES)
        and same_type(lines[end], lines[start])
        and lines[end].gap < SAME_TITLE
        and "\t" not in lines[end].text
    ):
        end += 1
    return " ".join(" ".join(line.text for line in lines[start:end]).split())


def own_case_number(source: SourceDocument) -> str | None:
    """The case number that a document's first page gives as its own, by a label before it.

    Where the label stands in a cell or line of its own, the next one has the number. Without a
    label it is the only one in the running head.
    """
    page = next((page for page in source.pages if page.lines), None)
    if page is None:
        return None
    cells = [*cells_of(page.furniture), *cells_of(top_lines(page, NUMBER_LINES))]
    for position, cell in enumerate(cells):
        if not _CASE_LABEL.match(cell):
            continue
        for text in (cell, *cells[position + 1 : position + 2]):
            numbers = find_case_numbers(text)
            if numbers:
                return numbers[0][0]
    head = {number for line in page.furniture for number, _, _ in find_case_numbers(line.text)}
    return head.pop() if len(head) == 1 else None
