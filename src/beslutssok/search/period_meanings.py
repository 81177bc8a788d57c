"""What an expression of time means: functions from a match to the days, relative to a clock.

Each gives the days, first and last, and a name to show (empty: the words as they stand);
``None`` where the expression means no days.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from beslutssok.parse.dates import MONTHS
from beslutssok.search.calendar_spans import (
    half_year,
    iso_week,
    latest_day,
    quarter,
    season,
    whole_month,
    whole_year,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """What an expression is relative to: the day, and whether it is about a board's term."""

    today: date
    board: bool = False


Found = tuple[tuple[date | None, date | None], str] | None
Meaning = Callable[[re.Match[str], Clock], Found]

SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dec")
ENGLISH_MONTHS = tuple(calendar.month_name[number].lower() for number in range(1, 13))
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
NUMBERS = {
    "ett": 1, "en": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8,
    "nio": 9, "tio": 10, "tolv": 12, "two": 2, "three": 3, "four": 4, "five": 5,
}  # fmt: skip
ORDINALS = {
    "första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "1:a": 1, "2:a": 2, "3:e": 3, "4:e": 4,
    "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip
_MONTH_NUMBERS = {
    **{name: 1 + [m[:3] for m in MONTHS].index(name[:3]) for name in SHORT_MONTHS},
    **{name: number for number, name in enumerate(ENGLISH_MONTHS, start=1)},
    **{name: number for number, name in enumerate(MONTHS, start=1)},
}
_ENGLISH_SEASONS = {"spring": "vår", "summer": "sommar", "autumn": "höst", "fall": "höst"}


def year_of(words: str | None, today: date) -> int | None:
    """The year that «2023», «-23», «i fjol» or «förra året» means; ``None`` for none."""
    if not words:
        return None
    plain = " ".join(words.lower().split())
    if plain[-4:].isdecimal():
        return int(plain[-4:])
    if plain.startswith("-"):
        return 2000 + int(plain[1:])
    return today.year - {"i år": 0, "this year": 0, "i förfjol": 2}.get(plain, 1)


def _month_number(words: str) -> int:
    return _MONTH_NUMBERS[words.lower().rstrip(".")]


def iso_day(match: re.Match[str], clock: Clock) -> Found:
    """2024-03-12, 2024.03.12 or 20240312."""
    digits = re.sub(r"\D", "", match[0])
    return _on(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _on(year: int, month: int, day: int) -> Found:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return (found, found), written(found)


def day_and_month(match: re.Match[str], clock: Clock) -> Found:
    """«den 12:e mars», with or without a year."""
    month, day = _month_number(match["month"]), int(match["day"])
    year = year_of(match["year"], clock.today)
    if year is not None:
        return _on(year, month, day)
    return _without_year(clock, month, day)


def day_slash_month(match: re.Match[str], clock: Clock) -> Found:
    """«12/3», «14/5 2024»; a small fraction is none unless a meeting is said to be then."""
    day, month = int(match["day"]), int(match["month"])
    if (day, month) == (24, 7) and not match["said"] and not match["year"]:
        return None
    if day <= 12 and not match["said"] and not match["year"]:
        return None
    if match["year"]:
        return _on(int(match["year"]) % 100 + 2000, month, day)
    return _without_year(clock, month, day)


def _without_year(clock: Clock, month: int, day: int) -> Found:
    found = latest_day(clock.today, month, day) if 1 <= month <= 12 else None
    return ((found, found), written(found)) if found else None


def months(match: re.Match[str], clock: Clock) -> Found:
    """«februari och mars 2024», «november 2023 till mars 2024»."""
    first, last = _month_number(match["first"]), _month_number(match["last"])
    year = year_of(match["year"], clock.today)
    if year is None:
        year = _latest_month(clock.today, last)
    earlier = year_of(match["earlier"], clock.today) or (year if first <= last else year - 1)
    name = "" if match["year"] else f"{MONTHS[first - 1]}–{MONTHS[last - 1]} {year}"
    return (whole_month(earlier, first)[0], whole_month(year, last)[1]), name


def month(match: re.Match[str], clock: Clock) -> Found:
    """«mars 2024», «mars förra året», «mars»."""
    number = _month_number(match["month"])
    year = year_of(match["year"], clock.today) or _latest_month(clock.today, number)
    return whole_month(year, number), f"{MONTHS[number - 1]} {year}"


def _latest_month(today: date, month: int) -> int:
    found = latest_day(today, month, 1)
    return found.year if found else today.year


def named_season(match: re.Match[str], clock: Clock) -> Found:
    """«hösten 2023», «vintern 2022/23», «spring 2024»."""
    name = match["season"].lower()
    name = _ENGLISH_SEASONS.get(name, name)
    year = year_of(match["year"], clock.today)
    if year is None:
        return None
    first, last = season(year, name)
    other = re.search(r"[/–-](\d{2}|\d{4})$", match[0]) if name == "vinter" else None
    if other and int(other[1]) % 100 == (year + 1) % 100:
        return (date(year, 12, 1), whole_month(year + 1, 3)[1]), ""
    return (first, last), f"{definite(name)} {year}"


def written(day: date) -> str:
    """A day as it is written: ``12 mars 2024``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def definite(name: str) -> str:
    """The name of a season in the definite form."""
    return f"{name}n" if name.endswith("er") else f"{name}en"


def year(match: re.Match[str], clock: Clock) -> Found:
    """A year alone."""
    return whole_year(int(match["year"])), match["year"]


def years(match: re.Match[str], clock: Clock) -> Found:
    """«mellan 2019 och 2022», «åren 2019–22»."""
    first, last = int(match["first"]), int(match["last"])
    last = last if last > 99 else first // 100 * 100 + last
    if not first < last <= first + 50:
        return None
    return (whole_year(first)[0], whole_year(last)[1]), f"{first}–{last}"


def named_quarter(match: re.Match[str], clock: Clock) -> Found:
    """«kvartal 2», «andra kvartalet 2023», «Q2»."""
    said = match["number"] or match["ordinal"]
    number = ORDINALS.get(said.lower()) or int(said)
    year = year_of(match["year"], clock.today)
    if year is None:
        begun = quarter(clock.today.year, number)[0] <= clock.today
        year = clock.today.year if begun else clock.today.year - 1
    return quarter(year, number), f"kvartal {number} {year}"


def named_half(match: re.Match[str], clock: Clock) -> Found:
    """«första halvåret 2024»."""
    number = ORDINALS[match["ordinal"].lower()]
    year = year_of(match["year"], clock.today)
    if number > 2:
        return None
    if year is None:
        begun = half_year(clock.today.year, number)[0] <= clock.today
        year = clock.today.year if begun else clock.today.year - 1
    which = "första" if number == 1 else "andra"
    return half_year(year, number), f"{which} halvåret {year}"


def week(match: re.Match[str], clock: Clock) -> Found:
    """«vecka 14»."""
    year, week = year_of(match["year"], clock.today), int(match["week"])
    if year is None:
        this = iso_week(clock.today.year, week)
        begun = this is not None and this[0] <= clock.today + timedelta(days=31)
        year = clock.today.year if begun else clock.today.year - 1
    days = iso_week(year, week)
    return (days, f"vecka {week} {year}") if days else None
