"""What is told of one item: what was asked about it and what it decided.

A question may ask several things of an item; each is told in its own form, in the order asked.
"""

from collections.abc import Iterable, Iterator, Sequence

from beslutssok.domain import AnswerLine, DissentKind, Entities, Saying, SectionKind
from beslutssok.domain.answers import AnswerKind, LineKind
from beslutssok.index.rows import StoredItem
from beslutssok.search.acts_told import (
    disqualified_lines,
    dissent_lines,
    motion_lines,
    speaking_lines,
)
from beslutssok.search.answer_course import (
    changes_lines,
    course_of,
    earlier_lines,
    later_lines,
)
from beslutssok.search.answer_vote import told_votes, vote_answer
from beslutssok.search.candidates import Candidate
from beslutssok.search.composing import quote, state
from beslutssok.search.intents import Intent, find_intents
from beslutssok.search.question import Question
from beslutssok.search.quoting import (
    MAX_QUOTES,
    Quotable,
    decision_lines,
    decision_passages,
    head_passage,
    quote_passage,
)
from beslutssok.search.retrieval import Retriever
from beslutssok.search.roll_calls import is_roll_call
from beslutssok.search.selection import has_minutes
from beslutssok.search.sentences import Says, say
from beslutssok.search.telling import telling_lines
from beslutssok.search.wording import item_sentence

# Letters of a passage that may be left when its sentences are quoted one by one.
FEW_LETTERS = 20
# Points of the decision that are quoted where something else was asked.
BRIEFLY = 3

_OF_DECISION = frozenset({Intent.DECISION, Intent.LIST, Intent.WHEN, Intent.HISTORY})
_KINDS = {
    Intent.VOTE: AnswerKind.VOTE,
    Intent.WHO_RESERVED: AnswerKind.WHO,
    Intent.WHO_MOVED: AnswerKind.WHO,
    Intent.WHO_SPOKE: AnswerKind.WHO,
    Intent.WHO_DISQUALIFIED: AnswerKind.WHO,
}
_AGAINST = (DissentKind.RESERVATION, DissentKind.NOT_TAKING_PART)


def kind_of(question: Question) -> AnswerKind:
    """The form of an answer about one item: that of the first thing asked."""
    return _KINDS.get(find_intents(question.text)[0], AnswerKind.DECISION)


def item_lines(
    retriever: Retriever,
    item: StoredItem,
    found: Sequence[Candidate],
    question: Question,
    alike: Sequence[StoredItem] = (),
    nearest: Candidate | None = None,
) -> tuple[AnswerLine, ...]:
    """All lines about an item; ``found`` are its passages that were found, best first.

    ``nearest`` is the best passage of all, which may be what was proposed later.

    ``alike`` are items of the same matter, known by their title. A decision that came later in
    the same case is said first of all.
    """
    passages = retriever.store.item_passages(item.item_id) if item.item_id else []
    entities = retriever.store.entities(item.item_id) if item.item_id else Entities()
    if not passages:
        passages = [candidate.passage for candidate in found]
    quotable = Quotable(item, passages, entities, found)
    body = list(_body(quotable, question))
    decision = decision_passages(item, passages)
    head = decision[0] if decision else found[0].passage if found else passages[0]
    sentence = state(LineKind.HEAD, item_sentence(item, has_minutes(retriever, item)), head)
    course = course_of(retriever, item, alike)
    return (
        *changes_lines(retriever, course, question),
        sentence,
        *_once(body),
        *later_lines(retriever, course, nearest),
        *earlier_lines(retriever, course),
    )


def _body(quotable: Quotable, question: Question) -> Iterator[AnswerLine]:
    intents = find_intents(question.text)
    told: set[Intent] = set()
    for intent in intents:
        yield from _asked(intent, quotable, question, Intent.DECISION in intents)
        told.add(intent)
    if not told & _OF_DECISION:
        yield from decision_lines(quotable, BRIEFLY)
    if told <= _OF_DECISION:
        yield from _contested(quotable, question)
        yield from telling_lines(quotable, question.text)


