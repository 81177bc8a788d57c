"""Hits put together: the same text once, those of one item together, the latest first.

Nothing is left out in silence: where a text stands in several places, the others are named in
``Hit.also_in``.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from beslutssok.domain import DocumentKind, Hit, SectionKind
from beslutssok.index.rows import StoredPassage, compared
from beslutssok.search.candidates import Candidate
from beslutssok.search.citations import render_citation
from beslutssok.search.phrases import plain_words
from beslutssok.search.section_words import Order

# Candidates, from the best on, among which the same text is looked for.
DEPTH = 60
# Share of words that two texts have in common, of all that either has, to be about the same.
ALIKE = 0.9
# Words; shorter texts («Motionen avslås.») say the same of different matters.
LEAST_WORDS = 10
# Items this close to the best in score are good hits, among which time may decide. Half and more
# of the relevant items that are not first are as close; from 0.6 to 1.3 gives the same.
GOOD = 0.8
_POINT = re.compile(r"^\s*(?:\d+[.)]|[a-zåäö]\)|[-–•*])\s+")
_DECIDES = (DocumentKind.MINUTES, DocumentKind.EXTRACT, DocumentKind.OTHER, DocumentKind.AGENDA)
_NEGATIONS = frozenset({"inte", "ej", "icke", "avslå", "avslås", "avslag", "utan", "nej"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A candidate to show, with the citations of others that have the same text."""

    candidate: Candidate
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The hits of one item, best first, and hits of other items with the same text."""

    hits: tuple[Hit, ...]
    elsewhere: tuple[Hit, ...] = ()

    @property
    def best(self) -> Hit:
        """The hit to show first."""
        return self.hits[0]


def fold_same_text(candidates: Sequence[Candidate]) -> list[Shown]:
    """Show a text once for each meeting: minutes before agenda, decision before proposal.

    What was folded away, and the same or nearly the same text of other meetings, is named.
    """
    top = candidates[:DEPTH]
    texts = [tuple(plain_words(_POINT.sub("", candidate.passage.text))) for candidate in top]
    matters = [_matter(candidate.passage) for candidate in top]
    same: dict[tuple[object, ...], list[int]] = {}
    for position, words in enumerate(texts):
        same.setdefault((*matters[position], words), []).append(position)
    shown: list[tuple[int, list[int]]] = []
    for positions in same.values():
        winner = min(positions, key=lambda position: (_standing(top[position]), position))
        shown.append((winner, positions))
    shown.sort(key=lambda entry: entry[1][0])
    elsewhere = _alike_elsewhere([winner for winner, _ in shown], texts, matters)
    folded = []
    for winner, positions in shown:
        others = [position for position in positions if position != winner]
        others += elsewhere.get(winner, ())
        also_in = dict.fromkeys(render_citation(top[other].passage) for other in others)
        chosen = top[winner]
        if winner != positions[0]:
            chosen = chosen._replace(score=top[positions[0]].score)
        folded.append(Shown(chosen, tuple(also_in)))
    return [*folded, *(Shown(candidate) for candidate in candidates[DEPTH:])]


def _alike_elsewhere(
    positions: Sequence[int],
    texts: Sequence[tuple[str, ...]],
    matters: Sequence[tuple[object, ...]],
) -> dict[int, list[int]]:
    """For each position those, of other matters, whose texts say about the same."""
    words = {position: frozenset(texts[position]) for position in positions}
    by_telling: dict[frozenset[str], list[int]] = {}
    for position, own in words.items():
        if len(own) >= LEAST_WORDS:
            by_telling.setdefault(_telling(own), []).append(position)
    alike: dict[int, list[int]] = {}
    for equals in by_telling.values():
        for one, other in combinations(equals, 2):
            if matters[one] != matters[other] and _alike(words[one], words[other]):
                alike.setdefault(one, []).append(other)
                alike.setdefault(other, []).append(one)
    return alike


def _matter(passage: StoredPassage) -> tuple[object, ...]:
    if passage.document_kind is DocumentKind.OTHER or not passage.item_id:
        return (passage.sha256, passage.item_id or passage.id)
    case = passage.case_number or compared(passage.item_title)
    return passage.huvudman, passage.organ, passage.date, case


def _standing(candidate: Candidate) -> tuple[int, bool, bool]:
    """What is shown rather than another with the same text: the lower, the rather."""
    passage = candidate.passage
    return (
        _DECIDES.index(passage.document_kind),
        passage.section is not SectionKind.DECISION,
        passage.section is SectionKind.PROPOSAL,
    )


def _telling(words: frozenset[str]) -> frozenset[str]:
    """Words in which texts must not differ at all: numbers and negations."""
    return (words & _NEGATIONS) | {word for word in words if not word.isalpha()}


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    most, least = max(len(one), len(other)), min(len(one), len(other))
    return least >= ALIKE * most and len(one & other) >= ALIKE * len(one | other)


def put_in_order(candidates: Sequence[Candidate], order: Order | None) -> list[Candidate]:
    """Put the good hits in order of time, the latest or the earliest first; the rest follow."""
    if order is None or not candidates:
        return list(candidates)
    by_item: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_item.setdefault(_item(candidate.passage), []).append(candidate)
    best = candidates[0].score
    good = [
        found
        for found in by_item.values()
        if best - found[0].score <= GOOD and found[0].passage.date is not None
    ]
    is_latest = order is Order.LATEST
    good.sort(key=lambda found: found[0].passage.document_kind is DocumentKind.AGENDA)
    good.sort(key=lambda found: str(found[0].passage.date), reverse=is_latest)
    first = [candidate for found in good for candidate in found if best - candidate.score <= GOOD]
    taken = {candidate.passage.rowid for candidate in first}
    return [*first, *(c for c in candidates if c.passage.rowid not in taken)]


def group_hits(hits: Iterable[Hit]) -> tuple[HitGroup, ...]:
    """Put the hits of one item together, in order of their best ones.

    An item whose best text stands in an item before it is put with that one, as ``elsewhere``.
    """
    by_item: dict[str, list[Hit]] = {}
    for hit in hits:
        by_item.setdefault(hit.item_id or hit.id, []).append(hit)
    groups: list[tuple[list[Hit], list[Hit]]] = []
    for own in by_item.values():
        home = next((group for group in groups if own[0].citation in _named(group[0])), None)
        if home is None:
            groups.append((own, []))
        else:
            home[1].extend(own)
    return tuple(HitGroup(tuple(own), tuple(elsewhere)) for own, elsewhere in groups)


def _named(hits: Iterable[Hit]) -> set[str]:
    return {citation for hit in hits for citation in hit.also_in}


def _item(passage: StoredPassage) -> str:
    return passage.item_id or passage.id
