"""The examples of docs/api.md and docs/mcp.md, run against a server that listens."""

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes.curl import run_curl
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.live_server import serving
from tests.fakes.minutes_pdf import write_pdf, write_region

from beslutssok.app.arguments import parse_arguments
from beslutssok.app.server import create_app
from beslutssok.library import open_index
from beslutssok.settings import Settings, read_settings

DOCS = Path(__file__).resolve().parents[2] / "docs"


def blocks(name: str, language: str) -> list[str]:
    text = (DOCS / name).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


LETTER = """\
Region Fjällbygden
Tjänsteskrivelse

# Nattbuss till Älvnäs
En nattbuss på linje 41 föreslås. Resenärerna på natten är många.
"""
CURL = [line for block in blocks("api.md", "sh") for line in block.splitlines()]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("docs")
    index = open_index(folder / "index", embedder=FakeEmbedder())
    index.ingest([write_region(folder / "ingest")])
    with serving(create_app(index, settings=Settings(mcp=True))) as address:
        yield address


@pytest.mark.parametrize("line", CURL)
def test_every_curl_line_gets_an_answer(line: str, base: str, tmp_path: Path) -> None:
    write_pdf(tmp_path / "skrivelse.pdf", LETTER)
    response = run_curl(line, base, tmp_path)
    assert response.status_code == 200, response.text
    if response.headers["content-type"] == "application/json":
        assert response.json()
    else:
        assert response.content


def test_there_are_examples_of_what_there_is(base: str) -> None:
    shown = {match[1] for line in CURL if (match := re.search(r"/api/(\w+)", line))}
    assert {"search", "ask", "case", "show", "similar", "page", "document"} <= shown


def run_python(code: str, base: str) -> str:
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        exec(compile(code.replace("http://127.0.0.1:7860", base), "example", "exec"), {})
    return written.getvalue()


def test_the_example_in_python_cites(base: str) -> None:
    (code,) = blocks("api.md", "python")
    said = run_python(code, base)
    assert "1 juli 2025" in said
    assert "Regionstyrelsen 2024-12-10 § 208, Beslut p. 1" in said


def test_the_example_of_an_assistant_cites(base: str) -> None:
    (code,) = blocks("mcp.md", "python")
    said = run_python(code, base)
    assert "Regionstyrelsen 2024-12-10 § 208" in said


@pytest.mark.parametrize("name", ["api.md", "mcp.md"])
def test_every_command_can_be_written(name: str) -> None:
    text = (DOCS / name).read_text("utf-8")
    commands = re.findall(r"^beslutssok (.+?)(?: >> .*)?$", text, re.MULTILINE)
    assert commands
    for command in commands:
        parse_arguments(command.split())


def test_every_setting_is_one() -> None:
    text = (DOCS / "api.md").read_text("utf-8")
    written = dict(re.findall(r"`(BESLUTSSOK_\w+)=([^`]+)`", text))
    assert len(written) >= 5
    settings = read_settings(written)
    default = Settings()
    for name in written:
        field = name.removeprefix("BESLUTSSOK_").lower()
        assert getattr(settings, field) != getattr(default, field), name
