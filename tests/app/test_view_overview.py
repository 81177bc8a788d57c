"""The overview: that its figures add up, and that each leads to what it counts."""

from collections import Counter
from dataclasses import replace
from urllib.parse import parse_qs

import pytest
from tests.fakes.hostile import HOSTILE, hostile_hit
from tests.fakes.safe_html import parse_safe
from tests.fakes.stand_in_index import COVERAGE, StandInIndex
from tests.fakes.stand_in_views import NO_FIGURES, OVERVIEW

from beslutssok.app.page.downloads import write_csv
from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.overview_figures import (
    MATTER_TONES,
    matters_by_body,
    months_between,
    months_by_body,
    outcomes_by_body,
    outcomes_by_year,
    reservations_by_party,
)
from beslutssok.app.page.overview_tables import (
    matter_table,
    month_table,
    outcome_table,
    reservation_table,
)
from beslutssok.app.page.overview_view import OverviewView, render_overview
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.view_scope import Scope
from beslutssok.domain import (
    ContestedItem,
    DocumentKind,
    MatterKind,
    MattersOfPeriod,
    MeetingsOfMonth,
    Outcome,
    OutcomesOfYear,
    Overview,
    ReservationsOfYear,
)

ALL = Scope()


def query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(address.removeprefix("?")).items()}


def test_the_bars_add_up_to_the_figures() -> None:
    total = sum(each.count for each in OVERVIEW.outcomes)
    for bars in (
        outcomes_by_year(OVERVIEW, ALL, SWEDISH),
        outcomes_by_body(OVERVIEW, ALL, SWEDISH),
    ):
        assert sum(bar.total for bar in bars) == total
    by_year = Counter({each.year: 0 for each in OVERVIEW.outcomes})
    for each in OVERVIEW.outcomes:
        by_year[each.year] += each.count
    drawn = {bar.label: bar.total for bar in outcomes_by_year(OVERVIEW, ALL, SWEDISH)}
    assert drawn == {str(year): count for year, count in by_year.items()}


def test_the_reservations_add_up_with_the_most_first() -> None:
    bars = reservations_by_party(OVERVIEW.reservations, ALL, SWEDISH)
    assert [(bar.label, bar.total) for bar in bars] == [("SD", 42), ("V", 28), ("S", 18), ("M", 8)]


def test_every_month_has_its_place_in_time() -> None:
    bodies = months_by_body(OVERVIEW.months, ALL, SWEDISH)
    assert {len(columns) for _, columns in bodies} == {24}
    assert sum(bar.total for _, columns in bodies for bar in columns) == sum(
        each.count for each in OVERVIEW.months
    )
    assert months_between("2024-03", "2024-03") == ("2024-03",)


def test_the_kinds_of_matters_add_up_by_body_and_period() -> None:
    bodies = matters_by_body(OVERVIEW.matters, ALL, SWEDISH)
    assert [name for name, _ in bodies] == [
        "Kommunstyrelsen, Älvnäs kommun",
        "Regionfullmäktige, Region Fjällbygden",
    ]
    assert [bar.label for bar in bodies[0][1]] == ["2022", "2023", "2024"]
    assert sum(bar.total for _, bars in bodies for bar in bars) == sum(
        each.count for each in OVERVIEW.matters
    )
    assert [part.label for part in bodies[0][1][0].parts] == [
        *("Motioner", "Budget och uppföljning", "Övrigt"),
    ]
    assert set(MATTER_TONES) == set(MatterKind)
    assert len(set(MATTER_TONES.values())) == len(MATTER_TONES)


def test_a_kind_of_matter_leads_to_the_items_of_its_body_and_period() -> None:
    quarter = MattersOfPeriod("R", "KS", "2024-01", "2024-03", MatterKind.QUESTION, 7)
    nameless = replace(quarter, organ="")
    (ks,) = matters_by_body([quarter], Scope("", "", "2024-02-10", "2024"), SWEDISH)
    assert ks[1][0].label == "januari–mars 2024"
    assert query(ks[1][0].parts[0].address) == {
        **{"vy": "arendeslag", "slag": "fråga", "huvudman": "R", "organ": "KS"},
        **{"fran": "2024-02-10", "till": "2024-03"},
    }
    ((_, bars),) = matters_by_body([nameless], ALL, SWEDISH)
    assert bars[0].parts[0].address == ""


def test_a_bar_leads_to_the_items_of_its_year_body_and_outcome() -> None:
    bars = outcomes_by_year(OVERVIEW, Scope(organ="Regionstyrelsen"), SWEDISH)
    rejected = next(part for part in bars[0].parts if part.label == "Avslaget")
    assert query(rejected.address) == {
        "q": "Vilka ärenden avslogs?",
        "organ": "Regionstyrelsen",
        "fran": "2022",
        "till": "2022",
    }
    of_body = outcomes_by_body(OVERVIEW, Scope(date_from="2023"), SWEDISH)[0]
    asked = query(of_body.parts[0].address)
    assert (asked["organ"], asked["huvudman"]) == ("Kommunstyrelsen", "Älvnäs kommun")
    assert asked["fran"] == "2023"


