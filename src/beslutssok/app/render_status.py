"""What an index holds, as text for people, with all that staff should look after."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from beslutssok.app.ink import PLAIN, Ink
from beslutssok.app.plain_text import WIDTH, clean_line, join_blocks, wrap_text
from beslutssok.app.wording import (
    DOCUMENT,
    ITEM,
    PASSAGE,
    count_of,
    day_in_words,
    say_trouble,
)
from beslutssok.domain import Coverage, DocumentStatus, IngestedDocument


def render_status(
    folder: Path,
    coverage: Coverage,
    documents: Sequence[IngestedDocument],
    model: tuple[str, int] | None,
    width: int = WIDTH,
    ink: Ink = PLAIN,
) -> str:
    """Say what an index holds, and what could not be read or understood."""
    period = "–"
    if coverage.date_from and coverage.date_to:
        period = f"{day_in_words(coverage.date_from)} – {day_in_words(coverage.date_to)}"
    kinds = f"{count_of(coverage.items, ITEM)}, {count_of(coverage.passages, PASSAGE)}"
    facts = [
        ("Index", clean_line(str(folder))),
        ("Innehåll", f"{count_of(coverage.documents, DOCUMENT)}, {kinds}"),
        ("Period", period),
        ("Organ", "\n".join(coverage.bodies) or "–"),
        ("Språkmodell", f"{clean_line(model[0])}, {model[1]} dimensioner" if model else "–"),
    ]
    label = max(len(name) for name, _ in facts) + 2
    table = [line for fact in facts for line in _fact_lines(*fact, label, width, ink)]
    unreadable = [each for each in documents if each.status is DocumentStatus.UNREADABLE]
    partly = [each for each in documents if each.unread_pages]
    doubted = [each for each in documents if each.doubts]
    return join_blocks(
        table,
        _file_notes("Kunde inte läsas", unreadable, width, ink),
        _file_notes("Lästes bara delvis", partly, width, ink),
        _file_notes("Tveksamheter", [each for each in doubted if each not in partly], width, ink),
    )


def _fact_lines(name: str, value: str, label: int, width: int, ink: Ink) -> list[str]:
    first, *rest = wrap_text(value, width, " " * label, name.ljust(label)) or [name]
    return [ink.strong(first[:label]) + first[label:], *rest]


def _file_notes(
    heading: str, documents: Iterable[IngestedDocument], width: int, ink: Ink
) -> list[str]:
    lines: list[str] = []
    for document in documents:
        lines += wrap_text(clean_line(document.path), width, "    ", "  ")
        for note in (say_trouble(document), *document.notes):
            lines += wrap_text(clean_line(note), width, "    ")
    return [ink.strong(heading), *lines] if lines else []
