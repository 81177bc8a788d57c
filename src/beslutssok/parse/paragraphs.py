"""Paragraphs, list entries and numbered points from the lines of a section."""

import re
from collections.abc import Sequence
from dataclasses import replace

from beslutssok.domain import Line, Paragraph, ParagraphStyle, SectionKind
from beslutssok.parse.joining import join_lines
from beslutssok.parse.typography import BLANK_LINE, UNKNOWN_GAP, is_contents_entry

FULL_LINE = 0.82
MAX_SUBHEADING = 70
MAX_LIST_HEADING = 180
SUBHEADED_LINE = 0.6
# A line that stands this far to the right, in points, is in another column.
INDENTED = 5.0
# Larger numbers that begin a line are years and sums.
MOST_POINTS = 60

_BULLET = re.compile(r"(?:[•▪■◦*]|[-–—](?=\s)|o(?=\s[A-ZÅÄÖ]))\s*")
_POINT = re.compile(r"(?P<point>\d{1,2})[.)](?:\s+|$)(?!\d{4}\b)")
_LETTER = re.compile(r"(?P<point>[a-h])\)\s+")
_MARK = re.compile(r"\s*(?:[•▪■◦*–—-]|\d{1,2}[.)]|[a-h]\))\s*")
_RULE = re.compile(r"[-–—_=.\s]{5,}$")
_ENDED = re.compile(r"[.:;!?][\"”’')]*$|[\"”]$")
_MOVES = re.compile(r"[A-ZÅÄÖ][^.]{3,120}?\([A-ZÅÄÖ]{1,4}\)[^.]{0,200}?\byrka[rt]\b")
# What leads in to a list says that something is decided, by whom or how.
_LEADS_IN = re.compile(
    r"\b(?:beslut\w*|föresl\w+|hemställ\w+|utse\w*|välj\w*|väljs|ska|skall|får|ge[rs]?|är|har|att|följande"
    r"|nedan\w*|^enligt|uppdra\w*|godkän\w+|anta[rs]?|fastställ(?:er|s|a)|bevilja\w*)\b",
    re.IGNORECASE,
)
# What a list of clauses, each beginning with «att» on a line of its own, goes on from.
_BEFORE_CLAUSE = re.compile(r"(?:[.,;:]|\boch|\bsamt|\batt|beslutar?)$")
# How entries of a list of documents begin.
_DOCUMENT = re.compile(
    r"(?:Bilaga|Tjänste\w+|Yttrande|Protokoll(?:sutdrag)?|Skrivelse|Motion|Remissvar|Rapport|Utdrag"
    r"|Medborgarförslag|Karta|Ansökan|Förslag)\b|§\s?\d"
)
_DATED = re.compile(r"(?:\d{4}-\d{2}-\d{2}|\bdatera\w+ .*\d{4}|§\s?\d{1,3})\s*$")
_NAMES_ITEM = re.compile(r"§\s?\d+\s+[A-ZÅÄÖ]")
_LISTS_ITEMS = frozenset({SectionKind.EARLIER, SectionKind.DOCUMENTS, SectionKind.OTHER})
_PROSE = frozenset({SectionKind.BACKGROUND, SectionKind.SUMMARY, SectionKind.OTHER})
_LISTS = frozenset({SectionKind.RECIPIENTS, SectionKind.DOCUMENTS})


