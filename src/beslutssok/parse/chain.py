"""The chain of item numbers: of all candidates, those that together are a document's items."""

from collections.abc import Sequence

from beslutssok.parse.candidates import Candidate

NEXT_NUMBER = 0.5
BOTH_WEAK = 0.1
NEXT_LETTER = 0.3
PER_MISSING_NUMBER = -0.02
MOST_MISSING = 40


def best_chain(candidates: Sequence[Candidate]) -> tuple[list[Candidate], float]:
    """The chain of rising numbers with the highest sum of scores and links, and that sum.

    Of candidates with one number, only the best chain so far that ends in it can be part of a
    better one, so the work is the number of candidates times that of different numbers.
    """
    totals: list[float] = []
    previous: list[int | None] = []
    ends: dict[str, int] = {}
    for position, candidate in enumerate(candidates):
        total, link_to = candidate.score, None
        for earlier in ends.values():
            link = _link(candidates[earlier], candidate)
            if link is not None and totals[earlier] + link + candidate.score > total:
                total, link_to = totals[earlier] + link + candidate.score, earlier
        totals.append(total)
        previous.append(link_to)
        rival = ends.get(candidate.label)
        if rival is None or total > totals[rival]:
            ends[candidate.label] = position
    if not totals:
        return [], 0.0
    last = max(range(len(totals)), key=totals.__getitem__)
    chain = []
    at: int | None = last
    while at is not None:
        chain.append(candidates[at])
        at = previous[at]
    return chain[::-1], totals[last]


def _link(before: Candidate, after: Candidate) -> float | None:
    step = after.number - before.number
    if step == 1:
        return BOTH_WEAK if before.weak and after.weak else NEXT_NUMBER
    if step == 0 and after.label > before.label:
        return NEXT_LETTER
    if step > 1:
        return PER_MISSING_NUMBER * min(step, MOST_MISSING)
    return None
