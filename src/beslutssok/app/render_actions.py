"""What somebody did, as text for people: item by item, in order of time."""

from collections.abc import Sequence
from itertools import groupby

from beslutssok.app.hit_lines import LONGEST_TEXT, LONGEST_TITLE
from beslutssok.app.ink import PLAIN, Ink
from beslutssok.app.plain_text import (
    WIDTH,
    clean_line,
    join_blocks,
    keep_together,
    shorten_text,
    wrap_text,
)
from beslutssok.app.wording import UNTITLED, count_of, day_in_words, item_outcome, say_coverage
from beslutssok.domain import Action, ActionKind, Actions, SectionKind

EVERYBODY = "Alla"
_COUNTED = {
    ActionKind.MOVED: ("yrkande", "yrkanden"),
    ActionKind.VOTED: ("röst", "röster"),
    ActionKind.RESERVED: ("reservation", "reservationer"),
    ActionKind.STATED: ("protokollsanteckning", "protokollsanteckningar"),
    ActionKind.NOT_TAKING_PART: ("beslut utan att delta", "beslut utan att delta"),
    ActionKind.DISQUALIFIED: ("jäv", "jäv"),
}
_SECTIONS = {
    ActionKind.MOVED: SectionKind.MOTION,
    ActionKind.VOTED: SectionKind.VOTE,
    ActionKind.RESERVED: SectionKind.RESERVATION,
    ActionKind.STATED: SectionKind.STATEMENT,
    ActionKind.NOT_TAKING_PART: SectionKind.STATEMENT,
    ActionKind.DISQUALIFIED: SectionKind.DISQUALIFICATION,
}


def render_actions(actions: Actions, width: int = WIDTH, ink: Ink = PLAIN) -> str:
    """List what somebody did, with the words that tell it, below how much of each kind there is."""
    who = clean_line(actions.who) or EVERYBODY
    looked = wrap_text(f"Genomsökt: {say_coverage(actions.coverage)}", width)
    if not actions.actions:
        told = f"Inget yrkande, ingen röst, reservation eller anmälan om jäv av {who} hittades."
        return join_blocks([ink.strong(who), *wrap_text(told, width)], looked)
    counts = ((actions.count(kind), forms) for kind, forms in _COUNTED.items())
    told = ", ".join(count_of(count, forms) for count, forms in counts if count)
    by_item = groupby(actions.actions, key=lambda action: action.hit.item_id)
    return join_blocks(
        [ink.strong(who), *wrap_text(told, width), *map(ink.faint, looked)],
        *(_item_lines(list(group), width, ink) for _, group in by_item),
    )


def _item_lines(actions: Sequence[Action], width: int, ink: Ink) -> list[str]:
    hit = actions[0].hit
    title = shorten_text(clean_line(hit.item_title) or UNTITLED, LONGEST_TITLE)
    title += f" ({clean_line(hit.case_number)})" if hit.case_number else ""
    day = hit.date.isoformat() if hit.date else day_in_words(None)
    outcome = item_outcome(hit)
    head = f"{day}  {ink.strong(title)}" + (f" · {outcome}" if outcome else "")
    lines = [head] if len(head) <= width else [f"{day}", *map(ink.strong, wrap_text(title, width))]
    for action in actions:
        lines += _action_lines(action, width, ink)
    return lines


def _action_lines(action: Action, width: int, ink: Ink) -> list[str]:
    word = ink.section(action.kind.value.capitalize(), _SECTIONS[action.kind])
    detail = f", {clean_line(action.detail)}" if action.detail else ""
    lines = [f"    {word}{detail}: {_who(action)}"]
    if action.stood_for:
        lines += wrap_text(f"({action.stood_for})", width, "      ")
    lines += wrap_text(f"”{shorten_text(action.text, LONGEST_TEXT)}”", width, "      ")
    cited = keep_together(action.hit.citation)
    if action.listed is not None and action.listed.page != action.hit.page:
        cited += f"; röstlistan: {keep_together(action.listed.citation)}"
    return [*lines, *(ink.faint(line) for line in wrap_text(cited, width, "      "))]


def _who(action: Action) -> str:
    if action.person is None:
        return clean_line(action.party or "–")
    party = f" ({clean_line(action.party)})" if action.party else ""
    return f"{clean_line(action.person)}{party}"
