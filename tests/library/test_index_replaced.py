"""An index that is taken away, or another put in its place, while it is open."""

import shutil
from pathlib import Path

import pytest
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.minutes_pdf import MINUTES, write_pdf

from beslutssok.errors import IndexDamaged, IndexMissing
from beslutssok.library import Index, open_index

OTHERS = MINUTES.replace("Nattbuss till Tallmoen", "Simhall i Björkviken")


def make_index(folder: Path, ingest: Path, text: str) -> Index:
    write_pdf(ingest / "Region Fjällbygden" / "protokoll.pdf", text)
    index = open_index(folder, embedder=FakeEmbedder())
    index.ingest([ingest])
    return index


def titles(index: Index) -> set[str]:
    return {hit.item_title for hit in index.search("nattbuss simhall")} - {""}


@pytest.fixture
def served(tmp_path: Path) -> Index:
    index = make_index(tmp_path / "index", tmp_path / "ingest", MINUTES)
    assert "Nattbuss till Tallmoen" in titles(index)
    return index


def test_an_index_that_is_taken_away_answers_no_more(served: Index) -> None:
    shutil.rmtree(served.folder)
    with pytest.raises(IndexMissing):
        served.search("nattbuss")
    with pytest.raises(IndexMissing):
        served.coverage()


def test_an_index_that_is_put_in_its_place_is_searched(served: Index, tmp_path: Path) -> None:
    shutil.rmtree(served.folder)
    make_index(served.folder, tmp_path / "ingest", OTHERS)
    assert titles(served) == {"Simhall i Björkviken", "Avgifter för parkering vid lasarettet"}


def test_a_damaged_index_that_is_built_anew_is_searched(served: Index, tmp_path: Path) -> None:
    (database,) = served.folder.glob("*.db")
    for leftover in served.folder.glob("*.db-*"):
        leftover.unlink()
    database.write_bytes(b"garbage" * 10_000)
    with pytest.raises(IndexDamaged, match=r"beslutssok\.db är skadat"):
        open_index(served.folder, embedder=FakeEmbedder()).coverage()
    other = open_index(served.folder, embedder=FakeEmbedder())
    other.rebuild()
    other.ingest([tmp_path / "ingest"])
    assert "Nattbuss till Tallmoen" in titles(served)
