"""What stands behind the last item: appendices that belong to the § they name, and signatures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from beslutssok.domain import Item, Line, Section, SectionKind
from beslutssok.parse.numbering import named_item
from beslutssok.parse.paragraphs import build_paragraphs
from beslutssok.parse.typography import BLANK_LINE, UNKNOWN_GAP, is_contents_entry, same_type

MAX_HEADING_LINES = 3
MAX_HEADING = 160
# The kind of an appendix is told by its first lines.
TELLING_LINES = 3

_NUMBERED = re.compile(
    r"(?:bilaga|appendix)\s+(?P<number>\d{1,3}|[A-Z])(?![\w])\s*[:.–-]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?:omröstnings|voterings)lista\b.*$", re.IGNORECASE)
_ATTACHED = re.compile(
    r"(?:skriftlig(?:a|t)?\s)?(?:reservation(?:er)?|(?:särskilt\s)?yttrande|protokollsanteckning(?:ar)?"
    r"|yrkanden?)\b.{0,100}§\s?\d|bilaga\s(?:till\s)?(?:\w{1,4}\s)?§\s?\d.*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:anslag\s?(?:/|och)\s?bevis|bevis\s?(?:/|om)\s?anslag|anslagsbevis|bevis\b.{0,60}anslag\w*"
    r"|tillkännagivande\sav\s(?:justerat\s)?protokoll|underskrifter|vid\sprotokollet"
    r"|(?:anvisning(?:ar)?\sför\s)?(?:rättelseyrkande\w*|besvärsanvisning\w*)(?:\soch\s\w+)?"
    r"|närvarolista|deltagarlista|närvaro-?\soch\somröstningslista)\b.{0,60}",
    re.IGNORECASE,
)
_RECORDS_WILL = re.compile(r"röst|reserv|yttrande|anteckn", re.IGNORECASE)
_ROLL_CALL = re.compile(r"omröstning|votering", re.IGNORECASE)
_RESERVATION = re.compile(r"reservation", re.IGNORECASE)
_STATEMENT = re.compile(r"yttrande|anteckning", re.IGNORECASE)
_MOTION = re.compile(r"yrkande", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix: its lines ``start`` to ``end`` (exclusive), of which the heading's come first.

    ``number`` is its own (empty if it has none), ``item`` that of the item it names.
    """

    start: int
    heading_end: int
    end: int
    number: str
    item: str | None


def find_appendices(
    lines: Sequence[Line], first: int
) -> tuple[tuple[Appendix, ...], tuple[Line, ...], int]:
    """Find the appendices among the lines from ``first`` on, which are the last item's and after.

    Returns:
        The appendices; the lines of signatures and proofs of posting between and after them; and
        where the items end.
    """
    found = [index for index in range(first, len(lines)) if _begins_appendix(lines, index)]
    starts = [index for index in found if not _goes_on_appendix(lines, index, found)]
    last = starts[0] if starts else len(lines)
    closings = [index for index in range(first, last) if _begins_closing(lines[index])][:1]
    closings += [index for index in range(last, len(lines)) if _closes_appendices(lines[index])]
    bounds = sorted({*starts, *closings})
    appendices = []
    closing: list[Line] = []
    for start, end in pairwise([*bounds, len(lines)]):
        if start in closings:
            closing.extend(lines[start:end])
            continue
        match = _NUMBERED.match(lines[start].text.strip())
        heading_end = _heading_end(lines, start, end)
        headings = [*range(start, heading_end), *(at for at in found if start < at < end)]
        text = " ".join(lines[at].text for at in headings)
        number = (match["number"] or "") if match else ""
        appendices.append(Appendix(start, heading_end, end, number, named_item(text)))
    return tuple(appendices), tuple(closing), bounds[0] if bounds else len(lines)


