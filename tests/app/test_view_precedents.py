"""The view of precedents: how like cases ended, and that a PDF that is lent leaves nothing."""

import base64
import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.hostile import HOSTILE, hostile_hit
from tests.fakes.safe_html import parse_safe
from tests.fakes.stand_in_index import COVERAGE, DECISION, MINIMAL_PDF, StandInIndex
from tests.fakes.stand_in_views import PRECEDENTS

from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.precedents_cards import render_precedents
from beslutssok.app.page.precedents_view import PrecedentsView, show_like_pdf, show_like_text
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.view_words import words_in
from beslutssok.domain import Outcome, OutcomeCount, Precedent, Precedents
from beslutssok.errors import BeslutssokError, UnreadableDocument
from beslutssok.settings import Settings

WORDS = words_in(SWEDISH).precedents


def sent(content: bytes, name: str = "skrivelse.pdf") -> str:
    return json.dumps({"name": name, "data": base64.b64encode(content).decode()})


def test_how_the_cases_ended_is_said_in_words_and_drawn() -> None:
    html = render_precedents(PRECEDENTS, SWEDISH)
    parsed = parse_safe(html)
    assert "3 ärenden som liknar texten" in parsed.text
    assert "Utgångar: 1 beslutat, 1 avslaget, 1 endast förslag." in parsed.text
    assert html.count("<rect") > 3
    assert "läs ärendena innan du drar slutsatser" in parsed.text


def test_each_case_shows_its_outcome_and_leads_to_its_course() -> None:
    parsed = parse_safe(render_precedents(PRECEDENTS, SWEDISH))
    for case in PRECEDENTS.cases:
        assert case.title in parsed.text
        assert case.best.text in parsed.text
        assert case.best.citation in parsed.values("data-citation")
    address = "?vy=arende&dnr=KS%202023/145&huvudman=%C3%84lvn%C3%A4s%20kommun"
    assert address in parsed.values("href")
    unnumbered = PRECEDENTS.cases[2].best.item_id
    assert f"?vy=arende&dnr={unnumbered}" in parsed.values("href")
    assert "Visa ärendets 2 behandlingar" in parsed.text


def test_a_case_that_nobody_decided_is_but_a_proposal() -> None:
    case = Precedent(None, "x", Outcome.PROPOSED, DECISION, (DECISION,))
    found = Precedents("x", "", (case,), (OutcomeCount(Outcome.PROPOSED, 1),), COVERAGE)
    html = render_precedents(found, SWEDISH)
    badge = html.split('<span class="bs-badge')[1].partition("</span>")[0]
    assert badge.endswith("Endast förslag")


def test_nothing_alike_is_said_with_advice() -> None:
    found = StandInIndex().precedents("inget av detta")
    text = parse_safe(render_precedents(found, SWEDISH)).text
    assert "Inget liknande ärende hittades" in text
    assert "inget av detta" in text


def test_the_address_may_name_an_item_or_hold_a_text() -> None:
    index = StandInIndex()
    item = "region-fjallbygden/regionstyrelsen/2024-12-10/208"
    view = PrecedentsView()
    text, result = view.load(index, SWEDISH, {"id": item}).updates
    assert (text, index.asked[-1][0]) == ("", item)
    assert "ärenden som liknar" in str(result)
    text, result = view.load(index, SWEDISH, {"text": "nattbussar på helger"}).updates
    assert text == "nattbussar på helger"
    assert "ärenden som liknar" in str(result)
    assert view.load(index, SWEDISH, {}).updates == ["", ""]


def test_a_word_or_two_are_too_little_to_compare() -> None:
    index = StandInIndex()
    assert WORDS.too_short in show_like_text(index, " buss ", SWEDISH)
    assert index.asked == []


def test_a_pdf_is_compared_and_gone_at_once(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    index = StandInIndex()
    html = show_like_pdf(index, sent(MINIMAL_PDF, "../../etc/Min skrivelse.pdf"), SWEDISH)
    ((path, content),) = index.lent
    assert content == MINIMAL_PDF
    assert path.name == "Min skrivelse.pdf"
    assert path.parent.parent == tmp_path
    assert list(tmp_path.iterdir()) == []
    assert "3 ärenden som liknar Min skrivelse.pdf" in parse_safe(html).text


class Failing(StandInIndex):
    """Cannot read what it is lent."""

    def precedents(self, wanted: str | Path, limit: int = 10, **filters: object) -> Precedents:
        raise (
            UnreadableDocument(wanted, "trasig", "") if limit == 10 else RuntimeError("not reached")
        )


def test_a_pdf_that_cannot_be_read_is_gone_too_and_names_no_place(
    tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    html = show_like_pdf(Failing(), sent(MINIMAL_PDF), SWEDISH)
    assert WORDS.unreadable in parse_safe(html).text
    assert str(tmp_path) not in html
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_with_several_items_is_refused_with_what_to_do() -> None:
    class Several(StandInIndex):
        def precedents(self, wanted: str | Path, limit: int = 10, **filters: object) -> Precedents:
            raise BeslutssokError("Filen har 11 ärenden.", "Klistra in texten för ett av dem.")

    text = parse_safe(show_like_pdf(Several(), sent(MINIMAL_PDF), SWEDISH)).text
    assert "Filen kunde inte jämföras" in text
    assert "Filen har 11 ärenden." in text
    assert "Klistra in texten för ett av dem." in text
    assert SWEDISH.failed not in text


@pytest.mark.parametrize(
    "field",
    [None, "", "{", "[]", '{"name": "a.pdf"}', '{"name": "a.pdf", "data": "%%%"}']
    + [sent(b"no pdf"), sent(b"<script>alert(1)</script>", "a.pdf")],
)
def test_what_is_no_pdf_is_refused(field: str | None, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    index = StandInIndex()
    assert WORDS.no_pdf in parse_safe(show_like_pdf(index, field, SWEDISH)).text
    assert index.lent == []
    assert list(tmp_path.iterdir()) == []


def test_what_is_too_large_is_refused() -> None:
    index = StandInIndex(settings=replace(Settings(), upload_mb=1))
    large = sent(MINIMAL_PDF + b" " * 1_000_000)
    assert "högst 1 MB" in parse_safe(show_like_pdf(index, large, SWEDISH)).text
    assert index.lent == []


def test_an_error_tells_nothing_of_the_machine() -> None:
    class Crashing(StandInIndex):
        def precedents(self, wanted: str | Path, limit: int = 10, **filters: object) -> Precedents:
            raise RuntimeError("a secret of the machine")

    html = show_like_text(Crashing(), "nattbussar på helger", SWEDISH)
    assert SWEDISH.failed in html
    assert "secret" not in html


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:24])
def test_hostile_text_is_shown_as_text(text: str) -> None:
    hit = hostile_hit(text)
    case = Precedent(text[:100], hit.item_title, Outcome.APPROVED, hit, (hit, hit))
    found = Precedents(text, text, (case,), (OutcomeCount(Outcome.APPROVED, 1),), COVERAGE)
    for shown in (found, replace(found, cases=(), outcomes=())):
        parse_safe(render_precedents(shown, SWEDISH))
        parse_safe(render_precedents(shown, ENGLISH))
