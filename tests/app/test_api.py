"""The API says what the command says, refuses what makes no sense, and keeps within limits."""

import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient
from pypdf import PdfWriter
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.minutes_pdf import AGENDA, MINUTES, write_pdf, write_region

from beslutssok.app import cli
from beslutssok.app.api import Limits, RequestLimits, build_api
from beslutssok.app.api.limits import Rate
from beslutssok.library import Index, open_index

PROTOCOL = "Region Fjällbygden/protokoll.pdf"
ITEM = "Regionstyrelsen 2024-12-10 § 208"
JSON_TYPE = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("api")
    made = open_index(folder / "index", embedder=FakeEmbedder())
    write_region(folder / "ingest")
    (folder / "ingest" / "fel.pdf").write_text("inte en PDF", encoding="utf-8")
    (folder / "ingest" / "hemlig.pdf").with_suffix(".txt").write_text("%PDF- hemligt")
    made.ingest([folder / "ingest"])
    return made


@pytest.fixture(scope="module")
def client(index: Index) -> Iterator[TestClient]:
    with TestClient(build_api(index), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def said(index: Index, capsys: pytest.CaptureFixture[str], without_model: None) -> Any:
    """What the command says with ``--json``."""

    def run(*arguments: str) -> Any:
        cli.main(["--index", str(index.folder), "--json", *arguments])
        return json.loads(capsys.readouterr().out)

    return run


def message(response: Any) -> str:
    error = response.json()["error"]
    assert set(error) == {"message", "remedy"}
    return str(error["message"])


# -- the same JSON as the command


@pytest.mark.parametrize(
    ("address", "parameters", "command"),
    [
        ("/search", {"q": "nattbuss"}, ["search", "nattbuss"]),
        (
            "/search",
            {"q": "nattbuss", "section": "beslut", "from": "2024-12", "limit": 3},
            ["search", "nattbuss", "--section", "beslut", "--from", "2024-12", "--limit", "3"],
        ),
        (
            "/search",
            {"q": "nattbuss", "organ": "RS", "kind": "kallelse", "case": "RS 762/2024"},
            ["search", "nattbuss", "--organ", "RS", "--kind", "kallelse", "--case", "RS/762/2024"],
        ),
        (
            "/ask",
            {"q": "Vad beslutades om nattbussen till Tallmoen?"},
            ["ask", "Vad beslutades om nattbussen till Tallmoen?"],
        ),
        ("/ask", {"q": "Vem vann vasaloppet 1922?"}, ["ask", "Vem vann vasaloppet 1922?"]),
        ("/case", {"dnr": "RS 762/2024"}, ["case", "RS/762/2024"]),
        ("/similar", {"text": "buss på natten"}, ["similar", "buss på natten"]),
        ("/show", {"citation": ITEM}, ["show", ITEM]),
        ("/precedents", {"text": "buss på natten"}, ["precedents", "buss på natten"]),
        ("/actions", {"who": "S", "from": "2024"}, ["actions", "S", "--from", "2024"]),
        ("/actions", {"kind": "protokollsutdrag"}, ["actions", "--kind", "protokollsutdrag"]),
        ("/overview", {"organ": "RS"}, ["overview", "--organ", "RS"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_it_says_what_the_command_says(
    client: TestClient, said: Any, address: str, parameters: dict[str, Any], command: list[str]
) -> None:
    response = client.get(address, params=parameters)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.json() == said(*command)
    assert response.json()


@pytest.mark.parametrize("address", ["/search", "/ask"])
def test_a_question_can_be_posted(client: TestClient, address: str) -> None:
    asked = {"q": "Vad beslutades om nattbussen?", "organ": "RS", "from": "2024"}
    posted = client.post(address, json=asked)
    assert posted.status_code == 200
    assert posted.json() == client.get(address, params=asked).json()


def test_a_long_text_can_be_posted(client: TestClient) -> None:
    hits = client.post("/similar", json={"text": "En nattbuss till Tallmoen. " * 2_000}).json()
    assert hits[0]["case_number"] == "RS/762/2024"


def test_a_reading_can_be_taken_away(client: TestClient) -> None:
    read = client.get("/understand", params={"q": "nattbuss i regionstyrelsen"}).json()
    (key,) = [part["key"] for part in read["interpretations"]]
    left = {"q": "nattbuss i regionstyrelsen", "without": [key, "organ:tomtenämnden"]}
    read = client.get("/understand", params=left).json()
    assert read["interpretations"] == []
    assert read["notes"] == ["«organ:tomtenämnden» är ingen tolkning av frågan."]


def test_what_was_let_go_is_told_in_a_header(client: TestClient) -> None:
    response = client.get("/search", params={"q": "nattbuss i april 1999"})
    assert response.json()
    assert unquote(response.headers["x-notes"]) == "Inget fanns för ”April 1999”; sökte utan."
    response = client.get("/search", params={"q": "nattbuss", "organ": "Tomtenämnden"})
    assert response.json() == []
    assert "«Tomtenämnden» finns inte" in unquote(response.headers["x-notes"])
    assert "x-notes" not in client.get("/search", params={"q": "nattbuss"}).headers


def test_the_contents_are_told_without_where_they_lie(client: TestClient, index: Index) -> None:
    assert client.get("/health").json() == {"ok": True, "documents": 2}
    status = client.get("/status")
    assert status.json()["index"] == "index"
    assert status.json()["coverage"]["documents"] == 2
    documents = client.get("/documents").json()
    assert documents == status.json()["documents"]
    unread = [each for each in documents if each["reason"]]
    assert [each["path"] for each in unread] == ["fel.pdf"]
    assert str(index.folder.parent) not in status.text


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_a_table_is_exported(client: TestClient, index: Index, tmp_path: Path, form: str) -> None:
    response = client.get("/export", params={"table": "items", "format": form, "to": "2024"})
    assert response.status_code == 200
    assert response.headers["content-disposition"] == f'attachment; filename="items.{form}"'
    (written,) = index.export(tmp_path / "out", ["items"], form, date_to=date(2024, 12, 31))
    assert written.path is not None
    assert response.content == written.path.read_bytes()
    assert response.headers["content-length"] == str(len(response.content))


# -- files


def test_a_document_is_sent(client: TestClient, index: Index) -> None:
    (hit, *_) = client.get("/search", params={"q": "nattbuss", "to": "2024"}).json()
    response = client.get(f"/document/{hit['file']}", params={"sha256": hit["sha256"]})
    assert response.headers["content-type"] == "application/pdf"
    assert response.content == index.document_path(PROTOCOL).read_bytes()
    assert client.get(f"/document/{hit['file']}", params={"sha256": "0" * 64}).status_code == 404


def test_a_page_is_sent_as_a_picture(client: TestClient) -> None:
    (hit, *_) = client.get("/search", params={"q": "nattbuss"}).json()
    wanted = {"page": hit["page"], "sha256": hit["sha256"]}
    response = client.get(f"/page/{hit['file']}", params=wanted)
    assert response.headers["content-type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")
    assert float(response.headers["x-page-width"]) == pytest.approx(595, abs=1)
    assert "immutable" in response.headers["cache-control"]
    small = client.get(f"/page/{hit['file']}", params=wanted | {"scale": 0.5})
    assert len(small.content) < len(response.content)


@pytest.mark.parametrize(
    ("file", "page", "status", "words"),
    [
        (PROTOCOL, 99, 404, "protokoll.pdf, sida 99: filen har 1 sidor."),
        (PROTOCOL, 0, 400, "page är för litet"),
        ("borta.pdf", 1, 404, "Det finns ingen handling borta.pdf"),
        ("hemlig.txt", 1, 404, "Det finns ingen handling"),
        ("a/..%2f..%2fhemlig.txt", 1, 404, ""),
        ("%2Fetc%2Fpasswd", 1, 404, ""),
        ("a%00.pdf", 1, 404, ""),
        ("a%5Cb.pdf", 1, 404, ""),
    ],
)
def test_only_pages_of_the_index_are_drawn(
    client: TestClient, file: str, page: int, status: int, words: str
) -> None:
    response = client.get(f"/page/{file}?page={page}")
    assert response.status_code == status
    assert words in message(response)
    assert client.get(f"/document/{file}").status_code == (404 if file != PROTOCOL else 200)


def test_a_file_that_vanished_or_changed_is_said(tmp_path: Path) -> None:
    made = open_index(tmp_path / "index", embedder=FakeEmbedder())
    path = write_pdf(tmp_path / "ingest" / "protokoll.pdf", MINUTES)
    made.ingest([tmp_path / "ingest"])
    client = TestClient(build_api(made))
    sha256 = made.search("nattbuss")[0].sha256
    write_pdf(path, AGENDA)
    response = client.get(f"/page/protokoll.pdf?page=1&sha256={sha256}")
    assert response.status_code == 404
    assert message(response) == "protokoll.pdf: filen har ändrats sedan den lästes in."
    assert client.get("/page/protokoll.pdf?page=1").status_code == 200
    path.unlink()
    response = client.get("/page/protokoll.pdf?page=1")
    assert response.status_code == 404
    assert "finns inte kvar" in message(response)
    assert str(tmp_path) not in response.text


# -- errors


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/search", "q saknas."),
        ("/search?q=", "q är tom."),
        ("/search?q=%20", "q har inte rätt form."),
        (f"/search?q={'a' * 1001}", "q är för lång: högst 1000 tecken."),
        ("/search?q=a&organn=KS", "organn finns inte."),
        ("/search?q=a&from=ig%C3%A5r", "from: «igår» är inget datum"),
        ("/search?q=a&from=2025&to=2024", "perioden slutar innan den börjar"),
        ("/search?q=a&organ=", "organ: är tom."),
        ("/search?q=a&organ=KS&organ=KF", "organ är angiven flera gånger."),
        ("/ask?q=a&q=b", "q är angiven flera gånger."),
        ("/case?dnr=RS/1/2024&huvudman=a&huvudman=a", "huvudman är angiven flera gånger."),
        ("/export?table=items&party=S&party=M", "party är angiven flera gånger."),
        ("/page/a.pdf?page=1&page=2", "page är angiven flera gånger."),
        ("/search?q=a&kind=roman", "kind: «roman» finns inte: välj bland protokoll"),
        ("/search?q=a&section=dikt", "section: «dikt» finns inte"),
        ("/search?q=a&limit=101", "limit är för stort: högst 100."),
        ("/similar?text=a&organ=KS", "organ finns inte."),
        ("/export?table=secrets", "table har inte rätt form."),
        ("/search?q=a&limit=0", "limit är för litet"),
        ("/search?q=a&limit=fem", "limit är inget heltal."),
        (f"/search?q=a&organ={'a' * 301}", "organ: är längre än 300 tecken."),
        (f"/search?q=a{'&without=a' * 21}", "without är för många"),
        ("/page/a.pdf?page=1&scale=nan", "scale har ett värde"),
        ("/page/a.pdf?page=1&scale=100", "scale är för stort"),
        ("/page/a.pdf?page=1&sha256=x", "sha256 har inte rätt form."),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    client: TestClient, address: str, words: str
) -> None:
    response = client.get(address)
    assert response.status_code == 400
    assert words in message(response)
    assert response.json()["error"]["remedy"]


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    for address in ("/case?dnr=RS/1/1900", "/show?citation=Ingen+2024-01-01+§+1", "/nothing"):
        response = client.get(address)
        assert (response.status_code, response.json()["error"]["remedy"] > "") == (404, True)
    assert client.delete("/search").status_code == 405
    broken = client.post("/search", content="{", headers={"content-type": "application/json"})
    assert (broken.status_code, message(broken)) == (400, "Innehållet är inte giltig JSON.")
    assert client.post("/search", content="{").status_code == 400
    assert client.post("/search", json=["a"]).status_code == 400


def test_without_an_index_it_says_so_and_when_to_ask_again(tmp_path: Path) -> None:
    client = TestClient(build_api(open_index(tmp_path / "none", embedder=FakeEmbedder())))
    response = client.get("/search?q=a")
    assert response.status_code == 503
    assert message(response) == "Det finns inget index än."
    assert "beslutssok ingest" in response.json()["error"]["remedy"]
    assert int(response.headers["retry-after"]) > 0
    assert str(tmp_path) not in response.text


def test_what_nobody_foresaw_tells_nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("/home/secret")

    monkeypatch.setattr(Index, "search", crash)
    client = TestClient(build_api(open_index("x")), raise_server_exceptions=False)
    response = client.get("/search?q=a")
    assert (response.status_code, message(response)) == (500, "Något gick fel.")
    assert "secret" not in response.text


# -- limits


def test_an_address_may_ask_only_so_often(index: Index) -> None:
    app = RequestLimits(build_api(index), Limits(rate=3), rated=("/",))
    client = TestClient(app)
    codes = [client.get("/health").status_code for _ in range(5)]
    assert codes == [200, 200, 200, 429, 429]
    refused = client.get("/health")
    assert 0 < int(refused.headers["retry-after"]) <= 21
    assert "För många" in message(refused)
    other = TestClient(app, client=("192.0.2.1", 5000))
    assert other.get("/health").status_code == 200
    unlimited = TestClient(RequestLimits(build_api(index), Limits(rate=0), rated=("/",)))
    assert {unlimited.get("/health").status_code for _ in range(30)} == {200}


def test_requests_come_back_with_time() -> None:
    now = [0.0]
    rate = Rate(60, clock=lambda: now[0])
    assert [rate.take("a") for _ in range(60)] == [0] * 60
    assert rate.take("a") == 2
    now[0] = 1.5
    assert (rate.look("a"), rate.take("a"), rate.take("a")) == (0, 0, 1)
    now[0] = 1000
    assert [rate.take("a") for _ in range(61)].count(0) == 60


def test_addresses_of_one_network_share_and_are_forgotten() -> None:
    rate = Rate(1)
    assert rate.take("2001:db8::1") == 0
    assert rate.take("2001:db8::ffff") > 0
    assert rate.take("2001:db8:0:1::1") == 0
    for number in range(20_000):
        rate.take(f"10.0.{number // 250}.{number % 250}")
    assert len(rate._left) <= 10_000


def test_a_body_that_is_too_large_is_refused(index: Index) -> None:
    client = TestClient(RequestLimits(build_api(index), Limits(), rated=("/",)))
    response = client.post("/search", content=b"x" * 1_000_001)
    assert response.status_code == 413
    assert message(response) == "Det som skickades är för stort."

    def drops() -> Iterator[bytes]:
        for _ in range(30):
            yield b"x" * 100_000

    assert client.post("/search", content=drops()).status_code == 413
    headers = {"content-length": "-1"}
    assert client.post("/search", content=b"{}", headers=headers).status_code == 413


# -- the description


def test_the_description_is_whole(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    assert schema["openapi"].startswith("3.")
    assert schema["servers"] == [{"url": "/api"}]
    wanted = {"/search", "/ask", "/case", "/similar", "/show", "/documents", "/status"}
    assert wanted <= set(schema["paths"])
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            assert operation["summary"].endswith("."), path
            assert {"200", "400", "429", "503"} <= set(operation["responses"]), path
            assert "422" not in operation["responses"], path
            for each in operation.get("parameters", []):
                assert each["in"] in {"query", "path"}


def test_what_is_described_is_what_comes(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    models = schema["components"]["schemas"]

    def missing(name: str, form: dict[str, Any]) -> set[str]:
        return set(models[name]["required"]) - set(form)

    answer = client.get("/ask", params={"q": "Vad beslutades om nattbussen?"}).json()
    item = client.get("/show", params={"citation": ITEM}).json()
    case = client.get("/case", params={"dnr": "RS/762/2024"}).json()
    status = client.get("/status").json()
    for name, form in (
        ("AnswerModel", answer),
        ("HitModel", answer["citations"][0]),
        ("LineModel", answer["lines"][0]),
        ("CoverageModel", answer["coverage"]),
        ("ItemModel", item),
        ("CaseModel", case),
        ("StepModel", case["steps"][0]),
        ("StatusModel", status),
        ("DocumentModel", status["documents"][0]),
        ("HealthModel", client.get("/health").json()),
    ):
        assert missing(name, form) == set(), name


def test_the_front_page_is_for_people_and_calls_nobody(client: TestClient) -> None:
    response = client.get("/")
    assert response.headers["content-type"].startswith("text/html")
    assert "GET /api/search" in response.text
    assert "://" not in response.text
    assert "<script" not in response.text
    for address in re.findall(r'href="([^"/][^"]*)"', response.text):
        tried = client.get(f"/{address.replace('&amp;', '&')}")
        assert tried.status_code in {200, 404}, address


def test_a_hostile_picture_is_bounded(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "ingest" / "protokoll.pdf", MINUTES)
    writer = PdfWriter(clone_from=io.BytesIO(path.read_bytes()))
    writer.pages[0].mediabox.upper_right = (14_400, 14_400)
    writer.pages[0].cropbox.upper_right = (14_400, 14_400)
    writer.write(path)
    made = open_index(tmp_path / "index", embedder=FakeEmbedder())
    made.ingest([tmp_path / "ingest"])
    response = TestClient(build_api(made)).get("/page/protokoll.pdf?page=1&scale=4")
    assert response.status_code == 200
    assert len(response.content) < 2_000_000


def test_what_no_text_can_have_is_refused(client: TestClient) -> None:
    for name in ("q", "organ", "from", "kind", "section", "huvudman", "case", "party"):
        asked = json.dumps({"q": "a", name: "\ud800"})
        response = client.post("/search", content=asked, headers=JSON_TYPE)
        assert (response.status_code, name in message(response)) == (400, True), name


def test_what_cannot_be_taken_apart_is_said_in_swedish(client: TestClient) -> None:
    digits = f'{{"q": {"9" * 5_000}}}'
    broken = client.post("/search", content=digits, headers=JSON_TYPE)
    assert (broken.status_code, message(broken)) == (400, "Det som skickades går inte att läsa.")
    no_boundary = {"content-type": "multipart/form-data"}
    broken = client.post("/precedents/file", content=b"", headers=no_boundary)
    assert (broken.status_code, message(broken)) == (400, "Det som skickades går inte att läsa.")
    no_file = client.post("/precedents/file", files={"other": b""}, data={"file": "text"})
    assert (no_file.status_code, message(no_file)) == (400, "file: ska vara en fil.")
