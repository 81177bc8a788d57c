"""Long lists of items, shown a page at a time: ``sida`` in the address turns."""

from collections.abc import Callable

from beslutssok.app.page.markup import show_text
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_words import words_in
from beslutssok.app.page.views import Parameters

ITEMS_SHOWN = 25
"""The items of a page."""


def read_page(parameters: Parameters) -> int:
    """Which page, from 1, the address asks for; the first where it names none."""
    page = parameters.get("sida", "").strip()
    return max(1, int(page)) if page.isdecimal() and len(page) < 6 else 1


def render_turn(page: int, count: int, link: Callable[[int], str], texts: Texts) -> str:
    """Say which of all items a page has, and lead to the pages before and after it.

    ``link`` gives the address of a page.
    """
    words = words_in(texts).actions
    first = (page - 1) * ITEMS_SHOWN
    said = show_text(
        words.shown.format(
            first=min(first + 1, count), last=min(first + ITEMS_SHOWN, count), count=count
        )
    )
    links = []
    if page > 1:
        links.append((link(page - 1), words.newer))
    if page * ITEMS_SHOWN < count:
        links.append((link(page + 1), words.older))
    turned = "".join(f'<a href="{show_text(to)}">{show_text(to_said)}</a>' for to, to_said in links)
    return f'<nav class="bs-turn" aria-label="{said}"><span>{said}</span>{turned}</nav>'
