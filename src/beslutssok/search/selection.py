"""Which item of those found leads the answer, and what came before and after it."""

import re
from collections.abc import Iterable

from beslutssok.domain import DocumentKind, Filters, Outcome, SectionKind
from beslutssok.domain.interpretation import InterpretationKind
from beslutssok.index.rows import StoredItem
from beslutssok.search.candidates import Candidate, same_matter
from beslutssok.search.held import is_list_of_others
from beslutssok.search.intents import Intent
from beslutssok.search.one_matter import LATEST, NEAR, is_one_case, items_of_case, minutes_first
from beslutssok.search.retrieval import Retrieval, Retriever
from beslutssok.search.same_bodies import is_assembly
from beslutssok.search.telling_words import telling_words, words_said

_UNDECIDED = frozenset(
    {
        Outcome.PROPOSED,
        Outcome.UNKNOWN,
        Outcome.TABLED,
        Outcome.REFERRED_BACK,
        Outcome.REFERRED,
        Outcome.NOTED,
    }
)
# What was only told at a meeting: no vote or reservation is about that.
_NOTHING_DONE = frozenset({Outcome.UNKNOWN, Outcome.NOTED})
_PUT_OFF = frozenset({Outcome.TABLED, Outcome.REFERRED_BACK, Outcome.REFERRED})
# Items of one case may be found less well, and still be the later word on what was asked.
NEAR_IN_CASE = 1.6


def is_decided(item: StoredItem) -> bool:
    """Whether the matter itself was decided there, not put off, proposed or only noted."""
    return item.document_kind.records_decisions and item.outcome not in _UNDECIDED


def choose_lead(retriever: Retriever, retrieval: Retrieval) -> tuple[StoredItem, Candidate]:
    """Choose the item that answers, and the passage of those found that fits best.

    The best item leads. A question about what was decided is led by the latest decision of the
    same case that is found about as well; where the best item only proposed, tabled, referred
    back or noted, by the latest decision of the case wherever it is found, or of what was put
    off by the latest after that; of the time that the question names, and not where it names a §
    or a body. Where the best item only told something, one found about as well leads that has the
    vote or the reservations asked for.
    """
    by_item = retrieval.by_item()
    item_id = next(
        (key for key, found in by_item.items() if found[0].passage.item_id), next(iter(by_item))
    )
    telling = telling_words(retrieval)
    wanted = SECTION_OF.get(retrieval.question.intent)
    apart = _told_apart(retriever, by_item, item_id, telling)
    if wanted and has_section(retriever, _item(by_item[item_id][0]), wanted):
        apart = apart if has_section(retriever, _item(by_item[apart][0]), wanted) else item_id
    best = by_item[apart][0]
    lead = minutes_of(retriever, _item(best))
    if lead.document_kind is DocumentKind.OTHER and _DECIDED.search(retrieval.question.text):
        best = _best_of_minutes(retrieval) or best
        lead = _item(best)
    if LATEST.search(retrieval.question.text):
        return _latest(retriever, retrieval, lead, best)
    if wanted and lead.outcome in _NOTHING_DONE and not has_section(retriever, lead, wanted):
        having = _having(retriever, by_item, wanted, best)
        if having is not None:
            best, lead = having, _item(having)
    named = retrieval.question.filters
    if named.item_number or named.organ or not lead.case_number:
        return lead, best
    if retrieval.question.intent is Intent.WHEN and not _DONE.search(retrieval.question.text):
        return lead, best
    linked = items_of_case(retriever, lead)
    case = [item for item in linked if is_one_case(item.case_number, lead.case_number)]
    decided = [item for item in case if is_decided(item) and not is_follow_up(retriever, item)]
    if not decided and not is_decided(lead):
        # Prepared under one number, decided under another that mentions it.
        decided = [
            item
            for item in linked
            if item.item_id in by_item and is_decided(item) and not is_follow_up(retriever, item)
        ]
    if named.date_from or named.date_to:
        decided = within(decided, named)
    for part in retrieval.question.standing(InterpretationKind.PERIOD)[:1]:
        decided = within(decided, part.filters) or decided
    if lead.outcome in _PUT_OFF and lead.document_kind.records_decisions:
        # It was taken up anew, so what was decided before no longer tells how it stands.
        decided = [item for item in decided if str(item.date) >= str(lead.date)]
    asked = words_said(retriever, lead.item_id, telling)
    if asked:
        said = [item for item in decided if words_said(retriever, item.item_id, asked)]
        if not said and lead.outcome is Outcome.PROPOSED and lead.document_kind.records_decisions:
            # What a board only proposed does not lead before the decision on it.
            said = [item for item in decided if str(item.date) >= str(lead.date)]
        decided = said
    reach = NEAR_IN_CASE if retrieval.question.intent in _OF_DECISION else NEAR
    close = [
        item
        for item in decided
        if item.item_id in by_item and best.score - by_item[item.item_id][0].score <= reach
    ]
    if retrieval.question.intent not in _OF_DECISION:
        if wanted is None:
            return lead, best
        told = [item for item in decided if has_section(retriever, item, wanted)]
        if has_section(retriever, lead, wanted) and lead.outcome is not Outcome.PROPOSED:
            close = [item for item in told if item in close]
        else:
            close = told
    elif is_decided(lead):
        close = close or [lead]
    else:
        close = close or decided
    if not close and wanted and not has_section(retriever, lead, wanted):
        # Nothing of the sort was done there, but on the way.
        close = [
            item
            for item in within(minutes_first(case), named)
            if item.document_kind.records_decisions and has_section(retriever, item, wanted)
        ]
    if not close:
        return lead, best
    latest = max(close, key=lambda item: (str(item.date or ""), is_assembly(item.organ)))
    if latest.item_id == lead.item_id:
        return lead, best
    found = by_item.get(latest.item_id)
    return latest, found[0] if found else best