def _goes_on_appendix(lines: Sequence[Line], index: int, found: Sequence[int]) -> bool:
    """Whether a line is the second heading of an appendix: below its number, or its list."""
    before = [at for at in found if at < index and lines[at].page == lines[index].page]
    if not before or _NUMBERED.match(lines[index].text.strip()):
        return False
    close = index - before[-1] < MAX_HEADING_LINES
    numbered = bool(_NUMBERED.match(lines[before[-1]].text.strip()))
    named = named_item(lines[index].text)
    above = named_item(" ".join(lines[at].text for at in before))
    if named is None:
        return (close and numbered) or above is not None
    return close and (numbered and above in (None, named))


def _closes_appendices(line: Line) -> bool:
    """Whether a proof of posting or a list of those present begins on a page of its own."""
    own_page = line.gap > UNKNOWN_GAP or line.bold
    return own_page and bool(_CLOSING.fullmatch(line.text.strip(" :.\t")))


def _begins_appendix(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    text = line.text.strip()
    if len(text) > MAX_HEADING or is_contents_entry(text):
        return False
    match = _NUMBERED.fullmatch(text)
    if match is None:
        first_on_page = line.gap > UNKNOWN_GAP
        if _LIST.fullmatch(text):
            return line.bold or line.gap > BLANK_LINE
        return bool(_ATTACHED.match(text)) and (line.bold or first_on_page)
    if not (line.bold or line.gap > BLANK_LINE):
        return False
    return line.bold or not match["rest"] or "§" in match["rest"]


def _heading_end(lines: Sequence[Line], start: int, end: int) -> int:
    at = start + 1
    while (
        at < min(end, start + MAX_HEADING_LINES)
        and lines[start].bold
        and same_type(lines[at], lines[start])
        and lines[at].gap <= BLANK_LINE
        and "\t" not in lines[at].text
    ):
        at += 1
    return at


def _begins_closing(line: Line) -> bool:
    set_apart = line.bold or line.gap > BLANK_LINE or line.text.isupper()
    return set_apart and bool(_CLOSING.fullmatch(line.text.strip(" :.\t")))


def place_appendices(
    items: Sequence[Item],
    appendices: Sequence[Appendix],
    lines: Sequence[Line],
    vocabulary: frozenset[str],
) -> tuple[tuple[Item, ...], tuple[Line, ...]]:
    """Give each appendix to the item that it names, or that mentions it.

    Returns:
        The items with their appendices as sections, and the lines of those that are nobody's.
    """
    placed = list(items)
    left: list[Line] = []
    for appendix in appendices:
        owner = _owner(placed, appendix)
        if owner is None:
            left.extend(lines[appendix.start : appendix.end])
        else:
            section = _section(appendix, lines, vocabulary)
            placed[owner] = replace(placed[owner], sections=(*placed[owner].sections, section))
    return tuple(placed), tuple(left)


def _owner(items: Sequence[Item], appendix: Appendix) -> int | None:
    for position, item in enumerate(items):
        if item.number == appendix.item:
            return position
    if not appendix.number:
        return None
    mention = re.compile(rf"\bbilaga\s+{re.escape(appendix.number)}\b(?!\s+till\b)", re.IGNORECASE)
    for position, item in enumerate(items):
        if any(mention.search(text) and _RECORDS_WILL.search(text) for text in _texts(item)):
            return position
    return None


def _texts(item: Item) -> Iterator[str]:
    for section in item.sections:
        for paragraph in section.paragraphs:
            yield paragraph.text


def _section(appendix: Appendix, lines: Sequence[Line], vocabulary: frozenset[str]) -> Section:
    own = lines[appendix.start : appendix.end]
    telling = " ".join(line.text for line in own[:TELLING_LINES])
    kind = SectionKind.VOTE
    for pattern, told in (
        (_ROLL_CALL, SectionKind.VOTE),
        (_RESERVATION, SectionKind.RESERVATION),
        (_STATEMENT, SectionKind.STATEMENT),
        (_MOTION, SectionKind.MOTION),
    ):
        if pattern.search(telling):
            kind = told
            break
    heading = lines[appendix.start : appendix.heading_end]
    paragraphs = build_paragraphs(lines[appendix.heading_end : appendix.end], kind, vocabulary)
    title = " ".join(" ".join(line.text for line in heading).split())
    return Section(kind, title, paragraphs, tuple(line.place for line in heading))
