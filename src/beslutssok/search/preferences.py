"""Preferences of a question: what it would rather have, without leaving the rest out."""

import re
from collections.abc import Sequence

from beslutssok.domain import Filters, SectionKind
from beslutssok.domain.interpretation import Interpretation, InterpretationKind
from beslutssok.index.parties import find_parties
from beslutssok.index.rows import StoredPassage, compared
from beslutssok.search.candidates import Candidate
from beslutssok.search.intents import Intent, find_intents
from beslutssok.search.matters import outcomes_called
from beslutssok.search.named_people import is_named
from beslutssok.search.question import Question

# In points of the score, of which the items of a question are 0.75 to 0.96 apart (standard
# deviation). From half to twice of these gives about the same. A period or place that may as well
# be the subject of a decision weighs little, a person's name much, a number that stands there most.
_WEIGHTS = {
    InterpretationKind.SECTION: 0.3,
    InterpretationKind.PARTY: 0.2,
    InterpretationKind.NAME: 0.5,
    InterpretationKind.NUMBER: 2.0,
    InterpretationKind.PERIOD: 0.2,
    InterpretationKind.HUVUDMAN: 0.3,
    InterpretationKind.DOCUMENT_KIND: 0.2,
    InterpretationKind.MATTER: 0.5,
    InterpretationKind.OUTCOME: 0.8,
}
_YEAR = re.compile(r"(?<![\d/:-])(?:19|20)\d{2}(?![\d/:])")
# In points of the score.
JUST_ABOVE = 0.01
# Who stepped aside is told beside any matter: «lämnar rummet» has words of other matters.
ASIDE = 0.5


def prefer(candidates: tuple[Candidate, ...], question: Question) -> tuple[Candidate, ...]:
    """Raise the candidates that have what is preferred, and put them in order, best first."""
    preferred = [
        part for part in question.interpretations if not part.limits and part.kind in _WEIGHTS
    ]
    aside = 0.0 if Intent.WHO_DISQUALIFIED in find_intents(question.text) else ASIDE
    moved = [_moved(candidate, preferred, aside) for candidate in candidates]
    return tuple(sorted(moved, key=lambda candidate: -candidate.score))


def asked_year_first(candidates: tuple[Candidate, ...], text: str) -> tuple[Candidate, ...]:
    """Put «Taxa 2023» first where that year is asked for and «Taxa 2024» was found better.

    Only an item whose title is that of the best but for its year is moved.
    """
    asked = set(_YEAR.findall(text))
    if not candidates or not asked:
        return candidates
    best = candidates[0]
    years = set(_YEAR.findall(best.passage.item_title))
    if not years or years & asked:
        return candidates
    name = _without_years(best.passage.item_title)
    for other in candidates:
        title = other.passage.item_title
        if asked.intersection(_YEAR.findall(title)) and _without_years(title) == name:
            lift = best.score - other.score + JUST_ABOVE
            lifted = (
                each._replace(score=each.score + lift) if each.passage.item_title == title else each
                for each in candidates
            )
            return tuple(sorted(lifted, key=lambda candidate: -candidate.score))
    return candidates


def _without_years(title: str) -> str:
    return compared(_YEAR.sub("", title))


def _moved(candidate: Candidate, preferred: Sequence[Interpretation], aside: float) -> Candidate:
    by = sum(_WEIGHTS[part.kind] for part in preferred if _has(candidate.passage, part))
    if candidate.passage.section is SectionKind.DISQUALIFICATION:
        by -= aside
    return candidate._replace(score=candidate.score + by) if by else candidate


def _has(passage: StoredPassage, part: Interpretation) -> bool:
    if part.kind is InterpretationKind.NAME:
        return is_named(f"{passage.item_title}\n{passage.text}", part.words)
    if part.kind is InterpretationKind.NUMBER:
        return bool(re.search(rf"(?<![\d:]){re.escape(part.words)}(?![\d:])", passage.text))
    if part.kind is InterpretationKind.MATTER:
        return part.words in passage.item_title.casefold()
    if part.kind is InterpretationKind.OUTCOME:
        return passage.outcome in outcomes_called(part.words)
    return satisfies(passage, part.filters)


def satisfies(passage: StoredPassage, filters: Filters) -> bool:
    """Whether a passage is one that filters for what stands in it and around it leave."""
    day = passage.date
    return (
        (filters.section is None or passage.section is filters.section)
        and (filters.document_kind is None or passage.document_kind is filters.document_kind)
        and (filters.huvudman is None or compared(passage.huvudman) == compared(filters.huvudman))
        and (filters.organ is None or compared(passage.organ) == compared(filters.organ))
        and (filters.date_from is None or (day is not None and day >= filters.date_from))
        and (filters.date_to is None or (day is not None and day <= filters.date_to))
        and (filters.party is None or filters.party in find_parties(passage.text))
    )
