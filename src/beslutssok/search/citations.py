"""Citations: how a passage is named so that it can be found again."""

import re
from datetime import date

from beslutssok.domain import DocumentKind
from beslutssok.index.flat_row import FlatRow
from beslutssok.index.rows import StoredPassage

_CITATION = re.compile(
    r"(?P<organ>.+?)\s+(?P<date>\d{4}-\d{2}-\d{2})\s+(?P<sign>§|ärende)\s*(?P<number>\d+(?:\s?[a-z])?)"
    r"(?:\b.*)?$",
    re.IGNORECASE,
)


Citable = StoredPassage | FlatRow


def render_citation(passage: Citable) -> str:
    """Name body, date, § (or ärende), section, point and PDF page.

    ``Regionstyrelsen 2024-12-10 § 208, Beslut p. 1 (s. 2)``, in an agenda
    ``Regionstyrelsen 2025-12-09 ärende 7, Förslag till beslut p. 1 (s. 4, kallelse)``, elsewhere
    ``Skolutredning 2025, avsnitt 3 Elevprognos (s. 5, handling)``.
    """
    kind = passage.document_kind
    page = f"s. {passage.page}"
    if kind is DocumentKind.OTHER:
        return f"{item_citation(passage)} ({page}, {kind.value})"
    heading = passage.section_heading.strip(" :")
    heading = heading.capitalize() if heading.isupper() else heading
    if not passage.item_number:
        return f"{item_citation(passage)}, {heading} ({page})"
    point = f" p. {passage.point}" if passage.point else ""
    section = f", {heading}{point}" if heading else point
    suffix = "" if kind is DocumentKind.MINUTES else f", {kind.value}"
    return f"{item_citation(passage)}{section} ({page}{suffix})"


def item_citation(passage: Citable) -> str:
    """Name the item that a passage is of: body, date and number, or document and chapter."""
    if passage.document_kind is DocumentKind.OTHER:
        named = passage.document_title or passage.file
        return f"{named}, avsnitt {passage.item_number} {passage.item_title}".strip()
    day = passage.date.isoformat() if passage.date else "odaterat"
    meeting = f"{passage.organ} {day}".strip()
    if not passage.item_number:
        return meeting
    sign = "ärende" if passage.document_kind is DocumentKind.AGENDA else "§"
    return f"{meeting} {sign} {passage.item_number}"


def parse_citation(text: str) -> tuple[str, date, str, bool] | None:
    """Read a citation: body, date, number, and whether it is of an agenda; ``None`` if it is none.

    >>> parse_citation("Regionstyrelsen 2024-12-10 § 208, Beslut p. 1 (s. 2)")
    ('Regionstyrelsen', datetime.date(2024, 12, 10), '208', False)
    """
    match = _CITATION.match(text.strip())
    if match is None:
        return None
    try:
        day = date.fromisoformat(match["date"])
    except ValueError:
        return None
    return match["organ"], day, match["number"].strip(), match["sign"].lower() == "ärende"
