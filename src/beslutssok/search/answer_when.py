"""When something was done to a case: referred back, put off, rejected, decided."""

import re
from dataclasses import dataclass

from beslutssok.domain import AnswerLine, Outcome
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredItem
from beslutssok.search.composing import state
from beslutssok.search.one_matter import is_one_case, items_of_case
from beslutssok.search.quoting import head_passage
from beslutssok.search.retrieval import Retriever
from beslutssok.search.wording import step_sentence

_APPROVED = frozenset({Outcome.APPROVED, Outcome.PARTLY_APPROVED})
_DONE: tuple[tuple[re.Pattern[str], frozenset[Outcome], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), outcomes, name)
    for pattern, outcomes, name in (
        (
            r"\båterremi|\bskicka\w* tillbaka",
            frozenset({Outcome.REFERRED_BACK}),
            "återremiss",
        ),
        (r"\bbord(?:la|lä)|\bsk(?:ö|ju)t\w* upp", frozenset({Outcome.TABLED}), "bordläggning"),
        (r"\bavsl(?:og|ag)|\bsade?\b.{0,30}\bnej\b", frozenset({Outcome.REJECTED}), "avslag"),
        (r"\bbif(?:öll|all)|\bsade?\b.{0,30}\bja\b", _APPROVED, "bifall"),
    )
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
    done = next((entry for entry in _DONE if entry[0].search(text)), None)
    if done is None:
        return When(lead)
    _, outcomes, name = done
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
        none = f"Något beslut om {name} i ärendet finns inte bland handlingarna. Närmast är detta:"
        return When(lead, (state(LineKind.DOUBT, none, passages[0]),))
    lines = []
    if len(times) > 1:
        for item in times:
            passages = retriever.store.item_passages(item.item_id)
            head = head_passage(item, passages)
            lines.append(state(LineKind.LISTED, step_sentence(item), head))
        count = f"{len(times)} gånger, i tidsordning:"
        lines.insert(0, AnswerLine(count, lines[0].hit, quoted=False, kind=LineKind.COUNT))
    return When(times[0], tuple(lines))
