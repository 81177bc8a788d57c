"""The answer on top of the page: quotations with their sources, or an honest no."""

from dataclasses import replace

from beslutssok.app.page.answer_lines import render_lines, render_told
from beslutssok.app.page.answer_list_file import render_list_file
from beslutssok.app.page.badges import render_badge, render_outcome_badge
from beslutssok.app.page.coverage_line import say_coverage
from beslutssok.app.page.english_sentences import in_language
from beslutssok.app.page.form import LONGEST_FIELD
from beslutssok.app.page.hit_cards import LONGEST_TITLE
from beslutssok.app.page.markup import shorten, show_inline, show_text
from beslutssok.app.page.sources import render_case_link, render_where
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.views import write_link
from beslutssok.domain import Answer, AnswerLine, Hit, Outcome, Saying
from beslutssok.domain.answers import AnswerKind, LineKind
from beslutssok.errors import BeslutssokError


def render_answer(answer: Answer, texts: Texts) -> str:
    """Show an answer, or why there is none and what was looked through."""
    if answer.answered and answer.lines:
        return _render_answered(answer, texts)
    return _render_unanswered(answer, texts)


def render_message(heading: str, text: str, remedy: str = "", *, tone: str = "plain") -> str:
    """Show a message of the page itself: an error, or that there is nothing yet."""
    more = f"<p>{show_text(remedy)}</p>" if remedy else ""
    return (
        f'<section class="bs-answer bs-message bs-edge-{tone}" '
        f'data-announce="{show_text(heading)}">'
        f"<h2>{show_inline(heading)}</h2><p>{show_text(text)}</p>{more}</section>"
    )


def render_error(
    error: BeslutssokError, texts: Texts, heading: str = "", advice: str = "", tone: str = "error"
) -> str:
    """Show what went wrong and what to do: the error's own remedy, or else ``advice``."""
    message, remedy = (in_language(said, texts) for said in (error.message, error.remedy))
    return render_message(heading or texts.failed, message, remedy or advice, tone=tone)


def render_notice(text: str) -> str:
    """Show a remark of the page above what it is about."""
    return f'<p class="bs-note bs-notice" data-announce="{show_text(text)}">{show_text(text)}</p>'


def _render_answered(answer: Answer, texts: Texts) -> str:
    lead = next((line.hit for line in answer.lines if line.kind is LineKind.HEAD), None)
    lead = lead or answer.lines[0].hit
    # The course of a case has no one outcome.
    is_course = answer.kind is AnswerKind.CASE
    word = (not is_course and texts.outcomes[answer.outcome]) or texts.answered_from
    is_list = answer.kind in (AnswerKind.LIST, AnswerKind.ACTIONS)
    heading, head, badge, lines = texts.unsure_answer, "", "", list(answer.lines)
    if not answer.unsure:
        heading = texts.answer
        lines = [line for line in lines if not _only_repeats(line, lead, answer)]
        head = "" if is_list else _render_head(lead, texts)
        badge = "" if is_list or is_course else render_outcome_badge(answer.outcome, texts)
    if answer.amended:
        badge += render_badge(texts.amended, "rejected")
        word = f"{word}. {texts.amended}"
    case = ""
    if answer.case_number and not is_list:
        words = texts.whole_case.format(case_number=answer.case_number)
        of_case = replace(lead, case_number=answer.case_number)
        case = f'<p class="bs-more">{render_case_link(of_case, words)}</p>'
    more = render_list_file(lines, texts) if is_list else render_follow_up(lead, texts)
    return (
        f'<section class="bs-answer" aria-labelledby="bs-answer-heading" '
        f'data-announce="{show_text(f"{heading}: {word}")}">'
        f'<div class="bs-badges"><h2 id="bs-answer-heading">{show_text(heading)}</h2>'
        f"{badge}</div>"
        f'<div lang="sv">{head}{render_lines(lines, texts)}</div>'
        f"{case}{render_gaps(answer, texts)}{more}</section>"
    )


def _render_head(lead: Hit, texts: Texts) -> str:
    title = shorten(lead.item_title.strip() or texts.untitled, LONGEST_TITLE)
    return f'<p class="bs-title">{show_inline(title)}</p>{render_where(lead, texts)}'


def render_gaps(answer: Answer, texts: Texts) -> str:
    """Tell what documents are referred to but not there."""
    if not answer.gaps:
        return ""
    rows = "".join(f"<li>{render_told(gap, texts)}</li>" for gap in answer.gaps)
    return f'<div class="bs-gaps"><h3>{show_text(texts.gaps)}</h3><ul lang="sv">{rows}</ul></div>'


def render_follow_up(lead: Hit, texts: Texts) -> str:
    """Offer a box for a question that goes on from an item; ``script.js`` takes it."""
    if not lead.item_id:
        return ""
    return (
        f'<form class="bs-go bs-follow-up" action="?"><label for="bs-follow-up">'
        f'{show_text(texts.follow_up)}</label><div><input id="bs-follow-up" type="text" name="q" '
        f'placeholder="{show_text(texts.follow_up_hint)}" maxlength="{LONGEST_FIELD}" '
        f'autocomplete="off"><input type="hidden" name="efter" value="{show_text(lead.item_id)}">'
        f'<button type="submit">{show_text(texts.ask_on)}</button></div></form>'
    )


def render_goes_on(question: str, after: str, texts: Texts) -> str:
    """Say what a follow-up question goes on from, with a way to ask it freely."""
    address = show_text(write_link(q=question))
    words = show_text(texts.goes_on).replace("{after}", f"<strong>{show_inline(after)}</strong>")
    return (
        f'<p class="bs-note bs-goes-on">{words} '
        f'<a href="{address}">{show_text(texts.new_question)}</a></p>'
    )


def _only_repeats(line: AnswerLine, lead: Hit, answer: Answer) -> bool:
    """Whether a statement says no more of an item than the head of the card does."""
    if line.kind is not LineKind.HEAD or not isinstance(line.text, Saying):
        return False
    became, is_known = line.text.values.get("became"), answer.outcome is not Outcome.UNKNOWN
    is_lead = line.hit.item_id == lead.item_id and len(answer.lines) > 1
    return is_lead and is_known and became is answer.outcome


def _render_unanswered(answer: Answer, texts: Texts) -> str:
    reason = answer.reason or texts.no_answer_reason
    looked = f"{texts.looked_through} {say_coverage(answer.coverage, texts)}"
    return (
        f'<section class="bs-answer bs-edge-none" aria-labelledby="bs-answer-heading" '
        f'data-announce="{show_text(texts.no_answer)}">'
        f'<h2 id="bs-answer-heading">{show_text(texts.no_answer)}</h2>'
        f'<p>{render_told(reason, texts)}</p><p class="bs-note">{show_text(looked)}</p>'
        f"{render_gaps(answer, texts)}</section>"
    )
