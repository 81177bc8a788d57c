"""The answer on top of the page: quotations with their sources, or an honest no."""

from beslutssok.app.page.badges import (
    render_outcome_badge,
    render_section_badge,
    section_word,
)
from beslutssok.app.page.coverage_line import say_coverage
from beslutssok.app.page.hit_cards import LONGEST_TITLE
from beslutssok.app.page.markup import shorten, show_inline, show_text
from beslutssok.app.page.sources import (
    render_case_link,
    render_citation_link,
    render_copy_button,
    render_ocr_note,
    render_where,
)
from beslutssok.app.page.texts import Texts
from beslutssok.domain import Answer, AnswerLine, Hit, SectionKind

_STATED = ""


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


def render_notice(text: str) -> str:
    """Show a remark of the page above what it is about."""
    return f'<p class="bs-note bs-notice" data-announce="{show_text(text)}">{show_text(text)}</p>'


def _render_answered(answer: Answer, texts: Texts) -> str:
    first = answer.lines[0].hit
    word = texts.outcomes[answer.outcome] or texts.answered_from
    title = shorten(first.item_title.strip() or texts.untitled, LONGEST_TITLE)
    case = ""
    if answer.case_number:
        words = texts.whole_case.format(case_number=answer.case_number)
        case = f'<p class="bs-more">{render_case_link(answer.case_number, words)}</p>'
    return (
        f'<section class="bs-answer" aria-labelledby="bs-answer-heading" '
        f'data-announce="{show_text(f"{texts.answer}: {word}")}">'
        f'<div class="bs-badges"><h2 id="bs-answer-heading">{show_text(texts.answer)}</h2>'
        f"{render_outcome_badge(answer.outcome, texts)}</div>"
        f'<div lang="sv"><p class="bs-title">{show_inline(title)}</p>'
        f"{render_where(first, texts)}"
        f'<ul class="bs-lines">{_render_lines(answer, texts)}</ul></div>'
        f"{case}</section>"
    )


def _render_lines(answer: Answer, texts: Texts) -> str:
    """List the lines; where a new kind of section begins, a badge says which."""
    lines = [line for line in answer.lines if not _only_repeats(line, answer, texts)]
    rows = []
    before = _STATED
    for place, line in enumerate(lines):
        group = section_word(line.hit, texts) if line.quoted else _STATED
        begins = place > 0 and group != before
        named = line.quoted and group != before and (place > 0 or not _is_decision(line.hit))
        badge = f"<p>{render_section_badge(line.hit, texts)}</p>" if named else ""
        css = ' class="bs-begins"' if begins else ""
        rows.append(f"<li{css}>{badge}{_render_line(line, texts)}</li>")
        before = group
    return "".join(rows)


def _render_line(line: AnswerLine, texts: Texts) -> str:
    text = show_text(line.text)
    cited = f"<span>{show_text(texts.source)} {render_citation_link(line.hit, texts)}</span>"
    if not line.quoted:
        return f'<p dir="auto">{text} <span class="bs-cited">{cited}</span></p>'
    return (
        f'<blockquote class="bs-text" dir="auto">{text}</blockquote>'
        f"{render_ocr_note(line.hit, texts)}"
        f'<p class="bs-source">{cited}{render_copy_button(line.hit, texts)}</p>'
    )


def _is_decision(hit: Hit) -> bool:
    return hit.section is SectionKind.DECISION and hit.document_kind.records_decisions


def _only_repeats(line: AnswerLine, answer: Answer, texts: Texts) -> bool:
    """Whether a statement says no more than the head of the card does."""
    if line.quoted or len(answer.lines) == 1:
        return False
    hit = line.hit
    left = line.text
    told = (
        hit.item_title,
        answer.case_number or "",
        hit.citation.partition(",")[0],
        texts.outcomes[answer.outcome],
    )
    for part in told:
        left = left.replace(part, "") if part else left
    return not any(sign.isalnum() for sign in left)


def _render_unanswered(answer: Answer, texts: Texts) -> str:
    reason = answer.reason or texts.no_answer_reason
    looked = ""
    if texts.looked_through not in reason:
        coverage = say_coverage(answer.coverage, texts)
        looked = f'<p class="bs-note">{show_text(f"{texts.looked_through} {coverage}")}</p>'
    return (
        f'<section class="bs-answer bs-edge-none" aria-labelledby="bs-answer-heading" '
        f'data-announce="{show_text(texts.no_answer)}">'
        f'<h2 id="bs-answer-heading">{show_text(texts.no_answer)}</h2>'
        f"<p>{show_text(reason)}</p>{looked}</section>"
    )
