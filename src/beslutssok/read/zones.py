"""The head, the foot and the margins of a page, where what is not its text may stand."""

from beslutssok.domain import Line, Page

HEAD_ZONE = 0.16
FOOT_ZONE = 0.86
MARGIN = 0.12
UPENDED = 3.0


def in_zone(line: Line, page: Page) -> bool:
    """Whether a line stands in the head or foot of its page, or runs up its margin."""
    place = line.place
    return (
        place.top < HEAD_ZONE * page.height
        or place.top > FOOT_ZONE * page.height
        or (is_upended(line) and not MARGIN < place.left / page.width < 1 - MARGIN)
    )


def is_upended(line: Line) -> bool:
    """Whether a line runs up or down the page, like the stamps of signing services."""
    place = line.place
    return place.bottom - place.top > max(UPENDED * line.size, place.right - place.left)
