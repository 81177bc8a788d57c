"""Small pictures of the kinds of steps; the word stands beside each."""

from beslutssok.domain import StepKind

_PEN = '<path d="M4 16l1-4 8-8 3 3-8 8z"/>'
_PAPER = '<path d="M6 3h6l3 3v11H6z"/><path d="M8.5 9h4M8.5 12h4"/>'
_CHECK = '<path d="M4.5 10.5l3.5 3.5 7.5-8"/>'
_CROSS = '<path d="M5.5 5.5l9 9M14.5 5.5l-9 9"/>'
_PAUSE = '<path d="M7.5 5v10M12.5 5v10"/>'
_BACK = '<path d="M8 5L4 9l4 4"/><path d="M4 9h8a4 4 0 010 7h-2"/>'
_OUT = '<path d="M3 10h13M12 6l4 4-4 4"/>'
_GO = '<path d="M7 4.5l8 5.5-8 5.5z"/>'
_EYE = (
    '<path d="M2.5 10s3-5 7.5-5 7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5z"/>'
    '<circle cx="10" cy="10" r="2"/>'
)
_SPEECH = '<path d="M4 5h12v8H9l-3 3v-3H4z"/>'
_MINUS = '<path d="M5 10h10"/>'
_LINK = (
    '<path d="M8.5 11.5l3-3"/><path d="M9 6l1.5-1.5a3.2 3.2 0 014.6 4.6L13.6 10.6"/>'
    '<path d="M11 14l-1.5 1.5a3.2 3.2 0 01-4.6-4.6l1.5-1.5"/>'
)
_DOT = '<circle cx="10" cy="10" r="3"/>'
_QUESTION = '<path d="M7 7.5a3 3 0 113.8 2.9c-.5.2-.8.6-.8 1.1v1"/><path d="M10 15.5v.01"/>'

ICONS = {
    StepKind.INITIATIVE: _PEN,
    StepKind.MOTION: _PEN,
    StepKind.CONSULTATION: _OUT,
    StepKind.PREPARATION: _PAPER,
    StepKind.PROPOSAL: _PAPER,
    StepKind.TABLED: _PAUSE,
    StepKind.REFERRED_BACK: _BACK,
    StepKind.DECISION: _CHECK,
    StepKind.REJECTION: _CROSS,
    StepKind.EXECUTION: _GO,
    StepKind.FOLLOW_UP: _EYE,
    StepKind.ANSWER: _SPEECH,
    StepKind.WITHDRAWN: _MINUS,
    StepKind.REFERENCE: _LINK,
    StepKind.AGENDA: _PAPER,
    StepKind.DOCUMENT: _PAPER,
    StepKind.TREATED: _DOT,
}
TONES = {
    StepKind.INITIATIVE: "motion",
    StepKind.MOTION: "motion",
    StepKind.CONSULTATION: "vote",
    StepKind.PREPARATION: "proposal",
    StepKind.PROPOSAL: "proposal",
    StepKind.AGENDA: "proposal",
    StepKind.TABLED: "open",
    StepKind.REFERRED_BACK: "open",
    StepKind.DECISION: "decision",
    StepKind.EXECUTION: "decision",
    StepKind.REJECTION: "rejected",
    StepKind.WITHDRAWN: "rejected",
    StepKind.FOLLOW_UP: "vote",
    StepKind.ANSWER: "vote",
}


def render_icon(kind: StepKind | None) -> str:
    """Draw the picture of a kind of step; ``None`` is a step that is missing."""
    shape = _QUESTION if kind is None else ICONS[kind]
    return (
        '<svg class="bs-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" '
        'focusable="false" fill="none" stroke="currentColor" stroke-width="1.8" '
        f'stroke-linecap="round" stroke-linejoin="round">{shape}</svg>'
    )
