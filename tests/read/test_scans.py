"""Pages that are pictures are recognised where Tesseract is installed, and named where it is not.

Each test holds on both kinds of machine: ``without_tesseract`` hides the program, and the tests
that need it say what is to be seen where it is missing.
"""

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.pdfs import (
    HEIGHT,
    SCANNED,
    UNICODE,
    WIDTH,
    Drawn,
    Paint,
    photographed,
    scan,
    text_page,
    write_pdf,
)
from tests.sample_sources import INGEST, read_samples

from beslutssok.domain import SourceDocument
from beslutssok.errors import UnreadableDocument
from beslutssok.read import read_document, read_page_image
from beslutssok.read.recognition import pieces_of, sureness
from beslutssok.read.tesseract import Word, find_tesseract, parse_words

PLAN = text_page("Kommunstyrelsen beslutar att anta planen.", "Beslutet gäller från maj.", top=300)
BUDGET = text_page("Budgeten fastställs till tio miljoner.", "Den följs upp i oktober.", top=340)
GARBLED = [
    Drawn("Nrppxqvwbuhovhq ehvoxwdu dww jrgnäqqd sodqhq iöu gh qbd edghq l vwdghq.", 300),
    Drawn("Ghw jäoohu iuåq ghq iöuvwd pdm rfk iöomv xss dy qäpqghq ydumh åu ghuhiwhu.", 330),
]
NO_MAP = [Drawn("\ue001\ue002\ue003 \ue004\ue005\ue006\ue007", 200, font=UNICODE)]

needs_words = find_tesseract() is not None


def words_of(text: str) -> set[str]:
    return set(text.lower().replace(",", " ").replace(".", " ").split())


def text_of(document: SourceDocument, page: int) -> str:
    return " ".join(line.text for line in document.pages[page - 1].lines)


def assert_missing(path: Path, page: int) -> None:
    """Without the program, a page is named with the command that installs it."""
    try:
        problems = {problem.page: problem for problem in read_document(path).problems}
        reason, remedy = problems[page].reason, problems[page].remedy
    except UnreadableDocument as refusal:
        reason, remedy = refusal.reason, refusal.remedy
    assert reason
    assert "apt-get install tesseract-ocr tesseract-ocr-swe" in remedy
    assert "brew install tesseract" in remedy
    assert "Windows" in remedy


@pytest.fixture
def without_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setenv("PATH", str(empty))


@pytest.mark.usefixtures("without_tesseract")
@pytest.mark.parametrize("page", [scan, GARBLED, NO_MAP], ids=["scan", "shifted", "no-map"])
def test_without_the_program_the_page_is_named_and_no_other_is_lost(
    tmp_path: Path, page: Paint | list[Drawn]
) -> None:
    path = write_pdf(tmp_path / "blandad.pdf", PLAN, page, BUDGET)
    document = read_document(path)
    assert [len(page.lines) for page in document.pages] == [2, 0, 2]
    assert [problem.page for problem in document.problems] == [2]
    assert_missing(path, 2)


@pytest.mark.usefixtures("without_tesseract")
def test_without_the_program_a_wholly_scanned_file_is_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "skannad.pdf", scan, scan)
    with pytest.raises(UnreadableDocument, match="inskannad"):
        read_document(path)
    assert_missing(path, 1)


def test_a_program_without_swedish_counts_as_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho 'List of available languages (1):'\necho eng\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert find_tesseract() is None
    assert_missing(write_pdf(tmp_path / "a.pdf", PLAN, scan), 2)


@pytest.mark.parametrize(
    ("script", "said"),
    [("exit 3", "felkod 3"), ("exec sleep 60", "för lång tid")],
    ids=["breaks-down", "hangs"],
)
def test_a_program_that_fails_costs_only_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f'#!/bin/sh\n[ "$1" = --list-langs ] && echo swe && exit\n{script}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("beslutssok.read.tesseract.SECONDS_FOR_A_PAGE", 1)
    document = read_document(write_pdf(tmp_path / "a.pdf", PLAN, scan, BUDGET))
    assert [len(page.lines) for page in document.pages] == [2, 0, 2]
    (problem,) = document.problems
    assert problem.page == 2
    assert said in problem.reason


def test_scanned_pages_among_others(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "blandad.pdf", PLAN, scan, BUDGET)
    if not needs_words:
        assert_missing(path, 2)
        return
    document = read_document(path)
    assert [line.text for line in document.pages[1].lines] == list(SCANNED)
    assert all(line.ocr for line in document.pages[1].lines)
    assert not any(line.ocr for at in (0, 2) for line in document.pages[at].lines)
    assert document.problems == ()
    for row, line in enumerate(document.pages[1].lines):
        assert line.place.left == pytest.approx(70, abs=2)
        assert line.place.top < 120 + 24 * row - 5 < line.place.bottom < 120 + 24 * row + 5
        assert line.size == pytest.approx(12, abs=1.5)


@pytest.mark.parametrize("turn", [90, 180])
def test_a_sheet_that_was_scanned_the_wrong_way_up(tmp_path: Path, turn: int) -> None:
    path = write_pdf(tmp_path / "a.pdf", photographed(*SCANNED * 3, turn=turn))
    if not needs_words:
        assert_missing(path, 1)
        return
    (page,) = read_document(path).pages
    assert words_of(SCANNED[0]) <= words_of(page.lines[0].text)
    first = page.lines[0].place
    assert (first.bottom - first.top > first.right - first.left) is (turn != 180)


