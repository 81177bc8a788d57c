"""The words of the field as frozen dataclasses, without any I/O.

``layout`` has what a page consists of, ``meeting`` what a document says, ``results`` what a
question gets back.
"""

from beslutssok.domain.layout import (
    Line,
    OutlineEntry,
    Page,
    PageProblem,
    Place,
    SourceDocument,
)
from beslutssok.domain.meeting import (
    DocumentKind,
    Item,
    Meeting,
    Outcome,
    Paragraph,
    ParagraphStyle,
    Person,
    Section,
    SectionKind,
    Tally,
)
from beslutssok.domain.results import (
    Answer,
    AnswerLine,
    Case,
    CaseStep,
    Coverage,
    DocumentStatus,
    Filters,
    Hit,
    IngestedDocument,
    IngestReport,
    Passage,
)

__all__ = [
    "Answer",
    "AnswerLine",
    "Case",
    "CaseStep",
    "Coverage",
    "DocumentKind",
    "DocumentStatus",
    "Filters",
    "Hit",
    "IngestReport",
    "IngestedDocument",
    "Item",
    "Line",
    "Meeting",
    "Outcome",
    "OutlineEntry",
    "Page",
    "PageProblem",
    "Paragraph",
    "ParagraphStyle",
    "Passage",
    "Person",
    "Place",
    "Section",
    "SectionKind",
    "SourceDocument",
    "Tally",
]
