"""About: what is indexed and what is not, how answers are made, and the statement of access."""

from collections import defaultdict
from collections.abc import Sequence

from gradio.components import Component

from beslutssok.app.page.about_program import (
    ProgramFacts,
    render_access_statement,
    render_how_answers_are_made,
    render_program,
)
from beslutssok.app.page.coverage_line import say_coverage
from beslutssok.app.page.markup import shorten, show_inline, show_text
from beslutssok.app.page.overview_figures import body_name, say_month
from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_words import words_in
from beslutssok.app.page.views import Parameters, Shown, html_part, write_link
from beslutssok.domain import (
    DocumentStatus,
    IngestedDocument,
    MeetingsOfMonth,
    NumberGap,
    Overview,
)

ABOUT = "om"
LONGEST_NAME = 160
ROWS_SHOWN = 8
"""A longer list is folded away."""

Body = tuple[str, str]
KNOWN = "Vad beslutades?"
"""What finds the documents of a month, in their language."""


class AboutView:
    """``?vy=om``: the collection and the program."""

    name = ABOUT

    def label(self, texts: Texts) -> str:
        """The words for it in the navigation."""
        return words_in(texts).about.title

    def build(self, source: Source, texts: Texts) -> Sequence[Component]:
        """One part, filled with HTML."""
        return [html_part("about-view")]

    def load(self, source: Source, texts: Texts, parameters: Parameters) -> Shown:
        """Tell of the index as it is now."""
        words = words_in(texts).about
        facts = ProgramFacts(model=source.model(), contact=source.settings.contact)
        html = render_about(source.overview(), source.documents(), facts, texts)
        return Shown(words.title, [html])


def render_about(
    overview: Overview, documents: Sequence[IngestedDocument], facts: ProgramFacts, texts: Texts
) -> str:
    """Show what is indexed, what lacks, and how the program works."""
    words = words_in(texts).about
    sections = (
        ("handlingar", words.index_heading, _render_index(overview, texts)),
        ("luckor", words.gaps, _render_gaps(overview.gaps, texts)),
        ("olasta", words.unread, _render_unread(documents, texts)),
        ("tveksamheter", words.doubts, _render_doubts(documents, texts)),
        ("svar", words.how_heading, render_how_answers_are_made(texts)),
        ("tillganglighet", words.access_heading, render_access_statement(facts, texts)),
        ("programmet", words.program_heading, render_program(facts, texts)),
    )
    contents = "".join(
        f'<li><a href="#om-{name}">{show_text(heading)}</a></li>' for name, heading, _ in sections
    )
    shown = "".join(
        f'<section class="bs-about-part" aria-labelledby="om-{name}">'
        f'<h3 id="om-{name}" tabindex="-1">{show_text(heading)}</h3>{body}</section>'
        for name, heading, body in sections
    )
    return (
        f'<section class="bs-topic bs-about"><h2>{show_text(words.title)}</h2>'
        f'<p class="bs-lead">{show_text(words.lead)}</p>'
        f'<nav class="bs-contents" aria-label="{show_text(words.contents)}"><ul>{contents}</ul>'
        f"</nav>{shown}</section>"
    )


def _render_index(overview: Overview, texts: Texts) -> str:
    words = words_in(texts).about
    if not overview.coverage.documents:
        nothing = f"{texts.nothing_indexed}. {texts.nothing_indexed_remedy}"
        return f"<p>{show_text(nothing)}</p>"
    held = say_coverage(overview.coverage, texts)
    tables = _render_months(overview.months, texts)
    note = f'<p class="bs-note">{show_text(words.coverage_note)}</p>' if tables else ""
    none = "" if tables else f'<p class="bs-note">{show_text(words.no_coverage)}</p>'
    return f"<p>{show_text(held)}</p><h4>{show_text(words.coverage)}</h4>{note}{tables}{none}"


