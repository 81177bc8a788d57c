"""Items that a template does not number: titles in a type of their own, above their sections."""

from collections import Counter
from collections.abc import Sequence

from beslutssok.domain import Line, SectionKind
from beslutssok.parse.case_numbers import is_case_label, split_case_number
from beslutssok.parse.groups import is_group_heading
from beslutssok.parse.headings import classify_heading
from beslutssok.parse.items import ItemHeading
from beslutssok.parse.joining import join_lines
from beslutssok.parse.typography import BLANK_LINE, LARGER, body_size, is_contents_entry, same_type

MIN_ITEMS = 2
MAX_TITLE_LINES = 5
MAX_TITLE = 160
_IN_ITEMS = frozenset(
    {
        SectionKind.SUMMARY,
        SectionKind.BACKGROUND,
        SectionKind.PROPOSAL,
        SectionKind.DECISION,
        SectionKind.DOCUMENTS,
    }
)


def find_unnumbered(
    lines: Sequence[Line], organ: str, vocabulary: frozenset[str]
) -> tuple[ItemHeading, ...]:
    """Find titles that sections of items follow, and all others that are set like them.

    Items are numbered in the order in which they stand.
    """
    body = body_size(lines)
    titles = _titles(lines, organ, body)
    openers = [span for span in titles if _opens(lines, span, organ)]
    if len(openers) < MIN_ITEMS:
        return ()
    types = Counter((lines[start].bold, lines[start].size) for start, _ in openers)
    usual = types.most_common(1)[0][0]
    first = openers[0][0]
    section_types = {
        (line.bold, line.size) for line in lines if classify_heading(line.text, organ) in _IN_ITEMS
    }
    spans = [
        span
        for span in titles
        if span[0] >= first
        and (lines[span[0]].bold, lines[span[0]].size) == usual
        and (usual not in section_types or span in openers)
    ]
    if len(spans) < MIN_ITEMS:
        return ()
    return tuple(
        _heading(lines, span, str(number), vocabulary) for number, span in enumerate(spans, 1)
    )


def _titles(lines: Sequence[Line], organ: str, body: float) -> list[tuple[int, int]]:
    """Lines ``start`` to ``end`` (exclusive) that may be titles, with a case number below."""
    found = []
    at = 0
    while at < len(lines):
        if not _may_be_title(lines[at], organ, body):
            at += 1
            continue
        end = at + 1
        while end < min(len(lines), at + MAX_TITLE_LINES) and _goes_on(lines, at, end, organ, body):
            end += 1
        found.append((at, end))
        at = end
    return found


def _may_be_title(line: Line, organ: str, body: float) -> bool:
    text = line.text.strip()
    return (
        (line.bold or line.size > body * LARGER)
        and len(text) <= MAX_TITLE
        and text[-1:] not in {".", ",", ";", ":"}
        and classify_heading(text, organ) is None
        and not is_group_heading(text)
        and not is_contents_entry(text)
        and ("\t" not in text or split_case_number(text)[1] is not None)
    )


def _goes_on(lines: Sequence[Line], start: int, at: int, organ: str, body: float) -> bool:
    line = lines[at]
    if _is_case_line(line.text):
        return line.gap <= BLANK_LINE
    close = line.gap <= BLANK_LINE and same_type(line, lines[start])
    return close and _may_be_title(line, organ, body)


def _is_case_line(text: str) -> bool:
    title, number = split_case_number(text)
    return is_case_label(text) or (number is not None and not title)


def _opens(lines: Sequence[Line], span: tuple[int, int], organ: str) -> bool:
    if span[1] >= len(lines):
        return False
    own = " ".join(line.text for line in lines[span[0] : span[1]])
    if split_case_number(own)[1] is not None:
        return True
    return classify_heading(lines[span[1]].text, organ) in _IN_ITEMS


def _heading(
    lines: Sequence[Line], span: tuple[int, int], number: str, vocabulary: frozenset[str]
) -> ItemHeading:
    parts = []
    case_number = None
    for line in lines[span[0] : span[1]]:
        title, found = split_case_number(line.text)
        case_number = case_number or found
        if title and not is_case_label(line.text):
            parts.append(title)
    title = " ".join(join_lines(parts, vocabulary).split())
    return ItemHeading(number, title, case_number, span[0], span[1])
