"""The words that stand on the first page of a document, and tell what kind it is of."""

import re
from collections.abc import Iterable, Iterator

from beslutssok.domain import DocumentKind, Line, Page
from beslutssok.parse.typography import is_contents_entry

TOP_LINES = 12
LETTERHEAD_LINES = 20
# Labels of a letterhead: one may stand in any text.
MIN_LABELS = 2
MAX_LABEL = 60
# Labels of the attendance page that opens minutes.
MIN_ATTENDANCE = 2

_MINUTES = (
    r"(?:(?:sammanträdes|mötes|nämnd|styrelse)?protokoll"
    r"|protokoll\s(?:från|fört\svid|över)\s.*(?:sammanträde|möte)\b.*)"
)
_EXTRACT = r"(?:(?:sammanträdes)?protokolls?utdrag|(?:protokolls)?utdrag\sur\s(?:\w*protokoll)?.*)"
_AGENDA = (
    r"(?:(?:kallelse|föredragningslista|dagordning|ärendelista)"
    r"(?:\s?(?:/|och|till|med|inför)\s?.*)?)"
)
_OTHER = (
    r"(?:tjänste(?:skrivelse|utlåtande|yttrande|anteckning)|tjänstemannaförslag"
    r"|(?:remiss)?yttrande|remiss(?:svar|missiv)?|motion(?:ssvar)?|interpellation|enkel\sfråga"
    r"|medborgarförslag|e-förslag|missiv|skrivelse|promemoria|pm|rapport(?:sammandrag)?"
    r"|\w*(?:rapport|redovisning|redogörelse|beskrivning|berättelse)|policy|riktlinje[r]?"
    r"|reglemente|\w*utredning|arbetsordning|\w*plan|\w*program|\w*avtal|överenskommelse"
    r"|bolagsordning|ägardirektiv|delegations(?:beslut|ordning)|ordförandebeslut"
    r"|ordförandeskrivelse|ordförandeförslag|minnesanteckningar|mötesanteckningar"
    r"|\w*analys|\w*bedömning|karta|\w*karta|bilaga|initiativärende|skriftligt\ssvar"
    r"|tilläggsyrkande|ändringsyrkande|ledamotsinitiativ|följebrev|yrkande(?=\s)"
    r"|uppdragsbeskrivning|konsekvens\w+|inbjudan|underrättelse|föreläggande|dom|beslut\sfrån\s.*"
    r"|verifikat|handling(?:\s\d{4})?\s(?:nr|nummer)\s\d+)"
)
# What may follow the word for the kind in its own cell: a number, a date, a page number.
_AFTER = r"(?:\s(?:nr|nummer|ärende|dnr|[\d(]).{0,30}|\s?[:–-]?\s?\d{4}-\d{2}-\d{2})?"
_KINDS = tuple(
    (kind, re.compile(rf"{words}{_AFTER}", re.IGNORECASE))
    for kind, words in (
        (DocumentKind.EXTRACT, _EXTRACT),
        (DocumentKind.MINUTES, _MINUTES),
        (DocumentKind.AGENDA, _AGENDA),
        (DocumentKind.OTHER, _OTHER),
    )
)
_APPENDIX = re.compile(r"bilaga\s+(?:\d{1,3}|[A-Z])(?!\w).{0,80}", re.IGNORECASE)
_RECIPIENTS = re.compile(r"\b(?:skickas|delges|sänds|expedieras|översänds)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:dnr|diarienummer|diarienr|ärendenummer|ärendenr|handläggare|utfärdat|datum|vår\sreferens"
    r"|er\sreferens|vår\sbeteckning|er\sbeteckning|mottagare|till|telefon|e-?post|ert\sdatum"
    r"|dokumentdatum|upprättad(?:\sav)?|författare|version|förvaltning|beslutsinstans"
    r"|ansvarig|avdelning|skapat|referens)\b",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(
    r"(?:plats(?:\soch\stid)?|tid(?:\soch\splats)?|beslutande|närvarande|ordförande|ledamöter"
    r"|tjänstgörande\sersättare|övriga\s(?:närvarande|deltagare)|justeringens\splats\soch\stid"
    r"|justerare|utses?\satt\sjustera|sekreterare|paragrafer|ersättare|anslag(?:/bevis)?"
    r"|underskrifter)\b[:\s]?",
    re.IGNORECASE,
)
_RECORDS = re.compile(
    r"omröstning|votering|närvaro|uppropslista|röstlista|reservation|protokollsanteckning"
    r"|särskilt yttrande|\bjäv\b",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"röstlista|\b(?:omröstnings|voterings|närvaro|upprops)\w*|antal ja\b"
    r"|\banslag(?:s?bevis|\s?/\s?bevis)|\bbevis\b.{0,40}\banslag|tillkännagivande av|underskrifter",
    re.IGNORECASE,
)
_NAMES_ITEM = re.compile(r"§\s?\d|\bparagraf\s\d", re.IGNORECASE)


def kind_of_cell(cell: str) -> DocumentKind | None:
    """The kind that a cell names, if it is nothing but the name of a kind.

    >>> kind_of_cell("SAMMANTRÄDESPROTOKOLL").value, kind_of_cell("Tjänsteskrivelse").value
    ('protokoll', 'handling')
    >>> kind_of_cell("Protokollsutdrag skickas till")
    """
    cell = " ".join(cell.split()).strip(" :.")
    if not cell or len(cell) > MAX_LABEL or _RECIPIENTS.search(cell) or is_contents_entry(cell):
        return None
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(cell)), None)


