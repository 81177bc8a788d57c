"""What lists of votes have in common: rows, the words for a choice, the head of a list."""

from dataclasses import dataclass

from beslutssok.domain import CastVote, PartyVote, Quotation, Tally, VoteChoice
from beslutssok.parse.entities.vote_sides import VoteSide

CHOICES = {
    "ja": VoteChoice.YES,
    "nej": VoteChoice.NO,
    "avstår": VoteChoice.ABSTAINED,
    "avstod": VoteChoice.ABSTAINED,
    "avst": VoteChoice.ABSTAINED,
    "avstått": VoteChoice.ABSTAINED,
    "avstående": VoteChoice.ABSTAINED,
    "blank": VoteChoice.ABSTAINED,
    "nedlagd": VoteChoice.ABSTAINED,
    "frånvarande": VoteChoice.ABSENT,
    "frånv": VoteChoice.ABSENT,
    "ej närvarande": VoteChoice.ABSENT,
    "kvittad": VoteChoice.PAIRED,
    "kvittade": VoteChoice.PAIRED,
    "deltar ej": VoteChoice.NOT_TAKING_PART,
    "deltar inte": VoteChoice.NOT_TAKING_PART,
    "jäv": VoteChoice.NOT_TAKING_PART,
}
CHOICE = (
    r"(?:JA|Ja|ja|NEJ|Nej|nej|(?:AVST|Avst|avst)(?:år|ÅR|od|ått|ående)?\.?|Blank|Nedlagd|Frånv(?:arande)?\.?"
    r"|FRÅNVARANDE|frånv(?:arande)?\.?|Ej närvarande"
    r"|Kvitt(?:ad|ade)|Deltar (?:ej|inte)|Jäv)(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class Ballot:
    """A list of votes: who voted what, the list's own tally, and where it begins.

    ``position`` orders ballots and tallies in an item; ``label`` is the number of the appendix
    that the list is (empty elsewhere); ``unread`` counts rows that could not be understood;
    ``meant`` is what Yes and No stood for, where the list says so (empty strings elsewhere);
    ``sides`` are of a list that names them by what they voted for, until it is known who said Yes.
    """

    cast: tuple[CastVote, ...]
    source: Quotation
    position: tuple[int, int]
    by_party: tuple[PartyVote, ...] = ()
    tally: Tally | None = None
    label: str = ""
    unread: int = 0
    meant: tuple[str, str] = ("", "")
    sides: tuple[VoteSide, ...] = ()

    def count(self, choice: VoteChoice) -> int:
        """How many of the list have a choice."""
        return sum(vote.choice is choice for vote in self.cast) + sum(
            vote.count or 0 for vote in self.by_party if vote.choice is choice
        )

    @property
    def told(self) -> tuple[int, int]:
        """Yes and No: as the list states them itself, else as counted."""
        if self.tally is not None:
            return self.tally.yes, self.tally.no
        return self.count(VoteChoice.YES), self.count(VoteChoice.NO)


def choice_of(text: str) -> VoteChoice | None:
    """The choice that a cell states.

    >>> choice_of("Avstår"), choice_of("Ledamot")
    (<VoteChoice.ABSTAINED: 'avstår'>, None)
    """
    bare = " ".join(text.casefold().split()).strip(".:-* ")
    return CHOICES.get(bare.removesuffix("-röst").removesuffix("-röster").strip())
