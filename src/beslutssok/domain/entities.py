"""What is told in an item besides its text: who moved what, how they voted, who reserved.

Each is structured data with the words it was read from (``Quotation``), so that it can be shown,
counted and cited. What a document does not state is ``None`` or empty, never inferred.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beslutssok.domain.layout import Place


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words that something was read from, as they stand, with the places of their lines."""

    text: str
    places: tuple[Place, ...]

    @property
    def page(self) -> int:
        """The 1-based page on which the words begin."""
        return self.places[0].page


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the party letter(s) that stand behind the name, if any."""

    name: str
    party: str | None = None


class MotionKind(StrEnum):
    """What a yrkande asks for; the value is the word users see."""

    APPROVAL = "bifall"
    REJECTION = "avslag"
    REFERRAL_BACK = "återremiss"
    TABLING = "bordläggning"
    ADDITION = "tillägg"
    AMENDMENT = "ändring"
    OTHER = "annat"


@dataclass(frozen=True, slots=True)
class Motion:
    """A yrkande: who moved what. ``subject`` is what it asks, in the document's words."""

    kind: MotionKind
    movers: tuple[Person, ...]
    subject: str
    source: Quotation
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposition:
    """What was put to the vote: what a Yes and what a No stood for, in the document's words."""

    yes: str
    no: str
    source: Quotation


@dataclass(frozen=True, slots=True)
class Tally:
    """A vote as stated in the minutes. Counts that are not stated are ``None``."""

    yes: int
    no: int
    abstained: int | None = None
    absent: int | None = None
    text: str = ""


class VoteChoice(StrEnum):
    """How a person voted; the value is the word users see."""

    YES = "ja"
    NO = "nej"
    ABSTAINED = "avstår"
    ABSENT = "frånvarande"
    PAIRED = "kvittad"
    NOT_TAKING_PART = "deltar inte"


@dataclass(frozen=True, slots=True)
class CastVote:
    """A row of a roll-call. ``role`` is the person's function as printed (``Ledamot``)."""

    person: Person
    choice: VoteChoice
    role: str = ""


@dataclass(frozen=True, slots=True)
class PartyVote:
    """How a whole party voted, where persons are not named.

    ``count`` is how many did, as a summary by party states it; it is ``None`` where only the
    party is named (``Ja röstar ledamöterna från S``).
    """

    party: str
    choice: VoteChoice
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote (omröstning): what it was about, the tally as stated, and the roll-call.

    An item may have several, of which the last is usually the main vote (huvudvotering).
    ``cast`` is empty where no list is there; ``source`` has the words that state the tally, or
    the head of the list where nothing else does. ``by_party`` is what a list tells of parties
    instead of persons.
    """

    source: Quotation
    tally: Tally | None = None
    proposition: Proposition | None = None
    cast: tuple[CastVote, ...] = ()
    roll_call: Quotation | None = None
    by_party: tuple[PartyVote, ...] = ()

    def count(self, choice: VoteChoice, party: str | None = None) -> int:
        """How many rows of the roll-call have the choice, of one party or in all."""
        return sum(
            vote.choice is choice and party in (None, vote.person.party) for vote in self.cast
        )

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties of the roll-call, in the order they first stand there."""
        return tuple(dict.fromkeys(vote.person.party for vote in self.cast if vote.person.party))

    @property
    def agrees(self) -> bool:
        """Whether the stated tally and the counted list say the same, where both are there.

        A list that names parties instead of persons cannot be counted.
        """
        if self.tally is None or not self.cast or self.by_party:
            return True
        return (self.tally.yes, self.tally.no) == (
            self.count(VoteChoice.YES),
            self.count(VoteChoice.NO),
        ) and self.tally.abstained in (None, self.count(VoteChoice.ABSTAINED))


class DissentKind(StrEnum):
    """How somebody had an opinion noted; the value is the word users see."""

    RESERVATION = "reservation"
    STATEMENT = "protokollsanteckning"
    SPECIAL_OPINION = "särskilt yttrande"
    NOT_TAKING_PART = "deltar inte i beslutet"


@dataclass(frozen=True, slots=True)
class Dissent:
    """A reservation or a statement to the minutes, by persons or by whole parties."""

    kind: DissentKind
    persons: tuple[Person, ...]
    parties: tuple[str, ...]
    source: Quotation


@dataclass(frozen=True, slots=True)
class Disqualification:
    """Persons who took no part in an item because of a conflict of interest (jäv)."""

    persons: tuple[Person, ...]
    source: Quotation


@dataclass(frozen=True, slots=True)
class ItemReference:
    """Another item that the text refers to: ``Regionstyrelsen beslutade 2025-05-27 § 79``.

    At least one of ``date`` and ``number`` is there; ``organ`` is empty where it is not named.
    ``year`` is told where the reference has no date but a year (``KS § 45/2023``).
    """

    organ: str
    date: date | None
    number: str | None
    source: Quotation
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Entities:
    """All that was read of an item's text as data, each list in the order of the text."""

    motions: tuple[Motion, ...] = ()
    votes: tuple[Vote, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    disqualifications: tuple[Disqualification, ...] = ()
    references: tuple[ItemReference, ...] = ()


class AttendanceRole(StrEnum):
    """In what capacity a person was at a meeting; the value is the word users see."""

    CHAIR = "ordförande"
    VICE_CHAIR = "vice ordförande"
    MEMBER = "ledamot"
    SERVING_SUBSTITUTE = "tjänstgörande ersättare"
    SUBSTITUTE = "ersättare"
    SECRETARY = "sekreterare"
    ADJUSTER = "justerare"
    OTHER = "övrig"
    ABSENT = "frånvarande"


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person named in front of the items, with the words of the row."""

    person: Person
    role: AttendanceRole
    source: Quotation
