"""Lists of the matters in which something happened on the way, with the words that tell it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beslutssok.domain import AnswerLine, Entities, MotionKind
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.search.acts_told import disqualified_lines, quote_source
from beslutssok.search.composing import quote, state
from beslutssok.search.events import Event, items_where, words_of_matter
from beslutssok.search.happened import events_of, tells_all
from beslutssok.search.listing import filters_of_list, list_heading
from beslutssok.search.quoted_words import passage_of, sentences_of
from beslutssok.search.quoting import decided_kind, decision_passages
from beslutssok.search.retrieval import Retrieval, Retriever, by_day
from beslutssok.search.same_bodies import is_assembly
from beslutssok.search.subject_words import ENOUGH_WORDS, share_of_words
from beslutssok.search.wording import item_sentence

# A question with more words than this describes a matter, and need not use those of its title.
FEW_WORDS = 2
# In points of the score; how much less well items are found that are like what is described.
LIKE = 1.5
MOST_LIKE = 8
MANY = 40
MOST_QUOTES = 2
_BY_ASSEMBLY = re.compile(r"fullmäktige|\bassembly\b|\bcouncil\b", re.IGNORECASE)
_TIE = re.compile(r"\butslagsröst|\blottning", re.IGNORECASE)
_OF_VOTES = frozenset({Event.PROPOSAL_FELL, Event.ONE_VOTE, Event.TIED, Event.MINORITY})


@dataclass(frozen=True, slots=True)
class ToldEvents:
    """A list in lines; ``lead`` is the last item of it."""

    lead: StoredItem
    lines: tuple[AnswerLine, ...]


def event_lines(retriever: Retriever, retrieval: Retrieval, text: str) -> ToldEvents | None:
    """The matters in which what a question asks for happened, in order of time.

    ``None`` where it does not ask for that, or where it happened in none that it asks about.
    """
    events = events_of(retrieval.question)
    if not events or retrieval.relaxed or not tells_all(events, retrieval.question):
        return None
    filters = filters_of_list(retrieval)
    found = items_where(retriever.store, filters, events, retrieval.question.parties)
    items = _asked_about(retriever, retrieval, text, found)
    if Event.PROPOSAL_FELL in events and _BY_ASSEMBLY.search(text):
        items = [item for item in items if is_assembly(item.organ)]
    lines = [line for item in items for line in _told(retriever, item, events, len(items))]
    if not lines:
        return None
    heading = list_heading(items, retriever.store.items(filters))
    whole = AnswerLine(heading, lines[0].hit, kind=LineKind.COUNT)
    return ToldEvents(items[-1], (whole, *lines))


def _asked_about(
    retriever: Retriever, retrieval: Retrieval, text: str, found: set[str]
) -> list[StoredItem]:
    """Those of the items that a question is about: all, those so titled, or the likest."""
    if not found:
        return []
    words = words_of_matter(text, retrieval.question.interpretations)
    items = retriever.store.items_named(found)
    if words:
        named = [item for item in items if share_of_words(words, [item.title]) >= ENOUGH_WORDS]
        likest = _likest(retrieval, items) if len(words) > FEW_WORDS else []
        items = named or likest
    return sorted(items, key=by_day)


def _likest(retrieval: Retrieval, items: Sequence[StoredItem]) -> list[StoredItem]:
    by_item = retrieval.by_item()
    found = [(by_item[item.item_id][0].score, item) for item in items if item.item_id in by_item]
    found.sort(key=lambda pair: -pair[0])
    return [item for score, item in found[:MOST_LIKE] if found[0][0] - score <= LIKE]


def _told(
    retriever: Retriever, item: StoredItem, events: Sequence[Event], count: int
) -> Iterator[AnswerLine]:
    passages = retriever.store.item_passages(item.item_id)
    if not passages:
        return
    decided = decision_passages(item, passages) or passages[:1]
    yield state(LineKind.LISTED, item_sentence(item), decided[0])
    if count > MANY:
        return
    told = _words_of(retriever.store.entities(item.item_id), passages, events)
    yield from dict.fromkeys(told)
    for passage in decided[:MOST_QUOTES]:
        yield quote(decided_kind(passage), passage)


def _words_of(
    entities: Entities, passages: Sequence[StoredPassage], events: Sequence[Event]
) -> Iterator[AnswerLine]:
    """The words that tell what happened; what the decision tells stands there."""
    if not _OF_VOTES.isdisjoint(events):
        for vote in entities.votes:
            passage = passage_of(vote.source, passages)
            if passage is not None:
                yield quote_source(LineKind.VOTE, passage, vote.source.text)
        for passage in passages if Event.TIED in events else ():
            for sentence in filter(_TIE.search, sentences_of(passage.text)):
                yield quote(LineKind.VOTE, passage, sentence)
    if Event.REFERRAL_MOVED in events:
        for motion in entities.motions:
            passage = passage_of(motion.source, passages)
            if passage is not None and motion.kind is MotionKind.REFERRAL_BACK:
                yield quote_source(LineKind.MOTION, passage, motion.source.text)
    if Event.DISQUALIFIED in events:
        yield from disqualified_lines(entities, passages)
