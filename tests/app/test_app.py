"""The program that ``make run`` starts."""

import importlib.util
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from threading import Event
from types import ModuleType

import pytest

from beslutssok.app import cli
from beslutssok.app.page import Indexing
from beslutssok.app.page.indexing import Stage
from beslutssok.app.server import listen
from beslutssok.app.terminal import Tell
from beslutssok.domain import DocumentStatus, IngestedDocument, IngestReport
from beslutssok.errors import BeslutssokError, IndexBusy, IndexMismatch
from beslutssok.index import schema
from beslutssok.index.report import IngestProgress
from beslutssok.index.store import Store
from beslutssok.library import open_index
from beslutssok.settings import Settings

PROGRAM = Path(__file__).resolve().parents[2] / "app.py"


class StandInLibrary:
    """An index that reads one document, or fails, and notes what is asked of it."""

    def __init__(self, failure: BaseException | None = None) -> None:
        self.settings = Settings(port=0)
        self.failure = failure
        self.events: list[object] = []

    def ingest(self, paths: list[Path], progress: object) -> IngestReport:
        if self.failure:
            raise self.failure
        self.events.append([path.name for path in paths])
        return IngestReport((IngestedDocument("a.pdf", DocumentStatus.NEW, 3, 2, 9),), 1.0, 9)


def start(
    monkeypatch: pytest.MonkeyPatch, library: StandInLibrary, *arguments: str
) -> tuple[ModuleType, int]:
    spec = importlib.util.spec_from_file_location("program", PROGRAM)
    assert spec and spec.loader
    program = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(program)
    monkeypatch.setattr(sys, "argv", ["app.py", *arguments])
    monkeypatch.setattr("beslutssok.open", lambda folder: library)
    monkeypatch.setattr(
        program,
        "serve",
        lambda index, host, port, indexing: library.events.append((host, port)),
    )
    return program, program.main()


def test_reads_the_documents_and_then_serves(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = StandInLibrary()
    _, code = start(monkeypatch, library)
    assert code == 0
    assert library.events == [["ingest"], ("127.0.0.1", 0)]
    assert "a.pdf" in capsys.readouterr().out


class SlowLibrary(StandInLibrary):
    """An index that is not done reading until the page has been served."""

    def __init__(self) -> None:
        super().__init__()
        self.served = Event()

    def ingest(self, paths: list[Path], progress: Tell) -> IngestReport:
        progress(IngestProgress(1, 9, "a.pdf", 0, None, 2.0))
        assert self.served.wait(20)
        return super().ingest(paths, progress)


def test_the_page_is_up_while_documents_are_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = SlowLibrary()
    stages: list[Stage | None] = []

    def serve(index: SlowLibrary, host: str, port: int, indexing: Indexing) -> None:
        stages.append(indexing.stage)
        index.served.set()
        indexing.wait_ended()
        stages.append(indexing.stage)

    program, _ = start(monkeypatch, StandInLibrary())
    monkeypatch.setattr("beslutssok.open", lambda folder: library)
    monkeypatch.setattr(program, "serve", serve)
    assert program.main() == 0
    assert stages == [Stage(1, 9), None]
    assert "a.pdf" in capsys.readouterr().out


class OutdatedLibrary(StandInLibrary):
    """An index of another version than the program, until it is built anew."""

    def __init__(self, found: str) -> None:
        super().__init__(IndexMismatch("Format", "version 2", found, "Bygg om indexet."))

    def rebuild(self) -> None:
        self.events.append("rebuilt")
        self.failure = None


def test_an_index_of_an_older_version_is_built_anew(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = OutdatedLibrary("version 1")
    _, code = start(monkeypatch, library)
    assert code == 0
    assert library.events == ["rebuilt", ["ingest"], ("127.0.0.1", 0)]
    told = capsys.readouterr()
    assert "Indexet är från en äldre version och byggs om" in told.err
    assert "a.pdf" in told.out


def test_a_real_index_of_an_older_version_is_known_as_one_and_refused_by_hand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    Store.create(tmp_path / "index").close()
    with closing(sqlite3.connect(tmp_path / "index" / "beslutssok.db")) as connection:
        connection.execute("PRAGMA user_version = 1")
    program, _ = start(monkeypatch, StandInLibrary())
    monkeypatch.setattr(schema, "MIGRATIONS", {})
    with pytest.raises(IndexMismatch) as caught:
        open_index(tmp_path / "index").coverage()
    assert program.is_outdated(caught.value)
    capsys.readouterr()
    code = cli.main(["--index", str(tmp_path / "index"), "ingest", str(tmp_path)])
    assert code == 1
    assert "beslutssok ingest --rebuild" in capsys.readouterr().err


@pytest.mark.parametrize(
    "failure",
    [
        IndexMismatch("Format", "version 2", "version 3", "Uppgradera beslutssök."),
        IndexMismatch("Modell", "modell 2", "modell 1", "Byt tillbaka modellen."),
    ],
)
def test_an_index_of_a_newer_version_or_another_model_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    failure: BeslutssokError,
) -> None:
    library = StandInLibrary(failure)
    _, code = start(monkeypatch, library)
    assert code == 1
    assert library.events == []
    assert failure.remedy in capsys.readouterr().err


def test_a_taken_port_is_told_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = StandInLibrary()
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        _, code = start(monkeypatch, library, "--port", str(port))
    assert code == 1
    assert library.events == []
    assert f"Port {port}" in capsys.readouterr().err


def test_an_error_is_told_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = StandInLibrary(
        IndexBusy("Någon annan skriver i indexet.", "Vänta tills den är klar.")
    )
    _, code = start(monkeypatch, library)
    assert code == 1
    assert capsys.readouterr().err == "Någon annan skriver i indexet.\nVänta tills den är klar.\n"


def test_interrupting_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, code = start(monkeypatch, StandInLibrary(KeyboardInterrupt()))
    assert code == 0
    assert "finns kvar" in capsys.readouterr().err
