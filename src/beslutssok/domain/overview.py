"""An index in figures: decisions, contests, reservations, kinds of matters, what is lacking."""

from dataclasses import dataclass
from enum import StrEnum

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


class MatterKind(StrEnum):
    """What kind of matter an item is by its title; in the order in which kinds are shown."""

    MOTION = "motion"
    QUESTION = "fråga"
    INITIATIVE = "initiativ"
    ELECTION = "val"
    FINANCE = "ekonomi"
    AUDIT = "revision"
    RULES = "styrdokument"
    LAND = "mark"
    CONTRACT = "avtal"
    OPINION = "yttrande"
    NOTICE = "anmälan"
    INFORMATION = "information"
    ROUTINE = "formalia"
    OTHER = "övrigt"


@dataclass(frozen=True, slots=True)
class MattersOfPeriod:
    """How many items of a kind a body had on its agendas in a period.

    ``first`` and ``last`` are the first and the last month (``"2024-01"``, ``"2024-12"``).
    """

    huvudman: str
    organ: str
    first: str
    last: str
    kind: MatterKind
    count: int


@dataclass(frozen=True, slots=True)
class Matters:
    """Items of one kind, the latest first, or some of them; and how many there are of each."""

    kind: MatterKind
    counts: tuple[tuple[MatterKind, int], ...]
    hits: tuple[Hit, ...]

    @property
    def total(self) -> int:
        """How many items of the kind there are, of which ``hits`` may be some."""
        return dict(self.counts).get(self.kind, 0)


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
    matters: tuple[MattersOfPeriod, ...]
    gaps: tuple[NumberGap, ...]
    coverage: Coverage
