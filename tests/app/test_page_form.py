from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.stand_in_index import CHOICES

from beslutssok.app.page.filters import keep_known, list_options, say_counted
from beslutssok.app.page.form import (
    LONGEST_FIELD,
    NAMES_IN_ADDRESS,
    Form,
    UnclearForm,
    read_address,
    read_fields,
    read_filters,
    write_address,
    write_keys,
)
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.domain import DocumentKind, Filters, SectionKind

FIELD = st.text(max_size=20).map(str.strip)


@given(st.tuples(*[FIELD] * len(NAMES_IN_ADDRESS)))
def test_what_is_written_in_an_address_is_read_back(values: tuple[str, ...]) -> None:
    form = Form(*values)
    query = urlsplit(write_address(form)).query
    parameters = {name: found[0] for name, found in parse_qs(query, strict_parsing=False).items()}
    assert read_address(parameters) == form


def test_an_address_holds_only_what_is_filled_in() -> None:
    assert write_address(Form(question="bussar", organ="Regionstyrelsen")) == (
        "?q=bussar&organ=Regionstyrelsen"
    )


def test_fields_are_trimmed_and_cut() -> None:
    form = read_fields("  bussar ", None, "x" * 2000)
    assert form.question == "bussar"
    assert form.huvudman == ""
    assert len(form.organ) == LONGEST_FIELD


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-10", date(2024, 2, 10), date(2024, 2, 10)),
        ("20240210", date(2024, 2, 10), date(2024, 2, 10)),
        ("2024-2-1", date(2024, 2, 1), date(2024, 2, 1)),
    ],
)
def test_dates_may_be_a_year_a_month_or_a_day(written: str, first: date, last: date) -> None:
    filters = read_filters(Form(date_from=written, date_to=written), SWEDISH)
    assert (filters.date_from, filters.date_to) == (first, last)


@pytest.mark.parametrize("written", ["i fjol", "2024-13", "2023-02-29", "24", "2024-03-01 kl 9"])
def test_a_date_that_is_none_is_named(written: str) -> None:
    with pytest.raises(UnclearForm, match="går inte att läsa") as caught:
        read_filters(Form(date_from=written), SWEDISH)
    assert f"«{written}»" in str(caught.value)


def test_a_period_that_ends_before_it_begins_is_said() -> None:
    with pytest.raises(UnclearForm, match="slutar innan"):
        read_filters(Form(date_from="2024", date_to="2023"), SWEDISH)


@pytest.mark.parametrize("form", [Form(document_kind="bok"), Form(section="bok")])
def test_a_kind_that_there_is_none_of_is_said(form: Form) -> None:
    with pytest.raises(UnclearForm, match="«bok»"):
        read_filters(form, SWEDISH)


def test_every_field_becomes_a_filter() -> None:
    form = Form(
        huvudman="Region A",
        organ="Nämnd B",
        document_kind="kallelse",
        section="forslag",
        party="V",
        date_from="2024",
        date_to="2025",
        case_number="RS/1/2024",
    )
    assert read_filters(form, SWEDISH) == Filters(
        huvudman="Region A",
        organ="Nämnd B",
        document_kind=DocumentKind.AGENDA,
        section=SectionKind.PROPOSAL,
        date_from=date(2024, 1, 1),
        date_to=date(2025, 12, 31),
        case_number="RS/1/2024",
        party="V",
    )


def test_an_empty_form_limits_nothing_and_asks_nothing() -> None:
    assert read_filters(Form(), SWEDISH) == Filters()
    assert not Form().asks_something
    assert not Form(question="bussar", without="organ:nämnden").is_limited
    assert Form(case_number="RS/1/2024").asks_something


@given(st.lists(st.text(min_size=1, max_size=12), max_size=4))
def test_keys_of_interpretations_are_read_back_as_written(keys: list[str]) -> None:
    assert Form(without=write_keys(keys)).taken_away == tuple(keys)


def test_the_lists_begin_with_everything_and_tell_how_many() -> None:
    options = list_options(CHOICES, SWEDISH)
    assert options["organ"][:2] == [("Alla", ""), ("Regionstyrelsen (512)", "Regionstyrelsen")]
    assert options["document_kind"][1] == ("Protokoll (1002)", "protokoll")
    assert options["section"][1] == ("Beslut (1200)", "beslut")
    assert options["party"][1] == ("S (410)", "S")


def test_the_counts_of_a_search_stand_beside_all_that_can_be_chosen() -> None:
    found = replace(CHOICES, organ=(("Regionfullmäktige", 3),), sections=(), items=3)
    options = list_options(CHOICES, SWEDISH, found)
    assert [words for words, _ in options["organ"]] == [
        "Alla",
        "Regionstyrelsen (0)",
        "Regionfullmäktige (3)",
        "Kommunfullmäktige (0)",
    ]
    assert "de 3 ärenden som ligger närmast frågan" in say_counted(found, True, SWEDISH)
    assert "1\N{NO-BREAK SPACE}284 ärenden" in say_counted(CHOICES, False, SWEDISH)


def test_values_that_cannot_be_chosen_are_dropped_and_told() -> None:
    asked = Form(question="bussar", organ="Ingen", section="beslut", huvudman="Region Okänd")
    form, dropped = keep_known(asked, CHOICES)
    assert form == Form(question="bussar", section="beslut")
    assert dropped == ("Region Okänd", "Ingen")


def test_a_party_is_known_by_its_name_too() -> None:
    assert keep_known(Form(party="vänsterpartiet"), CHOICES) == (Form(party="V"), ())
    assert keep_known(Form(party="XYZ"), CHOICES) == (Form(), ("XYZ",))