def test_a_party_leads_to_its_reservations() -> None:
    bars = reservations_by_party(OVERVIEW.reservations, Scope(organ="KS"), SWEDISH)
    assert query(bars[0].parts[0].address) == {
        "vy": "agerande",
        "vem": "SD",
        "slag": "reservation",
        "organ": "KS",
    }


def test_the_tables_hold_every_figure() -> None:
    for table, figures in (
        (outcome_table(OVERVIEW, SWEDISH), OVERVIEW.outcomes),
        (reservation_table(OVERVIEW.reservations, SWEDISH), OVERVIEW.reservations),
        (month_table(OVERVIEW.months, SWEDISH), OVERVIEW.months),
        (matter_table(OVERVIEW.matters, ALL, SWEDISH), OVERVIEW.matters),
    ):
        assert len(table.rows) == len(figures)
        assert sum(int(row[-1].value) for row in table.rows) == sum(each.count for each in figures)
        assert all(len(row) == len(table.head) for row in table.rows)
        assert write_csv(table).count(b"\r\n") == len(figures) + 1


def test_the_view_shows_every_figure_with_its_numbers_behind() -> None:
    html = render_overview(OVERVIEW, ALL, SWEDISH)
    parsed = parse_safe(html)
    for heading in (
        *("Beslut per år", "Beslut per organ", "Mest omstridda ärenden"),
        *("Vad organen behandlar", "Reservationer per parti", "Sammanträden över tid"),
    ):
        assert heading in parsed.text
    assert parsed.tags.count("table") == 4
    assert len([to for to in parsed.values("href") if to.startswith("data:text/csv")]) == 4
    assert "2 omröstningar, 3 reservationer, 4 yrkanden" in parsed.text
    assert "1 omröstning, 2 yrkanden" in parsed.text
    assert html.count('id="bs-pattern-rejected"') == 1


def test_many_bodies_are_shown_on_demand() -> None:
    outcomes = tuple(
        OutcomesOfYear("Åby", f"Nämnd {n}", 2024, Outcome.APPROVED, n + 1) for n in range(20)
    )
    html = render_overview(replace(OVERVIEW, outcomes=outcomes), ALL, SWEDISH)
    assert "Visa 12 till" in parse_safe(html).text


def test_the_address_limits_the_figures() -> None:
    index = StandInIndex()
    parameters = {"organ": "Regionstyrelsen", "fran": "2023", "till": "2024-06"}
    shown = OverviewView().load(index, SWEDISH, parameters)
    assert shown.title == "Översikt: Regionstyrelsen"
    ((_, filters),) = index.asked
    assert filters["organ"] == "Regionstyrelsen"
    assert (str(filters["date_from"]), str(filters["date_to"])) == ("2023-01-01", "2024-06-30")
    parsed = parse_safe(str(shown.updates[0]))
    assert ("option", "selected", "") in parsed.attributes
    assert "2024-06" in parsed.values("value")
    assert "?vy=oversikt" in parsed.values("href")


def test_a_period_that_is_none_is_told_and_can_be_mended() -> None:
    shown = OverviewView().load(StandInIndex(), SWEDISH, {"fran": "<b>i går"})
    parsed = parse_safe(str(shown.updates[0]))
    assert SWEDISH.unclear in parsed.text
    assert "<b>i går" in parsed.values("value")


def test_an_empty_index_has_no_figures_and_says_so() -> None:
    text = parse_safe(render_overview(NO_FIGURES, ALL, SWEDISH)).text
    assert "Här finns inga siffror att visa" in text


def test_what_there_is_none_of_is_said() -> None:
    bare = Overview(OVERVIEW.outcomes, (), (), (), (), (), COVERAGE)
    text = parse_safe(render_overview(bare, ALL, SWEDISH)).text
    assert "Inga reservationer hittades" in text
    assert "Inga omröstningar" in text


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:24])
def test_hostile_text_is_shown_as_text(text: str) -> None:
    name = text[:200]
    overview = Overview(
        outcomes=(
            OutcomesOfYear(name, name, 2024, Outcome.REJECTED, 3),
            OutcomesOfYear("", name, 2024, Outcome.APPROVED, 3),
        ),
        reservations=(ReservationsOfYear(name, 2024, 2),),
        contested=(ContestedItem(hostile_hit(text), 1, 1, 1),),
        months=(MeetingsOfMonth(name, name, "2024-01", DocumentKind.MINUTES, 1),),
        matters=(MattersOfPeriod(name, name, "2024-01", "2024-12", MatterKind.OTHER, 1),),
        gaps=(),
        coverage=replace(COVERAGE, bodies=(name,)),
    )
    parse_safe(render_overview(overview, Scope(name, name, name, name), SWEDISH))
    parse_safe(render_overview(overview, ALL, ENGLISH))
