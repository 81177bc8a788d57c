"""A file from a stranger is read in a process apart, and takes only itself."""

import time
from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.hostile_pdf import ENDLESS_TEXT, WORDS, write_pages
from tests.fakes.minutes_pdf import MINUTES, write_pdf

from beslutssok.domain import DocumentStatus, Meeting, SourceDocument
from beslutssok.errors import UnreadableDocument
from beslutssok.index.apart import (
    TOO_HARD,
    TOO_TANGLED,
    parse_meetings_apart,
    read_document_apart,
)
from beslutssok.parse.bundle import parse_meetings
from beslutssok.read import read_document

PATIENCE = 8.0


def test_it_reads_what_is_read_at_home(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "protokoll.pdf", MINUTES)
    assert read_document_apart(path) == read_document(path)


def test_a_file_is_found_from_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        write_pages(tmp_path / name / "fil.pdf", WORDS)
        monkeypatch.chdir(tmp_path / name)
        assert read_document_apart(Path("fil.pdf")) == read_document(Path("fil.pdf"))


def test_it_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "fel.pdf"
    path.write_text("inte en PDF", encoding="utf-8")
    with pytest.raises(UnreadableDocument, match=r"fel\.pdf: filen är ingen PDF\.") as caught:
        read_document_apart(path)
    assert caught.value.remedy


def test_a_page_without_end_is_passed_over_and_named(tmp_path: Path) -> None:
    path = write_pages(tmp_path / "bomb.pdf", WORDS, ENDLESS_TEXT, WORDS)
    document = read_document_apart(path, page_seconds=PATIENCE)
    assert [len(page.lines) + len(page.furniture) for page in document.pages] == [1, 0, 1]
    (problem,) = document.problems
    assert problem.page == 2
    assert "för lång tid" in problem.reason and problem.remedy


def test_a_file_without_end_is_named_and_the_rest_goes_in(folder: Path, ingest: Ingest) -> None:
    write_pages(folder / "bomb.pdf", *[ENDLESS_TEXT] * 3)
    write_pdf(folder / "protokoll.pdf", MINUTES)
    started = time.perf_counter()
    report = ingest(
        read=lambda path: read_document_apart(path, seconds=PATIENCE), parse=parse_meetings
    )
    assert time.perf_counter() - started < 10 * PATIENCE
    bomb, minutes = report.documents
    assert (bomb.path, bomb.status, bomb.reason) == (
        "bomb.pdf",
        DocumentStatus.UNREADABLE,
        TOO_HARD,
    )
    assert bomb.remedy
    assert (minutes.status, minutes.items) == (DocumentStatus.NEW, 2)


def test_it_parses_as_is_parsed_at_home(tmp_path: Path) -> None:
    source = read_document(write_pdf(tmp_path / "protokoll.pdf", MINUTES))
    name = Path("älvsele/protokoll.pdf")
    assert parse_meetings_apart(source, name, "Älvsele kommun") == parse_meetings(
        source, name, "Älvsele kommun"
    )


def test_a_file_that_takes_too_long_to_parse_is_named_and_the_rest_goes_in(
    folder: Path, ingest: Ingest
) -> None:
    write_pdf(folder / "a-lång.pdf", MINUTES)
    write_pdf(folder / "b-protokoll.pdf", MINUTES + "\n" + MINUTES.replace("2024", "2025"))

    def parse(source: SourceDocument, path: Path, huvudman: str) -> tuple[Meeting, ...]:
        seconds = 0.0001 if path.stem == "a-lång" else PATIENCE
        return parse_meetings_apart(source, path, huvudman, seconds)

    long, minutes = ingest(read=read_document, parse=parse).documents
    assert (long.status, long.reason) == (DocumentStatus.UNREADABLE, TOO_TANGLED)
    assert long.remedy
    assert minutes.status is DocumentStatus.NEW
