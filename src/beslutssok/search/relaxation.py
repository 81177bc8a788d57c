"""What to let go, and in which order, when what a question names leaves nothing."""

from collections.abc import Iterator

from beslutssok.domain.interpretation import Interpretation, InterpretationKind

# The least certain first: what was read from words that may have meant something else.
_LEAST_CERTAIN = (
    InterpretationKind.DOCUMENT_KIND,
    InterpretationKind.SECTION,
    InterpretationKind.PARTY,
    InterpretationKind.PHRASE,
    InterpretationKind.HUVUDMAN,
    InterpretationKind.ORGAN,
    InterpretationKind.ITEM,
    InterpretationKind.PERIOD,
    InterpretationKind.CASE,
)


def relaxations(parts: tuple[Interpretation, ...]) -> Iterator[tuple[Interpretation, ...]]:
    """What to let go, step by step: first each part alone, then one more each time.

    Words that the user left out by «-ord» are never let back in.
    """
    limiting = [part for part in parts if part.limits and part.kind in _LEAST_CERTAIN]
    limiting.sort(key=lambda part: _LEAST_CERTAIN.index(part.kind))
    for part in limiting:
        yield (part,)
    for count in range(2, len(limiting) + 1):
        yield tuple(limiting[:count])
