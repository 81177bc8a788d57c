"""Periods as people write them: «den 7 september 2023», «mars 2023», «hösten 2023»."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from beslutssok.parse.dates import MONTHS, find_dates

_MONTH = "|".join(MONTHS)
_YEAR = r"(?:19|20)\d{2}"
# In the calendar of assemblies: spring until midsummer, autumn from the first meetings in August.
_SEASONS = {
    "våren": ((1, 1), (6, 30)),
    "sommaren": ((6, 1), (8, 31)),
    "hösten": ((8, 1), (12, 31)),
    "vintern": ((1, 1), (3, 31)),
}
_ENGLISH = {name.lower(): number for number, name in enumerate(calendar.month_name) if number}
_ENGLISH_MONTH = "|".join(_ENGLISH)
_DAY = re.compile(
    rf"(?:den\s+)?\d{{1,2}}(?::?e)?\s+(?:{_MONTH})\s+{_YEAR}|{_YEAR}-\d{{2}}-\d{{2}}", re.IGNORECASE
)
_MONTHS = re.compile(
    rf"(?:(?P<first>{_MONTH})\s+(?:och|till|–|-)\s+)?(?P<last>{_MONTH})\s+(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_MONTHS_IN_ENGLISH = re.compile(rf"\b(?P<last>{_ENGLISH_MONTH})\s+(?P<year>{_YEAR})", re.IGNORECASE)
_SEASON = re.compile(rf"(?P<season>{'|'.join(_SEASONS)})\s+(?P<year>{_YEAR})", re.IGNORECASE)
# A year alone is often the subject («budget 2024», «avgiften under 2025»). It is a period where
# the question is about what was done in it.
_DONE = re.compile(
    r"\b(?:beslut\w*|behandla\w*|hände|hänt|sade|sa|antog\w*|avslog\w*|bifoll\w*|röstade|motion\w*"
    r"|lades|tog|togs|gick|decide\w*|happened|följ)\b",
    re.IGNORECASE,
)
_OF_SUBJECT = re.compile(
    r"\b(?:för|per|avseende|rapport\w*|bokslut\w*|prognos\w*|budget\w*|och med)\s+$",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(
    rf"\b(?:under|inom|beslutades|beslutats|togs|fattats|fattades|ändrades|in|during)\s+(?:år\s+)?"
    rf"(?P<year>{_YEAR})\b(?!\s*[–-]\s*\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both included, the words it was read from, and whether it is one day."""

    first: date
    last: date
    words: str

    @property
    def is_day(self) -> bool:
        """Whether the period is a single day."""
        return self.first == self.last


def find_period(text: str) -> Period | None:
    """The period that a question names, or ``None``.

    >>> find_period("Vad beslutades i februari och mars 2023?").first
    datetime.date(2023, 2, 1)
    >>> find_period("Vilken skattesats gäller för 2024?") is None
    True
    """
    match = _DAY.search(text)
    if match:
        days = find_dates(match[0])
        if days:
            return Period(days[0], days[0], match[0])
    match = _MONTHS.search(text)
    if match and not _OF_SUBJECT.search(text[: match.start()]):
        last = MONTHS.index(match["last"].lower()) + 1
        first = MONTHS.index(match["first"].lower()) + 1 if match["first"] else last
        return _months(int(match["year"]), first, last, match[0])
    match = _MONTHS_IN_ENGLISH.search(text)
    if match:
        month = _ENGLISH[match["last"].lower()]
        return _months(int(match["year"]), month, month, match[0])
    match = _SEASON.search(text)
    if match:
        (first_month, first_day), (last_month, last_day) = _SEASONS[match["season"].lower()]
        year = int(match["year"])
        return Period(
            date(year, first_month, first_day), date(year, last_month, last_day), match[0]
        )
    match = _WHOLE_YEAR.search(text)
    if match and _DONE.search(text):
        year = int(match["year"])
        return Period(date(year, 1, 1), date(year, 12, 31), match[0])
    return None


def _months(year: int, first: int, last: int, words: str) -> Period:
    end = calendar.monthrange(year, last)[1]
    return Period(date(year, min(first, last), 1), date(year, last, end), words)
