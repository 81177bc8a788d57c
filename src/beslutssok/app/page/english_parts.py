"""What a question was taken to mean, in English; names stay as they are."""

from beslutssok.app.page.english import ENGLISH
from beslutssok.domain import Interpretation, InterpretationKind


def part_in_english(part: Interpretation) -> str:
    """Say in English what a part of a question was taken for."""
    said = _part(part)
    hesitates = part.label.startswith("Gärna ")
    return f"Preferably {said}" if hesitates else f"{said[:1].upper()}{said[1:]}"


def _part(part: Interpretation) -> str:
    filters, plain = part.filters, part.label.removeprefix("Gärna ")
    if part.kind is InterpretationKind.PERIOD and filters.date_from and filters.date_to:
        first, last = filters.date_from, filters.date_to
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if first == last:
            return ENGLISH.day(first)
        return f"{ENGLISH.day(first)} – {ENGLISH.day(last)}"
    if filters.section is not None:
        return ENGLISH.sections[filters.section].lower()
    if filters.document_kind is not None:
        return ENGLISH.kinds[filters.document_kind].lower()
    if part.kind is InterpretationKind.CASE:
        return f"case {filters.case_number or part.words}"
    if part.kind is InterpretationKind.PARTY:
        return f"about {filters.party}"
    if part.kind is InterpretationKind.NAME:
        return f"about {part.words}"
    if part.kind is InterpretationKind.NUMBER:
        return f"with {part.words}"
    if part.kind is InterpretationKind.OUTCOME:
        return ENGLISH.entity_words.get(plain, plain)
    if part.kind is InterpretationKind.ORDER:
        return "the latest first" if "latest" in part.key else "the earliest first"
    if part.kind is InterpretationKind.PHRASE:
        return f"word for word “{part.words}”"
    if part.kind is InterpretationKind.EXCLUDED:
        return f"without “{part.words}”"
    return plain
