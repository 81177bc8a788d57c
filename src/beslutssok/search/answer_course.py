"""How a matter came to an item and went on from it: steps before, later decisions, repeals."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from beslutssok.domain import AnswerLine, DocumentKind, SectionKind
from beslutssok.domain.answers import LineKind
from beslutssok.domain.interpretation import InterpretationKind
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.search.amended import amendments_of
from beslutssok.search.candidates import Candidate
from beslutssok.search.composing import quote, state
from beslutssok.search.intents import Intent, find_intents
from beslutssok.search.one_matter import later_and_earlier
from beslutssok.search.question import Question
from beslutssok.search.quoting import decision_passages, head_passage
from beslutssok.search.retrieval import Retriever
from beslutssok.search.selection import is_decided, is_follow_up
from beslutssok.search.sentences import Says, say
from beslutssok.search.wording import step_sentence

SHOWN_LATER = 2
SHOWN_EARLIER = 3
# Points of a later decision that are quoted.
WORDS_OF_LATER = 2
_POINTS_IN_TIME = frozenset(
    {InterpretationKind.PERIOD, InterpretationKind.ITEM, InterpretationKind.ORGAN}
)
_OF_NOW = frozenset({Intent.DECISION, Intent.LIST})
_YEAR = re.compile(r"(?<![\w/:.-])(?:19|20)\d{2}(?![\w:-])")


@dataclass(frozen=True, slots=True)
class Course:
    """What surrounds an item, each in order of time.

    ``earlier`` and ``later`` are steps of its case; ``changed`` are later decisions in it;
    ``amended`` decisions, of whatever case, that repealed or changed it, with the words that do.
    """

    earlier: Sequence[StoredItem]
    later: Sequence[StoredItem]
    changed: Sequence[StoredItem]
    amended: Sequence[tuple[StoredItem, StoredPassage]]


def course_of(retriever: Retriever, item: StoredItem, alike: Sequence[StoredItem]) -> Course:
    """Find what came before and after an item.

    ``alike`` are items of the same matter, known by their title.
    """
    earlier, later = later_and_earlier(retriever, item, alike)
    amended = [
        (by, passage)
        for by, passage in amendments_of(retriever, [item, *later])
        if str(by.date) >= str(item.date)
    ]
    repealing = {by.item_id for by, _ in amended}
    rest = [other for other in later if other.item_id not in repealing]
    changed = [other for other in rest if is_decided(other) and not is_follow_up(retriever, other)]
    return Course(earlier, [other for other in rest if other not in changed], changed, amended)


def changes_lines(retriever: Retriever, course: Course, question: Question) -> Iterator[AnswerLine]:
    """Decisions that came later; the words of the last, unless a time or a § was asked for.

    Those that repealed or changed the item are always quoted.
    """
    for by, passage in course.amended:
        yield state(LineKind.AMENDED, say(Says.AMENDED, step=step_sentence(by)), passage)
        yield quote(LineKind.AMENDED, passage)
        decision = decision_passages(by, retriever.store.item_passages(by.item_id))
        for other in [each for each in decision if each.id != passage.id][:WORDS_OF_LATER]:
            yield quote(LineKind.AMENDED, other)
    changed = course.changed[-SHOWN_LATER:]
    yield from _steps(retriever, changed, LineKind.LATER, Says.DECIDED_LATER)
    kinds = {part.kind for part in question.interpretations if not part.relaxed}
    of_then = kinds & _POINTS_IN_TIME or _YEAR.search(question.text)
    if of_then or not set(find_intents(question.text)) <= _OF_NOW:
        return
    for item in changed[-1:]:
        decision = decision_passages(item, retriever.store.item_passages(item.item_id))
        for other in decision[:WORDS_OF_LATER]:
            yield quote(LineKind.LATER, other)


def later_lines(
    retriever: Retriever, course: Course, nearest: Candidate | None
) -> Iterator[AnswerLine]:
    """Other later steps, and what a later agenda proposes, where that is ``nearest`` of all."""
    later = course.later[:SHOWN_LATER]
    yield from _steps(retriever, later, LineKind.LATER, Says.LATER)
    if nearest is None or nearest.passage.section is not SectionKind.PROPOSAL:
        return
    passage = nearest.passage
    is_agenda = passage.document_kind is DocumentKind.AGENDA
    if is_agenda and passage.item_id in {item.item_id for item in later}:
        yield quote(LineKind.PROPOSAL, passage)


def earlier_lines(retriever: Retriever, course: Course) -> Iterator[AnswerLine]:
    """The last steps before the item."""
    yield from _steps(retriever, course.earlier[-SHOWN_EARLIER:], LineKind.EARLIER, Says.EARLIER)


def _steps(
    retriever: Retriever, items: Iterable[StoredItem], kind: LineKind, when: Says
) -> Iterator[AnswerLine]:
    for item in items:
        passages = retriever.store.item_passages(item.item_id)
        if passages:
            yield state(kind, say(when, step=step_sentence(item)), head_passage(item, passages))
