"""Headings of a document that is no meeting's, as its typography tells them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from beslutssok.domain import Line
from beslutssok.parse.typography import body_size, is_contents_entry, same_type

LARGER = 1.12
MAX_HEADING = 140
MAX_HEADING_LINES = 5
SET_APART = 0.5
SAME_HEADING = 0.6
_WORD = re.compile(r"[^\W\d_]{2}")
_POINT = re.compile(r"(?:[•▪■◦*]|[-–—]\s|[a-h]\)\s)")


@dataclass(frozen=True, slots=True)
class Headline:
    """A heading: lines ``start`` to ``end`` (exclusive), its level (0 is the top) and text.

    ``start`` equals ``end`` where a chapter begins without a heading of its own.
    """

    start: int
    end: int
    level: int
    title: str


def headlines_of_type(lines: Sequence[Line]) -> tuple[Headline, ...]:
    """Find headings that are larger than the text, or bold and set apart from it."""
    body = body_size(lines)
    found: list[tuple[int, int, float]] = []
    index = 0
    while index < len(lines):
        if not _looks_like_heading(lines[index], body):
            index += 1
            continue
        end = _heading_end(lines, index)
        size = lines[index].size if lines[index].size >= body * LARGER else 0.0
        found.append((index, end, size))
        index = end
    levels = sorted({size for _, _, size in found}, reverse=True)
    return tuple(
        Headline(start, end, levels.index(size), _text(lines[start:end]))
        for start, end, size in found
    )


def _looks_like_heading(line: Line, body: float) -> bool:
    text = line.text.strip()
    set_apart = line.size >= body * LARGER or (line.bold and line.gap > SET_APART)
    return (
        set_apart
        and len(text) <= MAX_HEADING
        and "\t" not in text
        and text[-1:] not in {".", ",", ";"}
        and not is_contents_entry(text)
        and not _POINT.match(text)
        and bool(_WORD.search(text))
    )


def _heading_end(lines: Sequence[Line], start: int) -> int:
    end = start + 1
    while (
        end < min(len(lines), start + MAX_HEADING_LINES)
        and same_type(lines[end], lines[start])
        and lines[end].gap < SAME_HEADING
        and "\t" not in lines[end].text
    ):
        end += 1
    return end


def _text(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(line.text for line in lines).split())
