"""From a filled-in form to what the page shows of it."""

import logging
from dataclasses import asdict, dataclass

from beslutssok.app.page.answer_card import render_answer, render_message
from beslutssok.app.page.chips import render_reading
from beslutssok.app.page.coverage_line import render_nothing_indexed
from beslutssok.app.page.form import Form, UnclearForm, read_filters, write_keys
from beslutssok.app.page.hit_cards import render_case, render_hits
from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts
from beslutssok.app.question_reading import read_as_asked
from beslutssok.domain import Filters
from beslutssok.errors import BeslutssokError, CitationNotFound
from beslutssok.search import group_hits

HITS_ASKED = 20
ITEMS_SHOWN = 10
NEAREST_SHOWN = 5
"""Items that are shown where there is no answer."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class View:
    """The two parts of the page below the form, as HTML, and what ``Form.without`` becomes."""

    answer: str = ""
    hits: str = ""
    without: str = ""


def show_view(source: Source, form: Form, texts: Texts) -> View:
    """Answer what the form asks: a question, or for a case alone its course.

    Errors become a message on the page. One that is not foreseen is logged in full and told in
    general terms, so that nothing of the machine shows.
    """
    if not form.asks_something:
        return View()
    try:
        filters = read_filters(form, texts)
        if not form.question:
            return View(hits=_show_case(source, form.case_number, texts))
        return _show_answer(source, form, filters, texts)
    except UnclearForm as exc:
        return View(answer=render_message(texts.unclear, str(exc), tone="none"))
    except BeslutssokError as exc:
        log.warning("%s", exc)
        return View(answer=render_message(texts.failed, exc.message, exc.remedy, tone="error"))
    except Exception:
        log.exception("A question could not be answered.")
        return View(answer=render_message(texts.failed, texts.failed_note, tone="error"))


def _show_answer(source: Source, form: Form, filters: Filters, texts: Texts) -> View:
    question, keys, given = form.question, form.taken_away, asdict(filters)
    answer = source.ask(question, without=keys, **given)
    if not answer.coverage.documents:
        return View(answer=render_nothing_indexed((), texts))
    hits = source.search(question, limit=HITS_ASKED, without=keys, **given) or answer.also
    groups = group_hits(hits)[:ITEMS_SHOWN]
    reading = read_as_asked(source, question, filters, keys, answer.interpretations)
    card = render_reading(reading, texts) + render_answer(answer, texts)
    without = write_keys(part.key for part in reading.removed)
    if groups and answer.answered:
        return View(card, render_hits(groups, texts), without)
    if groups:
        return View(card, render_hits(groups[:NEAREST_SHOWN], texts, nearest=True), without)
    advice = texts.no_hits_filtered if form.is_limited else texts.no_hits_advice
    return View(card, render_message(texts.no_hits, advice), without)


def _show_case(source: Source, case_number: str, texts: Texts) -> str:
    try:
        return render_case(source.case(case_number), texts)
    except CitationNotFound:
        heading = texts.case_missing.format(case_number=case_number)
        return render_message(heading, texts.no_hits_advice)
