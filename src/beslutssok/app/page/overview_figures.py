"""What the overview draws: the figures of an index as bars, columns and tables."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from beslutssok.app.page.outcome_looks import OUTCOME_ORDER, OUTCOME_TONES
from beslutssok.app.page.overview_addresses import (
    QUESTIONS,
    actions_address,
    hits_address,
    matters_address,
)
from beslutssok.app.page.plots import Bar, Part
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_scope import Scope
from beslutssok.app.page.view_words import words_in
from beslutssok.app.page.views import write_link
from beslutssok.app.wording import say_months
from beslutssok.domain import (
    DocumentKind,
    MatterKind,
    MattersOfPeriod,
    MeetingsOfMonth,
    Outcome,
    OutcomesOfYear,
    Overview,
    ReservationsOfYear,
)

KIND_TONES = {
    DocumentKind.MINUTES: "minutes",
    DocumentKind.EXTRACT: "open",
    DocumentKind.AGENDA: "proposal",
    DocumentKind.OTHER: "noted",
}

MATTER_TONES = {
    MatterKind.MOTION: "blue",
    MatterKind.QUESTION: "blue-dots",
    MatterKind.INITIATIVE: "blue-lying",
    MatterKind.ELECTION: "amber",
    MatterKind.FINANCE: "green",
    MatterKind.AUDIT: "green-dots",
    MatterKind.RULES: "violet",
    MatterKind.LAND: "violet-standing",
    MatterKind.CONTRACT: "violet-dots",
    MatterKind.OPINION: "amber-diagonal",
    MatterKind.NOTICE: "grey",
    MatterKind.INFORMATION: "grey-dots",
    MatterKind.ROUTINE: "grey-lying",
    MatterKind.OTHER: "grey-diagonal",
}
"""As they stand in a bar, from left to right."""


def name_outcome(outcome: Outcome, texts: Texts) -> str:
    """Name an outcome; one that was not found too."""
    return texts.outcomes[outcome] or words_in(texts).overview.outcome_unknown


def outcomes_by_year(overview: Overview, scope: Scope, texts: Texts) -> tuple[Bar, ...]:
    """A bar for each year, a part for each outcome."""
    counts: dict[int, dict[Outcome, int]] = defaultdict(lambda: defaultdict(int))
    for each in overview.outcomes:
        counts[each.year][each.outcome] += each.count
    return tuple(
        Bar(str(year), _outcome_parts(counts[year], scope, texts, year=year))
        for year in sorted(counts)
    )


def outcomes_by_body(overview: Overview, scope: Scope, texts: Texts) -> tuple[Bar, ...]:
    """A bar for each body, that with most items first."""
    counts: dict[tuple[str, str], dict[Outcome, int]] = defaultdict(lambda: defaultdict(int))
    for each in overview.outcomes:
        counts[each.organ, each.huvudman][each.outcome] += each.count
    several = len({huvudman for _, huvudman in counts}) > 1
    ranked = sorted(counts, key=lambda body: (-sum(counts[body].values()), body))
    return tuple(
        Bar(
            body_name(organ, huvudman, several=several),
            _outcome_parts(
                counts[organ, huvudman],
                Scope(
                    huvudman if several else scope.huvudman, organ, scope.date_from, scope.date_to
                ),
                texts,
            ),
        )
        for organ, huvudman in ranked
    )


def body_name(organ: str, huvudman: str, *, several: bool) -> str:
    """Name a body; with its organisation where there are several."""
    if not organ:
        return huvudman or "–"
    return f"{organ}, {huvudman}" if several and huvudman else organ


def outcomes_present(outcomes: Iterable[OutcomesOfYear]) -> tuple[Outcome, ...]:
    """The outcomes that occur, in the order of the bars."""
    there = {each.outcome for each in outcomes if each.count}
    return tuple(outcome for outcome in OUTCOME_ORDER if outcome in there)


def reservations_by_party(
    reservations: Sequence[ReservationsOfYear], scope: Scope, texts: Texts
) -> tuple[Bar, ...]:
    """A bar for each party, that with most reservations first."""
    words = words_in(texts).overview
    counts: dict[str, int] = defaultdict(int)
    for each in reservations:
        counts[each.party] += each.count
    return tuple(
        Bar(
            party,
            (
                Part(
                    words.reservation[1],
                    counts[party],
                    "amber",
                    actions_address(party, scope, kind="reservation"),
                ),
            ),
        )
        for party in sorted(counts, key=lambda party: (-counts[party], party))
    )


def months_by_body(
    months: Sequence[MeetingsOfMonth], scope: Scope, texts: Texts
) -> tuple[tuple[str, tuple[Bar, ...]], ...]:
    """For each body a column for each month from the first to the last of all."""
    if not months:
        return ()
    span = months_between(min(each.month for each in months), max(each.month for each in months))
    counts: dict[tuple[str, str], dict[str, list[MeetingsOfMonth]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for each in months:
        counts[each.organ, each.huvudman][each.month].append(each)
    several = len({huvudman for _, huvudman in counts}) > 1
    bodies = sorted(counts, key=lambda body: (-sum(map(len, counts[body].values())), body))
    drawn = []
    for organ, huvudman in bodies:
        of_body = counts[organ, huvudman]
        columns = tuple(
            Bar(say_month(month, texts), _kind_parts(of_body.get(month, []), texts))
            for month in span
        )
        drawn.append((body_name(organ, huvudman, several=several), columns))
    return tuple(drawn)


def matters_by_body(
    matters: Sequence[MattersOfPeriod], scope: Scope, texts: Texts
) -> tuple[tuple[str, tuple[Bar, ...]], ...]:
    """For each body, that with most items first, a bar for each period in order of time."""
    counts: dict[tuple[str, str], dict[tuple[str, str], list[MattersOfPeriod]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for each in matters:
        counts[each.organ, each.huvudman][each.first, each.last].append(each)
    several = len({huvudman for _, huvudman in counts}) > 1
    drawn = [
        (
            body_name(organ, huvudman, several=several),
            tuple(
                Bar(
                    say_months(first, last, texts.months),
                    _matter_parts(of_body[first, last], scope, texts),
                )
                for first, last in sorted(of_body)
            ),
        )
        for (organ, huvudman), of_body in counts.items()
    ]
    return tuple(sorted(drawn, key=lambda body: (-sum(bar.total for bar in body[1]), body[0])))


def months_between(first: str, last: str) -> tuple[str, ...]:
    """Every month from the first to the last.

    >>> months_between("2023-11", "2024-01")
    ('2023-11', '2023-12', '2024-01')
    """
    begin, end = _ordinal(first), _ordinal(last)
    return tuple(f"{at // 12:04}-{at % 12 + 1:02}" for at in range(begin, end + 1))


def say_month(month: str, texts: Texts) -> str:
    """Write out a month (``"2024-03"``)."""
    year, _, number = month.partition("-")
    return f"{texts.months[int(number) - 1]} {year}"


def _outcome_parts(
    counts: Mapping[Outcome, int], scope: Scope, texts: Texts, year: int | None = None
) -> tuple[Part, ...]:
    within = Scope(scope.huvudman, scope.organ, str(year), str(year)) if year is not None else scope
    return tuple(
        Part(
            name_outcome(outcome, texts),
            counts[outcome],
            OUTCOME_TONES[outcome],
            hits_address(outcome, within),
        )
        for outcome in OUTCOME_ORDER
        if counts.get(outcome)
    )


def _matter_parts(
    counted: Sequence[MattersOfPeriod], scope: Scope, texts: Texts
) -> tuple[Part, ...]:
    words = words_in(texts).overview
    by_kind = {each.kind: each for each in counted}
    return tuple(
        Part(
            words.matter_kinds[kind],
            by_kind[kind].count,
            tone,
            matters_address(by_kind[kind], scope, texts),
        )
        for kind, tone in MATTER_TONES.items()
        if kind in by_kind
    )


def _kind_parts(counted: Sequence[MeetingsOfMonth], texts: Texts) -> tuple[Part, ...]:
    return tuple(
        Part(
            texts.kinds[each.kind],
            each.count,
            KIND_TONES[each.kind],
            write_link(
                q=QUESTIONS[Outcome.APPROVED],
                huvudman=each.huvudman,
                organ=each.organ,
                typ=each.kind.value,
                fran=each.month,
                till=each.month,
            ),
        )
        for each in sorted(counted, key=lambda each: list(KIND_TONES).index(each.kind))
    )


def _ordinal(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1
