"""What was understood of a file, as a tree that staff can check a new template by.

::

    protokoll.pdf: Förstått utan tvekan
    12 sidor · 23 paragrafer, 21 med beslut, 20 med diarienummer

    Protokoll · Regionstyrelsen 2024-12-10 · Region Fjällbygden · s. 1–12
    Närvaro: ordförande Ylva Fors (S); 13 ledamöter
    ├─ § 208 Ny simhall i Tallmoen · RS/762/2024 · s. 2–3 · Beslutat
    │    Sammanfattning · s. 2 · 3 stycken
    │    Beslut · s. 3 · 2 punkter
    │    – Yrkande, avslag: Siv Granlund (S) (s. 2)
"""

from collections.abc import Callable, Iterable, Sequence

from beslutssok.app.entity_lines import attendance_line, entity_lines
from beslutssok.app.ink import PLAIN, Ink
from beslutssok.app.page_range import EVERY_PAGE, PageRange
from beslutssok.app.plain_text import (
    WIDTH,
    clean_line,
    join_blocks,
    keep_together,
    shorten_text,
    wrap_text,
)
from beslutssok.app.wording import (
    DOUBT,
    KIND_WORDS,
    OUTCOME_WORDS,
    PAGE,
    PARAGRAPH,
    PASSAGE,
    POINT,
    SECTION_WORDS,
    UNDATED,
    UNTITLED,
    count_of,
)
from beslutssok.domain import (
    DocumentKind,
    Item,
    Meeting,
    Paragraph,
    ParagraphStyle,
    Section,
    SectionKind,
)
from beslutssok.index.doubts import item_name
from beslutssok.library import Inspection

LONGEST_TITLE = 110
MOST_MASKS = 12
UNKNOWN_OUTCOME = "utgång okänd"
_BRANCH, _LAST, _TRUNK, _NOTHING = "├─ ", "└─ ", "│    ", "     "
_ITEMS = {
    DocumentKind.MINUTES: ("paragraf", "paragrafer"),
    DocumentKind.EXTRACT: ("paragraf", "paragrafer"),
    DocumentKind.AGENDA: ("ärende", "ärenden"),
    DocumentKind.OTHER: ("avsnitt", "avsnitt"),
}


def render_inspection(
    inspection: Inspection,
    width: int = WIDTH,
    ink: Ink = PLAIN,
    pages: PageRange = EVERY_PAGE,
    full: bool = False,
) -> str:
    """Set out a file with its parts, items and sections; the texts too if ``full``."""
    parts = [
        _part_lines(meeting, width, ink, pages, full)
        for meeting in inspection.meetings
        if pages.meets(*meeting.pages)
    ]
    return join_blocks(
        _head(inspection, width, ink),
        *parts,
        _listed("Tveksamheter", inspection.doubts, width, ink.doubtful),
        _listed("Sidor som inte kunde läsas", _unread(inspection), width, ink.bad),
        _listed(
            "Maskinlästa sidor (OCR), där texten kan ha fel", _ocr(inspection), width, ink.strong
        ),
        _listed(
            "Sidhuvuden och sidfötter som lagts åt sidan", _masks(inspection), width, ink.strong
        ),
    )


def say_verdict(inspection: Inspection) -> str:
    """Say in a few words whether all was read and understood.

    >>> say_verdict(Inspection("a.pdf", "", "", 3, ()))
    'Förstått utan tvekan'
    """
    said = []
    if inspection.problems:
        said.append(f"{count_of(len(inspection.problems), PAGE)} kunde inte läsas")
    if inspection.doubts:
        said.append(count_of(len(inspection.doubts), DOUBT))
    return ", ".join(said) or "Förstått utan tvekan"


def _head(inspection: Inspection, width: int, ink: Ink) -> list[str]:
    verdict = say_verdict(inspection)
    tone = ink.bad if inspection.problems else ink.doubtful if inspection.doubts else ink.good
    facts = [count_of(inspection.pages, PAGE)]
    if len(inspection.meetings) > 1:
        facts.append(f"{len(inspection.meetings)} delar")
    facts += _counts(inspection.meetings)
    return [
        f"{ink.strong(clean_line(inspection.path))}: {tone(verdict)}",
        *wrap_text(" · ".join(facts), width),
    ]


def _counts(meetings: Sequence[Meeting]) -> list[str]:
    """Say of each kind of item how many there are, and how many have what they mostly have."""
    said = []
    forms = dict.fromkeys(_ITEMS[meeting.document_kind] for meeting in meetings)
    for form in forms:
        of_form = [each for each in meetings if _ITEMS[each.document_kind] == form]
        items = [item for meeting in of_form for item in meeting.items]
        numbered = sum(item.case_number is not None for item in items)
        decided = sum(_has_decision(item) for item in items)
        more = [
            f"{decided} med beslut" * bool(decided),
            f"{numbered} med diarienummer" * bool(numbered),
        ]
        said.append(", ".join([count_of(len(items), form), *filter(None, more)]))
    return said


def _has_decision(item: Item) -> bool:
    return any(section.kind is SectionKind.DECISION for section in item.sections)


