"""Running heads and feet of one document in a file, told by its own pages alone.

Over a whole file, the heads of a short document in it repeat too seldom to be seen, and what
looks like page numbers in several documents may be text in each.
"""

from collections.abc import Sequence
from dataclasses import replace

from beslutssok.domain import Line, Page
from beslutssok.read.furniture import split_furniture


def with_own_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Tell the running heads of pages anew. No line is dropped: each is text or furniture."""
    return split_furniture([_whole(page) for page in pages])


def _whole(page: Page) -> Page:
    """A page with its furniture among its lines again, by height."""
    lines: list[Line] = list(page.lines)
    for line in page.furniture:
        at = next((i for i, other in enumerate(lines) if _is_above(line, other)), len(lines))
        lines.insert(at, line)
        if at + 1 < len(lines):
            lines[at + 1] = _set_below(lines[at + 1], line)
    return replace(page, lines=tuple(lines), furniture=())


def _is_above(line: Line, other: Line) -> bool:
    return line.place.top < other.place.top


def _set_below(line: Line, above: Line) -> Line:
    """A line with the gap to the one above it, where that is close."""
    gap = (line.place.top - above.place.bottom) / line.size if line.size > 0 else line.gap
    return replace(line, gap=min(line.gap, round(gap, 2))) if gap >= 0 else line
