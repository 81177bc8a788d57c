"""The document beside a hit: its page as a picture with the very lines marked, and its item.

``document.js`` turns pages, zooms, and lays the rectangles on the picture.
"""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from beslutssok.app.page.answer_card import render_error, render_message
from beslutssok.app.page.badges import render_item_outcome, render_section_badge, section_word
from beslutssok.app.page.entity_card import render_entities
from beslutssok.app.page.hit_cards import LONGEST_TITLE
from beslutssok.app.page.markup import document_address, shorten, show_inline, show_text
from beslutssok.app.page.source import Source
from beslutssok.app.page.sources import (
    render_copy_button,
    render_ocr_note,
    render_permalink,
    render_similar_link,
    render_where,
)
from beslutssok.app.page.texts import Texts
from beslutssok.domain import Hit
from beslutssok.errors import BeslutssokError, CitationNotFound
from beslutssok.library import ItemView

MARGIN = 1.5
"""Points that a rectangle reaches outside the line it marks."""


def show_document(source: Source, hit_id: str, texts: Texts, *, beside: bool = True) -> str:
    """Show the document that a hit (by ``id``) stands in, or say why it cannot be shown.

    ``beside`` is a panel that can be closed; else it is the view itself.
    """
    try:
        item = source.show(hit_id)
    except CitationNotFound:
        note = texts.hit_missing_note.format(id=hit_id)
        return _wrap_message(render_message(texts.hit_missing, note), hit_id, texts, beside)
    except BeslutssokError as exc:
        return _wrap_message(render_error(exc, texts), hit_id, texts, beside)
    hit = next((each for each in item.passages if each.id == hit_id), item.passages[0])
    try:
        pages = source.page_count(hit.file, hit.sha256 or None)
    except BeslutssokError:
        pages = 0
    return render_document(item, hit, pages, texts, hit_id, beside=beside)


def render_document(
    item: ItemView, hit: Hit, pages: int, texts: Texts, asked: str, *, beside: bool = True
) -> str:
    """Show the page of a hit with its lines marked, and beside it the whole item.

    ``pages`` is how many the document has, 0 where its file cannot be opened; ``asked`` is the
    identifier it was asked for by.
    """
    title = shorten(item.title.strip() or texts.untitled, LONGEST_TITLE)
    name = show_text(f"{texts.document_panel}: {hit.citation}")
    sheet = _render_sheet(item.passages, hit, texts) if pages else ""
    missing = "" if pages else f'<p class="bs-note">{show_text(texts.page_missing)}</p>'
    return (
        f'<section class="bs-document" role="region" aria-label="{name}" '
        f'data-id="{show_text(asked)}" data-file="{show_text(_key(hit))}" '
        f'data-page="{hit.page}" data-pages="{pages}" '
        f'data-image="{show_text(_image_address(hit))}">'
        f'<div class="bs-document-head"><h2 tabindex="-1">{show_inline(title)}</h2>'
        f"{_render_close(texts) if beside else ''}</div>"
        f'<div lang="sv">{render_where(hit, texts)}</div>'
        f"{_render_tools(texts) if pages else ''}{_render_neighbours(texts) if beside else ''}"
        f'<div class="bs-leaf">{sheet}{missing}'
        f'<div class="bs-item">{_render_links(hit, texts)}{_render_item(item, hit, texts)}'
        f"</div></div></section>"
    )


def _wrap_message(message: str, asked: str, texts: Texts, beside: bool) -> str:
    return (
        f'<section class="bs-document" role="region" '
        f'aria-label="{show_text(texts.document_panel)}" data-id="{show_text(asked)}" '
        f'data-page="1" '
        f'data-pages="0" data-file="" data-image="">'
        f'<div class="bs-document-head"><h2 tabindex="-1">{show_text(texts.document_panel)}</h2>'
        f"{_render_close(texts) if beside else ''}</div>{message}</section>"
    )


def _render_close(texts: Texts) -> str:
    return (
        f'<button type="button" class="bs-close">{show_text(texts.close)}'
        f'<span aria-hidden="true">×</span></button>'
    )


def _render_tools(texts: Texts) -> str:
    return (
        f'<div class="bs-tools"><div>{_button("turn", -1, texts.previous_page, "‹")}'
        f'<span class="bs-page-of" role="status"></span>'
        f"{_button('turn', 1, texts.next_page, '›')}</div>"
        f"<div>{_button('zoom', -1, texts.zoom_out, '−')}{_button('zoom', 1, texts.zoom_in, '+')}"
        f"</div></div>"
    )


