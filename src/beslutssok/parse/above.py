"""What a template sets above the line with an item's number: its title, or its case number."""

from collections.abc import Sequence

from beslutssok.domain import Line
from beslutssok.parse.candidates import Candidate
from beslutssok.parse.case_numbers import is_case_label, split_case_number
from beslutssok.parse.headings import classify_heading
from beslutssok.parse.numbering import NumberShape, split_number
from beslutssok.parse.typography import BLANK_LINE, is_contents_entry, same_type

MAX_TITLE_LINES = 4
MOST = 0.6


def lines_above(
    lines: Sequence[Line], chain: Sequence[Candidate], organ: str, shape: NumberShape
) -> tuple[int, ...]:
    """For each item, how many lines right above its number belong to its heading.

    A template sets the title above in all items or in none; so most must look like it.
    """
    for count in (_title_lines, _case_lines):
        counts = [
            count(lines, candidate, chain[at - 1].index if at else -1, organ, shape)
            for at, candidate in enumerate(chain)
        ]
        if chain and sum(map(bool, counts)) >= MOST * len(chain):
            return tuple(counts)
    return (0,) * len(chain)


def lines_beside(lines: Sequence[Line], chain: Sequence[Candidate]) -> tuple[int, ...]:
    """For each item whose number stands in a margin, how many lines of its title came before it.

    A title of several lines is told to its end before the number beside it is.
    """
    counts = []
    for at, candidate in enumerate(chain):
        after = chain[at - 1].index if at else -1
        top = candidate.index
        while (
            not candidate.rest
            and top - 1 > after
            and candidate.index - top < MAX_TITLE_LINES
            and (top == candidate.index or lines[top].gap <= BLANK_LINE)
            and same_type(lines[top - 1], lines[candidate.index])
        ):
            top -= 1
        counts.append(candidate.index - top)
    return tuple(counts)


def _title_lines(
    lines: Sequence[Line], candidate: Candidate, after: int, organ: str, shape: NumberShape
) -> int:
    """The lines of a title above a number that stands alone, or only with a case number."""
    index = candidate.index
    if split_case_number(candidate.rest)[0] or not _stands_alone(lines, index, organ):
        return 0
    top = index
    while (
        top - 1 > after
        and index - top < MAX_TITLE_LINES
        and lines[top].gap <= BLANK_LINE
        and _may_be_title(lines[top - 1], organ, shape)
        and (top == index or same_type(lines[top - 1], lines[index - 1]))
    ):
        top -= 1
    first, heading = lines[top], lines[index]
    larger = first.size > heading.size
    return index - top if top < index and (first.bold or larger or heading.bold) else 0


def _stands_alone(lines: Sequence[Line], index: int, organ: str) -> bool:
    """Whether no title follows the line with the number: text does, or a section's heading."""
    if index + 1 >= len(lines):
        return True
    following = lines[index + 1]
    if classify_heading(following.text, organ) is not None:
        return True
    return not following.bold and following.size <= lines[index].size


def _may_be_title(line: Line, organ: str, shape: NumberShape) -> bool:
    text = line.text.strip()
    return (
        text[-1:] not in {".", ";", ":"}
        and classify_heading(text, organ) is None
        and not is_contents_entry(text)
        and split_number(text, shape) is None
    )


def _case_lines(
    lines: Sequence[Line], candidate: Candidate, after: int, organ: str, shape: NumberShape
) -> int:
    """One, where the line above has only a case number, and the item has none."""
    above = candidate.index - 1
    if above <= after or split_case_number(candidate.rest)[1] is not None:
        return 0
    text = lines[above].text.strip()
    title, number = split_case_number(text)
    close = lines[candidate.index].gap <= BLANK_LINE
    return int(close and (is_case_label(text) or (number is not None and not title)))
