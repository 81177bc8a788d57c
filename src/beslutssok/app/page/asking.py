"""From a filled-in form to what the page shows of it."""

import logging
from dataclasses import dataclass

from beslutssok.app.page.answer_card import render_answer, render_message
from beslutssok.app.page.coverage_line import render_nothing_indexed
from beslutssok.app.page.form import Form, UnclearForm, read_filters
from beslutssok.app.page.hit_cards import render_case, render_hits
from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts
from beslutssok.domain import Answer, Filters, Hit
from beslutssok.errors import BeslutssokError, CitationNotFound

HITS_SHOWN = 10
NEAREST_SHOWN = 5
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class View:
    """The two parts of the page below the form, as HTML."""

    answer: str = ""
    hits: str = ""


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
    answer = _ask(source, form.question, filters)
    if not answer.coverage.documents:
        return View(answer=render_nothing_indexed((), texts))
    hits = _search(source, form.question, filters) or list(answer.also)
    card = render_answer(answer, texts)
    if hits and answer.answered:
        return View(card, render_hits(hits, texts))
    if hits:
        return View(card, render_hits(hits[:NEAREST_SHOWN], texts, nearest=True))
    advice = texts.no_hits_filtered if form.is_limited else texts.no_hits_advice
    return View(card, render_message(texts.no_hits, advice))


def _show_case(source: Source, case_number: str, texts: Texts) -> str:
    try:
        return render_case(source.case(case_number), texts)
    except CitationNotFound:
        heading = texts.case_missing.format(case_number=case_number)
        return render_message(heading, texts.no_hits_advice)


def _ask(source: Source, question: str, filters: Filters) -> Answer:
    return source.ask(
        question,
        huvudman=filters.huvudman,
        organ=filters.organ,
        date_from=filters.date_from,
        date_to=filters.date_to,
        document_kind=filters.document_kind,
        section=filters.section,
        case_number=filters.case_number,
    )


def _search(source: Source, question: str, filters: Filters) -> list[Hit]:
    return list(
        source.search(
            question,
            limit=HITS_SHOWN,
            huvudman=filters.huvudman,
            organ=filters.organ,
            date_from=filters.date_from,
            date_to=filters.date_to,
            document_kind=filters.document_kind,
            section=filters.section,
            case_number=filters.case_number,
        )
    )