def _render_neighbours(texts: Texts) -> str:
    return (
        f'<div class="bs-neighbours" hidden>{_button("hit", -1, texts.previous_hit, "‹")}'
        f"<span></span>{_button('hit', 1, texts.next_hit, '›')}</div>"
    )


def _button(name: str, value: int, words: str, sign: str) -> str:
    return (
        f'<button type="button" data-{name}="{value}" aria-label="{show_text(words)}" '
        f'title="{show_text(words)}"><span aria-hidden="true">{sign}</span></button>'
    )


def _render_sheet(passages: Sequence[Hit], hit: Hit, texts: Texts) -> str:
    marks = "".join(_render_rectangles(hit, "bs-the-hit"))
    others = "".join(
        rectangle
        for passage in passages
        if passage.id != hit.id
        for rectangle in _render_rectangles(passage, "")
    )
    name = show_text(f"{texts.document_panel}, {hit.citation}")
    return (
        f'<div class="bs-sheet" tabindex="0" role="group" aria-label="{name}" aria-busy="true">'
        f'<div class="bs-paper"><img alt="">{others}{marks}</div>'
        f'<p class="bs-missing bs-note" hidden>{show_text(texts.page_missing)}</p></div>'
    )


def _render_rectangles(passage: Hit, css: str) -> Iterable[str]:
    for place in passage.places:
        sides = (
            place.left - MARGIN,
            place.top - MARGIN,
            place.right + MARGIN,
            place.bottom + MARGIN,
        )
        box = " ".join(f"{side:.1f}" for side in sides)
        yield (
            f'<span class="bs-rect {css}" hidden data-page="{place.page}" data-box="{box}"></span>'
        )


def _render_links(hit: Hit, texts: Texts) -> str:
    address = show_text(document_address(hit.file, hit.page, hit.sha256))
    name = show_text(hit.file.rpartition("/")[2])
    return (
        f'<p class="bs-actions"><a class="bs-pdf" href="{address}" target="_blank" rel="noopener">'
        f'{show_text(texts.open_pdf)}<span class="bs-hidden"> ({show_text(texts.opens_new_tab)})'
        f'</span></a><a class="bs-pdf" href="{address}" download="{name}">'
        f"{show_text(texts.download_pdf)}</a>{render_permalink(hit, texts)}"
        f"{render_similar_link(hit, texts)}{render_copy_button(hit, texts)}</p>"
    )


def _render_item(item: ItemView, hit: Hit, texts: Texts) -> str:
    entities = render_entities(item.entities, texts)
    heading = show_text(texts.item_entities)
    told = f"<h3>{heading}</h3>{entities}" if entities else ""
    rows = "".join(_render_passage(each, before, hit, texts) for before, each in _pairs(item))
    return (
        f"{render_item_outcome(hit, texts)}{told}<h3>{show_text(texts.item_text)}</h3>"
        f'<div class="bs-passages" lang="sv">{rows}</div>'
    )


def _pairs(item: ItemView) -> Iterable[tuple[Hit | None, Hit]]:
    return zip((None, *item.passages[:-1]), item.passages, strict=True)


def _render_passage(passage: Hit, before: Hit | None, hit: Hit, texts: Texts) -> str:
    begins = before is None or section_word(before, texts) != section_word(passage, texts)
    badge = f"<p>{render_section_badge(passage, texts)}</p>" if begins else ""
    is_hit = passage.id == hit.id
    turn = ""
    if before is None or before.page != passage.page:
        words = show_text(texts.go_to_page.format(page=passage.page))
        turn = f'<button type="button" class="bs-goto" data-goto="{passage.page}">{words}</button>'
    text = show_text(passage.text)
    shown = f"<mark>{text}</mark>" if is_hit else text
    label = f'<span class="bs-hidden">{show_text(texts.the_hit)}: </span>' if is_hit else ""
    return (
        f'{badge}{turn}<p class="bs-text" dir="auto">{label}{shown}</p>'
        f"{render_ocr_note(passage, texts)}"
    )


def _key(hit: Hit) -> str:
    return hit.sha256 or hit.file


def _image_address(hit: Hit) -> str:
    file = quote(hit.file, safe="/", errors="surrogatepass")
    which = f"&sha256={hit.sha256}" if hit.sha256 else ""
    return f"handlingar/{file}/sida/{{page}}.png?skala={{scale}}{which}"
