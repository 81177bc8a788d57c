"""Answers in list: the steps of a case, the items of a kind or a period, in order of time."""

import re
from collections.abc import Iterator, Sequence

from beslutssok.domain import AnswerLine, Saying, SectionKind
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.parse.case_numbers import find_case_numbers
from beslutssok.search.answer_vote import lists_only
from beslutssok.search.composing import quote, state
from beslutssok.search.one_matter import is_one_case
from beslutssok.search.quoted_words import sentences_of
from beslutssok.search.quoting import MAX_QUOTES, decided_kind, decision_passages, quote_passage
from beslutssok.search.retrieval import Retriever
from beslutssok.search.votes_told import tally_line
from beslutssok.search.wording import item_sentence

# Of a list longer than this only the first words of each decision are quoted.
FEW = 6
# Of one longer than this, what stands for each item is its sentence.
MANY = 60
QUOTES_OF_MANY = 3


def list_lines(
    retriever: Retriever,
    items: Sequence[StoredItem],
    heading: Saying,
    cases: Sequence[str] = (),
) -> tuple[AnswerLine, ...]:
    """Each item with what was decided, and in a short list with how it was voted.

    ``heading`` says what the list is of and how much was looked through. Of an item that only
    mentions one of ``cases``, the lines that do are quoted; of a step in them also what a court
    or another authority did in between.
    """
    lines: list[AnswerLine] = []
    minuted = _minuted_meetings(items)
    for item in items:
        passages = retriever.store.item_passages(item.item_id)
        if not passages:
            continue
        chosen = decision_passages(item, passages) or passages[:1]
        has_minutes = (item.huvudman, item.organ, item.date) in minuted
        lines.append(state(LineKind.LISTED, item_sentence(item, has_minutes), chosen[0]))
        if len(items) > MANY:
            continue
        mentions = list(_mentions(item, passages, cases))
        if mentions:
            lines += mentions
            continue
        if cases:
            lines += _from_outside(passages)
        quotes = MAX_QUOTES if len(items) <= FEW else QUOTES_OF_MANY
        for passage in chosen[:quotes]:
            lines.append(quote(decided_kind(passage), passage))
        if len(items) <= FEW:
            lines += _votes(retriever, item, passages)
    if lines:
        lines.insert(0, AnswerLine(heading, lines[0].hit, LineKind.COUNT))
    return tuple(lines)


def _mentions(
    item: StoredItem, passages: Sequence[StoredPassage], cases: Sequence[str]
) -> Iterator[AnswerLine]:
    if any(is_one_case(item.case_number, case) for case in cases):
        return
    for passage in passages:
        if passage.section is SectionKind.DECISION:
            continue
        for line in passage.text.split("\n"):
            numbers = (number for number, _, _ in find_case_numbers(line))
            if any(is_one_case(number, case) for number in numbers for case in cases):
                yield quote(LineKind.TEXT, passage, line)


# What became of a decision elsewhere stands in the background of the next step.
_ELSEWHERE = re.compile(
    r"domstol|kammarrätt|förvaltningsrätt|länsstyrelse|regeringen", re.IGNORECASE
)
_UNDID = re.compile(
    r"\b(?:upphävde|upphävt|upphävts|undanröj(?:de|t|ts)|återförvisa(?:de|t|ts)|fastställ(?:de|t|ts)"
    r"|avslog|avslagit|ändra(?:de|t|ts)|förbjöd|förbjudit|dömde|underkän(?:de|t|ts))\b",
    re.IGNORECASE,
)
_TELLING = (SectionKind.SUMMARY, SectionKind.BACKGROUND)


def _from_outside(passages: Sequence[StoredPassage]) -> Iterator[AnswerLine]:
    for passage in passages:
        for sentence in sentences_of(passage.text) if passage.section in _TELLING else ():
            if _ELSEWHERE.search(sentence) and _UNDID.search(sentence):
                yield quote(LineKind.TEXT, passage, sentence)


def _votes(
    retriever: Retriever, item: StoredItem, passages: Sequence[StoredPassage]
) -> list[AnswerLine]:
    if not any(p.section is SectionKind.VOTE for p in passages):
        return []
    entities = retriever.store.entities(item.item_id)
    votes = entities.votes
    stated = [p for p in passages if p.section is SectionKind.VOTE and not lists_only(p, entities)]
    lines = [
        line
        for number, vote in enumerate(votes, start=1)
        for line in tally_line(vote, number, len(votes), passages)
    ]
    return lines + [line for p in stated for line in quote_passage(LineKind.VOTE, p)]


def _minuted_meetings(items: Sequence[StoredItem]) -> set[tuple[str, str, object]]:
    return {
        (item.huvudman, item.organ, item.date)
        for item in items
        if item.document_kind.records_decisions
    }
