"""How a view plugs into the page.

The address chooses the view: ``?vy=NAME&…``; without ``vy`` it is the search. A view is an object
with the parts of ``View``. It lives in a module of its own, ``NAME_view.py``; it is put in the
tuple ``VIEWS`` in ``registry.py``, and its style sheet in ``STYLES`` in ``assets.py``. A whole
view, that greets::

    class GreetingView:
        name = "halsning"

        def label(self, texts: Texts) -> str:
            return GREETING[texts.language].label  # in the navigation; "" is not there

        def build(self, source: Source, texts: Texts) -> Sequence[Component]:
            return [html_part("greeting")]  # or any Gradio parts, with events of their own

        def load(self, source: Source, texts: Texts, parameters: Parameters) -> Shown:
            who = parameters.get("vem", "")
            words = GREETING[texts.language]
            return Shown(words.title, [f"<h2>{words.hello} {show_inline(who)}</h2>"], words.hello)

``build`` runs once within the ``Blocks``, inside a column that is seen only with this view.
``load`` runs in a thread each time the address comes to name the view; what it gives is put in
the parts that ``build`` gave, in order (``gr.skip()`` leaves one as it is). It may raise
``BeslutssokError``: the page shows message and remedy. A heading of level 1 is above: a view
begins with ``<h2>``.

What script.js does for HTML in any view:

- ``<a href="?…">`` is taken without a reload; one to the same view runs ``load`` anew. Back and
  forward do too. ``write_link`` writes such addresses.
- ``<form class="bs-go" action="?">`` with named fields likewise: ``vy`` as a hidden field.
- ``<a class="bs-show" href="?id=HIT-ID" data-id="HIT-ID">`` opens the document beside the view
  (``sources.render_show_link``); ``<button class="bs-copy" data-citation="…">`` copies.
- ``<a class="bs-download" href="…" download>`` and every other address are left to the browser.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlencode

import gradio as gr
from gradio.components import Component

from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts

VIEW_PARAMETER = "vy"
Parameters = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view came to show.

    ``title`` is that of the browser's window, without the name of the program; ``updates`` has
    one value, or Gradio update, for each part; ``announce`` is read aloud, if there is any.
    """

    title: str
    updates: Sequence[object]
    announce: str = ""


class View(Protocol):
    """One view of the page; see the head of this module."""

    @property
    def name(self) -> str:
        """What ``vy`` has in the address; lower-case ASCII."""

    def label(self, texts: Texts) -> str:
        """The words for it in the navigation; empty for a view that is only linked to."""

    def build(self, source: Source, texts: Texts) -> Sequence[Component]:
        """Lay out the parts in the column that is being built, and give those to fill."""

    def load(self, source: Source, texts: Texts, parameters: Parameters) -> Shown:
        """Say what the parts are to hold for an address."""


def html_part(elem_id: str | None, value: str = "", css: str | None = None) -> gr.HTML:
    """Make a part that is filled with HTML; one that is never filled anew needs no identifier."""
    return gr.HTML(
        value, elem_id=elem_id, elem_classes=css, js_on_load=None, apply_default_css=False
    )


def write_link(**parameters: str | None) -> str:
    """Write an address within the page; empty parameters are left out. Escape it in attributes.

    >>> write_link(vy="arende", dnr="RS/762/2024", om="")
    '?vy=arende&dnr=RS/762/2024'
    """
    filled = [(name, value) for name, value in parameters.items() if value]
    return "?" + urlencode(filled, safe="/", quote_via=quote, errors="replace")
