"""What was not understood for certain, as sentences for staff that say where to look."""

from beslutssok.domain import DocumentKind, Item, Meeting


def meeting_doubts(meeting: Meeting) -> tuple[str, ...]:
    """Give the doubts about a meeting, and those about its items with the item in front."""
    about_items = (
        f"{item_name(meeting, item)} (s. {item.pages[0]}): {doubt}"
        for item in meeting.items
        for doubt in item.doubts
    )
    return (*meeting.doubts, *about_items)


def meeting_name(meeting: Meeting) -> str:
    """Give what a part of a file is called: body and date, or else its title, and its pages.

    >>> from datetime import date
    >>> day = date(2025, 2, 11)
    >>> meeting_name(Meeting(DocumentKind.MINUTES, "", "Nämnden", day, "", (), pages=(1, 9)))
    'Nämnden 2025-02-11 (s. 1–9)'
    """
    day = meeting.date.isoformat() if meeting.date else ""
    name = f"{meeting.organ} {day}".strip()
    if meeting.document_kind is DocumentKind.OTHER or not meeting.organ:
        name = meeting.title or name or meeting.document_kind.value
    first, last = meeting.pages
    return f"{name} (s. {first})" if first == last else f"{name} (s. {first}–{last})"


def item_name(meeting: Meeting, item: Item) -> str:
    """Give the number of an item with the sign it has in such a document.

    >>> day = None
    >>> minutes = Meeting(DocumentKind.MINUTES, "", "Nämnden", day, "", ())
    >>> item_name(minutes, Item("208", "Ny simhall", (), (1, 1)))
    '§ 208'
    """
    if meeting.document_kind.records_decisions:
        return f"§ {item.number}"
    sign = "Ärende" if meeting.document_kind is DocumentKind.AGENDA else "Avsnitt"
    return f"{sign} {item.number}"
