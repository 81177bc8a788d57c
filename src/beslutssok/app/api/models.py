"""What comes back, for the documentation of the API: the keys, and what they mean.

The values are written by ``json_form`` as they are for the command line; these say what to expect.
Keys may be added, so a reader should take no offence at one that is not here.
"""

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Loose(BaseModel):
    """What may have more keys than are named."""

    model_config = ConfigDict(extra="allow")


class HitModel(Loose):
    """A passage with its citation."""

    rank: int
    score: float = Field(description="Ordnar träffarna i en lista, och betyder inget därutöver")
    citation: str = Field(examples=["Regionstyrelsen 2024-12-10 § 208, Beslut p. 1 (s. 2)"])
    id: str = Field(examples=["region-fjallbygden/regionstyrelsen/2024-12-10/208/beslut/1"])
    organ: str
    huvudman: str
    date: date | None
    document_kind: str
    item_number: str
    item_title: str
    case_number: str | None
    section: str
    point: str | None
    text: str = Field(description="Ordagrant ur handlingen")
    file: str
    page: int = Field(description="Sida i PDF-filen, från 1")
    outcome: str = Field(description="Hela paragrafens utgång; «förslag» är inget beslut")
    item_id: str
    sha256: str
    ocr: bool = Field(description="Texten är tolkad ur en bild och kan ha fel")
    also_in: list[str]


class LineModel(Loose):
    """A line of an answer."""

    text: str
    quoted: bool = Field(description="Ordagrant citat")
    kind: str
    id: str = Field(description="Träffen som raden vilar på")
    rank: int


class CoverageModel(Loose):
    """What was looked through."""

    documents: int
    items: int
    passages: int
    unreadable: int
    bodies: list[str]
    date_from: date | None
    date_to: date | None


class AnswerModel(Loose):
    """An answer in quotations, or why there is none."""

    question: str
    answered: bool
    unsure: bool = Field(description="Om det som sägs bara ligger närmast frågan")
    outcome: str
    answer: str
    reason: str | None = Field(description="Varför frågan inte besvaras")
    citations: list[HitModel]
    case_number: str | None
    also: list[HitModel]
    lines: list[LineModel]
    coverage: CoverageModel
    kind: str


class StepModel(Loose):
    """A step of a case."""

    kind: str
    outcome: str
    hit: HitModel


class CaseModel(Loose):
    """The course of a case."""

    case_number: str
    title: str
    steps: list[StepModel]


class ItemModel(Loose):
    """An item, whole."""

    citation: str
    title: str
    case_number: str | None
    passages: list[HitModel]
    entities: dict[str, Any]


class ActionModel(Loose):
    """One thing that somebody did."""

    kind: str = Field(description="yrkande, röst, reservation …")
    person: str | None
    party: str | None
    detail: str
    text: str = Field(description="Ordagrant ur handlingen")
    hit: HitModel


class ActionsModel(Loose):
    """What somebody did, in order of time."""

    who: str | None
    counts: dict[str, int]
    actions: list[ActionModel]
    coverage: CoverageModel


class PrecedentModel(Loose):
    """An earlier case."""

    case_number: str | None
    title: str
    outcome: str = Field(description="Hur det slutade; «förslag» om inget beslut finns")
    best: HitModel
    hits: list[HitModel]


class PrecedentsModel(Loose):
    """Earlier cases like one at hand."""

    source: str
    compared: str
    outcomes: list[dict[str, Any]]
    cases: list[PrecedentModel]
    coverage: CoverageModel


class OverviewModel(Loose):
    """An index in figures."""

    outcomes: list[dict[str, Any]]
    reservations: list[dict[str, Any]]
    contested: list[dict[str, Any]]
    months: list[dict[str, Any]]
    matters: list[dict[str, Any]]
    gaps: list[dict[str, Any]]
    coverage: CoverageModel


class DocumentModel(Loose):
    """A file, and what is known of it."""

    path: str
    status: str
    pages: int
    items: int
    passages: int
    reason: str
    remedy: str
    notes: list[str]


class StatusModel(Loose):
    """What the index holds."""

    index: str
    coverage: CoverageModel
    model: dict[str, Any] | None
    documents: list[DocumentModel]


class ReadingModel(Loose):
    """How a question is read."""

    interpretations: list[dict[str, Any]]
    notes: list[str] = Field(description="Vad som släpptes eller rättades i frågan")


class ErrorText(BaseModel):
    """What is wrong, and what to do."""

    message: str
    remedy: str


class ErrorModel(BaseModel):
    """An error."""

    error: ErrorText


class HealthModel(Loose):
    """Whether questions can be asked."""

    ok: bool
    documents: int
