"""Other items that a question may be about, where none of those found is clearly the one."""

from collections.abc import Iterator, Sequence

from beslutssok.domain import AnswerLine
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredItem
from beslutssok.search.composing import state
from beslutssok.search.evidence import SURE, Evidence
from beslutssok.search.held import is_list_of_others
from beslutssok.search.intents import Intent
from beslutssok.search.one_matter import NEAR, items_of_case
from beslutssok.search.quoting import Quotable, decision_lines, head_passage
from beslutssok.search.retrieval import Retrieval, Retriever
from beslutssok.search.selection import is_decided
from beslutssok.search.sentences import Says, say
from beslutssok.search.telling import telling_lines
from beslutssok.search.wording import item_sentence

# So many are told besides the item that leads.
MOST = 2


def alternative_lines(
    retriever: Retriever, retrieval: Retrieval, told: Sequence[StoredItem], evidence: Evidence
) -> Iterator[AnswerLine]:
    """What other items decided that are found as well as the best, where it is not sure.

    ``told`` are the items that the answer tells already; their cases are left out.
    """
    is_sure = evidence.odds >= SURE and all(is_decided(lead) for lead in told)
    if is_sure or retrieval.question.intent is not Intent.DECISION:
        return
    known = {item.item_id for lead in told for item in (lead, *items_of_case(retriever, lead))}
    best = retrieval.candidates[0].score
    by_item = retrieval.by_item()
    near = [
        item
        for item in evidence.items
        if item.item_id not in known
        and item.document_kind.records_decisions
        and not is_list_of_others(item.title)
        and best - by_item[item.item_id][0].score <= NEAR
    ]
    for position, item in enumerate(near[:MOST]):
        passages = retriever.store.item_passages(item.item_id)
        head = head_passage(item, passages)
        if position == 0:
            yield state(LineKind.DOUBT, say(Says.MAY_BE_ABOUT), head)
        yield state(LineKind.LISTED, item_sentence(item), head)
        entities = retriever.store.entities(item.item_id)
        quotable = Quotable(item, passages, entities, by_item[item.item_id])
        yield from decision_lines(quotable, 1)
        yield from telling_lines(quotable, retrieval.question.text)
