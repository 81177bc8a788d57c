"""Which passage of an item, and which sentence in it, tells of another item or case."""

import re
from collections.abc import Iterable, Sequence

from beslutssok.domain import SectionKind
from beslutssok.index.rows import StoredItem, StoredPassage, compared_number, is_same_case
from beslutssok.parse.case_numbers import find_case_numbers
from beslutssok.parse.dates import MONTHS
from beslutssok.search.quoted_words import sentences_of, stands_in

_LISTS = frozenset({SectionKind.DOCUMENTS, SectionKind.RECIPIENTS})


def passage_about(
    passages: Sequence[StoredPassage], number: str, items: Iterable[StoredItem]
) -> StoredPassage | None:
    """The passage that has the case number, or refers to one of the items; ``None`` if none does.

    Running text goes before a list of enclosures.
    """
    patterns = [pattern for item in items if (pattern := _reference(item)) is not None]
    found = [
        passage
        for passage in passages
        if _has_number(passage.text, number)
        or any(pattern.search(passage.text) for pattern in patterns)
    ]
    return min(found, key=lambda passage: passage.section in _LISTS, default=None)


def passage_with(passages: Sequence[StoredPassage], quoted: str) -> StoredPassage | None:
    """The passage that has the words of a quotation; ``None`` if none has."""
    return next((passage for passage in passages if stands_in(quoted, passage.text)), None)


def sentence_with(text: str, quoted: str) -> str:
    """The sentence or line of a text that has the words of a quotation, as it stands there.

    >>> sentence_with("Frågan är väckt. KS beslutade 2024-02-03 § 142. Nu är den här.", "§ 142")
    'KS beslutade 2024-02-03 § 142.'
    """
    return next((told for told in sentences_of(text) if stands_in(quoted, told)), text)


def _has_number(text: str, number: str) -> bool:
    return bool(number) and any(
        is_same_case(found, number) for found, _, _ in find_case_numbers(text)
    )


def _reference(item: StoredItem) -> re.Pattern[str] | None:
    """Day and § of an item, close to each other in either order."""
    if item.date is None or not item.number:
        return None
    month = MONTHS[item.date.month - 1]
    day = rf"(?:{item.date.isoformat()}|{item.date.day}\s+{month}\s+{item.date.year})"
    sign = rf"§+\s*(?:\d+\s*[,–-]\s*)?{re.escape(compared_number(item.number))}(?!\d)"
    between = r"[^.;§]{0,60}?"
    return re.compile(rf"{day}{between}{sign}|{sign}{between}{day}", re.IGNORECASE)
