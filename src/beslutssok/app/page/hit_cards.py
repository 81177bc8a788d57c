"""Hits as cards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from beslutssok.app.page.badges import render_item_outcome, render_section_badge
from beslutssok.app.page.form import Form, write_address
from beslutssok.app.page.markup import mark_words, shorten, show_inline, show_text, split_long
from beslutssok.app.page.sources import (
    render_citation,
    render_copy_button,
    render_ocr_note,
    render_same_text,
    render_show_link,
    render_similar_link,
    render_where,
)
from beslutssok.app.page.texts import Texts
from beslutssok.domain import Hit
from beslutssok.search import HitGroup

LONGEST_TITLE = 220
LONGEST_TEXT = 480


@dataclass(frozen=True, slots=True)
class HitList:
    """What goes with a list of hits: the form that was asked, and where more are to be had.

    ``more`` is an address, or empty where all are shown; ``is_sorted`` says that the hits are in
    order of time.
    """

    form: Form = Form()
    more: str = ""
    is_sorted: bool = False


def render_hits(
    groups: Sequence[HitGroup],
    texts: Texts,
    *,
    nearest: bool = False,
    listed: HitList | None = None,
) -> str:
    """List the hits by item; ``nearest`` says that they come close but may not be an answer."""
    heading = texts.nearest if nearest else texts.hits
    note = f'<p class="bs-note">{show_text(texts.nearest_note)}</p>' if nearest else ""
    listed = listed or HitList()
    if listed.is_sorted:
        note += f'<p class="bs-note">{show_text(texts.sorted_among)}</p>'
    count = _count(groups, texts)
    cards = "".join(
        f'<li id="bs-item-{number}">{render_group(group, texts)}</li>'
        for number, group in enumerate(groups, start=1)
    )
    return (
        f'<section class="bs-hits" aria-labelledby="bs-hits-heading" '
        f'data-announce="{show_text(count)}">'
        f'<div class="bs-heading-row"><h2 id="bs-hits-heading">{show_text(heading)}</h2>'
        f'<p class="bs-count">{show_text(count)}</p></div>{note}<ol>{cards}</ol>'
        f"{_render_more(listed, len(groups), texts)}"
        f"{render_downloads(listed.form, texts)}</section>"
    )


def _render_more(listed: HitList, shown: int, texts: Texts) -> str:
    if not listed.more:
        return ""
    return (
        f'<p class="bs-more-hits"><a href="{show_text(listed.more)}" '
        f'data-focus="#bs-item-{shown + 1} h3">{show_text(texts.more_hits)}</a></p>'
    )


def render_downloads(form: Form, texts: Texts) -> str:
    """Offer the hits of a question as files, and the page on paper."""
    if not form.question:
        return ""
    address = write_address(form)
    links = "".join(
        f'<a class="bs-download" href="traffar.{kind}{show_text(address)}" download>'
        f"{kind.upper()}</a>"
        for kind in ("csv", "json")
    )
    return (
        f'<p class="bs-take-along"><span>{show_text(texts.download_hits)}</span>{links}'
        f'<button type="button" class="bs-print">{show_text(texts.print)}</button></p>'
    )


def render_group(group: HitGroup, texts: Texts) -> str:
    """Show the best paragraph of an item; its others, and those of the same text, on demand."""
    known = {hit.citation: hit for hit in group.elsewhere}
    named = {citation for hit in group.hits for citation in hit.also_in}
    unlike = [hit for hit in group.elsewhere if hit.citation not in named]
    others = _render_others(group.hits[1:], texts.more_of_item, known, texts)
    others += _render_others(unlike, texts.more_elsewhere, known, texts)
    return render_hit(group.best, texts, known=known, others=others)


def render_hit(
    hit: Hit,
    texts: Texts,
    known: Mapping[str, Hit] = MappingProxyType({}),
    others: str = "",
) -> str:
    """Show one paragraph with what it is, where it stands and how to cite it.

    ``known`` are hits by their citations, to be linked to where the same text stands; ``others``
    is HTML for the card's end.
    """
    title = shorten(hit.item_title.strip() or texts.untitled, LONGEST_TITLE)
    return (
        f'<article class="bs-hit" lang="sv"><div class="bs-badges">'
        f"{render_section_badge(hit, texts)}{render_item_outcome(hit, texts)}</div>"
        f'<h3 class="bs-title">{show_inline(title)}</h3>{render_where(hit, texts)}'
        f'<div class="bs-text" dir="auto">{render_paragraph(hit, texts)}</div>'
        f"{render_ocr_note(hit, texts)}{render_same_text(hit, known, texts)}"
        f"{_render_actions(hit, texts)}{others}</article>"
    )


def _render_others(
    hits: Sequence[Hit], heading: str, known: Mapping[str, Hit], texts: Texts
) -> str:
    if not hits:
        return ""
    rows = "".join(
        f'<li><div class="bs-badges">{render_section_badge(hit, texts)}</div>'
        f'<div class="bs-text" dir="auto">{render_paragraph(hit, texts)}</div>'
        f"{render_ocr_note(hit, texts)}{render_same_text(hit, known, texts)}"
        f"{_render_actions(hit, texts)}</li>"
        for hit in hits
    )
    summary = show_text(heading.format(count=len(hits)))
    return f'<details class="bs-others"><summary>{summary}</summary><ul>{rows}</ul></details>'


def _render_actions(hit: Hit, texts: Texts) -> str:
    return (
        f'<div class="bs-actions"><span class="bs-citation">{render_citation(hit.citation)}</span>'
        f"{render_show_link(hit, texts)}{render_copy_button(hit, texts)}"
        f"{render_similar_link(hit, texts)}</div>"
    )


def _count(groups: Sequence[HitGroup], texts: Texts) -> str:
    hits = [hit for group in groups for hit in (*group.hits, *group.elsewhere)]
    items = {hit.item_id or hit.id for hit in hits}
    count = texts.number_of(len(hits), texts.hit)
    if len(items) == len(hits):
        return count
    return texts.hits_of_items.format(hits=count, items=texts.number_of(len(items), texts.item))


def render_paragraph(hit: Hit, texts: Texts) -> str:
    """Show the text of a hit with its matches marked; of a long one, the rest on demand."""
    beginning, rest = split_long(hit.text, LONGEST_TEXT)
    shown = f"<p>{mark_words(beginning, hit.matched)}{' …' if rest else ''}</p>"
    if not rest:
        return shown
    return (
        f"{shown}<details><summary>{show_text(texts.show_all)}</summary>"
        f"<p>{mark_words(rest, hit.matched)}</p></details>"
    )
