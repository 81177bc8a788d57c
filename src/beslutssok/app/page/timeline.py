"""The course of a case as a list in order of time, to be read at a glance and opened by step."""

from datetime import date

from beslutssok.app.page.badges import render_outcome_badge, render_section_badge
from beslutssok.app.page.change_marks import mark_changes
from beslutssok.app.page.entity_card import say_briefly, vote_counts
from beslutssok.app.page.hit_cards import LONGEST_TITLE, render_paragraph
from beslutssok.app.page.markup import shorten, show_inline, show_text
from beslutssok.app.page.sources import (
    SEPARATOR,
    render_citation,
    render_citation_link,
    render_copy_button,
    render_ocr_note,
)
from beslutssok.app.page.step_icons import TONES, render_icon
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_texts import CaseTexts
from beslutssok.app.page.vote_bar import say_counts
from beslutssok.domain import (
    Case,
    CaseStep,
    DissentKind,
    DocumentKind,
    Hit,
    MissingStep,
    Outcome,
    PointChange,
    StepKind,
    StepLink,
)

Entry = CaseStep | MissingStep

_TOLD_BY_KIND = {
    StepKind.DECISION: {Outcome.APPROVED},
    StepKind.REJECTION: {Outcome.REJECTED},
    StepKind.REFERRED_BACK: {Outcome.REFERRED_BACK},
    StepKind.TABLED: {Outcome.TABLED},
    StepKind.ANSWER: {Outcome.ANSWERED},
    StepKind.WITHDRAWN: {Outcome.WITHDRAWN},
    StepKind.PROPOSAL: {Outcome.PROPOSED},
    # Who prepares, sends out or brings up a matter has not decided it.
    StepKind.PREPARATION: {Outcome.APPROVED, Outcome.PROPOSED},
    StepKind.CONSULTATION: {Outcome.APPROVED, Outcome.PROPOSED, Outcome.REFERRED},
    StepKind.INITIATIVE: {Outcome.APPROVED, Outcome.PROPOSED},
    StepKind.MOTION: {Outcome.APPROVED, Outcome.PROPOSED},
    StepKind.REFERENCE: frozenset(Outcome),
}
"""Outcomes that the word for the step says already, or that are of something else."""
_DECIDES = frozenset(
    {
        StepKind.DECISION,
        StepKind.REJECTION,
        StepKind.REFERRED_BACK,
        StepKind.TABLED,
        StepKind.ANSWER,
        StepKind.WITHDRAWN,
        StepKind.EXECUTION,
        StepKind.FOLLOW_UP,
    }
)
DECIDED = frozenset(Outcome) - {Outcome.PROPOSED, Outcome.UNKNOWN}


def in_order(case: Case) -> tuple[Entry, ...]:
    """The steps as they come, with the missing ones put in where they belong in time.

    One with a date stands before the first later step, one of a year after that year's steps but
    before the step that tells of it, one without either right before the step that tells of it.
    """
    entries: list[Entry] = list(case.steps)
    for missing in sorted(case.missing, key=lambda each: each.date or date.max):
        entries.insert(_place(missing, entries), missing)
    return tuple(entries)


def _place(missing: MissingStep, entries: list[Entry]) -> int:
    teller = next(
        (
            place
            for place, entry in enumerate(entries)
            if isinstance(entry, CaseStep) and entry.hit.item_id == missing.told_by.item_id
        ),
        len(entries),
    )
    if missing.date is not None:
        return next(
            (at for at, entry in enumerate(entries) if (_day(entry) or date.min) > missing.date),
            len(entries),
        )
    if missing.year is not None:
        later = (
            place
            for place, entry in enumerate(entries)
            if (day := _day(entry)) is not None and day.year > missing.year
        )
        after = next(later, len(entries))
        told = missing.told_by.date
        foretold = told is not None and missing.year > told.year
        return after if foretold else min(after, teller)
    return teller


def _day(entry: Entry) -> date | None:
    return entry.hit.date if isinstance(entry, CaseStep) else entry.date


def last_decision(case: Case) -> CaseStep | None:
    """The last step at which a body decided, as its minutes tell; ``None`` where none did."""
    decided = [
        step
        for step in case.steps
        if step.hit.document_kind.records_decisions
        and step.outcome in DECIDED
        and step.kind in _DECIDES
    ]
    return decided[-1] if decided else None


