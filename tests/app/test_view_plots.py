"""Plots and tables: that they say what they draw, and that files can be opened safely."""

import csv
import re
from io import StringIO
from urllib.parse import unquote_to_bytes

import pytest
from tests.fakes.hostile import HOSTILE
from tests.fakes.parsed_html import ParsedHtml
from tests.fakes.safe_html import parse_safe

from beslutssok.app.page.downloads import Cell, Table, render_figures, write_csv
from beslutssok.app.page.plots import (
    COLUMN_HEIGHT,
    Bar,
    Part,
    render_bars,
    render_columns,
    render_legend,
)

YEARS = (
    Bar("2023", (Part("Beslutat", 75, "approved", "?a"), Part("Avslaget", 25, "rejected"))),
    Bar("2024", (Part("Beslutat", 50, "approved"), Part("Avslaget", 0, "rejected"))),
)


def widths(html: str) -> list[float]:
    return [float(found) for found in re.findall(r'width="([\d.]+)%" height="28" class', html)]


def test_bars_are_in_one_scale() -> None:
    assert widths(render_bars(YEARS, "År")) == [75, 25, 50]
    assert widths(render_bars(YEARS, "År", longest=200)) == [37.5, 12.5, 25]


def test_each_part_says_what_it_counts_and_leads_there() -> None:
    parsed = parse_safe(render_bars(YEARS, "År"))
    labels = parsed.values("aria-label")
    assert "2023: Beslutat, 75" in labels
    assert "2023: Avslaget, 25" in labels
    assert "2024: Avslaget, 0" not in labels
    assert parsed.values("href") == ["?a"]


def test_a_part_without_room_has_its_number_in_words_only() -> None:
    bar = Bar("x", (Part("mycket", 990, "vote"), Part("lite", 10, "open")))
    html = render_bars([bar], "x")
    assert html.count("<text") == 1
    assert "x: lite, 10" in html


def test_parts_of_one_bar_differ_without_colour() -> None:
    html = render_bars(YEARS, "År")
    assert "url(#bs-pattern-rejected)" in html
    assert "url(#bs-pattern-approved)" not in html


def test_columns_stand_on_the_axis() -> None:
    columns = (Bar("jan", (Part("a", 1, "minutes"), Part("b", 3, "proposal"))), Bar("feb", ()))
    drawn = re.findall(
        r'y="([\d.]+)" width="40%" height="([\d.]+)" class', render_columns(columns, "x")
    )
    assert [(float(y), float(height)) for y, height in drawn] == [
        (COLUMN_HEIGHT * 0.75, COLUMN_HEIGHT * 0.25),
        (0, COLUMN_HEIGHT * 0.75),
    ]


def test_nothing_to_draw_draws_nothing() -> None:
    assert render_columns((), "x") == ""
    assert "<li>" not in render_bars((), "x")


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:24])
def test_hostile_text_is_shown_as_text(text: str) -> None:
    bars = (Bar(text, (Part(text, 2, "vote", f"?q={'x'}"),)),)
    table = Table(text, (text,), ((Cell(text), Cell(3, "?x")),), "a.csv")
    parse_safe(
        render_bars(bars, text)
        + render_columns(bars, text)
        + render_legend([(text, "vote")], text)
        + render_figures(table, text, text)
    )


def test_the_file_holds_the_figures() -> None:
    table = Table("x", ("Organ", "Antal"), ((Cell("Nämnd; å"), Cell(1200)),), "a.csv")
    html = render_figures(table, "visa", "spara")
    (address,) = [to for to in ParsedHtml(html).values("href") if to.startswith("data:")]
    content = unquote_to_bytes(address.partition(",")[2])
    assert content == write_csv(table)
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["Organ", "Antal"], ["Nämnd; å", "1200"]]


@pytest.mark.parametrize("text", ["=1+1", "+46", "-x", "@SUM(A1)", "\tx", "\rx"])
def test_a_text_is_no_formula_in_a_spreadsheet(text: str) -> None:
    written = write_csv(Table("x", ("a",), ((Cell(text),),), "a.csv")).decode("utf-8-sig")
    assert list(csv.reader(StringIO(written, newline=""), delimiter=";"))[1] == [f"'{text}"]
