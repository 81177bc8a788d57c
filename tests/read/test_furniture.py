"""Running heads and feet come off; what only looks like them stays."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.pdfs import Drawn, write_pdf

from beslutssok.domain import SourceDocument
from beslutssok.read import read_document

SENTENCES = (
    "Nämnden har granskat förslaget till ny plan för badplatser.",
    "Förvaltningen bedömer att kostnaden ryms inom årets ram.",
    "Barnens bästa har prövats och redovisas i bilagan.",
    "Remissvar har kommit från samtliga berörda kommuner.",
    "Trafiken påverkas under byggtiden men inte därefter.",
    "Beslutet följs upp i samband med delårsbokslutet.",
)


def body(page: int) -> list[Drawn]:
    """Lines that differ from page to page."""
    return [
        Drawn(
            f"{SENTENCES[(page + row) % 6]} {'abcdefghijklmnopqrst'[page * 3 + row]}",
            200 + 16 * row,
        )
        for row in range(3)
    ]


def read(tmp_path: Path, heads: Sequence[Sequence[Drawn]]) -> SourceDocument:
    pages = [[*own, *body(number)] for number, own in enumerate(heads)]
    return read_document(write_pdf(tmp_path / "a.pdf", *pages))


def furniture(document: SourceDocument) -> list[list[str]]:
    return [[line.text for line in page.furniture] for page in document.pages]


def kept(document: SourceDocument) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in document.pages]


def bodies(count: int) -> list[list[str]]:
    return [[drawn.text for drawn in body(page)] for page in range(count)]


@pytest.mark.parametrize(
    "label", ["{} (102)", "Sida {} av 18", "Sid {}", "- {} -", "{}", "s. {}/18", "Page {} of 9"]
)
def test_page_numbers_that_count_up(tmp_path: Path, label: str) -> None:
    document = read(tmp_path, [[Drawn(label.format(page + 14), 800, 500)] for page in range(5)])
    assert kept(document) == bodies(5)
    assert furniture(document)[0] == [label.format(14)]


def test_head_in_three_columns(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        [
            [
                Drawn("Region Norrvik", 45, 70),
                Drawn("SAMMANTRÄDESPROTOKOLL", 45, 240),
                Drawn(f"Sida {page} (5)", 45, 480),
                Drawn("Regionstyrelsen", 60, 70),
                Drawn("2024-05-14", 60, 480),
            ]
            for page in range(1, 6)
        ],
    )
    assert kept(document) == bodies(5)


def test_heads_of_odd_and_even_pages(tmp_path: Path) -> None:
    heads = ["Granvika kommun", "Kommunstyrelsens protokoll"]
    document = read(tmp_path, [[Drawn(heads[page % 2], 50)] for page in range(6)])
    assert kept(document) == bodies(6)


def test_a_head_that_changes_in_the_middle(tmp_path: Path) -> None:
    names = ["Kommunstyrelsen"] * 3 + ["Socialnämnden i Granvika"] * 3
    document = read(tmp_path, [[Drawn(name, 50)] for name in names])
    assert kept(document) == bodies(6)


def test_a_foot_with_dates_and_signatures(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        [
            [Drawn("Justerandes sign", 790, 70), Drawn("Utdragsbestyrkande", 790, 300)]
            for _ in range(3)
        ],
    )
    assert kept(document) == bodies(3)


def test_a_head_that_stands_lower_on_the_first_page(tmp_path: Path) -> None:
    heads = [[Drawn("Regionstyrelsen", 120, size=9)]]
    heads += [[Drawn("Regionstyrelsen", 50, size=9)] for _ in range(5)]
    document = read(tmp_path, heads)
    assert kept(document) == bodies(6)


def test_two_pages_with_one_head(tmp_path: Path) -> None:
    document = read(tmp_path, [[Drawn("Regionstyrelsens protokoll", 50)]] * 2)
    assert kept(document) == bodies(2)


def test_a_label_with_a_page_number_on_one_page_only(tmp_path: Path) -> None:
    document = read(tmp_path, [[Drawn("Stadsrevisionen, revisionsberättelse 1 (2)", 800)], []])
    assert kept(document) == bodies(2)


def test_a_heading_that_begins_many_pages_is_text(tmp_path: Path) -> None:
    tops = ["Förslag till beslut", "Bedömning", "Förslag till beslut", "Yrkanden från ledamöter"]
    document = read(
        tmp_path,
        [[Drawn("Region Norrvik", 40), Drawn(top, 100, font="Helvetica-Bold")] for top in tops],
    )
    assert [page[0] for page in kept(document)] == tops
    assert furniture(document) == [["Region Norrvik"]] * 4


def test_a_heading_that_begins_all_its_pages_under_an_item_is_text(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        [
            [
                Drawn("Granvika kommun", 40),
                Drawn(f"§ {page + 12}", 90, font="Helvetica-Bold"),
                Drawn("Beslut", 110, font="Helvetica-Bold"),
            ]
            for page in range(6)
        ],
    )
    assert [page[:2] for page in kept(document)] == [[f"§ {n}", "Beslut"] for n in range(12, 18)]


@pytest.mark.parametrize("sign", ["§ {}", "Ks § {}", "{} §", "§ {} Dnr KS 2024/{}"])
def test_an_item_at_the_top_of_each_page_is_text(tmp_path: Path, sign: str) -> None:
    tops = [sign.replace("{}", str(page + 40)) for page in range(6)]
    document = read(tmp_path, [[Drawn("Granvika", 40), Drawn(top, 80)] for top in tops])
    assert [page[0] for page in kept(document)] == tops


def test_numbered_points_at_the_foot_of_pages_are_text(tmp_path: Path) -> None:
    points = [f"{page}. Planen antas." for page in range(1, 5)]
    document = read(tmp_path, [[Drawn(point, 790)] for point in points])
    assert [page[0] if page[0] in points else page[-1] for page in kept(document)] == points


def test_nothing_is_dropped_and_each_line_is_in_one_place(tmp_path: Path) -> None:
    heads = [[Drawn("Granvika kommun", 40), Drawn(f"{page} (4)", 40, 500)] for page in range(1, 5)]
    document = read(tmp_path, heads)
    for number, page in enumerate(document.pages):
        expected = [drawn.text for drawn in (*heads[number], *body(number))]
        cells = [cell for line in (*page.furniture, *page.lines) for cell in line.text.split("\t")]
        assert sorted(cells) == sorted(expected)


def test_a_document_of_one_repeated_page_keeps_its_text(tmp_path: Path) -> None:
    page = [Drawn("Ansökan om bidrag", 60), Drawn("Blankett 12", 80)]
    document = read_document(write_pdf(tmp_path / "a.pdf", page, page, page))
    assert kept(document) == [["Ansökan om bidrag", "Blankett 12"]] * 3


def test_a_line_of_dots_at_the_edge_takes_no_time(tmp_path: Path) -> None:
    document = read(tmp_path, [[Drawn("." * 90 + "x", 795)], [Drawn("_ . " * 30 + "x", 795)]])
    assert len(document.pages) == 2
