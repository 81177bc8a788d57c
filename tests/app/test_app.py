"""The program that ``make run`` starts."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from beslutssok.app.server import listen
from beslutssok.domain import DocumentStatus, IngestedDocument, IngestReport
from beslutssok.errors import IndexBusy
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
        program, "serve", lambda index, host, port: library.events.append((host, port))
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
