"""Summaries of a vote by party: a row for each party, a column for each choice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from beslutssok.domain import PartyVote, Tally, VoteChoice
from beslutssok.parse.entities.ballots import CHOICE, choice_of
from beslutssok.parse.entities.people import PARTY_NAMES, party_letters

_GAP = r"[\s]+"
_HEAD = re.compile(
    rf"(?:(?:^|(?<=\n))(?:Parti(?:er|grupp)?|Grupp){_GAP})(?P<choices>(?:(?:Antal\s+)?{CHOICE}{_GAP}){{2,6}})(?P<total>(?:Summa|Totalt?|Antal){_GAP})?"
)
_ROW = re.compile(
    r"(?P<party>\(?[A-ZÅÄÖ]{1,5}\)?|F[Ii]|[A-ZÅÄÖ][a-zåäöé]+(?:\s\([A-ZÅÄÖ]{1,5}\))?)[\t\n ]+"
    r"(?P<counts>(?:(?:\d{1,3}|[-–])(?:[\t\n ]+|$))+)"
)
_SUM = re.compile(r"summa|totalt?|samtliga", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PartyTable:
    """A summary by party, its sum where one is stated, and its span in the stream."""

    rows: tuple[PartyVote, ...]
    tally: Tally | None
    start: int
    end: int


def find_party_tables(stream: str) -> Iterator[PartyTable]:
    """Find the summaries in a stream of lines (parted by line breaks) and cells (by tabs)."""
    for head in _HEAD.finditer(stream):
        choices = [
            choice
            for word in re.findall(CHOICE, head["choices"])
            if (choice := choice_of(word)) is not None
        ]
        rows: list[PartyVote] = []
        tally: Tally | None = None
        position = head.end()
        while (match := _ROW.match(stream, position)) is not None:
            numbers = [0 if count in "-–" else int(count) for count in match["counts"].split()]
            if len(numbers) not in (len(choices), len(choices) + 1):
                break
            counts = dict(zip(choices, numbers, strict=False))
            position = match.end()
            if _SUM.match(match["party"]):
                tally = _tally(counts, match[0])
                break
            rows += _rows(match["party"], counts)
        if rows:
            yield PartyTable(tuple(rows), tally, head.start(), position)


def _rows(name: str, counts: dict[VoteChoice, int]) -> Iterator[PartyVote]:
    letters = re.search(r"\(?\b([A-ZÅÄÖ]{1,5})\)?$", name)
    party = letters[1] if letters else party_letters(name)
    if party.lower() in PARTY_NAMES:
        party = PARTY_NAMES[party.lower()]
    for choice, count in counts.items():
        if count:
            yield PartyVote(party, choice, count)


def _tally(counts: dict[VoteChoice, int], text: str) -> Tally | None:
    if VoteChoice.YES not in counts or VoteChoice.NO not in counts:
        return None
    return Tally(
        yes=counts[VoteChoice.YES],
        no=counts[VoteChoice.NO],
        abstained=counts.get(VoteChoice.ABSTAINED),
        absent=counts.get(VoteChoice.ABSENT),
        text=" ".join(text.split()),
    )
