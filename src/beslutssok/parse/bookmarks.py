"""Headings of a document that is no meeting's, as its bookmarks name them."""

import re
from collections.abc import Iterator, Sequence

from beslutssok.domain import Line, OutlineEntry
from beslutssok.parse.headlines import Headline
from beslutssok.parse.typography import is_contents_entry, letters_of

MAX_HEADING_LINES = 6
# A line that is shorter may begin many titles by chance.
MIN_BEGINNING = 8
_FILE_NAME = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?)$", re.IGNORECASE)


def headlines_of_outline(
    outline: Sequence[OutlineEntry], lines: Sequence[Line]
) -> tuple[Headline, ...]:
    """Find the lines that bookmarks lead to, in the order of the text.

    A bookmark that no line repeats is passed over, unless others stand under it: merged files
    are such. Then the first line found under it is its headline, or else the top of the page
    that the first of them leads to.
    """
    found: list[Headline] = []
    taken_for: set[int] = set()
    after = 0
    for position, entry in enumerate(outline):
        if position in taken_for:
            continue
        headline = _find(entry.title, entry.page, entry.level, lines, after)
        if headline is None and _is_one_of_many(outline, position):
            for below, inner in _below(outline, position):
                headline = _find(inner.title, inner.page, entry.level, lines, after)
                if headline is not None:
                    taken_for.add(below)
                    break
            else:
                headline = _top_of_page(outline, position, lines, after)
        if headline is not None:
            found.append(headline)
            after = max(headline.end, headline.start + 1)
    return tuple(found)


def _below(outline: Sequence[OutlineEntry], position: int) -> Iterator[tuple[int, OutlineEntry]]:
    """The bookmarks right under one, up to and with the first that has others under it."""
    for below in range(position + 1, len(outline)):
        if outline[below].level <= outline[position].level:
            return
        yield below, outline[below]
        if below + 1 < len(outline) and outline[below + 1].level > outline[below].level:
            return


def _is_one_of_many(outline: Sequence[OutlineEntry], position: int) -> bool:
    level = outline[position].level
    return level > 0 or sum(entry.level == 0 for entry in outline) > 1


def _find(title: str, page: int, level: int, lines: Sequence[Line], after: int) -> Headline | None:
    letters = letters_of(title)
    for index in range(after, len(lines)):
        if lines[index].page > page:
            break
        if lines[index].page == page and letters:
            end = _end_of_match(letters, lines, index)
            if end is not None:
                return Headline(index, end, level, _joined(lines, index, end))
    return None


def _end_of_match(letters: str, lines: Sequence[Line], index: int) -> int | None:
    text = letters_of(lines[index].text)
    if not text or is_contents_entry(lines[index].text):
        return None
    if text != letters and not (len(text) >= MIN_BEGINNING and letters.startswith(text)):
        return None
    end = index + 1
    while end < min(len(lines), index + MAX_HEADING_LINES):
        text += letters_of(lines[end].text)
        if not letters.startswith(text):
            break
        end += 1
    return end


def _top_of_page(
    outline: Sequence[OutlineEntry], position: int, lines: Sequence[Line], after: int
) -> Headline | None:
    inner = next(_below(outline, position), None)
    if inner is None:
        return None
    for index in range(after, len(lines)):
        if lines[index].page == inner[1].page:
            title = " ".join(_FILE_NAME.sub("", outline[position].title).replace("_", " ").split())
            return Headline(index, index, outline[position].level, title)
    return None


def _joined(lines: Sequence[Line], start: int, end: int) -> str:
    return " ".join(" ".join(line.text for line in lines[start:end]).split())
