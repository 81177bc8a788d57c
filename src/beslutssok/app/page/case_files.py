"""A case as a file to take along: ``/arende.csv?dnr=…`` for tables, ``/arende.json?dnr=…``."""

import logging

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse, Response

from beslutssok.app.json_form import case_form, write_json
from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.views import write_link
from beslutssok.domain import Case
from beslutssok.errors import BeslutssokError, CitationNotFound
from beslutssok.library.export import HandedFormat, export_case

MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
LONGEST_NAME = 60

log = logging.getLogger(__name__)


def build_case_files(source: Source, texts: Texts) -> APIRouter:
    """Make the routes; JSON is the same as that of the command line."""
    router = APIRouter(include_in_schema=False)

    @router.get("/arende.{kind}")
    def send_case(kind: str, dnr: str = "", huvudman: str = "") -> Response:
        if kind not in MEDIA_TYPES or not dnr.strip():
            return PlainTextResponse(texts.document_missing, status_code=404)
        try:
            case = source.case(dnr.strip(), huvudman.strip() or None)
        except CitationNotFound as exc:
            return PlainTextResponse(f"{exc.message} {exc.remedy}", status_code=404)
        except BeslutssokError as exc:
            log.warning("%s", exc)
            return PlainTextResponse(f"{exc.message} {exc.remedy}", status_code=503)
        return Response(
            write_case(case, kind),
            media_type=MEDIA_TYPES[kind],
            headers={"Content-Disposition": f'attachment; filename="{file_name(case)}.{kind}"'},
        )

    return router


def case_file_address(case_number: str, huvudman: str, kind: str) -> str:
    """Where a case is had as a file, relative to the page."""
    return f"arende.{kind}{write_link(dnr=case_number, huvudman=huvudman)}"


def write_case(case: Case, kind: str) -> bytes:
    """Write a case as CSV, as an export has it, or as JSON."""
    if kind == "csv":
        return export_case(case, HandedFormat.CSV)
    return write_json(case_form(case)).encode("utf-8", errors="replace")


def file_name(case: Case) -> str:
    """A name for the file, in plain letters.

    >>> file_name(Case("KS 2023/145", "", ()))
    'arende-KS-2023-145'
    """
    kept = (sign if sign.isascii() and sign.isalnum() else "-" for sign in case.case_number)
    return f"arende-{''.join(kept)}"[:LONGEST_NAME].rstrip("-")
