"""What each page of a file shows of the document that it belongs to."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from beslutssok.domain import DocumentKind, Page
from beslutssok.parse.case_numbers import find_case_numbers
from beslutssok.parse.dates import find_dates
from beslutssok.parse.document_titles import case_of_letter
from beslutssok.parse.front_pages import (
    LETTERHEAD_LINES,
    cells_of,
    kind_of_cell,
    named_kinds,
    top_lines,
)
from beslutssok.parse.organs import find_organ
from beslutssok.parse.page_numbers import PageNumber, printed_numbers

# A head that stands on more pages is the file's, not that of a document in it.
WHOLE_FILE = 0.85
# Of a stamped file so many pages have a page number of their own besides the stamp.
STAMPED_SHARE = 0.2
# A shorter head may be that of the organisation, which all its documents have.
LONG_HEAD = 25
_PAGE_NUMBER = re.compile(
    r"(?:(?:sida|sid|page|s|blad)\b\.?:?\s*)?(?:\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|(?:av|of)\s+\d{1,4}|"
    r"/\s?\d{1,4})(?!\d)|(?<!\w)[-–]\s*\d{1,4}\s*[-–](?!\w))|(?:sida|sid|page|blad)\.?\s+\d{1,4}",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"sign\b|signatur|justera|bestyrk", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageSigns:
    """The signs of one page: its numbers, its running head, and what its first lines name.

    ``head`` has the cells of running heads and feet without page numbers; ``dates`` and
    ``organs`` are those that stand in it. ``case`` is the number that the page names as its own
    where a letter or report begins on it, and a date stands beside it.
    """

    page: Page
    numbers: tuple[PageNumber, ...]
    head: frozenset[str]
    dates: frozenset[date]
    organs: frozenset[str]
    kinds: tuple[DocumentKind, ...]
    case: str | None = None

    @property
    def has_text(self) -> bool:
        """Whether the page has any line."""
        return bool(self.page.lines or self.page.furniture)

    def has_head_of(self, other: "PageSigns") -> bool:
        """Whether the heads of two pages are the same for the most part."""
        shared, either = self.head & other.head, self.head | other.head
        return bool(shared) and 2 * len(shared) >= len(either)

    def shares_telling_head(self, other: "PageSigns") -> bool:
        """Whether what two heads have in common names more than the organisation."""
        return any(
            len(cell) > LONG_HEAD or find_dates(cell) or find_organ(cell) or kind_of_cell(cell)
            for cell in self.head & other.head
        )

    @property
    def names_kind_in_text(self) -> bool:
        """Whether a line that is no running head names the kind."""
        return any(kind_of_cell(cell) for cell in cells_of(top_lines(self.page)))

    def is_of_other_case(self, other: "PageSigns") -> bool:
        """Whether the first lines of two pages have different case numbers."""
        return _disjoint(_case_numbers(self.page), _case_numbers(other.page))

    def is_of_other_meeting(self, other: "PageSigns") -> bool:
        """Whether the heads of two pages name different dates or different bodies."""
        return _disjoint(self.dates, other.dates) or _disjoint(self.organs, other.organs)


def _disjoint(
    own: frozenset[date] | frozenset[str], other: frozenset[date] | frozenset[str]
) -> bool:
    return bool(own) and bool(other) and own.isdisjoint(other)


def _case_numbers(page: Page) -> frozenset[str]:
    texts = cells_of((*page.furniture, *top_lines(page, LETTERHEAD_LINES)))
    return frozenset(number for text in texts for number, _, _ in find_case_numbers(text))


def read_signs(pages: Sequence[Page]) -> tuple[PageSigns, ...]:
    """Read the signs of all pages, leaving out what the whole file was stamped with."""
    signs = [_signs(page) for page in pages]
    stamp = _stamped_total(signs)
    if stamp is None:
        return tuple(signs)
    counts = Counter(cell for sign in signs for cell in sign.head)
    everywhere = {cell for cell, count in counts.items() if count >= WHOLE_FILE * len(signs)}
    return tuple(
        replace(
            sign,
            numbers=tuple(number for number in sign.numbers if number.total != stamp),
            head=sign.head - everywhere,
            dates=_dates(sign.head - everywhere),
            organs=_organs(sign.head - everywhere),
        )
        for sign in signs
    )


def _signs(page: Page) -> PageSigns:
    head = frozenset(filter(None, (_head_cell(cell) for cell in cells_of(page.furniture))))
    kinds = named_kinds(page)
    case = None if set(kinds) - {DocumentKind.OTHER} else case_of_letter(page)
    return PageSigns(page, printed_numbers(page), head, _dates(head), _organs(head), kinds, case)


def _head_cell(cell: str) -> str:
    cell = " ".join(_PAGE_NUMBER.sub("", cell).split()).strip(" ,").casefold()
    return "" if _SIGNATURE.search(cell) or not re.search(r"\w", cell) or cell.isdigit() else cell


def _dates(cells: Iterable[str]) -> frozenset[date]:
    return frozenset(day for cell in cells for day in find_dates(cell))


def _organs(cells: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, (find_organ(cell) for cell in cells)))


def _stamped_total(signs: Sequence[PageSigns]) -> int | None:
    """The number of pages that a merged file was stamped with, over its documents' own numbers."""
    spanning = spanning_total(signs)
    own = sum(
        any(number.total not in (None, spanning) for number in sign.numbers) for sign in signs
    )
    return spanning if spanning is not None and own >= STAMPED_SHARE * len(signs) else None


def spanning_total(signs: Sequence[PageSigns]) -> int | None:
    """The total that nearly all pages of the file have in their page numbers."""
    totals = Counter(
        total for sign in signs for total in {number.total for number in sign.numbers} if total
    )
    if not totals:
        return None
    total, count = totals.most_common(1)[0]
    return total if count >= WHOLE_FILE * len(signs) and total >= count else None


def goes_on_from(before: PageSigns, own: PageSigns) -> bool:
    """Whether the text of a page goes on from the middle of a sentence on the page before."""
    if not (own.page.lines and before.page.lines):
        return False
    first, last = own.page.lines[0].text.strip(), before.page.lines[-1].text.strip()
    return first[:1].islower() and last[-1:] not in {".", ":", "!", "?", "”"}
