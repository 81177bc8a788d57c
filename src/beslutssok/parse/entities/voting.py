"""The votes of an item: what was put, the tally as stated, and who voted how."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from beslutssok.domain import Proposition, Quotation, SectionKind, Tally, Vote, VoteChoice
from beslutssok.parse.entities.ballots import Ballot
from beslutssok.parse.entities.people import PERSONS, find_persons
from beslutssok.parse.entities.propositions import find_propositions
from beslutssok.parse.entities.settled_ballots import settle
from beslutssok.parse.entities.told import Told, sentences
from beslutssok.parse.entities.vote_lists import VOTED_IN, find_ballots, is_list_section
from beslutssok.parse.sides import Sides, find_sides
from beslutssok.parse.votes import locate_tallies

# The list of a vote states its own tally this close to it, in characters.
NEAR = 500
_APPENDIX = re.compile(r"\bbilaga\s+(?:nr\s+)?(\d{1,3}|[A-Z])(?!\w)", re.IGNORECASE)
_NEW_VOTE = re.compile(
    r"\b(?:omröstning|votering)(?:en)?\s+(?:begär|verkställ|genomför|sker)", re.I
)

_ABSTAINING = re.compile(
    rf"(?P<who>{PERSONS})\s+avst(?:år|od)\b(?=\s*(?:[.,;\n]|$)|\s+från\s+(?:att\s+rösta|omröstning))"
)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A tally as stated, with what its count says of the sides; or a proposition without tally."""

    position: tuple[int, int]
    source: Quotation
    tally: Tally | None = None
    proposition: Proposition | None = None
    label: str = ""


def find_votes(tolds: Sequence[Told]) -> tuple[tuple[Vote, ...], tuple[str, ...]]:
    """The votes of an item in order, and doubts about them as sentences for staff."""
    ballots: list[Ballot] = []
    stated: list[_Stated] = []
    put: list[tuple[tuple[int, int], Proposition]] = []
    renewed: list[tuple[int, int]] = []
    for order, told in enumerate(tolds):
        if told.kind not in VOTED_IN:
            continue
        lists, text = find_ballots(told, order)
        tallies = list(_tallies(told, order, text))
        if is_list_section(told):
            lists, tallies = _with_own_tally(lists, tallies)
        ballots += lists
        stated += tallies
        for proposition, start, _ in find_propositions(replace(told, text=text)):
            put.append(((order, start), proposition))
        renewed += [(order, match.start()) for match in _NEW_VOTE.finditer(text)]
    decisions = {order for order, told in enumerate(tolds) if told.kind is SectionKind.DECISION}
    stated = _once(stated, decisions, [*renewed, *(position for position, _ in put)])
    known = [*put, *((entry.position, entry.proposition) for entry in stated if entry.proposition)]
    settled = [settle(ballot, known, [_counts(entry) for entry in stated]) for ballot in ballots]
    unsure = [
        f"I omröstningen på sida {ballot.source.page} kunde det inte avgöras vilka som röstade ja."
        for ballot, known in zip(ballots, settled, strict=True)
        if known is None
    ]
    votes = _join_propositions(stated, put)
    made, doubts = _join_ballots(votes, [ballot for ballot in settled if ballot is not None])
    return made, (*doubts, *unsure)


def _tallies(told: Told, order: int, text: str) -> Iterator[_Stated]:
    spans = None
    found = list(locate_tallies(text))
    for position, (tally, start, end) in enumerate(found):
        spans = spans if spans is not None else sentences(told)
        following = found[position + 1][1] if position + 1 < len(found) else len(text)
        touched = [span for span in spans if span[0] < end and start < span[1]]
        source = told.quote(touched[0][0], touched[-1][1]) if touched else told.quote(start, end)
        named = _APPENDIX.search(text, end, min(following, end + NEAR))
        if tally.abstained is None:
            tally = replace(tally, abstained=_abstaining(text[end : min(following, end + NEAR)]))
        put = next((_put(each, source) for each in find_sides(text) if each.start == start), None)
        yield _Stated((order, start), source, tally, put, named[1] if named else "")


