"""When something was done to a case: referred back, put off, rejected, decided."""

import re
from dataclasses import dataclass

from beslutssok.domain import AnswerLine, MotionKind, Outcome
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredItem
from beslutssok.search.composing import state
from beslutssok.search.one_matter import is_one_case, items_of_case
from beslutssok.search.process_words import PUT_OFF, SENT_BACK
from beslutssok.search.quoting import head_passage
from beslutssok.search.retrieval import Retriever
from beslutssok.search.sentences import Says, say
from beslutssok.search.wording import step_sentence

_DONE = (
    (MotionKind.REFERRAL_BACK, SENT_BACK, {Outcome.REFERRED_BACK}),
    (MotionKind.TABLING, PUT_OFF, {Outcome.TABLED}),
    (MotionKind.REJECTION, r"\bavsl(?:og|ag)|\bsade?\b.{0,30}\bnej\b", {Outcome.REJECTED}),
    (
        MotionKind.APPROVAL,
        r"\bbif(?:öll|all)|\bsade?\b.{0,30}\bja\b",
        {Outcome.APPROVED, Outcome.PARTLY_APPROVED},
    ),
)


@dataclass(frozen=True, slots=True)
class When:
    """The item that tells when, and what is said before it is told."""

    lead: StoredItem
    lines: tuple[AnswerLine, ...] = ()


def items_when(retriever: Retriever, lead: StoredItem, text: str) -> When:
    """Find when what a question names was done in the case of the item found.

    The first time leads, the others are listed; where the case has none, that is said.
    """
    asked = next((entry for entry in _DONE if re.search(entry[1], text, re.IGNORECASE)), None)
    if asked is None:
        return When(lead)
    done, _, outcomes = asked
    case = [
        item
        for item in (items_of_case(retriever, lead) if lead.case_number else [lead])
        if item.document_kind.records_decisions
        and (item.item_id == lead.item_id or is_one_case(item.case_number, lead.case_number))
    ]
    times = [item for item in case if item.outcome in outcomes]
    if lead.outcome in outcomes and len(times) <= 1:
        return When(lead)
    if not times:
        passages = retriever.store.item_passages(lead.item_id)
        if not passages:
            return When(lead)
        none = say(Says.NEVER_DONE, what=done)
        return When(lead, (state(LineKind.DOUBT, none, passages[0]),))
    lines = []
    if len(times) > 1:
        for item in times:
            passages = retriever.store.item_passages(item.item_id)
            head = head_passage(item, passages)
            lines.append(state(LineKind.LISTED, step_sentence(item), head))
        count = say(Says.TIMES, times=len(times))
        lines.insert(0, AnswerLine(count, lines[0].hit, LineKind.COUNT))
    return When(times[0], tuple(lines))
