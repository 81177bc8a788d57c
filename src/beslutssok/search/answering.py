"""Answers: quotations from the minutes, chosen, framed and cited.

No sentence is made up. What is quoted stands on the cited page; what frames it (body, date, §,
outcome, how a case went on) is read from the same item. Where nothing found is about what was
asked, the answer says so, and what was looked through.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from beslutssok.domain import (
    Answer,
    AnswerLine,
    Coverage,
    DocumentKind,
    Entities,
    Filters,
    Hit,
    Outcome,
    SectionKind,
)
from beslutssok.domain.interpretation import InterpretationKind
from beslutssok.index.rows import StoredItem
from beslutssok.search.evidence import Evidence, weigh_evidence
from beslutssok.search.hits import make_hit
from beslutssok.search.intents import Intent
from beslutssok.search.listing import asks_for_all, listed_items
from beslutssok.search.question import Question
from beslutssok.search.quoting import MAX_QUOTES, Quotable, decision_passages, item_lines
from beslutssok.search.retrieval import Retrieval, Retriever, hit_of, in_order_of_time
from beslutssok.search.selection import (
    choose_lead,
    has_minutes,
    is_decided,
    is_follow_up,
    later_and_earlier,
)
from beslutssok.search.wording import (
    describe_coverage,
    doubt_sentence,
    item_sentence,
    missing_sentence,
    step_sentence,
)

MAX_ALSO = 8
MAX_LISTED = 25
MAX_STEPS = 20
# Of a list longer than this only the first words of each decision are quoted.
FEW = 6
QUOTES_OF_MANY = 3
_LISTS = frozenset({SectionKind.RECIPIENTS, SectionKind.DOCUMENTS})
_DECIDED = re.compile(r"beslut(?:ade|ades|at)|antog|avslog|bifoll|röstade", re.IGNORECASE)


def ask(retriever: Retriever, text: str, given: Filters, without: Iterable[str] = ()) -> Answer:
    """Answer a question from the documents, or say why not.

    ``without`` are keys of interpretations that the user took away.
    """
    retrieval = retriever.retrieve(text, given, without)
    coverage = retriever.store.coverage(given)
    gone = _not_there(retrieval, text)
    if gone:
        return _unanswered(retrieval, text, coverage, gone)
    evidence = weigh_evidence(retriever, retrieval, retrieval.question.wording)
    if not evidence.sufficient and not asks_for_all(retrieval, text):
        reason = "Handlingarna ger inget svar på frågan."
        if evidence.missing:
            reason = missing_sentence(evidence.missing)
        return _unanswered(retrieval, text, coverage, reason)
    if retrieval.question.intent is Intent.HISTORY or retrieval.filters.case_number:
        return _history(retriever, retrieval, text, coverage, evidence)
    if retrieval.filters.item_number and len(evidence.items) > 1:
        return _steps(retriever, retrieval, text, coverage, _ordered(evidence.items))
    if _asks_for_list(retrieval.question):
        return _listed(retriever, retrieval, text, coverage, evidence)
    return _answered(retriever, retrieval, text, coverage, evidence)


def _asks_for_list(question: Question) -> bool:
    kinds = {part.kind for part in question.interpretations}
    return question.intent is Intent.LIST or (
        question.intent is Intent.DECISION and InterpretationKind.MATTER in kinds
    )


def _not_there(retrieval: Retrieval, text: str) -> str | None:
    """Why a question cannot be answered at all: what it names is not among the documents."""
    question, used = retrieval.question, retrieval.filters
    if not text.strip():
        return "Skriv en fråga."
    if question.filters.case_number and not used.case_number:
        return f"Inget ärende {question.filters.case_number} finns bland handlingarna."
    if _only_called(retrieval):
        return "För den dagen finns bara kallelsen bland handlingarna, inget protokoll."
    period = question.period
    if retrieval.relaxed and period and (period.is_day or _DECIDED.search(text)):
        then = period.label if period.relative else period.words
        return f"Det finns ingen handling från {then} som svarar mot frågan."
    if question.filters.item_number and not used.item_number:
        return f"Ingen § {question.filters.item_number} finns bland handlingarna."
    if question.unknown_huvudman:
        return f"Ingen handling från {question.unknown_huvudman} finns bland dem som är inlästa."
    if question.unknown_organ:
        return f"Ingen handling från {question.unknown_organ} finns bland dem som är inlästa."
    return None


def _unanswered(retrieval: Retrieval, text: str, coverage: Coverage, reason: str) -> Answer:
    also = _also(retrieval, text, frozenset())
    full = f"{reason} {describe_coverage(coverage)}"
    return Answer(
        question=text,
        answered=False,
        outcome=Outcome.UNKNOWN,
        text=full,
        reason=reason,
        lines=(),
        citations=(),
        case_number=None,
        also=also,
        coverage=coverage,
        interpreted=retrieval.question.interpreted,
        interpretations=retrieval.question.interpretations,
    )


def _answered(
    retriever: Retriever,
    retrieval: Retrieval,
    text: str,
    coverage: Coverage,
    evidence: Evidence,
) -> Answer:
    lead, best = choose_lead(retriever, retrieval)
    quotable = Quotable(
        lead,
        retriever.store.item_passages(lead.item_id),
        retriever.store.entities(lead.item_id) if lead.item_id else Entities(),
        retrieval.by_item().get(lead.item_id, ()),
    )
    sentence = item_sentence(lead, has_minutes(retriever, lead))
    lines = list(item_lines(quotable, best, retrieval.question, sentence))
    earlier, later = later_and_earlier(retriever, lead)
    changed = [item for item in later if is_decided(item) and not is_follow_up(retriever, item)]
    # A later decision stands right after the sentence that says what was decided here.
    lines[1:1] = [_step_line(retriever, item, "Senare") for item in changed[:2]]
    others = [item for item in later if item not in changed]
    lines += [_step_line(retriever, item, "Senare") for item in others[:2]]
    lines += [_step_line(retriever, item, "Tidigare") for item in earlier[-3:]]
    if evidence.doubtful:
        lines.insert(0, AnswerLine(doubt_sentence(evidence.missing), lines[0].hit, quoted=False))
    return _assemble(retrieval, text, coverage, lead, lines)


def _only_called(retrieval: Retrieval) -> bool:
    """Whether a question asks what was decided on a day of which only the agenda is there."""
    period = retrieval.question.period
    if retrieval.relaxed or period is None or not period.is_day:
        return False
    decided = re.search(
        r"beslut(?:ade|ades|at)|antog|avslog|bifoll|röstade", retrieval.question.text
    )
    kinds = {candidate.passage.document_kind for candidate in retrieval.candidates}
    return bool(decided) and kinds == {DocumentKind.AGENDA}


def _history(
    retriever: Retriever,
    retrieval: Retrieval,
    text: str,
    coverage: Coverage,
    evidence: Evidence,
) -> Answer:
    """Every step of the case in question, in order of time."""
    number = retrieval.filters.case_number
    if number is None:
        number = choose_lead(retriever, retrieval)[0].case_number
    items = retriever.case_items(number) if number else []
    if not items:
        return _answered(retriever, retrieval, text, coverage, evidence)
    return _steps(retriever, retrieval, text, coverage, items[:MAX_STEPS])


def _listed(
    retriever: Retriever,
    retrieval: Retrieval,
    text: str,
    coverage: Coverage,
    evidence: Evidence,
) -> Answer:
    """Items of the kind or about the subject that is named, each with what was decided."""
    items = listed_items(retriever, retrieval, text, evidence)
    if not items and asks_for_all(retrieval, text):
        return _unanswered(
            retrieval, text, coverage, "Inget sådant ärende finns bland handlingarna."
        )
    if not items:
        return _answered(retriever, retrieval, text, coverage, evidence)
    return _steps(retriever, retrieval, text, coverage, items)


def _ordered(items: Iterable[StoredItem]) -> list[StoredItem]:
    return sorted(items, key=in_order_of_time)


def _steps(
    retriever: Retriever,
    retrieval: Retrieval,
    text: str,
    coverage: Coverage,
    items: Sequence[StoredItem],
) -> Answer:
    """Each item with what was decided; the first ``MAX_LISTED`` of a long list, which is said."""
    lines: list[AnswerLine] = []
    quotes = MAX_QUOTES if len(items) <= FEW else QUOTES_OF_MANY
    for item in items[:MAX_LISTED]:
        passages = retriever.store.item_passages(item.item_id)
        chosen = decision_passages(item, passages) or passages[:1]
        sentence = item_sentence(item, has_minutes(retriever, item))
        lines.append(AnswerLine(sentence, make_hit(chosen[0], 1), quoted=False))
        lines += [AnswerLine(p.text, make_hit(p, 1)) for p in chosen[:quotes]]
    if len(items) > MAX_LISTED:
        told = f"{len(items)} ärenden passar in; här visas de {MAX_LISTED} första."
        lines.insert(0, AnswerLine(told, lines[0].hit, quoted=False))
    decided = [item for item in items if is_decided(item)]
    lead = (decided or items)[-1]
    return _assemble(retrieval, text, coverage, lead, lines)


def _assemble(
    retrieval: Retrieval,
    text: str,
    coverage: Coverage,
    lead: StoredItem,
    lines: Sequence[AnswerLine],
) -> Answer:
    numbered: dict[str, Hit] = {}
    for line in lines:
        if line.hit.id not in numbered:
            numbered[line.hit.id] = _ranked(line.hit, len(numbered) + 1)
    lines = tuple(AnswerLine(line.text, numbered[line.hit.id], line.quoted) for line in lines)
    used = frozenset(line.hit.item_id for line in lines)
    return Answer(
        question=text,
        answered=True,
        outcome=lead.outcome,
        text="\n".join(_written(line) for line in lines),
        reason=None,
        lines=lines,
        citations=tuple(numbered.values()),
        case_number=lead.case_number,
        also=_also(retrieval, text, used),
        coverage=coverage,
        interpreted=retrieval.question.interpreted,
        interpretations=retrieval.question.interpretations,
    )


def _written(line: AnswerLine) -> str:
    if line.quoted:
        return f"«{line.text}» [{line.hit.citation}]"
    return line.text


def _ranked(hit: Hit, rank: int) -> Hit:
    return replace(hit, rank=rank)


def _step_line(retriever: Retriever, item: StoredItem, word: str) -> AnswerLine:
    passages = retriever.store.item_passages(item.item_id)
    chosen = (decision_passages(item, passages) or passages)[0]
    return AnswerLine(f"{word}: {step_sentence(item)}", make_hit(chosen, 1), quoted=False)


def _also(retrieval: Retrieval, text: str, used: frozenset[str]) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    for item_id, candidates in retrieval.by_item().items():
        if item_id not in used and len(hits) < MAX_ALSO:
            telling = [c for c in candidates if c.passage.section not in _LISTS]
            hits.append(hit_of((telling or candidates)[0], len(hits) + 1, text))
    return tuple(hits)
