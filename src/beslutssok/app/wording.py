"""The words for what the domain knows, in Swedish, for the command line and the page.

They stand here and not in ``page``, because whoever imports ``page`` waits for Gradio.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from beslutssok.domain import (
    Coverage,
    DocumentKind,
    Hit,
    IngestedDocument,
    Interpretation,
    MatterKind,
    Outcome,
    SectionKind,
)
from beslutssok.search import sentences
from beslutssok.search.expansion import Correction

SECTION_WORDS = {
    SectionKind.SUMMARY: "Sammanfattning",
    SectionKind.BACKGROUND: "Bakgrund",
    SectionKind.PROPOSAL: "Förslag",
    SectionKind.MOTION: "Yrkande",
    SectionKind.PROCEDURE: "Beslutsgång",
    SectionKind.VOTE: "Omröstning",
    SectionKind.DECISION: "Beslut",
    SectionKind.RESERVATION: "Reservation",
    SectionKind.STATEMENT: "Protokollsanteckning",
    SectionKind.DISQUALIFICATION: "Jäv",
    SectionKind.EARLIER: "Tidigare behandling",
    SectionKind.DOCUMENTS: "Beslutsunderlag",
    SectionKind.RECIPIENTS: "Expedieras till",
    SectionKind.OTHER: "Övrigt",
}
AGENDA_DECISION = "Förslag till beslut"
OUTCOME_WORDS = sentences.OUTCOME_WORDS | {
    Outcome.PARTLY_APPROVED: "Delvis bifallet",
    Outcome.ANSWERED: "Besvarat",
    Outcome.WITHDRAWN: "Utgick",
    Outcome.UNKNOWN: "",
}
KIND_WORDS = {
    DocumentKind.MINUTES: "Protokoll",
    DocumentKind.EXTRACT: "Protokollsutdrag",
    DocumentKind.AGENDA: "Kallelse",
    DocumentKind.OTHER: "Annan handling",
}
MATTER_WORDS = {
    MatterKind.MOTION: "Motioner",
    MatterKind.QUESTION: "Interpellationer och frågor",
    MatterKind.INITIATIVE: "Medborgarförslag och initiativ",
    MatterKind.ELECTION: "Val och avsägelser",
    MatterKind.FINANCE: "Budget och uppföljning",
    MatterKind.AUDIT: "Revision",
    MatterKind.RULES: "Styrdokument och taxor",
    MatterKind.LAND: "Plan- och markärenden",
    MatterKind.CONTRACT: "Upphandling och avtal",
    MatterKind.OPINION: "Yttranden och remissvar",
    MatterKind.NOTICE: "Anmälningar och delegering",
    MatterKind.INFORMATION: "Information och redovisning",
    MatterKind.ROUTINE: "Mötesformalia",
    MatterKind.OTHER: "Övrigt",
}
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
DOCUMENT = ("handling", "handlingar")
ITEM = ("ärende", "ärenden")
PASSAGE = ("stycke", "stycken")
HIT = ("träff", "träffar")
STEP = ("steg", "steg")
PLACE = ("ställe", "ställen")
UNDATED = "odaterad"
UNTITLED = "Utan rubrik"
RECOGNISED = "Texten är maskinläst (OCR) och kan ha fel"
DOUBT = ("tveksamhet", "tveksamheter")
PAGE = ("sida", "sidor")
PARAGRAPH = ("stycke", "stycken")
POINT = ("punkt", "punkter")


def count_of(count: int, forms: tuple[str, str]) -> str:
    """Say how many, with the word in singular or plural and a space in thousands.

    >>> count_of(1, HIT), count_of(2, HIT)
    ('1 träff', '2 träffar')
    """
    number = f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")
    return f"{number} {forms[0] if count == 1 else forms[1]}"


def day_in_words(day: date | None) -> str:
    """Write out a date.

    >>> day_in_words(date(2024, 12, 10))
    '10 december 2024'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else UNDATED


def section_word(hit: Hit) -> str:
    """Say what the paragraph is; what an agenda calls a decision is but a proposal."""
    if hit.section is SectionKind.DECISION and hit.document_kind is DocumentKind.AGENDA:
        return AGENDA_DECISION
    return SECTION_WORDS[hit.section]


def item_outcome(hit: Hit) -> str:
    """Say what became of the item a paragraph stands in, where it is known and adds something."""
    word = OUTCOME_WORDS[hit.outcome]
    if not word or hit.document_kind is DocumentKind.AGENDA or hit.outcome is Outcome.PROPOSED:
        return ""
    if hit.section is SectionKind.DECISION and hit.outcome is Outcome.APPROVED:
        return ""
    return f"Ärendets utgång: {word}"


def say_relaxed(parts: Iterable[Interpretation]) -> str:
    """Say what a question named that left nothing, and was let go; empty if all was used."""
    labels = " och ".join(f"”{part.label}”" for part in parts)
    return f"Inget fanns för {labels}; sökte utan." if labels else ""


def say_corrections(corrected: Iterable[Correction]) -> str:
    """Say which words were searched for in place of those that no document has; empty if none."""
    return " ".join(
        f"Visar även träffar för ”{word.meant}”; ”{word.typed}” finns inte i handlingarna."
        for word in corrected
    )


def say_hits(hits: Sequence[Hit]) -> str:
    """Say how many hits there are, and of how many items where some have several."""
    count = count_of(len(hits), HIT)
    items = {hit.item_id or hit.id for hit in hits}
    return count if len(items) == len(hits) else f"{count} i {count_of(len(items), ITEM)}"


def say_coverage(coverage: Coverage) -> str:
    """Say in one sentence how much is indexed, of which bodies and from what period."""
    if not coverage.documents:
        return "Inga handlingar är inlästa."
    held = f"{count_of(coverage.documents, DOCUMENT)} med {count_of(coverage.items, ITEM)}"
    bodies = f" från {count_of(len(coverage.bodies), ('organ', 'organ'))}" * bool(coverage.bodies)
    period = ""
    if coverage.date_from and coverage.date_to:
        first, last = day_in_words(coverage.date_from), day_in_words(coverage.date_to)
        period = f", {first}" if first == last else f", {first} – {last}"
    unread = ""
    if coverage.unreadable:
        unread = f" {count_of(coverage.unreadable, DOCUMENT)} kunde inte läsas."
    return f"{held}{bodies}{period}.{unread}"


def say_trouble(document: IngestedDocument) -> str:
    """Say why a file was not read, or what became of it, and what to do about it."""
    said = (text.strip().rstrip(".") for text in (document.reason, document.remedy))
    return " ".join(f"{text[0].upper()}{text[1:]}." for text in said if text)


def say_months(first: str, last: str, months: Sequence[str] = MONTHS) -> str:
    """Say a period from the first to the last month; ``months`` are the names of the twelve.

    >>> say_months("2024-01", "2024-12"), say_months("2024-04", "2024-06")
    ('2024', 'april–juni 2024')
    """
    (year, begin), (last_year, end) = first.split("-"), last.split("-")
    if (year, begin, end) == (last_year, "01", "12"):
        return year
    until = f"{months[int(end) - 1]} {last_year}"
    if first == last:
        return until
    since = months[int(begin) - 1]
    return f"{since}–{until}" if year == last_year else f"{since} {year}–{until}"
