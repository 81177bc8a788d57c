"""Three users, each from a question to what they came for."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from tests.fakes.stand_in_index import DECISION, HITS, MOTION

from .conftest import Visit

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ITEMS = {hit.item_id for hit in HITS}
Visits = Callable[..., Visit]


def fits(page: Page) -> bool:
    width: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return width


def test_a_politician_on_a_phone_finds_the_decision_and_reads_it_on_its_page(
    visit: Visits,
) -> None:
    page = visit(**PHONE).open()
    page.get_by_label("Din fråga").fill("Vad beslutades om nattbussar?")
    page.keyboard.press("Enter")
    expect(page.locator("#answer blockquote").first).to_have_text(DECISION.text)
    page.locator("#answer a.bs-cite").first.tap()
    panel = page.locator("#document .bs-document")
    expect(panel.locator(".bs-page-of")).to_have_text("Sida 2 av 3")
    expect(panel.locator(".bs-rect.bs-the-hit").first).to_be_visible()
    assert fits(page)
    panel.get_by_role("button", name="Stäng").tap()
    expect(panel).to_be_hidden()
    follow_up = page.get_by_label("Följdfråga")
    follow_up.fill("Hur röstade V?")
    page.get_by_role("button", name="Fråga vidare").tap()
    expect(page.locator("#answer")).to_contain_text(
        "Fortsätter på Regionstyrelsen 2024-12-10 § 208"
    )
    assert f"efter={DECISION.item_id}" in page.url
    page.get_by_role("link", name="Ny fråga").or_(
        page.get_by_role("link", name="Fråga fritt i stället")
    ).tap()
    expect(page.locator("#answer")).not_to_contain_text("Fortsätter på")
    assert "efter=" not in page.url
    assert fits(page)


def test_staff_follow_a_case_and_take_the_hits_along(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    with page.expect_download() as begun:
        page.get_by_role("link", name="CSV").click()
    assert begun.value.suggested_filename == "traffar.csv"
    assert DECISION.citation in begun.value.path().read_text("utf-8-sig")
    page.get_by_role("link", name=MOTION.case_number or "").first.click()
    expect(page.locator("#view-arende h2").first).to_be_visible()
    expect(page.get_by_role("link", name="Sök och svar")).not_to_have_attribute(
        "aria-current", "page"
    )
    page.get_by_text("Öppna alla steg").click()
    page.locator("#view-arende a.bs-show").first.click()
    expect(page.locator("#document .bs-document")).to_be_visible()
    page.keyboard.press("Escape")
    page.go_back()
    page.get_by_role("link", name="Översikt").click()
    expect(page.locator("#view-oversikt h2").first).to_be_visible()


def test_a_journalist_limits_sorts_and_sends_the_view_on(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))
    page.get_by_role("button", name="Avgränsa").click()
    page.get_by_label("Ordning").select_option("nyast")
    expect(page.locator("#hits")).to_contain_text("Ordnade efter datum")
    dates = page.eval_on_selector_all(
        ".bs-hit > .bs-where time", "all => all.map(time => time.dateTime)"
    )
    assert dates == sorted(dates, reverse=True)
    page.get_by_label("Organ", exact=True).select_option("Kommunfullmäktige")
    expect(page.locator(".bs-hit")).to_have_count(2)
    page.get_by_role("button", name="Förra året").click()
    expect(page.get_by_label("Från och med")).not_to_have_value("")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    sent = page.url.partition("?")[2]
    other = visit().open(f"?{sent}")
    expect(other.get_by_label("Organ", exact=True)).to_have_value("Kommunfullmäktige")
    expect(other.get_by_label("Ordning")).to_have_value("nyast")
    expect(other.get_by_label("Från och med")).not_to_have_value("")


def test_the_page_is_read_in_english_and_stays_so(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    page.get_by_role("link", name="English").click()
    page.wait_for_selector("html.bs-ready")
    expect(page.get_by_role("heading", name="Answer")).to_be_visible()
    expect(page.locator("#answer")).to_contain_text("10 December 2024")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_label("Your question").fill("bussar")
    page.keyboard.press("Enter")
    expect(page).to_have_title("bussar – Beslutssök")
    assert "sprak=en" in page.url
    page.get_by_role("link", name="Overview").click()
    expect(page.locator("#view-oversikt h2").first).to_be_visible()
    assert "sprak=en" in page.url
    page.get_by_role("link", name="Svenska").click()
    page.wait_for_selector("html.bs-ready")
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert "sprak" not in page.url


def test_at_200_per_cent_nothing_is_lost(visit: Visits) -> None:
    page = visit(viewport={"width": 640, "height": 450}, device_scale_factor=2).open(
        "?q=nattbussar"
    )
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))
    assert fits(page)
