"""Running heads and feet come off; what only looks like them stays."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.pdfs import HEIGHT, Drawn, Paint, rewritten, write_pdf

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
    rows = [page * 3 + row for row in range(3)]
    marks = [chr(97 + row % 26) * (1 + row // 26) for row in rows]
    return [
        Drawn(f"{SENTENCES[(page + row) % 6]} {mark}", 200 + 16 * row)
        for row, mark in enumerate(marks)
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


@pytest.mark.parametrize("number", ["2024/{}", "{}/2024", "0{}/98", "{}/12", "{} (2024)"])
def test_a_case_number_alone_at_the_top_of_pages_is_text(tmp_path: Path, number: str) -> None:
    tops = [number.format(page + 37) for page in range(4)]
    document = read(tmp_path, [[Drawn("Granvika", 40), Drawn(top, 80)] for top in tops])
    assert [page[0] for page in kept(document)] == tops
    assert furniture(document) == [["Granvika"]] * 4


@pytest.mark.parametrize("label", ["{}/18", "{} (18)", "{} av 18", "Sid {} av 1", "Sida 0{}/18"])
def test_a_page_number_with_its_total_is_furniture_even_if_it_is_odd(
    tmp_path: Path, label: str
) -> None:
    document = read(tmp_path, [[Drawn(label.format(page + 1), 60, 480)] for page in range(2)])
    assert kept(document) == bodies(2)


@pytest.mark.parametrize(
    "columns",
    [
        ("Nr", "Ärende", "Beteckning", "Förslag"),
        ("Ledamot", "Parti", "Ja", "Nej"),
        ("Ledamöter", "Tjänstgörande ersättare"),
    ],
)
def test_the_head_of_a_table_on_each_of_its_pages_is_text(
    tmp_path: Path, columns: tuple[str, ...]
) -> None:
    head = [Drawn(name, 90, 70 + 110 * at) for at, name in enumerate(columns)]
    document = read(tmp_path, [[Drawn("Granvika kommun", 40), *head] for _ in range(5)])
    assert [page[0] for page in kept(document)] == ["\t".join(columns)] * 5
    assert furniture(document) == [["Granvika kommun"]] * 5


def test_the_labels_of_a_letterhead_on_each_page_are_furniture(tmp_path: Path) -> None:
    labels = [Drawn("Handläggare", 40), Drawn("Datum", 40, 250), Drawn("Beteckning", 40, 420)]
    assert kept(read(tmp_path, [labels] * 4)) == bodies(4)


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


def test_a_bundle_of_three_protocols_with_heads_of_their_own(tmp_path: Path) -> None:
    boards = ["Kommunstyrelsen"] * 5 + ["Miljönämnden i Granvika"] * 2 + ["Valnämnden"] * 3
    document = read(
        tmp_path,
        [
            [
                Drawn("Granvika kommun", 40, 70),
                Drawn("SAMMANTRÄDESPROTOKOLL", 40, 250),
                Drawn(f"Sida {1 + at % 4} av 5", 40, 480),
                Drawn(board, 56, 70),
                Drawn("Justerandes sign", 800, 70),
                Drawn("Utdragsbestyrkande", 800, 380),
            ]
            for at, board in enumerate(boards)
        ],
    )
    assert kept(document) == bodies(10)


def test_a_foot_where_only_the_page_number_changes_side(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        [
            [Drawn(f"{page} (6)", 805, 60 if page % 2 else 500), Drawn("Norrviks kommun", 805, 250)]
            for page in range(1, 7)
        ],
    )
    assert kept(document) == bodies(6)


def test_head_and_foot_of_pages_that_are_turned(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "a.pdf",
        *(
            [Drawn("Region Norrvik", 40), Drawn(f"{page + 1} (5)", 40, 500), *body(page)]
            for page in range(5)
        ),
    )
    rewritten(path, lambda writer: [writer.pages[at].rotate(180) for at in (1, 2)] and None)
    upright = read_document(path)
    assert [page for at, page in enumerate(kept(upright)) if at not in (1, 2)] == [
        page for at, page in enumerate(bodies(5)) if at not in (1, 2)
    ]


@pytest.mark.parametrize("stamped", [6, 2])
def test_the_stamp_of_a_signing_service_up_the_margin(tmp_path: Path, stamped: int) -> None:
    def page(number: int) -> Paint:
        def paint(canvas: Canvas) -> None:
            canvas.setFont("Helvetica", 7)
            canvas.saveState()
            canvas.rotate(90)
            canvas.drawString(200, -18, "Underskrivet i Granvika 2024-05-03, kontrollnummer 4711")
            canvas.restoreState()
            for drawn in (Drawn("Granvika kommun", 40), *body(number)):
                canvas.setFont(drawn.font, drawn.size)
                canvas.drawString(drawn.left, HEIGHT - drawn.top, drawn.text)

        return paint

    document = read_document(write_pdf(tmp_path / "a.pdf", *(page(at) for at in range(stamped))))
    assert kept(document) == bodies(stamped)
    assert all(len(found) == 2 for found in furniture(document))


@pytest.mark.parametrize("heading", ["Beslut", "Kommunstyrelsens beslut", "Yrkanden"])
def test_a_heading_that_often_follows_the_head_is_text(tmp_path: Path, heading: str) -> None:
    def page(number: int) -> list[Drawn]:
        own = [Drawn(heading, 110, font="Helvetica-Bold")] if number > 2 else []
        head = [Drawn("Granvika kommun", 60, size=9), Drawn("Kommunstyrelsen", 72, size=9)]
        return [*head, *own, *body(number), Drawn(f"{number}(5)", 805, 520, size=9)]

    document = read_document(write_pdf(tmp_path / "a.pdf", *(page(at) for at in range(1, 6))))
    assert [page[0] == heading for page in kept(document)] == [False, False, True, True, True]


def test_a_heading_at_the_top_of_the_last_two_of_three_pages_is_text(tmp_path: Path) -> None:
    heads = [[Drawn("Granvika kommun", 60)] for _ in range(3)]
    for own in heads[1:]:
        own.append(Drawn("Beslut", 110, font="Helvetica-Bold"))
    document = read(tmp_path, heads)
    assert [page[0] for page in kept(document)][1:] == ["Beslut", "Beslut"]


def test_the_kind_of_document_on_each_page_is_furniture(tmp_path: Path) -> None:
    document = read(tmp_path, [[Drawn("BESLUT", 60, size=9)] for _ in range(4)])
    assert kept(document) == bodies(4)


def test_a_date_under_its_label_goes_with_the_head(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        [
            [
                Drawn("GRANVIKA KOMMUN", 64, size=9),
                Drawn("Sammanträdesdatum", 76, 260, size=9),
                Drawn("2024-03-12", 88, 260, size=9),
            ]
            for _ in range(5)
        ],
    )
    assert kept(document) == bodies(5)


def test_a_number_between_the_lines_of_a_head_goes_with_them(tmp_path: Path) -> None:
    numbers = ["14", "7", "15", "3"]
    document = read(
        tmp_path,
        [
            [Drawn("Blad", 50, 480), Drawn(number, 62, 480), Drawn("Kommunstyrelsen", 76)]
            for number in numbers
        ],
    )
    assert kept(document) == bodies(4)


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("left", [70, 300, 535])
def test_a_page_number_alone_at_the_foot_of_a_short_file(
    tmp_path: Path, count: int, left: float
) -> None:
    document = read(tmp_path, [[Drawn(str(at + 1), 805, left, size=8)] for at in range(count)])
    assert kept(document) == bodies(count)
    assert furniture(document) == [[str(at + 1)] for at in range(count)]


@pytest.mark.parametrize(
    "drawn",
    [
        (Drawn("1", 790), Drawn("Val av justerare", 804)),
        (Drawn("Summa", 800), Drawn("1", 800, 400)),
        (Drawn("Antal röster", 788), Drawn("1", 802)),
        (Drawn("1", 60),),
        (Drawn("1", 60, 300, size=20),),
        (Drawn("2", 805, 300),),
    ],
)
def test_a_number_that_belongs_to_text_is_kept(tmp_path: Path, drawn: tuple[Drawn, ...]) -> None:
    document = read(tmp_path, [drawn])
    cells = {cell for line in kept(document)[0] for cell in line.split("\t")}
    assert {own.text for own in drawn} <= cells
    assert furniture(document) == [[]]


def test_a_rule_that_ends_an_item_at_the_top_of_a_page_is_text(tmp_path: Path) -> None:
    heads = [[Drawn("Granvika kommun", 60)] for _ in range(4)]
    heads[2].append(Drawn("_____", 100))
    assert kept(read(tmp_path, heads))[2][0] == "_____"


@pytest.mark.parametrize("title", ["Protokoll", "Kommunstyrelsen"])
def test_a_title_in_the_words_of_a_head_is_text(tmp_path: Path, title: str) -> None:
    heads = [[Drawn("Kommunstyrelsen", 40, size=9)] for _ in range(4)]
    heads[0].append(Drawn(title, 90, size=20))
    assert kept(read(tmp_path, heads))[0][0] == title


def test_page_numbers_of_a_list_of_contents_are_text(tmp_path: Path) -> None:
    pages = []
    for number in range(1, 6):
        listed = [Drawn("3", 150 + 14 * at, 500) for at in range(5)] if number == 2 else []
        pages.append([Drawn(f"Sida {number}", 40, 480, size=8), *listed, *body(number)])
    document = read_document(write_pdf(tmp_path / "a.pdf", *pages))
    assert furniture(document)[1] == ["Sida 2"]
