"""Lines that may begin an item, each with a score for how much it looks like a heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from beslutssok.domain import Line, OutlineEntry
from beslutssok.parse.case_numbers import split_case_number
from beslutssok.parse.headings import classify_heading, is_weak_heading
from beslutssok.parse.numbering import NumberShape, number_of, split_number
from beslutssok.parse.typography import (
    BLANK_LINE,
    LARGER,
    body_size,
    is_contents_entry,
    letters_of,
)

LOOK_AHEAD = 14
LONG_REST = 60
# Titles of bookmarks are compared by their beginning: they may be cut off.
BOOKMARK_LETTERS = 40
_SENTENCE_ENDS = frozenset('.:;!?”"')


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin an item.

    ``style`` says whether it is bold, and whether larger than the text of its page.
    """

    index: int
    number: int
    label: str
    rest: str
    style: tuple[bool, bool]
    score: float

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
        parts = split_number(line.text, shape)
        if parts is None:
            continue
        label, rest = parts
        larger = line.size > sizes[line.page] * LARGER
        score = _score(lines, index, rest, organ, shape, larger)
        if _is_bookmarked(line, bookmarks):
            score += 1.0
        found.append(Candidate(index, number_of(label), label, rest, (line.bold, larger), score))
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
    if _heads_sections(lines, index, organ, shape):
        score += 0.5
    if rest.endswith(".") and len(rest) > LONG_REST:
        score -= 0.3
    return score


def _goes_on_from_before(lines: Sequence[Line], index: int, organ: str) -> bool:
    """Whether the line before ends in the middle of a sentence, close above."""
    line = lines[index]
    if not index or line.bold or line.gap > BLANK_LINE:
        return False
    before = lines[index - 1].text.rstrip()
    return before[-1:] not in _SENTENCE_ENDS and classify_heading(before, organ) is None


def _heads_sections(lines: Sequence[Line], index: int, organ: str, shape: NumberShape) -> bool:
    for following in lines[index + 1 : index + LOOK_AHEAD]:
        if shape is not NumberShape.PLAIN_NUMBER and split_number(following.text, shape):
            return False
        kind = classify_heading(following.text, organ)
        if kind is not None and (following.bold or not is_weak_heading(following.text)):
            return True
    return False