def build_paragraphs(
    lines: Sequence[Line], kind: SectionKind, vocabulary: frozenset[str]
) -> tuple[Paragraph, ...]:
    """Join the lines of a section to paragraphs. Each line ends up in exactly one."""
    groups: list[list[Line]] = []
    points: list[str] = []
    widest = max((len(line.text) for line in lines), default=0)
    has_bullets = any(_BULLET.match(line.text) for line in lines)
    after_subheading = False
    for position, line in enumerate(lines):
        subheading = _looks_like_subheading(lines, position, kind, widest)
        if (
            groups
            and not subheading
            and not after_subheading
            and not _begins(line, groups[-1], kind, points, widest, has_bullets)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
        after_subheading = subheading
        match = _point(line.text)
        if match and groups[-1][0] is line:
            points.append(match["point"])
    return tuple(
        replace(
            _paragraph(group, groups[i + 1] if i + 1 < len(groups) else None, kind, vocabulary),
            ocr=any(line.ocr for line in group),
        )
        for i, group in enumerate(groups)
    )


def _begins(
    line: Line,
    group: list[Line],
    kind: SectionKind,
    points: list[str],
    widest: int,
    has_bullets: bool,
) -> bool:
    text, before = line.text, group[-1]
    ended = bool(_ENDED.search(before.text.rstrip()))
    full = _is_full(before, line, widest)
    known_gap = line.gap < UNKNOWN_GAP
    if _RULE.fullmatch(text) or _RULE.fullmatch(before.text):
        return True
    if _BULLET.match(text) or (_is_row(line) and _is_row(before)):
        return True
    if is_contents_entry(before.text) and before.text[-1:].isdigit():
        return True
    if _opens_point(line, points, ended, full):
        return True
    if _is_row(line) and before.place.left > line.place.left + INDENTED:
        return True
    if kind in _LISTS_ITEMS and _NAMES_ITEM.match(text) and not full:
        return True
    in_bullet = bool(_BULLET.match(group[0].text))
    if in_bullet and _continues_bullet(line, before, kind, full, ended):
        return False
    if line.bold != before.bold and (known_gap or (line.bold and line.size > before.size)):
        return True
    if known_gap and line.gap > BLANK_LINE:
        return True
    if not known_gap:
        return not text[:1].islower() and (ended or kind in _LISTS)
    if kind is SectionKind.DOCUMENTS and (
        _DOCUMENT.match(text) or (_DATED.search(before.text) and text[:1].isupper())
    ):
        return True
    if kind in _LISTS and not (has_bullets and in_bullet):
        return not (text[:1].islower() or before.text.rstrip()[-1:] in "-,") and not (
            kind is SectionKind.DOCUMENTS and full and not ended
        )
    if text.startswith("att ") and (not full or group[0].text.startswith("att ")):
        return bool(_BEFORE_CLAUSE.search(before.text))
    if ended and _MOVES.match(text):
        return True
    return ended and not full and not text[:1].islower() and not before.text.endswith(",")


def _is_row(line: Line) -> bool:
    """Whether a line is a row of a table: cells, but not just a number or bullet and its text."""
    return "\t" in _MARK.sub("", line.text, count=1)


def _is_full(before: Line, line: Line, widest: int) -> bool:
    """Whether a line broke because its text went on: the next word had no room on it."""
    length = len(before.text)
    first_word = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
    return length >= FULL_LINE * widest or length + 1 + len(first_word) > widest


def _point(text: str) -> re.Match[str] | None:
    return _POINT.match(text) or _LETTER.match(text)


def _opens_point(line: Line, points: list[str], ended: bool, full: bool) -> bool:
    match = _point(line.text)
    if match is None:
        return False
    point, last = match["point"], points[-1] if points else ""
    if point.isalpha():
        follows = bool(last) and last.isalpha() and ord(point) == ord(last) + 1
        return follows or ended or line.gap > BLANK_LINE or not full
    follows = last.isdecimal() and int(point) == int(last) + 1
    return point == "1" or follows or (line.gap > BLANK_LINE and int(point) <= MOST_POINTS)


def _continues_bullet(line: Line, before: Line, kind: SectionKind, full: bool, ended: bool) -> bool:
    text = line.text
    if text[:1].islower() or text[:1].isdigit() or text[:1] == "(":
        return not (ended and line.gap > BLANK_LINE and not text[:1].islower()) or (
            kind is SectionKind.DOCUMENTS
        )
    if before.text.rstrip().endswith("-"):
        return True
    if kind is SectionKind.DOCUMENTS:
        return not ended
    return line.gap <= BLANK_LINE and (full or not ended) and not line.bold


def _paragraph(
    group: list[Line],
    following: list[Line] | None,
    kind: SectionKind,
    vocabulary: frozenset[str],
) -> Paragraph:
    text = join_lines([line.text.replace("\t", " ") for line in group], vocabulary)
    places = tuple(line.place for line in group)
    point = _point(text)
    if point and len(text) > point.end():
        return Paragraph(text, places, ParagraphStyle.POINT, point["point"])
    if _BULLET.match(text):
        return Paragraph(text, places, ParagraphStyle.BULLET)
    if any("\t" in line.text for line in group):
        return Paragraph(text, places, ParagraphStyle.ROW)
    if _is_subheading(group, following, kind):
        return Paragraph(text, places, ParagraphStyle.HEADING)
    return Paragraph(text, places)


def _looks_like_subheading(
    lines: Sequence[Line], position: int, kind: SectionKind, widest: int
) -> bool:
    """Whether a line is a lesser heading: short, after a blank line, text close below it."""
    line = lines[position]
    if kind not in _PROSE or position + 1 >= len(lines) or len(line.text) > MAX_SUBHEADING:
        return False
    following = lines[position + 1]
    return (
        (line.gap > BLANK_LINE or position == 0)
        and line.text[:1].isupper()
        and not _ENDED.search(line.text)
        and len(line.text) < FULL_LINE * widest
        and not _POINT.match(line.text)
        and following.gap <= BLANK_LINE
        and following.text[:1].isupper()
        and len(following.text) > len(line.text)
        and len(following.text) > SUBHEADED_LINE * widest
    )


def _heads_list(text: str, first: Line, following: Line) -> bool:
    """Whether words without a verb stand above a list of what is decided: ``Lånetak``."""
    return (
        first.gap > BLANK_LINE
        and len(text) <= MAX_LIST_HEADING
        and text[:1].isupper()
        and not _ENDED.search(text)
        and not _LEADS_IN.search(text)
        and bool(_BULLET.match(following.text) or _POINT.match(following.text))
    )


def _is_subheading(group: list[Line], following: list[Line] | None, kind: SectionKind) -> bool:
    first = group[0]
    if following is None or kind in _LISTS or len(group) > 2:
        return False
    text = " ".join(line.text for line in group)
    if kind is SectionKind.DECISION and _heads_list(text, first, following[0]):
        return True
    if len(text) > MAX_SUBHEADING or _ENDED.search(text) or not text[:1].isupper():
        return False
    if kind in _PROSE and len(group) == 1 and first.gap > BLANK_LINE:
        close = following[0].gap <= BLANK_LINE and following[0].text[:1].isupper()
        if close and not _BULLET.match(following[0].text):
            return True
    return first.bold and not following[0].bold
