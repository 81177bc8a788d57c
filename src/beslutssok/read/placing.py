"""Where on the page the text stands that pypdf reads: its fragments laid over PDFium's runs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from beslutssok.read.fragments import Fragment, Show
from beslutssok.read.frame import Box, Frame, reading_frame
from beslutssok.read.runs import Run

# A space between words is a quarter of the size wide.
SPACE = 0.25
# A page with so much upright text is upright, however long the stamps up its margin are.
UPRIGHT_SHARE = 0.3
# Letters begin at the pen, or so much to the right of it.
BEARING = 0.25
# How far two beginnings of one operation may differ, and how far ahead its twin is looked for.
SAME_POINT = 1.0
LOOK_AHEAD = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """A fragment on the page turned upright, with the boxes of what shows it."""

    fragment: Fragment
    left: float
    baseline: float
    size: float
    turned: bool
    shown: tuple[tuple[int, Box], ...]
    """The index of a run, and its box without the spaces that end it."""


def place_fragments(
    fragments: Sequence[Fragment], shows: Sequence[Show], runs: Sequence[Run], page: Frame
) -> tuple[list[Placed], int]:
    """The fragments on the page, and how far it must be turned so that its text is upright."""
    twins = match_shows(shows, runs)
    turns = [_turn(fragment, twins, runs, page) for fragment in fragments]
    letters: Counter[int] = Counter()
    for fragment, turn in zip(fragments, turns, strict=True):
        letters[turn] += len(fragment.text.strip())
    upright = letters.most_common(1)[0][0] if letters else 0
    if letters[0] >= UPRIGHT_SHARE * letters.total():
        upright = 0
    frame = _chain(page, upright)
    placed = [
        _place(fragment, shows, twins, runs, frame, turn != upright)
        for fragment, turn in zip(fragments, turns, strict=True)
    ]
    return placed, upright


def match_shows(shows: Sequence[Show], runs: Sequence[Run]) -> list[int | None]:
    """For each operation the run that it draws.

    Where one of the two has some that the other lacks, their beginnings tell which.
    """
    if len(shows) == len(runs):
        return list(range(len(runs)))
    twins: list[int | None] = []
    at = 0
    for show in shows:
        ahead = range(at, min(at + LOOK_AHEAD, len(runs)))
        twin = next((index for index in ahead if _same_point(show, runs[index])), None)
        twins.append(twin)
        at = at if twin is None else twin + 1
    return twins


def _same_point(show: Show, run: Run) -> bool:
    return abs(show.x - run.x) <= SAME_POINT and abs(show.y - run.y) <= SAME_POINT


def _turn(fragment: Fragment, twins: Sequence[int | None], runs: Sequence[Run], page: Frame) -> int:
    """Which way a fragment runs on the page as shown: 0, 90 (downwards), 180 or 270."""
    across = fragment.across
    for index in twins[fragment.first : fragment.end]:
        if index is not None:
            across = runs[index].across
            break
    x, y = page.direction(*across)
    if abs(x) >= abs(y):
        return 0 if x >= 0 else 180
    return 90 if y > 0 else 270


def _chain(page: Frame, upright: int) -> Frame:
    if not upright:
        return page
    turn = reading_frame(page.width, page.height, upright)
    a, b = turn.direction(page.a, page.b)
    c, d = turn.direction(page.c, page.d)
    e, f = turn.point(page.e, page.f)
    return Frame(a, b, c, d, e, f, turn.width, turn.height)


def _place(
    fragment: Fragment,
    shows: Sequence[Show],
    twins: Sequence[int | None],
    runs: Sequence[Run],
    frame: Frame,
    turned: bool,
) -> Placed:
    unit = hypot(frame.a, frame.b)
    size = fragment.size * fragment.scale * unit
    x, y = fragment.x, fragment.y
    shown: list[tuple[int, Box]] = []
    for at in range(fragment.first, fragment.end):
        index = twins[at]
        if index is None:
            continue
        run = runs[index]
        if not shown:
            x, y = run.x, run.y
            size = fragment.size * hypot(*run.up) * unit
        left, top, right, bottom = frame.box(run.left, run.bottom, run.right, run.top)
        if run.printed and not turned:
            # PDFium's box goes from the first letter's ink to the last one's, spaces included.
            indent = shows[at].before * SPACE * size
            origin = frame.point(run.x, run.y)[0]
            left = left + indent if indent or left - origin > BEARING * size else min(left, origin)
            right = max(left, right - max(0, shows[at].after - 1) * SPACE * size)
        if run.printed:
            shown.append((index, (left, top, right, bottom)))
    left, baseline = frame.point(x, y)
    return Placed(fragment, left, baseline, size, turned, tuple(shown))
