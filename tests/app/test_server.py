import re
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import pytest
from fastapi.testclient import TestClient
from tests.fakes.stand_in_index import DECISION, MINIMAL_PDF, StandInIndex, write_documents

from beslutssok.app.access import hash_password
from beslutssok.app.files import find_document
from beslutssok.app.server import (
    create_app,
    known_hosts,
    listen,
    page_address,
    serve,
    warnings_of,
)
from beslutssok.errors import SettingsError
from beslutssok.settings import Settings

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
    for other in ("elsewhere.example", "127.0.0.1.elsewhere.example", "127.0.0.1:a", "[127.0.0.1"):
        refused = client.get("/", headers={"host": other})
        assert (refused.status_code, set(refused.json())) == (400, {"error"}), other


def test_the_newer_address_of_the_machine_is_as_guarded() -> None:
    client = TestClient(create_app(StandInIndex(), hosts=known_hosts("::1")))
    assert client.get("/", headers={"host": "[::1]:7860"}).status_code == 200
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


# -- pages as pictures


PAGE = ADDRESS + "/sida/1.png"


def test_a_page_is_sent_as_a_picture_that_can_do_nothing(client: TestClient) -> None:
    response = client.get(PAGE)
    assert response.status_code == 200
    assert response.content.startswith(b"\x89PNG")
    assert response.headers["content-type"] == "image/png"
    assert response.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["x-page-width"] == "595.00"
    assert response.headers["cache-control"] == "private, no-cache"
    known = client.get(PAGE, params={"sha256": "0" * 64, "skala": 0.5})
    assert "immutable" in known.headers["cache-control"]
    assert len(known.content) < len(response.content)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        (ADDRESS + "/sida/999.png", 404),
        (ADDRESS + "/sida/0.png", 404),
        (ADDRESS + "/sida/-1.png", 404),
        (ADDRESS + "/sida/x.png", 400),
        (PAGE + "?skala=99", 400),
        (PAGE + "?skala=nan", 400),
        (PAGE + "?sha256=%2e%2e", 400),
        ("/handlingar/unknown.pdf/sida/1.png", 404),
        ("/handlingar/..%2Fsecret.pdf/sida/1.png", 404),
        ("/handlingar/%2Fetc%2Fpasswd/sida/1.png", 404),
    ],
)
def test_a_picture_that_cannot_be_had_is_said(
    client: TestClient, index: StandInIndex, address: str, code: int
) -> None:
    response = client.get(address)
    assert response.status_code == code
    assert response.json()["error"]["message"]
    assert str(index.folder) not in response.text


# -- for programs


def test_the_api_is_beside_the_page(client: TestClient) -> None:
    assert client.get("/api", follow_redirects=False).headers["location"] == "/api/"
    assert "API för program" in client.get("/api/").text
    assert client.get("/api/openapi.json").json()["info"]["title"] == "Beslutssök"
    hits = client.get("/api/search", params={"q": "nattbuss"}).json()
    assert hits[0]["id"] == DECISION.id
    missing = client.get("/api/nothing")
    assert (missing.status_code, set(missing.json())) == (404, {"error"})
    assert missing.headers["x-content-type-options"] == "nosniff"


def test_a_crash_tells_nothing_of_the_machine(index: StandInIndex) -> None:
    client = TestClient(create_app(index), raise_server_exceptions=False)
    response = client.get("/api/search", params={"q": "krasch"})
    assert response.status_code == 500
    assert "secret" not in response.text


def test_another_site_can_neither_send_nor_be_answered() -> None:
    app = create_app(StandInIndex(), hosts=["127.0.0.1"])
    client = TestClient(app, base_url="http://127.0.0.1:7860")
    foreign = {"origin": "http://elsewhere.example"}
    assert client.post("/api/search", json={"q": "a"}, headers=foreign).status_code == 403
    assert client.post("/api/search", json={"q": "a"}).status_code == 200
    answer = client.get("/api/search?q=a", headers=foreign)
    assert "access-control-allow-origin" not in answer.headers


def test_who_must_sign_in_must_for_everything(tmp_path: Path) -> None:
    path = tmp_path / "users.txt"
    path.write_text(hash_password("anna", "häst batteri") + "\n", encoding="utf-8")
    index = StandInIndex()
    write_documents(index, tmp_path / "ingest")
    client = TestClient(create_app(index, settings=Settings(users=path)))
    for address in ("/", ADDRESS, PAGE, "/api/search?q=a", "/api/", "/gradio_api/info", "/config"):
        assert client.get(address).status_code == 401, address
        assert client.get(address, auth=("anna", "fel lösenord")).status_code == 401
        assert client.get(address, auth=("anna", "häst batteri")).status_code == 200, address


def test_without_asking_for_it_there_is_no_mcp_and_nothing_is_added(client: TestClient) -> None:
    assert client.post("/mcp", json={}).status_code in {404, 405}
    sent = client.post("/api/documents", files={"file": ("a.pdf", MINIMAL_PDF)})
    assert sent.status_code == 405


def test_assistants_are_served_where_that_is_turned_on() -> None:
    with TestClient(create_app(StandInIndex(), settings=Settings(mcp=True))) as client:
        asked = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
        accepts = {"accept": "application/json, text/event-stream"}
        response = client.post("/mcp", json=asked, headers=accepts)
        assert response.status_code == 200
        assert client.get("/mcp", headers=accepts).status_code == 405
        assert response.json()["result"] == {}


@pytest.mark.parametrize(
    ("host", "users", "words"),
    [
        ("127.0.0.1", None, None),
        ("localhost", None, None),
        ("::1", None, None),
        ("0.0.0.0", None, "utan inloggning"),
        ("192.0.2.1", None, "utan inloggning"),
        ("0.0.0.0", Path("users.txt"), "okrypterade"),
    ],
)
def test_opening_to_others_is_warned_of(host: str, users: Path | None, words: str | None) -> None:
    said = warnings_of(host, Settings(users=users, hosts=("sok.example",)))
    assert [words in text for text in said if words] == ([True] if words else [])
    assert bool(said) is bool(words)


def test_a_server_that_any_name_leads_to_is_warned_of() -> None:
    (*_, said) = warnings_of("0.0.0.0", Settings())
    assert "BESLUTSSOK_HOSTS" in said


def test_slow_questions_do_not_hold_up_others(index: StandInIndex) -> None:
    """Each question takes half a second in the index; ten of them at once take little more."""
    with TestClient(create_app(index)) as client, ThreadPoolExecutor(10) as pool:
        started = time.perf_counter()
        asked = [pool.submit(client.get, "/api/search?q=l%C3%A5ngsamt") for _ in range(10)]
        assert {each.result().status_code for each in asked} == {200}
        assert time.perf_counter() - started < 3
