"""What was not understood for certain, as sentences for staff: few, and each worth a look."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from beslutssok.domain import DocumentKind, Item, Line, Section, SectionKind
from beslutssok.parse.asides import is_aside
from beslutssok.parse.entities.attendance_cells import find_in_cells
from beslutssok.parse.headings import classify_heading
from beslutssok.parse.items import ItemHeading
from beslutssok.parse.numbering import NumberShape, split_number
from beslutssok.parse.ranges import numbers_of
from beslutssok.parse.typography import body_size, is_contents_entry

MOST_GAPS = 10
MOST_LOST = 5
LOOK_AHEAD = 12
# Lines at the head of an appendix that tell whether it is the list of those present.
LOOK_AHEAD_IN_LIST = 40
_WORD_OF_DECISION = re.compile(r"beslut|förslag|yrkan|avgör", re.IGNORECASE)
_CALLS_FOR_DECISION = frozenset(
    {SectionKind.PROPOSAL, SectionKind.MOTION, SectionKind.PROCEDURE, SectionKind.VOTE}
)
# What boards and committees have as their decision; officials propose to the board itself.
_TO_ASSEMBLY = re.compile(
    r"\bförslag (?:till beslut )?(?:till|i) \w*(?:fullmäktiges?|styrelsens?)\b"
    r"|(?:styrelsen|nämnden|utskottet|beredningen) föreslår (?:att )?"
    r"\w*(?:fullmäktige|styrelsen)\b",
    re.IGNORECASE,
)
UNNUMBERED = "Ärendena är inte numrerade i handlingen; numren är den ordning de står i."


def doubts_about_numbers(headings: Sequence[ItemHeading], kind: DocumentKind) -> tuple[str, ...]:
    """Numbers that are missing between the first and the last item."""
    numbers = sorted({each for heading in headings for each in numbers_of(heading.number)})
    sign = "Ärende" if kind is DocumentKind.AGENDA else "§"
    gaps = [
        (before + 1, after - 1)
        for before, after in zip(numbers, numbers[1:], strict=False)
        if after > before + 1
    ]
    named = (str(low) if low == high else f"{low}–{high}" for low, high in gaps[:MOST_GAPS])
    return tuple(f"{sign} {gap} saknas mellan första och sista." for gap in named)


def doubts_about_headings(
    lines: Sequence[Line], headings: Sequence[ItemHeading], organ: str
) -> tuple[str, ...]:
    """Lines inside items that are set like the headings of items, and have a decision below."""
    starts = {at for heading in headings for at in range(heading.start, heading.end)}
    types = Counter((lines[h.start].bold, lines[h.start].size) for h in headings)
    bold, size = types.most_common(1)[0][0]
    if not bold and size <= body_size(lines):
        return ()
    found = []
    for index in range(headings[0].end, len(lines)):
        line = lines[index]
        if index in starts or line.bold != bold or line.size != size:
            continue
        parts = split_number(line.text, NumberShape.SECTION_SIGN, set_apart=True)
        if parts is None or is_contents_entry(line.text):
            continue
        if _has_decision_below(lines, index, organ):
            found.append(f"«{_short(line.text)}» (s. {line.page}) räknas inte som en paragraf.")
    return tuple(found[:MOST_LOST])


def _has_decision_below(lines: Sequence[Line], index: int, organ: str) -> bool:
    for following in lines[index + 1 : index + LOOK_AHEAD]:
        if split_number(following.text, NumberShape.SECTION_SIGN):
            return False
        if classify_heading(following.text, organ) is SectionKind.DECISION and following.bold:
            return True
    return False


def doubts_about_appendices(nobodys: Sequence[Line]) -> tuple[str, ...]:
    """Appendices that no item claims, told by their first lines."""
    if not nobodys or find_in_cells(nobodys[:LOOK_AHEAD_IN_LIST]).attendees:
        return ()
    first = nobodys[0]
    return (f"«{_short(first.text)}» (s. {first.page}) hör inte till någon paragraf.",)


def with_doubts(item: Item, kind: DocumentKind) -> Item:
    """The item with what is doubtful in it."""
    return replace(item, doubts=(*item.doubts, *_doubts_about(item, kind)))


def _doubts_about(item: Item, kind: DocumentKind) -> Iterator[str]:
    sign = "Ärende" if kind is DocumentKind.AGENDA else "§"
    if not item.title:
        yield f"{sign} {item.number} saknar rubrik."
    for section in item.sections:
        if is_aside(section.heading):
            continue
        if section.kind is SectionKind.OTHER and _WORD_OF_DECISION.search(section.heading):
            yield (
                f"Rubriken «{_short(section.heading)}» är okänd; "
                "texten under den räknas varken som beslut eller som förslag."
            )
    if not kind.records_decisions:
        return
    kinds = {section.kind for section in item.sections}
    decided = any(map(_stands_for_decision, item.sections))
    if kinds & _CALLS_FOR_DECISION and not decided:
        yield f"Inget beslut hittades i § {item.number}, fast något föreslås eller yrkas."


def _stands_for_decision(section: Section) -> bool:
    """Whether a section is the decision, or what a body proposes to another instead of one."""
    if section.kind is SectionKind.DECISION:
        return True
    if section.kind is not SectionKind.PROPOSAL:
        return False
    heading = classify_heading(section.heading)
    if heading in (SectionKind.DECISION, SectionKind.EARLIER):
        return True
    opening = (section.heading, *(paragraph.text for paragraph in section.paragraphs[:1]))
    return any(map(_TO_ASSEMBLY.search, opening))


def _short(text: str, length: int = 70) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
