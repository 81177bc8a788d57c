"""The index in figures: what is counted, and which numbers are missing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import parse_stand_in, write_document
from tests.fakes.entities import ENTITIES

from beslutssok.domain import (
    DocumentKind,
    Filters,
    Meeting,
    MeetingsOfMonth,
    NumberGap,
    Outcome,
    OutcomesOfYear,
    ReservationsOfYear,
    SourceDocument,
)
from beslutssok.index.figures import HeldNumber
from beslutssok.index.store import Store
from beslutssok.search.overview import Overviews, find_gaps, find_overview

REGION, BOARD = "Region Fjällbygden", "Regionstyrelsen"


def parse(source: SourceDocument, path: Path, huvudman: str = "") -> tuple[Meeting, ...]:
    """All entities in each § 2."""
    return tuple(
        replace(
            meeting,
            items=tuple(
                replace(item, entities=ENTITIES) if item.number == "2" else item
                for item in meeting.items
            ),
        )
        for meeting in parse_stand_in(source, path, huvudman)
    )


@pytest.fixture
def filled(store: Store, ingest: Ingest, folder: Path) -> Store:
    items = (
        "§ 1 Val; ; bifall; 1",
        "beslut: Väljs.",
        "§ 2 Simhall; KS 2024/10; avslag; 2",
        "bakgrund: Motionen gäller en simhall.",
        "beslut: 1. Motionen avslås.",
    )
    for name, kind, day in (
        ("a", "protokoll", "2024-03-05"),
        ("b", "protokollsutdrag", "2024-03-05"),
        ("c", "kallelse", "2024-03-05"),
        ("d", "protokoll", "2025-02-04"),
    ):
        write_document(folder / f"{name}.pdf", *items, head=f"{kind}; {REGION}; {BOARD}; {day}")
    ingest(parse=parse)
    return store


def test_only_minutes_tell_outcomes_and_each_item_counts_once(filled: Store) -> None:
    overview = find_overview(filled)
    assert overview.outcomes == tuple(
        OutcomesOfYear(REGION, BOARD, year, outcome, 1)
        for year in (2024, 2025)
        for outcome in (Outcome.REJECTED, Outcome.APPROVED)
    )
    assert overview.reservations == tuple(
        ReservationsOfYear(party, year, 1) for party in "SV" for year in (2024, 2025)
    )
    assert MeetingsOfMonth(REGION, BOARD, "2024-03", DocumentKind.AGENDA, 1) in overview.months
    assert len(overview.months) == 4
    assert overview.coverage.documents == 4


def test_contested_items_are_shown_by_what_was_decided(filled: Store) -> None:
    later, earlier = find_overview(filled).contested
    assert (later.votes, later.reservations, later.motions) == (2, 1, 2)
    assert later.hit.text == "1. Motionen avslås."
    assert (later.hit.date, earlier.hit.date) == (date(2025, 2, 4), date(2024, 3, 5))


def test_filters_limit_the_figures(filled: Store) -> None:
    of_year = find_overview(filled, Filters(date_from=date(2025, 1, 1)))
    assert {each.year for each in of_year.outcomes} == {2025}
    assert [each.month for each in of_year.months] == ["2025-02"]
    agendas = find_overview(filled, Filters(document_kind=DocumentKind.AGENDA))
    assert (agendas.outcomes, agendas.contested, len(agendas.months)) == ((), (), 1)
    assert find_overview(filled, Filters(organ="Kulturnämnden")).months == ()


def test_an_overview_is_counted_anew_when_the_index_has_changed(
    filled: Store, ingest: Ingest, folder: Path
) -> None:
    overviews = Overviews()
    before = overviews.find(filled, Filters())
    assert overviews.find(filled, Filters()) is before
    assert overviews.find(filled, Filters(date_from=date(2025, 1, 1))) != before
    write_document(
        folder / "e.pdf",
        "§ 7 Val; ; bifall; 1",
        "beslut: Väljs.",
        head=f"protokoll; {REGION}; {BOARD}; 2025-03-04",
    )
    ingest(parse=parse)
    assert overviews.find(filled, Filters()).coverage.documents == 5
    assert NumberGap(REGION, BOARD, 2025, 3, 6) in overviews.find(filled, Filters()).gaps


def test_an_empty_index_has_an_overview(store: Store) -> None:
    overview = find_overview(store)
    assert (overview.outcomes, overview.contested, overview.gaps) == ((), (), ())


def held(day: str, first: int, last: int, kind: str = "protokoll") -> list[HeldNumber]:
    return [
        HeldNumber(REGION, BOARD, date.fromisoformat(day), str(number), DocumentKind(kind))
        for number in range(first, last + 1)
    ]


def gaps(*meetings: list[HeldNumber]) -> list[tuple[int, int, int]]:
    numbers = [number for meeting in meetings for number in meeting]
    return [(gap.year, gap.first, gap.last) for gap in find_gaps(numbers)]


def test_a_meeting_that_is_missing_leaves_a_gap_in_the_year() -> None:
    assert gaps(held("2024-01-09", 1, 20), held("2024-03-12", 41, 60)) == [(2024, 21, 40)]


def test_numbers_that_begin_anew_leave_gaps_within_meetings_only() -> None:
    anew = (held("2024-01-09", 1, 5), held("2024-02-06", 1, 9), held("2024-03-12", 1, 3))
    assert gaps(*anew) == []
    assert gaps(*anew, held("2024-04-02", 1, 2) + held("2024-04-02", 5, 6)) == [(2024, 3, 4)]


def test_years_are_numbered_for_themselves() -> None:
    assert gaps(held("2024-12-10", 200, 210), held("2025-01-14", 1, 9)) == []


def test_an_extract_fills_a_gap_but_makes_none() -> None:
    minutes = (held("2024-01-09", 1, 3), held("2024-03-12", 6, 9))
    extract = held("2024-02-06", 4, 4, "protokollsutdrag")
    assert gaps(minutes[0], extract, minutes[1]) == [(2024, 5, 5)]
    assert gaps(minutes[0], held("2024-11-05", 90, 90, "protokollsutdrag")) == []
    assert gaps(extract, held("2024-11-05", 90, 90, "protokollsutdrag")) == []


def test_minutes_of_one_day_in_two_files_are_one_meeting() -> None:
    in_two = held("2024-03-12", 21, 21) + held("2024-03-12", 18, 20) + held("2024-03-12", 22, 30)
    assert gaps(held("2024-01-09", 1, 17), in_two) == []


def test_a_gap_is_the_body_s_own() -> None:
    (gap,) = find_gaps(held("2024-01-09", 1, 2) + held("2024-01-09", 4, 4))
    assert gap == NumberGap(REGION, BOARD, 2024, 3, 3)
