"""Spans of days as the calendar of Swedish assemblies has them: months, seasons, terms of office.

Each function gives (first, last), both days included.
"""

import calendar
from datetime import date, timedelta

Days = tuple[date, date]

# In the calendar of assemblies: spring until midsummer, autumn from the first meetings in August.
SEASONS = {
    "vår": ((1, 1), (6, 30)),
    "sommar": ((6, 1), (8, 31)),
    "höst": ((8, 1), (12, 31)),
    "vinter": ((1, 1), (3, 31)),
}
TERM_YEARS = 4
FIRST_ELECTION = 1994
# A newly elected assembly takes over on 15 October, until 2010 on 1 November; boards follow at
# the turn of the year (kommunallagen).
TAKE_OVER = (10, 15)
EARLIER_TAKE_OVER = (11, 1)
EARLIER_UNTIL = 2010
# A day or month without a year is the latest one that is no further ahead than this.
AHEAD = timedelta(days=31)


def whole_year(year: int) -> Days:
    """All days of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def whole_month(year: int, month: int) -> Days:
    """All days of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def quarter(year: int, number: int) -> Days:
    """All days of a quarter, 1 to 4."""
    return whole_month(year, 3 * number - 2)[0], whole_month(year, 3 * number)[1]


def half_year(year: int, number: int) -> Days:
    """All days of a half-year, 1 or 2."""
    return whole_month(year, 6 * number - 5)[0], whole_month(year, 6 * number)[1]


def iso_week(year: int, week: int) -> Days | None:
    """Monday to Sunday of a week; ``None`` if the year has no such week."""
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def season(year: int, name: str) -> Days:
    """A season by its name in :data:`SEASONS`."""
    (first_month, first_day), (last_month, last_day) = SEASONS[name]
    return date(year, first_month, first_day), date(year, last_month, last_day)


def last_season(today: date, name: str) -> int:
    """The year of «i våras», «i höstas»: of the latest one that is over, or nearly so.

    >>> last_season(date(2024, 3, 1), "höst"), last_season(date(2024, 11, 20), "höst")
    (2023, 2024)
    """
    over_from = {"vår": 6, "sommar": 8, "höst": 11, "vinter": 3}[name]
    return today.year if today.month >= over_from else today.year - 1


def months_back(day: date, months: int) -> date:
    """The same day so many months earlier, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    year = max(year, 1)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def latest_day(today: date, month: int, day: int) -> date | None:
    """The latest such day that is not far ahead; ``None`` if the month has no such day."""
    for year in range(today.year + 1, today.year - 5, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today + AHEAD:
            return found
    return None


def election_day(year: int) -> date:
    """The day of the general election: the second Sunday of September, until 2010 the third.

    >>> election_day(2022), election_day(2010)
    (datetime.date(2022, 9, 11), datetime.date(2010, 9, 19))
    """
    first = date(year, 9, 1)
    sunday = first + timedelta(days=(6 - first.weekday()) % 7)
    return sunday + timedelta(weeks=2 if year <= EARLIER_UNTIL else 1)


def election_before(year: int) -> int | None:
    """The year itself or the latest one before it with a general election."""
    if year < FIRST_ELECTION:
        return None
    return year - (year - FIRST_ELECTION) % TERM_YEARS


def term_of_office(election: int, board: bool = False) -> Days:
    """The term of an assembly, or of a board, that was elected in a year.

    >>> term_of_office(2018)
    (datetime.date(2018, 10, 15), datetime.date(2022, 10, 14))
    >>> term_of_office(2018, board=True)
    (datetime.date(2019, 1, 1), datetime.date(2022, 12, 31))
    """
    after = election + TERM_YEARS
    if board:
        return date(election + 1, 1, 1), date(after, 12, 31)
    return _take_over(election), _take_over(after) - timedelta(days=1)


def term_at(today: date, board: bool = False) -> int:
    """The election year of the term that a day is in."""
    election = election_before(today.year) or FIRST_ELECTION
    begins = term_of_office(election, board)[0]
    return election if today >= begins else election - TERM_YEARS


def _take_over(year: int) -> date:
    return date(year, *(EARLIER_TAKE_OVER if year <= EARLIER_UNTIL else TAKE_OVER))