def _put(sides: Sides, source: Quotation) -> Proposition:
    return Proposition(sides.for_yes, sides.for_no, source)


def _abstaining(text: str) -> int | None:
    """How many are named as those who abstain; ``None`` where nobody is."""
    match = _ABSTAINING.search(text)
    return len(list(find_persons(match["who"]))) if match else None


def _with_own_tally(
    lists: list[Ballot], tallies: list[_Stated]
) -> tuple[list[Ballot], list[_Stated]]:
    """Give the tallies in an appendix to its lists: they state no vote of their own."""
    left = list(tallies)
    owned = []
    for ballot in lists:
        own = next((entry for entry in left if ballot.tally is None), None)
        if own is not None:
            left.remove(own)
            ballot = replace(ballot, tally=own.tally)
        owned.append(ballot)
    bare = [Ballot((), entry.source, entry.position, tally=entry.tally) for entry in left]
    return [*owned, *bare], []


def _once(
    stated: list[_Stated], decisions: set[int], marks: list[tuple[int, int]]
) -> list[_Stated]:
    """Without tallies told again: in the decision, or with no new vote between."""
    kept: list[_Stated] = []
    ordinary = [entry for entry in stated if entry.position[0] not in decisions]
    for entry in ordinary:
        before = kept[-1] if kept else None
        if before and _counts(before) == _counts(entry):
            between = any(before.position < mark < entry.position for mark in marks)
            if not between:
                kept[-1] = _fuller(before, entry)
                continue
        kept.append(entry)
    for entry in stated:
        if entry.position[0] in decisions and _counts(entry) not in map(_counts, kept):
            kept.append(entry)
    return sorted(kept, key=lambda entry: entry.position)


def _fuller(first: _Stated, second: _Stated) -> _Stated:
    told = (first.tally and first.tally.abstained, second.tally and second.tally.abstained)
    better = second if told[0] is None and told[1] is not None else first
    return replace(
        better,
        position=first.position,
        proposition=first.proposition or second.proposition,
        label=first.label or second.label,
    )


def _counts(entry: _Stated) -> tuple[int, int] | None:
    return (entry.tally.yes, entry.tally.no) if entry.tally else None


def _join_propositions(
    stated: list[_Stated], put: list[tuple[tuple[int, int], Proposition]]
) -> list[_Stated]:
    """Give each tally what was put before it; what was put to no counted vote stands alone."""
    events: list[tuple[tuple[int, int], _Stated | Proposition]] = [*put]
    events += [(entry.position, entry) for entry in stated]
    votes: list[_Stated] = []
    pending: list[tuple[tuple[int, int], Proposition]] = []
    tallied: list[_Stated] = []
    for position, event in sorted(events, key=lambda event: event[0]):
        if isinstance(event, Proposition):
            if tallied:
                votes += _paired(pending, tallied)
                pending, tallied = [], []
            if not any((event.yes, event.no) == (p.yes, p.no) for _, p in pending):
                pending.append((position, event))
        else:
            tallied.append(event)
    return [*votes, *_paired(pending, tallied)]


def _paired(
    pending: list[tuple[tuple[int, int], Proposition]], tallied: list[_Stated]
) -> Iterator[_Stated]:
    surplus = max(0, len(pending) - len(tallied))
    for position, proposition in pending[:surplus]:
        yield _Stated(position, proposition.source, proposition=proposition)
    for index, entry in enumerate(tallied):
        own = pending[surplus + index :][:1]
        yield replace(entry, proposition=own[0][1] if own else entry.proposition)


