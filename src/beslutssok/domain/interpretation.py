"""What a search is limited to, and what a question was taken to mean."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beslutssok.domain.meeting import DocumentKind, SectionKind


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is limited to; ``None`` does not limit.

    ``organ``, ``huvudman`` and ``party`` compare without regard to case; ``date_from`` and
    ``date_to`` are inclusive; ``case_number`` is compared in its normalised form.
    """

    huvudman: str | None = None
    organ: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    document_kind: DocumentKind | None = None
    section: SectionKind | None = None
    case_number: str | None = None
    item_number: str | None = None
    party: str | None = None


class InterpretationKind(StrEnum):
    """What a part of a question was taken for; the value begins its key."""

    CASE = "arende"
    ITEM = "paragraf"
    PERIOD = "period"
    ORGAN = "organ"
    HUVUDMAN = "huvudman"
    DOCUMENT_KIND = "handling"
    SECTION = "avsnitt"
    PARTY = "parti"
    NAME = "namn"
    NUMBER = "nummer"
    MATTER = "sort"
    OUTCOME = "utgang"
    EVENT = "handelse"
    ORDER = "ordning"
    PHRASE = "ordagrant"
    EXCLUDED = "utan"


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A part of a question and what it was taken for: ``question[start:end]``.

    ``key`` names it, so that it can be taken away; ``label`` is what users see, in Swedish; a
    :class:`Saying` unless it is but a name.
    ``filters`` are those that it sets: the search is limited to them if ``limits``, else they
    are only preferred. ``words`` are the phrase, the word to leave out, the name, or
    what titles or outcomes are to have; ``relaxed``
    says that it left nothing and was let go.
    """

    key: str
    kind: InterpretationKind
    label: str
    start: int
    end: int
    filters: Filters = Filters()
    limits: bool = True
    words: str = ""
    relaxed: bool = False
