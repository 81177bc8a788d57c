"""Dates as they are written in Swedish minutes."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})[-.](\d{2})[-.](\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)")
_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?::?e)?\s+({'|'.join(MONTHS)})\s+((?:19|20)\d{{2}})(?!\d)", re.IGNORECASE
)


def find_dates(text: str) -> tuple[date, ...]:
    """Find dates, ISO, in words or as ``13.5.2024``, in their order.

    >>> find_dates("den 9 december 2025 och 2024-12-10")
    (datetime.date(2025, 12, 9), datetime.date(2024, 12, 10))
    """
    return tuple(day for _, day in sorted(_find(text)))


def _find(text: str) -> Iterator[tuple[int, date]]:
    for match in _ISO.finditer(text):
        yield from _valid(match.start(), int(match[1]), int(match[2]), int(match[3]))
    for match in _DAY_FIRST.finditer(text):
        yield from _valid(match.start(), int(match[3]), int(match[2]), int(match[1]))
    for match in _WORDS.finditer(text):
        month = MONTHS.index(match[2].lower()) + 1
        yield from _valid(match.start(), int(match[3]), month, int(match[1]))


def _valid(start: int, year: int, month: int, day: int) -> Iterator[tuple[int, date]]:
    try:
        yield start, date(year, month, day)
    except ValueError:
        return
