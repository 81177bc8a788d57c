"""The hits of a question as a file to take along: ``/traffar.csv?q=…``, ``/traffar.json?q=…``."""

import logging
from dataclasses import asdict

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from beslutssok.app.page.asking import HITS_AN_ITEM, ITEMS_SHOWN
from beslutssok.app.page.form import UnclearForm, read_address, read_filters
from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts
from beslutssok.errors import BeslutssokError
from beslutssok.library.export import HandedFormat, export_hits

MEDIA_TYPES = {
    HandedFormat.CSV: "text/csv; charset=utf-8",
    HandedFormat.JSON: "application/json",
}
log = logging.getLogger(__name__)


def build_hit_files(source: Source, texts: Texts) -> APIRouter:
    """Make the routes; they take the parameters that the address of a view has."""
    router = APIRouter(include_in_schema=False)

    @router.get("/traffar.{kind}")
    def send_hits(kind: HandedFormat, request: Request) -> Response:
        form = read_address(request.query_params)
        try:
            filters = asdict(read_filters(form, texts))
            limit = form.items_wanted(ITEMS_SHOWN) * HITS_AN_ITEM
            hits = source.search(form.question, limit, without=form.taken_away, **filters)
        except UnclearForm as exc:
            return PlainTextResponse(str(exc), status_code=400)
        except BeslutssokError as exc:
            log.warning("%s", exc)
            return PlainTextResponse(f"{exc.message} {exc.remedy}", status_code=503)
        disposition = f'attachment; filename="traffar.{kind.value}"'
        return Response(
            export_hits(hits, kind),
            media_type=MEDIA_TYPES[kind],
            headers={"Content-Disposition": disposition},
        )

    return router
