"""What bodies have on their agendas: how many matters of each kind in each period, and which."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from beslutssok.domain import Filters, MatterKind, Matters, MattersOfPeriod
from beslutssok.index.figures import TitledItem, passages_of, titled_items
from beslutssok.index.store import Store
from beslutssok.parse.matter_kinds import find_matter_kind
from beslutssok.search.hits import make_hit
from beslutssok.search.leads import first_telling

YEAR, QUARTER = 12, 3
"""The lengths of periods, in months."""
FEWEST_YEARS = 2
"""What spans less than these years is counted by quarters."""

_ORDER = {kind: place for place, kind in enumerate(MatterKind)}


def matters_of_periods(items: Sequence[TitledItem]) -> tuple[MattersOfPeriod, ...]:
    """Count items by body, period and kind, in that order; each item once."""
    if not items:
        return ()
    days = [item.date for item in items]
    months = period_months(min(days), max(days))
    counts = Counter(
        (item.huvudman, item.organ, *period_of(item.date, months), find_matter_kind(item.title))
        for item in items
    )
    ordered = sorted(counts.items(), key=lambda pair: (*pair[0][:4], _ORDER[pair[0][4]]))
    return tuple(MattersOfPeriod(*key, count) for key, count in ordered)


def period_months(first: date, last: date) -> int:
    """How many months a period has, where matters are counted from the first to the last day.

    >>> period_months(date(2023, 3, 1), date(2025, 2, 28))
    3
    >>> period_months(date(2023, 3, 1), date(2025, 3, 1))
    12
    """
    years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
    return YEAR if years >= FEWEST_YEARS else QUARTER


def period_of(day: date, months: int) -> tuple[str, str]:
    """The first and the last month of the period of a day.

    >>> period_of(date(2024, 5, 2), QUARTER), period_of(date(2024, 5, 2), YEAR)
    (('2024-04', '2024-06'), ('2024-01', '2024-12'))
    """
    begin = (day.month - 1) // months * months + 1
    return f"{day.year:04}-{begin:02}", f"{day.year:04}-{begin + months - 1:02}"


def find_matters(
    store: Store, kind: MatterKind, start: int, limit: int, filters: Filters
) -> Matters:
    """Give the items of a kind that the filters leave, the latest first; ``start`` is 0-based."""
    items = titled_items(store, filters)
    counts = Counter(find_matter_kind(item.title) for item in items)
    of_kind = [item for item in items if find_matter_kind(item.title) is kind]
    of_kind.sort(key=lambda item: item.date, reverse=True)
    wanted = of_kind[start : start + limit]
    passages = passages_of(store, [item.item_id for item in wanted])
    hits = tuple(
        make_hit(first_telling(passages[item.item_id]), rank)
        for rank, item in enumerate(wanted, start=start + 1)
        if item.item_id in passages
    )
    return Matters(kind, tuple((each, counts[each]) for each in MatterKind if counts[each]), hits)
