"""Which words of an item are quoted: the decision, what was asked about, what was carried."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beslutssok.domain import AnswerLine, Entities, Outcome, SectionKind
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.search.candidates import Candidate
from beslutssok.search.composing import quote, state
from beslutssok.search.leads import is_lead_in
from beslutssok.search.roll_calls import is_roll_call, ruling_lines
from beslutssok.search.sentences import Says, say
from beslutssok.search.subject_words import ENOUGH_WORDS, share_of_words, subject_words

MAX_QUOTES = 8
# Points that are quoted of a decision about many things, where one of them is asked for.
OF_ONE_POINT = 3


@dataclass(frozen=True, slots=True)
class Quotable:
    """An item with its passages and entities, and what of it was found, best first."""

    item: StoredItem
    passages: Sequence[StoredPassage]
    entities: Entities
    found: Sequence[Candidate]


def decision_lines(quotable: Quotable, most: int = MAX_QUOTES) -> Iterator[AnswerLine]:
    """What an item decides, point by point, or what it proposes where it only does that.

    Of more than ``most`` points those nearest to the question are given, and that is said.
    """
    whole = decision_passages(quotable.item, quotable.passages)
    if len(whole) > most and _is_of_one_point(quotable):
        most = min(most, OF_ONE_POINT)
    decision = nearest_points(whole, quotable.found, most)
    if len(decision) < len(whole):
        told = Says.ONE_POINT if len(decision) == 1 else Says.SOME_POINTS
        saying = say(told, points=len(whole), shown=len(decision))
        yield state(LineKind.COUNT, saying, decision[0])
    for passage in decision:
        yield from quote_passage(decided_kind(passage), passage)
    carried = carried_proposal(decision, quotable.passages)[:MAX_QUOTES]
    if carried:
        yield state(LineKind.DECISION, say(Says.ADOPTED_PROPOSAL), carried[0])
        for passage in carried:
            yield quote(LineKind.DECISION, passage)


def _is_of_one_point(quotable: Quotable) -> bool:
    """Whether a question is about a point among many, of which the item's title says nothing."""
    if not quotable.found:
        return False
    subject = subject_words(quotable.found[0].expansion.text)
    return share_of_words(subject, [quotable.item.title]) < ENOUGH_WORDS


def decided_kind(passage: StoredPassage) -> LineKind:
    """Whether a passage of a decision was decided, or is only proposed."""
    heading = passage.section_heading
    under_decision = passage.section is SectionKind.DECISION or decides_under(heading)
    decides = passage.document_kind.records_decisions and passage.outcome is not Outcome.PROPOSED
    if decides and under_decision:
        return LineKind.DECISION
    is_proposal = under_decision or passage.section is SectionKind.PROPOSAL
    return LineKind.PROPOSAL if is_proposal else LineKind.TEXT


def quote_passage(kind: LineKind, passage: StoredPassage) -> Iterator[AnswerLine]:
    """A passage as a quotation; of a roll-call only what states the tally and the ruling."""
    if not is_roll_call(passage.text):
        yield quote(kind, passage)
        return
    lines = ruling_lines(passage.text)
    if lines:
        yield quote(kind, passage, "\n".join(lines))


def nearest_points(
    decision: Sequence[StoredPassage], found: Sequence[Candidate], most: int = MAX_QUOTES
) -> list[StoredPassage]:
    """The points of a decision, or of one that has many those found best, in their order."""
    rank = {candidate.passage.id: place for place, candidate in enumerate(found)}
    nearest = sorted(decision, key=lambda passage: rank.get(passage.id, len(rank)))
    kept = {passage.id for passage in nearest[:most]}
    return [passage for passage in decision if passage.id in kept]


