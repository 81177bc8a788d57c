"""An index in figures: decisions, contested items, reservations, and where documents lack."""

from dataclasses import dataclass

from beslutssok.domain.meeting import DocumentKind, Outcome
from beslutssok.domain.results import Coverage, Hit


@dataclass(frozen=True, slots=True)
class OutcomesOfYear:
    """How many items of a body's minutes had an outcome in a year."""

    huvudman: str
    organ: str
    year: int
    outcome: Outcome
    count: int


@dataclass(frozen=True, slots=True)
class ReservationsOfYear:
    """In how many items a party, or members of it, reserved themselves in a year."""

    party: str
    year: int
    count: int


@dataclass(frozen=True, slots=True)
class ContestedItem:
    """An item with how much was contested in it: votes held, reservations, differing motions."""

    hit: Hit
    votes: int
    reservations: int
    motions: int


@dataclass(frozen=True, slots=True)
class MeetingsOfMonth:
    """How many documents of a kind a body has from a month (``"2024-03"``)."""

    huvudman: str
    organ: str
    month: str
    kind: DocumentKind
    count: int


@dataclass(frozen=True, slots=True)
class NumberGap:
    """Item numbers that a body's minutes of a year lack between the first and the last there.

    ``first`` and ``last`` are the ends of the gap, inclusive.
    """

    huvudman: str
    organ: str
    year: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Overview:
    """An index in figures; each figure can be had as hits by filters on body, year, outcome."""

    outcomes: tuple[OutcomesOfYear, ...]
    reservations: tuple[ReservationsOfYear, ...]
    contested: tuple[ContestedItem, ...]
    months: tuple[MeetingsOfMonth, ...]
    gaps: tuple[NumberGap, ...]
    coverage: Coverage
