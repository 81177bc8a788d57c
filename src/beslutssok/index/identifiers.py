"""Identifiers of items and passages: stable over re-ingestion, in lower-case ASCII.

``region-fjallbygden/regionstyrelsen/2024-12-10/208/beslut/1`` is point 1 of the decision in § 208;
in an agenda the item is ``arende-7``, in a report ``kapitel-3``. A paragraph without a number has
its place in the section instead: ``…/beslut/s2`` begins with the second paragraph. What has no
body of its own goes by the name of its file, and by its title in a file of several parts.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from beslutssok.domain import DocumentKind, Item, Meeting

_OTHER_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "ð": "d", "đ": "d", "ŋ": "n", "ß": "ss", "ł": "l"}
)
FRONT = "forsattsblad"
LONGEST_NAME = 60
"""Characters of a title that go into an identifier."""


def slug(text: str) -> str:
    """A text in lower-case ASCII letters, digits and hyphens.

    >>> slug("Hälso- och sjukvårdsnämnden")
    'halso-och-sjukvardsnamnden'
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_OTHER_LETTERS))
    ascii_only = folded.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


def meeting_identifier(meeting: Meeting, fallback: str) -> str:
    """The identifier of a meeting; ``fallback`` (a file's name) stands for what is not known."""
    body = meeting.organ
    if meeting.document_kind is DocumentKind.OTHER or not body:
        body = fallback
    day = meeting.date.isoformat() if meeting.date else "odaterad"
    return "/".join((slug(meeting.huvudman) or "okand", slug(body) or "okand", day))


def fallback_names(meetings: Sequence[Meeting], file: str) -> tuple[str, ...]:
    """The name for each meeting of a file where it has no body; ``file`` has no suffix.

    It is ``file`` where that holds but one; else the title of the part goes behind, or its
    number where it has no title that only it has.
    """
    if len(meetings) == 1:
        return (file,)
    titles = [slug(meeting.title)[:LONGEST_NAME] for meeting in meetings]
    counts = Counter(titles)
    own = slug(file.rpartition("/")[2])
    return tuple(
        f"{file} {title if title and title != own and counts[title] == 1 else f'del {number}'}"
        for number, title in enumerate(titles, start=1)
    )


def item_identifier(meeting: Meeting, item: Item, fallback: str) -> str:
    """The identifier of an item of a meeting."""
    number = slug(item.number)
    if meeting.document_kind is DocumentKind.AGENDA:
        number = f"arende-{number}"
    elif meeting.document_kind is DocumentKind.OTHER:
        number = f"kapitel-{number}"
    return f"{meeting_identifier(meeting, fallback)}/{number}"
