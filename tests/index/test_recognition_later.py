"""Files with pages that could not be read for want of a program are tried again once it is there.

A script stands in for Tesseract, so that this holds on machines with the program and without.
"""

from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.pdfs import scan, text_page, write_pdf

from beslutssok.domain import DocumentStatus, IngestedDocument
from beslutssok.index.store import Store
from beslutssok.parse.bundle import parse_meetings
from beslutssok.read import read_document

COLUMNS = "level page_num block_num par_num line_num word_num left top width height conf text"
WORDS = ("Inskannat", "förslag", "om", "badbryggan")
PLAN = text_page("Kommunstyrelsen beslutar att anta planen.", "Beslutet gäller från maj.")


def write_program(path: Path) -> None:
    """A program that knows Swedish and finds the same words on each page."""
    rows = ["\t".join(COLUMNS.split())]
    for at, word in enumerate(WORDS):
        rows.append(f"5\t1\t1\t1\t1\t{at + 1}\t{300 + 300 * at}\t500\t280\t40\t95\t{word}")
    table = "\n".join(rows)
    path.write_text(
        '#!/bin/sh\n[ "$1" = --list-langs ] && echo swe && exit\n'
        f"cat > /dev/null\ncat <<'END'\n{table}\nEND\n"
    )
    path.chmod(0o755)


class Machine:
    """A machine on which the program can be installed and taken away."""

    def __init__(self, tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._tools, self._monkeypatch = tools, monkeypatch
        self.without_program()

    def without_program(self) -> None:
        empty = self._tools / "empty"
        empty.mkdir(parents=True, exist_ok=True)
        self._monkeypatch.setenv("PATH", str(empty))

    def with_program(self) -> None:
        write_program(self._tools / "tesseract")
        self._monkeypatch.setenv("PATH", f"{self._tools}:/usr/bin:/bin")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path / "tools", monkeypatch)


def take(ingest: Ingest) -> IngestedDocument:
    (row,) = ingest(read=read_document, parse=parse_meetings).documents
    return row


def texts(store: Store) -> str:
    return " ".join(passage.text for passage in store.passages(store.rowids()))


def test_pages_that_were_not_read_are_read_once_the_program_is_there(
    machine: Machine, ingest: Ingest, folder: Path, store: Store
) -> None:
    write_pdf(folder / "a.pdf", PLAN, scan)
    first = take(ingest)
    assert first.status is DocumentStatus.NEW
    assert "apt-get install tesseract-ocr" in " ".join(first.unread_pages)
    assert take(ingest).reason == ""
    assert "badbryggan" not in texts(store)
    machine.with_program()
    second = take(ingest)
    assert (second.status, second.unread_pages) == (DocumentStatus.UNCHANGED, ())
    assert "badbryggan" in texts(store)
    assert take(ingest).reason == ""


def test_a_file_of_pictures_alone_is_read_once_the_program_is_there(
    machine: Machine, ingest: Ingest, folder: Path, store: Store
) -> None:
    write_pdf(folder / "a.pdf", scan)
    row = take(ingest)
    assert row.status is DocumentStatus.UNREADABLE
    assert "apt-get install tesseract-ocr" in row.remedy
    machine.with_program()
    assert take(ingest).status is DocumentStatus.NEW
    assert "badbryggan" in texts(store)
    assert all(passage.ocr for passage in store.passages(store.rowids()))
    assert store.unreadable() == []


def test_what_was_recognised_stays_when_the_program_is_gone(
    machine: Machine, ingest: Ingest, folder: Path, store: Store
) -> None:
    write_pdf(folder / "a.pdf", PLAN, scan)
    machine.with_program()
    take(ingest)
    machine.without_program()
    assert take(ingest).reason == ""
    assert "badbryggan" in texts(store)


def test_files_without_such_pages_are_not_read_again(
    machine: Machine, ingest: Ingest, folder: Path
) -> None:
    write_pdf(folder / "a.pdf", PLAN)
    take(ingest)
    machine.with_program()
    assert take(ingest).reason == ""
