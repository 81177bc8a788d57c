"""The sentences that frame quotations, in Swedish."""

from beslutssok.domain import Coverage, DocumentKind, Outcome
from beslutssok.index.rows import StoredItem

OUTCOME_WORDS = {
    Outcome.APPROVED: "Beslutat",
    Outcome.PARTLY_APPROVED: "Bifallet delvis",
    Outcome.REJECTED: "Avslaget",
    Outcome.REFERRED_BACK: "Återremitterat",
    Outcome.REFERRED: "Remitterat",
    Outcome.TABLED: "Bordlagt",
    Outcome.NOTED: "Noterat",
    Outcome.ANSWERED: "Anses besvarat",
    Outcome.WITHDRAWN: "Utgår",
    Outcome.PROPOSED: "Endast förslag",
    Outcome.UNKNOWN: "Utgång ej angiven",
}


def count_of(number: int, one: str, many: str) -> str:
    """A number of things in words.

    >>> count_of(1, "ett ärende", "ärenden"), count_of(3, "ett ärende", "ärenden")
    ('ett ärende', '3 ärenden')
    """
    return one if number == 1 else f"{number} {many}"


def item_place(item: StoredItem) -> str:
    """Body, date and number of an item, as in a citation."""
    day = item.date.isoformat() if item.date else "odaterat"
    if item.document_kind is DocumentKind.OTHER:
        return f"{item.file}, avsnitt {item.number}"
    sign = "ärende" if item.document_kind is DocumentKind.AGENDA else "§"
    return f"{item.organ} {day} {sign} {item.number}"


def item_sentence(item: StoredItem, minutes_there: bool = True) -> str:
    """What became of an item, where and when, with its title and case number.

    ``minutes_there`` says, for an item of an agenda, whether the minutes of that meeting are
    among the documents.
    """
    case = f" ({item.case_number})" if item.case_number else ""
    word = OUTCOME_WORDS[item.outcome]
    if item.document_kind is DocumentKind.AGENDA:
        only = "Endast förslag, ur kallelsen."
        if not minutes_there:
            only = "Endast förslag; något protokoll med beslut finns inte bland handlingarna."
        return f"{only} {item_place(item)}: {item.title}{case}."
    if item.document_kind is DocumentKind.OTHER:
        return f"Ur en handling, inget beslut. {item_place(item)}: {item.title}{case}."
    if item.outcome is Outcome.PROPOSED:
        return f"Endast förslag till ett annat organ. {item_place(item)}: {item.title}{case}."
    return f"{word}. {item_place(item)}: {item.title}{case}."


def step_sentence(item: StoredItem) -> str:
    """One step of a case in a few words."""
    word = OUTCOME_WORDS[item.outcome].lower()
    return f"{item_place(item)}, {word} ({item.title})."


def describe_coverage(coverage: Coverage) -> str:
    """What was looked through.

    ``Genomsökt: 12 handlingar från 3 organ, 2023-01-26 till 2023-12-07.``
    """
    if not coverage.documents:
        return "Inga handlingar är inlästa."
    organ = count_of(len(coverage.bodies), "ett organ", "organ")
    span = ""
    if coverage.date_from and coverage.date_to:
        span = f", {coverage.date_from} till {coverage.date_to}"
    documents = count_of(coverage.documents, "en handling", "handlingar")
    unread = f" {coverage.unreadable} kunde inte läsas." if coverage.unreadable else ""
    return f"Genomsökt: {documents} från {organ}{span}.{unread}"


def missing_sentence(missing: tuple[str, ...]) -> str:
    """That words of a question are in no document.

    >>> missing_sentence(("kärnkraft",))
    'Ordet «kärnkraft» finns inte i handlingarna.'
    """
    words = ", ".join(f"«{word}»" for word in missing[:4])
    return f"{'Ordet' if len(missing) == 1 else 'Orden'} {words} finns inte i handlingarna."


def doubt_sentence(missing: tuple[str, ...]) -> str:
    """That an answer may be to another question, because words of it are in no document."""
    return f"{missing_sentence(missing)} Närmast ligger detta:"
