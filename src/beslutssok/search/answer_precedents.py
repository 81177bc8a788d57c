"""Answers to how earlier matters like the one asked about came out: each, and how many how."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from beslutssok.domain import AnswerLine, Outcome
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.index.words import stem
from beslutssok.parse.verdicts import verdicts_of
from beslutssok.search.composing import quote, state
from beslutssok.search.evidence import Evidence
from beslutssok.search.item_text import ItemText, stands, stems_of
from beslutssok.search.one_matter import is_one_case, items_of_case
from beslutssok.search.precedents import is_of_matter
from beslutssok.search.process_words import GOING
from beslutssok.search.question import Question
from beslutssok.search.quoting import decided_kind, decision_passages, nearest_points
from beslutssok.search.retrieval import Retrieval, Retriever, in_order_of_time
from beslutssok.search.selection import is_decided, is_follow_up
from beslutssok.search.sentences import Says, say
from beslutssok.search.subject_words import names_in, subject_words
from beslutssok.search.wording import item_sentence

# What a question asks of earlier matters, and not what they are about.
_NO_MATTER = GOING | frozenset(
    stem(word)
    for word in (
        *("pengar", "söker", "sökt", "sökte", "brukar", "brukade", "oftast", "förut"),
        *("sagt", "säga", "förslag", "liknande"),
    )
)
# So many are told, best first; points that are quoted of each.
MOST_ITEMS = 6
MOST_POINTS = 3


@dataclass(frozen=True, slots=True)
class ToldPrecedents:
    """Earlier matters in lines; ``lead`` is that found best."""

    lead: StoredItem
    lines: tuple[AnswerLine, ...]


def precedent_lines(
    retriever: Retriever, retrieval: Retrieval, evidence: Evidence
) -> ToldPrecedents | None:
    """The matters found about as well as the best, each with what was decided, best first.

    They have most of the words that tell what is asked about, or half of them with a name, and are
    of one municipality or region. ``None`` where there is only one. Of a decision about many
    things, the points that have what the question names and the title does not; then the outcome
    is that of these points.
    """
    if retrieval.question.parties:
        return None
    ended = [
        _ended(retriever, item)
        for item in evidence.items
        if is_of_matter(item.title) and _is_such(retriever, item, retrieval.question)
    ]
    told_once: dict[str, StoredItem] = {}
    own = next((item.huvudman for item in ended if item.huvudman), "")
    for item in ended:
        if item.document_kind.records_decisions and item.huvudman in ("", own):
            told_once.setdefault(item.case_number or item.item_id, item)
    items = list(told_once.values())[:MOST_ITEMS]
    if len(items) < 2:
        return None
    lines: list[AnswerLine] = []
    told: Counter[object] = Counter()
    for item in items:
        passages = retriever.store.item_passages(item.item_id)
        decision = decision_passages(item, passages) or passages[:1]
        asked = _points_asked(decision, item, retrieval.question.wording)
        verdicts = [verdict for point in asked for verdict in verdicts_of(point.text)]
        item = replace(item, outcome=verdicts[0]) if verdicts and is_decided(item) else item
        found = retrieval.by_item().get(item.item_id, [])
        points = nearest_points(asked or decision, found, MOST_POINTS)
        lines.append(state(LineKind.LISTED, item_sentence(item), points[0]))
        lines += [quote(decided_kind(point), point) for point in points]
        told[item.outcome] += 1
    counted = tuple(
        say(Says.SO_MANY_ENDED, count=count, outcome=outcome)
        for outcome, count in told.most_common()
    )
    heading = say(Says.LIKE_IT, items=len(items), outcomes=counted)
    whole = AnswerLine(heading, lines[0].hit, LineKind.COUNT)
    return ToldPrecedents(items[0], (whole, *lines))


def _is_such(retriever: Retriever, item: StoredItem, question: Question) -> bool:
    """Whether an item is about what is asked about, by the words that tell it."""
    words = [word for word in subject_words(question.wording) if stem(word) not in _NO_MATTER]
    there = ItemText.of(retriever.store.item_passages(item.item_id)).stems
    told = {word for word in words if stands(word, there)}
    names = {name.lower() for name in names_in(question.text)}
    return len(told) * 2 > len(words) or (len(told) * 2 == len(words) and bool(told & names))


def _ended(retriever: Retriever, item: StoredItem) -> StoredItem:
    """The item itself if it decided, else the last of its case that did, or itself."""
    if is_decided(item):
        return item
    decided = [
        other
        for other in sorted(items_of_case(retriever, item), key=in_order_of_time)
        if is_one_case(other.case_number, item.case_number)
        and is_decided(other)
        and not is_follow_up(retriever, other)
    ]
    return decided[-1] if decided else item


def _points_asked(
    decision: Sequence[StoredPassage], item: StoredItem, text: str
) -> list[StoredPassage]:
    """The points of a decision about several things that have words asked for, unlike the title.

    None of what was carried in part, which only all points tell.
    """
    if item.outcome is Outcome.PARTLY_APPROVED:
        return []
    titled = stems_of(item.title)
    asked = [word for word in subject_words(text) if not stands(word, titled)]
    having = [
        point for point in decision if any(stands(word, stems_of(point.text)) for word in asked)
    ]
    return having if len(having) < len(decision) else []
