"""The kinds of matters on agendas: each item counted once, and found again by what is counted."""

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import parse_stand_in, write_document

from beslutssok.domain import DocumentKind, Filters, MatterKind, MattersOfPeriod
from beslutssok.index.figures import TitledItem
from beslutssok.index.store import Store
from beslutssok.parse.matter_kinds import find_matter_kind
from beslutssok.search.agendas import find_matters, matters_of_periods
from beslutssok.search.matters import find_matter_asked
from beslutssok.search.overview import find_overview

REGION, BOARD = "Region Fjällbygden", "Regionstyrelsen"
MINUTES = (
    "§ 1 Val av justerare; ; bifall; 1",
    "beslut: Väljs.",
    "§ 2 Motion om simhall; RS 2024/10; avslag; 2",
    "beslut: Motionen avslås.",
    "§ 3 Simhallens öppettider; ; bifall; 3",
    "beslut: Godkänns.",
)
AGENDA = ("§ 1 Motion om bad; ; förslag; 1", "forslag: Motionen avslås.")


@pytest.fixture
def filled(store: Store, ingest: Ingest, folder: Path) -> Store:
    for name, kind, day, items in (
        ("a", "protokoll", "2024-03-05", MINUTES),
        ("b", "protokollsutdrag", "2024-03-05", MINUTES[2:4]),
        ("c", "kallelse", "2024-03-05", MINUTES),
        ("d", "kallelse", "2024-05-07", AGENDA),
        ("e", "protokollsutdrag", "2024-05-07", AGENDA),
        ("f", "protokollsutdrag", "2025-02-04", AGENDA),
    ):
        head = f"{kind}; {REGION}; {BOARD}; {day}"
        write_document(folder / f"{name}.pdf", *items, head=head)
    ingest(parse=parse_stand_in)
    return store


def test_each_item_counts_once_by_its_kind(filled: Store) -> None:
    counted = {
        (each.first, each.kind): each.count for each in find_overview(filled, Filters()).matters
    }
    assert counted == {
        ("2024-01", MatterKind.MOTION): 1,
        ("2024-01", MatterKind.ROUTINE): 1,
        ("2024-01", MatterKind.OTHER): 1,
        ("2024-04", MatterKind.MOTION): 1,
        ("2025-01", MatterKind.MOTION): 1,
    }


def test_what_is_counted_is_found(filled: Store) -> None:
    for each in find_overview(filled, Filters()).matters:
        year, month = map(int, each.last.split("-"))
        filters = Filters(
            huvudman=each.huvudman,
            organ=each.organ,
            date_from=date.fromisoformat(f"{each.first}-01"),
            date_to=date(year, month, 28),
        )
        matters = find_matters(filled, each.kind, 0, 25, filters)
        assert matters.total == len(matters.hits) == each.count


def test_the_latest_come_first_some_at_a_time(filled: Store) -> None:
    first = find_matters(filled, MatterKind.MOTION, 0, 2, Filters())
    rest = find_matters(filled, MatterKind.MOTION, 2, 2, Filters())
    days = [hit.date for hit in first.hits + rest.hits]
    assert days == [date(2025, 2, 4), date(2024, 5, 7), date(2024, 3, 5)]
    assert [hit.rank for hit in rest.hits] == [3]
    assert first.total == rest.total == 3
    assert find_matters(filled, MatterKind.AUDIT, 0, 2, Filters()).hits == ()


def test_the_agenda_stands_in_where_there_are_no_minutes(filled: Store) -> None:
    kinds = [
        hit.document_kind for hit in find_matters(filled, MatterKind.MOTION, 0, 9, Filters()).hits
    ]
    assert kinds == [DocumentKind.EXTRACT, DocumentKind.AGENDA, DocumentKind.MINUTES]
    agendas = Filters(document_kind=DocumentKind.AGENDA)
    assert find_matters(filled, MatterKind.MOTION, 0, 9, agendas).total == 2


def test_two_years_are_counted_by_year_and_less_by_quarter() -> None:
    def periods(*days: str) -> list[str]:
        items = [TitledItem("", REGION, BOARD, date.fromisoformat(day), "Val") for day in days]
        return [f"{each.first} {each.last}" for each in matters_of_periods(items)]

    assert periods("2023-06-01", "2025-05-31") == ["2023-04 2023-06", "2025-04 2025-06"]
    assert periods("2023-06-01", "2025-06-01") == ["2023-01 2023-12", "2025-01 2025-12"]
    assert periods() == []
    assert matters_of_periods(
        [TitledItem("", REGION, BOARD, date(2024, 1, 1), title) for title in ("Val", "Bad", "Val")]
    ) == (
        MattersOfPeriod(REGION, BOARD, "2024-01", "2024-03", MatterKind.ELECTION, 2),
        MattersOfPeriod(REGION, BOARD, "2024-01", "2024-03", MatterKind.OTHER, 1),
    )


@pytest.mark.parametrize(
    ("plural", "kind"),
    [
        ("motioner", MatterKind.MOTION),
        ("interpellationer", MatterKind.QUESTION),
        ("medborgarförslag", MatterKind.INITIATIVE),
        ("detaljplaner", MatterKind.LAND),
        ("markanvisningar", MatterKind.LAND),
        ("taxor", MatterKind.RULES),
        ("avgifter", MatterKind.RULES),
        ("riktlinjer", MatterKind.RULES),
        ("reglementen", MatterKind.RULES),
        ("bolagsordningar", MatterKind.RULES),
        ("granskningar", MatterKind.AUDIT),
        ("avsägelser", MatterKind.ELECTION),
        ("delårsrapporter", MatterKind.FINANCE),
    ],
)
def test_a_list_that_is_asked_for_is_of_the_kind_that_is_counted(
    plural: str, kind: MatterKind
) -> None:
    assert find_matter_asked(f"Vilka {plural} behandlades?") is not None
    assert find_matter_kind(plural) is kind
