"""What can be asked by GET with parameters, and by POST with the same names in a JSON object."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import FastAPI, Query
from fastapi.responses import Response

from beslutssok.app import programs
from beslutssok.app.api.asked import (
    AskedActions,
    AskedCase,
    AskedFollowUp,
    AskedItem,
    AskedPrecedents,
    AskedQuestion,
    AskedSearch,
    AskedSimilar,
    Filtered,
)
from beslutssok.app.api.models import (
    ActionsModel,
    AnswerModel,
    CaseModel,
    DocumentModel,
    ErrorModel,
    HealthModel,
    HitModel,
    ItemModel,
    OverviewModel,
    PrecedentsModel,
    ReadingModel,
    StatusModel,
)
from beslutssok.app.json_form import write_json
from beslutssok.library import Index

NOTES = "X-Notes"
"""Header with what was let go or put right in a question, percent-encoded UTF-8."""

FAILURES: dict[int | str, dict[str, Any]] = {
    400: {"model": ErrorModel, "description": "Ett värde går inte att läsa, eller finns inte"},
    429: {"model": ErrorModel, "description": "För många förfrågningar på kort tid"},
    503: {"model": ErrorModel, "description": "Det finns inget index än, eller det byggs om"},
    "default": {"model": ErrorModel, "description": "Något gick fel"},
}
MISSING: dict[int | str, dict[str, Any]] = {
    404: {"model": ErrorModel, "description": "Inget i indexet svarar mot det"},
}


def gives(model: Any, description: str, missing: bool = False) -> dict[int | str, dict[str, Any]]:
    """Describe what a route gives; it is not checked against the model, nor slowed by it."""
    good: dict[int | str, dict[str, Any]] = {200: {"model": model, "description": description}}
    return good | FAILURES | (MISSING if missing else {})


def as_json(value: object) -> Response:
    """Send a form as the command line writes it."""
    return Response(write_json(value), media_type="application/json")


def reply(given: programs.Reply) -> Response:
    """Send a form, with the notes on the question in a header."""
    response = as_json(given.form)
    if given.notes:
        response.headers[NOTES] = quote(" ".join(given.notes))
    return response


def add_routes(app: FastAPI, index: Index) -> None:
    """Add the verbs that ask an index. Each runs in a thread of its own."""
    _add_questions(app, index)
    _add_lookups(app, index)
    _add_contents(app, index)


def _add_questions(app: FastAPI, index: Index) -> None:
    def search(asked: AskedSearch) -> Response:
        without = tuple(asked.without)
        return reply(programs.search_hits(index, asked.q, asked.limit, without, asked.filters))

    def ask(asked: AskedFollowUp) -> Response:
        without = tuple(asked.without)
        return reply(programs.ask_question(index, asked.q, without, asked.filters, asked.after))

    def understand(asked: AskedQuestion) -> Response:
        return as_json(programs.read_question(index, asked.q, tuple(asked.without), asked.filters))

    def similar(asked: AskedSimilar) -> Response:
        return as_json(programs.find_similar(index, asked.text, asked.limit))

    def precedents(asked: AskedPrecedents) -> Response:
        return as_json(programs.find_precedents(index, asked.text, asked.limit, asked.filters))

    hits = gives(list[HitModel], "Stycken, de bästa först")

    @app.get("/search", summary="Sök stycken, de bästa först.", responses=hits)
    def search_by_address(asked: Annotated[AskedSearch, Query()]) -> Response:
        """Vad som släpptes eller rättades i frågan står i huvudet `X-Notes`."""
        return search(asked)

    @app.post("/search", summary="Sök stycken.", responses=hits)
    def search_by_body(asked: AskedSearch) -> Response:
        """Samma namn som i adressen, i ett JSON-objekt."""
        return search(asked)

    answers = gives(AnswerModel, "Svaret med källor, eller varför det inte finns något")

    @app.get(
        "/ask", summary="Ställ en fråga och få svaret som citat med källor.", responses=answers
    )
    def ask_by_address(asked: Annotated[AskedFollowUp, Query()]) -> Response:
        """Står svaret inte i handlingarna är `answered` falskt, och `reason` säger varför."""
        return ask(asked)

    @app.post("/ask", summary="Ställ en fråga.", responses=answers)
    def ask_by_body(asked: AskedFollowUp) -> Response:
        """Samma namn som i adressen, i ett JSON-objekt."""
        return ask(asked)

    @app.get(
        "/understand",
        summary="Visa hur en fråga tolkas, utan att söka.",
        responses=gives(ReadingModel, "Tolkningar, och vad som släpptes eller rättades"),
    )
    def understand_by_address(asked: Annotated[AskedQuestion, Query()]) -> Response:
        """Nycklarna kan tas bort med `without`."""
        return understand(asked)

    @app.get(
        "/similar", summary="Hitta ärenden som liknar en text eller ett ärende.", responses=hits
    )
    def similar_by_address(asked: Annotated[AskedSimilar, Query()]) -> Response:
        """En träff per ärende."""
        return similar(asked)

    @app.post("/similar", summary="Hitta liknande ärenden.", responses=hits)
    def similar_by_body(asked: AskedSimilar) -> Response:
        """För längre texter."""
        return similar(asked)

    endings = gives(PrecedentsModel, "Tidigare ärenden, de mest lika först, och hur de slutade")

    @app.get(
        "/precedents", summary="Hitta tidigare ärenden, och hur de slutade.", responses=endings
    )
    def precedents_by_address(asked: Annotated[AskedPrecedents, Query()]) -> Response:
        """En text, eller ett ärendes källhänvisning eller id; ärendet självt är inte med."""
        return precedents(asked)

    @app.post("/precedents", summary="Hitta tidigare ärenden.", responses=endings)
    def precedents_by_body(asked: AskedPrecedents) -> Response:
        """För längre texter."""
        return precedents(asked)


def _add_lookups(app: FastAPI, index: Index) -> None:
    @app.get(
        "/case",
        summary="Följ ett ärende genom alla sammanträden.",
        responses=gives(CaseModel, "Stegen i tidsordning", missing=True),
    )
    def case(asked: Annotated[AskedCase, Query()]) -> Response:
        """Diarienumret får skrivas på vilket av de vanliga sätten som helst."""
        return as_json(programs.follow_case(index, asked.dnr, asked.huvudman))

    @app.get(
        "/actions",
        summary="Visa vad ett parti eller en person gjorde.",
        responses=gives(ActionsModel, "Yrkanden, röster och reservationer i tidsordning"),
    )
    def actions(asked: Annotated[AskedActions, Query()]) -> Response:
        """Allt som filtren lämnar, inte bara det bästa; utan `who` visas allas."""
        return as_json(programs.tell_actions(index, asked.who, asked.about, asked.filters))

    @app.get(
        "/overview",
        summary="Visa indexet i siffror.",
        responses=gives(OverviewModel, "Utgångar, slag av ärenden, reservationer och luckor"),
    )
    def overview(asked: Annotated[Filtered, Query()]) -> Response:
        """Bara protokoll räknas som beslut. Ärendena bakom `matters` ger exporten av `items`."""
        return as_json(programs.tell_overview(index, asked.filters))

    @app.get(
        "/show",
        summary="Visa en paragraf eller ett ärende i sin helhet.",
        responses=gives(ItemModel, "Paragrafen med stycken, yrkanden och röster", missing=True),
    )
    def show(asked: Annotated[AskedItem, Query()]) -> Response:
        """Källhänvisning eller id, som i en träff."""
        return as_json(programs.show_item(index, asked.citation))


def _add_contents(app: FastAPI, index: Index) -> None:
    @app.get(
        "/documents",
        summary="Lista handlingarna, även de som inte kunde läsas.",
        responses=gives(list[DocumentModel], "Handlingar, med skäl och åtgärd för olästa"),
    )
    def documents() -> Response:
        return as_json(programs.list_documents(index))

    @app.get(
        "/status",
        summary="Visa vad indexet innehåller.",
        responses=gives(StatusModel, "Omfattning, modell och handlingar"),
    )
    def status() -> Response:
        return as_json(programs.tell_status(index))

    @app.get(
        "/health",
        summary="Visa om frågor kan ställas.",
        responses=gives(HealthModel, "Ja, och om hur många handlingar"),
    )
    def health() -> Response:
        return as_json(programs.tell_health(index))
