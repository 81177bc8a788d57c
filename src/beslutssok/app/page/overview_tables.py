"""The numbers behind what the overview draws, as tables to read and to download."""

from collections.abc import Sequence

from beslutssok.app.page.downloads import Cell, Table
from beslutssok.app.page.outcome_looks import OUTCOME_ORDER
from beslutssok.app.page.overview_addresses import actions_address, hits_address, matters_address
from beslutssok.app.page.overview_figures import name_outcome
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_scope import Scope
from beslutssok.app.page.view_words import words_in
from beslutssok.domain import MattersOfPeriod, MeetingsOfMonth, Overview, ReservationsOfYear


def outcome_table(overview: Overview, texts: Texts) -> Table:
    """The outcomes by body and year, as long as the figures go."""
    words = words_in(texts).overview
    rows = tuple(
        (
            Cell(each.organ or "–"),
            Cell(each.huvudman or "–"),
            Cell(str(each.year)),
            Cell(name_outcome(each.outcome, texts)),
            Cell(
                each.count,
                hits_address(
                    each.outcome,
                    Scope(each.huvudman, each.organ, str(each.year), str(each.year)),
                ),
            ),
        )
        for each in sorted(
            overview.outcomes,
            key=lambda each: (
                each.organ,
                each.huvudman,
                each.year,
                OUTCOME_ORDER.index(each.outcome),
            ),
        )
    )
    head = (texts.organ, words.huvudman, words.year, words.outcome, words.count)
    return Table(words.by_year, head, rows, "utgangar.csv")


def reservation_table(reservations: Sequence[ReservationsOfYear], texts: Texts) -> Table:
    """The reservations by party and year."""
    words = words_in(texts).overview
    rows = tuple(
        (
            Cell(each.party),
            Cell(str(each.year)),
            Cell(
                each.count,
                actions_address(
                    each.party,
                    Scope(date_from=str(each.year), date_to=str(each.year)),
                    kind="reservation",
                ),
            ),
        )
        for each in sorted(reservations, key=lambda each: (each.party, each.year))
    )
    head = (texts.party, words.year, words.reservation[1].capitalize())
    return Table(words.reservations, head, rows, "reservationer.csv")


def month_table(months: Sequence[MeetingsOfMonth], texts: Texts) -> Table:
    """The documents by body, month and kind."""
    words = words_in(texts).overview
    rows = tuple(
        (
            Cell(each.organ or "–"),
            Cell(each.huvudman or "–"),
            Cell(each.month),
            Cell(texts.kinds[each.kind]),
            Cell(each.count),
        )
        for each in sorted(months, key=lambda each: (each.organ, each.huvudman, each.month))
    )
    head = (texts.organ, words.huvudman, words.month, words.kind, words.count)
    return Table(words.months, head, rows, "sammantraden-per-manad.csv")


def matter_table(matters: Sequence[MattersOfPeriod], scope: Scope, texts: Texts) -> Table:
    """The items by body, period and kind."""
    words = words_in(texts).overview
    rows = tuple(
        (
            Cell(each.organ or "–"),
            Cell(each.huvudman or "–"),
            Cell(each.first),
            Cell(each.last),
            Cell(words.matter_kinds[each.kind]),
            Cell(each.count, matters_address(each, scope, texts)),
        )
        for each in matters
    )
    head = (
        *(texts.organ, words.huvudman, texts.date_from, texts.date_to),
        *(words.kind, words.count),
    )
    return Table(words.matters, head, rows, "arenden-efter-slag.csv")
