"""Hits as cards."""

from collections.abc import Sequence

from beslutssok.app.page.badges import render_item_outcome, render_section_badge, section_word
from beslutssok.app.page.markup import mark_words, shorten, show_inline, show_text, split_long
from beslutssok.app.page.sources import (
    render_citation,
    render_copy_button,
    render_open_link,
    render_where,
)
from beslutssok.app.page.texts import Texts
from beslutssok.domain import Case, Hit

LONGEST_TITLE = 220
LONGEST_TEXT = 480


def render_hits(hits: Sequence[Hit], texts: Texts, *, nearest: bool = False) -> str:
    """List the hits; ``nearest`` says that they come close but may not answer the question."""
    heading = texts.nearest if nearest else texts.hits
    note = f'<p class="bs-note">{show_text(texts.nearest_note)}</p>' if nearest else ""
    count = texts.number_of(len(hits), texts.hit)
    cards = "".join(f"<li>{render_hit(hit, texts)}</li>" for hit in hits)
    return (
        f'<section class="bs-hits" aria-labelledby="bs-hits-heading" '
        f'data-announce="{show_text(count)}">'
        f'<div class="bs-heading-row"><h2 id="bs-hits-heading">{show_text(heading)}</h2>'
        f'<p class="bs-count">{show_text(count)}</p></div>{note}<ol>{cards}</ol></section>'
    )


def render_case(case: Case, texts: Texts) -> str:
    """List the steps of a case in order of time."""
    count = texts.number_of(len(case.steps), texts.case_step)
    steps = "".join(
        f"<li>{render_hit(step.hit, texts, step=step.kind)}</li>" for step in case.steps
    )
    heading = show_inline(texts.case.format(case_number=case.case_number))
    return (
        f'<section class="bs-hits" aria-labelledby="bs-hits-heading" '
        f'data-announce="{show_text(count)}">'
        f'<h2 id="bs-hits-heading">{heading}</h2>'
        f'<p class="bs-case-title">{show_inline(shorten(case.title, LONGEST_TITLE))}</p>'
        f'<p class="bs-note">{show_text(texts.case_note.format(steps=count))}</p>'
        f'<ol class="bs-steps">{steps}</ol></section>'
    )


def render_hit(hit: Hit, texts: Texts, step: str = "") -> str:
    """Show one paragraph with what it is, where it stands and how to cite it.

    ``step`` names the step of a case that the paragraph tells of.
    """
    title = shorten(hit.item_title.strip() or texts.untitled, LONGEST_TITLE)
    told_by_badge = step.casefold() in section_word(hit, texts).casefold()
    kind = "" if told_by_badge else f'<span class="bs-step">{show_inline(step)}</span>'
    return (
        f'<article class="bs-hit" lang="sv"><div class="bs-badges">{kind}'
        f"{render_section_badge(hit, texts)}{render_item_outcome(hit, texts)}</div>"
        f'<h3 class="bs-title">{show_inline(title)}</h3>{render_where(hit, texts)}'
        f'<div class="bs-text" dir="auto">{render_paragraph(hit, texts)}</div>'
        f'<div class="bs-actions"><span class="bs-citation">{render_citation(hit)}</span>'
        f"{render_open_link(hit, texts)}"
        f"{render_copy_button(hit, texts)}</div></article>"
    )


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
