"""Some pages of a file, as they are asked for: ``3-5``."""

import re
import sys
from dataclasses import dataclass

_FORM = re.compile(r"(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PageRange:
    """The pages from ``first`` to ``last``, both with, counted from 1."""

    first: int
    last: int

    def meets(self, first: int, last: int) -> bool:
        """Whether any page from ``first`` to ``last`` is among them."""
        return first <= self.last and self.first <= last


EVERY_PAGE = PageRange(1, sys.maxsize)


def parse_page_range(text: str) -> PageRange | None:
    """Read pages; ``None`` if it makes no sense.

    >>> parse_page_range("3-5"), parse_page_range("5-3")
    (PageRange(first=3, last=5), None)
    """
    match = _FORM.fullmatch(text.strip())
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return PageRange(first, last) if 1 <= first <= last else None
