"""What is found where something happened on the way, in questions about all cases where it did."""

from collections.abc import Sequence

import numpy as np

from beslutssok.domain.interpretation import InterpretationKind
from beslutssok.index.event_queries import passages_of_items
from beslutssok.index.store import Store
from beslutssok.search.candidates import Candidate, CandidateFinder
from beslutssok.search.events import Event, items_where, words_of_matter
from beslutssok.search.question import Question
from beslutssok.search.understanding import Understanding

# In points of the score: where what a question asks for happened, beside what it is about.
RAISED = 1.5


def where_it_happened(
    finder: CandidateFinder,
    store: Store,
    understood: Understanding,
    found: tuple[Candidate, ...],
) -> tuple[Candidate, ...]:
    """The candidates with those raised where what is asked for happened, if anything is."""
    question, filters = understood.question, understood.filters
    events = events_of(question)
    if not events:
        return found
    items = items_where(store, filters, events, question.parties)
    rowids = passages_of_items(store, items)
    if understood.allowed is not None:
        rowids = np.intersect1d(rowids, understood.allowed)
    held = finder.find(question.wording, filters, rowids) if len(rowids) else ()
    if not held:
        return found
    taken = {candidate.passage.rowid for candidate in held}
    others = tuple(each for each in found if each.passage.rowid not in taken)
    raised = RAISED
    of_all = tells_all(events, question)
    if others and of_all and not words_of_matter(question.text, question.interpretations):
        raised = max(raised, others[0].score - held[-1].score)
    lifted = (each._replace(score=each.score + raised) for each in held)
    return tuple(sorted((*lifted, *others), key=lambda candidate: -candidate.score))


def events_of(question: Question) -> tuple[Event, ...]:
    """What a question wants all cases of; nothing where that was taken away or let go."""
    return tuple(Event(part.words) for part in question.standing(InterpretationKind.EVENT))


def tells_all(events: Sequence[Event], question: Question) -> bool:
    """Whether events and the words of the matter are all that a question asks by.

    Of a motion alone it is known whose it was; who was disqualified is told otherwise.
    """
    if question.persons or question.phrases or question.excluded:
        return False
    return not question.parties or set(events) == {Event.REFERRAL_MOVED}
