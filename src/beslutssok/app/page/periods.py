"""Quick choices of a period, beside the fields for its first and last day."""

from datetime import date

from beslutssok.app.page.markup import show_text
from beslutssok.app.page.texts import Texts

FIRST_ELECTION = 1994
"""Since then elections to regions and municipalities are held every fourth year."""


def render_quick_periods(today: date, texts: Texts) -> str:
    """Show a button for each period; ``script.js`` fills in the fields."""
    buttons = "".join(
        f'<li><button type="button" class="bs-quick" data-from="{first}" data-to="{last}">'
        f"{show_text(words)}</button></li>"
        for words, first, last in quick_periods(today, texts)
    )
    name = show_text(texts.periods)
    return f'<ul class="bs-periods" aria-label="{name}">{buttons}</ul>'


def quick_periods(today: date, texts: Texts) -> tuple[tuple[str, str, str], ...]:
    """Give words, first and last day of each period, the days as the address has them.

    >>> from beslutssok.app.page.swedish import SWEDISH
    >>> quick_periods(date(2026, 11, 22), SWEDISH)[2]
    ('Senaste 12 månaderna', '2025-11-22', '')
    """
    year_ago = today.replace(year=today.year - 1, day=min(today.day, 28 if _is_leap(today) else 31))
    return (
        (texts.this_year, str(today.year), str(today.year)),
        (texts.last_year, str(today.year - 1), str(today.year - 1)),
        (texts.twelve_months, year_ago.isoformat(), ""),
        (texts.term, term_begins(today).isoformat(), ""),
        (texts.any_time, "", ""),
    )


def term_begins(today: date) -> date:
    """Give the day when those who are now elected took their seats: 15 October.

    >>> term_begins(date(2026, 11, 22)), term_begins(date(2026, 9, 1))
    (datetime.date(2026, 10, 15), datetime.date(2022, 10, 15))
    """
    year = today.year - (today.year - FIRST_ELECTION) % 4
    begins = date(year, 10, 15)
    return begins if begins <= today else date(year - 4, 10, 15)


def _is_leap(today: date) -> bool:
    return today.month == 2 and today.day == 29
