"""A question against an index: what it means there, and the passages that this leaves."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from beslutssok.domain import Filters
from beslutssok.domain.interpretation import Interpretation, InterpretationKind
from beslutssok.index.exact_text import passages_with_words
from beslutssok.index.rows import Rowids
from beslutssok.index.store import Store
from beslutssok.index.words import query_words
from beslutssok.search.named import blank_out
from beslutssok.search.phrases import has_phrase, has_word
from beslutssok.search.question import LONGEST_QUESTION, Question, merge_filters, read_question
from beslutssok.search.spellings import CaseSpellings

# Letters by themselves may be a local party's, if the index has it.
_LETTERS = re.compile(r"(?<![\w-])([A-ZÅÄÖ]{1,5})(?![\w-])")

_EMPTY_ALONE = frozenset(
    {InterpretationKind.CASE, InterpretationKind.ITEM, InterpretationKind.PERIOD}
)
# What may be let go, the least certain first: read from words that may have meant something else.
_LEAST_CERTAIN = (
    InterpretationKind.DOCUMENT_KIND,
    InterpretationKind.SECTION,
    InterpretationKind.PARTY,
    InterpretationKind.PHRASE,
    InterpretationKind.HUVUDMAN,
    InterpretationKind.ORGAN,
    InterpretationKind.ITEM,
    InterpretationKind.PERIOD,
    InterpretationKind.CASE,
)


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a question means in an index.

    ``filters`` are those used in the end; ``allowed`` the rowids that they, the phrases and the
    words to leave out allow, ascending (``None``: all); ``let_go`` what left nothing.
    """

    question: Question
    filters: Filters
    allowed: Rowids | None
    let_go: tuple[Interpretation, ...] = ()


def understand(
    store: Store,
    spellings: CaseSpellings,
    text: str,
    given: Filters,
    today: date | None = None,
    without: Iterable[str] = (),
) -> Understanding:
    """Read a question, and let go of what leaves nothing, the least certain first.

    Filters that the user gave are never let go.
    """
    choices = store.choices()
    taken = frozenset(without)
    letters = frozenset(_LETTERS.findall(text[:LONGEST_QUESTION]))
    parties = [party for party in letters if store.has_any(Filters(party=party))]

    def read(day: date | None) -> tuple[Question, Rowids | None]:
        question = read_question(
            text,
            given,
            [organ for organ, _ in choices.organ],
            [huvudman for huvudman, _ in choices.huvudman],
            parties=parties,
            today=day,
            without=taken,
        )
        return question, _allowed(store, spellings, question.filters, question.interpretations)

    question, allowed = read(today)
    if allowed is None or len(allowed):
        return Understanding(question, question.filters, allowed)
    if question.period and question.period.yearless:
        # «den 17 juni» is of the latest year in which something was held that day.
        # On the last of December «i januari» is the next one, so the year before is asked too.
        years = [year for year, _ in choices.years]
        for year in (*reversed(years), *(first - 1 for first in years[:1])):
            earlier, left = read(date(year, 12, 31))
            if left is not None and len(left):
                return Understanding(earlier, earlier.filters, left)
    for let_go in relaxations(question.interpretations):
        kept = tuple(part for part in question.interpretations if part not in let_go)
        filters = merge_filters(given, kept)
        left = _allowed(store, spellings, filters, kept)
        if left is None or len(left):
            shown = tuple(
                replace(part, relaxed=part in let_go) for part in question.interpretations
            )
            if not _says_more(question, let_go):
                left = rowids_of(())
            return Understanding(replace(question, interpretations=shown), filters, left, let_go)
    return Understanding(question, question.filters, allowed)


def relaxations(parts: Iterable[Interpretation]) -> Iterator[tuple[Interpretation, ...]]:
    """What to let go, step by step: first each part alone, then one more each time.

    Words that the user left out by «-ord» are never let back in.
    """
    limiting = [part for part in parts if part.limits and part.kind in _LEAST_CERTAIN]
    limiting.sort(key=lambda part: _LEAST_CERTAIN.index(part.kind))
    for part in limiting:
        yield (part,)
    for count in range(2, len(limiting) + 1):
        yield tuple(limiting[:count])


def _allowed(
    store: Store,
    spellings: CaseSpellings,
    filters: Filters,
    parts: tuple[Interpretation, ...],
) -> Rowids | None:
    allowed = rowids_left(store, spellings, filters)
    for part in parts:
        if part.kind is InterpretationKind.PHRASE:
            having = _having_phrase(store, part.words)
            allowed = having if allowed is None else np.intersect1d(allowed, having)
    for part in parts:
        if part.kind is InterpretationKind.EXCLUDED:
            all_rowids = store.rowids() if allowed is None else allowed
            allowed = np.setdiff1d(all_rowids, _having_word(store, part.words))
    return allowed


def _says_more(question: Question, let_go: Iterable[Interpretation]) -> bool:
    """Whether a question says anything but what is let go: «SLK-2023-99999» alone does not.

    What is near to a number or a month alone has nothing to do with it.
    """
    if not any(part.kind in _EMPTY_ALONE for part in let_go):
        return True
    return bool(query_words(blank_out(question.text, let_go)))


def _having_phrase(store: Store, phrase: str) -> Rowids:
    return rowids_of(
        rowid
        for rowid, title, text in passages_with_words(store, phrase)
        if has_phrase(text, phrase) or has_phrase(title, phrase)
    )


def _having_word(store: Store, word: str) -> Rowids:
    return rowids_of(
        rowid
        for rowid, title, text in passages_with_words(store, word)
        if has_word(text, word) or has_word(title, word)
    )


def rowids_of(found: Iterable[int]) -> Rowids:
    """Rowids in ascending order."""
    return np.array(sorted(found), dtype=np.int64)


def rowids_left(store: Store, spellings: CaseSpellings, filters: Filters) -> Rowids | None:
    """The passages that filters leave, a case in all its spellings; ``None`` when nothing limits.

    Where no item has the case number as its own, those that mention it tell what there is.
    """
    if filters == Filters():
        return None
    if filters.case_number is None:
        return store.rowids(filters)
    numbers = spellings.spellings(filters.case_number)
    parts = [store.rowids(replace(filters, case_number=number)) for number in numbers]
    own = np.unique(np.concatenate(parts))
    if len(own):
        return own
    items = {item.item_id for number in numbers for item in store.items_of_case(number)}
    return rowids_of(p.rowid for item_id in items for p in store.item_passages(item_id))
