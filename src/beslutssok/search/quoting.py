"""Which words of an item are quoted: the decision, what was asked about, what was carried."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from beslutssok.domain import AnswerLine, Entities, Outcome, SectionKind
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.search.candidates import Candidate
from beslutssok.search.history import is_lead_in
from beslutssok.search.hits import make_hit
from beslutssok.search.intents import Intent
from beslutssok.search.question import Question
from beslutssok.search.retrieval import hit_of
from beslutssok.search.roll_calls import is_roll_call, telling_lines
from beslutssok.search.votes_told import unlisted_lines, vote_lines

MAX_QUOTES = 8
# Characters; a decision shorter than this says too little alone («Motionen avslås.»).
OPAQUE = 150

_WANTED: dict[Intent, tuple[SectionKind, ...]] = {
    Intent.VOTE: (SectionKind.VOTE, SectionKind.PROCEDURE),
    Intent.WHO_RESERVED: (SectionKind.RESERVATION, SectionKind.STATEMENT, SectionKind.VOTE),
    Intent.WHO_MOVED: (SectionKind.MOTION,),
    Intent.WHO_DISQUALIFIED: (SectionKind.DISQUALIFICATION, SectionKind.STATEMENT),
}


@dataclass(frozen=True, slots=True)
class Quotable:
    """An item with its passages and entities, and what of it was found, best first."""

    item: StoredItem
    passages: Sequence[StoredPassage]
    entities: Entities
    found: Sequence[Candidate]


def item_lines(
    quotable: Quotable, best: Candidate, question: Question, sentence: str
) -> Iterator[AnswerLine]:
    """The lines that tell of an item: ``sentence``, what was asked about, and the decision.

    ``best`` is the best passage of all that was found; it may be another item's.
    """
    item, passages = quotable.item, quotable.passages
    intent, text = question.intent, question.text
    whole = decision_passages(item, passages)
    decision = nearest_points(whole, quotable.found)
    head = decision[0] if decision else best.passage
    yield AnswerLine(sentence, make_hit(head, 1), quoted=False)
    votes = list(vote_lines(quotable.entities, passages, question.parties, question.persons))
    yield from votes
    if intent is Intent.VOTE:
        yield from unlisted_lines(votes, passages, (*question.parties, *question.persons))
    asked = [p for kind in _WANTED.get(intent, ()) for p in passages if p.section is kind]
    quoted: set[str] = set()
    for passage in asked[:MAX_QUOTES]:
        quoted.add(passage.id)
        yield from _quote(passage, text)
    if len(decision) < len(whole):
        told = f"Av beslutets {len(whole)} punkter visas de {len(decision)} närmast frågan:"
        yield AnswerLine(told, make_hit(head, 1), quoted=False)
    for passage in decision:
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


def nearest_points(
    decision: Sequence[StoredPassage], found: Sequence[Candidate]
) -> list[StoredPassage]:
    """The points of a decision, or of one that has many those found best, in their order."""
    rank = {candidate.passage.id: place for place, candidate in enumerate(found)}
    nearest = sorted(decision, key=lambda passage: rank.get(passage.id, len(rank)))
    kept = {passage.id for passage in nearest[:MAX_QUOTES]}
    return [passage for passage in decision if passage.id in kept]


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


def decision_passages(item: StoredItem, passages: Sequence[StoredPassage]) -> list[StoredPassage]:
    """What an item decides, or where it only proposes, what it proposes."""
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
