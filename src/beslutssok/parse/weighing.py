"""Candidates weighed against each other: how a document sets the headings of its items.

Lists of contents repeat every item, and rules that are quoted in an item have § of their own. What
tells them is the document itself: how those are set that decisions follow, and what comes twice.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from beslutssok.domain import Line
from beslutssok.parse.candidates import Candidate
from beslutssok.parse.typography import SAME_SIZE

OPENS_ITEM = 1.0
OPENS_NOTHING = -0.5
OTHER_TYPE = -1.5
# What opens nothing is taken where it fits in, and never instead of what does.
MOST_WEAK = 0.05
IN_LIST = -3.0
LIST_ENTRIES = 3
# Entries of a list of contents have at most this many lines, with the headings between them.
ENTRY_LINES = 5
MOST_REPEATED = 0.6


def weigh(candidates: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Give the candidates the scores that they have beside each other."""
    listed = _in_lists(candidates)
    openers = [c for position, c in enumerate(candidates) if c.opens and position not in listed]
    usual = _usual_type(openers, lines) if _follow_each_other(openers) else None
    return [
        replace(candidate, score=candidate.score + IN_LIST)
        if position in listed
        else _beside_others(candidate, usual, lines)
        for position, candidate in enumerate(candidates)
    ]


def _beside_others(
    candidate: Candidate, usual: tuple[bool, float] | None, lines: Sequence[Line]
) -> Candidate:
    if usual is None:
        return candidate
    line = lines[candidate.index]
    same = line.ocr or (line.bold == usual[0] and abs(line.size - usual[1]) <= SAME_SIZE)
    score = candidate.score + (0.0 if same else OTHER_TYPE)
    if candidate.opens:
        return replace(candidate, score=score + OPENS_ITEM)
    return replace(candidate, score=min(score + OPENS_NOTHING, MOST_WEAK), weak=True)


def _follow_each_other(openers: Sequence[Candidate]) -> bool:
    return any(after.number == before.number + 1 for before, after in pairwise(openers))


def _usual_type(openers: Sequence[Candidate], lines: Sequence[Line]) -> tuple[bool, float] | None:
    """The weight and size in which most items are headed."""
    types = Counter((lines[c.index].bold, lines[c.index].size) for c in openers)
    return types.most_common(1)[0][0] if types else None


def _in_lists(candidates: Sequence[Candidate]) -> set[int]:
    """The positions of candidates that are entries of a list of contents.

    Entries stand close together, and their numbers come again where the items are; of two such
    rows the shorter one is the list.
    """
    listed: set[int] = set()
    for start, end in _dense_runs(candidates):
        run = candidates[start:end]
        labels = {candidate.label for candidate in run}
        others = [c for c in (*candidates[:start], *candidates[end:]) if c.label in labels]
        again = {candidate.label for candidate in others}
        if len(again) < MOST_REPEATED * len(labels):
            continue
        if sum(c.opens for c in run) > sum(c.opens for c in others):
            continue
        span = run[-1].index - run[0].index
        if span < others[-1].index - others[0].index:
            listed.update(range(start, end))
    return listed


def _dense_runs(candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
    runs = []
    start = 0
    for position in range(1, len(candidates) + 1):
        if position < len(candidates):
            before, after = candidates[position - 1], candidates[position]
            close = after.index - before.index <= ENTRY_LINES and not before.opens
            if close and 0 < after.number - before.number <= 2:
                continue
        if position - start >= LIST_ENTRIES:
            runs.append((start, position))
        start = position
    return runs
