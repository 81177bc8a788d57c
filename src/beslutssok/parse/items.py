"""Where items begin: the headings ``§ 208`` of minutes and ``7. Title`` of agendas.

Many lines look like the heading of an item and are none: entries of the list of contents, points
of a decision, references to other paragraphs, statutes. So all candidates of a document are
weighed together: the chain of rising numbers is chosen that is set like headings, is followed
by what follows headings, and leaves out the fewest numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beslutssok.domain import Line, OutlineEntry
from beslutssok.parse.above import lines_above, lines_beside
from beslutssok.parse.candidates import Candidate, find_candidates
from beslutssok.parse.case_numbers import split_case_number
from beslutssok.parse.chain import best_chain
from beslutssok.parse.numbering import NumberShape
from beslutssok.parse.ranges import with_ranges
from beslutssok.parse.titles import read_lines_above, read_title
from beslutssok.parse.typography import body_size
from beslutssok.parse.weighing import weigh

_SIGNED = (
    NumberShape.SECTION_SIGN,
    NumberShape.NUMBER_FIRST,
    NumberShape.WITH_CASE,
    NumberShape.MATTER,
    NumberShape.TITLE_FIRST,
)


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """The heading of an item: lines ``start`` to ``end`` (exclusive) of the document's lines."""

    number: str
    title: str
    case_number: str | None
    start: int
    end: int


def find_item_headings(
    lines: Sequence[Line],
    outline: Sequence[OutlineEntry],
    organ: str,
    agenda: bool,
    vocabulary: frozenset[str] = frozenset(),
) -> tuple[ItemHeading, ...]:
    """Find the headings of a document's items, in order.

    In an agenda plain numbers (``7. Title``) count as much as paragraph signs; in minutes they
    are taken only where there is nothing else and their type sets them apart. Bookmarks help
    where there are any; nothing depends on them.
    """
    best: list[Candidate] = []
    best_score = 0.0
    best_shape = NumberShape.SECTION_SIGN
    for shape, candidates in _alternatives(lines, outline, organ, agenda):
        chain, score = best_chain(candidates)
        if score > best_score:
            best, best_score, best_shape = chain, score, shape
    if not best and not agenda:
        best_shape = NumberShape.PLAIN_NUMBER
        plain = _weighed(lines, outline, organ, best_shape)
        best, _ = best_chain([candidate for candidate in plain if candidate.set_apart])
    if best_shape is NumberShape.SECTION_SIGN:
        best = with_ranges(lines, best)
    if best_shape is NumberShape.TITLE_FIRST:
        above = lines_beside(lines, best)
    else:
        above = lines_above(lines, best, organ, best_shape)
    starts = [candidate.index - count for candidate, count in zip(best, above, strict=True)]
    limits = [*starts[1:], len(lines)]
    body = body_size(lines)
    return tuple(
        _read_heading(lines, candidate, start, limit, organ, vocabulary, body)
        for candidate, start, limit in zip(best, starts, limits, strict=False)
    )


def _read_heading(
    lines: Sequence[Line],
    candidate: Candidate,
    start: int,
    limit: int,
    organ: str,
    vocabulary: frozenset[str],
    body: float,
) -> ItemHeading:
    index, rest = candidate.index, candidate.rest
    title, case_number = read_lines_above(lines[start:index], vocabulary)
    if title:
        case_number = split_case_number(rest)[1]
        end = index + 1
        below = split_case_number(lines[end].text) if end < limit else ("-", None)
        if case_number is None and below[1] is not None and not below[0]:
            case_number, end = below[1], end + 1
    else:
        title, found, end = read_title(lines, index, limit, rest, organ, vocabulary, body)
        case_number = found or case_number
    return ItemHeading(candidate.label, title, case_number, start, end)


def _alternatives(
    lines: Sequence[Line], outline: Sequence[OutlineEntry], organ: str, agenda: bool
) -> Iterator[tuple[NumberShape, list[Candidate]]]:
    """Candidates that may make up a chain. Only their type tells plain numbers from points."""
    if agenda:
        shape = NumberShape.PLAIN_NUMBER
        plain = find_candidates(lines, outline, organ, shape)
        for style in sorted({candidate.style for candidate in plain}):
            alike = [candidate for candidate in plain if candidate.style == style]
            yield shape, weigh(alike, lines)
    for shape in _SIGNED:
        yield shape, _weighed(lines, outline, organ, shape)


def _weighed(
    lines: Sequence[Line], outline: Sequence[OutlineEntry], organ: str, shape: NumberShape
) -> list[Candidate]:
    return weigh(find_candidates(lines, outline, organ, shape), lines)
