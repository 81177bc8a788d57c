"""The overview: an index in figures, each bar leading to what it counts."""

from collections.abc import Sequence

from gradio.components import Component

from beslutssok.app.page.answer_card import render_message
from beslutssok.app.page.coverage_line import say_coverage
from beslutssok.app.page.downloads import Table, render_figures
from beslutssok.app.page.form import UnclearForm
from beslutssok.app.page.hit_cards import LONGEST_TITLE
from beslutssok.app.page.markup import shorten, show_inline, show_text
from beslutssok.app.page.outcome_looks import OUTCOME_TONES
from beslutssok.app.page.overview_figures import (
    KIND_TONES,
    MATTER_TONES,
    matters_by_body,
    months_by_body,
    name_outcome,
    outcomes_by_body,
    outcomes_by_year,
    outcomes_present,
    reservations_by_party,
    say_month,
)
from beslutssok.app.page.overview_tables import (
    matter_table,
    month_table,
    outcome_table,
    reservation_table,
)
from beslutssok.app.page.plots import (
    Bar,
    render_bars,
    render_columns,
    render_legend,
    render_patterns,
)
from beslutssok.app.page.source import Source
from beslutssok.app.page.sources import case_address, render_show_link, render_where
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_scope import (
    Scope,
    read_limits,
    read_scope,
    render_scope_form,
)
from beslutssok.app.page.view_words import words_in
from beslutssok.app.page.views import Parameters, Shown, html_part
from beslutssok.domain import ContestedItem, Overview

OVERVIEW = "oversikt"
BODIES_DRAWN = 8
AGENDAS_DRAWN = 3
CONTESTED_SHOWN = 10


class OverviewView:
    """``?vy=oversikt``, limited by ``huvudman``, ``organ``, ``fran`` and ``till``."""

    name = OVERVIEW

    def label(self, texts: Texts) -> str:
        """The words for it in the navigation."""
        return words_in(texts).overview.title

    def build(self, source: Source, texts: Texts) -> Sequence[Component]:
        """One part, filled with HTML."""
        return [html_part("overview-view")]

    def load(self, source: Source, texts: Texts, parameters: Parameters) -> Shown:
        """Draw the figures of what the address limits to."""
        words = words_in(texts).overview
        scope = read_scope(parameters)
        form = render_scope_form(OVERVIEW, scope, source.choices(), texts)
        title = f"{words.title}: {scope.organ}" if scope.organ else words.title
        try:
            overview = source.overview(**read_limits(scope, texts))
        except UnclearForm as exc:
            message = render_message(texts.unclear, str(exc), tone="none")
            html = f'<section class="bs-topic">{render_head(form, texts)}{message}</section>'
            return Shown(title, [html], texts.unclear)
        return Shown(title, [render_overview(overview, scope, texts, form)], title)


def render_head(form: str, texts: Texts) -> str:
    """Show what the view is, and the fields that limit it."""
    words = words_in(texts).overview
    return f'<h2>{show_text(words.title)}</h2><p class="bs-lead">{show_text(words.lead)}</p>{form}'


def render_overview(overview: Overview, scope: Scope, texts: Texts, form: str = "") -> str:
    """Show the figures: each as a plot, as a table on demand, and as a file."""
    words = words_in(texts).overview
    head = render_head(form, texts)
    if not (overview.outcomes or overview.months):
        nothing = (
            f'<div class="bs-answer bs-message"><h3>{show_text(words.none)}</h3>'
            f"<p>{show_text(words.none_advice)}</p></div>"
        )
        return f'<section class="bs-topic">{head}{nothing}</section>'
    coverage = show_text(say_coverage(overview.coverage, texts))
    return (
        f'<section class="bs-topic bs-overview">{head}<p class="bs-note">{coverage}</p>'
        f"{render_patterns()}{_render_outcomes(overview, scope, texts)}"
        f"{_render_matters(overview, scope, texts)}"
        f"{_render_contested(overview.contested, texts)}"
        f"{_render_reservations(overview, scope, texts)}"
        f"{_render_months(overview, scope, texts)}</section>"
    )


def _render_outcomes(overview: Overview, scope: Scope, texts: Texts) -> str:
    words = words_in(texts).overview
    if not overview.outcomes:
        return ""
    table = outcome_table(overview, texts)
    looks = [
        (name_outcome(outcome, texts), OUTCOME_TONES[outcome])
        for outcome in outcomes_present(overview.outcomes)
    ]
    legend = render_legend(looks, words.legend)
    years = outcomes_by_year(overview, scope, texts)
    bodies = outcomes_by_body(overview, scope, texts)
    by_body = ""
    if len(bodies) > 1:
        drawn = _render_some(bodies, words.by_body, texts)
        by_body = _figure(words.by_body, words.by_body_note, legend + drawn)
    plot = legend + render_bars(years, words.by_year)
    return _figure(words.by_year, words.by_year_note, plot, table, texts) + by_body


