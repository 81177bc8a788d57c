"""Lines that may begin an item, each with a score for how much it looks like a heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from beslutssok.domain import Line, OutlineEntry, SectionKind
from beslutssok.parse.case_numbers import split_case_number
from beslutssok.parse.dates import find_dates
from beslutssok.parse.headings import classify_heading, is_weak_heading
from beslutssok.parse.numbering import NumberShape, number_of, split_number
from beslutssok.parse.organs import find_organ, organ_of_abbreviation
from beslutssok.parse.typography import (
    BLANK_LINE,
    LARGER,
    body_size,
    is_contents_entry,
    letters_of,
)

LOOK_AHEAD = 14
LONG_REST = 60
# A line with this gap, in multiples of its size, stands beside the one before it, or higher.
BESIDE = -1.0
# Titles of bookmarks are compared by their beginning: they may be cut off.
BOOKMARK_LETTERS = 40
_SENTENCE_ENDS = frozenset('.:;!?”"')
# What stands last in an item as well, and so also follows a statute that an item quotes.
_ENDS_ITEMS = frozenset(
    {
        SectionKind.RECIPIENTS,
        SectionKind.DOCUMENTS,
        SectionKind.RESERVATION,
        SectionKind.STATEMENT,
        SectionKind.VOTE,
    }
)
_DATE_AND_BODY = re.compile(r"[\d\s.,:/–-]*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin an item.

    ``style`` says whether it is bold, and whether larger than the text of its page; ``opens``
    that sections follow it which come early in an item, as its summary or decision; ``weak``
    that none do, where they do follow others.
    """

    index: int
    number: int
    label: str
    rest: str
    style: tuple[bool, bool]
    score: float
    opens: bool = False
    weak: bool = False

    @property
    def set_apart(self) -> bool:
        """Whether its type differs from that of running text."""
        return any(self.style)


def find_candidates(
    lines: Sequence[Line], outline: Sequence[OutlineEntry], organ: str, shape: NumberShape
) -> list[Candidate]:
    """Find all lines that begin with a number of the shape, in their order."""
    sizes = _body_sizes(lines)
    bookmarks = _bookmarks(outline)
    found = []
    for index, line in enumerate(lines):
        larger = line.size > sizes[line.page] * LARGER
        parts = split_number(line.text, shape, set_apart=line.bold or larger)
        if parts is None:
            continue
        label, rest = parts
        if shape is NumberShape.TITLE_FIRST and not rest and line.gap > BESIDE:
            continue
        kinds = _sections_below(lines, index, organ, shape)
        score = _score(lines, index, rest, organ, shape, larger)
        score += 0.5 if kinds else 0.0
        if _is_bookmarked(line, bookmarks):
            score += 1.0
        style = (line.bold, larger)
        opens = bool(kinds - _ENDS_ITEMS) and not is_contents_entry(line.text)
        found.append(Candidate(index, number_of(label), label, rest, style, score, opens))
    return found


def _body_sizes(lines: Sequence[Line]) -> dict[int, float]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return {page: body_size(own) for page, own in pages.items()}


def _bookmarks(outline: Sequence[OutlineEntry]) -> dict[int, list[str]]:
    titles: dict[int, list[str]] = {}
    for entry in outline:
        title = letters_of(entry.title)[:BOOKMARK_LETTERS]
        if title:
            titles.setdefault(entry.page, []).append(title)
    return titles


def _is_bookmarked(line: Line, bookmarks: dict[int, list[str]]) -> bool:
    text = letters_of(line.text)[:BOOKMARK_LETTERS]
    return any(
        title.startswith(text) or text.startswith(title) for title in bookmarks.get(line.page, ())
    )


def _score(
    lines: Sequence[Line], index: int, rest: str, organ: str, shape: NumberShape, larger: bool
) -> float:
    line = lines[index]
    if is_contents_entry(line.text):
        return -1.0
    score = 0.2
    score += 0.6 if line.bold else 0.0
    score += 0.4 if larger else 0.0
    score += 0.2 if line.gap > BLANK_LINE else 0.0
    if shape is not NumberShape.PLAIN_NUMBER:
        score += 0.4
    elif not line.bold and not larger:
        score -= 0.5
    if _goes_on_from_before(lines, index, organ):
        score -= 0.5
    if rest and split_case_number(rest)[1] is not None:
        score += 0.3
    if rest.endswith(".") and len(rest) > LONG_REST:
        score -= 0.3
    if _is_reference(rest):
        score -= 1.2
    return score


def _is_reference(rest: str) -> bool:
    """Whether what follows the number only says which body met when: an earlier decision."""
    if not find_dates(rest):
        return False
    organ = find_organ(rest) or ""
    first = rest.split(maxsplit=1)[0]
    if organ_of_abbreviation(first) is not None:
        organ = first
    return bool(organ) or bool(_DATE_AND_BODY.fullmatch(rest))


def _goes_on_from_before(lines: Sequence[Line], index: int, organ: str) -> bool:
    """Whether the line before ends in the middle of a sentence, close above."""
    line = lines[index]
    if not index or line.bold or line.gap > BLANK_LINE:
        return False
    before = lines[index - 1].text.rstrip()
    return before[-1:] not in _SENTENCE_ENDS and classify_heading(before, organ) is None


def _sections_below(
    lines: Sequence[Line], index: int, organ: str, shape: NumberShape
) -> set[SectionKind]:
    """The kinds of the sections that begin within a few lines, before the next candidate."""
    kinds = set()
    for following in lines[index + 1 : index + LOOK_AHEAD]:
        if split_number(following.text, shape) and (
            shape is not NumberShape.PLAIN_NUMBER
            or (following.bold and lines[index].bold)
            or following.size > lines[index].size
        ):
            break
        kind = classify_heading(following.text, organ)
        if kind is not None and (following.bold or not is_weak_heading(following.text)):
            kinds.add(kind)
    return kinds
