"""How a question was read: what was used of it, what was taken away, what was spelt otherwise."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Protocol, Unpack

from beslutssok.domain import Filters, Interpretation
from beslutssok.library import FilterKeywords
from beslutssok.search.expansion import Correction


class Understanding(Protocol):
    """What is asked of an index to tell how it reads a question."""

    def understand(
        self, question: str, *, without: Iterable[str] = (), **filters: Unpack[FilterKeywords]
    ) -> tuple[Interpretation, ...]:
        """What the question is taken to mean."""

    def corrections(self, question: str) -> tuple[Correction, ...]:
        """Words that no document has, and those that are searched for instead."""


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """How a question was read.

    ``used`` are the interpretations that the search went by (or let go, if ``relaxed``),
    ``removed`` those that the user took away, ``unknown`` keys that the question has nothing of.
    """

    used: tuple[Interpretation, ...] = ()
    removed: tuple[Interpretation, ...] = ()
    corrected: tuple[Correction, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def relaxed(self) -> tuple[Interpretation, ...]:
        """What left nothing and was let go."""
        return tuple(part for part in self.used if part.relaxed)


def read_as_asked(
    source: Understanding,
    question: str,
    filters: Filters,
    without: Iterable[str] = (),
    used: tuple[Interpretation, ...] | None = None,
) -> QuestionReading:
    """Tell how an index reads a question, after the user took some interpretations away.

    ``used`` are the interpretations of an answer, if there is one: they need not be found again.
    """
    keys = tuple(dict.fromkeys(without))
    given = asdict(filters)
    if used is None:
        used = source.understand(question, without=keys, **given)
    everything = source.understand(question, **given) if keys else used
    removed = tuple(part for part in everything if part.key in keys)
    known = {part.key for part in removed}
    return QuestionReading(
        used=used,
        removed=removed,
        corrected=source.corrections(question),
        unknown=tuple(key for key in keys if key not in known),
    )
