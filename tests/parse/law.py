"""The law: every line of the pages is in the meeting exactly once, and with it every word.

A line may be parted between a heading and its text, or into the cells of a table: then its parts
lie side by side and fill it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from beslutssok.domain import Line, Meeting, Place, SourceDocument

Words = tuple[str, tuple[Place, ...], bool]
"""A text with the places it came from, and whether it must say all that stands there."""


def words_of(meeting: Meeting) -> Iterator[Words]:
    """All texts of a meeting. Titles leave out what is kept beside them: number, case number."""
    for paragraph in meeting.front:
        yield paragraph.text, paragraph.places, True
    for item in meeting.items:
        if item.heading_places:
            yield item.title, item.heading_places, False
        for section in item.sections:
            if section.heading_places:
                yield section.heading, section.heading_places, True
            for paragraph in section.paragraphs:
                yield paragraph.text, paragraph.places, True


def letters(text: str) -> Counter[str]:
    """How often each letter and digit stands in a text; hyphens and spaces are left out."""
    return Counter(re.sub(r"[\W_]", "", text).casefold())


def account_for_lines(document: SourceDocument, meeting: Meeting) -> None:
    """Fail unless each line is in the meeting once, and nothing else is.

    What paragraphs say is what their lines say, hyphenation aside.
    """
    lines = [line for page in document.pages for line in page.lines]
    told = list(words_of(meeting))
    rows = _rows(lines)
    parts: dict[tuple[int, float, float], list[Place]] = defaultdict(list)
    for text, places, _ in told:
        assert places, text
        for place in places:
            parts[_row(place)].append(place)
    assert parts.keys() <= rows.keys(), "a place where no line is"
    for row, own in rows.items():
        _fills([line.place for line in own], parts.get(row, []), own)
    for group, group_rows in _groups(told, rows):
        _says_its_lines(group, [line for row in group_rows for line in rows[row]])


def _row(place: Place) -> tuple[int, float, float]:
    return place.page, place.top, place.bottom


def _rows(lines: Iterable[Line]) -> dict[tuple[int, float, float], list[Line]]:
    rows: dict[tuple[int, float, float], list[Line]] = defaultdict(list)
    for line in lines:
        rows[_row(line.place)].append(line)
    return rows


def _fills(wholes: list[Place], parts: list[Place], lines: list[Line]) -> None:
    """Fail unless the parts are the lines of a row, each whole or laid side by side."""
    left = Counter(parts)
    for place in wholes:
        if left[place]:
            left[place] -= 1
            continue
        edge = place.left
        while edge < place.right:
            following = [p for p in left.elements() if p.left == edge and p.right <= place.right]
            assert following, f"lost: {[line.text for line in lines]}"
            part = max(following, key=lambda p: p.right)
            assert part.right > edge
            left[part] -= 1
            edge = part.right
        assert edge == place.right and place.left < place.right, f"lost: {lines[0].text}"
    assert not [p for p in left.elements() if p.right > p.left], f"twice: {lines[0].text}"


def _groups(
    told: list[Words], rows: dict[tuple[int, float, float], list[Line]]
) -> Iterator[tuple[list[Words], set[tuple[int, float, float]]]]:
    """Texts that share rows, together with those rows."""
    groups: list[tuple[list[Words], set[tuple[int, float, float]]]] = []
    by_row: dict[tuple[int, float, float], int] = {}
    for words in told:
        own = {_row(place) for place in words[1]}
        at = {by_row[row] for row in own if row in by_row}
        first = min(at, default=len(groups))
        if first == len(groups):
            groups.append(([], set()))
        groups[first][0].append(words)
        groups[first][1].update(own)
        for other in at - {first}:
            groups[first][0].extend(groups[other][0])
            groups[first][1].update(groups[other][1])
            groups[other] = ([], set())
        for row in groups[first][1]:
            by_row[row] = first
    return (group for group in groups if group[0])


def _says_its_lines(group: list[Words], lines: list[Line]) -> None:
    said = letters("".join(text for text, _, _ in group))
    printed = letters("".join(line.text for line in lines))
    if all(whole for _, _, whole in group):
        assert said == printed, group
    else:
        assert said <= printed, group
