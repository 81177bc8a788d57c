"""What a vote is told in a line: the tally, the parties, who left the line, those asked about."""

import re
from collections.abc import Iterable, Iterator, Sequence

from beslutssok.domain import AnswerLine, CastVote, Saying, SectionKind, Vote, VoteChoice
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredPassage
from beslutssok.search.composing import state
from beslutssok.search.named_people import is_called
from beslutssok.search.quoted_words import passage_of, passages_sharing
from beslutssok.search.sentences import Says, say

_CAST = {
    VoteChoice.YES: Says.CAST_YES,
    VoteChoice.NO: Says.CAST_NO,
    VoteChoice.ABSTAINED: Says.CAST_NEITHER,
    VoteChoice.ABSENT: Says.WAS_ABSENT,
    VoteChoice.PAIRED: Says.WAS_PAIRED,
    VoteChoice.NOT_TAKING_PART: Says.STAYED_OUT,
}
_COUNTED = (VoteChoice.YES, VoteChoice.NO, VoteChoice.ABSTAINED)
_COUNTS = (Says.COUNT, Says.ABSTAINED)
# Members of a party that stand against one who left the line, at the least.
LINE_OF = 2
LONGEST_MEANING = 300


def tally_line(
    vote: Vote, number: int, of: int, passages: Sequence[StoredPassage]
) -> Iterator[AnswerLine]:
    """Say how a vote fell and what Yes and No stood for, as stated; or as the list adds up."""
    passage = passage_of(vote.source, passages)
    if passage is None:
        return
    told: Saying | tuple[Saying, ...]
    listed, tally = _say_tally(*map(vote.count, _COUNTED)), vote.tally
    if tally is not None:
        told = _say_tally(tally.yes, tally.no, tally.abstained, tally.absent)
        if not vote.agrees:
            told = say(Says.DIFFERENT, counts=told, listed=listed)
    elif vote.cast:
        told = say(Says.COUNTED, counts=listed)
    elif vote.by_party:
        told = _say_parties(vote)
    else:
        told = say(Says.NO_COUNTS)
    meaning = say_meaning(_stood_for(vote))
    which = Says.VOTE_OF_SEVERAL if of > 1 else Says.VOTE
    saying = say(which, number=number, of=of, told=told, meaning=meaning)
    yield state(LineKind.VOTE, saying, passage)


def party_lines(vote: Vote, passages: Sequence[StoredPassage]) -> Iterator[AnswerLine]:
    """Say how each party voted, where a list tells, and who voted otherwise than their party."""
    parties = _say_parties(vote)
    if parties and (vote.cast or vote.tally is not None):
        told = say(Says.PARTIES_COUNTED if vote.cast else Says.PARTIES_LISTED, parties=parties)
        yield from _resting_on(LineKind.COUNT, told, vote, passages, "")
    yield from broke_lines(vote, passages)


def broke_lines(vote: Vote, passages: Sequence[StoredPassage]) -> Iterator[AnswerLine]:
    """Say who voted otherwise than their party, where a list tells and anybody did."""
    broke = tuple(
        _say_cast(cast)
        for cast in vote.cast
        if cast.choice in _COUNTED
        and (line := party_line(vote, cast.person.party)) is not None
        and cast.choice is not line
    )
    if broke:
        told = say(Says.LEFT_THE_LINE, votes=broke)
        yield from _resting_on(LineKind.COUNT, told, vote, passages, "")


def party_line(vote: Vote, party: str | None) -> VoteChoice | None:
    """How the most of a party voted; ``None`` where too few, or not more than half, agree."""
    counts = {choice: vote.count(choice, party) for choice in _COUNTED} if party else {}
    for choice, count in counts.items():
        if count >= LINE_OF and 2 * count > sum(counts.values()):
            return choice
    return None


def asked_lines(
    vote: Vote,
    passages: Sequence[StoredPassage],
    parties: Iterable[str],
    persons: Iterable[str],
) -> Iterator[AnswerLine]:
    """Say how the parties and persons asked about voted in one vote, where a list tells.

    Each line rests on the passage in which the row stands; what is counted says so.
    """
    for name in persons:
        for cast in vote.cast:
            if is_called(name, cast.person.name):
                told = say(Says.CAST_BY, vote=_say_cast(cast))
                yield from _resting_on(LineKind.VOTE, told, vote, passages, cast.person.name)
    for party in parties:
        if party in vote.parties:
            counted = say(Says.COUNTED, counts=_say_party(vote, party))
            told = say(Says.CAST, who=party, told=counted, meaning="")
            yield from _resting_on(LineKind.COUNT, told, vote, passages, "")
        elif any(cast.party == party for cast in vote.by_party):
            listed = say(Says.LISTED, counts=_say_stated(vote, party))
            told = say(Says.CAST, who=party, told=listed, meaning="")
            yield from _resting_on(LineKind.VOTE, told, vote, passages, "")