def test_a_sheet_that_was_scanned_askew(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", photographed(*SCANNED, tilt=1.5))
    if not needs_words:
        assert_missing(path, 1)
        return
    found = words_of(text_of(read_document(path), 1))
    assert len(words_of(" ".join(SCANNED)) & found) >= 0.9 * len(words_of(" ".join(SCANNED)))


def test_what_is_garbled_and_looks_so_too_is_not_kept(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PLAN, GARBLED)
    if not needs_words:
        assert_missing(path, 2)
        return
    document = read_document(path)
    assert document.pages[1].lines == ()
    assert "teckenkarta" in document.problems[0].reason


def garbled_over_a_picture(canvas: Canvas) -> None:
    scan(canvas)
    text = canvas.beginText(70, HEIGHT - 120)
    text.setTextRenderMode(3)
    text.setFont("Helvetica", 12)
    for drawn in GARBLED * 2:
        text.textLine(drawn.text)
    canvas.drawText(text)


def test_a_garbled_page_that_looks_right_is_read_as_it_looks(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PLAN, garbled_over_a_picture)
    if not needs_words:
        assert_missing(path, 2)
        return
    document = read_document(path)
    assert [line.text for line in document.pages[1].lines] == list(SCANNED)
    assert document.problems == ()


def stamped(canvas: Canvas) -> None:
    scan(canvas)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(70, 30, "Underskrivet den 3 maj 2024, ärende 47")


def test_a_scan_with_a_stamp_of_text_is_read_whole(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PLAN, stamped)
    if not needs_words:
        assert_missing(path, 2)
        return
    lines = read_document(path).pages[1].lines
    assert [line.text for line in lines] == [*SCANNED, "Underskrivet den 3 maj 2024, ärende 47"]
    assert [line.ocr for line in lines] == [True, True, True, False]


def hidden_text(canvas: Canvas) -> None:
    scan(canvas)
    text = canvas.beginText(70, HEIGHT - 120)
    text.setTextRenderMode(3)
    text.setFont("Helvetica", 12)
    for row in SCANNED * 2:
        text.textLine(row)
    canvas.drawText(text)


def test_a_scan_that_was_recognised_before_keeps_its_text(tmp_path: Path) -> None:
    document = read_document(write_pdf(tmp_path / "a.pdf", hidden_text))
    assert [line.text for line in document.pages[0].lines] == list(SCANNED * 2)
    assert not any(line.ocr for line in document.pages[0].lines)
    assert document.problems == ()


def logo(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 30)), 60, HEIGHT - 130, 50, 70)


def photo(canvas: Canvas) -> None:
    noise = Image.effect_noise((120, 160), 90)
    canvas.drawImage(ImageReader(noise), 0, 0, WIDTH, HEIGHT)


@pytest.mark.parametrize("paint", [logo, photo, []], ids=["logo", "photo", "blank"])
def test_pages_without_writing_are_no_problem(tmp_path: Path, paint: Paint | list[Drawn]) -> None:
    document = read_document(write_pdf(tmp_path / "a.pdf", PLAN, paint))
    assert document.problems == ()
    assert document.pages[1].lines == ()


def test_a_page_that_is_hard_to_read_is_named(tmp_path: Path) -> None:
    def blurred(canvas: Canvas) -> None:
        path = write_pdf(tmp_path / "sharp.pdf", scan)
        small = Image.open(io.BytesIO(read_page_image(path, 1, 0.53).png)).convert("L")
        canvas.drawImage(ImageReader(small), 0, 0, WIDTH, HEIGHT)

    path = write_pdf(tmp_path / "a.pdf", PLAN, blurred)
    if not needs_words:
        assert_missing(path, 2)
        return
    (problem,) = read_document(path).problems
    assert problem.page == 2
    assert "originalet" in problem.remedy


def test_the_scanned_sample_is_read_or_named() -> None:
    (path,) = INGEST.glob("*/2024-01-15-medborgarforslag-snorojning.pdf")
    if not needs_words:
        assert_missing(path, 1)
        return
    document = read_document(path)
    assert document.problems == ()
    assert all(line.ocr for line in document.pages[0].lines)
    (source,) = (source for stem, source in read_samples().items() if stem == path.stem)
    written = source.items[0].title.split()
    assert [word for word in written if word not in text_of(document, 1)] == []


def table_rows(*rows: tuple[int, int, str, float]) -> tuple[Word, ...]:
    header = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight"
    body = [
        f"5\t1\t1\t1\t{line}\t1\t{left}\t{100 * line}\t{20 * len(text)}\t36\t{sure}\t{text}"
        for line, left, text, sure in rows
    ]
    return parse_words("\n".join([f"{header}\tconf\ttext", *body]))


def test_words_far_apart_are_cells() -> None:
    words = table_rows((1, 300, "Anna", 96), (1, 390, "Ek", 96), (1, 1200, "X", 90))
    pieces = pieces_of(words, 72 / 300)
    assert [piece.text for piece in pieces] == ["Anna Ek", "X"]
    assert pieces[1].box[0] == pytest.approx(288)


def test_smudges_are_no_words() -> None:
    words = table_rows((1, 300, "Beslut", 90), (1, 500, "~|", 4))
    assert [piece.text for piece in pieces_of(words, 0.24)] == ["Beslut"]
    assert sureness(words) == 90
    assert sureness(()) == 0
