"""Which meeting a document is about: its kind, its body, its organisation, its date."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path, PurePath

from beslutssok.domain import DocumentKind, SourceDocument
from beslutssok.parse.dates import find_dates
from beslutssok.parse.file_names import named_days
from beslutssok.parse.front_pages import kind_of_cell
from beslutssok.parse.organs import (
    ABBREVIATIONS,
    can_have,
    find_huvudman,
    find_organ,
    is_organ,
    organ_of_abbreviation,
)

FIRST_LINES = 40
TITLE_LINES = 12
HEAD_LINES = 6
OPENING_LINES = 15
# Six digits that would be of a later year are no date of a meeting.
LAST_YEAR = 2049
# What stands on fewer pages is the head of something bound in.
HEAD_SHARE = 0.3
_KINDS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (
        DocumentKind.EXTRACT,
        re.compile(
            r"\bprotokollsutdrag\b(?!\s+(?:skickas|delges|sänds|expedieras|till))"
            r"|\butdrag ur protokoll",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.AGENDA,
        re.compile(r"\bkallelse\b|\bföredragningslista\b|\bdagordning\b|\bärendelista\b", re.I),
    ),
    (DocumentKind.MINUTES, re.compile(r"protokoll\b", re.IGNORECASE)),
)
_DATE_LABEL = re.compile(
    r"(?:sammanträdes|mötes|möte|samman)(?:datum|dag)|plats och tid|tid:", re.I
)

# ``221117``, ``2022 11 17``, ``17/11 2022``, ``17 nov. 2022``; a time of day may follow.
_FREE_DATE = re.compile(
    r"(?<!\S)(?:\d{6}|\d{8}|\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{2}-\d{2}-\d{2}"
    r"|\d{1,2}[-./]\d{1,2}[-./ ]\s?\d{4}|\d{1,2}(?::?e)?\s[a-z]{3,9}\.?\s\d{4})"
    r"(?=,?\s*(?:(?:kl|klockan)\b.*)?$)",
    re.IGNORECASE,
)
_GENITIVE = re.compile(
    r"s(?=\s+(?:protokoll|sammanträde|möte|kallelse|föredragningslista|ärendelista)\w*)", re.I
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document says, or its name and folder suggest, about the meeting it belongs to."""

    document_kind: DocumentKind
    huvudman: str
    organ: str
    date: date | None
    doubts: tuple[str, ...]


def read_identity(source: SourceDocument, relative_path: Path, default_huvudman: str) -> Identity:
    """Read kind, organisation, body and date.

    Running heads count most, then the first page, then the title in the file's metadata, then
    its name. The organisation is read from the document, else from the folder right under the
    folder that is ingested, else from the setting.
    """
    heads = _heads(source)
    first = [line.text for line in source.pages[0].lines[:FIRST_LINES]] if source.pages else []
    name = relative_path.stem.replace("_", " ").replace("-", " ")
    kind = _kind(heads, first, source.title, name)
    organ = _organ(kind, heads, first, source.title, relative_path)
    day, doubts = _date(heads, first, source.title, relative_path)
    return Identity(
        document_kind=kind,
        huvudman=_huvudman(heads, source, organ, relative_path, default_huvudman),
        organ=organ,
        date=day,
        doubts=doubts,
    )


def _heads(source: SourceDocument) -> list[str]:
    """Running heads and feet: those of the first page first, then those that many pages have."""
    pages = Counter(text for page in source.pages for text in {f.text for f in page.furniture})
    first = [line.text for page in source.pages[:1] for line in page.furniture]
    many = [text for text, count in pages.items() if count >= HEAD_SHARE * len(source.pages)]
    return list(dict.fromkeys([*first, *many]))


def _kind(heads: Sequence[str], first: Sequence[str], title: str, name: str) -> DocumentKind:
    headings = [text for text in first[:TITLE_LINES] if len(text) < 80]
    cells = [cell for text in (*heads, *headings) for cell in text.split("\t")]
    named = {kind_of_cell(cell) for cell in cells}
    is_listed = DocumentKind.AGENDA in named and DocumentKind.EXTRACT not in named
    if is_listed and _told_alone(heads, headings) is DocumentKind.MINUTES:
        return DocumentKind.MINUTES
    for kind, _ in _KINDS:
        if kind in named:
            return kind
    # A report about minutes names them in its first lines, so its own word comes before theirs.
    told = _told(heads) or (DocumentKind.OTHER if DocumentKind.OTHER in named else None)
    return told or _told(headings) or _told([title]) or _told([name]) or DocumentKind.OTHER


def _told_alone(heads: Sequence[str], headings: Sequence[str]) -> DocumentKind | None:
    """The kind that the running heads tell, or else what stands above a list of the matters."""

    def is_title(text: str) -> bool:
        return all(kind_of_cell(cell) is not DocumentKind.AGENDA for cell in text.split("\t"))

    return _told(heads) or _told(list(takewhile(is_title, headings)))


def _told(texts: Sequence[str]) -> DocumentKind | None:
    for kind, pattern in _KINDS:
        if any(pattern.search(text) for text in texts):
            return kind
    return None


