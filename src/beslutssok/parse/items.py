"""Where items begin: the headings ``§ 208`` of minutes and ``7. Title`` of agendas.

Many lines look like the heading of an item and are none: entries of the list of contents, points
of a decision, references to other paragraphs, statutes. So all candidates of a document are
weighed together: the chain of rising numbers is chosen that is set like headings, is followed
by what follows headings, and leaves out the fewest numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beslutssok.domain import Line, OutlineEntry
from beslutssok.parse.candidates import Candidate, find_candidates
from beslutssok.parse.chain import best_chain
from beslutssok.parse.numbering import NumberShape
from beslutssok.parse.titles import read_title

_IN_MINUTES = (NumberShape.SECTION_SIGN, NumberShape.NUMBER_FIRST, NumberShape.WITH_CASE)


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
    for candidates in _alternatives(lines, outline, organ, agenda):
        chain, score = best_chain(candidates)
        if score > best_score:
            best, best_score = chain, score
    if not best and not agenda:
        plain = _plain(lines, outline, organ)
        best, _ = best_chain([candidate for candidate in plain if candidate.set_apart])
    limits = [candidate.index for candidate in best[1:]] + [len(lines)]
    headings = []
    for candidate, limit in zip(best, limits, strict=False):
        index, rest = candidate.index, candidate.rest
        title, case_number, end = read_title(lines, index, limit, rest, organ, vocabulary)
        headings.append(ItemHeading(candidate.label, title, case_number, index, end))
    return tuple(headings)


def _alternatives(
    lines: Sequence[Line], outline: Sequence[OutlineEntry], organ: str, agenda: bool
) -> Iterator[list[Candidate]]:
    """Candidates that may make up a chain. Only their type tells plain numbers from points."""
    if agenda:
        plain = _plain(lines, outline, organ)
        for style in sorted({candidate.style for candidate in plain}):
            yield [candidate for candidate in plain if candidate.style == style]
    for shape in _IN_MINUTES:
        yield find_candidates(lines, outline, organ, shape)


def _plain(lines: Sequence[Line], outline: Sequence[OutlineEntry], organ: str) -> list[Candidate]:
    return find_candidates(lines, outline, organ, NumberShape.PLAIN_NUMBER)
