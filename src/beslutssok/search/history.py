"""The history of a case: its items in order of time, each with what happened there."""

import re
from collections.abc import Sequence

from beslutssok.domain import Case, CaseStep, DocumentKind, Outcome, SectionKind, StepKind
from beslutssok.errors import CitationNotFound
from beslutssok.index.rows import StoredItem, StoredPassage, is_same_case
from beslutssok.index.store import Store
from beslutssok.parse.case_numbers import normalise_case_number
from beslutssok.search.hits import make_hit
from beslutssok.search.retrieval import Retriever

_STEPS = {
    Outcome.REFERRED_BACK: StepKind.REFERRED_BACK,
    Outcome.TABLED: StepKind.TABLED,
    Outcome.REJECTED: StepKind.REJECTION,
    Outcome.WITHDRAWN: StepKind.WITHDRAWN,
    Outcome.NOTED: StepKind.FOLLOW_UP,
    Outcome.ANSWERED: StepKind.ANSWER,
    Outcome.PROPOSED: StepKind.PROPOSAL,
    Outcome.APPROVED: StepKind.DECISION,
    Outcome.PARTLY_APPROVED: StepKind.DECISION,
    Outcome.UNKNOWN: StepKind.TREATED,
}
# Which section tells best what happened, first of those that there are.
_TELLING = (
    SectionKind.DECISION,
    SectionKind.PROPOSAL,
    SectionKind.SUMMARY,
    SectionKind.BACKGROUND,
)


LONGEST_LEAD_IN = 140
_LEADS_IN = re.compile(
    r"(?:\bbeslutar?|\batt|\bföljande|:|\bföreslår(?:\s+\w+)?)\s*$", re.IGNORECASE
)

# «Enligt yrkandet från M och C:» leads in too, but says whose proposal was carried.
_SAYS_WHOSE = re.compile(r"\b(?:enligt|yrkande\w*|bifall\w*)\b", re.IGNORECASE)


def case_history(retriever: Retriever, text: str) -> Case:
    """All items with a case number, and those that refer to it, in order of time.

    Raises:
        CitationNotFound: no item has the number or mentions it.
    """
    number = normalise_case_number(text) or text.strip()
    items = retriever.case_items(number)
    if not items:
        raise CitationNotFound(
            f"Inget ärende {number} finns bland handlingarna.",
            "Kontrollera numret, eller sök på vad ärendet handlar om.",
        )
    own = [item for item in items if is_same_case(item.case_number, number)] or items
    steps = tuple(
        CaseStep(
            make_hit(telling_passage(retriever.store, item), rank),
            step_kind(item, number),
            item.outcome,
        )
        for rank, item in enumerate(items, start=1)
    )
    return Case(number, own[-1].title, steps)


def step_kind(item: StoredItem, number: str) -> StepKind:
    """What kind of step an item is in the history of a case."""
    if item.document_kind is DocumentKind.AGENDA:
        return StepKind.AGENDA
    if item.document_kind is DocumentKind.OTHER:
        return StepKind.DOCUMENT
    if not is_same_case(item.case_number, number) and number in item.references:
        return StepKind.REFERENCE
    return _STEPS[item.outcome]


def telling_passage(store: Store, item: StoredItem) -> StoredPassage:
    """The passage of an item that best tells what happened there."""
    passages = store.item_passages(item.item_id)
    return first_telling(passages)


def first_telling(passages: Sequence[StoredPassage]) -> StoredPassage:
    """The first passage of the most telling section that there is."""
    for kind in _TELLING:
        for passage in passages:
            if passage.section is kind and (passage.point or not is_lead_in(passage.text)):
                return passage
    return passages[0]


def is_lead_in(text: str) -> bool:
    """Whether a text only leads in to points («Kommunstyrelsen föreslår fullmäktige besluta»)."""
    return (
        len(text) < LONGEST_LEAD_IN
        and bool(_LEADS_IN.search(text))
        and not _SAYS_WHOSE.search(text)
    )