def _having(
    retriever: Retriever, by_item: dict[str, list[Candidate]], kind: SectionKind, best: Candidate
) -> Candidate | None:
    """The best passage of an item found about as well that has a section of a kind."""
    for found in by_item.values():
        if best.score - found[0].score > NEAR:
            break
        if found[0].passage.item_id and has_section(retriever, _item(found[0]), kind):
            return found[0]
    return None


def _told_apart(
    retriever: Retriever,
    by_item: dict[str, list[Candidate]],
    best: str,
    telling: dict[str, tuple[str, ...]],
) -> str:
    """The best item, or one found about as well where it alone has a telling word."""
    if not telling or words_said(retriever, best, telling):
        return best
    near = [
        key
        for keys in telling.values()
        for key in keys
        if by_item[best][0].score - by_item[key][0].score <= NEAR
    ]
    return max(near, key=lambda key: by_item[key][0].score, default=best)


def within(items: Iterable[StoredItem], filters: Filters) -> list[StoredItem]:
    """The items of the days that filters leave."""
    return [
        item
        for item in items
        if (filters.date_from is None or (item.date is not None and item.date >= filters.date_from))
        and (filters.date_to is None or (item.date is not None and item.date <= filters.date_to))
    ]


_DECIDED = re.compile(
    r"\bbeslut|\bbestäm|\bantog|\bavslog|\bbifoll|\bsade\b|\bdecide", re.IGNORECASE
)
# What is done to a matter at a meeting; of anything else that is told, any item may say when.
_DONE = re.compile(
    rf"{_DECIDED.pattern}|\bbordla|\båterremi|\bgodkän|\bfastställ|\bupphäv|\bgav\s|\binför|\bkom\s",
    re.IGNORECASE,
)
# A question about a decision is led by minutes, though a report is this much closer in score.
REPORT_LEAD = 3.0


def _best_of_minutes(retrieval: Retrieval) -> Candidate | None:
    top = retrieval.candidates[0]
    for found in retrieval.by_item().values():
        passage = found[0].passage
        if not (passage.document_kind.records_decisions and passage.item_id):
            continue
        if passage is top.passage or not is_list_of_others(passage.item_title):
            return found[0] if top.score - found[0].score <= REPORT_LEAD else None
    return None


def _latest(
    retriever: Retriever, retrieval: Retrieval, lead: StoredItem, best: Candidate
) -> tuple[StoredItem, Candidate]:
    """The latest of the items that are found about as well as the best, if it was decided."""
    near = [
        found[0]
        for found in retrieval.by_item().values()
        if found[0].passage.item_id and best.score - found[0].score <= NEAR
    ]
    latest = max(near, key=lambda candidate: str(candidate.passage.date or ""), default=best)
    item = _item(latest)
    return (item, latest) if is_decided(item) else (lead, best)


# What the best item, or the latest decision about as near, answers by itself.
_OF_DECISION = frozenset({Intent.DECISION, Intent.WHEN, Intent.LIST, Intent.HISTORY})
SECTION_OF = {
    Intent.VOTE: SectionKind.VOTE,
    Intent.WHO_RESERVED: SectionKind.RESERVATION,
    Intent.WHO_MOVED: SectionKind.MOTION,
    Intent.WHO_DISQUALIFIED: SectionKind.DISQUALIFICATION,
}
_ONLY_FOLLOWED_UP = re.compile(
    r"\b(?:uppföljning|redovisning|rapport|information|återrapport)\w*\b.{0,120}?"
    r"\b(?:godkänns|antecknas|noteras|läggs)\b|\btill handlingarna\b",
    re.IGNORECASE,
)


def is_follow_up(retriever: Retriever, item: StoredItem) -> bool:
    """Whether an item only reports on a case that was decided before."""
    decision = [
        passage.text
        for passage in retriever.store.item_passages(item.item_id)
        if passage.section is SectionKind.DECISION
    ]
    return bool(decision) and bool(_ONLY_FOLLOWED_UP.search(decision[0]))


def has_section(retriever: Retriever, item: StoredItem, kind: SectionKind) -> bool:
    """Whether an item has a section of a kind, or a vote that is told in another."""
    if kind is SectionKind.VOTE and item.item_id and retriever.store.entities(item.item_id).votes:
        return True
    passages = retriever.store.item_passages(item.item_id)
    return any(passage.section is kind for passage in passages)


def minutes_of(retriever: Retriever, item: StoredItem) -> StoredItem:
    """The item itself, or for one of an agenda the same matter in the minutes of that meeting."""
    if item.document_kind is not DocumentKind.AGENDA or not item.case_number:
        return item
    for other in retriever.case_items(item.case_number):
        if other.document_kind.records_decisions and same_matter(other) == same_matter(item):
            return other
    return item


def has_minutes(retriever: Retriever, item: StoredItem) -> bool:
    """Whether the minutes of the meeting that an item of an agenda is for are there."""
    meeting = Filters(
        huvudman=item.huvudman, organ=item.organ, date_from=item.date, date_to=item.date
    )
    return item.date is not None and any(
        other.document_kind.records_decisions for other in retriever.store.items(meeting)
    )


def _item(candidate: Candidate) -> StoredItem:
    passage = candidate.passage
    return StoredItem(
        item_id=passage.item_id,
        number=passage.item_number,
        title=passage.item_title or passage.section_heading,
        case_number=passage.case_number,
        outcome=passage.outcome,
        pages=(passage.page, passage.page),
        references=(),
        organ=passage.organ,
        huvudman=passage.huvudman,
        date=passage.date,
        document_kind=passage.document_kind,
        file=passage.file,
        sha256=passage.sha256,
    )