def _part_lines(meeting: Meeting, width: int, ink: Ink, pages: PageRange, full: bool) -> list[str]:
    day = meeting.date.isoformat() if meeting.date else UNDATED
    name = f"{meeting.organ} {day}".strip()
    facts = [KIND_WORDS[meeting.document_kind], name, meeting.huvudman, _span(*meeting.pages)]
    if meeting.document_kind is DocumentKind.OTHER:
        facts[1:2] = [meeting.title, meeting.organ, "" if meeting.date is None else day]
    lines = [ink.strong(line) for line in _wrapped(" · ".join(filter(None, facts)), width)]
    attendance = attendance_line(meeting.attendance)
    if attendance:
        lines += _wrapped(f"Närvaro: {attendance}", width, "  ", "")
    items = [item for item in meeting.items if pages.meets(*item.pages)]
    for number, item in enumerate(items, start=1):
        last = number == len(items) and not meeting.front
        lines += _item_lines(meeting, item, last, width, ink, pages, full)
    if meeting.front:
        count = count_of(len(meeting.front), PASSAGE)
        lines.append(f"{_LAST}Utanför {_ITEMS[meeting.document_kind][1]}: {count}")
        if full:
            lines += _text_lines(meeting.front, _NOTHING, width, ink, pages)
    return lines


def _item_lines(
    meeting: Meeting,
    item: Item,
    last: bool,
    width: int,
    ink: Ink,
    pages: PageRange,
    full: bool,
) -> list[str]:
    trunk = _NOTHING if last else _TRUNK
    name = item_name(meeting, item)
    title = shorten_text(clean_line(item.title) or UNTITLED, LONGEST_TITLE)
    where = " · ".join(filter(None, (item.case_number, _span(*item.pages))))
    branch = _LAST if last else _BRANCH
    outcome = ""
    if meeting.document_kind.records_decisions:
        outcome = OUTCOME_WORDS[item.outcome] or UNKNOWN_OUTCOME
    told = f"{name} {title} · {where}{f' · {outcome}' * bool(outcome)}"
    lines = _wrapped(told, width, trunk, branch)
    before = lines[-1].removesuffix(outcome)
    after = lines[-1][len(before) :]
    lines[-1] = before
    lines[0] = branch + ink.strong(lines[0].removeprefix(branch))
    lines[-1] += ink.outcome(after, item.outcome)
    for section in item.sections:
        lines.append(trunk + _section_line(section, ink))
        if full:
            lines += _text_lines(section.paragraphs, f"{trunk}  ", width, ink, pages)
    for line in entity_lines(item.entities):
        mark = "  " if line.startswith(" ") else "– "
        lines += _wrapped(line, width, f"{trunk}    ", trunk + mark)
    for doubt in item.doubts:
        wrapped = _wrapped(f"? {doubt}", width, f"{trunk}  ", trunk)
        lines += [trunk + ink.doubtful(line.removeprefix(trunk)) for line in wrapped]
    return lines


def _section_line(section: Section, ink: Ink) -> str:
    word = SECTION_WORDS[section.kind]
    heading = shorten_text(clean_line(section.heading).rstrip(" :"), LONGEST_TITLE // 2)
    named = ink.section(word, section.kind)
    if heading and heading.casefold() != word.casefold():
        named += f" «{heading}»"
    points = sum(paragraph.style is ParagraphStyle.POINT for paragraph in section.paragraphs)
    others = len(section.paragraphs) - points
    counts = [count_of(points, POINT) * bool(points), count_of(others, PARAGRAPH) * bool(others)]
    pages = [place.page for paragraph in section.paragraphs for place in paragraph.places]
    facts = [", ".join(filter(None, counts)) or "tomt"]
    if pages:
        facts.append(_span(pages[0], pages[-1]))
    if any(paragraph.ocr for paragraph in section.paragraphs):
        facts.append("OCR")
    return f"{named} {ink.faint(' · '.join(facts))}"


def _text_lines(
    paragraphs: Iterable[Paragraph], indent: str, width: int, ink: Ink, pages: PageRange
) -> list[str]:
    lines: list[str] = []
    for paragraph in paragraphs:
        if pages.meets(paragraph.page, paragraph.places[-1].page):
            mark = f"{indent}[{paragraph.page}] "
            hanging = indent + " " * (len(mark) - len(indent))
            lines += wrap_text(paragraph.text, width, hanging, mark)
    return [ink.faint(line) for line in lines]


def _unread(inspection: Inspection) -> list[str]:
    return [
        f"Sida {problem.page}: {problem.reason.rstrip('. ')}. {problem.remedy}"
        for problem in inspection.problems
    ]


def _ocr(inspection: Inspection) -> list[str]:
    """Say the pages as spans: ``3–5, 9``."""
    spans: list[list[int]] = []
    for page in inspection.ocr_pages:
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    said = (str(first) if first == last else f"{first}–{last}" for first, last in spans)
    return [f"s. {', '.join(said)}"] if spans else []


def _masks(inspection: Inspection) -> list[str]:
    said = [f"{mask.count} × {clean_line(mask.mask)}" for mask in inspection.furniture]
    left = len(said) - MOST_MASKS
    return [*said[:MOST_MASKS], f"och {left} till"] if left > 1 else said


def _listed(
    heading: str, lines: Sequence[str], width: int, tone: Callable[[str], str]
) -> list[str]:
    if not lines:
        return []
    wrapped = (each for line in lines for each in wrap_text(clean_line(line), width, "    ", "  "))
    return [tone(heading), *wrapped]


def _wrapped(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    return wrap_text(keep_together(text), width, indent, first)


def _span(first: int, last: int) -> str:
    return f"s. {first}" if first == last else f"s. {first}–{last}"
