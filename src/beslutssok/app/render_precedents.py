"""Earlier cases like one at hand as text: how they ended, and where each can be read."""

from collections.abc import Sequence

from beslutssok.app.hit_lines import LONGEST_TITLE, hit_body
from beslutssok.app.ink import PLAIN, Ink
from beslutssok.app.plain_text import (
    NO_BREAK_SPACE,
    WIDTH,
    clean_line,
    join_blocks,
    keep_together,
    shell_word,
    shorten_text,
    wrap_text,
)
from beslutssok.app.wording import (
    ITEM,
    OUTCOME_WORDS,
    UNTITLED,
    count_of,
    say_coverage,
    section_word,
)
from beslutssok.domain import Hit, Outcome, OutcomeCount, Precedent, Precedents

UNKNOWN_OUTCOME = "Okänd utgång"
MOST_STEPS = 6
"""Of a case; the first and the last are shown, and how many are between."""

_INDENT = "    "


def render_precedents(found: Precedents, width: int = WIDTH, ink: Ink = PLAIN) -> str:
    """List earlier cases, best first, below how many of them ended how."""
    what = f"Liknande ärenden: {clean_line(found.source)}" if found.source else "Liknande ärenden"
    if not found.cases:
        looked = wrap_text(f"Genomsökt: {say_coverage(found.coverage)}", width)
        return join_blocks([ink.strong("Inga liknande ärenden"), *looked])
    heading = [
        *(ink.strong(line) for line in wrap_text(what, width)),
        *wrap_text(_distribution(found.outcomes, len(found.cases)), width),
    ]
    cases = [
        _case_lines(case, number, width, ink) for number, case in enumerate(found.cases, start=1)
    ]
    first = next((case.case_number for case in found.cases if case.case_number), None)
    hint = f"Ärendets gång: beslutssok case {shell_word(first)}" if first else ""
    return join_blocks(heading, *cases, [ink.faint(hint)] if hint else [])


def outcome_word(outcome: Outcome) -> str:
    """The outcome of a case, which may be unknown."""
    return OUTCOME_WORDS[outcome] or UNKNOWN_OUTCOME


def _distribution(outcomes: Sequence[OutcomeCount], cases: int) -> str:
    told = ", ".join(
        f"{counted.count}{NO_BREAK_SPACE}{outcome_word(counted.outcome).lower()}"
        for counted in outcomes
    )
    return f"{count_of(cases, ITEM)}: {told}."


def _case_lines(case: Precedent, number: int, width: int, ink: Ink) -> list[str]:
    best = case.best
    badge = ink.section(section_word(best), best.section)
    ended = ink.outcome(outcome_word(case.outcome), case.outcome)
    head = f"{f'{number}.'.ljust(len(_INDENT))}{ended}"
    title = shorten_text(clean_line(case.title) or UNTITLED, LONGEST_TITLE)
    title += f" ({clean_line(case.case_number)})" if case.case_number else ""
    lines = [head, *(ink.strong(line) for line in wrap_text(title, width, _INDENT))]
    if len(case.hits) > 1:
        for text in _steps(case.hits):
            lines += wrap_text(text, width, _INDENT + "    ", _INDENT + "  ")
    own_title = clean_line(best.item_title)
    shown = "" if own_title == clean_line(case.title) else shorten_text(own_title, LONGEST_TITLE)
    return [*lines, f"{_INDENT}{badge}", *hit_body(best, width, ink, shown)]


def _steps(hits: Sequence[Hit]) -> list[str]:
    """The items of a case in order of time, a line each; of many the first and the last ones."""
    told = [f"• {_item(hit)}" for hit in hits]
    if len(told) <= MOST_STEPS:
        return told
    half = MOST_STEPS // 2
    between = f"… {count_of(len(told) - 2 * half, ('steg', 'steg'))} till …"
    return [*told[:half], between, *told[-half:]]


def _item(hit: Hit) -> str:
    cited = keep_together(hit.citation).split(", ")[0].split(" (s.")[0]
    word = OUTCOME_WORDS[hit.outcome]
    return f"{cited} · {word}" if word else cited
