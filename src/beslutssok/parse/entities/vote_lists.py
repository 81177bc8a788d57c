"""All lists of votes in a section, whatever their layout."""

import re
from collections.abc import Iterator
from dataclasses import replace

from beslutssok.domain import Line, SectionKind, VoteChoice
from beslutssok.parse.entities.ballots import Ballot
from beslutssok.parse.entities.crossed_lists import find_crossed_lists
from beslutssok.parse.entities.named_votes import (
    NamedVotes,
    find_abstaining,
    find_named_votes,
    find_sides_named,
)
from beslutssok.parse.entities.party_tables import find_party_tables
from beslutssok.parse.entities.told import Told, joined, lines_told
from beslutssok.parse.entities.worded_lists import find_worded_lists

VOTED_IN = frozenset(
    {
        SectionKind.VOTE,
        SectionKind.PROCEDURE,
        SectionKind.MOTION,
        SectionKind.DECISION,
        SectionKind.OTHER,
    }
)
_APPENDIX = re.compile(
    r"\bbilag|appendix|(?:omröstnings|voterings|röst)(?:list|protokoll)|voteringsresultat", re.I
)
_LABEL = re.compile(r"\b(?:bilaga|appendix)\s+(?:nr\s+)?(\d{1,3}|[A-Z])(?!\w)", re.IGNORECASE)

_Entry = tuple[Line, int, int]


def is_list_section(told: Told) -> bool:
    """Whether the section is a list bound in as an appendix."""
    return bool(_APPENDIX.search(told.section.heading))


def find_ballots(told: Told, order: int) -> tuple[list[Ballot], str]:
    """The lists of a section, and its text with them blanked out (as long as before).

    ``order`` is the section's position in the item.
    """
    if told.kind not in VOTED_IN:
        return [], told.text
    entries = lines_told(told)
    label = _LABEL.search(told.section.heading)
    found = [*_crossed(told, entries, order)]
    if not found:
        found = [*_streamed(told, entries, order)]
    blanked = told.text
    for _, spans in found:
        for start, end in spans:
            blanked = blanked[:start] + re.sub(r"[^\n]", " ", blanked[start:end]) + blanked[end:]
    for named in find_named_votes(blanked):
        source = joined([told.quote(start, end) for start, end in named.spans])
        ballot = Ballot(
            tuple(named.cast),
            source,
            (order, named.spans[0][0]),
            tuple(named.by_party),
            meant=(named.meant.get(VoteChoice.YES, ""), named.meant.get(VoteChoice.NO, "")),
        )
        found.append((ballot, named.spans))
    runs = list(find_sides_named(blanked))
    aside = find_abstaining(blanked) if len(runs) == 1 and not found else NamedVotes()
    for sides in runs:
        spans = sorted([*((side.start, side.end) for side in sides), *aside.spans])
        source = joined([told.quote(start, end) for start, end in spans])
        position = (order, sides[0].start)
        found.append((Ballot(tuple(aside.cast), source, position, sides=sides), spans))
    ballots = sorted((ballot for ballot, _ in found), key=lambda ballot: ballot.position)
    return [replace(ballot, label=label[1] if label else "") for ballot in ballots], blanked


_Found = tuple[Ballot, list[tuple[int, int]]]


def _crossed(told: Told, entries: list[_Entry], order: int) -> Iterator[_Found]:
    for crossed in find_crossed_lists([line for line, _, _ in entries]):
        start, end = entries[crossed.first][1], entries[crossed.last][2]
        yield (
            Ballot(
                tuple(crossed.cast),
                told.quote(start, end),
                (order, start),
                tally=crossed.tally,
                unread=crossed.unread,
            ),
            [(start, end)],
        )


def _streamed(told: Told, entries: list[_Entry], order: int) -> Iterator[_Found]:
    stream = "\n".join(line.text for line, _, _ in entries)
    offsets, position = [], 0
    for line, _, _ in entries:
        offsets.append(position)
        position += len(line.text) + 1

    def span(first: int, last: int) -> tuple[int, int]:
        touched = [
            (start, end)
            for (line, start, end), offset in zip(entries, offsets, strict=True)
            if offset < last and first < offset + len(line.text)
        ]
        return touched[0][0], touched[-1][1]

    for worded in find_worded_lists(stream):
        start, end = span(worded.start, worded.end)
        ballot = Ballot(worded.cast, told.quote(start, end), (order, start), unread=worded.unread)
        yield ballot, [(start, end)]
    for table in find_party_tables(stream):
        start, end = span(table.start, table.end)
        ballot = Ballot((), told.quote(start, end), (order, start), table.rows, table.tally)
        yield ballot, [(start, end)]
