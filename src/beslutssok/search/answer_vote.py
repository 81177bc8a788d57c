"""How a vote went: the tally as stated, what Yes and No stood for, parties, who left the line."""

import re
from collections.abc import Iterator

from beslutssok.domain import AnswerLine, Entities, SectionKind, Vote
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredPassage
from beslutssok.search.composing import quote, state
from beslutssok.search.question import Question
from beslutssok.search.quoted_words import passage_of
from beslutssok.search.quoting import MAX_QUOTES, Quotable, head_passage, quote_passage
from beslutssok.search.roll_calls import is_roll_call, naming_lines
from beslutssok.search.sentences import Says, say
from beslutssok.search.votes_told import asked_lines, party_lines, tally_line, unlisted_lines

_PARTIES = re.compile(r"\bpartie(?:r|rna|t)\b|\bblocken\b|\bwhich part(?:y|ies)\b", re.IGNORECASE)


def vote_answer(quotable: Quotable, question: Question) -> Iterator[AnswerLine]:
    """Everything told of the votes of an item, in order; or that it tells of none."""
    entities, passages = quotable.entities, quotable.passages
    asked = (*question.parties, *question.persons)
    stated = [p for p in passages if p.section is SectionKind.VOTE]
    told: list[AnswerLine] = []
    quoted: set[str] = set()
    for number, vote in enumerate(entities.votes, start=1):
        own = list(asked_lines(vote, passages, question.parties, question.persons))
        tally = list(tally_line(vote, number, len(entities.votes), passages))
        told += own
        # Who asks for one party or person is told of it before the others.
        yield from (*tally, *own, *_quoted(vote, passages_of(quotable), quoted))
        yield from party_lines(vote, passages)
    for passage in stated:
        if passage.id not in quoted and not lists_only(passage, entities):
            quoted.add(passage.id)
            yield quote(LineKind.VOTE, passage)
    if not any(vote.proposition for vote in entities.votes):
        order = [p for p in passages if p.section is SectionKind.PROCEDURE]
        for passage in order[:MAX_QUOTES] if entities.votes or stated else ():
            yield quote(LineKind.VOTE, passage)
    if not told and question.persons:
        for passage in stated:
            lines_there = naming_lines(passage.text, question.persons)
            if lines_there and is_roll_call(passage.text):
                told.append(quote(LineKind.VOTE, passage, "\n".join(lines_there)))
                yield told[-1]
    yield from unlisted_lines(told, passages, asked)
    listed = any(vote.cast or vote.by_party for vote in entities.votes)
    if _PARTIES.search(question.text) and stated and not listed:
        unlisted = say(Says.UNLISTED, who=say(Says.THE_PARTIES))
        yield state(LineKind.DOUBT, unlisted, stated[0])
    if not entities.votes and not stated and quotable.item.document_kind.records_decisions:
        rests_on = head_passage(quotable.item, passages)
        yield state(LineKind.VOTE, say(Says.NO_VOTE), rests_on)


def told_votes(quotable: Quotable, question: Question) -> Iterator[AnswerLine]:
    """The votes of an item in a line each, with the words that state them."""
    entities, passages = quotable.entities, quotable.passages
    quoted: set[str] = set()
    for number, vote in enumerate(entities.votes, start=1):
        yield from tally_line(vote, number, len(entities.votes), passages)
        yield from asked_lines(vote, passages, question.parties, question.persons)
        yield from _quoted(vote, passages_of(quotable), quoted)
    for passage in passages:
        told = passage.id in quoted or lists_only(passage, entities)
        if passage.section is SectionKind.VOTE and not told:
            yield from quote_passage(LineKind.VOTE, passage)


def lists_only(passage: StoredPassage, entities: Entities) -> bool:
    """Whether a passage has nothing but rows of a roll-call, which is told in other lines."""
    places = set(passage.places)
    if not entities.votes:
        return is_roll_call(passage.text)
    if any(not places.isdisjoint(vote.source.places) for vote in entities.votes):
        return is_roll_call(passage.text)
    lists = (vote.roll_call for vote in entities.votes if vote.roll_call is not None)
    return is_roll_call(passage.text) or any(not places.isdisjoint(x.places) for x in lists)


def passages_of(quotable: Quotable) -> list[StoredPassage]:
    """The passages of an item that state votes, those under a heading of votes first."""
    stated = [p for p in quotable.passages if p.section is SectionKind.VOTE]
    return stated + [p for p in quotable.passages if p.section is not SectionKind.VOTE]


def _quoted(vote: Vote, passages: list[StoredPassage], quoted: set[str]) -> Iterator[AnswerLine]:
    passage = passage_of(vote.source, passages)
    if passage is None or passage.id in quoted:
        return
    quoted.add(passage.id)
    if passage.section in (SectionKind.VOTE, SectionKind.PROCEDURE):
        yield from quote_passage(LineKind.VOTE, passage)
