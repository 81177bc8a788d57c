"""The view of a case: how it stands, its course in time, and what to take along."""

from collections.abc import Sequence

from gradio.components import Component

from beslutssok.app.page.answer_card import render_error
from beslutssok.app.page.badges import render_outcome_badge
from beslutssok.app.page.case_files import case_file_address
from beslutssok.app.page.hit_cards import LONGEST_TITLE
from beslutssok.app.page.markup import shorten, show_inline, show_text
from beslutssok.app.page.source import Source
from beslutssok.app.page.sources import render_citation
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.timeline import in_order, last_decision, render_timeline
from beslutssok.app.page.view_forms import ChoiceField, TextField, render_form
from beslutssok.app.page.view_words import words_in
from beslutssok.app.page.views import Parameters, Shown, html_part, write_link
from beslutssok.domain import Case, CaseStep, MissingStep
from beslutssok.errors import CitationNotFound
from beslutssok.index.rows import Choices

CASE_VIEW = "arende"


class CaseView:
    """``?vy=arende&dnr=…``: the course of a case."""

    name = CASE_VIEW

    def label(self, texts: Texts) -> str:
        """The words for it in the navigation."""
        return words_in(texts).case.title

    def build(self, source: Source, texts: Texts) -> Sequence[Component]:
        """One part, filled with HTML."""
        return [html_part("case-view")]

    def load(self, source: Source, texts: Texts, parameters: Parameters) -> Shown:
        """Show the case whose number is in the address, or ask for one."""
        words = words_in(texts).case
        number = parameters.get("dnr", "").strip()
        huvudman = parameters.get("huvudman", "").strip()
        form = render_case_form(number, huvudman, source.choices(), texts)
        if not number:
            return Shown(words.title, [form])
        try:
            case = source.case(number, huvudman or None)
        except CitationNotFound as exc:
            heading = texts.case_missing.format(case_number=number)
            message = render_error(exc, texts, heading, words.nothing_advice, tone="plain")
            return Shown(heading, [form + message], heading)
        title = case_name(case, texts)
        html = render_case_view(case, texts, render_case_downloads(number, huvudman, texts))
        announced = f"{title}. {_count(case, texts)}"
        return Shown(f"{title}: {shorten(case.title, 80)}", [html], announced)


def render_case_form(number: str, huvudman: str, choices: Choices, texts: Texts) -> str:
    """Ask for a case number, and where there are several organisations for which one's."""
    words = words_in(texts).case
    fields: list[TextField | ChoiceField] = [
        TextField("dnr", texts.case_number, number, words.number_hint)
    ]
    names = [name for name, _ in choices.huvudman if name]
    if len(names) > 1:
        options = ((texts.everything, ""), *((name, name) for name in names))
        fields.append(ChoiceField("huvudman", texts.huvudman, options, huvudman))
    return (
        f'<section class="bs-topic"><h2>{show_text(words.title)}</h2>'
        f'<p class="bs-lead">{show_text(words.lead)}</p>'
        f"{render_form(CASE_VIEW, fields, words.show)}</section>"
    )


def case_name(case: Case, texts: Texts) -> str:
    """Name a case by its number, where the documents give it one."""
    words = words_in(texts).case
    if not case.case_number:
        return words.unnumbered
    return words.case.format(case_number=case.case_number)


def render_case_view(case: Case, texts: Texts, downloads: str = "") -> str:
    """Show a case; ``downloads`` is HTML with links to take it along."""
    words = words_in(texts).case
    title = shorten(case.title.strip() or texts.untitled, LONGEST_TITLE)
    last = case.steps[-1].hit if case.steps else None
    more = write_link(vy="liknande", id=last.item_id or last.id) if last else ""
    alike = f'<a href="{show_text(more)}">{show_text(texts.similar_items)}</a>' if more else ""
    count = _count(case, texts)
    unfold = ""
    if len(in_order(case)) > 1:
        unfold = (
            f'<button type="button" class="bs-unfold" aria-pressed="false" '
            f'data-open="{show_text(words.open_all)}" data-close="{show_text(words.close_all)}">'
            f"{show_text(words.open_all)}</button>"
        )
    return (
        f'<section class="bs-topic bs-case-view" aria-labelledby="bs-case-heading" '
        f'data-announce="{show_text(count)}">'
        f'<p class="bs-eyebrow">{show_inline(shorten(case_name(case, texts), LONGEST_TITLE))}</p>'
        f'<h2 id="bs-case-heading" lang="sv">{show_inline(title)}</h2>'
        f'{_render_state(case, texts)}<p class="bs-note">{show_text(count)}</p>'
        f'<div class="bs-topic-tools">{unfold}{alike}{downloads}'
        f'<button type="button" class="bs-print">{show_text(texts.print)}</button></div>'
        f"{render_timeline(case, texts, words)}</section>"
    )


def render_case_downloads(known_as: str, huvudman: str, texts: Texts) -> str:
    """Links that save a case, by its number or by what else it was asked for."""
    words = words_in(texts).case
    links = []
    for kind, label in (("csv", words.as_csv), ("json", words.as_json)):
        address = show_text(case_file_address(known_as, huvudman, kind))
        links.append(f'<a class="bs-download" href="{address}" download>{show_text(label)}</a>')
    return "".join(links)


def _render_state(case: Case, texts: Texts) -> str:
    words = words_in(texts).case
    decided = last_decision(case)
    if decided is None:
        state = f"<p>{show_text(words.no_decision)}</p>"
    else:
        where = decided.hit.citation.partition(",")[0]
        state = (
            f'<p class="bs-state"><span>{show_text(words.latest)}</span> '
            f"{render_outcome_badge(decided.outcome, texts)} {render_citation(where)}</p>"
        )
        if _is_followed_by_missing(case, decided):
            state += f'<p class="bs-note">{show_text(words.later_missing)}</p>'
    return state


def _count(case: Case, texts: Texts) -> str:
    words = words_in(texts).case
    steps = texts.number_of(len(case.steps), words.step)
    days = sorted(step.hit.date for step in case.steps if step.hit.date)
    period = ""
    if days:
        period = texts.between.format(first=texts.day(days[0]), last=texts.day(days[-1]))
        period = texts.day(days[0]) if days[0] == days[-1] else period
    text = words.steps.format(steps=steps, period=period) if period else f"{steps}."
    if case.missing:
        text += " " + words.steps_and_missing.format(
            missing=texts.number_of(len(case.missing), words.missing)
        )
    return text


def _is_followed_by_missing(case: Case, decided: CaseStep) -> bool:
    entries = in_order(case)
    after = entries[entries.index(decided) + 1 :]
    return any(isinstance(entry, MissingStep) for entry in after)
