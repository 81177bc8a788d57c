"""Sections of an item: its headed parts, each with its kind."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from beslutssok.domain import Line, Section, SectionKind
from beslutssok.parse.asides import opens_aside, opens_aside_after_list
from beslutssok.parse.headings import MAX_HEADING, classify_heading, is_weak_heading
from beslutssok.parse.paragraphs import build_paragraphs
from beslutssok.parse.proposals import part_proposals
from beslutssok.parse.run_in import part_run_in_headings
from beslutssok.parse.typography import BLANK_LINE, LARGER, body_size, same_type

MAX_HEADING_LINES = 3
SAME_RATIO = 0.06
_LISTS = frozenset({SectionKind.DOCUMENTS, SectionKind.RECIPIENTS})
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d)?[.)]?\s+(?=[A-ZÅÄÖ])")
_LIST_START = re.compile(r"(?:[•▪■◦*]|[-–—]\s|\d{1,3}[.)]\s|[a-h]\)\s)")


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """How section headings are set in a document, learned from those in the lexicon.

    ``body`` is the size of running text, ``size_ratio`` that of headings to it.
    """

    bold: bool
    size_ratio: float
    body: float


@dataclass(slots=True)
class _Part:
    kind: SectionKind
    heading: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def learn_heading_style(lines: Sequence[Line], organ: str) -> HeadingStyle:
    """Learn from the headings of the lexicon whether headings are bold, and how large."""
    body = body_size(lines)
    seen = [
        line
        for line in lines
        if classify_heading(line.text, organ) is not None and not is_weak_heading(line.text)
    ]
    if not seen:
        return HeadingStyle(bold=False, size_ratio=1.0, body=body)
    bold = sum(line.bold for line in seen) * 2 >= len(seen)
    sizes = Counter(round(line.size / body, 1) for line in seen if line.bold == bold)
    return HeadingStyle(bold, sizes.most_common(1)[0][0], body)


def split_sections(
    lines: Sequence[Line],
    organ: str,
    agenda: bool,
    style: HeadingStyle,
    vocabulary: frozenset[str],
) -> tuple[Section, ...]:
    """Split the lines of an item (without its heading) into sections.

    In an agenda nothing is decided yet: what stands under «Beslut» there is a proposal.
    """
    lines = part_run_in_headings(lines, organ)
    parts: list[_Part] = []
    index = 0
    while index < len(lines):
        kind, end = _read_heading(lines, index, organ, style)
        if kind is None and parts and parts[-1].kind is SectionKind.DECISION:
            goes_on = index + 1 < len(lines)
            kind = SectionKind.OTHER if goes_on and opens_aside(lines[index]) else None
        if kind is None and parts and parts[-1].kind in _LISTS:
            kind = SectionKind.OTHER if opens_aside_after_list(lines, index) else None
        if kind is None:
            if not parts:
                parts.append(_Part(SectionKind.OTHER))
            parts[-1].lines.append(lines[index])
            index += 1
            continue
        if agenda and kind is SectionKind.DECISION:
            kind = SectionKind.PROPOSAL
        parts.append(_Part(kind, list(lines[index:end])))
        index = end
    return tuple(
        section for part in parts for section in part_proposals(_section(part, vocabulary), organ)
    )


def _section(part: _Part, vocabulary: frozenset[str]) -> Section:
    return Section(
        kind=part.kind,
        heading=" ".join(" ".join(line.text for line in part.heading).split()),
        paragraphs=build_paragraphs(part.lines, part.kind, vocabulary),
        heading_places=tuple(line.place for line in part.heading),
    )


def _read_heading(
    lines: Sequence[Line], index: int, organ: str, style: HeadingStyle
) -> tuple[SectionKind | None, int]:
    """The kind of section that a line opens, if it does, and the index after its heading."""
    whole = _broken_heading(lines, index, organ, style)
    if whole is not None:
        return whole
    kind = _opens_section(lines, index, organ, style)
    end = index + 1
    while (
        kind is SectionKind.OTHER
        and end < min(len(lines), index + MAX_HEADING_LINES)
        and lines[end].bold
        and lines[index].bold
        and lines[end].gap <= BLANK_LINE
        and classify_heading(lines[end].text, organ) is None
    ):
        end += 1
    return kind, end


def _broken_heading(
    lines: Sequence[Line], index: int, organ: str, style: HeadingStyle
) -> tuple[SectionKind, int] | None:
    """The kind of a heading of the lexicon that is broken over lines, and the index after it."""
    line = lines[index]
    end = index + 1
    while (
        end < min(len(lines), index + MAX_HEADING_LINES)
        and same_type(line, lines[end])
        and lines[end].gap <= BLANK_LINE
    ):
        end += 1
    for after in range(end, index + 1, -1):
        broken = lines[index:after]
        if all(classify_heading(each.text, organ) is not None for each in broken):
            continue
        kind = classify_heading(" ".join(each.text.strip() for each in broken), organ)
        if kind is not None and _is_set_apart(line, style):
            return kind, after
    return None


def _opens_section(
    lines: Sequence[Line], index: int, organ: str, style: HeadingStyle
) -> SectionKind | None:
    line = lines[index]
    text = line.text.strip()
    set_apart = _is_set_apart(line, style)
    numbered = _NUMBERED.match(text)
    if numbered and set_apart and classify_heading(text[numbered.end() :], organ) is not None:
        text = text[numbered.end() :]
    if not text or len(text) > MAX_HEADING or _LIST_START.match(text):
        return None
    kind = classify_heading(text, organ)
    if kind is not None:
        if style.bold:
            return kind if set_apart else None
        apart = set_apart or line.gap > BLANK_LINE or index == 0 or text.endswith(":")
        return kind if apart and (set_apart or not is_weak_heading(text)) else None
    if "\t" in text:  # the head of a table
        return None
    same_size = abs(line.size / style.body - style.size_ratio) <= SAME_RATIO
    if style.bold and line.bold and same_size and text[-1] not in ".,;" and text[:1].isupper():
        before = lines[index - 1] if index else None
        if before is None or not before.bold or line.gap > BLANK_LINE:
            return SectionKind.OTHER
        if classify_heading(before.text, organ) is not None:
            return SectionKind.OTHER
    return None


def _is_set_apart(line: Line, style: HeadingStyle) -> bool:
    return line.bold or line.size > style.body * LARGER or line.text.strip().isupper()
