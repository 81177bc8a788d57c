"""What the name of a file tells, or a short text that is as free in its forms: dates."""

import re
from dataclasses import dataclass
from datetime import date

from beslutssok.parse.dates import MONTHS

_MONTH = "|".join(name[:3] + (f"(?:{name[3:]})?" if name[3:] else "") for name in MONTHS)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_. ](\d{1,2})[-_. ](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_SHORT = re.compile(r"(?<![\d-])(\d{2})-?(\d{2})-?(\d{2})(?![\d-])")
_DAY_FIRST = re.compile(
    r"(?<![\d.])(\d{1,2})[-_./](\d{1,2})(?:[-_./]|\s?[-–]?\s?)((?:19|20)\d{2})(?!\d)"
)
_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?::?e)?[-_. ]+({_MONTH})\.?(?:[-_. ]+((?:19|20)\d{{2}}))?(?![a-zåäö\d])",
    re.IGNORECASE,
)
CENTURY = 2000


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a file's name gives; ``year`` is ``None`` where it leaves that out."""

    year: int | None
    month: int
    day: int

    def is_on(self, other: date) -> bool:
        """Whether it may be that date."""
        return (self.month, self.day) == (other.month, other.day) and self.year in (
            None,
            other.year,
        )

    @property
    def date(self) -> date | None:
        """The date, where the year is given."""
        return date(self.year, self.month, self.day) if self.year else None

    def __str__(self) -> str:
        day = self.date
        return day.isoformat() if day else f"{self.day} {MONTHS[self.month - 1]}"


def named_days(name: str) -> tuple[NamedDay, ...]:
    """The days that a name gives, in their order; what is no day is passed over.

    >>> [str(day) for day in named_days("KS_20240312 och 240313, 14_mars, 15/3 2024")]
    ['2024-03-12', '2024-03-13', '14 mars', '2024-03-15']
    """
    found: dict[int, NamedDay] = {}
    for pattern, shift in ((_ISO, 0), (_COMPACT, 0), (_SHORT, CENTURY)):
        for match in pattern.finditer(name):
            day = _valid(int(match[1]) + shift, int(match[2]), int(match[3]))
            if day is not None and not _overlaps(match.start(), found):
                found[match.start()] = day
    for match in _DAY_FIRST.finditer(name):
        day = _valid(int(match[3]), int(match[2]), int(match[1]))
        if day is not None and not _overlaps(match.start(), found):
            found[match.start()] = day
    for match in _WORDS.finditer(name):
        month = next(i for i, m in enumerate(MONTHS, 1) if m.startswith(match[2][:3].lower()))
        day = _valid(int(match[3]) if match[3] else None, month, int(match[1]))
        if day is not None:
            found[match.start()] = day
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


def _overlaps(start: int, found: dict[int, NamedDay]) -> bool:
    return any(begin <= start < begin + len("2024-03-12") for begin in found)


def _valid(year: int | None, month: int, day: int) -> NamedDay | None:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return NamedDay(year, month, day)
