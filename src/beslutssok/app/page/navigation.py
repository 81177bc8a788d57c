"""The top of the page: its name, its views, its languages, and what view is shown."""

from beslutssok.app.page.languages import LANGUAGE_PARAMETER
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.registry import VIEWS
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.views import VIEW_PARAMETER, Parameters, View, write_link

SEARCH = "sok"
"""What the search is called among the views; it has no ``vy`` in its address."""

_ITEM_VIEW, _CASE_VIEW = "paragraf", "arende"


def choose_view(parameters: Parameters) -> View | None:
    """Choose the view that an address names; ``None`` is the search.

    The address of a paragraph (``?id=``) and of a case (``?dnr=``) need not name their view.
    """
    by_name = {view.name: view for view in VIEWS}
    name = parameters.get(VIEW_PARAMETER, "")
    if not name and not parameters.get("q"):
        if parameters.get("id"):
            name = _ITEM_VIEW
        elif parameters.get("dnr"):
            name = _CASE_VIEW
    return by_name.get(name)


def render_top(
    texts: Texts, parameters: Parameters, view: View | None, title: str, announce: str = ""
) -> str:
    """Show name, views and languages; ``script.js`` reads from it what is shown."""
    shown = view.name if view else SEARCH
    links = [_link(write_link(), texts.search_view, view is None)]
    links += [
        _link(write_link(vy=each.name), each.label(texts), each is view)
        for each in VIEWS
        if each.label(texts)
    ]
    other = "en" if texts.language == "sv" else "sv"
    rest = {name: value for name, value in parameters.items() if name != LANGUAGE_PARAMETER}
    address = write_link(**rest, **({LANGUAGE_PARAMETER: other} if other != "sv" else {}))
    return (
        f'<div class="bs-top" data-view="{shown}" data-title="{show_text(title)}" '
        f'data-announce="{show_text(announce)}">'
        f'<a class="bs-skip" href="#content">{show_text(texts.skip)}</a>'
        f'<header class="bs-header"><h1><a href="?">{show_text(texts.name)}</a></h1>'
        f'<a class="bs-language" href="{show_text(address)}" hreflang="{other}" lang="{other}" '
        f'data-language="{other}">{show_text(texts.other_language)}</a></header>'
        f'<nav aria-label="{show_text(texts.navigation)}"><ul>'
        f"{''.join(f'<li>{link}</li>' for link in links)}</ul></nav></div>"
    )


def _link(address: str, words: str, is_shown: bool) -> str:
    current = ' aria-current="page"' if is_shown else ""
    return f'<a href="{show_text(address)}"{current}>{show_text(words)}</a>'
