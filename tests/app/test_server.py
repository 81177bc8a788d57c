import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from fastapi.testclient import TestClient
from tests.fakes.stand_in_index import DECISION, MINIMAL_PDF, StandInIndex, write_documents

from beslutssok.app.server import create_app, find_document, listen, page_address, serve
from beslutssok.errors import SettingsError

ADDRESS = "/handlingar/Region%20Fj%C3%A4llbygden/protokoll%202024-12-10.pdf"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> StandInIndex:
    folder = tmp_path_factory.mktemp("ingest")
    index = StandInIndex()
    write_documents(index, folder)
    (folder.parent / "secret.pdf").write_bytes(MINIMAL_PDF)
    (folder / "unknown.pdf").write_bytes(MINIMAL_PDF)
    return index


@pytest.fixture(scope="module")
def client(index: StandInIndex) -> Iterator[TestClient]:
    with TestClient(create_app(index)) as client:
        yield client


def test_the_page_is_dressed_and_guarded(client: TestClient) -> None:
    response = client.get("/", headers={"accept-encoding": "br, gzip"})
    assert response.status_code == 200
    assert re.search(r'<html\s+lang="sv"', response.text)
    assert "<title>Beslutssök</title>" in response.text
    assert not re.search(r"<meta[^>]+(?:og:|twitter:)", response.text)
    policy = response.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["content-length"] == str(len(response.content))


def test_the_page_answers_head_without_a_body(client: TestClient) -> None:
    response = client.head("/")
    assert response.status_code in {200, 405}
    assert response.content == b""


def test_a_document_is_shown_in_the_browser(client: TestClient) -> None:
    response = client.get(ADDRESS)
    assert response.status_code == 200
    assert response.content == MINIMAL_PDF
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["content-disposition"].startswith("inline;")
    assert client.head(ADDRESS).headers["content-length"] == str(len(MINIMAL_PDF))
    assert client.get(ADDRESS, headers={"range": "bytes=0-4"}).content == b"%PDF-"


@pytest.mark.parametrize(
    "path",
    [
        "unknown.pdf",
        "..%2Fsecret.pdf",
        "%2e%2e/secret.pdf",
        "..%5Csecret.pdf",
        "Region%20Fj%C3%A4llbygden/%2e%2e/%2e%2e/secret.pdf",
        "%2Fetc%2Fpasswd",
        "/etc/passwd",
        "a%00.pdf",
        "",
        "Region%20Fj%C3%A4llbygden",
        "Region%20Fj%C3%A4llbygden/",
    ],
)
def test_only_documents_of_the_index_are_sent(client: TestClient, path: str) -> None:
    response = client.get(f"/handlingar/{path}")
    assert response.status_code == 404
    assert b"%PDF-" not in response.content
    assert "Handlingen finns inte" in response.text


def test_an_index_that_would_give_too_much_is_not_believed(
    index: StandInIndex, tmp_path: Path
) -> None:
    class Trusting(StandInIndex):
        def document_path(self, file: str, sha256: str | None = None) -> Path:
            return tmp_path / file

    (tmp_path.parent / "secret.pdf").write_bytes(MINIMAL_PDF)
    (tmp_path / "notes.txt").write_text("not a PDF")
    (tmp_path / "folder").mkdir()
    trusting = Trusting()
    for file in ("../secret.pdf", "a/../../secret.pdf", "/etc/passwd", "notes.txt", "folder", "x"):
        assert find_document(trusting, file) is None
    assert find_document(index, DECISION.file) is not None


def test_a_document_that_has_vanished_is_missing(tmp_path: Path) -> None:
    index = StandInIndex(folder=tmp_path)
    assert find_document(index, DECISION.file) is None


def test_uploads_and_documentation_of_the_inner_api_are_closed(client: TestClient) -> None:
    assert client.post("/gradio_api/upload", files={"files": b"x"}).status_code == 404
    assert client.post("/gradio_api/upload/", files={"files": b"x"}).status_code == 404
    assert client.get("/docs").status_code == 404
    assert client.get("/openapi.json").status_code == 404


def test_files_of_the_machine_are_not_served(client: TestClient) -> None:
    for path in ("/etc/passwd", str(Path(__file__).resolve())):
        assert client.get(f"/gradio_api/file={path}").status_code in {403, 404}


def test_no_functions_are_told_of_to_programs(client: TestClient) -> None:
    told = client.get("/gradio_api/info").json()
    assert told["named_endpoints"] == {}
    assert told["unnamed_endpoints"] == {}


def test_a_taken_port_is_said_with_a_remedy() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"Port {port}") as caught:
            listen("127.0.0.1", port)
    assert f"BESLUTSSOK_PORT={port + 1}" in caught.value.remedy


def test_an_address_that_is_none_is_said() -> None:
    with pytest.raises(SettingsError, match="går inte att lyssna på"):
        listen("inte.en.dator.invalid", 0)


def test_the_address_told_is_one_to_open() -> None:
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        assert page_address(listener, "127.0.0.1") == f"http://127.0.0.1:{port}"
        assert page_address(listener, "0.0.0.0") == f"http://127.0.0.1:{port}"
        assert page_address(listener, "::1") == f"http://[::1]:{port}"


def test_serving_says_where_the_page_is_and_then_finds_examples(index: StandInIndex) -> None:
    said: list[str] = []
    here = threading.Event()

    def announce(text: str) -> None:
        said.append(text)
        here.set()

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    asked_before = len(index.asked)
    threading.Thread(
        target=serve, args=(index, "127.0.0.1", port), kwargs={"announce": announce}, daemon=True
    ).start()
    assert here.wait(60)
    assert said == [f"Sidan finns på http://127.0.0.1:{port}"]
    with urlopen(f"http://127.0.0.1:{port}/", timeout=30) as response:
        assert response.status == 200
    for _ in range(100):
        if len(index.asked) > asked_before:
            break
        time.sleep(0.05)
    assert index.warm
    assert len(index.asked) > asked_before


def test_only_its_own_name_is_answered() -> None:
    client = TestClient(create_app(StandInIndex(), hosts=["127.0.0.1"]))
    assert client.get("/", headers={"host": "127.0.0.1:7860"}).status_code == 200
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400
