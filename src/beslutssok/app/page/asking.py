"""From a filled-in form to what the page shows of it."""

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from beslutssok.app.page.answer_card import (
    render_answer,
    render_error,
    render_goes_on,
    render_message,
)
from beslutssok.app.page.case_view import render_case_downloads, render_case_view
from beslutssok.app.page.chips import render_reading
from beslutssok.app.page.coverage_line import render_nothing_indexed
from beslutssok.app.page.form import (
    MOST_ITEMS,
    NEWEST,
    OLDEST,
    Form,
    UnclearForm,
    read_filters,
    write_address,
    write_keys,
)
from beslutssok.app.page.hit_cards import HitList, render_hits
from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts
from beslutssok.app.question_reading import read_as_asked
from beslutssok.domain import Answer, Filters, Hit
from beslutssok.errors import BeslutssokError, CitationNotFound
from beslutssok.index.rows import Choices
from beslutssok.search import HitGroup, group_hits

HITS_AN_ITEM = 2
"""How many hits are searched for, for each item that is listed."""

ITEMS_SHOWN = 10
NEAREST_SHOWN = 5
"""Items that are shown where there is no answer."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class View:
    """The two parts of the page below the form, as HTML, and what ``Form.without`` becomes.

    ``counts`` are those of what can be chosen in the form, if they are not of the whole index.
    """

    answer: str = ""
    hits: str = ""
    without: str = ""
    counts: Choices | None = None


def show_view(source: Source, form: Form, texts: Texts) -> View:
    """Answer what the form asks: a question, or for a case alone its course.

    Errors become a message on the page. One that is not foreseen is logged in full and told in
    general terms, so that nothing of the machine shows.
    """
    if not (form.asks_something or form.is_limited):
        return View()
    try:
        filters = read_filters(form, texts)
        # What a follow-up question finds is of the item that it goes on from.
        question = "" if form.after else form.question
        counts = source.choices(question, without=form.taken_away, **asdict(filters))
        if form.question:
            view = _show_answer(source, form, filters, texts)
        elif form.case_number:
            view = View(hits=_show_case(source, form, texts))
        else:
            view = View()
        return replace(view, counts=counts)
    except UnclearForm as exc:
        return View(answer=render_message(texts.unclear, str(exc), tone="none"))
    except BeslutssokError as exc:
        log.warning("%s", exc)
        return View(answer=render_error(exc, texts))
    except Exception:
        log.exception("A question could not be answered.")
        return View(answer=render_message(texts.failed, texts.failed_note, tone="error"))


def _show_answer(source: Source, form: Form, filters: Filters, texts: Texts) -> View:
    question, keys, given = form.question, form.taken_away, asdict(filters)
    answer = _ask(source, form, filters)
    if not answer.coverage.documents:
        return View(answer=render_nothing_indexed((), texts))
    wanted = form.items_wanted(ITEMS_SHOWN)
    if answer.after:
        found: Sequence[Hit] = answer.also
    else:
        found = source.search(question, limit=wanted * HITS_AN_ITEM, without=keys, **given)
    groups = group_hits(found or answer.also)
    shown = put_in_order(groups[:wanted], form.sort)
    reading = read_as_asked(source, question, filters, keys, answer.interpretations)
    card = render_reading(reading, texts) + render_answer(answer, texts)
    if answer.after:
        card = render_goes_on(question, _name_after(source, answer.after), texts) + card
    without = write_keys(part.key for part in reading.removed)
    if shown and answer.answered:
        is_all = len(groups) <= wanted and len(found) < wanted * HITS_AN_ITEM
        more = "" if is_all or wanted >= MOST_ITEMS else _next(form, wanted)
        listed = HitList(form, more, is_sorted=bool(form.sort))
        return View(card, render_hits(shown, texts, listed=listed), without)
    if shown:
        listed = HitList(form)
        return View(
            card, render_hits(shown[:NEAREST_SHOWN], texts, nearest=True, listed=listed), without
        )
    if answer.answered:
        return View(card, "", without)
    advice = texts.no_hits_filtered if form.is_limited else texts.no_hits_advice
    return View(card, render_message(texts.no_hits, advice), without)


def _name_after(source: Source, after: str) -> str:
    try:
        return source.show(after).citation
    except CitationNotFound:
        return after


def _ask(source: Source, form: Form, filters: Filters) -> Answer:
    after, given = form.after or None, asdict(filters)
    return source.ask(form.question, without=form.taken_away, after=after, **given)


def _next(form: Form, shown: int) -> str:
    return write_address(replace(form, more=str(min(shown + ITEMS_SHOWN, MOST_ITEMS))))


def put_in_order(groups: Sequence[HitGroup], sort: str) -> Sequence[HitGroup]:
    """Put items in order of time where that is asked for; undated ones come last."""
    if sort not in (NEWEST, OLDEST):
        return groups
    dated = [group for group in groups if group.best.date]
    undated = [group for group in groups if not group.best.date]
    dated.sort(key=lambda group: str(group.best.date), reverse=sort == NEWEST)
    return [*dated, *undated]


def _show_case(source: Source, form: Form, texts: Texts) -> str:
    number, huvudman = form.case_number, form.huvudman
    try:
        case = source.case(number, huvudman or None)
    except CitationNotFound as exc:
        heading = texts.case_missing.format(case_number=number)
        return render_error(exc, texts, heading, texts.no_hits_advice, tone="plain")
    return render_case_view(case, texts, render_case_downloads(number, huvudman, texts))
