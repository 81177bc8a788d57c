"""The items of one kind on the agendas: what a bar of the overview counts, one by one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gradio.components import Component

from beslutssok.app.page.answer_card import render_message
from beslutssok.app.page.badges import render_outcome_badge
from beslutssok.app.page.form import UnclearForm
from beslutssok.app.page.hit_cards import LONGEST_TITLE
from beslutssok.app.page.markup import shorten, show_inline, show_text
from beslutssok.app.page.source import Source
from beslutssok.app.page.sources import case_address, render_show_link, render_where
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.turning import ITEMS_SHOWN, read_page, render_turn
from beslutssok.app.page.view_scope import Scope, read_limits, read_scope
from beslutssok.app.page.view_words import words_in
from beslutssok.app.page.views import Parameters, Shown, html_part, write_link
from beslutssok.app.wording import say_months
from beslutssok.domain import Hit, MatterKind, Matters

MATTERS = "arendeslag"
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


class MattersView:
    """``?vy=arendeslag&slag=motion``, limited by body and period; ``sida`` turns."""

    name = MATTERS

    def label(self, texts: Texts) -> str:
        """Give none: it is only linked to."""
        return ""

    def build(self, source: Source, texts: Texts) -> Sequence[Component]:
        """One part, filled with HTML."""
        return [html_part("matters-view")]

    def load(self, source: Source, texts: Texts, parameters: Parameters) -> Shown:
        """List the items of the kind that the address names."""
        asked = read_asked(parameters)
        title = words_in(texts).overview.matter_kinds[asked.kind]
        try:
            limits = read_limits(asked.scope, texts)
        except UnclearForm as exc:
            message = render_message(texts.unclear, str(exc), tone="none")
            return Shown(title, [render_head(asked, texts, message)], texts.unclear)
        start = (asked.page - 1) * ITEMS_SHOWN
        matters = source.matters(asked.kind, start, ITEMS_SHOWN, **limits)
        if asked.scope.organ:
            title = f"{title}: {shorten(asked.scope.organ, LONGEST_TITLE)}"
        return Shown(title, [render_matters(matters, asked, texts)], title)


@dataclass(frozen=True, slots=True)
class AskedMatters:
    """What the address asks: which kind of matters, within what, which page."""

    kind: MatterKind = MatterKind.MOTION
    scope: Scope = Scope()
    page: int = 1

    def link(self, kind: MatterKind, page: int = 1) -> str:
        """The address of the same with another kind or page."""
        return write_link(
            vy=MATTERS,
            slag=kind.value,
            **dict(self.scope.pairs),
            sida=str(page) if page > 1 else "",
        )


def read_asked(parameters: Parameters) -> AskedMatters:
    """Understand the address; for a kind that is none there are the motions."""
    kind = parameters.get("slag", "").strip()
    return AskedMatters(
        MatterKind(kind) if kind in set(MatterKind) else MatterKind.MOTION,
        read_scope(parameters),
        read_page(parameters),
    )


def say_scope(scope: Scope, texts: Texts) -> str:
    """Say in words what the items are limited to."""
    since, until = scope.date_from, scope.date_to
    period = "–".join(filter(None, (since, until)))
    if _MONTH.fullmatch(since) and _MONTH.fullmatch(until):
        period = say_months(since, until, texts.months)
    return ", ".join(filter(None, (scope.organ, scope.huvudman, period)))


def render_head(asked: AskedMatters, texts: Texts, body: str, said: str = "") -> str:
    """Show which kind of items these are, what they are limited to, and the way back."""
    words = words_in(texts).overview
    within = ": ".join(filter(None, (say_scope(asked.scope, texts), said)))
    overview = write_link(vy="oversikt", huvudman=asked.scope.huvudman, organ=asked.scope.organ)
    return (
        f'<section class="bs-topic"><h2>{show_text(words.matter_kinds[asked.kind])}</h2>'
        f'<p class="bs-lead">{show_inline(within)}</p>'
        f'<p class="bs-note">{show_text(words.matters_lead)} '
        f'<a href="{show_text(overview)}">{show_text(words.matters_back)}</a></p>{body}</section>'
    )


def render_matters(matters: Matters, asked: AskedMatters, texts: Texts) -> str:
    """Show a page of the items, and how many there are of the other kinds."""
    words = words_in(texts).overview
    rows = "".join(_render_item(hit, texts) for hit in matters.hits)
    first = (asked.page - 1) * ITEMS_SHOWN + 1
    shown = f'<ol class="bs-contested" start="{first}">{rows}</ol>' + render_turn(
        asked.page, matters.total, lambda page: asked.link(asked.kind, page), texts
    )
    if not matters.total:
        shown = f"<p>{show_text(words.matters_none)}</p>"
    said = texts.number_of(matters.total, texts.item)
    return render_head(asked, texts, _render_others(matters, asked, texts) + shown, said)


def _render_others(matters: Matters, asked: AskedMatters, texts: Texts) -> str:
    words = words_in(texts).overview
    kinds = "".join(
        f'<li><a href="{show_text(asked.link(kind))}">'
        f"{show_text(f'{words.matter_kinds[kind]} ({count})')}</a></li>"
        for kind, count in matters.counts
        if kind is not asked.kind
    )
    if not kinds:
        return ""
    return (
        f"<details class=bs-rest><summary>{show_text(words.matters_others)}</summary>"
        f'<ul class="bs-choices">{kinds}</ul></details>'
    )


def _render_item(hit: Hit, texts: Texts) -> str:
    title = shorten(hit.item_title.strip() or texts.untitled, LONGEST_TITLE)
    ended = texts.outcomes[hit.outcome] if hit.document_kind.records_decisions else ""
    badge = render_outcome_badge(hit.outcome, texts) if ended else ""
    return (
        f'<li><h3 class="bs-title" lang="sv"><a href="{show_text(case_address(hit))}">'
        f"{show_inline(title)}</a></h3>{render_where(hit, texts)}"
        f'<p class="bs-counts">{badge} {render_show_link(hit, texts)}</p></li>'
    )
