"""What the setting of lines tells: blank lines, the size of running text, contents entries."""

import re
from collections import Counter
from collections.abc import Iterable

from beslutssok.domain import Line
from beslutssok.parse.case_numbers import split_case_number

# An empty height above a line, in multiples of its size, that reads as a blank line.
BLANK_LINE = 0.8
# Above this the gap says nothing: the line is the first on its page or follows a running head.
UNKNOWN_GAP = 50.0
# Smaller differences between the sizes of two lines are those of rounding.
SAME_SIZE = 0.6
USUAL_SIZE = 10.0
LARGER = 1.05

_CONTENTS_ENTRY = re.compile(
    r"(?:\.\s?){4,}\s*\d*\s*$|…{2,}\s*\d*\s*$|\t\d{1,4}(?:\s?[-–]\s?\d{1,4})?$"
)
_PLAN_CODE = re.compile(r"\t\d{3}")
_ONLY_NUMBER = re.compile(r"(?:\w{1,5}\s)?(?:§\s?\d{1,3}|\d{1,3}\s?§|\d{1,3})?")
_NOT_A_LETTER = re.compile(r"[\W_]+")


def body_size(lines: Iterable[Line]) -> float:
    """The font size in which most of the text is set, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else USUAL_SIZE


def is_contents_entry(text: str) -> bool:
    r"""Whether a line is of a list of contents: a leader of dots or a page number ends it.

    >>> is_contents_entry("§ 12 Budget 2026 ............ 7")
    True
    >>> is_contents_entry("§ 12\tDnr KS 2024/00123\t041")
    False
    """
    match = _CONTENTS_ENTRY.search(text)
    return match is not None and not _ends_with_plan_code(text, match)


def _ends_with_plan_code(text: str, end: re.Match[str]) -> bool:
    """Whether the number that ends a row is that of the filing plan, behind a case number."""
    if not _PLAN_CODE.fullmatch(end[0]):
        return False
    rest, number = split_case_number(text[: end.start()])
    return number is not None and bool(_ONLY_NUMBER.fullmatch(rest))


def same_type(line: Line, other: Line) -> bool:
    """Whether two lines are set in type of one weight and size."""
    return line.bold == other.bold and abs(line.size - other.size) <= SAME_SIZE


def letters_of(text: str) -> str:
    """Letters and digits only, in lower case, to compare titles that are set differently.

    >>> letters_of("§ 12  FoU-budget")
    '12foubudget'
    """
    return _NOT_A_LETTER.sub("", text).casefold()
