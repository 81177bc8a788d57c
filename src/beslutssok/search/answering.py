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
    Filters,
    Hit,
    Outcome,
    SectionKind,
)
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.search.evidence import Evidence, weigh_evidence
from beslutssok.search.history import is_lead_in
from beslutssok.search.hits import make_hit
from beslutssok.search.question import Intent
from beslutssok.search.retrieval import Candidate, Retrieval, Retriever, hit_of, in_order_of_time
from beslutssok.search.roll_calls import is_roll_call, names_marked, telling_lines
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

MAX_QUOTES = 8
MAX_ALSO = 8
MAX_LISTED = 25
MAX_STEPS = 20
# Characters; a decision shorter than this says too little alone («Motionen avslås.»).
OPAQUE = 150

_DECIDED = re.compile(r"beslut(?:ade|ades|at)|antog|avslog|bifoll|röstade", re.IGNORECASE)
_WANTED: dict[Intent, tuple[SectionKind, ...]] = {
    Intent.VOTE: (SectionKind.VOTE, SectionKind.PROCEDURE),
    Intent.WHO_RESERVED: (SectionKind.RESERVATION, SectionKind.STATEMENT, SectionKind.VOTE),
    Intent.WHO_MOVED: (SectionKind.MOTION,),
    Intent.WHO_DISQUALIFIED: (SectionKind.DISQUALIFICATION, SectionKind.STATEMENT),
}


def ask(retriever: Retriever, text: str, given: Filters) -> Answer:
    """Answer a question from the documents, or say why not."""
    retrieval = retriever.retrieve(text, given)
    coverage = retriever.store.coverage(given)
    gone = _not_there(retrieval, text)
    if gone:
        return _unanswered(retrieval, text, coverage, gone)
    evidence = weigh_evidence(retriever, retrieval, text)
    if not evidence.sufficient:
        reason = "Handlingarna ger inget svar på frågan."
        if evidence.missing:
            reason = missing_sentence(evidence.missing)
        return _unanswered(retrieval, text, coverage, reason)
    if retrieval.question.intent is Intent.HISTORY or retrieval.filters.case_number:
        return _history(retriever, retrieval, text, coverage, evidence)
    if retrieval.filters.item_number and len(evidence.items) > 1:
        return _steps(retriever, retrieval, text, coverage, _ordered(evidence.items))
    if retrieval.question.intent is Intent.LIST:
        return _listed(retriever, retrieval, text, coverage, evidence)
    return _answered(retriever, retrieval, text, coverage, evidence)


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
        return f"Det finns ingen handling från {period.words} som svarar mot frågan."
    if question.filters.item_number and not used.item_number:
        return f"Ingen § {question.filters.item_number} finns bland handlingarna."
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
    )


def _answered(
    retriever: Retriever,
    retrieval: Retrieval,
    text: str,
    coverage: Coverage,
    evidence: Evidence,
) -> Answer:
    lead, best = choose_lead(retriever, retrieval)
    passages = retriever.store.item_passages(lead.item_id)
    sentence = item_sentence(lead, has_minutes(retriever, lead))
    lines = list(_item_lines(lead, passages, best, retrieval.question.intent, text, sentence))
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
    """Items that are about the subject as named, each with what was decided, in order of time."""
    items = _ordered(evidence.about or evidence.items)
    wanted = next((kinds for words, kinds in _OUTCOMES_ASKED if words.search(text)), None)
    if wanted:
        items = [item for item in items if item.outcome in wanted]
    if _MOTIONS.search(text):
        items = [item for item in items if _MOTIONS.search(item.title)] or items
    items = items[:MAX_LISTED]
    if not items:
        return _answered(retriever, retrieval, text, coverage, evidence)
    return _steps(retriever, retrieval, text, coverage, items)


def _ordered(items: Iterable[StoredItem]) -> list[StoredItem]:
    return sorted(items, key=in_order_of_time)


# What a question for a list says of the outcome, and which outcomes that is.
_OUTCOMES_ASKED: tuple[tuple[re.Pattern[str], frozenset[Outcome]], ...] = (
    (re.compile(r"\båterremi", re.I), frozenset({Outcome.REFERRED_BACK})),
    (re.compile(r"\bbordl", re.I), frozenset({Outcome.TABLED})),
    (re.compile(r"\bavslog|\bavslag|\bsade\b.{0,30}\bnej\b", re.I), frozenset({Outcome.REJECTED})),
    (
        re.compile(r"\bbif(?:öll|all)|\bsade\b.{0,30}\bja\b", re.I),
        frozenset({Outcome.APPROVED, Outcome.PARTLY_APPROVED}),
    ),
)
_MOTIONS = re.compile(r"\bmotion", re.IGNORECASE)


def _steps(
    retriever: Retriever,
    retrieval: Retrieval,
    text: str,
    coverage: Coverage,
    items: Sequence[StoredItem],
) -> Answer:
    lines: list[AnswerLine] = []
    for item in items:
        passages = retriever.store.item_passages(item.item_id)
        chosen = _decision_passages(item, passages) or passages[:1]
        sentence = item_sentence(item, has_minutes(retriever, item))
        lines.append(AnswerLine(sentence, make_hit(chosen[0], 1), quoted=False))
        lines += [AnswerLine(p.text, make_hit(p, 1)) for p in chosen[:MAX_QUOTES]]
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
    )


