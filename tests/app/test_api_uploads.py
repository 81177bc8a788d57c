"""Files that are sent: read and gone, or added where the operator says so."""

import io
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.minutes_pdf import AGENDA, MINUTES, write_pdf

from beslutssok.app.api import Limits, build_api, lending
from beslutssok.app.api.lending import harmless_folder, harmless_name
from beslutssok.errors import IndexBusy
from beslutssok.library import Index, open_index


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = open_index(tmp_path / "index", embedder=FakeEmbedder())
    write_pdf(tmp_path / "ingest" / "Region Fjällbygden" / "kallelse.pdf", AGENDA)
    made.ingest([tmp_path / "ingest"])
    return made


@pytest.fixture
def minutes(tmp_path: Path) -> bytes:
    return write_pdf(tmp_path / "elsewhere" / "protokoll.pdf", MINUTES).read_bytes()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return tmp_path / "ingest" / "inkommet"


@pytest.fixture
def client(index: Index, inbox: Path) -> TestClient:
    return TestClient(build_api(index, inbox=inbox))


def send(client: TestClient, content: bytes, name: str = "protokoll.pdf", **fields: str) -> Any:
    return client.post("/documents", files={"file": (name, content)}, data=fields)


def test_a_document_is_added_and_can_be_asked(
    client: TestClient, minutes: bytes, inbox: Path
) -> None:
    response = send(client, minutes)
    assert response.status_code == 200
    assert response.json()["counts"]["ny"] == 1
    assert (inbox / "protokoll.pdf").read_bytes() == minutes
    (hit, *_) = client.get("/search", params={"q": "nattbuss juli 2025", "to": "2024"}).json()
    assert hit["file"].endswith("protokoll.pdf")
    assert client.get(f"/document/{hit['file']}").content == minutes


def test_an_organisation_becomes_a_folder(client: TestClient, minutes: bytes, inbox: Path) -> None:
    assert send(client, minutes, huvudman="Älvsele kommun").status_code == 200
    assert [path.relative_to(inbox).as_posix() for path in inbox.rglob("*.pdf")] == [
        "Älvsele kommun/protokoll.pdf"
    ]


def test_nothing_is_written_over(client: TestClient, minutes: bytes, inbox: Path) -> None:
    send(client, minutes)
    refused = send(client, minutes + b"\n% more")
    assert refused.status_code == 409
    assert "finns redan" in refused.json()["error"]["message"]
    assert (inbox / "protokoll.pdf").read_bytes() == minutes


