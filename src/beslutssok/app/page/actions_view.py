"""The view of a party or a person: what they moved, how they voted, where they reserved."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from gradio.components import Component

from beslutssok.app.page.answer_card import render_message
from beslutssok.app.page.badges import render_item_outcome
from beslutssok.app.page.coverage_line import say_coverage
from beslutssok.app.page.english_sentences import in_language
from beslutssok.app.page.form import UnclearForm
from beslutssok.app.page.hit_cards import LONGEST_TITLE
from beslutssok.app.page.markup import shorten, show_inline, show_text
from beslutssok.app.page.source import Source
from beslutssok.app.page.sources import (
    case_address,
    render_citation_link,
    render_copy_button,
    render_where,
)
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.turning import ITEMS_SHOWN, read_page, render_turn
from beslutssok.app.page.view_forms import TextField, render_form
from beslutssok.app.page.view_scope import Scope, read_limits, read_scope
from beslutssok.app.page.view_words import words_in
from beslutssok.app.page.views import Parameters, Shown, html_part, write_link
from beslutssok.domain import Action, ActionKind, Actions

ACTIONS = "agerande"
TONES = {
    ActionKind.MOVED: "motion",
    ActionKind.VOTED: "vote",
    ActionKind.RESERVED: "reservation",
    ActionKind.STATED: "reservation",
    ActionKind.NOT_TAKING_PART: "plain",
    ActionKind.DISQUALIFIED: "plain",
}


class ActionsView:
    """``?vy=agerande&vem=SD``, limited by ``om``, ``slag``, body and period; ``sida`` turns."""

    name = ACTIONS

    def label(self, texts: Texts) -> str:
        """The words for it in the navigation."""
        return words_in(texts).actions.title

    def build(self, source: Source, texts: Texts) -> Sequence[Component]:
        """One part, filled with HTML."""
        return [html_part("actions-view")]

    def load(self, source: Source, texts: Texts, parameters: Parameters) -> Shown:
        """Show what somebody did, or ask who."""
        words = words_in(texts).actions
        asked = read_asked(parameters)
        if not asked.who:
            return Shown(words.title, [render_ask(asked, texts)])
        try:
            limits = read_limits(asked.scope, texts)
        except UnclearForm as exc:
            message = render_message(texts.unclear, str(exc), tone="none")
            return Shown(words.title, [render_ask(asked, texts) + message], texts.unclear)
        actions = source.actions(asked.who, asked.about or None, **limits)
        heading = say_heading(actions, asked, texts)
        html = render_ask(asked, texts) + render_actions(actions, asked, texts)
        return Shown(heading, [html], heading)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks: who, about what, which kind of acts, within what, which page."""

    who: str = ""
    about: str = ""
    kind: ActionKind | None = None
    scope: Scope = Scope()
    page: int = 1

    def link(self, kind: ActionKind | None, page: int = 1) -> str:
        """The address of the same with another kind or page."""
        return write_link(
            vy=ACTIONS,
            vem=self.who,
            om=self.about,
            slag=kind.value if kind else "",
            **dict(self.scope.pairs),
            sida=str(page) if page > 1 else "",
        )


def read_asked(parameters: Parameters) -> Asked:
    """Understand the address; a kind that is none and a page that is none are passed over."""
    kind = parameters.get("slag", "").strip()
    return Asked(
        who=parameters.get("vem", "").strip()[:200],
        about=parameters.get("om", "").strip()[:300],
        kind=ActionKind(kind) if kind in set(ActionKind) else None,
        scope=read_scope(parameters),
        page=read_page(parameters),
    )


def render_ask(asked: Asked, texts: Texts) -> str:
    """Ask for a party or a person, and a subject."""
    words = words_in(texts).actions
    fields = [
        TextField("vem", words.who, asked.who, words.who_hint),
        TextField("om", words.about, asked.about, words.about_hint),
    ]
    return (
        f'<section class="bs-topic"><h2>{show_text(words.title)}</h2>'
        f'<p class="bs-lead">{show_text(words.lead)}</p>'
        f"{render_form(ACTIONS, fields, words.show, asked.scope.pairs)}</section>"
    )


