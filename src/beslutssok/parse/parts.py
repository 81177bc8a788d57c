"""Where the documents begin that are bound together in one file.

No single sign is enough: page numbers restart in appendices, a first page has another head than
those after it, and a heading may be the word for a kind of document. So signs are weighed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from beslutssok.domain import SourceDocument
from beslutssok.parse.file_bookmarks import FileBookmark, find_file_bookmarks
from beslutssok.parse.front_pages import (
    begins_appendix,
    belongs_to_minutes,
    has_letterhead,
    opens_minutes,
)
from beslutssok.parse.page_numbers import PageNumber
from beslutssok.parse.page_signs import (
    PageSigns,
    goes_on_from,
    read_signs,
    spanning_total,
)

# A document begins where the signs weigh this much together.
ENOUGH = 3.0
RESTART, OTHER_TOTAL, PLAIN_RESTART, IMPLIED_RESTART, AT_ITS_END = 3.0, 2.0, 2.0, 2.0, 1.5
NAMES_KIND, OPENS_MINUTES, LETTERHEAD, APPENDIX, OTHER_CASE = 2.0, 2.0, 1.0, 1.5, 5.5
OTHER_HEAD, OTHER_MEETING, HEAD_CAME_OR_WENT, OTHER_SIZE = 1.0, 2.0, 0.5, 0.5
COUNTS_ON, COUNTS_ON_IN_FILE, COUNTS_ON_PLAIN = -6.0, -2.0, -2.5
SAME_HEAD, SAME_LOGO, GOES_ON = -3.0, -1.0, -3.0
# Of a page without text only its bookmark can tell that it is a document.
PICTURE_BOOKMARK = 2.0
SAME_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Part:
    """A document in a file: its first and last 1-based page, and its bookmark if it has one."""

    first: int
    last: int
    bookmark: FileBookmark | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """A page, at ``position``, and the part before it that begins at ``start`` (both from 0)."""

    signs: Sequence[PageSigns]
    start: int
    position: int
    span: int | None

    @property
    def own(self) -> PageSigns:
        return self.signs[self.position]

    @property
    def _part(self) -> Sequence[PageSigns]:
        return self.signs[self.start : self.position]

    @property
    def before(self) -> PageSigns:
        """The last page before that has text."""
        return next((s for s in reversed(self._part) if s.has_text), self._part[-1])

    @property
    def is_of_other_case(self) -> bool:
        """Whether a letter begins whose case is not that of the part before."""
        return self.own.case not in (None, self.signs[self.start].case)

    @property
    def headed(self) -> PageSigns:
        """The last page before that has a running head."""
        return next((s for s in reversed(self._part) if s.head), self._part[-1])

    @property
    def numbers_before(self) -> tuple[PageNumber, ...]:
        return next((s.numbers for s in reversed(self._part) if s.numbers), ())

    @property
    def numbers_after(self) -> tuple[PageNumber, ...]:
        following = self.signs[self.position + 1 :]
        return next((s.numbers for s in following if s.numbers), ())

    @property
    def is_at_end(self) -> bool:
        """Whether the page before has the last of its document's page numbers."""
        return any(number.number == number.total for number in self.before.numbers)

    @property
    def is_complete(self) -> bool:
        """Whether the part before has all the pages that its page numbers count."""
        pages = self.position - self.start
        return self.signs[self.position - 1].numbers == (PageNumber(pages, pages),)


def find_parts(source: SourceDocument) -> tuple[Part, ...]:
    """The documents of a file in page order; together they have all its pages."""
    if not source.pages:
        return (Part(1, 1),)
    signs = read_signs(source.pages)
    bookmarks = find_file_bookmarks(source)
    pictures = {problem.page for problem in source.problems}
    span = spanning_total(signs)
    starts = [1]
    for position in range(1, len(signs)):
        number = position + 1
        bookmark = bookmarks.get(number)
        marked = bookmark.weight if bookmark else 0.0
        place = _Place(signs, starts[-1] - 1, position, span)
        if signs[position].has_text:
            begins = marked + _weigh(place) >= ENOUGH and not _is_kept(place)
        else:
            begins = marked >= PICTURE_BOOKMARK or (number in pictures and place.is_complete)
        if begins:
            starts.append(number)
    ends = [start - 1 for start in starts[1:]] + [len(signs)]
    return tuple(
        Part(start, end, bookmarks.get(start)) for start, end in zip(starts, ends, strict=True)
    )


