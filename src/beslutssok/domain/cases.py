"""The history of a case, and earlier cases like one at hand."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beslutssok.domain.entities import Entities
from beslutssok.domain.meeting import Outcome
from beslutssok.domain.results import Coverage, Hit


class StepKind(StrEnum):
    """What kind of step an item is in the history of a case; the value is the word users see."""

    INITIATIVE = "initiativ"
    MOTION = "motion"
    CONSULTATION = "remiss"
    PREPARATION = "beredning"
    PROPOSAL = "förslag"
    TABLED = "bordläggning"
    REFERRED_BACK = "återremiss"
    DECISION = "beslut"
    REJECTION = "avslag"
    EXECUTION = "verkställighet"
    FOLLOW_UP = "uppföljning"
    ANSWER = "svar"
    WITHDRAWN = "utgår"
    REFERENCE = "hänvisning"
    AGENDA = "kallelse"
    DOCUMENT = "handling"
    TREATED = "behandling"


class StepLink(StrEnum):
    """How a step is known to belong to the case; the value is the word users see."""

    CASE_NUMBER = "diarienummer"
    MENTION = "nämner diarienumret"
    REFERENCE = "hänvisning till §"


@dataclass(frozen=True, slots=True)
class PointChange:
    """A point that the proposal and the decision word differently, or that only one of them has.

    At least one of ``proposal`` and ``decision`` is there; the texts are theirs, quoted.
    """

    proposal: Hit | None
    decision: Hit | None


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One step of a case: an item with its outcome, and the passage that best tells it.

    ``changes`` are the differences between what was proposed to this step and what it decided;
    ``entities`` are the votes, reservations and the like of the item.
    """

    hit: Hit
    kind: StepKind
    outcome: Outcome
    link: StepLink = StepLink.CASE_NUMBER
    changes: tuple[PointChange, ...] = ()
    entities: Entities = Entities()


@dataclass(frozen=True, slots=True)
class MissingStep:
    """A step that a document refers to, but whose own document is not in the index.

    ``told_by`` is the passage that refers to it and ``text`` its words; at least one of ``date``,
    ``year`` and ``number`` is there.
    """

    organ: str
    date: date | None
    number: str | None
    year: int | None
    told_by: Hit
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """All items of one matter, those that refer to it, and what they refer to, by time.

    ``case_number`` is empty where the documents give the matter none.
    """

    case_number: str
    title: str
    steps: tuple[CaseStep, ...]
    missing: tuple[MissingStep, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """How many cases had an outcome."""

    outcome: Outcome
    count: int


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier case like the one at hand, with its items in order of time, one hit each.

    ``outcome`` is that of the last item that decided; ``PROPOSED`` where none has.
    ``best`` is the passage most like the text, with its score.
    """

    case_number: str | None
    title: str
    outcome: Outcome
    best: Hit
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Precedents:
    """Earlier cases like a text, best first, with how they ended.

    ``compared`` is the text that was compared, as far as it was read; ``source`` the citation or
    file name it came from, empty for a text that was given. ``outcomes`` counts ``cases``.
    """

    compared: str
    source: str
    cases: tuple[Precedent, ...]
    outcomes: tuple[OutcomeCount, ...]
    coverage: Coverage
