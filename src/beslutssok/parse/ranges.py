"""Several items under one heading: ``§§ 32–35 Sekretess``, where the minutes leave them out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from beslutssok.domain import Line
from beslutssok.parse.candidates import Candidate
from beslutssok.parse.typography import BLANK_LINE, is_contents_entry, same_type

# So many items together are a list of what is in the minutes, and no heading.
MOST_TOGETHER = 40
_RANGE = re.compile(
    r"(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{0,4}\.?\s)?(?:§{1,2}"
    r"|[Pp]aragraf(?:er(?:na)?)?)\s?(?P<first>\d{1,3})"
    r"\s?(?:[-–—]|t\.?o\.?m\.?)\s?(?:§\s?)?(?P<last>\d{1,3})(?![\d/])(?P<rest>(?:[\s.:,(–-].*)?)$"
)
_NUMBERS = re.compile(r"(\d+)\s?[–-]\s?(\d+)")
_GOES_ON = re.compile(r"[.,;)]|(?:i|och|samt|enligt|har|är|ovan|nedan|antecknas|bordläggs)\b")


def numbers_of(label: str) -> tuple[int, ...]:
    """The numbers that the label of an item stands for.

    >>> numbers_of("32–35"), numbers_of("7 a")
    ((32, 33, 34, 35), (7,))
    """
    match = _NUMBERS.fullmatch(label)
    if match:
        return tuple(range(int(match[1]), int(match[2]) + 1))
    digits = re.match(r"\d+", label)
    return (int(digits[0]),) if digits else (0,)


def with_ranges(lines: Sequence[Line], chain: Sequence[Candidate]) -> list[Candidate]:
    """The items of a document, with headings that stand for just those that are left out."""
    whole = [_widened(lines, candidate, after) for candidate, after in _with_next(chain)]
    found: list[Candidate] = []
    for before, after in _with_next(whole):
        found.append(before)
        if after is not None and after.number > numbers_of(before.label)[-1] + 1:
            found += _between(lines, before, after)
    return found


def _with_next(chain: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate | None]]:
    return zip(chain, [*chain[1:], None], strict=False)


def _widened(lines: Sequence[Line], candidate: Candidate, after: Candidate | None) -> Candidate:
    """A heading ``§ 32–35``, of which only the first number was read."""
    match = _RANGE.match(lines[candidate.index].text.strip())
    if match is None or not 0 < int(match["last"]) - candidate.number < MOST_TOGETHER:
        return candidate
    if after is not None and after.number <= int(match["last"]):
        return candidate
    label = f"{candidate.number}–{int(match['last'])}"
    return replace(candidate, label=label, rest=match["rest"].strip(" .:–-"))


def _between(lines: Sequence[Line], before: Candidate, after: Candidate) -> Iterator[Candidate]:
    for index in range(before.index + 1, after.index):
        match = _RANGE.match(lines[index].text.strip())
        if match is None or is_contents_entry(lines[index].text):
            continue
        first, last = int(match["first"]), int(match["last"])
        rest = match["rest"].strip(" .:–-")
        if first != numbers_of(before.label)[-1] + 1 or last != after.number - 1 or last <= first:
            continue
        line = lines[index]
        like = same_type(line, lines[before.index]) or same_type(line, lines[after.index])
        apart = line.bold or line.gap > BLANK_LINE
        if apart and (like or line.bold) and not _GOES_ON.match(rest):
            yield replace(before, index=index, number=first, label=f"{first}–{last}", rest=rest)
            return