def test_a_document_that_waits_to_be_read_is_not_sent_twice(
    client: TestClient, minutes: bytes, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise IndexBusy("/home/secret/index skrivs.", "Vänta.")

    monkeypatch.setattr(Index, "ingest", busy)
    response = send(client, minutes)
    error = response.json()["error"]
    assert response.status_code == 503
    assert "sparad men inte inläst" in error["message"] and "igen" in error["remedy"]
    assert "secret" not in response.text
    assert (inbox / "protokoll.pdf").read_bytes() == minutes


@pytest.mark.parametrize(
    "name",
    ["../../ut.pdf", "..\\ut.pdf", "/etc/ut.pdf", ".ut.pdf", "ut", "\N{RIGHT-TO-LEFT MARK}ut.pdf"],
)
def test_a_name_cannot_lead_elsewhere(
    client: TestClient, minutes: bytes, inbox: Path, name: str
) -> None:
    assert send(client, minutes, name, huvudman="../..").status_code == 200
    assert [path.name for path in inbox.rglob("*")] == ["ut.pdf"]


def test_what_is_no_document_leaves_nothing(client: TestClient, inbox: Path) -> None:
    refused = send(client, b"MZ not a PDF")
    assert refused.status_code == 422
    assert "ingen PDF" in refused.json()["error"]["message"]
    assert list(inbox.iterdir()) == []


def test_a_document_that_cannot_be_read_is_said(client: TestClient, inbox: Path) -> None:
    told = send(client, b"%PDF-1.7\nnothing more").json()
    assert told["counts"]["oläslig"] == 1
    assert any(each["reason"] for each in told["documents"])


def test_a_document_that_is_too_large_is_refused(index: Index, inbox: Path, minutes: bytes) -> None:
    client = TestClient(build_api(index, Limits(upload=100), inbox))
    refused = send(client, minutes)
    assert refused.status_code == 413
    assert not list(inbox.iterdir())


def test_unless_asked_for_nothing_can_be_added(index: Index, minutes: bytes) -> None:
    closed = TestClient(build_api(index))
    assert send(closed, minutes).status_code == 405
    assert "post" not in closed.get("/openapi.json").json()["paths"]["/documents"]


def test_names_are_harmless() -> None:
    assert harmless_name("a" * 500 + ".pdf") == "a" * 100 + ".pdf"
    assert harmless_name("Protokoll KS § 4 (2024).pdf") == "Protokoll KS § 4 (2024).pdf"
    assert harmless_name("<script>.pdf") == "script.pdf"
    assert harmless_folder("a/b") == "a_b"
    assert len(harmless_name("漢" * 500).encode()) < 255
    in_two_parts = unicodedata.normalize("NFD", "Älvsele kommun")
    assert harmless_folder(in_two_parts) == "Älvsele kommun"
    assert harmless_name("\ud800\u202eå\0.pdf") == "å.pdf"
    assert harmless_folder("..") == ""


# -- read and gone


def find_precedents(client: TestClient, content: bytes, **fields: str) -> Any:
    return client.post("/precedents/file", files={"file": ("skrivelse.pdf", content)}, data=fields)


@pytest.fixture
def letter(tmp_path: Path) -> bytes:
    text = "Region Fjällbygden\nTjänsteskrivelse\n2025-03-01\n\n# Nattbuss till Älvnäs\n"
    text += "En nattbuss på linje 41 föreslås. Resenärerna på natten är många.\n"
    return write_pdf(tmp_path / "elsewhere" / "skrivelse.pdf", text).read_bytes()


def test_a_file_is_compared_with_and_leaves_nothing(
    client: TestClient, letter: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lent = tmp_path / "lent"
    lent.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(lent))
    before = sorted(tmp_path.rglob("*"))
    response = find_precedents(client, letter)
    assert response.status_code == 200, response.text
    assert response.json()["source"] == "skrivelse.pdf"
    assert response.json()["cases"][0]["case_number"] == "RS/762/2024"
    assert sorted(tmp_path.rglob("*")) == before
    assert client.get("/status").json()["coverage"]["documents"] == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"MZ", "ingen PDF"), (b"%PDF-1.7\nnothing more", "skrivelse.pdf: filen kan inte ritas")],
)
def test_a_file_that_cannot_be_read_is_said(
    client: TestClient, content: bytes, words: str, tmp_path: Path
) -> None:
    refused = find_precedents(client, content)
    assert refused.status_code == 422
    assert words in refused.json()["error"]["message"]
    assert str(tmp_path) not in refused.text


def test_a_file_that_is_too_long_is_refused(
    client: TestClient, letter: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lending, "MOST_PAGES", 0)
    refused = find_precedents(client, letter)
    assert refused.status_code == 422
    assert "Filen har 1 sidor." in refused.json()["error"]["message"]


def test_only_a_few_files_are_read_at_once(client: TestClient, letter: bytes) -> None:
    with (
        lending.lend_upload(io.BytesIO(letter), "a.pdf", 10**6) as one,
        lending.lend_upload(io.BytesIO(letter), "b.pdf", 10**6) as two,
    ):
        assert one.exists() and two.exists()
        refused = find_precedents(client, letter)
        assert refused.status_code == 503
        assert int(refused.headers["retry-after"]) > 0
    assert not one.exists() and not two.exists()
    assert find_precedents(client, letter).status_code == 200
