"""How persons and parties voted, counted from the roll-calls of an item."""

import re
from collections.abc import Iterable, Iterator, Sequence

from beslutssok.domain import AnswerLine, Entities, SectionKind, Vote, VoteChoice
from beslutssok.index.rows import StoredPassage
from beslutssok.search.hits import make_hit

_VOTED = {
    VoteChoice.YES: "röstade ja",
    VoteChoice.NO: "röstade nej",
    VoteChoice.ABSTAINED: "avstod",
    VoteChoice.ABSENT: "var frånvarande",
    VoteChoice.PAIRED: "var kvittad",
    VoteChoice.NOT_TAKING_PART: "deltog inte",
}
_COUNTED = (VoteChoice.YES, VoteChoice.NO, VoteChoice.ABSTAINED)
# Told only where there are any.
_ALSO_COUNTED = (VoteChoice.ABSENT, VoteChoice.PAIRED, VoteChoice.NOT_TAKING_PART)


def vote_lines(
    entities: Entities,
    passages: Sequence[StoredPassage],
    parties: Iterable[str],
    persons: Iterable[str],
) -> Iterator[AnswerLine]:
    """Say how the parties and persons asked about voted, where the item has a roll-call.

    Each line rests on the passage in which the row stands; what is counted says so.
    """
    parties, persons = tuple(parties), tuple(persons)
    lists = [vote for vote in entities.votes if vote.cast and vote.roll_call is not None]
    for number, vote in enumerate(lists, start=1):
        of = f", omröstning {number} av {len(lists)}" if len(lists) > 1 else ""
        stood_for = ""
        if vote.proposition is not None:
            stood_for = f" (ja: {vote.proposition.yes}; nej: {vote.proposition.no})"
        for name in persons:
            for cast in vote.cast:
                if _is_called(name, cast.person.name):
                    party = f" ({cast.person.party})" if cast.person.party else ""
                    told = f"{cast.person.name}{party} {_VOTED[cast.choice]}{of}{stood_for}."
                    yield from _resting_on(told, vote, passages, cast.person.name)
        for party in parties:
            if party in vote.parties:
                counted = [(choice, vote.count(choice, party)) for choice in _COUNTED]
                rest = [(choice, vote.count(choice, party)) for choice in _ALSO_COUNTED]
                counted += [(choice, count) for choice, count in rest if count]
                counts = ", ".join(f"{count} {choice.value}" for choice, count in counted)
                told = f"{party}: {counts}, räknat i röstlistan{of}{stood_for}."
                yield from _resting_on(told, vote, passages, "")


def unlisted_lines(
    told: Sequence[AnswerLine], passages: Sequence[StoredPassage], asked: Iterable[str]
) -> Iterator[AnswerLine]:
    """Say that no roll-call tells how those asked about voted, where a vote was held."""
    votes = [passage for passage in passages if passage.section is SectionKind.VOTE]
    texts = "\n".join(line.text for line in told)
    for name in asked:
        if votes and not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", texts):
            sentence = f"Hur {name} röstade framgår inte av någon röstlista i handlingen."
            yield AnswerLine(sentence, make_hit(votes[0], 1), quoted=False)


def _is_called(name: str, listed: str) -> bool:
    """Whether a person named by first and last name is the one listed, who may have more names."""
    words, other = name.casefold().split(), listed.casefold().split()
    return bool(words) and words[0] in other and set(words) <= set(other)


def _resting_on(
    told: str, vote: Vote, passages: Sequence[StoredPassage], name: str
) -> Iterator[AnswerLine]:
    """The statement on the passage of the roll-call that has the name, or where it begins."""
    assert vote.roll_call is not None
    places = set(vote.roll_call.places)
    listed = [
        passage
        for passage in passages
        if passage.section is SectionKind.VOTE and not places.isdisjoint(passage.places)
    ]
    having = [passage for passage in listed if name in passage.text]
    for passage in (having or listed)[:1]:
        yield AnswerLine(told, make_hit(passage, 1), quoted=False)