def _join_ballots(
    votes: list[_Stated], ballots: list[Ballot]
) -> tuple[tuple[Vote, ...], tuple[str, ...]]:
    given: dict[int, Ballot] = {}
    left: list[Ballot] = []
    for ballot in ballots:
        index = _by_label(votes, ballot, given)
        if index is None:
            left.append(ballot)
        else:
            given[index] = ballot
    for match in (_agreeing, _next_free):
        still = []
        for ballot in left:
            index = match(votes, ballot, given)
            if index is None:
                still.append(ballot)
            else:
                given[index] = ballot
        left = still
    left = [ballot for ballot in left if not _told_already(ballot, votes, given)]
    entries = [(entry.position, _vote(entry, given.get(i))) for i, entry in enumerate(votes)]
    entries += [(ballot.position, _vote_of_list(ballot)) for ballot in left]
    made = tuple(vote for _, vote in sorted(entries, key=lambda entry: entry[0]))
    unread = [ballot for ballot in ballots if ballot.unread]
    return made, (*_doubts(made), *_unread(unread))


def _by_label(votes: list[_Stated], ballot: Ballot, given: dict[int, Ballot]) -> int | None:
    for index, entry in enumerate(votes):
        if ballot.label and entry.label == ballot.label and index not in given:
            return index
    return None


def _agreeing(votes: list[_Stated], ballot: Ballot, given: dict[int, Ballot]) -> int | None:
    told = ballot.told
    for index, entry in enumerate(votes):
        if index not in given and _counts(entry) == told:
            return index
    return None


def _next_free(votes: list[_Stated], ballot: Ballot, given: dict[int, Ballot]) -> int | None:
    """The vote before a list that has none yet, else the first after it."""
    free = [index for index in range(len(votes)) if index not in given]
    before = [index for index in free if votes[index].position <= ballot.position]
    if ballot.label and before:
        return before[0]
    return before[-1] if before else (free[0] if free else None)


def _told_already(ballot: Ballot, votes: list[_Stated], given: dict[int, Ballot]) -> bool:
    """Whether the same vote is told in another list, or a bare tally only repeats one."""
    told = ballot.told
    return any(
        _counts(entry) == told or i in given and given[i].told == told
        for i, entry in enumerate(votes)
    )


def _vote(entry: _Stated, ballot: Ballot | None) -> Vote:
    vote = Vote(entry.source, entry.tally, entry.proposition)
    if ballot is None:
        return vote
    listed = ballot.cast or ballot.by_party
    return replace(
        vote,
        proposition=vote.proposition or _meant(ballot),
        tally=vote.tally or ballot.tally,
        cast=ballot.cast,
        by_party=ballot.by_party,
        roll_call=ballot.source if listed else None,
    )


def _meant(ballot: Ballot) -> Proposition | None:
    return Proposition(*ballot.meant, ballot.source) if any(ballot.meant) else None


def _vote_of_list(ballot: Ballot) -> Vote:
    listed = ballot.cast or ballot.by_party
    return Vote(
        ballot.source,
        ballot.tally,
        _meant(ballot),
        cast=ballot.cast,
        roll_call=ballot.source if listed else None,
        by_party=ballot.by_party,
    )


def _doubts(votes: Sequence[Vote]) -> Iterator[str]:
    for number, vote in enumerate(votes, start=1):
        if vote.tally is None or vote.agrees:
            continue
        which = f"Omröstning {number}" if len(votes) > 1 else "Omröstningen"
        yes, no = vote.count(VoteChoice.YES), vote.count(VoteChoice.NO)
        stated, counted = f"{vote.tally.yes} ja och {vote.tally.no} nej", f"{yes} ja och {no} nej"
        if vote.tally.abstained is not None:
            stated += f" och {vote.tally.abstained} som avstår"
            counted += f" och {vote.count(VoteChoice.ABSTAINED)} som avstår"
        yield f"{which} anges ha gett {stated}, men omröstningslistan har {counted}."


def _unread(ballots: Sequence[Ballot]) -> Iterator[str]:
    for ballot in ballots:
        rows = "1 rad" if ballot.unread == 1 else f"{ballot.unread} rader"
        yield f"I omröstningslistan på sida {ballot.source.page} kunde {rows} inte läsas säkert."
