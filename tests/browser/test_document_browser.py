"""The document beside the hit: opened, turned, zoomed, left, sent in a mail, on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from tests.fakes.stand_in_index import DECISION, RESERVATION, SECOND_POINT

from .conftest import Visit

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
Visits = Callable[..., Visit]


def panel(page: Page) -> object:
    return page.locator("#document .bs-document")


def open_first(page: Page) -> None:
    page.locator(".bs-hit a.bs-show").first.click()
    expect(panel(page)).to_be_visible()


def test_a_hit_is_shown_in_its_document_with_its_lines_marked(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    open_first(page)
    picture = panel(page).locator("img")
    expect(picture).to_have_attribute("alt", "Sida 2 av 3")
    expect(picture).to_have_js_property("complete", True)
    mark = panel(page).locator(".bs-rect.bs-the-hit")
    expect(mark).to_be_visible()
    sheet, rectangle = picture.bounding_box(), mark.bounding_box()
    assert sheet and rectangle
    place = DECISION.places[0]
    assert (rectangle["x"] - sheet["x"]) / sheet["width"] == pytest.approx(
        place.left / 595, abs=0.01
    )
    assert (rectangle["y"] - sheet["y"]) / sheet["height"] == pytest.approx(
        place.top / 842, abs=0.01
    )
    expect(panel(page).locator(".bs-item mark")).to_have_text(DECISION.text)
    expect(panel(page).locator(".bs-item")).to_contain_text(RESERVATION.text)
    assert f"visa={DECISION.id}" in page.url
    hits = page.locator(".bs-hit").first.bounding_box()
    beside = panel(page).bounding_box()
    assert hits and beside
    assert hits["x"] + hits["width"] <= beside["x"]


def test_pages_are_turned_and_zoomed(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    open_first(page)
    where = panel(page).locator(".bs-page-of")
    expect(where).to_have_text("Sida 2 av 3")
    page.get_by_role("button", name="Nästa sida").click()
    expect(where).to_have_text("Sida 3 av 3")
    expect(page.get_by_role("button", name="Nästa sida")).to_be_disabled()
    expect(panel(page).locator(".bs-rect.bs-the-hit")).to_be_hidden()
    pdf = page.get_by_role("link", name="Öppna PDF")
    assert pdf.evaluate("link => link.href").endswith("protokoll%202024-12-10.pdf#page=3")
    picture = panel(page).locator("img")
    expect(picture).to_have_js_property("complete", True)
    before = picture.bounding_box()
    page.get_by_role("button", name="Förstora").click()
    expect(page.get_by_role("button", name="Förminska")).to_be_enabled()
    after = picture.bounding_box()
    assert before and after and after["width"] == pytest.approx(before["width"] * 1.5, rel=0.01)


def test_one_goes_from_hit_to_hit_of_the_document(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    open_first(page)
    expect(panel(page)).to_contain_text("Träff 1 av 3 i handlingen")
    page.get_by_role("button", name="Nästa träff").click()
    expect(panel(page).locator(".bs-item mark")).to_have_text(SECOND_POINT.text)
    expect(panel(page)).to_contain_text("Träff 2 av 3 i handlingen")


def test_escape_closes_and_focus_comes_back(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    link = page.locator(".bs-hit a.bs-show").first
    link.focus()
    page.keyboard.press("Enter")
    expect(panel(page).locator("h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(link).to_be_focused()
    assert "visa=" not in page.url


def test_the_open_document_is_in_the_address(visit: Visits) -> None:
    page = visit().open(f"?q=nattbussar&visa={RESERVATION.id}")
    expect(panel(page).locator(".bs-item mark")).to_have_text(RESERVATION.text)
    expect(panel(page).locator(".bs-page-of")).to_have_text("Sida 3 av 3")
    page.get_by_role("button", name="Stäng").click()
    expect(panel(page)).to_be_hidden()
    page.go_back()
    expect(panel(page)).to_be_visible()
    page.go_forward()
    expect(panel(page)).to_be_hidden()


def test_a_hit_has_an_address_of_its_own(visit: Visits) -> None:
    page = visit().open(f"?id={RESERVATION.id}")
    expect(page.locator("#item .bs-item mark")).to_have_text(RESERVATION.text)
    expect(page).to_have_title("Regionstyrelsen 2024-12-10 § 208 – Beslutssök")
    page.get_by_role("link", name="RS/762/2024").first.click()
    expect(page.locator("#view-arende")).to_be_visible()
    page.go_back()
    expect(page.locator("#item .bs-item mark")).to_be_visible()


def test_an_unknown_address_says_so(visit: Visits) -> None:
    page = visit().open("?id=finns/inte")
    expect(page.get_by_role("heading", name="Stycket finns inte")).to_be_visible()


def test_a_page_that_cannot_be_drawn_leaves_the_text(visit: Visits) -> None:
    opened = visit()
    page = opened.page
    opened.brought_about = ("Failed to load resource",)
    page.route("**/sida/*.png*", lambda route: route.fulfill(status=404, body=""))
    opened.open("?q=nattbussar")
    open_first(page)
    expect(panel(page)).to_contain_text("Sidan kan inte visas som bild")
    expect(panel(page).locator(".bs-item")).to_contain_text(DECISION.text)


def test_a_picture_that_comes_when_its_panel_is_left_disturbs_nothing(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    held: list[Route] = []
    page.route("**/sida/*.png*", lambda route: held.append(route))
    with page.expect_request("**/sida/*.png*"):
        open_first(page)
    picture = panel(page).locator("img").element_handle()
    assert picture is not None
    page.get_by_role("link", name="Översikt").click()
    expect(page.locator("#view-oversikt h2").first).to_be_visible()
    expect(panel(page)).to_have_count(0)
    for route in held:
        route.continue_()
    picture.evaluate("image => image.decode()")
    page.evaluate("new Promise(requestAnimationFrame)")


def test_a_document_opens_beside_the_list_after_an_item_was_shown_by_itself(visit: Visits) -> None:
    page = visit().open(f"?id={RESERVATION.id}")
    expect(page.locator("#item .bs-item mark")).to_have_text(RESERVATION.text)
    page.get_by_role("link", name="Sök och svar").click()
    page.get_by_label("Din fråga").fill("nattbussar")
    page.keyboard.press("Enter")
    open_first(page)
    page.get_by_role("button", name="Nästa sida").last.click()
    expect(panel(page).locator(".bs-page-of")).to_have_text("Sida 3 av 3")


def test_on_a_phone_the_page_opens_large_enough_to_read_at_the_lines(visit: Visits) -> None:
    page = visit(**PHONE).open("?q=nattbussar")
    page.locator(".bs-hit a.bs-show").first.tap()
    sheet, picture = panel(page).locator(".bs-sheet"), panel(page).locator("img")
    expect(picture).to_have_js_property("complete", True)
    expect(sheet).not_to_have_attribute("aria-busy", "true")
    seen, drawn = sheet.bounding_box(), picture.bounding_box()
    mark = panel(page).locator(".bs-rect.bs-the-hit").bounding_box()
    assert seen and drawn and mark
    assert 1.45 <= drawn["width"] / seen["width"] <= 2
    assert seen["x"] <= mark["x"] <= seen["x"] + 40
    assert seen["y"] <= mark["y"] <= seen["y"] + seen["height"] / 2
    page.get_by_role("button", name="Förminska").tap()
    expect(page.get_by_role("button", name="Förminska")).to_be_disabled()
    after = picture.bounding_box()
    assert after and after["width"] == pytest.approx(seen["width"], abs=3)


def test_on_a_phone_the_document_lies_over_the_list(visit: Visits) -> None:
    page = visit(**PHONE).open("?q=nattbussar")
    page.locator(".bs-hit a.bs-show").first.tap()
    box = panel(page)
    expect(box).to_be_visible()
    expect(box).to_have_attribute("aria-modal", "true")
    size = box.bounding_box()
    assert size and (size["x"], size["y"], size["width"]) == (0, 0, 390)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    for _ in range(40):
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "document.activeElement === document.body ||"
            " Boolean(document.activeElement.closest('.bs-document'))"
        )
        assert inside
    page.get_by_role("button", name="Stäng").tap()
    expect(box).to_be_hidden()
    expect(page.get_by_label("Din fråga")).to_be_visible()
    page.get_by_label("Din fråga").tap()
    expect(page.get_by_label("Din fråga")).to_be_focused()