def unlisted_lines(
    told: Sequence[AnswerLine], passages: Sequence[StoredPassage], asked: Iterable[str]
) -> Iterator[AnswerLine]:
    """Say that no roll-call tells how those asked about voted, where a vote was held."""
    votes = [passage for passage in passages if passage.section is SectionKind.VOTE]
    texts = "\n".join(line.text for line in told)
    for name in asked:
        if votes and not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", texts):
            yield state(LineKind.DOUBT, say(Says.UNLISTED, who=name), votes[0])


def say_meaning(stood_for: str) -> Saying | str:
    """What Yes and No stood for, in brackets after what it is of; nothing where it is not told."""
    return say(Says.MEANING, stood_for=stood_for) if stood_for else ""


def say_counts(
    counts: Iterable[tuple[VoteChoice, int | None]], abstained: Says = Says.COUNT
) -> Saying:
    """How many voted how: ``12 ja, 1 nej``; the choice alone where no number is told."""
    told: list[Saying | VoteChoice] = []
    for choice, count in counts:
        sentence = abstained if choice is VoteChoice.ABSTAINED else Says.COUNT
        told.append(choice if count is None else say(sentence, count=count, choice=choice))
    return say(Says.COUNTS, counts=tuple(told))


def counts_in(said: object) -> Iterator[tuple[VoteChoice, int | None]]:
    """The counts that a saying tells, however deep in it.

    >>> [(choice.value, count) for choice, count in counts_in(_say_tally(17, 12))]
    [('ja', 17), ('nej', 12)]
    """
    if isinstance(said, VoteChoice):
        yield said, None
    elif isinstance(said, tuple):
        for part in said:
            yield from counts_in(part)
    elif isinstance(said, Saying) and said.sentence in _COUNTS:
        yield said.values["choice"], said.values["count"]
    elif isinstance(said, Saying):
        yield from counts_in(tuple(said.values.values()))


def _say_tally(*stated: int | None) -> Saying:
    """Yes, No, those who abstained or were absent; what is not stated or nobody did is left out.

    >>> _say_tally(17, 0, None, 0)
    '17 ja, 0 nej'
    """
    told = zip((*_COUNTED, VoteChoice.ABSENT), stated, strict=False)
    counts = ((choice, n) for choice, n in told if n or (n == 0 and choice in _COUNTED[:2]))
    return say_counts(counts, Says.ABSTAINED)


def _stood_for(vote: Vote) -> Saying | str:
    means = vote.proposition
    if means is None or not (means.yes or means.no):
        return ""
    yes, no = (_shortened(words) or "–" for words in (means.yes, means.no))
    return say(Says.STOOD_FOR, yes=yes, no=no)


def _shortened(words: str) -> str:
    plain = " ".join(words.split()).rstrip(" .;")
    return plain if len(plain) <= LONGEST_MEANING else f"{plain[: LONGEST_MEANING - 2]} …"


def _say_cast(cast: CastVote) -> Saying:
    party = f" ({cast.person.party})" if cast.person.party else ""
    return say(_CAST[cast.choice], who=f"{cast.person.name}{party}")


def _say_parties(vote: Vote) -> tuple[Saying, ...]:
    listed = {
        party: [(choice, n) for choice in VoteChoice if (n := vote.count(choice, party))]
        for party in vote.parties
    }
    told = [say(Says.PARTY, party=party, counts=say_counts(n)) for party, n in listed.items()]
    for party in dict.fromkeys(cast.party for cast in vote.by_party):
        told.append(say(Says.PARTY, party=party, counts=_say_stated(vote, party)))
    return tuple(told)


def _say_stated(vote: Vote, party: str) -> Saying:
    return say_counts((cast.choice, cast.count) for cast in vote.by_party if cast.party == party)


def _say_party(vote: Vote, party: str) -> Saying:
    counted = ((choice, vote.count(choice, party)) for choice in VoteChoice)
    return say_counts((choice, n) for choice, n in counted if n or choice in _COUNTED)


def _resting_on(
    kind: LineKind, told: Saying, vote: Vote, passages: Sequence[StoredPassage], name: str
) -> Iterator[AnswerLine]:
    """The statement on the passage of the roll-call that has the name, or where it begins."""
    listed = vote.roll_call or vote.source
    sharing = passages_sharing(listed, passages)
    having = tuple(passage for passage in sharing if name in passage.text)
    for passage in (having or sharing)[:1]:
        yield state(kind, told, passage)
