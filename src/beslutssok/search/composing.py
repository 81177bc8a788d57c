"""How an answer is put together: its lines numbered by source, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from beslutssok.domain import Answer, AnswerLine, Coverage, Hit, Outcome, Saying, SectionKind
from beslutssok.domain.answers import AnswerKind, LineKind
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.search.hits import make_hit
from beslutssok.search.retrieval import Retrieval, hit_of
from beslutssok.search.wording import describe_coverage

MAX_ALSO = 8
_LISTS = frozenset({SectionKind.RECIPIENTS, SectionKind.DOCUMENTS})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on its way to an answer: what was found, and what was looked through.

    ``after`` is what a follow-up question goes on with, ``gaps`` are sentences about documents
    that are not there.
    """

    text: str
    retrieval: Retrieval
    coverage: Coverage
    after: str | None = None
    gaps: tuple[Saying, ...] = ()


def state(kind: LineKind, saying: Saying, passage: StoredPassage) -> AnswerLine:
    """A line that says something, resting on a passage."""
    return AnswerLine(saying, make_hit(passage, 1), kind)


def quote(kind: LineKind, passage: StoredPassage, text: str | None = None) -> AnswerLine:
    """A line that quotes a passage, or words that stand in it."""
    return AnswerLine(passage.text if text is None else text, make_hit(passage, 1), kind)


def compose(
    asked: Asked, kind: AnswerKind, lead: StoredItem, lines: Sequence[AnswerLine]
) -> Answer:
    """An answer of lines; ``lead`` gives its outcome and its case number."""
    numbered: dict[str, Hit] = {}
    for line in lines:
        if line.hit.id not in numbered:
            numbered[line.hit.id] = replace(line.hit, rank=len(numbered) + 1)
    kept = tuple(replace(line, hit=numbered[line.hit.id]) for line in lines)
    question = asked.retrieval.question
    return Answer(
        question=asked.text,
        answered=True,
        outcome=lead.outcome,
        text="\n".join(map(_written, kept)),
        reason=None,
        lines=kept,
        citations=tuple(numbered.values()),
        case_number=lead.case_number,
        also=_also(asked, frozenset(line.hit.item_id for line in kept)),
        coverage=asked.coverage,
        interpreted=question.interpreted,
        interpretations=question.interpretations,
        kind=kind,
        gaps=asked.gaps,
        after=asked.after,
    )


def decline(asked: Asked, reason: Saying) -> Answer:
    """An answer that there is none, with what was looked through and the nearest hits."""
    question = asked.retrieval.question
    return Answer(
        question=asked.text,
        answered=False,
        outcome=Outcome.UNKNOWN,
        text=" ".join((reason, *asked.gaps, describe_coverage(asked.coverage))),
        reason=reason,
        lines=(),
        citations=(),
        case_number=None,
        also=_also(asked, frozenset()),
        coverage=asked.coverage,
        interpreted=question.interpreted,
        interpretations=question.interpretations,
        kind=AnswerKind.NONE,
        gaps=asked.gaps,
        after=asked.after,
    )


def _written(line: AnswerLine) -> str:
    return f"«{line.text}» [{line.hit.citation}]" if line.quoted else line.text


def _also(asked: Asked, used: frozenset[str]) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    for item_id, candidates in asked.retrieval.by_item().items():
        if item_id not in used and len(hits) < MAX_ALSO:
            telling = [c for c in candidates if c.passage.section not in _LISTS]
            hits.append(hit_of((telling or candidates)[0], len(hits) + 1, asked.text))
    return tuple(hits)