def _render_some(bars: Sequence[Bar], name: str, texts: Texts) -> str:
    longest = max(bar.total for bar in bars)
    first, rest = bars[:BODIES_DRAWN], bars[BODIES_DRAWN:]
    drawn = render_bars(first, name, longest=longest)
    if not rest:
        return drawn
    more = show_text(words_in(texts).overview.more_bodies.format(count=len(rest)))
    return (
        f"{drawn}<details class=bs-rest><summary>{more}</summary>"
        f"{render_bars(rest, name, longest=longest)}</details>"
    )


def _render_matters(overview: Overview, scope: Scope, texts: Texts) -> str:
    words = words_in(texts).overview
    bodies = matters_by_body(overview.matters, scope, texts)
    if not bodies:
        return ""
    there = {each.kind for each in overview.matters}
    looks = [
        (words.matter_kinds[kind], MATTER_TONES[kind]) for kind in MATTER_TONES if kind in there
    ]
    drawn = [
        f'<div class="bs-agenda"><h4>{show_inline(name)}</h4>{render_bars(bars, name)}</div>'
        for name, bars in bodies
    ]
    plot = render_legend(looks, words.legend) + "".join(drawn[:AGENDAS_DRAWN])
    if rest := drawn[AGENDAS_DRAWN:]:
        more = show_text(words.more_bodies.format(count=len(rest)))
        plot += f"<details class=bs-rest><summary>{more}</summary>{''.join(rest)}</details>"
    table = matter_table(overview.matters, scope, texts)
    return _figure(words.matters, words.matters_note, plot, table, texts)


def _render_contested(contested: Sequence[ContestedItem], texts: Texts) -> str:
    words = words_in(texts).overview
    if not contested:
        body = f'<p class="bs-note">{show_text(words.no_contested)}</p>'
    else:
        rows = "".join(_render_item(each, texts) for each in contested[:CONTESTED_SHOWN])
        body = f'<ol class="bs-contested">{rows}</ol>'
    return _figure(words.contested, words.contested_note, body)


def _render_item(each: ContestedItem, texts: Texts) -> str:
    words = words_in(texts).overview
    hit = each.hit
    title = shorten(hit.item_title.strip() or texts.untitled, LONGEST_TITLE)
    counts = ", ".join(
        texts.number_of(count, forms)
        for count, forms in (
            (each.votes, words.vote),
            (each.reservations, words.reservation),
            (each.motions, words.motion),
        )
        if count
    )
    address = show_text(case_address(hit))
    return (
        f'<li><h4 class="bs-title" lang="sv"><a href="{address}">{show_inline(title)}</a></h4>'
        f'{render_where(hit, texts)}<p class="bs-counts">{show_text(counts)} '
        f"{render_show_link(hit, texts)}</p></li>"
    )


def _render_reservations(overview: Overview, scope: Scope, texts: Texts) -> str:
    words = words_in(texts).overview
    if not overview.reservations:
        nothing = f'<p class="bs-note">{show_text(words.no_reservations)}</p>'
        return _figure(words.reservations, "", nothing)
    bars = reservations_by_party(overview.reservations, scope, texts)
    table = reservation_table(overview.reservations, texts)
    plot = _render_some(bars, words.reservations, texts)
    return _figure(words.reservations, words.reservations_note, plot, table, texts)


def _render_months(overview: Overview, scope: Scope, texts: Texts) -> str:
    words = words_in(texts).overview
    bodies = months_by_body(overview.months, scope, texts)
    if not bodies:
        return ""
    kinds = [kind for kind in KIND_TONES if any(each.kind is kind for each in overview.months)]
    legend = render_legend([(texts.kinds[kind], KIND_TONES[kind]) for kind in kinds], words.legend)
    months = [each.month for each in overview.months]
    first, last = say_month(min(months), texts), say_month(max(months), texts)
    ends = f'<p class="bs-ends"><span>{show_text(first)}</span><span>{show_text(last)}</span></p>'

    def draw(name: str, columns: Sequence[Bar]) -> str:
        count = sum(column.total for column in columns)
        said = f"{name}: {texts.number_of(count, texts.document)}"
        return (
            f'<div class="bs-months"><p class="bs-bar-label">{show_inline(said)}</p>'
            f"{render_columns(columns, said)}{ends}</div>"
        )

    drawn = "".join(draw(name, columns) for name, columns in bodies[:BODIES_DRAWN])
    rest = bodies[BODIES_DRAWN:]
    if rest:
        more = show_text(words.more_bodies.format(count=len(rest)))
        others = "".join(draw(name, columns) for name, columns in rest)
        drawn += f"<details class=bs-rest><summary>{more}</summary>{others}</details>"
    table = month_table(overview.months, texts)
    return _figure(words.months, words.months_note, legend + drawn, table, texts)


def _figure(
    heading: str, note: str, body: str, table: Table | None = None, texts: Texts | None = None
) -> str:
    figures = ""
    if table is not None and texts is not None:
        words = words_in(texts).overview
        figures = render_figures(table, words.numbers, words.download)
    said = f'<p class="bs-note">{show_text(note)}</p>' if note else ""
    return (
        f'<section class="bs-figure"><h3>{show_text(heading)}</h3>{said}{body}{figures}</section>'
    )
