"""Questions that nothing can answer: what they name is not among the documents."""

import re

from beslutssok.domain import DocumentKind, Saying
from beslutssok.search.retrieval import Retrieval
from beslutssok.search.sentences import Says, say

_DECIDED = re.compile(r"beslut(?:ade|ades|at)|antog|avslog|bifoll|röstade", re.IGNORECASE)


def why_not_there(retrieval: Retrieval, text: str) -> Saying | None:
    """Why a question cannot be answered at all: what it names is not among the documents."""
    question, used = retrieval.question, retrieval.filters
    if not text.strip():
        return say(Says.NO_QUESTION)
    if question.filters.case_number and not used.case_number:
        return say(Says.NO_CASE, number=question.filters.case_number)
    if _only_called(retrieval):
        return say(Says.DAY_ONLY_CALLED)
    period = question.period
    is_empty = retrieval.is_period_empty
    if retrieval.relaxed and period and (is_empty or period.is_day or _DECIDED.search(text)):
        then = period.label if period.relative else period.words
        return say(Says.NOTHING_FROM, period=then)
    if question.filters.item_number and not used.item_number:
        return say(Says.NO_PARAGRAPH, number=question.filters.item_number)
    if question.unknown_huvudman:
        return say(Says.NOTHING_OF, name=question.unknown_huvudman)
    if question.unknown_organ:
        return say(Says.NOTHING_OF, name=question.unknown_organ)
    return None


def _only_called(retrieval: Retrieval) -> bool:
    """Whether a question asks what was decided on a day of which only the agenda is there."""
    period = retrieval.question.period
    if retrieval.relaxed or period is None or not period.is_day:
        return False
    kinds = {candidate.passage.document_kind for candidate in retrieval.candidates}
    return bool(_DECIDED.search(retrieval.question.text)) and kinds == {DocumentKind.AGENDA}
