"""The page in a browser: asking, reading, filtering, sharing, on a desk and on a phone."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect
from tests.fakes.hostile import HOSTILE, hostile_hit
from tests.fakes.stand_in_index import (
    CHOICES,
    DECISION,
    HITS,
    RESERVATION,
    StandInIndex,
)

from beslutssok.index.rows import Choices

from .conftest import EXAMPLES, Serve, Visit

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ITEMS = {hit.item_id for hit in HITS}
Visits = Callable[..., Visit]


def announced(page: Page, text: str) -> None:
    expect(page.locator(".bs-announcer[aria-live=polite]")).to_contain_text(text)


def fits(page: Page) -> bool:
    width: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return width


def test_first_sight(visit: Visits) -> None:
    page = visit().open()
    expect(page).to_have_title("Beslutssök")
    expect(page.get_by_role("heading", level=1)).to_have_text("Beslutssök")
    expect(page.get_by_label("Din fråga")).to_be_focused()
    expect(page.locator(".bs-coverage")).to_contain_text("Söker i 16 handlingar")
    for example in EXAMPLES:
        expect(page.get_by_role("button", name=example)).to_be_visible()
    expect(page.get_by_role("link", name="Sök och svar")).to_have_attribute("aria-current", "page")
    expect(page.locator("#bs-opening")).to_be_hidden()
    expect(page.locator("footer")).to_have_count(0)
    assert page.evaluate("document.documentElement.lang") == "sv"


def test_enter_asks_and_the_answer_comes_on_top(visit: Visits) -> None:
    page = visit().open()
    page.keyboard.type("Vad beslutades om nattbussar?")
    page.keyboard.press("Enter")
    answer = page.locator("#answer")
    expect(answer.get_by_role("heading", name="Svar")).to_be_visible()
    expect(answer.locator("blockquote").first).to_have_text(DECISION.text)
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))
    announced(page, "Svar: Beslutat. 6 träffar")
    expect(page).to_have_title("Vad beslutades om nattbussar? – Beslutssök")
    above, below = answer.bounding_box(), page.locator("#hits").bounding_box()
    assert above and below and above["y"] < below["y"]
    levels = page.eval_on_selector_all("h1, h2, h3", "all => all.map(h => h.tagName)")
    assert levels == ["H1", "H2", "H2", *["H3"] * len(ITEMS)]


def test_the_same_question_again_does_not_leave_the_page_waiting(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))
    for _ in range(2):
        page.get_by_role("button", name="Sök", exact=True).click()
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        announced(page, "Svar: Beslutat")


def test_the_button_asks_too(visit: Visits) -> None:
    page = visit().open()
    page.get_by_label("Din fråga").fill("nattbussar")
    page.get_by_role("button", name="Sök", exact=True).click()
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))


def test_an_example_is_asked_at_a_click(visit: Visits) -> None:
    page = visit().open()
    page.get_by_role("button", name=EXAMPLES[0]).click()
    expect(page.get_by_label("Din fråga")).to_have_value(EXAMPLES[0])
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))
    expect(page.locator("#examples")).to_be_hidden()
    assert "?q=Vad%20beslutades" in page.url


def test_no_answer_is_said_honestly(visit: Visits) -> None:
    page = visit().open("?q=Vad+%C3%A4r+meningen%3F")
    expect(page.get_by_role("heading", name="Handlingarna ger inget svar")).to_be_visible()
    expect(page.locator("#answer")).to_contain_text("Genomsökt: 16 handlingar")
    expect(page.get_by_role("heading", name="Närmaste träffar")).to_be_visible()


def test_an_error_keeps_the_page_usable(visit: Visits) -> None:
    page = visit().open("?q=krasch")
    expect(page.get_by_role("heading", name="Något gick fel")).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("secret")
    page.get_by_label("Din fråga").fill("nattbussar")
    page.keyboard.press("Enter")
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))


def test_a_slow_answer_is_seen_to_be_under_way(visit: Visits) -> None:
    page = visit(reduced_motion="reduce").open()
    page.get_by_label("Din fråga").fill("långsamt")
    page.keyboard.press("Enter")
    waiting = page.locator("#answer[aria-busy=true]")
    expect(waiting).to_be_visible()
    shown = waiting.evaluate("part => getComputedStyle(part, '::before').content")
    assert shown == '"Söker …"'
    announced(page, "Söker …")
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))
    expect(waiting).to_have_count(0)


def test_an_answer_that_comes_when_its_question_is_left_changes_nothing(visit: Visits) -> None:
    page = visit().open()
    page.get_by_label("Din fråga").fill("långsamt")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Översikt").click()
    here = page.get_by_role("link", name="Översikt")
    expect(here).to_have_attribute("aria-current", "page")
    page.wait_for_timeout(2500)
    expect(here).to_have_attribute("aria-current", "page")
    expect(page.locator("#view-oversikt h2").first).to_be_visible()
    expect(page).to_have_title("Översikt – Beslutssök")


def test_the_counts_beside_the_choices_are_those_of_the_search(visit: Visits) -> None:
    page = visit().open()
    options = page.locator("#select-organ option")
    expect(options).to_have_text(
        [
            *("Alla", "Regionstyrelsen (512)", "Regionfullmäktige (328)"),
            "Kommunfullmäktige (444)",
        ]
    )
    page.get_by_label("Din fråga").fill("nattbussar")
    page.keyboard.press("Enter")
    counted = ["Alla", "Regionstyrelsen (4)", "Regionfullmäktige (0)", "Kommunfullmäktige (2)"]
    expect(options).to_have_text(counted)
    expect(page.locator("#counted")).to_contain_text("6 ärenden som ligger närmast frågan")
    page.get_by_role("button", name="Avgränsa").click()
    choice = page.get_by_label("Organ", exact=True)
    choice.focus()
    page.keyboard.type("Kommunf")
    expect(page.locator(".bs-count")).to_have_text("2 träffar")
    expect(choice).to_have_value("Kommunfullmäktige")
    expect(choice).to_be_focused()
    page.get_by_label("Parti").select_option("V")
    expect(page).to_have_url(re.compile("parti=V"))
    page.get_by_role("button", name="Rensa").click()
    expect(choice).to_have_value("")
    expect(options).to_have_text(counted)


def test_a_view_can_be_sent_and_gone_back_from(visit: Visits) -> None:
    page = visit().open("?q=nattbussar&organ=Kommunfullm%C3%A4ktige&fran=2023")
    expect(page.get_by_label("Din fråga")).to_have_value("nattbussar")
    expect(page.get_by_label("Organ", exact=True)).to_have_value("Kommunfullmäktige")
    expect(page.get_by_label("Från och med")).to_have_value("2023")
    count = page.locator(".bs-count")
    expect(count).to_have_text("2 träffar")
    page.get_by_label("Organ", exact=True).select_option("Regionstyrelsen")
    expect(count).to_have_text("4 träffar i 2 ärenden")
    expect(page).to_have_title("nattbussar – Beslutssök")
    assert "organ=Regionstyrelsen" in page.url
    page.go_back()
    expect(count).to_have_text("2 träffar")
    expect(page.get_by_label("Organ", exact=True)).to_have_value("Kommunfullmäktige")
    page.go_forward()
    expect(count).to_have_text("4 träffar i 2 ärenden")


def test_an_interpretation_is_taken_away_and_put_back_with_the_keyboard(visit: Visits) -> None:
    page = visit().open("?q=regionstyrelsen+beslut")
    count = page.locator(".bs-count")
    expect(count).to_have_text("4 träffar i 2 ärenden")
    chip = page.get_by_role("button", name="Ta bort tolkningen Regionstyrelsen")
    chip.focus()
    page.keyboard.press("Enter")
    expect(count).to_have_text("6 träffar i 4 ärenden")
    back = page.get_by_role("button", name="Lägg tillbaka tolkningen Regionstyrelsen")
    expect(back).to_be_focused()
    assert back.locator("s").evaluate("part => getComputedStyle(part).textDecorationLine") == (
        "line-through"
    )
    assert "utan=organ" in page.url
    page.reload()
    expect(back).to_be_visible()
    expect(count).to_have_text("6 träffar i 4 ärenden")
    back.focus()
    page.keyboard.press("Enter")
    expect(count).to_have_text("4 träffar i 2 ärenden")
    expect(chip).to_be_focused()
    assert "utan" not in page.url


def test_what_was_taken_away_of_one_question_is_not_of_the_next(visit: Visits) -> None:
    page = visit().open("?q=regionstyrelsen")
    page.get_by_role("button", name="Ta bort tolkningen Regionstyrelsen").click()
    expect(page.get_by_role("button", name="Lägg tillbaka")).to_be_visible()
    page.get_by_label("Din fråga").fill("beslut regionstyrelsen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ta bort tolkningen Regionstyrelsen")).to_be_visible()
    assert "utan" not in page.url
    page.get_by_role("button", name="Ta bort tolkningen Regionstyrelsen").click()
    expect(page.get_by_role("button", name="Lägg tillbaka")).to_be_visible()
    page.get_by_role("button", name="Sök", exact=True).click()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    expect(page.get_by_role("button", name="Lägg tillbaka")).to_be_visible()


def test_limits_and_preferences_differ_in_more_than_colour(visit: Visits) -> None:
    page = visit().open("?q=regionstyrelsen+beslut")
    line = "part => getComputedStyle(part).borderTopStyle"
    assert page.locator(".bs-chip", has_text="Regionstyrelsen").evaluate(line) == "solid"
    assert page.locator(".bs-chip", has_text="Gärna beslut").evaluate(line) == "dashed"


def test_what_was_let_go_is_said_and_announced(visit: Visits) -> None:
    page = visit().open()
    page.get_by_label("Din fråga").fill("nattbusar 1901")
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_contain_text("Inget fanns för ”1901”; sökte utan.")
    expect(page.locator("#answer")).to_contain_text("Visar även träffar för ”nattbussar”")
    announced(page, "Inget fanns för ”1901”")


def test_other_paragraphs_of_an_item_are_folded_away(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    card = page.locator(".bs-hit").first
    expect(card.get_by_text(RESERVATION.text)).to_be_hidden()
    card.get_by_text("Fler stycken ur samma ärende (2)").click()
    expect(card.get_by_text(RESERVATION.text)).to_be_visible()
    expect(card.get_by_role("link", name="Visa i handlingen (s. 3)")).to_be_visible()


def test_filters_are_cleared_together(visit: Visits) -> None:
    page = visit().open("?q=nattbussar&organ=Kommunfullm%C3%A4ktige&dnr=KS+2023/145")
    expect(page.locator(".bs-hit")).to_have_count(2)
    page.get_by_role("button", name="Rensa").click()
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))
    expect(page.get_by_label("Organ", exact=True)).to_have_value("")
    expect(page.get_by_label("Diarienummer")).to_have_value("")
    assert page.url.endswith("/?q=nattbussar")


def test_a_case_number_leads_to_the_case(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    page.get_by_role("link", name="KS 2023/145").first.click()
    expect(page.locator("#view-arende")).to_contain_text("KS 2023/145")
    expect(page.locator("#view-arende h2").first).to_be_visible()
    expect(page.locator("#hits")).to_be_hidden()
    assert "?vy=arende&dnr=KS" in page.url
    page.go_back()
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))
    assert page.evaluate("performance.getEntriesByType('navigation').length") == 1


def test_a_citation_is_copied_whole(visit: Visits) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"]).open("?q=nattbussar")
    page.locator(".bs-hit .bs-copy").first.click()
    expect(page.locator(".bs-hit .bs-copy").first).to_have_text("Kopierad")
    announced(page, "Kopierad")
    assert page.evaluate("navigator.clipboard.readText()") == DECISION.citation


def test_the_keyboard_suffices_and_focus_is_seen(visit: Visits) -> None:
    page = visit().open("?q=nattbussar")
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))
    page.get_by_label("Din fråga").focus()
    reached: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("(({ className, id }) => className || id)(document.activeElement)")
        )
        if "bs-open" in reached[-1]:
            break
        style = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return s.outlineStyle + ' ' + s.outlineWidth; })()"
        )
        assert style == "solid 3px", reached[-1]
    assert "bs-open" in reached[-1]
    assert any("bs-fold" in each for each in reached)
    assert any("bs-cite" in each for each in reached)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_needs_no_sideways_scrolling(visit: Visits, scheme: str) -> None:
    page = visit(color_scheme=scheme, **PHONE).open("?q=nattbussar+beslut+1901")
    expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))
    page.get_by_text("Fler stycken ur samma ärende (2)").tap()
    assert fits(page)
    chips = page.eval_on_selector_all(".bs-chip", "all => all.map(c => c.offsetHeight)")
    assert len(chips) == 2
    assert min(chips) >= 44
    fold = page.get_by_role("button", name="Avgränsa")
    expect(fold).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_label("Organ", exact=True)).to_be_hidden()
    fold.tap()
    expect(fold).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_label("Organ", exact=True)).to_be_visible()
    assert fits(page)
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 25, 28)"
    assert dark == (scheme == "dark")


def test_nothing_moves_for_those_who_ask_for_that(visit: Visits) -> None:
    page = visit(reduced_motion="reduce").open("?q=nattbussar")
    moving = page.evaluate(
        "[...document.querySelectorAll('.gradio-container *')].filter((part) => {"
        " const style = getComputedStyle(part);"
        " return style.animationName !== 'none' || style.transitionDuration !== '0s'; }).length"
    )
    assert moving == 0


def test_what_could_not_be_read_is_listed_on_demand(visit: Visits) -> None:
    page = visit().open()
    row = page.get_by_text("Kör texttolkning (OCR)")
    expect(row).to_be_hidden()
    page.get_by_text("2 handlingar kunde inte läsas").click()
    expect(row).to_be_visible()


def test_an_empty_index_tells_a_first_user_what_to_do(visit: Visits, serve: Serve) -> None:
    index = StandInIndex(hits=(), ingested=(), offered=Choices((), (), (), (), ()))
    index.contents = replace(
        index.contents, documents=0, items=0, bodies=(), date_from=None, date_to=None
    )
    page = visit(serve(index)).open()
    expect(page.get_by_role("heading", name="Här finns inga handlingar ännu")).to_be_visible()
    page.get_by_label("Din fråga").fill("bussar")
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_contain_text("mappen ingest")


def test_hostile_text_does_no_harm(visit: Visits, serve: Serve) -> None:
    names = tuple((text[:60], 1) for text in HOSTILE)
    index = StandInIndex(
        hits=tuple(
            replace(hostile_hit(text), id=str(n), item_id=str(n)) for n, text in enumerate(HOSTILE)
        ),
        offered=replace(CHOICES, huvudman=names, organ=names),
    )
    index.contents = replace(index.contents, bodies=tuple(text for text in HOSTILE))
    address = serve(index)
    for options in ({}, PHONE):
        page = visit(address, **options).open("?q=%3Cimg+src%3Dx+onerror%3D%22harmed%3D6%22%3E")
        expect(page.locator(".bs-hit")).to_have_count(len(HOSTILE))
        for text in HOSTILE[:6]:
            expect(page.locator("#hits")).to_contain_text(text)
            expect(page.locator("#answer")).to_contain_text(text)
        assert page.evaluate("typeof window.harmed") == "undefined"
        assert page.locator("#hits img, #hits script, #answer img, #answer script").count() == 0
        page.locator("#hits a.bs-show").first.click()
        expect(page.locator("#document .bs-document")).to_be_visible()
        assert page.locator("#document script, #document .bs-item img").count() == 0
        assert fits(page)
        page.keyboard.press("Escape")
        expect(page.locator("#document .bs-document")).to_be_hidden()
        values = page.eval_on_selector_all("#select-organ option", "all => all.map(o => o.value)")
        assert values == ["", *(name for name, _ in names)]
        assert fits(page)
        page.get_by_role("button", name="Avgränsa").click()
        page.locator("#select-organ").select_option(index=2)
        expect(page.locator(".bs-hit")).to_have_count(1)
        assert page.evaluate("typeof window.harmed") == "undefined"


def test_visitors_are_answered_side_by_side(visit: Visits) -> None:
    pages = [visit().open() for _ in range(5)]
    for number, page in enumerate(pages):
        page.get_by_label("Din fråga").fill(f"nattbussar {number}")
        page.keyboard.press("Enter")
    for page in pages:
        expect(page.locator(".bs-hit")).to_have_count(len(ITEMS))
