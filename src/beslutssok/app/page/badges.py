"""Badges: what a paragraph is and what became of its item, in words and in colour."""

from beslutssok.app.page.markup import show_text
from beslutssok.app.page.texts import Texts
from beslutssok.domain import DocumentKind, Hit, Outcome, SectionKind

_TONES = {
    SectionKind.DECISION: "decision",
    SectionKind.PROPOSAL: "proposal",
    SectionKind.MOTION: "motion",
    SectionKind.VOTE: "vote",
    SectionKind.RESERVATION: "reservation",
    SectionKind.STATEMENT: "reservation",
}
_OUTCOME_TONES = {
    Outcome.APPROVED: "approved",
    Outcome.PARTLY_APPROVED: "approved",
    Outcome.REJECTED: "rejected",
    Outcome.REFERRED_BACK: "open",
    Outcome.REFERRED: "open",
    Outcome.TABLED: "open",
    Outcome.PROPOSED: "proposal",
}


def section_word(hit: Hit, texts: Texts) -> str:
    """Say what the paragraph is; what an agenda calls a decision is but a proposal."""
    return texts.agenda_decision if _is_only_proposed(hit) else texts.sections[hit.section]


def render_section_badge(hit: Hit, texts: Texts) -> str:
    """Show what the paragraph is."""
    tone = "proposal" if _is_only_proposed(hit) else _TONES.get(hit.section, "plain")
    return render_badge(section_word(hit, texts), tone)


def render_outcome_badge(outcome: Outcome, texts: Texts) -> str:
    """Say what became of the item; where that is not known, that it is from the documents."""
    word = texts.outcomes[outcome] or texts.answered_from
    return render_badge(word, _OUTCOME_TONES.get(outcome, "plain"))


def render_item_outcome(hit: Hit, texts: Texts) -> str:
    """Say what became of the item a paragraph stands in, where it is known and adds something."""
    word = texts.outcomes[hit.outcome]
    in_agenda = hit.document_kind is DocumentKind.AGENDA
    if not word or in_agenda or hit.outcome is Outcome.PROPOSED:
        return ""
    if hit.section is SectionKind.DECISION and hit.outcome is Outcome.APPROVED:
        return ""
    tone = _OUTCOME_TONES.get(hit.outcome, "plain")
    text = show_text(texts.item_outcome.format(outcome=word))
    return f'<span class="bs-outcome bs-tone-{tone}">{text}</span>'


def _is_only_proposed(hit: Hit) -> bool:
    return hit.section is SectionKind.DECISION and hit.document_kind is DocumentKind.AGENDA


def render_badge(word: str, tone: str) -> str:
    """Show a word in one of the tones of the style sheet."""
    return f'<span class="bs-badge bs-tone-{tone}">{show_text(word)}</span>'
