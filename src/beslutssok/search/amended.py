"""Decisions that a later one repealed or changed, under whatever case number."""

import re
from collections.abc import Sequence

from beslutssok.domain import SectionKind
from beslutssok.index.rows import StoredItem, StoredPassage, compared_number
from beslutssok.search.case_items import items_referring
from beslutssok.search.retrieval import Retriever, in_order_of_time
from beslutssok.search.selection import is_decided

_CHANGES = re.compile(
    r"\b(?:upphäv|återkalla|upphör|ersätt)\w*|\bhäv(?:s|er|des)\b|\briv(?:s|er|a)\s+upp\b"
    r"|\bändra(?:s|r|d|des)\b|\bgäller\s+inte\s+längre\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"§§?\s*(\d{1,4}(?:\s?[a-h])?)(?!\w)", re.IGNORECASE)


def amendments_of(
    retriever: Retriever, items: Sequence[StoredItem]
) -> list[tuple[StoredItem, StoredPassage]]:
    """The decisions that say of one of these items' that it no longer holds, with their words.

    In order of time.

    A decision counts that names the § in a sentence of repeal or change, where the reference is
    certain: body, number and time are told.
    """
    decided = {item.item_id: item for item in items if is_decided(item)}
    numbers = {compared_number(item.number) for item in decided.values()}
    found = []
    for item in filter(is_decided, items_referring(retriever, decided)):
        passage = _saying_so(retriever, item, numbers)
        if passage is not None:
            found.append((item, passage))
    return sorted(found, key=lambda pair: in_order_of_time(pair[0]))


def _saying_so(retriever: Retriever, item: StoredItem, numbers: set[str]) -> StoredPassage | None:
    for passage in retriever.store.item_passages(item.item_id):
        named = set(map(compared_number, _NUMBERS.findall(passage.text)))
        is_decision = passage.section is SectionKind.DECISION
        if is_decision and numbers & named and _CHANGES.search(passage.text):
            return passage
    return None