def render_timeline(case: Case, texts: Texts, words: CaseTexts) -> str:
    """List the steps; what a step says is folded away, but for the last decision's."""
    entries = in_order(case)
    opened = last_decision(case)
    years = [
        _year_begins(before, entry)
        for before, entry in zip((None, *entries), entries, strict=False)
    ]
    rows = "".join(
        "<li>"
        + (f'<p class="bs-year">{year}</p>' if year else "")
        + (
            _render_missing(entry, texts, words)
            if isinstance(entry, MissingStep)
            else _render_step(entry, case, texts, words, is_open=entry is opened)
        )
        + "</li>"
        for entry, year in zip(entries, years, strict=True)
    )
    return f'<ol class="bs-timeline">{rows}</ol>'


def _year_begins(before: Entry | None, entry: Entry) -> str:
    year, earlier = _year(entry), None if before is None else _year(before)
    return str(year) if year is not None and year != earlier else ""


def _year(entry: Entry) -> int | None:
    day = _day(entry)
    if day is not None:
        return day.year
    return entry.year if isinstance(entry, MissingStep) else None


def _render_step(
    step: CaseStep, case: Case, texts: Texts, words: CaseTexts, *, is_open: bool
) -> str:
    hit = step.hit
    kind, tone = _kind_word(step, texts, words)
    summary = (
        f'<span class="bs-mark bs-tone-{tone}">{render_icon(step.kind)}</span>'
        f"{_render_day(hit.date, texts)} "
        f'<h3 class="bs-kind"><span class="bs-kind-word">{show_text(kind)}</span> '
        f"{render_citation(_place_words(hit, texts))}</h3> "
        f"{_render_outcome(step, texts)} {_render_acts(step, texts)} "
        f"{_count_changes(step, texts, words)}"
    )
    title = shorten(hit.item_title.strip(), LONGEST_TITLE)
    other = f'<p class="bs-title" lang="sv">{show_inline(title)}</p>'
    link = (
        ""
        if step.link is StepLink.CASE_NUMBER
        else f'<p class="bs-note">{show_text(words.belongs_by.format(link=words.links[step.link]))}'
        "</p>"
    )
    body = (
        f"{other if title and title != case.title.strip() else ''}"
        f'<div class="bs-badges">{render_section_badge(hit, texts)}</div>'
        f'<div class="bs-text" dir="auto" lang="sv">{render_paragraph(hit, texts)}</div>'
        f"{render_ocr_note(hit, texts)}{link}{_render_source(hit, texts)}"
        f"{_render_changes(step, texts, words)}"
    )
    return (
        f'<details class="bs-entry"{" open" if is_open else ""}><summary>{summary}</summary>'
        f'<div class="bs-entry-body">{body}</div></details>'
    )


def _render_missing(missing: MissingStep, texts: Texts, words: CaseTexts) -> str:
    day = (
        _render_day(missing.date, texts)
        if missing.date is not None
        else f'<span class="bs-day">{missing.year or show_text(texts.undated)}</span>'
    )
    number = texts.paragraph_sign.format(number=missing.number) if missing.number else ""
    place = " ".join(filter(None, (missing.organ, number)))
    quoted = (
        f'<blockquote class="bs-text" dir="auto" lang="sv">{show_text(missing.text)}</blockquote>'
        if missing.text
        else ""
    )
    return (
        f'<details class="bs-entry bs-absent"><summary>'
        f'<span class="bs-mark">{render_icon(None)}</span>{day} '
        f'<h3 class="bs-kind">{show_inline(place)}</h3> '
        f'<span class="bs-badge bs-badge-absent">{show_text(words.is_missing)}</span></summary>'
        f'<div class="bs-entry-body"><p class="bs-note">{show_text(words.missing_note)}</p>'
        f"<p>{show_text(words.told_by)}</p>{quoted}"
        f"{_render_source(missing.told_by, texts)}</div></details>"
    )


def _kind_word(step: CaseStep, texts: Texts, words: CaseTexts) -> tuple[str, str]:
    """The word and the tone; what no minutes record is never called a decision."""
    recorded = step.hit.document_kind.records_decisions
    if step.kind in _DECIDES and not recorded:
        kind = (
            StepKind.AGENDA if step.hit.document_kind is DocumentKind.AGENDA else StepKind.DOCUMENT
        )
        return words.kinds[kind], TONES.get(kind, "plain")
    return words.kinds[step.kind], TONES.get(step.kind, "plain")


