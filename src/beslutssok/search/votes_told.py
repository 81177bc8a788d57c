"""What a vote is told in a line: the tally, the parties, who left the line, those asked about."""

import re
from collections.abc import Iterable, Iterator, Sequence

from beslutssok.domain import AnswerLine, SectionKind, Vote, VoteChoice
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredPassage
from beslutssok.search.composing import state
from beslutssok.search.named_people import is_called
from beslutssok.search.quoted_words import passage_of, passages_sharing

VOTED = {
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
    which = f"Omröstning {number} av {of}" if of > 1 else "Omröstning"
    stood_for = _stood_for(vote)
    if vote.tally is not None:
        told = say_counts(
            (vote.tally.yes, "ja"),
            (vote.tally.no, "nej"),
            (vote.tally.abstained, "avstod"),
            (vote.tally.absent, "frånvarande"),
        )
        if not vote.agrees:
            told += f" enligt texten; röstlistan ger {_listed(vote)}"
    elif vote.cast:
        told = f"{_listed(vote)}, räknat i röstlistan"
    elif vote.by_party:
        told = "; ".join(_say_parties(vote))
    else:
        told = "siffrorna framgår inte"
    yield state(LineKind.VOTE, f"{which}: {told}{stood_for}.", passage)


def party_lines(vote: Vote, passages: Sequence[StoredPassage]) -> Iterator[AnswerLine]:
    """Say how each party voted, where a list tells, and who voted otherwise than their party."""
    told = "; ".join(_say_parties(vote))
    if told and (vote.cast or vote.tally is not None):
        how = "räknat i röstlistan" if vote.cast else "enligt röstlistan"
        text = f"Per parti, {how}: {told}."
        yield from _resting_on(LineKind.COUNT, text, vote, passages, "")
    yield from broke_lines(vote, passages)


def broke_lines(vote: Vote, passages: Sequence[StoredPassage]) -> Iterator[AnswerLine]:
    """Say who voted otherwise than their party, where a list tells and anybody did."""
    broke = [
        f"{cast.person.name} ({cast.person.party}) {VOTED[cast.choice]}"
        for cast in vote.cast
        if cast.choice in _COUNTED
        and (line := party_line(vote, cast.person.party)) is not None
        and cast.choice is not line
    ]
    if broke:
        text = f"Röstade annorlunda än sitt parti, räknat i röstlistan: {', '.join(broke)}."
        yield from _resting_on(LineKind.COUNT, text, vote, passages, "")


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
                party = f" ({cast.person.party})" if cast.person.party else ""
                told = f"{cast.person.name}{party} {VOTED[cast.choice]}."
                yield from _resting_on(LineKind.VOTE, told, vote, passages, cast.person.name)
    for party in parties:
        if party in vote.parties:
            told = f"{party}: {_say_party(vote, party)}, räknat i röstlistan."
            yield from _resting_on(LineKind.COUNT, told, vote, passages, "")
        elif stated := [cast for cast in vote.by_party if cast.party == party]:
            counts = ", ".join(_say_stated(cast.count, cast.choice) for cast in stated)
            told = f"{party}: {counts}, enligt röstlistan."
            yield from _resting_on(LineKind.VOTE, told, vote, passages, "")


def unlisted_lines(
    told: Sequence[AnswerLine], passages: Sequence[StoredPassage], asked: Iterable[str]
) -> Iterator[AnswerLine]:
    """Say that no roll-call tells how those asked about voted, where a vote was held."""
    votes = [passage for passage in passages if passage.section is SectionKind.VOTE]
    texts = "\n".join(line.text for line in told)
    for name in asked:
        if votes and not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", texts):
            sentence = f"Hur {name} röstade framgår inte av någon röstlista i handlingen."
            yield state(LineKind.DOUBT, sentence, votes[0])


def say_counts(*counts: tuple[int | None, str]) -> str:
    """Counts as told: ``17 ja, 12 nej, 1 avstod``; what is not stated or nobody did is left out.

    >>> say_counts((17, "ja"), (0, "nej"), (None, "avstod"), (0, "frånvarande"))
    '17 ja, 0 nej'
    """
    told = [(count, word) for count, word in counts if count is not None]
    return ", ".join(f"{count} {word}" for count, word in told if count or word in {"ja", "nej"})


def _stood_for(vote: Vote) -> str:
    means = vote.proposition
    if means is None or not (means.yes or means.no):
        return ""
    yes, no = (_shortened(words) for words in (means.yes, means.no))
    return f" (ja: {yes or '–'}; nej: {no or '–'})"


def _shortened(words: str) -> str:
    plain = " ".join(words.split()).rstrip(" .;")
    return plain if len(plain) <= LONGEST_MEANING else f"{plain[: LONGEST_MEANING - 2]} …"


def _listed(vote: Vote) -> str:
    return say_counts(
        (vote.count(VoteChoice.YES), "ja"),
        (vote.count(VoteChoice.NO), "nej"),
        (vote.count(VoteChoice.ABSTAINED), "avstod"),
    )


def _say_parties(vote: Vote) -> Iterator[str]:
    for party in vote.parties:
        held = [(vote.count(choice, party), choice.value) for choice in VoteChoice]
        yield f"{party} {', '.join(f'{count} {word}' for count, word in held if count)}"
    for party in dict.fromkeys(cast.party for cast in vote.by_party):
        stated = [cast for cast in vote.by_party if cast.party == party]
        yield f"{party} {', '.join(_say_stated(cast.count, cast.choice) for cast in stated)}"


def _say_stated(count: int | None, choice: VoteChoice) -> str:
    return choice.value if count is None else f"{count} {choice.value}"


def _say_party(vote: Vote, party: str) -> str:
    counted = [(choice, vote.count(choice, party)) for choice in _COUNTED]
    rest = [(choice, vote.count(choice, party)) for choice in _ALSO_COUNTED]
    counted += [(choice, count) for choice, count in rest if count]
    return ", ".join(f"{count} {choice.value}" for choice, count in counted)


def _resting_on(
    kind: LineKind, told: str, vote: Vote, passages: Sequence[StoredPassage], name: str
) -> Iterator[AnswerLine]:
    """The statement on the passage of the roll-call that has the name, or where it begins."""
    listed = vote.roll_call or vote.source
    sharing = passages_sharing(listed, passages)
    having = tuple(passage for passage in sharing if name in passage.text)
    for passage in (having or sharing)[:1]:
        yield state(kind, told, passage)
