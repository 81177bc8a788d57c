"""Which items are of one matter: its steps before and after, its namesakes, its spellings."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from beslutssok.domain import DocumentKind, Outcome
from beslutssok.index.rows import StoredItem, compared, is_same_case
from beslutssok.search.candidates import same_matter
from beslutssok.search.held import is_list_of_others
from beslutssok.search.item_text import stands, stems_of
from beslutssok.search.question import Question
from beslutssok.search.retrieval import Retrieval, Retriever, in_order_of_time
from beslutssok.search.same_titles import are_namesakes, is_named_alike, is_taken_up_anew
from beslutssok.search.spellings import short_form
from beslutssok.search.subject_words import subject_words
from beslutssok.search.telling_words import words_said

# Items this close to the best in fused score are taken to be about the same.
NEAR = 0.8


def minutes_first(items: Iterable[StoredItem]) -> list[StoredItem]:
    """The items less those of an agenda whose meeting has the matter in its minutes."""
    held = list(items)
    minuted = {same_matter(item) for item in held if item.document_kind.records_decisions}
    return [
        item
        for item in held
        if item.document_kind is not DocumentKind.AGENDA or same_matter(item) not in minuted
    ]


def titled_alike(retriever: Retriever, retrieval: Retrieval, lead: StoredItem) -> list[StoredItem]:
    """Items found that are of the lead's matter by their title, in order of time.

    The same matter may come back without its number, under the same title. It may also be taken
    up anew under another number: then it is of another day, names the same place, and has what is
    asked of the lead's title.
    """
    titled = stems_of(lead.title)
    asked = [w for w in subject_words(retrieval.question.wording) if stands(w, titled)]
    ids = []
    for key, found in retrieval.by_item().items():
        passage = found[0].passage
        if passage.item_id in ("", lead.item_id) or passage.huvudman != lead.huvudman:
            continue
        if not (passage.case_number and lead.case_number):
            if _is_titled_so(passage.item_title, lead.title):
                ids.append(key)
        elif (
            not is_one_case(passage.case_number, lead.case_number)
            and passage.date != lead.date
            and is_taken_up_anew(passage.item_title, lead.title, lead.huvudman)
            and asked
            and len(words_said(retriever, key, asked)) == len(asked)
        ):
            ids.append(key)
    return sorted(retriever.store.items_named(ids), key=in_order_of_time) if ids else []


LATEST = re.compile(
    r"\b(?:senaste|sista|till\sslut|slutligen|latest|most\srecent)\b", re.IGNORECASE
)
"""A pattern for a question of what came last."""
# What was decided last, under whatever case number, is how it stands.
_AS_IT_STANDS = re.compile(rf"{LATEST.pattern}|\b(?:nu|numera|i\s?dag|now)\b", re.IGNORECASE)
_CHANGES_NOTHING = frozenset({Outcome.REJECTED, Outcome.ANSWERED, Outcome.WITHDRAWN})


def takes_its_place(latest: StoredItem, lead: StoredItem, question: Question) -> bool:
    """Whether a question of how a matter stands is answered by a later decision for the lead.

    Not by one that changed nothing, nor by one whose title has not what is asked of the lead's.
    """
    is_later = in_order_of_time(latest) > in_order_of_time(lead)
    if not (is_later and _AS_IT_STANDS.search(question.text)) or latest.outcome in _CHANGES_NOTHING:
        return False
    titled, later = stems_of(lead.title), stems_of(latest.title)
    asked = subject_words(question.wording)
    return all(stands(word, later) for word in asked if stands(word, titled))


def _is_titled_so(title: str, other: str) -> bool:
    return compared(title) == compared(other) and len(title.split()) >= TELLING_TITLE


# Words of a title that is not one of many («Val av justerare»).
TELLING_TITLE = 4


def items_of_case(retriever: Retriever, lead: StoredItem) -> list[StoredItem]:
    """The items of an item's case and those that mention it, in order of time.

    A number under which one meeting treats several matters («avsägelser», reports of auditors)
    joins only those that are titled alike.
    """
    if not lead.case_number:
        return []
    linked = [
        item for item in retriever.case_items(lead.case_number) if item.huvudman == lead.huvudman
    ]
    return (
        [item for item in linked if is_named_alike(item.title, lead.title)]
        if is_collective(linked)
        else linked
    )


def is_collective(items: Iterable[StoredItem]) -> bool:
    """Whether one meeting has several matters under one case number of these items."""
    by_meeting: dict[tuple[object, ...], list[StoredItem]] = {}
    for item in items:
        if item.document_kind.records_decisions and not is_list_of_others(item.title):
            key = (item.case_number, item.organ, item.date, item.document_kind)
            by_meeting.setdefault(key, []).append(item)
    return any(
        not is_named_alike(one.title, other.title)
        for met in by_meeting.values()
        for one, other in combinations(met, 2)
    )


def later_and_earlier(
    retriever: Retriever, lead: StoredItem, alike: Sequence[StoredItem] = ()
) -> tuple[list[StoredItem], list[StoredItem]]:
    """Other items of the same case before and after an item, by date.

    ``alike`` are those known to be of the case by their title.
    """
    known = {item.item_id: item for item in (*alike, *items_of_case(retriever, lead))}
    case = sorted(
        (item for item in known.values() if item.huvudman == lead.huvudman), key=in_order_of_time
    )
    others = [
        item
        for item in minutes_first(case)
        if item.item_id != lead.item_id
        and not is_list_of_others(item.title)
        and item.document_kind is not DocumentKind.OTHER
    ]
    day = str(lead.date or "")
    earlier = [item for item in others if str(item.date or "") < day]
    later = [item for item in others if str(item.date or "") > day]
    return earlier, later


def is_one_case(one: str | None, other: str | None) -> bool:
    """Whether two case numbers are of one case in any spelling: ``1440/22`` is short for others.

    >>> is_one_case("1440/22", "SLK-2022-01440"), is_one_case("KS 2024/12", "BUN 2024/12")
    (True, False)
    """
    if not one or not other:
        return False
    if is_same_case(one, other):
        return True
    is_short = one[0].isdigit() or other[0].isdigit()
    return is_short and short_form(one) is not None and short_form(one) == short_form(other)


def namesakes(retriever: Retriever, retrieval: Retrieval, lead: StoredItem) -> list[StoredItem]:
    """Other items of the lead's meeting with as good as the same title, found as well."""
    best = retrieval.candidates[0].score if retrieval.candidates else 0.0
    ids = [
        key
        for key, found in retrieval.by_item().items()
        if found[0].passage.item_id not in ("", lead.item_id)
        and (found[0].passage.organ, found[0].passage.date) == (lead.organ, lead.date)
        and found[0].passage.huvudman == lead.huvudman
        and found[0].passage.document_kind.records_decisions
        and best - found[0].score <= NEAR
        and are_namesakes((found[0].passage.item_title, lead.title))
    ]
    return sorted(retriever.store.items_named(ids), key=in_order_of_time) if ids else []