def _render_months(months: Sequence[MeetingsOfMonth], texts: Texts) -> str:
    """A table for each body: a row for each year, a cell for each month."""
    counts: dict[Body, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for each in months:
        counts[each.organ, each.huvudman][each.month] += each.count
    several = len({huvudman for _, huvudman in counts}) > 1
    bodies = sorted(counts, key=lambda body: (body[1], body[0]))
    return "".join(_render_body(body, counts[body], several, texts) for body in bodies)


def _render_body(body: Body, counts: dict[str, int], several: bool, texts: Texts) -> str:
    words = words_in(texts).about
    organ, huvudman = body
    name = shorten(body_name(organ, huvudman, several=several), LONGEST_NAME)
    years = range(int(min(counts)[:4]), int(max(counts)[:4]) + 1)
    head = "".join(
        f'<th scope="col"><abbr title="{show_text(month)}">{show_text(letter)}</abbr></th>'
        for letter, month in zip(words.month_letters, texts.months, strict=True)
    )
    rows = "".join(
        f'<tr><th scope="row">{year}</th>'
        + "".join(_render_cell(f"{year}-{month:02}", body, counts, texts) for month in range(1, 13))
        + "</tr>"
        for year in years
    )
    return (
        f'<table class="bs-calendar"><caption>{show_inline(name)}</caption>'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _render_cell(month: str, body: Body, counts: dict[str, int], texts: Texts) -> str:
    words = words_in(texts).about
    count = counts.get(month, 0)
    if not count:
        none = show_text(words.no_document)
        return f'<td><span aria-hidden="true">·</span><span class="bs-hidden">{none}</span></td>'
    said = words.month_cell.format(
        month=say_month(month, texts), documents=texts.number_of(count, texts.document)
    )
    address = write_link(
        q=KNOWN,
        huvudman=body[1],
        organ=body[0],
        fran=month,
        till=month,
    )
    level = min(count, 3)
    return (
        f'<td class="bs-level-{level}"><a href="{show_text(address)}" '
        f'aria-label="{show_text(said)}">{count}</a></td>'
    )


def _render_gaps(gaps: Sequence[NumberGap], texts: Texts) -> str:
    words = words_in(texts).about
    if not gaps:
        return f"<p>{show_text(words.no_gaps)}</p>"
    several = len({gap.huvudman for gap in gaps}) > 1
    rows = [
        f"<li>{show_inline(shorten(_say_gap(gap, several, texts), LONGEST_NAME * 2))}</li>"
        for gap in gaps
    ]
    return f"<p>{show_text(words.gaps_note)}</p>{_fold(rows, texts)}"


def _say_gap(gap: NumberGap, several: bool, texts: Texts) -> str:
    words = words_in(texts).about
    pattern = words.gap_one if gap.first == gap.last else words.gap
    body = body_name(gap.organ, gap.huvudman, several=several)
    return pattern.format(body=body, year=gap.year, first=gap.first, last=gap.last)


def _render_unread(documents: Sequence[IngestedDocument], texts: Texts) -> str:
    words = words_in(texts).about
    unread = [each for each in documents if each.status is DocumentStatus.UNREADABLE]
    partly = [each for each in documents if each not in unread and each.unread_pages]
    if not unread and not partly:
        return f"<p>{show_text(words.no_unread)}</p>"
    rows = "".join(
        f'<tr><th scope="row">{show_inline(each.path)}</th>'
        f"<td>{_say_reason(each, texts)}</td>"
        f"<td>{show_text(each.remedy) or '–'}</td></tr>"
        for each in (*unread, *partly)
    )
    head = "".join(
        f'<th scope="col">{show_text(name)}</th>'
        for name in (words.document, words.reason, words.remedy)
    )
    name = f"{words.document}, {words.reason}, {words.remedy}"
    return (
        f"<p>{show_text(words.unread_note)}</p>"
        f'<div class="bs-table" role="region" tabindex="0" aria-label="{show_text(name)}">'
        f'<table class="bs-problems-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody>'
        "</table></div>"
    )


def _say_reason(document: IngestedDocument, texts: Texts) -> str:
    words = words_in(texts).about
    if document.status is DocumentStatus.UNREADABLE:
        return show_text(document.reason)
    pages = "".join(f"<li>{show_text(page)}</li>" for page in document.unread_pages)
    return f"{show_text(words.pages_unread)}<ul>{pages}</ul>"


def _render_doubts(documents: Sequence[IngestedDocument], texts: Texts) -> str:
    words = words_in(texts).about
    doubted = [each for each in documents if each.doubts]
    if not doubted:
        return f"<p>{show_text(words.no_doubts)}</p>"
    rows = [
        f"<li><strong>{show_inline(each.path)}</strong><ul>"
        + "".join(f"<li>{show_text(doubt)}</li>" for doubt in each.doubts)
        + "</ul></li>"
        for each in doubted
    ]
    return f"<p>{show_text(words.doubts_note)}</p>{_fold(rows, texts)}"


def _fold(rows: Sequence[str], texts: Texts) -> str:
    """List the rows; a long list is folded away."""
    listed = f'<ul class="bs-list">{"".join(rows)}</ul>'
    if len(rows) <= ROWS_SHOWN:
        return listed
    summary = texts.number_of(len(rows), words_in(texts).about.rows)
    return f"<details><summary>{show_text(summary)}</summary>{listed}</details>"
