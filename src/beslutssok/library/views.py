"""What the façade shows of an index besides hits and answers."""

from dataclasses import dataclass

from beslutssok.domain import Entities, Hit


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item as it stands in its document: one hit for each passage, in order.

    ``entities`` are the yrkanden, votes, reservations and references that were read of it.
    """

    citation: str
    title: str
    case_number: str | None
    passages: tuple[Hit, ...]
    entities: Entities = Entities()
