"""Which side of a list said Yes, where the list only says what each side voted for."""

from collections.abc import Sequence
from dataclasses import replace

from beslutssok.domain import CastVote, PartyVote, Proposition, VoteChoice
from beslutssok.parse.entities.ballots import Ballot
from beslutssok.parse.entities.vote_sides import yes_and_no

_Position = tuple[int, int]


def settle(
    ballot: Ballot,
    put: Sequence[tuple[_Position, Proposition]],
    counts: Sequence[tuple[int, int] | None],
) -> Ballot | None:
    """A list with its sides as Yes and No; ``None`` where which is which is not certain.

    ``put`` is what was voted on in the item, with where it is told; ``counts`` are the Yes and
    No of its tallies.
    """
    if not ballot.sides:
        return ballot
    known = sorted(put, key=lambda entry: entry[0])
    before = [proposition for position, proposition in known if position <= ballot.position]
    proposition = before[-1] if before else known[0][1] if known else None
    pair = yes_and_no(ballot.sides, proposition)
    if pair is None:
        return None
    choices = tuple(zip(pair, (VoteChoice.YES, VoteChoice.NO), strict=True))
    yes, no = ("" if side.against else side.words for side in pair)
    cast = tuple(CastVote(one, choice) for side, choice in choices for one in side.persons)
    made = replace(
        ballot,
        cast=cast + ballot.cast,
        by_party=tuple(PartyVote(one, choice) for side, choice in choices for one in side.parties),
        meant=(yes, no),
    )
    turned = made.told[::-1] in counts and made.told not in counts
    return None if proposition is None and turned else made
