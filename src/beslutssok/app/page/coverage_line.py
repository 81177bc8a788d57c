"""One line that says what is searched, and a list of what could not be read."""

from collections.abc import Sequence

from beslutssok.app.page.markup import show_inline, show_text
from beslutssok.app.page.texts import Texts
from beslutssok.domain import Coverage, DocumentStatus, IngestedDocument

BODIES_NAMED = 3


def say_coverage(coverage: Coverage, texts: Texts) -> str:
    """Say in plain text how much is indexed, of which bodies and from what period."""
    parts = [
        f"{texts.number_of(coverage.documents, texts.document)}, "
        f"{texts.number_of(coverage.items, texts.item)}"
    ]
    if coverage.bodies:
        parts.append(_name_bodies(coverage, texts))
    if coverage.date_from and coverage.date_to:
        parts.append(
            texts.between.format(
                first=texts.day(coverage.date_from), last=texts.day(coverage.date_to)
            )
        )
    return "; ".join(parts) + "."


def render_coverage(coverage: Coverage, documents: Sequence[IngestedDocument], texts: Texts) -> str:
    """Show what is searched, and on demand what could not be read and what to do about it."""
    if not coverage.documents:
        return render_nothing_indexed(documents, texts)
    sentence = texts.searches_in.format(
        documents=texts.number_of(coverage.documents, texts.document),
        items=texts.number_of(coverage.items, texts.item),
    )
    if coverage.bodies:
        bodies = _name_bodies(coverage, texts)
        sentence += " " + texts.searches_in_bodies.format(bodies=bodies)
    if coverage.date_from and coverage.date_to:
        first, last = texts.day(coverage.date_from), texts.day(coverage.date_to)
        sentence += ", " + texts.between.format(first=first, last=last)
    sentence += "."
    if coverage.newest_file:
        sentence += " " + texts.newest_file.format(day=texts.day(coverage.newest_file))
    return (
        f'<div class="bs-coverage"><p>{show_text(sentence)}</p>'
        f"{_render_bodies(coverage, texts)}{_render_problems(documents, texts)}</div>"
    )


def render_nothing_indexed(documents: Sequence[IngestedDocument], texts: Texts) -> str:
    """Tell a first user what to do."""
    return (
        f'<section class="bs-answer bs-message bs-first-run">'
        f"<h2>{show_text(texts.nothing_indexed)}</h2>"
        f"<p>{show_text(texts.nothing_indexed_remedy)}</p>"
        f"{_render_problems(documents, texts)}</section>"
    )


def _name_bodies(coverage: Coverage, texts: Texts) -> str:
    if len(coverage.bodies) > BODIES_NAMED:
        return texts.number_of(len(coverage.bodies), texts.body)
    separator = "; " if any("," in body for body in coverage.bodies) else ", "
    return separator.join(coverage.bodies)


def _render_bodies(coverage: Coverage, texts: Texts) -> str:
    if len(coverage.bodies) <= BODIES_NAMED:
        return ""
    rows = "".join(f"<li>{show_inline(body)}</li>" for body in coverage.bodies)
    heading = show_text(texts.bodies_heading)
    return f"<details><summary>{heading}</summary><ul>{rows}</ul></details>"


def _render_problems(documents: Sequence[IngestedDocument], texts: Texts) -> str:
    unreadable = [each for each in documents if each.status is DocumentStatus.UNREADABLE]
    partly = [each for each in documents if each not in unreadable and each.unread_pages]
    counts = [
        texts.number_of(len(listed), forms)
        for listed, forms in ((unreadable, texts.unreadable), (partly, texts.partly_read))
        if listed
    ]
    if not counts:
        return ""
    lists = "".join(
        f"<p>{show_text(heading)}:</p><ul>{''.join(_render_problem(each, texts) for each in of)}"
        f"</ul>"
        for heading, of in (
            (texts.unreadable_heading, unreadable),
            (texts.partly_read_heading, partly),
        )
        if of
    )
    summary = show_text(", ".join(counts))
    return f'<details class="bs-problems"><summary>{summary}</summary>{lists}</details>'


def _render_problem(document: IngestedDocument, texts: Texts) -> str:
    reasons = [document.reason, *document.unread_pages]
    reason = " ".join(f"{text.rstrip('.')}." for text in reasons if text)
    remedy = (
        f" <span>{show_text(texts.remedy)} {show_text(document.remedy)}</span>"
        if document.remedy
        else ""
    )
    return f"<li><strong>{show_inline(document.path)}</strong> {show_text(reason)}{remedy}</li>"
