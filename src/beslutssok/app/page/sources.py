"""Where a hit stands: its meeting in words, its citation, and the way to the PDF."""

import re
from collections.abc import Mapping

from beslutssok.app.page.markup import shorten, show_inline, show_text
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.views import write_link
from beslutssok.domain import DocumentKind, Hit

LONGEST_NAME = 120
_TOGETHER = re.compile(r"(§|\bs\.|\bp\.) ")
SEPARATOR = '<span class="bs-dot" aria-hidden="true"> · </span>'


def render_where(hit: Hit, texts: Texts) -> str:
    """Tell body, organisation, date, item, case number and kind of document."""
    parts = [show_inline(shorten(name, LONGEST_NAME)) for name in (hit.organ, hit.huvudman) if name]
    if hit.date is not None:
        written = show_text(texts.day(hit.date))
        parts.append(f'<time datetime="{hit.date.isoformat()}">{written}</time>')
    if hit.item_number:
        parts.append(show_inline(_item_name(hit, texts)))
    if hit.case_number:
        parts.append(render_case_link(hit, hit.case_number))
    if not hit.document_kind.records_decisions or not parts:
        parts.append(show_text(texts.kinds[hit.document_kind]))
    return f'<p class="bs-where">{SEPARATOR.join(parts)}</p>'


def case_address(hit: Hit) -> str:
    """The address of the view of a hit's case; one without a number is known by the item.

    Several organisations may have cases of one number.
    """
    if not hit.case_number:
        return write_link(vy="arende", dnr=hit.item_id)
    return write_link(vy="arende", dnr=hit.case_number, huvudman=hit.huvudman)


def render_case_link(hit: Hit, words: str) -> str:
    """Link to the view of a hit's whole case."""
    return f'<a class="bs-case" href="{show_text(case_address(hit))}">{show_inline(words)}</a>'


def render_show_link(hit: Hit, texts: Texts) -> str:
    """Link to the page that a hit stands on, shown beside the list (``document.js``)."""
    words = show_text(texts.show_document.format(page=hit.page))
    return (
        f'<a class="bs-open bs-show" {_shows(hit)}>{words}'
        f'<span class="bs-hidden"> – {show_inline(hit.citation)}</span></a>'
    )


def render_citation_link(hit: Hit, texts: Texts) -> str:
    """Link the citation itself to the page that it names."""
    return f'<a class="bs-cite bs-show" {_shows(hit)}>{render_citation(hit.citation)}</a>'


def render_permalink(hit: Hit, texts: Texts) -> str:
    """Link to the item of a hit by its identifier, which stands for good."""
    return f'<a href="{show_text(write_link(id=hit.id))}">{show_text(texts.permalink)}</a>'


def render_similar_link(hit: Hit, texts: Texts) -> str:
    """Link to earlier cases like the item of a hit; nothing outside items."""
    if not hit.item_id:
        return ""
    address = show_text(write_link(vy="liknande", id=hit.item_id))
    return f'<a class="bs-similar" href="{address}">{show_text(texts.similar_items)}</a>'


def render_copy_button(hit: Hit, texts: Texts) -> str:
    """Make a button that copies the citation (``script.js`` listens to it)."""
    return (
        f'<button type="button" class="bs-copy" data-citation="{show_text(hit.citation)}">'
        f"{show_text(texts.copy)}</button>"
    )


def render_same_text(hit: Hit, known: Mapping[str, Hit], texts: Texts) -> str:
    """Tell where else the text of a hit stands; what ``known`` has by citation is linked to."""
    if not hit.also_in:
        return ""
    places = "; ".join(
        render_citation_link(known[citation], texts)
        if citation in known
        else render_citation(citation)
        for citation in hit.also_in
    )
    return f'<p class="bs-note bs-same-text">{show_text(texts.same_text)} {places}</p>'


def render_citation(citation: str) -> str:
    """Show a citation, so that a page or a § stays on one line with its number."""
    return show_inline(_TOGETHER.sub("\\1\N{NO-BREAK SPACE}", citation))


def render_ocr_note(hit: Hit, texts: Texts) -> str:
    """Warn of a text that was recognised in a picture."""
    return f'<p class="bs-note">{show_text(texts.recognised)}</p>' if hit.ocr else ""


def _shows(hit: Hit) -> str:
    address, key = write_link(id=hit.id), hit.sha256 or hit.file
    return f'href="{show_text(address)}" data-id="{show_text(hit.id)}" data-file="{show_text(key)}"'


def _item_name(hit: Hit, texts: Texts) -> str:
    if hit.document_kind.records_decisions:
        return texts.paragraph_sign.format(number=hit.item_number)
    if hit.document_kind is DocumentKind.AGENDA:
        return texts.agenda_item.format(number=hit.item_number)
    return texts.chapter.format(number=hit.item_number)
