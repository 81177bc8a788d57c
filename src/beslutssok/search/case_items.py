"""Which items belong to a case: by its number, by mention of it, by references to a §."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from beslutssok.domain import DocumentKind, StepLink
from beslutssok.index.case_links import references_from, references_to
from beslutssok.index.rows import StoredItem, compared_number
from beslutssok.parse.numbering import number_of
from beslutssok.parse.organs import can_have, organ_of_abbreviation
from beslutssok.search.held import Held, is_list_of_others
from beslutssok.search.one_matter import is_one_case
from beslutssok.search.retrieval import Retriever
from beslutssok.search.same_bodies import is_assembly, is_same_body, is_same_huvudman
from beslutssok.search.same_titles import is_same_matter, telling_words

# References are followed from item to item so many times.
ROUNDS = 3
_PREFIX = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class CaseItem:
    """An item of a case, and how it is known to be one."""

    item: StoredItem
    link: StepLink

    @property
    def is_own(self) -> bool:
        """Whether the item treats the case itself, and does not only mention it."""
        return self.link is StepLink.CASE_NUMBER


def numbered_items(
    retriever: Retriever, number: str, huvudman: str | None = None
) -> list[CaseItem]:
    """The items that have a case number in any spelling, and those that mention it.

    ``huvudman`` is whose number it is, where that is known. A mention by another organisation
    counts only where the number cannot be its own.
    """
    items = retriever.case_items(number)
    own = [
        item
        for item in items
        if is_one_case(item.case_number, number) and (huvudman is None or _is_of(item, huvudman))
    ]
    organisations = list(dict.fromkeys(item.huvudman for item in own))
    if not own and huvudman is not None:
        organisations = [huvudman]
    found = [CaseItem(item, StepLink.CASE_NUMBER) for item in own]
    for item in items:
        if item in own:
            continue
        at_home = not organisations or any(
            item.huvudman == name or is_same_huvudman(item.huvudman, name) for name in organisations
        )
        if at_home or not _can_number(item.huvudman, number):
            found.append(CaseItem(item, StepLink.MENTION))
    return found


def _is_of(item: StoredItem, huvudman: str) -> bool:
    return item.huvudman == huvudman or is_same_huvudman(item.huvudman, huvudman)


def linked_items(retriever: Retriever, known: Iterable[CaseItem]) -> list[CaseItem]:
    """The items of a case with those that references tie to them, in order of time.

    A reference counts where body, number and time are told. What has no case number of its own,
    or another number but the same title, is followed further; what is of another case is not.
    """
    members = {each.item.item_id: each for each in known}
    frontier = {key: each.item for key, each in members.items() if each.is_own}
    titles = [item.title for item in frontier.values()]
    for _ in range(ROUNDS):
        frontier = {key: i for key, i in frontier.items() if not is_list_of_others(i.title)}
        met = [*_referred_to(retriever, frontier), *items_referring(retriever, frontier)]
        frontier = {}
        for item in met:
            if item.item_id in members:
                continue
            same = any(is_same_matter(item.title, title) for title in titles)
            if is_list_of_others(item.title) and not same:
                continue
            members[item.item_id] = CaseItem(item, StepLink.REFERENCE)
            if same or not (item.case_number or is_general(item)):
                frontier[item.item_id] = item
        if not frontier:
            break
    return sorted(members.values(), key=lambda each: in_case_order(each.item))


def is_general(item: StoredItem) -> bool:
    """Whether an item without a case number is about the meeting, not a matter."""
    return not telling_words(item.title) or item.document_kind is DocumentKind.OTHER


def in_case_order(item: StoredItem) -> tuple[str, bool, bool, int, str]:
    """The key to put the items of a case in order of time; on a day the assembly comes last."""
    decides = item.document_kind is not DocumentKind.AGENDA
    number = number_of(item.number)
    return str(item.date or ""), decides, is_assembly(item.organ), number, item.item_id


def _referred_to(retriever: Retriever, items: Mapping[str, StoredItem]) -> list[StoredItem]:
    references = references_from(retriever.store, items)
    held = Held.of(retriever, items.values(), references)
    return [
        target
        for reference in references
        if reference.number and (reference.day or reference.year)
        for target in held.targets(reference, items[reference.item_id])
    ]


def items_referring(retriever: Retriever, items: Mapping[str, StoredItem]) -> list[StoredItem]:
    """The items that refer to any of these, by identifier, with body, number and time."""
    decided = [
        item for item in items.values() if item.date and item.document_kind.records_decisions
    ]
    places = {(compared_number(item.number), str(item.date)): item for item in decided}
    found = {
        reference.item_id
        for reference in references_to(retriever.store, places)
        if reference.is_certain
        and any(
            compared_number(item.number) == reference.number
            and (reference.day in (None, item.date))
            and is_same_body(reference.organ, item.organ)
            for item in decided
        )
    }
    organisations = {item.huvudman for item in decided}
    return [
        item
        for item in retriever.store.items_named(found)
        if item.huvudman in organisations and item.item_id not in items
    ]


def _can_number(huvudman: str, number: str) -> bool:
    """Whether an organisation may have given a number: a municipality has no RS."""
    prefix = _PREFIX.search(number)
    organ = organ_of_abbreviation(prefix[0]) if prefix else None
    return organ is None or can_have(huvudman, organ)
