"""What a person or a party did: moved, voted, reserved, stepped aside."""

from dataclasses import dataclass
from enum import StrEnum

from beslutssok.domain.results import Coverage, Hit


class ActionKind(StrEnum):
    """What somebody did in an item; the value is the word users see."""

    MOVED = "yrkande"
    VOTED = "röst"
    RESERVED = "reservation"
    STATED = "protokollsanteckning"
    NOT_TAKING_PART = "deltog inte i beslutet"
    DISQUALIFIED = "jäv"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person or a party did, with the passage that tells it.

    ``person`` is ``None`` where the whole party acted. ``detail`` is what a motion asks for
    (``bifall``, ``avslag`` …), how a vote was cast (``ja``, ``nej`` …, for a party with counts:
    ``12 ja, 1 nej``), or empty. ``text`` is quoted from the document; ``person`` are the names,
    with commas between them, where several of a party acted together. ``stood_for`` is what Yes
    and No stood for in a vote, in the document's words (``ja: bifall; nej: avslag``); ``listed``
    is the passage of the roll-call that a vote was read or counted from, where there is one.
    """

    kind: ActionKind
    person: str | None
    party: str | None
    detail: str
    text: str
    hit: Hit
    stood_for: str = ""
    listed: Hit | None = None


@dataclass(frozen=True, slots=True)
class Actions:
    """Everything that was found of what somebody did, in order of time.

    ``who`` is the person or the party letters, empty for everybody; ``coverage`` is what was
    looked through.
    """

    who: str
    actions: tuple[Action, ...]
    coverage: Coverage

    def count(self, kind: ActionKind) -> int:
        """How many actions there are of a kind."""
        return sum(action.kind is kind for action in self.actions)
