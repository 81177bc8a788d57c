"""Lines of a page from the text operations that draw it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import hypot
from typing import Any

from pypdf import PageObject

from beslutssok.domain import Line, Place
from beslutssok.read.characters import clean_text

# Type sets its baseline about four fifths down the em square.
ASCENT = 0.8
# A cell begins where the same row is taken up again after a pause; a tab marks it in the text.
CELL_BREAK = "\t"
SAME_BASELINE = 0.25
FIRST_ON_PAGE = 99.0
FORCE_BOLD = 1 << 18
BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of characters drawn at one place: baseline origin in points from the upper left."""

    text: str
    left: float
    baseline: float
    size: float
    bold: bool
    ends_line: bool


def read_lines(page: PageObject, number: int) -> tuple[Line, ...]:
    """Read the lines of a page in the order in which the file draws them.

    Cells of one row that are drawn one after the other become one line, parted by tabs. The
    text of the lines is what pypdf extracts, cleaned of odd characters.
    """
    box = page.mediabox
    fragments = _fragments(page, float(box.left), float(box.top))
    return tuple(_with_gaps(_blocks_in_place(_merge_rows(_assemble(fragments, number)))))


def _fragments(page: PageObject, left: float, top: float) -> list[Fragment]:
    fragments: list[Fragment] = []
    weights: dict[int, bool] = {}

    def visit(
        text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float
    ) -> None:
        if not text:
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = hypot(tm[2], tm[3]) * hypot(cm[2], cm[3])
        if id(font) not in weights:
            weights[id(font)] = is_bold(font)
        *ended, last = text.split("\n")
        for part in ended:
            fragments.append(
                Fragment(part, x - left, top - y, size * scale, weights[id(font)], True)
            )
        if last:
            fragments.append(
                Fragment(last, x - left, top - y, size * scale, weights[id(font)], False)
            )

    page.extract_text(visitor_text=visit)
    return fragments


def is_bold(font: dict[str, Any] | None) -> bool:
    """Whether a font is bold, by its name or by what its descriptor says."""
    if not font:
        return False
    name = str(font.get("/BaseFont", "")).lower()
    if any(word in name for word in _BOLD_NAMES):
        return True
    descriptor = font.get("/FontDescriptor")
    if descriptor is None:
        return False
    descriptor = descriptor.get_object()
    weight = descriptor.get("/FontWeight", 0)
    return bool(int(descriptor.get("/Flags", 0)) & FORCE_BOLD) or float(weight) >= BOLD_WEIGHT


def _assemble(fragments: Iterable[Fragment], number: int) -> list[Line]:
    lines: list[Line] = []
    parts: list[Fragment] = []
    for fragment in fragments:
        parts.append(fragment)
        if fragment.ends_line:
            _append_line(lines, parts, number)
            parts = []
    _append_line(lines, parts, number)
    return lines


def _append_line(lines: list[Line], parts: list[Fragment], number: int) -> None:
    printed = [part for part in parts if part.text.strip()]
    if not printed:
        return
    text = " ".join(clean_text("".join(part.text for part in parts)).split())
    if not text:
        return
    longest = max(printed, key=lambda part: len(part.text))
    first = printed[0]
    size = longest.size or 1.0
    top = first.baseline - ASCENT * size
    left = round(first.left, 1)
    place = Place(number, left, round(top, 1), left, round(top + size, 1))
    letters = sum(len(part.text) for part in printed)
    bold = sum(len(part.text) for part in printed if part.bold) * 2 > letters
    lines.append(Line(text, place, round(size, 2), bold))


def _merge_rows(lines: Iterable[Line]) -> list[Line]:
    merged: list[Line] = []
    for line in lines:
        if merged and _continues_row(merged[-1], line):
            before = merged[-1]
            place = Place(
                before.page,
                before.place.left,
                min(before.place.top, line.place.top),
                max(before.place.right, line.place.right),
                max(before.place.bottom, line.place.bottom),
            )
            text = before.text + CELL_BREAK + line.text
            merged[-1] = Line(text, place, max(before.size, line.size), before.bold)
        else:
            merged.append(line)
    return merged


def _continues_row(before: Line, line: Line) -> bool:
    return (
        abs(before.place.bottom - line.place.bottom) <= SAME_BASELINE * line.size
        and line.place.left > before.place.left
    )


def _blocks_in_place(lines: list[Line]) -> list[Line]:
    """Put a head that is drawn after all else first, and a foot that is drawn first last.

    Where all that is drawn later stands wholly above what is drawn before, the page is cut, and
    the blocks are read from the top. Nothing else is sorted.
    """
    highest = list(accumulate((line.place.top for line in lines), min))
    lowest = list(accumulate((line.place.bottom for line in reversed(lines)), max))[::-1]
    cuts = [at for at in range(1, len(lines)) if highest[at - 1] >= lowest[at]]
    blocks = pairwise([0, *cuts, len(lines)])
    return [line for start, end in reversed(list(blocks)) for line in lines[start:end]]


def _with_gaps(lines: list[Line]) -> Iterable[Line]:
    before: Line | None = None
    for line in lines:
        gap = FIRST_ON_PAGE
        if before is not None:
            gap = round((line.place.top - before.place.bottom) / line.size, 2)
        yield Line(line.text, line.place, line.size, line.bold, gap)
        before = line
