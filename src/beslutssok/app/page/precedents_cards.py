"""Earlier cases like one at hand: how they ended, and each as a card."""

from dataclasses import replace

from beslutssok.app.page.badges import render_outcome_badge, render_section_badge
from beslutssok.app.page.hit_cards import LONGEST_TITLE, render_paragraph
from beslutssok.app.page.markup import shorten, show_inline, show_text
from beslutssok.app.page.outcome_looks import OUTCOME_ORDER, OUTCOME_TONES
from beslutssok.app.page.overview_figures import name_outcome
from beslutssok.app.page.plots import Bar, Part, render_bars, render_legend, render_patterns
from beslutssok.app.page.sources import (
    SEPARATOR,
    case_address,
    render_citation_link,
    render_copy_button,
    render_ocr_note,
    render_show_link,
    render_where,
)
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_texts import PrecedentTexts
from beslutssok.app.page.view_words import words_in
from beslutssok.domain import Precedent, Precedents, SectionKind

LONGEST_COMPARED = 1200
_SAYS_LITTLE = frozenset({SectionKind.RECIPIENTS, SectionKind.DOCUMENTS})
"""Sections that a case may be found by, but that do not tell what it is about."""


def render_precedents(found: Precedents, texts: Texts) -> str:
    """Show earlier cases like a text: how they ended in all, then each."""
    words = words_in(texts).precedents
    if not found.cases:
        return (
            f'<section class="bs-answer bs-message" data-announce="{show_text(words.none)}">'
            f"<h3>{show_text(words.none)}</h3><p>{show_text(words.none_advice)}</p>"
            f"{_render_compared(found, words)}</section>"
        )
    count = texts.number_of(len(found.cases), words.case)
    heading = (
        words.like_source.format(cases=count, source=shorten(found.source, LONGEST_TITLE))
        if found.source
        else words.like_text.format(cases=count)
    )
    cards = "".join(f"<li>{_render_card(case, texts, words)}</li>" for case in found.cases)
    return (
        f'<section class="bs-precedents" aria-labelledby="bs-precedents-heading" '
        f'data-announce="{show_text(heading)}">'
        f'<h3 id="bs-precedents-heading" tabindex="-1">{show_inline(heading)}</h3>'
        f"{_render_compared(found, words)}{render_outcomes(found, texts)}"
        f'<ol class="bs-cards">{cards}</ol></section>'
    )


def render_outcomes(found: Precedents, texts: Texts) -> str:
    """Show how the cases ended: as a bar, and in words."""
    words = words_in(texts).precedents
    counts = {each.outcome: each.count for each in found.outcomes if each.count}
    outcomes = [outcome for outcome in OUTCOME_ORDER if outcome in counts]
    parts = tuple(
        Part(name_outcome(outcome, texts), counts[outcome], OUTCOME_TONES[outcome])
        for outcome in outcomes
    )
    said = ", ".join(f"{part.count} {part.label[:1].lower()}{part.label[1:]}" for part in parts)
    sentence = words.decided.format(outcomes=said)
    return (
        f'<section class="bs-distribution"><h4>{show_text(words.outcomes)}</h4>'
        f"<p>{show_text(sentence)}</p>{render_patterns()}"
        f"{render_bars([Bar('', parts)], words.outcomes)}"
        f"{render_legend([(part.label, part.tone) for part in parts], words.outcomes)}"
        f'<p class="bs-note">{show_text(words.outcomes_note)}</p></section>'
    )


def case_link(case: Precedent) -> str:
    """The address of the view of a case."""
    return case_address(replace(case.best, case_number=case.case_number))


def _render_card(case: Precedent, texts: Texts, words: PrecedentTexts) -> str:
    title = shorten(case.title.strip() or texts.untitled, LONGEST_TITLE)
    hit = case.best
    if hit.section in _SAYS_LITTLE and case.hits:
        hit = case.hits[-1]
    label = words.most_alike if hit is case.best else words.from_case
    return (
        f'<article class="bs-hit" lang="sv"><div class="bs-badges">'
        f"{render_outcome_badge(case.outcome, texts)}</div>"
        f'<h4 class="bs-title"><a href="{show_text(case_link(case))}">{show_inline(title)}</a></h4>'
        f"{render_where(hit, texts)}"
        f'<p class="bs-note">{show_text(label)} {render_section_badge(hit, texts)}</p>'
        f'<div class="bs-text" dir="auto">{render_paragraph(hit, texts)}</div>'
        f"{render_ocr_note(hit, texts)}"
        f'<div class="bs-actions"><span class="bs-citation">{render_citation_link(hit, texts)}'
        f"</span>{render_show_link(hit, texts)}{render_copy_button(hit, texts)}</div>"
        f"{_render_items(case, texts, words)}</article>"
    )


def _render_items(case: Precedent, texts: Texts, words: PrecedentTexts) -> str:
    if len(case.hits) < 2:
        return ""
    rows = "".join(
        f"<li>{show_text(texts.day(hit.date))}{SEPARATOR}{render_section_badge(hit, texts)} "
        f"{render_citation_link(hit, texts)}</li>"
        for hit in case.hits
    )
    summary = words.items.format(count=texts.number_of(len(case.hits), words.treated))
    return (
        f'<details class="bs-others"><summary>{show_text(summary)}</summary><ul>{rows}</ul>'
        "</details>"
    )


def _render_compared(found: Precedents, words: PrecedentTexts) -> str:
    if not found.compared.strip():
        return ""
    text = shorten(found.compared.strip(), LONGEST_COMPARED)
    return (
        f'<details class="bs-compared"><summary>{show_text(words.compared)}</summary>'
        f'<div class="bs-text" dir="auto" lang="sv">{show_text(text)}</div></details>'
    )
