"""The history of a case as a timeline of text: what was done when, changed how, and is missing."""

from datetime import date

from beslutssok.app.hit_lines import LONGEST_TITLE, ocr_lines
from beslutssok.app.ink import PLAIN, Ink
from beslutssok.app.plain_text import (
    NO_BREAK_SPACE,
    WIDTH,
    clean_line,
    join_blocks,
    keep_together,
    shorten_text,
    wrap_text,
)
from beslutssok.app.wording import (
    AGENDA_DECISION,
    STEP,
    UNTITLED,
    count_of,
    day_in_words,
    item_outcome,
)
from beslutssok.domain import Case, CaseStep, Hit, MissingStep, PointChange, SectionKind, StepKind

LONGEST_TEXT = 400
"""Of what is quoted of a step; ``show`` gives it whole."""

MISSING = "saknas bland handlingarna"

_SAY_PROPOSAL = (StepKind.PROPOSAL, StepKind.REFERENCE)
_INDENT = "    "
_UNDATED = "odaterad  "


def render_case(case: Case, width: int = WIDTH, ink: Ink = PLAIN) -> str:
    """List the steps of a case in order of time, with those that are missing in their places."""
    title = clean_line(case.title)
    name = f"Ärende {clean_line(case.case_number)}" if case.case_number else "Ärende utan nummer"
    count = f"{count_of(len(case.steps), STEP)} i tidsordning"
    if case.missing:
        count += f", {count_of(len(case.missing), STEP)} som det hänvisas till {MISSING}"
    heading = [
        ink.strong(name),
        *wrap_text(shorten_text(title, LONGEST_TITLE), width),
        *(ink.faint(line) for line in wrap_text(count, width)),
    ]
    blocks = [(_day(step.hit.date), 1, _step_lines(step, title, width, ink)) for step in case.steps]
    blocks += [(_when(step), 0, _missing_lines(step, width, ink)) for step in case.missing]
    blocks.sort(key=lambda block: block[:2])  # keeps the order of the steps of a day
    return join_blocks(heading, *(lines for _, _, lines in blocks))


def _step_lines(step: CaseStep, case_title: str, width: int, ink: Ink) -> list[str]:
    hit = step.hit
    day = hit.date.isoformat() if hit.date else day_in_words(None)
    kind = clean_line(step.kind.value)
    outcome = item_outcome(hit)
    head = f"{day}  {ink.section(kind[:1].upper() + kind[1:], hit.section)}"
    head += f" · {ink.outcome(outcome, hit.outcome)}" if outcome else ""
    if hit.section is SectionKind.PROPOSAL and step.kind not in _SAY_PROPOSAL:
        head += f" · {AGENDA_DECISION}"
    title = clean_line(hit.item_title) or UNTITLED
    shown = (
        [] if title == case_title else wrap_text(shorten_text(title, LONGEST_TITLE), width, _INDENT)
    )
    lines = [head, *wrap_text(keep_together(hit.citation), width, _INDENT)]
    if hit.also_in:
        also = "; ".join(keep_together(citation) for citation in hit.also_in)
        lines += [ink.faint(line) for line in wrap_text(f"Också i: {also}", width, _INDENT)]
    if step.kind is StepKind.REFERENCE:
        # Of another case: that it is there is enough, and its decision is not this one's.
        return [*lines, *(ink.faint(line) for line in shown)]
    lines += [ink.strong(line) for line in shown]
    lines += wrap_text(shorten_text(hit.text, LONGEST_TEXT), width, _INDENT + "  ")
    lines += ocr_lines([hit], _INDENT, ink)
    for change in step.changes:
        lines += _change_lines(change, width)
    return lines


def _change_lines(change: PointChange, width: int) -> list[str]:
    """What was proposed and what was decided instead, each quoted with its source."""
    before, after = change.proposal, change.decision
    named: tuple[tuple[str, Hit], ...] = ()
    if before is not None and after is not None:
        named = (("Föreslogs", before), ("Beslutades", after))
    elif after is not None:
        named = (("Tillkom utöver förslaget", after),)
    elif before is not None:
        named = (("Föreslogs men beslutades inte", before),)
    lines: list[str] = []
    for word, hit in named:
        lines += _quoted(f"≠ {word}: ", hit.text, hit, width)
    return lines


def _missing_lines(step: MissingStep, width: int, ink: Ink) -> list[str]:
    when = _day(step.date) if step.date else str(step.year or "").ljust(len(_UNDATED))
    number = f" §{NO_BREAK_SPACE}{clean_line(step.number)}" if step.number else ""
    named = f"{clean_line(step.organ)}{number}"
    return [
        f"{when}  {ink.doubtful(MISSING[:1].upper() + MISSING[1:])}",
        *wrap_text(named, width, _INDENT),
        *_quoted("", step.text, step.told_by, width),
    ]


def _quoted(lead: str, text: str, hit: Hit, width: int) -> list[str]:
    quoted = f"{lead}”{shorten_text(clean_line(text), LONGEST_TEXT)}”"
    source = f"[{keep_together(hit.citation)}]"
    return wrap_text(f"{quoted} {source}", width, _INDENT + "    ", _INDENT + "  ")


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _when(step: MissingStep) -> str:
    return _day(step.date) or str(step.year or "")