def _render_outcome(step: CaseStep, texts: Texts) -> str:
    if not step.hit.document_kind.records_decisions or not texts.outcomes[step.outcome]:
        return ""
    if step.outcome in _TOLD_BY_KIND.get(step.kind, ()):
        return ""
    return render_outcome_badge(step.outcome, texts)


def _render_acts(step: CaseStep, texts: Texts) -> str:
    """The votes and reservations of a step in a line."""
    acts = [
        f"{texts.vote_held}: {say_counts(vote_counts(vote), texts)}".rstrip(": ")
        for vote in step.entities.votes
    ]
    reservations = [each for each in step.entities.dissents if each.kind is DissentKind.RESERVATION]
    if reservations:
        who = [say_briefly(each, texts) for each in reservations]
        word = texts.entity_words[DissentKind.RESERVATION.value].capitalize()
        acts.append(f"{word}: {', '.join(filter(None, who))}".rstrip(": "))
    if not acts:
        return ""
    return f'<span class="bs-step-acts">{SEPARATOR.join(map(show_inline, acts))}</span>'


def _count_changes(step: CaseStep, texts: Texts, words: CaseTexts) -> str:
    if not step.changes:
        return ""
    count = texts.number_of(len(step.changes), words.changes)
    return f'<span class="bs-changed">{show_text(count)}</span>'


def _place_words(hit: Hit, texts: Texts) -> str:
    if not hit.item_number:
        return hit.organ or hit.huvudman or texts.kinds[hit.document_kind]
    number = texts.agenda_item if hit.document_kind is DocumentKind.AGENDA else texts.paragraph_sign
    if hit.document_kind is DocumentKind.OTHER:
        number = texts.chapter
    return f"{hit.organ} {number.format(number=hit.item_number)}".strip()


def _render_day(day: date | None, texts: Texts) -> str:
    if day is None:
        return f'<span class="bs-day">{show_text(texts.undated)}</span>'
    written = show_text(texts.day(day))
    return f'<time class="bs-day" datetime="{day.isoformat()}">{written}</time>'


def _render_source(hit: Hit, texts: Texts) -> str:
    return (
        f'<p class="bs-source"><span>{show_text(texts.source)} {render_citation_link(hit, texts)}'
        f"</span>{render_copy_button(hit, texts)}</p>"
    )


def _render_changes(step: CaseStep, texts: Texts, words: CaseTexts) -> str:
    if not step.changes:
        return ""
    count = texts.number_of(len(step.changes), words.changes)
    rows = "".join(_render_change(change, texts, words) for change in step.changes)
    return (
        f'<section class="bs-changes"><h4>{show_text(count)}</h4>'
        f'<p class="bs-note">{show_text(words.changes_note)}</p>{rows}</section>'
    )


def _render_change(change: PointChange, texts: Texts, words: CaseTexts) -> str:
    before = change.proposal.text if change.proposal else ""
    after = change.decision.text if change.decision else ""
    if change.proposal and change.decision:
        how, (left, right) = words.reworded, mark_changes(before, after, words)
    else:
        how = words.dropped if change.proposal else words.added
        left, right = show_text(before), show_text(after)
    return (
        f'<div class="bs-change"><p class="bs-change-how">{show_text(how)}</p>'
        f'<div class="bs-sides">'
        f"{_render_side(words.proposed, left, change.proposal, words.not_in_proposal, texts)}"
        f"{_render_side(words.decided, right, change.decision, words.not_in_decision, texts)}"
        "</div></div>"
    )


def _render_side(heading: str, marked: str, hit: Hit | None, absent: str, texts: Texts) -> str:
    if hit is None:
        body = f'<p class="bs-note">{show_text(absent)}</p>'
    else:
        body = (
            f'<div class="bs-text" dir="auto" lang="sv">{marked}</div>'
            f'<p class="bs-source"><span>{render_citation_link(hit, texts)}</span></p>'
        )
    return f'<div class="bs-side"><h5>{show_text(heading)}</h5>{body}</div>'