def say_heading(actions: Actions, asked: Asked, texts: Texts) -> str:
    """Say whose acts these are, and about what."""
    words = words_in(texts).actions
    who = shorten(actions.who or asked.who, LONGEST_TITLE)
    if asked.about:
        return words.heading_about.format(who=who, about=shorten(asked.about, LONGEST_TITLE))
    return words.heading.format(who=who)


def render_actions(actions: Actions, asked: Asked, texts: Texts) -> str:
    """Show the acts by item, the latest first, with how many there are of each kind."""
    words = words_in(texts).actions
    heading = say_heading(actions, asked, texts)
    coverage = say_coverage(actions.coverage, texts)
    looked = f'<p class="bs-note">{show_text(f"{texts.looked_through} {coverage}")}</p>'
    shown = [each for each in actions.actions if asked.kind in (None, each.kind)]
    if not actions.actions:
        advice = words.none_about if asked.about else words.none_advice
        return (
            f'<section class="bs-answer bs-message"><h3>{show_inline(heading)}</h3>'
            f"<p>{show_text(words.none)} {show_text(advice)}</p>{looked}</section>"
        )
    items = [list(acts) for _, acts in groupby(reversed(shown), key=_item)]
    first = (asked.page - 1) * ITEMS_SHOWN
    rows = "".join(_render_item(acts, texts) for acts in items[first : first + ITEMS_SHOWN])
    turn = render_turn(asked.page, len(items), lambda page: asked.link(asked.kind, page), texts)
    return (
        f'<section class="bs-actions-view" aria-labelledby="bs-actions-heading">'
        f'<h3 id="bs-actions-heading">{show_inline(heading)}</h3>'
        f"{_render_kinds(actions, asked, texts)}{looked}"
        f'<ol class="bs-cards">{rows}</ol>{turn}</section>'
    )


def _item(action: Action) -> str:
    return action.hit.item_id or action.hit.id


def _render_kinds(actions: Actions, asked: Asked, texts: Texts) -> str:
    words = words_in(texts).actions
    kinds: list[tuple[ActionKind | None, str]] = [
        (None, f"{words.all_kinds} ({len(actions.actions)})")
    ]
    kinds += [
        (kind, texts.number_of(actions.count(kind), words.many[kind]))
        for kind in ActionKind
        if actions.count(kind)
    ]
    rows = "".join(
        f'<li><a href="{show_text(asked.link(kind))}"'
        f"{' aria-current=true' if kind is asked.kind else ''}>{show_text(said)}</a></li>"
        for kind, said in kinds
    )
    return f'<ul class="bs-choices">{rows}</ul>'


def _render_item(acts: Sequence[Action], texts: Texts) -> str:
    hit = acts[0].hit
    title = shorten(hit.item_title.strip() or texts.untitled, LONGEST_TITLE)
    address = show_text(case_address(hit))
    rows = "".join(_render_act(act, texts) for act in reversed(acts))
    return (
        f'<li><article class="bs-hit" lang="sv"><h4 class="bs-title">'
        f'<a href="{address}">{show_inline(title)}</a></h4>{render_where(hit, texts)}'
        f'<p class="bs-counts">{render_item_outcome(hit, texts)}</p>'
        f'<ul class="bs-acts">{rows}</ul></article></li>'
    )


def _render_act(act: Action, texts: Texts) -> str:
    words = words_in(texts).actions
    who = act.person or words.whole_party
    party = f" ({act.party})" if act.party and act.person else ""
    told = in_language(act.detail, texts)
    detail = f" <strong>{show_inline(told)}</strong>" if told else ""
    badge = (
        f'<span class="bs-badge bs-tone-{TONES[act.kind]}">{show_text(words.kinds[act.kind])}'
        "</span>"
    )
    quoted = (
        f'<blockquote class="bs-text" dir="auto" lang="sv">{show_text(act.text)}</blockquote>'
        if act.text
        else ""
    )
    meant = in_language(act.stood_for, texts)
    stood_for = f'<p class="bs-note" lang="sv">{show_text(meant)}</p>' if meant else ""
    return (
        f'<li><p class="bs-badges">{badge}{detail} <span>{show_inline(who + party)}</span></p>'
        f'{quoted}{stood_for}<p class="bs-source"><span>{show_text(texts.source)} '
        f"{render_citation_link(act.hit, texts)}</span>"
        f"{render_copy_button(act.hit, texts)}</p></li>"
    )
