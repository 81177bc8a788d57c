"""What the page's own routes give: the page in each language, hits as files, no uploads."""

import csv
import io
import json
import re

import pytest
from fastapi.testclient import TestClient
from tests.fakes.stand_in_index import DECISION, HITS, StandInIndex

from beslutssok.app.page import ExampleQuestions
from beslutssok.app.page.indexing import Indexing, Stage
from beslutssok.app.page.page import Page
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.server import create_app
from beslutssok.index.report import IngestProgress


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(create_app(StandInIndex()))


def test_the_page_comes_in_the_language_asked_for(client: TestClient) -> None:
    swedish, english = client.get("/?q=bussar").text, client.get("/?q=bussar&sprak=en").text
    assert re.search(r'<html\s+lang="sv"', swedish)
    assert re.search(r'<html\s+lang="en"', english)
    assert "Opening the page" in english
    assert re.search(r'<html\s+lang="sv"', client.get("/?sprak=tlh").text)


@pytest.mark.parametrize("path", ["/gradio_api/upload", "/upload", "/en/gradio_api/upload"])
def test_nothing_can_be_uploaded_past_the_page(client: TestClient, path: str) -> None:
    assert client.post(path, files={"files": b"%PDF-"}).status_code == 404


def test_hits_are_taken_along_as_csv_and_json(client: TestClient) -> None:
    found = client.get("/traffar.csv?q=nattbussar")
    assert found.headers["content-disposition"] == 'attachment; filename="traffar.csv"'
    text = found.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), csv.Sniffer().sniff(text.splitlines()[0])))
    assert len(rows) == 1 + len(HITS)
    assert any(DECISION.text in row for row in rows)
    listed = json.loads(client.get("/traffar.json?q=nattbussar&organ=Regionstyrelsen").content)
    assert len(listed) == sum(hit.organ == "Regionstyrelsen" for hit in HITS)


def test_a_file_of_what_cannot_be_understood_is_refused(client: TestClient) -> None:
    assert client.get("/traffar.csv?q=bussar&fran=nyss").status_code == 400
    assert client.get("/traffar.exe?q=bussar").status_code == 400


def test_a_reading_under_way_is_told_with_the_time_that_is_left() -> None:
    indexing = Indexing()
    page = Page(StandInIndex(), SWEDISH, ExampleQuestions(), indexing)
    assert not page.is_indexing
    indexing.tell(IngestProgress(4, 10, "a.pdf", 0, None, 80.0))
    assert indexing.stage == Stage(4, 10, 120)
    told = page.go("").coverage
    assert "Läser in handlingar: 4 av 10, ungefär 2 min kvar" in told
    assert 'value="4" max="10"' in told
    assert "Söker i 16" in told
    indexing.end()
    assert not page.is_indexing
    assert "Läser in" not in page.go("").coverage