def _is_kept(place: _Place) -> bool:
    """Whether what begins on a page belongs to the minutes before it."""
    opening = place.signs[place.start : place.start + 2]
    minutes = any(
        opens_minutes(sign.page) or any(kind.records_decisions for kind in sign.kinds)
        for sign in opening
    )
    return minutes and belongs_to_minutes(place.own.page)


def _weigh(place: _Place) -> float:
    own, before = place.own, place.before
    numbers = _weigh_numbers(place)
    restarts = numbers >= RESTART or place.is_of_other_case
    weight = numbers + _weigh_heads(place, restarts) + _weigh_words(own, before)
    if place.is_of_other_case:
        weight += OTHER_CASE
    if numbers < AT_ITS_END and goes_on_from(before, own):
        weight += GOES_ON
    if abs(own.page.width - before.page.width) > SAME_SIZE:
        weight += OTHER_SIZE
    return weight


def _weigh_words(own: PageSigns, before: PageSigns) -> float:
    weight = 0.0
    if own.kinds and (
        own.is_of_other_meeting(before)
        or own.names_kind_in_text
        or set(own.kinds) - set(before.kinds)
    ):
        weight += NAMES_KIND
    if opens_minutes(own.page) and not opens_minutes(before.page):
        weight += OPENS_MINUTES
    if has_letterhead(own.page) and (
        not has_letterhead(before.page) or own.is_of_other_case(before)
    ):
        weight += LETTERHEAD
    if begins_appendix(own.page) and not begins_appendix(before.page):
        weight += APPENDIX
    return weight


def _weigh_numbers(place: _Place) -> float:
    own, earlier, later = place.own.numbers, place.numbers_before, place.numbers_after
    counted = {number.total: number.number for number in earlier if number.total}
    for number in own or later:
        if number.total and counted.get(number.total, number.number) < number.number:
            return COUNTS_ON_IN_FILE if number.total == place.span else COUNTS_ON
    for number in own:
        if number.number == 1 and number.total is not None:
            confirmed = number.total == 1 or any(number.is_followed_by(n) for n in later)
            if confirmed or place.is_at_end:
                return RESTART
        if number.total and counted and number.total not in counted:
            return RESTART if place.is_at_end else OTHER_TOTAL
    if place.is_complete:
        return RESTART
    weight = AT_ITS_END if place.is_at_end else 0.0
    if any(number.number == 2 for number in own) and not earlier:
        return COUNTS_ON_PLAIN
    if any(before.is_followed_by(number) for before in earlier for number in own):
        return COUNTS_ON_PLAIN
    if PageNumber(1, None) in own and earlier:
        return weight + PLAIN_RESTART
    if not own and earlier and any(n.number == 2 for n in later):
        begun = any(number.number == 1 for number in earlier) and not place.is_at_end
        return weight + (0.0 if begun else IMPLIED_RESTART)
    return weight


def _weigh_heads(place: _Place, restarts: bool) -> float:
    own, headed = place.own, place.headed
    if own.is_of_other_meeting(headed):
        return OTHER_MEETING + (OTHER_HEAD if own.head.isdisjoint(headed.head) else 0.0)
    if own.has_head_of(headed):
        if restarts:
            return 0.0
        return SAME_HEAD if own.shares_telling_head(headed) else SAME_LOGO
    if own.head and headed.head:
        return OTHER_HEAD if own.head.isdisjoint(headed.head) else 0.0
    return HEAD_CAME_OR_WENT if own.head != headed.head else 0.0
