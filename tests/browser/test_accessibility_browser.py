"""What axe-core finds on each view, on a desk and on a phone, light and dark: nothing serious."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.fakes.stand_in_index import DECISION

from .conftest import Visit

Visits = Callable[..., Visit]
WIDTHS = {"desk": 1280, "phone": 390}
ONLY_VIOLATIONS = {"resultTypes": ["violations"]}
ALL_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
RULES_OF_COLOUR = {"runOnly": ["color-contrast", "link-in-text-block"]}
VIEWS = {
    "first sight": "",
    "answer": "?q=nattbussar+beslut+1901",
    "no answer": "?q=Vad+%C3%A4r+meningen%3F",
    "error": "?q=krasch",
    "filters": "?q=nattbussar&organ=Regionstyrelsen&fran=2024",
    "document": f"?q=nattbussar&visa={DECISION.id}",
    "item": f"?id={DECISION.id}",
    "case": "?vy=arende&dnr=RS/762/2024",
    "precedents": "?vy=liknande",
    "overview": "?vy=oversikt",
    "matters": "?vy=arendeslag&slag=motion",
    "actions": "?vy=agerande&vem=S",
    "about": "?vy=om",
    "english": "?q=nattbussar&sprak=en",
}


def violations(page: Page, rules: dict[str, list[str]]) -> list[str]:
    found = Axe().run(page, options=rules | ONLY_VIOLATIONS).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_axe_finds_nothing(visit: Visits, view: str) -> None:
    page = visit(reduced_motion="reduce", color_scheme="light").open(view)
    expect(page.locator("[aria-busy=true]:not(.bs-sheet)")).to_have_count(0)
    found: dict[str, list[str]] = {}
    for device, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 900})
        found[device] = violations(page, ALL_RULES)
        page.evaluate("document.body.classList.add('dark')")
        found[f"{device}, dark"] = violations(page, RULES_OF_COLOUR)
        page.evaluate("document.body.classList.remove('dark')")
    assert {name: rows for name, rows in found.items() if rows} == {}
