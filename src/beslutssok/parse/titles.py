"""The title and case number of an item, from the lines of its heading."""

import re
from collections.abc import Sequence

from beslutssok.domain import Line, SectionKind
from beslutssok.parse.case_numbers import is_case_label, split_case_number
from beslutssok.parse.headings import classify_heading
from beslutssok.parse.joining import join_lines
from beslutssok.parse.typography import BLANK_LINE, LARGER, UNKNOWN_GAP, same_type

MAX_TITLE_LINES = 7
LONG_TITLE_LINE = 50
SHORT_REST = 40
# A line of this length or more that has a case number in it has a title as well.
ONLY_NUMBER = 40
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)?\d\d)?")
_CUT_OFF = frozenset(
    ("i", "om", "för", "till", "och", "av", "på", "inom", "med", "samt", "från", "vid", "mot")
    + ("under", "den", "de", "att")
)


def read_title(
    lines: Sequence[Line],
    index: int,
    limit: int,
    rest: str,
    organ: str,
    vocabulary: frozenset[str],
    body: float = 0.0,
) -> tuple[str, str | None, int]:
    """Read the heading of an item.

    Args:
        lines: the document's lines.
        index: the line with the item's number.
        limit: where the next item begins.
        rest: what follows the number on that line.
        organ: the body whose meeting it is.
        vocabulary: the document's words, which tell what hyphens belong to a word.
        body: the size of running text; a title set like it goes on only where it is cut off.

    Returns:
        The title, the normalised case number or ``None``, and the index after the heading.
    """
    heading = lines[index]
    title, case_number = split_case_number(rest) if rest else ("", None)
    end = index + 1
    parts = [title] if title else []
    styled = heading if title else None
    plain = not heading.bold and heading.size <= body * LARGER
    for line in lines[index + 1 : min(limit, index + 1 + MAX_TITLE_LINES)]:
        text = line.text.strip()
        if _ends_title(line, styled, organ, heading) and not _runs_on(line, parts, organ):
            break
        if plain and not line.bold and parts and not _goes_on(text, parts[-1], body, line):
            break
        end += 1
        remaining, number = split_case_number(text)
        if number is not None and case_number is None:
            case_number, text = number, remaining
        elif is_case_label(text):
            continue
        if text:
            parts.append(text)
            styled = styled or line
    return _joined(parts, vocabulary), case_number, end


def read_lines_above(lines: Sequence[Line], vocabulary: frozenset[str]) -> tuple[str, str | None]:
    """The title and the case number that the lines above a number give, either may be missing."""
    parts = []
    case_number = None
    for line in lines:
        title, number = split_case_number(line.text)
        case_number = case_number or number
        if title:
            parts.append(title)
    return _joined(parts, vocabulary), case_number


def _ends_title(line: Line, styled: Line | None, organ: str, heading: Line) -> bool:
    """Whether a line is no more part of the heading; ``styled`` is the title's first line."""
    text = line.text.strip()
    kind = classify_heading(text, organ)
    if styled is None:
        # «Meddelanden» is a title as often as a heading; a § has its title first.
        return kind not in (None, SectionKind.DOCUMENTS) and not same_type(line, heading)
    if kind is not None:
        return True
    _, number = split_case_number(text)
    if number is not None and len(text) < ONLY_NUMBER:
        return False
    if not same_type(line, styled):
        return True
    if line.gap > BLANK_LINE:
        return not (line.gap > UNKNOWN_GAP and text[:1].islower())
    return not styled.bold and not heading.bold and styled.text.rstrip().endswith(".")


def _goes_on(text: str, before: str, body: float, line: Line) -> bool:
    """Whether a title that is set like running text is continued by a line, and not followed."""
    if split_case_number(text)[1] is not None or is_case_label(text) or line.size > body * LARGER:
        return True
    last = before.rsplit(" ", 1)[-1]
    return text[:1].islower() or last in _CUT_OFF or before.endswith("-")


def _runs_on(line: Line, parts: Sequence[str], organ: str) -> bool:
    """Whether a title goes on in other type: a sentence that its own line cut off."""
    text = line.text.strip()
    if line.gap > BLANK_LINE or not parts or classify_heading(text, organ) is not None:
        return False
    if parts[-1][-1:] in ".:;!?" or text.endswith("."):
        return False
    cut_off = parts[-1].rsplit(" ", 1)[-1] in _CUT_OFF
    broken = len(parts[-1]) > LONG_TITLE_LINE and len(text) < SHORT_REST
    return text[:1].islower() or cut_off or broken or bool(_YEARS.fullmatch(text))


def _joined(parts: Sequence[str], vocabulary: frozenset[str]) -> str:
    return " ".join(join_lines(parts, vocabulary).split())