def _asked(
    intent: Intent, quotable: Quotable, question: Question, with_decision: bool
) -> Iterator[AnswerLine]:
    """What is told of one thing that a question asks of an item."""
    entities, passages = quotable.entities, quotable.passages
    if intent is Intent.VOTE:
        yield from vote_answer(quotable, question)
    elif intent is Intent.WHO_RESERVED:
        yield from _against(quotable, question)
    elif intent is Intent.WHO_MOVED:
        told = motion_lines(entities, passages, question.text, question.parties, question.persons)
        yield from _or_none(
            told,
            quotable,
            (SectionKind.MOTION,),
            Says.NO_MOTION,
            LineKind.MOTION,
        )
    elif intent is Intent.WHO_SPOKE:
        told = speaking_lines(passages)
        yield from _or_none(told, quotable, (), Says.NO_SPEAKERS, LineKind.DOUBT)
        yield from motion_lines(entities, passages, "", question.parties, question.persons)
    elif intent is Intent.WHO_DISQUALIFIED:
        kinds = (SectionKind.DISQUALIFICATION, SectionKind.STATEMENT)
        yield from _or_none(
            disqualified_lines(entities, passages),
            quotable,
            kinds,
            Says.NO_DISQUALIFICATION,
            LineKind.DISQUALIFICATION,
        )
    elif intent is not Intent.DECISION or with_decision:
        yield from decision_lines(quotable)


def _against(quotable: Quotable, question: Question) -> Iterator[AnswerLine]:
    """Who reserved themselves; and, where nobody did, who voted or moved against."""
    entities, passages = quotable.entities, quotable.passages
    told = list(dissent_lines(entities, passages, _AGAINST))
    yield from told
    quoted = [line.text for line in told if line.quoted]
    reserving = [p for p in passages if p.section is SectionKind.RESERVATION]
    for passage in reserving[:MAX_QUOTES]:
        if not _is_all_quoted(passage.text, quoted) and not is_roll_call(passage.text):
            yield quote(LineKind.DISSENT, passage)
    if not reserving and not told and quotable.item.document_kind.records_decisions:
        none = say(Says.NO_DISSENT)
        yield state(LineKind.DISSENT, none, head_passage(quotable.item, passages))
        yield from motion_lines(entities, passages, "avslag", question.parties, question.persons)
    yield from told_votes(quotable, question)
    for passage in [p for p in passages if p.section is SectionKind.STATEMENT][:MAX_QUOTES]:
        yield quote(LineKind.TEXT, passage)


def _is_all_quoted(text: str, quoted: Iterable[str]) -> bool:
    left = " ".join(text.split())
    for words in quoted:
        left = left.replace(" ".join(words.split()), "")
    return sum(sign.isalnum() for sign in left) < FEW_LETTERS


def _or_none(
    told: Iterable[AnswerLine],
    quotable: Quotable,
    kinds: Sequence[SectionKind],
    none: Says,
    kind: LineKind = LineKind.TEXT,
) -> Iterator[AnswerLine]:
    """What is told as data, else the sections that tell it, else that the minutes do not."""
    lines = list(told)
    yield from lines
    if lines:
        return
    passages = quotable.passages
    sections = [p for kind in kinds for p in passages if p.section is kind]
    for passage in sections[:MAX_QUOTES]:
        yield from quote_passage(_LINE_OF.get(passage.section, LineKind.TEXT), passage)
    if not sections and passages and quotable.item.document_kind.records_decisions:
        yield state(kind, say(none), head_passage(quotable.item, passages))


_LINE_OF = {
    SectionKind.MOTION: LineKind.MOTION,
    SectionKind.DISQUALIFICATION: LineKind.DISQUALIFICATION,
    SectionKind.STATEMENT: LineKind.TEXT,
}


def _contested(quotable: Quotable, question: Question) -> Iterator[AnswerLine]:
    """Votes and reservations beside a decision, in a line each."""
    yield from told_votes(quotable, question)
    entities, passages = quotable.entities, quotable.passages
    told = list(dissent_lines(entities, passages, (*_AGAINST, DissentKind.SPECIAL_OPINION)))
    yield from told
    if not any(
        not isinstance(line.text, Saying) or line.text.values["kind"] is DissentKind.RESERVATION
        for line in told
    ):
        reserving = [p for p in passages if p.section is SectionKind.RESERVATION]
        for passage in reserving[:MAX_QUOTES]:
            yield quote(LineKind.DISSENT, passage)


def _once(lines: Iterable[AnswerLine]) -> Iterator[AnswerLine]:
    """The lines without those whose words were quoted before."""
    quoted: list[tuple[str, str]] = []
    for line in lines:
        if any(line.hit.id == before and line.text in text for before, text in quoted):
            continue
        quoted.append((line.hit.id, line.text))
        yield line
