"""What the values of arguments mean: days, kinds, bodies, numbers, as people write them."""

import re
from argparse import ArgumentTypeError
from calendar import monthrange
from datetime import date
from typing import TypeVar

from beslutssok.app.page_range import PageRange, parse_page_range
from beslutssok.app.wording import SECTION_WORDS
from beslutssok.domain import DocumentKind, SectionKind
from beslutssok.parse import organ_of_abbreviation

MOST = 1000

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_DATE_FORM = "skriv ÅÅÅÅ-MM-DD, till exempel 2024-03-01 (eller bara 2024-03 eller 2024)"
_SIGNS = str.maketrans("åäöé", "aaoe")
_Kind = TypeVar("_Kind", DocumentKind, SectionKind)


def read_first_day(text: str) -> date:
    """Read a date that a period begins with.

    >>> read_first_day("2024-03")
    datetime.date(2024, 3, 1)
    """
    return _read_day(text, last=False)


def read_last_day(text: str) -> date:
    """Read a date that a period ends with.

    >>> read_last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    return _read_day(text, last=True)


def read_organ(text: str) -> str:
    """Read the name of a body, or its abbreviation.

    >>> read_organ("RS"), read_organ("Socialnämnden")
    ('Regionstyrelsen', 'Socialnämnden')
    """
    return organ_of_abbreviation(text) or text


def read_kind(text: str) -> DocumentKind:
    """Read the word for a kind of document."""
    return _read_choice(text, {kind.value: kind for kind in DocumentKind})


def read_section(text: str) -> SectionKind:
    """Read the word for a section, as the index has it or as people write it.

    >>> read_section("Förslag") is read_section("forslag") is SectionKind.PROPOSAL
    True
    """
    words = {word.lower(): kind for kind, word in SECTION_WORDS.items()}
    values = {kind.value: kind for kind in SectionKind}
    return _read_choice(text, words, values)


def read_limit(text: str) -> int:
    """Read how many hits are wanted."""
    return _read_number(text, 1, MOST)


def read_port(text: str) -> int:
    """Read a port; 0 is any that is free."""
    return _read_number(text, 0, 65535)


def read_pages(text: str) -> PageRange:
    """Read which pages of a file are wanted."""
    pages = parse_page_range(text)
    if pages is None:
        raise ArgumentTypeError(f"«{text}» är inga sidor: skriv till exempel 3 eller 3-5")
    return pages


def _read_day(text: str, *, last: bool) -> date:
    match = _DATE.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError(text)
        year = int(match[1])
        month = int(match[2] or (12 if last else 1))
        return date(year, month, int(match[3] or (monthrange(year, month)[1] if last else 1)))
    except ValueError as exc:
        raise ArgumentTypeError(f"«{text}» är inget datum: {_DATE_FORM}") from exc


def _read_choice(text: str, *vocabularies: dict[str, _Kind]) -> _Kind:
    """Find a word in one of the vocabularies; the first has the words that are told."""
    for words in vocabularies:
        for word, kind in words.items():
            if _plain(word) == _plain(text):
                return kind
    raise ArgumentTypeError(f"«{text}» finns inte: välj bland {', '.join(vocabularies[0])}")


def _read_number(text: str, low: int, high: int) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or not low <= int(text) <= high:
        raise ArgumentTypeError(f"«{text}» är inget heltal mellan {low} och {high}")
    return int(text)


def _plain(text: str) -> str:
    return text.strip().casefold().translate(_SIGNS)
