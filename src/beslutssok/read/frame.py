"""How a page is shown: the rectangle of it that is seen, and which way up."""

from dataclasses import dataclass

from pypdf import PageObject

# A4, for a page that does not say how large it is.
USUAL_SIZE = (595.0, 842.0)

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from an upper left corner."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The way from one space to another: ``x' = a·x + c·y + e``, ``y' = b·x + d·y + f``.

    ``width`` and ``height`` are those of the space it leads to.
    """

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the first space stands in the second."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """Where a direction of the first space points in the second."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The upright rectangle around two corners."""
        u0, v0 = self.point(x0, y0)
        u1, v1 = self.point(x1, y1)
        return min(u0, u1), min(v0, v1), max(u0, u1), max(v0, v1)


USUAL_FRAME = Frame(1.0, 0.0, 0.0, -1.0, 0.0, USUAL_SIZE[1], *USUAL_SIZE)


def page_frame(page: PageObject) -> Frame:
    """The way from a page's own space to points from the upper left corner of what is shown."""
    left, bottom, right, top = _shown(page)
    unit = float(page.user_unit or 1.0)
    return turned_frame(left, bottom, right, top, int(page.rotation) % 360, unit)


def turned_frame(
    left: float, bottom: float, right: float, top: float, turn: int, unit: float = 1.0
) -> Frame:
    """The frame of a box (lower left and upper right corner) turned clockwise.

    >>> turned_frame(10, 20, 110, 220, 0).point(10, 220)
    (0.0, 0.0)
    >>> turned_frame(10, 20, 110, 220, 90).point(10, 220)
    (200.0, 0.0)
    """
    wide, high = (right - left) * unit, (top - bottom) * unit
    if turn == 90:
        return Frame(0.0, unit, unit, 0.0, -bottom * unit, -left * unit, high, wide)
    if turn == 180:
        return Frame(-unit, 0.0, 0.0, unit, right * unit, -bottom * unit, wide, high)
    if turn == 270:
        return Frame(0.0, -unit, -unit, 0.0, top * unit, right * unit, high, wide)
    return Frame(unit, 0.0, 0.0, -unit, -left * unit, top * unit, wide, high)


def reading_frame(width: float, height: float, turn: int) -> Frame:
    """The way from a page as shown to one on which text that runs at ``turn`` degrees is upright.

    ``turn`` is 0, 90 (downwards), 180 or 270 (upwards).

    >>> reading_frame(600, 800, 270).point(100, 700)  # runs upwards: its start is at the foot
    (100.0, 100.0)
    """
    if turn == 90:
        return Frame(0.0, -1.0, 1.0, 0.0, 0.0, width, height, width)
    if turn == 180:
        return Frame(-1.0, 0.0, 0.0, -1.0, width, height, width, height)
    if turn == 270:
        return Frame(0.0, 1.0, -1.0, 0.0, height, 0.0, height, width)
    return Frame(1.0, 0.0, 0.0, 1.0, 0.0, 0.0, width, height)


def inverse(frame: Frame, width: float, height: float) -> Frame:
    """The way back from a frame that only turns, to a space of the size given."""
    a, b, c, d, e, f = frame.a, frame.b, frame.c, frame.d, frame.e, frame.f
    return Frame(a, c, b, d, -(a * e + b * f), -(c * e + d * f), width, height)


def _shown(page: PageObject) -> tuple[float, float, float, float]:
    media = _corners(page.mediabox)
    crop = _corners(page.cropbox)
    shown = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    return shown if shown[0] < shown[2] and shown[1] < shown[3] else media


def _corners(box: object) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(value) for value in box)  # type: ignore[attr-defined]
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
