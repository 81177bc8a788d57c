"""Hits as lines of text: one with all that it takes to cite it, others of its item in short."""

from collections.abc import Iterable

from beslutssok.app.ink import Ink
from beslutssok.app.plain_text import clean_line, keep_together, shorten_text, wrap_text
from beslutssok.app.wording import (
    RECOGNISED,
    UNTITLED,
    item_outcome,
    section_word,
)
from beslutssok.domain import Hit
from beslutssok.search import HitGroup

LONGEST_TEXT = 640
LONGEST_TITLE = 220
LONGEST_OTHER_TEXT = 240
"""Of a further hit of an item; the first is shown in full."""

_INDENT = "    "


def group_lines(group: HitGroup, number: int, width: int, ink: Ink) -> list[str]:
    """The best hit of an item, where its text stands too, and the item's other hits."""
    best = group.best
    badge = ink.section(section_word(best), best.section)
    outcome = ink.outcome(item_outcome(best), best.outcome)
    head = f"{f'{number}.'.ljust(len(_INDENT))}{badge}" + (f" · {outcome}" if outcome else "")
    lines = [head, *hit_body(best, width, ink), *_also_in_lines(best, width, ink)]
    if group.hits[1:]:
        lines.append(ink.faint(f"{_INDENT}Fler stycken ur samma ärende:"))
    for hit in group.hits[1:]:
        lines += _other_lines(hit, width, ink)
    named = {citation for hit in group.hits for citation in hit.also_in}
    unlike = [hit for hit in group.elsewhere if hit.citation not in named]
    if unlike:
        lines.append(ink.faint(f"{_INDENT}Fler stycken där samma text står:"))
    for hit in unlike:
        lines += _other_lines(hit, width, ink)
    return lines


def hit_body(hit: Hit, width: int, ink: Ink, title: str | None = None) -> list[str]:
    """Citation, title (``title`` instead, if given), text and file, below the head of a hit."""
    if title is None:
        title = shorten_text(clean_line(hit.item_title) or UNTITLED, LONGEST_TITLE)
        title += f" ({clean_line(hit.case_number)})" if hit.case_number else ""
    text = wrap_text(shorten_text(hit.text, LONGEST_TEXT), width, _INDENT + "  ")
    return [
        *wrap_text(keep_together(hit.citation), width, _INDENT),
        *(ink.strong(line) for line in wrap_text(title, width, _INDENT)),
        *(ink.marked(line, hit.matched) for line in text),
        *ocr_lines([hit], _INDENT, ink),
        *(ink.faint(line) for line in wrap_text(clean_line(hit.file), width, _INDENT)),
    ]


def ocr_lines(hits: Iterable[Hit], indent: str, ink: Ink) -> list[str]:
    """Warn once of texts that were recognised in pictures."""
    return [ink.faint(f"{indent}{RECOGNISED}.")] if any(hit.ocr for hit in hits) else []


def _other_lines(hit: Hit, width: int, ink: Ink) -> list[str]:
    indent = _INDENT + "  "
    badge = ink.section(section_word(hit), hit.section)
    text = wrap_text(shorten_text(hit.text, LONGEST_OTHER_TEXT), width, indent + "  ")
    return [
        f"{indent}• {badge}",
        *wrap_text(keep_together(hit.citation), width, indent + "  "),
        *(ink.marked(line, hit.matched) for line in text),
        *ocr_lines([hit], indent + "  ", ink),
        *_also_in_lines(hit, width, ink, indent + "  "),
    ]


def _also_in_lines(hit: Hit, width: int, ink: Ink, indent: str = _INDENT) -> list[str]:
    if not hit.also_in:
        return []
    citations = "; ".join(keep_together(citation) for citation in hit.also_in)
    told = wrap_text(f"Samma text i: {citations}", width, indent + "  ", indent)
    return [ink.faint(line) for line in told]
