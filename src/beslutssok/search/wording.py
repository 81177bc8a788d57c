"""The sentences that frame quotations: where an item is, what became of it, what is missing."""

from datetime import date

from beslutssok.domain import Coverage, DocumentKind, Outcome, Saying
from beslutssok.index.rows import StoredItem
from beslutssok.search.sentences import Says, say


def count_of(number: int, one: str, many: str) -> str:
    """A number of things in words.

    >>> count_of(1, "ett ärende", "ärenden"), count_of(3, "ett ärende", "ärenden")
    ('ett ärende', '3 ärenden')
    """
    return one if number == 1 else f"{number} {many}"


def item_place(item: StoredItem) -> Saying:
    """Body, date and number of an item, as in a citation."""
    if item.document_kind is DocumentKind.OTHER:
        return say(Says.DOCUMENT_PLACE, file=item.file, number=item.number)
    return place_of(item.document_kind, item.organ, item.date, item.number)


def place_of(kind: DocumentKind, organ: str, day: date | int | None, number: str) -> Saying:
    """Body, date (or year) and number, or the meeting where there is no number."""
    when = day or say(Says.UNDATED)
    if not number:
        return say(Says.MEETING, organ=organ, day=when)
    place = Says.AGENDA_PLACE if kind is DocumentKind.AGENDA else Says.PLACE
    return say(place, organ=organ, day=when, number=number)


def item_sentence(item: StoredItem, minutes_there: bool = True) -> Saying:
    """What became of an item, where and when, with its title and case number.

    ``minutes_there`` says, for an item of an agenda, whether the minutes of that meeting are
    among the documents.
    """
    became: Outcome | Saying = item.outcome
    if item.document_kind is DocumentKind.AGENDA:
        became = say(Says.ONLY_CALLED if minutes_there else Says.NO_MINUTES)
    elif item.document_kind is DocumentKind.OTHER:
        became = say(Says.OF_A_DOCUMENT)
    elif item.outcome is Outcome.PROPOSED:
        became = say(Says.TO_ANOTHER)
    title = f"{item.title} ({item.case_number})" if item.case_number else item.title
    return say(Says.ITEM, became=became, place=item_place(item), title=title)


def step_sentence(item: StoredItem) -> Saying:
    """One step of a case in a few words."""
    return say(Says.STEP, place=item_place(item), outcome=item.outcome, title=item.title)


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


def missing_sentence(missing: tuple[str, ...]) -> Saying:
    """That words of a question are in no document.

    >>> missing_sentence(("kärnkraft",))
    'Ordet «kärnkraft» finns inte i handlingarna.'
    """
    return say(Says.WORD_MISSING if len(missing) == 1 else Says.WORDS_MISSING, words=missing[:4])
