"""An index in figures: what was treated, decided and contested, and which numbers lack."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from threading import Lock

from beslutssok.domain import ContestedItem, DocumentKind, Filters, NumberGap, Overview
from beslutssok.index.figures import (
    HeldNumber,
    contested_items,
    held_numbers,
    meetings_of_months,
    outcomes_of_years,
    passages_of,
    reservations_of_years,
    titled_items,
)
from beslutssok.index.overview import EVERYTHING
from beslutssok.index.rows import IndexVersion
from beslutssok.index.store import Store
from beslutssok.parse.ranges import numbers_of
from beslutssok.search.agendas import matters_of_periods
from beslutssok.search.hits import make_hit
from beslutssok.search.leads import first_telling

MOST_CONTESTED = 20
RUNS_ON = 0.5
"""The share of meetings whose first § comes after the last of the meeting before, from which the
numbering is taken to run through the year. Where it begins anew each time, hardly any does."""


MOST_KEPT = 32


class Overviews:
    """The overviews that were asked for last, for as long as the index stays as it was.

    Any number of threads may ask.
    """

    def __init__(self) -> None:
        self._kept: dict[Filters, tuple[IndexVersion, Overview]] = {}
        self._lock = Lock()

    def find(self, store: Store, filters: Filters) -> Overview:
        """Give :func:`find_overview`, counted once for each version of the index."""
        version = store.version()
        with self._lock:
            kept = self._kept.pop(filters, None)
        if kept is None or kept[0] != version:
            kept = (version, find_overview(store, filters))
        with self._lock:
            self._kept[filters] = kept
            while len(self._kept) > MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
        return kept[1]


def find_overview(store: Store, filters: Filters = EVERYTHING) -> Overview:
    """Count what the filters leave; only minutes tell outcomes, reservations and gaps."""
    return Overview(
        outcomes=outcomes_of_years(store, filters),
        reservations=reservations_of_years(store, filters),
        contested=_contested(store, filters),
        months=meetings_of_months(store, filters),
        matters=matters_of_periods(titled_items(store, filters)),
        gaps=tuple(find_gaps(held_numbers(store, filters))),
        coverage=store.coverage(filters),
    )


def find_gaps(held: Iterable[HeldNumber]) -> Iterator[NumberGap]:
    """Find the numbers that a body's minutes of a year lack, between the first and the last.

    ``held`` are in order of body and time. Where the numbering begins anew at each meeting, only
    gaps within a meeting count. An extract fills a gap, but makes none.
    """
    by_year = groupby(held, key=lambda each: (each.huvudman, each.organ, each.date.year))
    for (huvudman, organ, year), of_year in by_year:
        meetings = _by_day(of_year)
        minuted = [minutes for minutes, _ in meetings if minutes]
        if _runs_on(minuted):
            of_minutes, of_extracts = zip(*meetings, strict=True)
            meetings = [(_joined(of_minutes), _joined(of_extracts))]
        for minutes, extracts in meetings:
            for first, last in _missing(sorted(minutes | extracts)):
                if minutes and min(minutes) < first and last < max(minutes):
                    yield NumberGap(huvudman, organ, year, first, last)


def _by_day(held: Iterable[HeldNumber]) -> list[tuple[frozenset[int], frozenset[int]]]:
    """The numbers of each day's minutes, and those of its extracts."""
    by_day: dict[object, tuple[set[int], set[int]]] = {}
    for each in held:
        numbers = [number for number in numbers_of(each.number) if number > 0]
        if numbers:
            minutes, extracts = by_day.setdefault(each.date, (set(), set()))
            (minutes if each.kind is DocumentKind.MINUTES else extracts).update(numbers)
    return [(frozenset(minutes), frozenset(extracts)) for minutes, extracts in by_day.values()]


def _runs_on(meetings: Sequence[frozenset[int]]) -> bool:
    steps = [min(later) > max(earlier) for earlier, later in pairwise(meetings)]
    return bool(steps) and sum(steps) >= RUNS_ON * len(steps)


def _joined(numbers: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset[int]().union(*numbers)


def _missing(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    for before, after in pairwise(numbers):
        if after - before > 1:
            yield before + 1, after - 1


def _contested(store: Store, filters: Filters) -> tuple[ContestedItem, ...]:
    contests = contested_items(store, filters, MOST_CONTESTED)
    passages = passages_of(store, [contest.item_id for contest in contests])
    found = [contest for contest in contests if contest.item_id in passages]
    return tuple(
        ContestedItem(
            make_hit(first_telling(passages[contest.item_id]), rank),
            contest.votes,
            contest.reservations,
            contest.motions,
        )
        for rank, contest in enumerate(found, start=1)
    )