def _written(line: AnswerLine) -> str:
    if line.quoted:
        return f"«{line.text}» [{line.hit.citation}]"
    return line.text


def _ranked(hit: Hit, rank: int) -> Hit:
    return replace(hit, rank=rank)


def _item_lines(
    item: StoredItem,
    passages: Sequence[StoredPassage],
    best: Candidate,
    intent: Intent,
    text: str,
    sentence: str,
) -> Iterable[AnswerLine]:
    decision = _decision_passages(item, passages)
    head = decision[0] if decision else best.passage
    yield AnswerLine(sentence, make_hit(head, 1), quoted=False)
    asked = [p for kind in _WANTED.get(intent, ()) for p in passages if p.section is kind]
    quoted: set[str] = set()
    for passage in [*asked[:MAX_QUOTES], *decision[:MAX_QUOTES]]:
        if passage.id not in quoted:
            quoted.add(passage.id)
            yield from _quote(passage, text)
    carried = carried_proposal(decision, passages)[:MAX_QUOTES]
    if carried:
        yield AnswerLine("Förslaget som antogs:", make_hit(carried[0], 1), quoted=False)
        for passage in carried:
            yield AnswerLine(passage.text, make_hit(passage, 1))
    if intent is Intent.DECISION:
        for passage in passages:
            if passage.section in (SectionKind.VOTE, SectionKind.RESERVATION):
                quoted.add(passage.id)
                yield from _quote(passage, text)
    own = best.passage
    says_little = sum(len(passage.text) for passage in decision) < OPAQUE
    is_own = own.item_id == item.item_id and own.id not in quoted
    if says_little and is_own and own.section in _TELLING and not is_roll_call(own.text):
        yield AnswerLine(own.text, hit_of(best, 1, text))


# «Kommunstyrelsens förslag antas.» says what was carried only together with that proposal.
_CARRIES_PROPOSAL = re.compile(
    r"(?:\d+[.)]\s*)?(?P<whose>\w+s)\s+förslag\s+(?:antas|bifalls|godkänns|bifalles)\.?\s*",
    re.IGNORECASE,
)


def carried_proposal(
    decision: Sequence[StoredPassage], passages: Sequence[StoredPassage]
) -> list[StoredPassage]:
    """The proposal that an opaque decision carries, where it is certain which one it is.

    The decision has to name whose proposal it is, and exactly one heading of the item has to be
    that proposal's; otherwise nothing is given, for another's proposal was not carried.
    """
    carries = _CARRIES_PROPOSAL.fullmatch(decision[0].text) if decision else None
    if carries is None or decision[0].section is not SectionKind.DECISION:
        return []
    proposed = _without_lead_ins(passages, SectionKind.PROPOSAL)
    whose = carries["whose"].casefold()
    own = [p for p in proposed if p.section_heading.casefold().startswith(whose)]
    return own if len({p.section_heading for p in own}) == 1 else []


def _quote(passage: StoredPassage, text: str) -> Iterable[AnswerLine]:
    """A passage as a quotation; of a roll-call only the tally and the persons asked about."""
    if not is_roll_call(passage.text):
        yield AnswerLine(passage.text, make_hit(passage, 1))
        return
    lines = telling_lines(passage.text, text)
    if lines:
        yield AnswerLine("\n".join(lines), make_hit(passage, 1))
    for name in names_marked(passage.text, text):
        yield AnswerLine(
            f"Hur {name} röstade visar kolumnen i röstlistan.", make_hit(passage, 1), quoted=False
        )


_LISTS = frozenset({SectionKind.RECIPIENTS, SectionKind.DOCUMENTS})
# Sections that may be quoted as what the documents say about a subject. Motions and proposals
# are quoted only where they are asked for, and then under their own name.
_TELLING = frozenset(
    {
        SectionKind.SUMMARY,
        SectionKind.BACKGROUND,
        SectionKind.OTHER,
        SectionKind.EARLIER,
        SectionKind.STATEMENT,
        SectionKind.DISQUALIFICATION,
    }
)


def _decision_passages(item: StoredItem, passages: Sequence[StoredPassage]) -> list[StoredPassage]:
    decided = _without_lead_ins(passages, SectionKind.DECISION)
    if decided:
        return decided
    if item.outcome is not Outcome.PROPOSED:
        return []
    return _without_lead_ins(passages, SectionKind.PROPOSAL)


def _without_lead_ins(passages: Sequence[StoredPassage], kind: SectionKind) -> list[StoredPassage]:
    """The passages of a section, less the words that only lead in to its points."""
    own = [passage for passage in passages if passage.section is kind]
    return [p for p in own if p.point or not is_lead_in(p.text)] or own


def _step_line(retriever: Retriever, item: StoredItem, word: str) -> AnswerLine:
    passages = retriever.store.item_passages(item.item_id)
    chosen = (_decision_passages(item, passages) or passages)[0]
    return AnswerLine(f"{word}: {step_sentence(item)}", make_hit(chosen, 1), quoted=False)


def _also(retrieval: Retrieval, text: str, used: frozenset[str]) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    for item_id, candidates in retrieval.by_item().items():
        if item_id not in used and len(hits) < MAX_ALSO:
            telling = [c for c in candidates if c.passage.section not in _LISTS]
            hits.append(hit_of((telling or candidates)[0], len(hits) + 1, text))
    return tuple(hits)
