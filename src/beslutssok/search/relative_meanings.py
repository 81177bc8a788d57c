"""What an expression means that is told from today, a summer or an election.

As in ``period_meanings``: the days, first and last, and a name to show.
"""

import re
from datetime import date, timedelta

from beslutssok.parse.dates import MONTHS
from beslutssok.search.calendar_spans import (
    election_before,
    election_day,
    iso_week,
    last_season,
    months_back,
    season,
    term_at,
    term_of_office,
    whole_month,
    whole_year,
)
from beslutssok.search.period_meanings import (
    NUMBERS,
    WEEKDAYS,
    Clock,
    Found,
    definite,
    written,
    year_of,
)

_PAST_SEASONS = {"våras": "vår", "somras": "sommar", "höstas": "höst", "vintras": "vinter"}


def past_season(match: re.Match[str], clock: Clock) -> Found:
    """«i våras», «i höstas»."""
    name = _PAST_SEASONS[match["season"].lower()]
    year = last_season(clock.today, name)
    return season(year, name), f"{definite(name)} {year}"


def former_season(match: re.Match[str], clock: Clock) -> Found:
    """«förra hösten»: that of last year."""
    name = match["season"].lower()
    year = clock.today.year - 1
    return season(year, name), f"{definite(name)} {year}"


def present_season(match: re.Match[str], clock: Clock) -> Found:
    """«i höst»: that of this year."""
    name, year = match["season"].lower(), clock.today.year
    return season(year, name), f"{definite(name)} {year}"


def around_summer(match: re.Match[str], clock: Clock) -> Found:
    """«före sommaren»: spring; «efter sommaren»: autumn."""
    before = match["side"].lower() in {"före", "innan", "before"}
    given = year_of(match["year"], clock.today)
    year = given or clock.today.year
    if before:
        return season(year, "vår"), f"före sommaren {year}"
    if given is None and clock.today < date(year, 8, 1):
        year -= 1
    return season(year, "höst"), f"efter sommaren {year}"


def this_or_last_year(match: re.Match[str], clock: Clock) -> Found:
    """«i år», «i fjol», «förra året»."""
    year = year_of(match[0], clock.today)
    if re.match(r"innevarande|detta", match[0], re.IGNORECASE):
        year = clock.today.year
    return (whole_year(year), str(year)) if year else None


def latest_units(match: re.Match[str], clock: Clock) -> Found:
    """«senaste tre åren»; without a number only one of them is meant."""
    said = (match["count"] or "1").lower()
    count = int(said) if said.isdecimal() else NUMBERS[said]
    unit = match["unit"].lower()
    today = clock.today
    if match["count"] is None and unit.endswith(("åren", "erna", "orna", "s")):
        return None  # «de senaste åren» may be any number
    if unit.startswith(("år", "year")):
        first = months_back(today, 12 * count)
    elif unit.startswith("halvår"):
        first = months_back(today, 6 * count)
    elif unit.startswith(("mån", "month")):
        first = months_back(today, count)
    else:
        first = today - timedelta(weeks=count)
    return (first, today), f"från {written(first)}"


def units_ago(match: re.Match[str], clock: Clock) -> Found:
    """«för två år sedan»: that whole year, month or week."""
    said = match["count"].lower()
    count = int(said) if said.isdecimal() else NUMBERS[said]
    unit = match["unit"].lower()
    if unit.startswith("år"):
        year = clock.today.year - count
        return whole_year(year), str(year)
    if unit.startswith("mån"):
        then = months_back(clock.today, count)
        return whole_month(then.year, then.month), f"{MONTHS[then.month - 1]} {then.year}"
    return _week_of(clock.today - timedelta(weeks=count))


def _week_of(day: date) -> Found:
    year, week, _ = day.isocalendar()
    days = iso_week(year, week)
    return (days, f"vecka {week} {year}") if days else None


def near_unit(match: re.Match[str], clock: Clock) -> Found:
    """«förra veckan», «denna månad»."""
    back = 1 if re.match(r"förra|föregående|last", match[0], re.IGNORECASE) else 0
    if re.search(r"veck|week", match[0], re.IGNORECASE):
        return _week_of(clock.today - timedelta(weeks=back))
    then = months_back(clock.today, back)
    return whole_month(then.year, then.month), f"{MONTHS[then.month - 1]} {then.year}"


def near_day(match: re.Match[str], clock: Clock) -> Found:
    """«i dag», «i går»."""
    word = re.sub(r"\s", "", match[0].lower())
    back = {"idag": 0, "today": 0, "igår": 1, "yesterday": 1, "iförrgår": 2}[word]
    day = clock.today - timedelta(days=back)
    return (day, day), written(day)


def weekday(match: re.Match[str], clock: Clock) -> Found:
    """«i tisdags», «förra tisdagen» (that of the week before)."""
    word = match[0].lower().split()[1]
    name = next(name for name in WEEKDAYS if word.startswith(name))
    number = WEEKDAYS.index(name)
    back = (clock.today.weekday() - number - 1) % 7 + 1
    if match[0].lower().startswith("förra"):
        back = clock.today.weekday() - number + 7
    day = clock.today - timedelta(days=back)
    return (day, day), f"{name}en den {written(day)}"


def term(match: re.Match[str], clock: Clock) -> Found:
    """«förra mandatperioden», «denna mandatperiod»."""
    present = term_at(clock.today, clock.board)
    which = match["which"].lower().split()[-1]
    back = {"förra": 1, "föregående": 1, "förrförra": 2, "last": 1}.get(which, 0)
    return _term_from(present - 4 * back, clock)


def term_of_years(match: re.Match[str], clock: Clock) -> Found:
    """«mandatperioden 2018–2022»."""
    election = int(match["first"])
    if clock.board and election_before(election) == election - 1:
        election -= 1
    return _term_from(election, clock) if election_before(election) == election else None


def _term_from(election: int, clock: Clock) -> Found:
    return term_of_office(election, clock.board), f"mandatperioden {election}–{election + 4}"


def around_election(match: re.Match[str], clock: Clock) -> Found:
    """«efter valet 2022», «före valet»."""
    year = year_of(match["year"], clock.today)
    if year is None:
        year = election_before(clock.today.year)
        if year == clock.today.year and election_day(year) > clock.today:
            year = election_before(year - 1)
    if year is None or election_before(year) != year:
        return None
    day = election_day(year)
    if match["side"].lower() in {"efter", "sedan", "after", "since"}:
        return (day + timedelta(days=1), None), f"efter valet {year}"
    return (None, day - timedelta(days=1)), f"före valet {year}"
