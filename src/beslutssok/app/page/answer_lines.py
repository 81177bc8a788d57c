"""The lines of an answer, each kind in its own shape, each with its source."""

from collections.abc import Sequence
from itertools import groupby, zip_longest

from beslutssok.app.page.badges import render_section_badge, section_word
from beslutssok.app.page.english_sentences import in_language
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.sources import (
    case_address,
    render_citation_link,
    render_copy_button,
    render_ocr_note,
)
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.vote_bar import render_vote_bar
from beslutssok.domain import AnswerLine, Hit, SectionKind, VoteChoice
from beslutssok.domain.answers import LineKind
from beslutssok.search.votes_told import counts_in

LISTED_AT_ONCE = 12
"""Entries of a list that are shown before the rest is folded away."""

_STATED = ""
_STEPS = (LineKind.EARLIER, LineKind.LATER, LineKind.AMENDED)


def render_lines(lines: Sequence[AnswerLine], texts: Texts) -> str:
    """Show the lines in their order; entries of a list and steps of a case as lists of links."""
    shapes = _shapes(lines)
    runs = groupby(zip(shapes, lines, strict=True), key=lambda pair: pair[0])
    shown: list[str] = []
    for shape, run in runs:
        of_run = [line for _, line in run]
        if shape is LineKind.LISTED:
            shown.append(_render_list(of_run, texts))
        elif shape in _STEPS:
            shown.append(_render_steps(of_run, texts))
        elif shape is LineKind.COUNT:
            shown.append(_render_counts(of_run, texts))
        else:
            rows = _render_rows(of_run, texts, is_first=not shown)
            shown.append(f'<ul class="bs-lines">{rows}</ul>')
    return "".join(shown)


def render_told(said: str, texts: Texts) -> str:
    """Show a sentence of the program in the language of the page."""
    return f'<span lang="{texts.language}">{show_text(in_language(said, texts))}</span>'


def _shapes(lines: Sequence[AnswerLine]) -> list[LineKind]:
    """The shape of each line; what is quoted of an entry of a list goes with the entry.

    A count right before a list rests on the list, not on its first entry.
    """
    shapes: list[LineKind] = []
    for line, following in zip_longest(lines, lines[1:]):
        if line.kind is LineKind.COUNT and following and following.kind is LineKind.LISTED:
            shapes.append(LineKind.COUNT)
            continue
        goes_with = shapes and shapes[-1] is LineKind.LISTED and line.quoted
        if line.kind is LineKind.LISTED or goes_with:
            shapes.append(LineKind.LISTED)
        else:
            shapes.append(line.kind if line.kind in _STEPS else LineKind.TEXT)
    return shapes


def _render_rows(lines: Sequence[AnswerLine], texts: Texts, *, is_first: bool) -> str:
    """List the lines; where a new kind of section begins, a badge says which."""
    rows = []
    before = _STATED
    for place, line in enumerate(lines):
        begun = place > 0 or not is_first
        group = section_word(line.hit, texts) if line.quoted else _STATED
        begins = begun and group != before
        named = line.quoted and group != before and (begun or not _is_decision(line.hit))
        badge = f"<p>{render_section_badge(line.hit, texts)}</p>" if named else ""
        css = ' class="bs-begins"' if begins else ""
        rows.append(f"<li{css}>{badge}{_render_line(line, texts)}</li>")
        before = group
    return "".join(rows)


def _render_line(line: AnswerLine, texts: Texts) -> str:
    cited = f"<span>{show_text(texts.source)} {render_citation_link(line.hit, texts)}</span>"
    if line.quoted:
        return (
            f'<blockquote class="bs-text" dir="auto">{show_text(line.text)}</blockquote>'
            f"{render_ocr_note(line.hit, texts)}"
            f'<p class="bs-source">{cited}{render_copy_button(line.hit, texts)}</p>'
        )
    text, bar, label = render_told(line.text, texts), "", ""
    if line.kind is LineKind.VOTE:
        bar = render_vote_bar(_counts_told(line.text))
    elif line.kind is LineKind.DOUBT:
        label = f'<strong class="bs-doubt">{show_text(texts.doubt)}:</strong> '
    return f'<p dir="auto">{label}{text} <span class="bs-cited">{cited}</span></p>{bar}'


def _counts_told(said: str) -> Sequence[tuple[VoteChoice, int]]:
    """How many voted how in what tells one vote; nothing where it tells more."""
    counts = [(choice, count) for choice, count in counts_in(said) if count is not None]
    choices = [choice for choice, _ in counts]
    is_one = len(set(choices)) == len(choices)
    return counts if is_one and {VoteChoice.YES, VoteChoice.NO} <= set(choices) else ()


def _render_counts(lines: Sequence[AnswerLine], texts: Texts) -> str:
    return "".join(
        f'<p class="bs-counted" dir="auto">{render_told(line.text, texts)}</p>' for line in lines
    )


def _render_list(lines: Sequence[AnswerLine], texts: Texts) -> str:
    entries: list[list[AnswerLine]] = []
    for line in lines:
        if line.kind is LineKind.LISTED or not entries:
            entries.append([])
        entries[-1].append(line)
    rows = [f"<li>{_render_entry(entry, texts)}</li>" for entry in entries]
    shown, folded = rows[:LISTED_AT_ONCE], rows[LISTED_AT_ONCE:]
    html = f'<ol class="bs-listed">{"".join(shown)}</ol>'
    if folded:
        words = show_text(texts.whole_list.format(count=len(rows)))
        start = len(shown) + 1
        html += (
            f'<details class="bs-whole-list"><summary>{words}</summary>'
            f'<ol class="bs-listed" start="{start}">{"".join(folded)}</ol></details>'
        )
    return html


def _render_entry(lines: Sequence[AnswerLine], texts: Texts) -> str:
    """Show an entry; what is told and quoted of one passage has one source, after both."""
    parts = []
    for line, following in zip_longest(lines, lines[1:]):
        cited = f'<span class="bs-cited">{render_citation_link(line.hit, texts)}</span>'
        if following and following.hit.id == line.hit.id:
            cited = ""
        if line.quoted:
            badge = "" if _is_decision(line.hit) else render_section_badge(line.hit, texts)
            parts.append(
                f'{badge}<blockquote class="bs-text" dir="auto">{show_text(line.text)}</blockquote>'
                f"{render_ocr_note(line.hit, texts)}{f'<p>{cited}</p>' if cited else ''}"
            )
        else:
            parts.append(f'<p dir="auto">{render_told(line.text, texts)} {cited}</p>')
    return "".join(parts)


def _render_steps(lines: Sequence[AnswerLine], texts: Texts) -> str:
    """List earlier or later steps of the case with what is quoted; each leads to its course."""
    steps: list[list[str]] = []
    for line in lines:
        cited = f'<span class="bs-cited">{render_citation_link(line.hit, texts)}</span>'
        if line.quoted and steps:
            words = f'<blockquote class="bs-text" dir="auto">{show_text(line.text)}</blockquote>'
            steps[-1].append(f"{words}{render_ocr_note(line.hit, texts)}<p>{cited}</p>")
            continue
        text = render_told(line.text, texts)
        if line.hit.case_number:
            address = show_text(case_address(line.hit))
            text = f'<a class="bs-step-link" href="{address}">{text}</a>'
        steps.append([f'<p dir="auto">{text} {cited}</p>'])
    rows = "".join(f"<li>{''.join(step)}</li>" for step in steps)
    return f'<ul class="bs-case-steps">{rows}</ul>'


def _is_decision(hit: Hit) -> bool:
    return hit.section is SectionKind.DECISION and hit.document_kind.records_decisions