# «Kommunstyrelsens förslag antas.» says what was carried only together with that proposal.
_WHOSE = r"(?P<whose>(?:\w+- och )?\w+s)\s+förslag"
_CARRIES_PROPOSAL = tuple(
    re.compile(rf"(?:\d+[.)]\s*)?{pattern}\.?\s*", re.IGNORECASE)
    for pattern in (
        rf"{_WHOSE}\s+(?:antas|bifalls|godkänns|bifalles)",
        rf"(?:[\w-]+\s+(?:och\s+\w+\s+)?)?beslut(?:ar|ade)?\s+(?:i\s+enlighet\s+med|enligt)\s+{_WHOSE}",
        rf"(?:[\w-]+\s+(?:och\s+\w+\s+)?)?(?:bifaller|antar|godkänner)\s+{_WHOSE}",
        rf"(?:i\s+enlighet\s+med|enligt|bifall\s+till)\s+{_WHOSE}",
    )
)
_DECIDES = re.compile(
    r"(?:\w[\w -]*s\s+)?beslut\b|\w[\w -]*\s+(?:beslutar|föreslår)\b", re.IGNORECASE
)


def carried_proposal(
    decision: Sequence[StoredPassage], passages: Sequence[StoredPassage]
) -> list[StoredPassage]:
    """The proposal that an opaque decision carries, where it is certain which one it is.

    The decision has to name whose proposal it is, and exactly one heading of the item has to be
    that proposal's; otherwise nothing is given, for another's proposal was not carried.
    """
    if not decision or decision[0].section is not SectionKind.DECISION:
        return []
    text = decision[0].text
    carries = next((m for pattern in _CARRIES_PROPOSAL if (m := pattern.fullmatch(text))), None)
    if carries is None:
        return []
    proposed = _without_lead_ins(passages, SectionKind.PROPOSAL)
    whose = carries["whose"].casefold()
    own = [p for p in proposed if p.section_heading.casefold().startswith(whose)]
    return own if len({p.section_heading for p in own}) == 1 else []


def decision_passages(item: StoredItem, passages: Sequence[StoredPassage]) -> list[StoredPassage]:
    """What an item decides, or where it only proposes, what it proposes.

    «Enligt kommunstyrelsens förslag:» is nothing by itself: what follows under the same heading
    belongs to it, and without anything it is left out.
    """
    decided = _without_lead_ins(passages, SectionKind.DECISION)
    if decided and all(map(_only_says_whose, decided)):
        heading = decided[-1].section_heading
        decided += [
            passage
            for passage in passages
            if passage.section is SectionKind.PROPOSAL and passage.section_heading == heading
        ]
    if decided and not all(map(_only_says_whose, decided)):
        return decided
    if item.outcome is not Outcome.PROPOSED:
        return []
    proposed = _without_lead_ins(passages, SectionKind.PROPOSAL)
    # Of a board's minutes, what it proposed itself and not what was proposed to it.
    own = [passage for passage in proposed if decides_under(passage.section_heading)]
    return own if own and item.document_kind.records_decisions else proposed


def head_passage(item: StoredItem, passages: Sequence[StoredPassage]) -> StoredPassage:
    """What a sentence about an item rests on: its decision, else the first of its passages."""
    return (decision_passages(item, passages) or passages)[0]


def decides_under(heading: str) -> bool:
    """Whether a heading is that of a decision («Kommunstyrelsens beslut»), not of a proposal."""
    return bool(_DECIDES.match(heading.strip())) and "förslag" not in heading.casefold()


def _only_says_whose(passage: StoredPassage) -> bool:
    text = passage.text.strip()
    return passage.point is None and "\n" not in text and bool(_SAYS_WHOSE.fullmatch(text))


_SAYS_WHOSE = re.compile(r"(?:enligt|i enlighet med|bifall till)\b.{0,160}:", re.IGNORECASE)


def _without_lead_ins(passages: Sequence[StoredPassage], kind: SectionKind) -> list[StoredPassage]:
    """The passages of a section, less the words that only lead in to its points."""
    own = [passage for passage in passages if passage.section is kind]
    return [p for p in own if p.point or not is_lead_in(p.text)] or own