def _organ(
    kind: DocumentKind, heads: Sequence[str], first: Sequence[str], title: str, path: PurePath
) -> str:
    # A report mentions many bodies; whose it is stands on a line of its own, or nowhere.
    alone = [*heads, *first[:TITLE_LINES]] if kind is DocumentKind.OTHER else heads
    for cell in (cell.strip() for text in alone for cell in text.split("\t")):
        if is_organ(cell):
            return find_organ(cell) or cell
    if kind is not DocumentKind.OTHER:
        for text in [*heads, *first[:TITLE_LINES], title, *first]:
            organ = find_organ(_GENITIVE.sub("", text))
            if organ:
                return organ
    for word in re.split(r"[\W_]+", path.stem):
        if word.upper() in ABBREVIATIONS:
            return organ_of_abbreviation(word) or ""
    return find_organ(_unslug(path.stem)) or ""


def _unslug(stem: str) -> str:
    text = stem.replace("_", " ").replace("-", " ")
    for plain, swedish in (("namnden", "nämnden"), ("fullmaktige", "fullmäktige")):
        text = text.replace(plain, swedish)
    return text


def _date(
    heads: Sequence[str], first: Sequence[str], title: str, path: PurePath
) -> tuple[date | None, tuple[str, ...]]:
    named = named_days(path.stem)
    opening = [*heads, *first[:OPENING_LINES]]
    stated = _labelled_date([*heads, *first]) or _first_date(opening)
    dated = next((day.date for day in named if day.date), None)
    stated = stated or _freely_dated(opening, bare=dated is None)
    found = stated or _first_date([title]) or dated or _first_date(first)
    doubts: tuple[str, ...] = ()
    if stated and named and not any(day.is_on(stated) for day in named):
        doubts = (f"Filnamnet säger {named[0]}, handlingen {stated}; handlingens datum gäller.",)
    return found, doubts


def _labelled_date(texts: Sequence[str]) -> date | None:
    for position, text in enumerate(texts):
        if _DATE_LABEL.search(text):
            found = find_dates(" ".join(texts[position : position + 3]))
            if found:
                return found[0]
    return None


def _freely_dated(texts: Sequence[str], *, bare: bool) -> date | None:
    """The date of a cell that is nothing but one, in whatever form, or with what it is of.

    Six digits alone may be any number, and count only if ``bare``.
    """
    for cell in (cell.strip() for text in texts for cell in text.split("\t")):
        days = _FREE_DATE.search(cell)
        if days is None:
            continue
        before = cell[: days.start()].strip(" ,:–-")
        if before and not (_DATE_LABEL.search(before) or kind_of_cell(before) or is_organ(before)):
            continue
        if not (before or bare) and days[0].isdecimal():
            continue
        for day in named_days(days[0]):
            if day.date and day.date.year <= LAST_YEAR:
                return day.date
    return None


def _first_date(texts: Sequence[str]) -> date | None:
    for text in texts:
        found = find_dates(text)
        if found:
            return found[0]
    return None


def stated_huvudman(source: SourceDocument, organ: str, expected: str) -> str:
    """The organisation that a document names on its first page, empty where it names none.

    The one that is expected is taken wherever it stands on the page, another one only from the
    head of the page.
    """
    pages = [page for page in source.pages if page.lines or page.furniture][:1]
    head = [line.text for page in pages for line in (*page.furniture, *page.lines[:HEAD_LINES])]
    text = [line.text for page in pages for line in page.lines]
    if expected in dict(find_huvudman("\n".join((*head, *text)), organ)):
        return expected
    named = find_huvudman("\n".join(head), organ)
    return named[0][0] if named else ""


def _huvudman(
    heads: Sequence[str], source: SourceDocument, organ: str, path: Path, default: str
) -> str:
    folder = path.parts[0] if len(path.parts) > 1 else ""
    first_page = [line.text for line in source.pages[0].lines] if source.pages else []
    for texts in (heads, [source.title], first_page):
        named = find_huvudman("\n".join(texts), organ)
        if named and (texts is not first_page or named[0][1] >= 2 or not folder):
            return named[0][0]
    text = "\n".join(line.text for page in source.pages for line in page.lines)
    named = find_huvudman(text, organ)
    for name, _ in named:
        if _bare(name) == _bare(folder):
            return name
    if named and not _NAMES_HUVUDMAN.search(folder):
        total = sum(count for _, count in named)
        if named[0][1] * 2 > total or not folder:
            return named[0][0]
    name = _folder_name(folder)
    return name if name and can_have(name, organ) else default or name


_NAMES_HUVUDMAN = re.compile(r"region|kommun|stad|landsting", re.IGNORECASE)


def _bare(name: str) -> str:
    """Letters only, without accents, so that a name meets its folder's."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z]", "", folded.encode("ascii", "ignore").decode())


def _folder_name(folder: str) -> str:
    words = re.split(r"[-_\s]+", unicodedata.normalize("NFC", folder))
    lower = {"kommun", "stad", "och"}
    spelled = [word if word in lower else word[:1].upper() + word[1:] for word in words]
    return " ".join(spelled)
