"""The views besides the search, as visitors use them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.fakes.sayings import said
from tests.fakes.stand_in_index import MINIMAL_PDF, MOTION, StandInIndex
from tests.fakes.stand_in_views import CASE, PRECEDENTS

from beslutssok.domain import Answer, AnswerLine, Case
from beslutssok.domain.answers import AnswerKind, LineKind

from .conftest import Serve, Visit

Visits = Callable[..., Visit]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


class OfOneCase(StandInIndex):
    """Has a case with steps that are missing and changes."""

    def case(self, case_number: str, huvudman: str | None = None) -> Case:
        return CASE


class OfAList(StandInIndex):
    """Answers with a list."""

    def ask(self, question: str, **given: object) -> Answer:
        hits = [replace(MOTION, id=f"{MOTION.id}/{place}") for place in range(1, 15)]
        lines = [AnswerLine(said("14 ärenden:"), hits[0], LineKind.COUNT)]
        for place, hit in enumerate(hits, 1):
            lines.append(AnswerLine(said(f"§ {place}"), hit, LineKind.LISTED))
            lines.append(AnswerLine(f"Motion {place} avslås.", hit))
        answer = super().ask("nattbussar")
        return replace(answer, lines=tuple(lines), kind=AnswerKind.LIST)


@pytest.fixture(scope="module")
def index() -> StandInIndex:
    return OfOneCase()


@pytest.fixture(scope="module")
def views(serve: Serve, index: StandInIndex) -> str:
    return serve(index)


def fits(page: Page) -> bool:
    width: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return width


def test_a_case_is_read_at_a_glance_and_opened_with_the_keyboard(visit: Visits, views: str) -> None:
    page = visit(views).open("?vy=arende&dnr=KS+2023/145")
    steps = page.locator(".bs-entry")
    expect(steps).to_have_count(7)
    expect(page.locator(".bs-entry[open]")).to_have_count(1)
    expect(page).to_have_title(f"Ärende KS 2023/145: {CASE.title} – Beslutssök")
    first = steps.first.locator("summary")
    first.focus()
    page.keyboard.press("Enter")
    expect(steps.first).to_contain_text("Motionen remitteras till kommunstyrelsen")
    page.get_by_role("button", name="Öppna alla steg").click()
    expect(page.locator(".bs-entry[open]")).to_have_count(7)
    expect(page.get_by_text("saknas bland handlingarna", exact=True)).to_have_count(2)
    page.get_by_role("button", name="Stäng alla steg").click()
    expect(page.locator(".bs-entry[open]")).to_have_count(0)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Spara som JSON").click()
    assert saved.value.suggested_filename == "arende-KS-2023-145.json"


def test_a_text_and_a_pdf_are_compared(visit: Visits, views: str, index: StandInIndex) -> None:
    page = visit(views).open("?vy=liknande")
    page.get_by_label("Text att jämföra med").fill("Nattbussar till gymnasieskolan på helger")
    page.get_by_role("button", name="Hitta liknande").click()
    heading = page.get_by_role("heading", name="3 ärenden som liknar texten")
    expect(heading).to_be_focused()
    expect(page.locator(".bs-precedents .bs-hit")).to_have_count(len(PRECEDENTS.cases))
    field = page.get_by_label("Välj en PDF")
    field.set_input_files(
        {"name": "Min skrivelse.pdf", "mimeType": "application/pdf", "buffer": MINIMAL_PDF}
    )
    expect(page.get_by_role("heading", name="liknar Min skrivelse.pdf")).to_be_focused()
    ((path, content),) = index.lent
    assert content == MINIMAL_PDF
    assert not path.exists()
    field.set_input_files({"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"no pdf"})
    expect(page.get_by_role("heading", name="Filen kunde inte jämföras")).to_be_visible()
    page.get_by_label("Text att jämföra med").fill("buss")
    page.get_by_role("button", name="Hitta liknande").click()
    expect(page.get_by_role("heading", name="Texten är för kort")).to_be_visible()


def test_gradio_takes_no_uploads_though_the_view_does(visit: Visits, views: str) -> None:
    page = visit(views).open("?vy=liknande")
    for path in ("/gradio_api/upload", "/upload"):
        response = page.request.post(
            views + path,
            multipart={"files": {"name": "a", "mimeType": "text/plain", "buffer": b"x"}},
        )
        assert response.status == 404


def test_a_bar_leads_to_what_it_counts_and_back(visit: Visits, views: str) -> None:
    page = visit(views).open("?vy=oversikt")
    expect(page.get_by_role("heading", name="Beslut per år")).to_be_visible()
    bar = page.get_by_role("link", name="SD: reservationer, 42")
    bar.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Så har SD agerat")).to_be_visible()
    assert "slag=reservation" in page.url
    page.go_back()
    expect(page.get_by_role("heading", name="Beslut per år")).to_be_visible()
    page.get_by_label("Organ", exact=True).select_option("Regionstyrelsen")
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page).to_have_title("Översikt: Regionstyrelsen – Beslutssök")
    page.get_by_text("Visa siffrorna som tabell").first.click()
    expect(page.get_by_role("columnheader", name="Utgång")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Spara siffrorna (CSV)").first.click()
    assert saved.value.suggested_filename == "utgangar.csv"


def test_a_kind_of_matter_is_told_in_words_and_leads_to_its_items(
    visit: Visits, views: str, index: StandInIndex
) -> None:
    page = visit(views).open("?vy=oversikt")
    agenda = page.locator(".bs-agenda").first
    expect(agenda.get_by_role("heading", name="Kommunstyrelsen, Älvnäs kommun")).to_be_visible()
    agenda.get_by_role("link", name="2022: Motioner, 9").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_title("Motioner: Kommunstyrelsen – Beslutssök")
    heading = page.get_by_role("heading", name="Motioner", exact=True)
    expect(heading).to_be_visible()
    expect(page.locator(".bs-contested > li")).to_have_count(len(index.hits))
    assert "fran=2022-01&till=2022-12" in page.url
    page.get_by_text("Andra slag på samma dagordningar").click()
    page.get_by_role("link", name="Övrigt (2)").click()
    expect(page.get_by_role("heading", name="Övrigt", exact=True)).to_be_visible()
    page.get_by_role("link", name="Till översikten").click()
    expect(page).to_have_title("Översikt: Kommunstyrelsen – Beslutssök")


def test_the_button_of_a_view_looks_like_that_of_the_search(visit: Visits, views: str) -> None:
    page = visit(views, reduced_motion="reduce").open("?vy=agerande")
    colour = "button => getComputedStyle(button).color"
    button = page.get_by_role("button", name="Visa", exact=True).evaluate(colour)
    page.get_by_role("link", name="Sök och svar").click()
    search = page.locator("#submit")
    expect(search).to_be_visible()
    assert search.evaluate(colour) == button


def test_a_list_is_numbered_through_and_saved(visit: Visits, serve: Serve) -> None:
    page = visit(serve(OfAList())).open("?q=Vilka+motioner+avslogs%3F")
    lists = page.locator("#answer ol")
    page.get_by_text("Visa hela listan (14)").click()
    expect(lists.last).to_contain_text("Motion 14 avslås.")
    for each in lists.all():
        assert each.evaluate("list => getComputedStyle(list).listStyleType") == "decimal"
    with page.expect_download() as saved:
        page.get_by_role("link", name="Spara listan (CSV)").click()
    assert saved.value.suggested_filename == "lista.csv"
    assert "Motion 14 avslås." in Path(saved.value.path()).read_text("utf-8-sig")


def test_a_party_is_asked_for_by_its_letters(visit: Visits, views: str) -> None:
    page = visit(views).open("?vy=agerande")
    page.get_by_label("Parti eller person").fill("S")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Så har S agerat")).to_be_visible()
    page.get_by_role("link", name="1 reservation").click()
    expect(page.locator(".bs-acts > li")).to_have_count(1)
    assert "slag=reservation" in page.url


def test_a_part_of_the_page_about_is_gone_to(visit: Visits, views: str) -> None:
    page = visit(views).open("?vy=om")
    page.get_by_role("link", name="Tillgänglighet").click()
    expect(page.get_by_role("heading", name="Tillgänglighet")).to_be_focused()
    assert page.url.endswith("?vy=om")


def test_the_views_fit_a_phone_in_both_languages(visit: Visits, views: str) -> None:
    phone = visit(views, color_scheme="dark", **PHONE)
    for view in (
        "arende&dnr=KS+2023/145",
        "liknande",
        "oversikt",
        "arendeslag",
        "agerande&vem=S",
        "om&sprak=en",
    ):
        page = phone.open(f"?vy={view}")
        expect(page.locator(".bs-topic").first).to_be_visible()
        page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))")
        assert fits(page), view
    expect(page.get_by_role("heading", name="Accessibility")).to_be_visible()