def cells_of(lines: Iterable[Line]) -> Iterator[str]:
    """The cells of lines, in their order."""
    for line in lines:
        yield from (cell.strip() for cell in line.text.split("\t") if cell.strip())


def top_lines(page: Page, count: int = TOP_LINES) -> list[Line]:
    """The uppermost lines of a page's text, from above."""
    return sorted(page.lines, key=lambda line: line.place.top)[:count]


def named_kinds(page: Page) -> tuple[DocumentKind, ...]:
    """The kinds that the head of a page and its first lines name, in their order."""
    cells = [*cells_of(page.furniture), *cells_of(top_lines(page))]
    return tuple(kind for cell in cells if (kind := kind_of_cell(cell)) is not None)


def has_letterhead(page: Page) -> bool:
    """Whether a page begins as letters and reports to a board do: who, when, which case."""
    cells = [*cells_of(page.furniture), *cells_of(top_lines(page, LETTERHEAD_LINES))]
    labels = {match[0].casefold() for cell in cells if (match := _LABEL.match(cell))}
    return len(labels) >= MIN_LABELS


def is_label(text: str) -> bool:
    """Whether a text begins with a label of a letterhead, such as ``Handläggare``."""
    return bool(_LABEL.match(text))


def opens_minutes(page: Page) -> bool:
    """Whether a page tells who was there, where and when."""
    labels = {match[0].casefold() for c in cells_of(page.lines) if (match := _ATTENDANCE.match(c))}
    where = any(label.startswith(("plats", "tid")) for label in labels)
    return where and len(labels) > MIN_ATTENDANCE


def begins_appendix(page: Page) -> bool:
    """Whether a page is headed ``Bilaga 3``."""
    cells = [*cells_of(page.furniture), *cells_of(top_lines(page, 3))]
    return any(_APPENDIX.fullmatch(cell) for cell in cells)


def belongs_to_minutes(page: Page) -> bool:
    """Whether what begins on a page records something of the minutes before it.

    Roll-calls, lists of attendance and the proof of posting do, and so do reservations and other
    appendices that name the § they belong to.
    """
    text = "\n".join(cells_of(top_lines(page, 6)))
    if _LISTS.search(text):
        return True
    return bool(_NAMES_ITEM.search(text)) and (begins_appendix(page) or bool(_RECORDS.search(text)))
