"""PDF files and pictures of their pages; and files that are sent to be compared with."""

from typing import Annotated

from fastapi import FastAPI, Form, Query, UploadFile
from fastapi.responses import Response

from beslutssok.app import programs
from beslutssok.app.api.asked import MOST_HITS
from beslutssok.app.api.errors import Refused
from beslutssok.app.api.lending import lend_upload
from beslutssok.app.api.limits import Limits
from beslutssok.app.api.models import PrecedentsModel
from beslutssok.app.api.routes import FAILURES, MISSING, as_json, gives
from beslutssok.app.arguments import LIMIT
from beslutssok.app.files import Digest, Scale, draw_page, find_document, send_file
from beslutssok.domain import Filters
from beslutssok.errors import UnreadableDocument
from beslutssok.library import Index
from beslutssok.read.page_image import SCALE

PageNumber = Annotated[int, Query(ge=1, le=1_000_000, description="Sida, från 1")]


Count = Annotated[int, Form(ge=1, le=MOST_HITS)]


def add_file_routes(app: FastAPI, index: Index, limits: Limits) -> None:
    """Add the routes that send and take files."""

    @app.get(
        "/document/{file:path}",
        summary="Hämta en handling som PDF.",
        response_class=Response,
        responses={200: {"content": {"application/pdf": {}}}, **FAILURES, **MISSING},
    )
    def document(file: str, sha256: Digest = None) -> Response:
        """`file` och `sha256` är de i en träff."""
        path = find_document(index, file, sha256)
        if path is None:
            raise Refused(404, f"Det finns ingen handling {file}.", "Ta namnet ur en träff.")
        return send_file(path)

    @app.get(
        "/page/{file:path}",
        summary="Hämta en sida av en handling som bild.",
        response_class=Response,
        responses={200: {"content": {"image/png": {}}}, **FAILURES, **MISSING},
    )
    def page_image(
        file: str, page: PageNumber, sha256: Digest = None, scale: Scale = SCALE
    ) -> Response:
        """Sidans storlek i punkter står i `X-Page-Width` och `X-Page-Height`."""
        return draw_page(index, file, page, sha256, scale)

    @app.post(
        "/precedents/file",
        summary="Hitta tidigare ärenden som liknar en PDF-fil.",
        responses=gives(PrecedentsModel, "Tidigare ärenden, de mest lika först"),
    )
    def precedents_of_file(file: UploadFile, limit: Count = LIMIT) -> Response:
        """Filen, till exempel en tjänsteskrivelse, läses och finns sedan inte kvar."""
        with lend_upload(file.file, file.filename or "", limits.upload) as path:
            try:
                return as_json(programs.find_precedents(index, path, limit, Filters()))
            except UnreadableDocument as exc:
                raise Refused(422, f"{path.name}: {exc.reason}", exc.remedy) from exc
