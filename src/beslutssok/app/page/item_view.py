"""The view of one item (``?id=…``): the address of a hit or an item, for citations."""

from collections.abc import Sequence

from gradio.components import Component

from beslutssok.app.page.document_panel import show_document
from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.views import Parameters, Shown, html_part
from beslutssok.errors import BeslutssokError


class OneItem:
    """One item, with the page it stands on."""

    name = "paragraf"

    def label(self, texts: Texts) -> str:
        """Give none: it is only linked to."""
        return ""

    def build(self, source: Source, texts: Texts) -> Sequence[Component]:
        """Lay out one part."""
        return (html_part("item"),)

    def load(self, source: Source, texts: Texts, parameters: Parameters) -> Shown:
        """Show the document of ``id``, opened where it stands."""
        asked = parameters.get("id", "")
        shown = show_document(source, asked, texts, beside=False)
        try:
            title = source.show(asked).citation
        except BeslutssokError:
            title = texts.hit_missing
        return Shown(title, (shown,), title)
