"""What a question gets back: an answer in lines, each with the hit that it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from beslutssok.domain.interpretation import Interpretation
from beslutssok.domain.meeting import Outcome
from beslutssok.domain.results import Coverage, Hit
from beslutssok.domain.sayings import Saying


class AnswerKind(StrEnum):
    """What form an answer has; the value is used in JSON."""

    DECISION = "beslut"
    VOTE = "omrostning"
    WHO = "vem"
    ACTIONS = "agerande"
    LIST = "lista"
    CASE = "arende"
    NONE = "inget"


class LineKind(StrEnum):
    """What a line of an answer tells; the value is used in JSON.

    ``HEAD`` says body, date, § and outcome; ``COUNT`` is what code counted; ``DOUBT`` is a
    reservation about the answer itself; ``LISTED`` is one entry of a list; ``AMENDED`` is a later
    decision that repealed or changed the one that is told, with its words.
    """

    HEAD = "svar"
    DECISION = "beslut"
    PROPOSAL = "forslag"
    MOTION = "yrkande"
    VOTE = "omrostning"
    DISSENT = "reservation"
    DISQUALIFICATION = "jav"
    COUNT = "antal"
    EARLIER = "tidigare"
    LATER = "senare"
    AMENDED = "upphavt"
    LISTED = "lista"
    DOUBT = "forbehall"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line of an answer: a quotation or a statement, and the hit that it rests on.

    ``text`` is verbatim from the document, or a :class:`Saying` where the program says it;
    ``kind`` is what it tells.
    """

    text: str
    hit: Hit
    kind: LineKind = LineKind.TEXT

    @property
    def quoted(self) -> bool:
        """Whether the line is verbatim from the document."""
        return not isinstance(self.text, Saying)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: quotations and what rests on them, or why there is none.

    ``text`` is the answer as one readable text (lines joined); ``reason`` says why not answered,
    else ``None``; ``also`` are further hits worth reading; ``coverage`` is what was looked
    through; ``interpreted`` are the labels of ``interpretations``. ``kind`` is the form of the
    answer; ``gaps`` are sentences about documents that are referred to but not there,
    where that may be why something is not told; ``after`` is the ``item_id`` or case number that
    a follow-up question («… och hur röstade V?») was taken to go on with.
    """

    question: str
    answered: bool
    outcome: Outcome
    text: str
    reason: Saying | None
    lines: tuple[AnswerLine, ...]
    citations: tuple[Hit, ...]
    case_number: str | None
    also: tuple[Hit, ...]
    coverage: Coverage
    interpreted: tuple[str, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()
    kind: AnswerKind = AnswerKind.DECISION
    gaps: tuple[Saying, ...] = ()
    after: str | None = None

    @property
    def amended(self) -> bool:
        """Whether what was decided was later repealed or changed by another decision."""
        return any(line.kind is LineKind.AMENDED for line in self.lines)

    @property
    def unsure(self) -> bool:
        """Whether what is told is only nearest to the question, and may not answer it."""
        return bool(self.lines) and self.lines[0].kind is LineKind.DOUBT

    @property
    def relaxed(self) -> tuple[str, ...]:
        """What the question named that left nothing and was let go, in Swedish."""
        return tuple(part.label for part in self.interpretations if part.relaxed)
