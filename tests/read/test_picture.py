"""A page as a picture."""

from pathlib import Path

import pytest
from tests.pdfs import text_page, write_pdf

from beslutssok.errors import UnreadableDocument
from beslutssok.read import render_page


def test_a_page_is_drawn(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", text_page("Planen antas."))
    assert render_page(path, 1).startswith(b"\x89PNG")


@pytest.mark.parametrize("page", [0, 2, -1])
def test_a_page_that_is_not_there(tmp_path: Path, page: int) -> None:
    path = write_pdf(tmp_path / "a.pdf", text_page("Planen antas."))
    with pytest.raises(UnreadableDocument, match="filen har 1 sidor"):
        render_page(path, page)


def test_a_file_that_is_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"not a PDF")
    with pytest.raises(UnreadableDocument, match="kan inte ritas"):
        render_page(path, 1)
