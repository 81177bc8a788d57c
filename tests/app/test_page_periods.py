"""Quick periods: right whatever day it is, and on a page that has been served for long."""

from datetime import date

import pytest
from tests.fakes.stand_in_index import StandInIndex

from beslutssok.app.page import Page, blocks
from beslutssok.app.page.layout import lay_out
from beslutssok.app.page.periods import quick_periods, term_begins
from beslutssok.app.page.swedish import SWEDISH


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 12, 31), "2025-12-31"),
        (date(2027, 1, 1), "2026-01-01"),
        (date(2028, 2, 29), "2027-02-28"),
    ],
)
def test_twelve_months_back_is_a_day_that_there_is(today: date, first: str) -> None:
    assert quick_periods(today, SWEDISH)[2] == (SWEDISH.twelve_months, first, "")


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 10, 14), date(2022, 10, 15)),
        (date(2026, 10, 15), date(2026, 10, 15)),
        (date(2030, 10, 14), date(2026, 10, 15)),
    ],
)
def test_a_term_begins_in_october_of_the_year_of_election(today: date, first: date) -> None:
    assert term_begins(today) == first


def test_the_periods_follow_the_calendar_while_the_page_is_served(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Page(StandInIndex(), SWEDISH)
    with blocks.gr.Blocks():
        parts = lay_out(page.source, SWEDISH)

    class NextYear(date):
        @classmethod
        def today(cls) -> "NextYear":
            return cls(2031, 1, 1)

    monkeypatch.setattr(blocks, "date", NextYear)
    shown = blocks.put_screen(page, parts, page.go(""))[parts.filters.periods]
    assert 'data-from="2031" data-to="2031">I år' in str(shown)
    assert 'data-from="2030" data-to="2030">Förra året' in str(shown)
