"""What a handling's first page says of it: its title and its own case number."""

import re
from collections.abc import Sequence
from itertools import takewhile

from beslutssok.domain import Line, Page, SourceDocument
from beslutssok.parse.case_numbers import find_case_numbers, split_case_number
from beslutssok.parse.dates import find_dates
from beslutssok.parse.front_pages import cells_of, is_label, kind_of_cell, top_lines
from beslutssok.parse.headings import classify_heading
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
# Lines in which a letter names its case and its date, and the longest cell with a date.
LETTER_LINES = 8
DATE_CELL = 30
_HEADS_ITEM = re.compile(r"§|^(?:\d{1,3}[.)]?\s(?-i:[A-ZÅÄÖ])|ärende\s\d)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2}")


def own_title(source: SourceDocument) -> str:
    """The title on a document's first page with text, empty where none can be told.

    Where nothing else is there, it is the name of a kind.
    """
    page = _first_page(source)
    if page is None:
        return ""
    found = find_title(source)
    if found is not None:
        return " ".join(" ".join(line.text for line in page.lines[slice(*found)]).split())
    kinds = (
        cell
        for cell in cells_of((*page.lines[:TITLE_LINES], *page.furniture))
        if kind_of_cell(cell)
    )
    return next(kinds, "")


def find_title(source: SourceDocument) -> tuple[int, int] | None:
    """The lines of a document's title, the second index exclusive: the first line has index 0.

    It is the largest type, else what is bold; names of bodies, organisations and kinds, the
    labels of a letterhead, and headings of sections are no titles.
    """
    page = _first_page(source)
    if page is None:
        return None
    lines = page.lines[:TITLE_LINES]
    body = body_size(line for page in source.pages for line in page.lines)
    candidates = [at for at, line in enumerate(lines) if _may_be_title(line)]
    large = [at for at in candidates if lines[at].size >= body * LARGER]
    chosen = max(large, key=lambda at: lines[at].size, default=None)
    if chosen is None:
        chosen = next((at for at in candidates if lines[at].bold), None)
    return None if chosen is None else (chosen, _end(lines, chosen))


def _first_page(source: SourceDocument) -> Page | None:
    return next((page for page in source.pages if page.lines), None)


def _may_be_title(line: Line) -> bool:
    text = line.text.strip()
    if "\t" in text or len(text) > MAX_TITLE or not _WORD.search(text):
        return False
    named = find_huvudman(text)
    if is_organ(text) or kind_of_cell(text) or is_label(text):
        return False
    if classify_heading(text) is not None:
        return False
    return not any(text.casefold() == name.casefold() for name, _ in named)


def _end(lines: Sequence[Line], start: int) -> int:
    end = start + 1
    while (
        end < min(len(lines), start + MAX_TITLE_LINES)
        and same_type(lines[end], lines[start])
        and lines[end].gap < SAME_TITLE
        and "\t" not in lines[end].text
    ):
        end += 1
    return end


def own_case_number(source: SourceDocument) -> str | None:
    """The case number that a document's first page gives as its own, by a label before it.

    Where the label stands in a cell or line of its own, the next one has the number. Without a
    label it is the only one in the running head, or above the text with a date.
    """
    page = _first_page(source)
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
    return head.pop() if len(head) == 1 else case_of_letter(page)


def case_of_letter(page: Page) -> str | None:
    """The case number that stands alone in a cell above a letter, where a date does as well.

    The heading of an item may have both and is none; rows of a list have several numbers.
    """
    lines = [*page.furniture, *takewhile(_is_above_text, top_lines(page, LETTER_LINES))]
    cells = list(cells_of(lines))
    if not any(len(cell) <= DATE_CELL and find_dates(cell) for cell in cells):
        return None
    split = (split_case_number(cell) for cell in cells)
    numbers = {number for rest, number in split if number is not None and not rest}
    return numbers.pop() if len(numbers) == 1 else None


def _is_above_text(line: Line) -> bool:
    return not _HEADS_ITEM.search(line.text)
