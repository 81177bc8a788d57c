"""The routes under ``/handlingar/``: PDF files, and their pages as pictures."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from beslutssok.app.files import Digest, Documents, Scale, draw_page, find_document, send_file
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.texts import Texts
from beslutssok.errors import BeslutssokError
from beslutssok.read.page_image import SCALE


def build_documents(index: Documents, texts: Texts) -> APIRouter:
    """Make the routes under ``/handlingar/``."""
    router = APIRouter()

    @router.api_route("/handlingar/{file:path}/sida/{page}.png", methods=["GET", "HEAD"])
    def send_page(file: str, page: int, sha256: Digest = None, skala: Scale = SCALE) -> Response:
        try:
            return draw_page(index, file, page, sha256, skala)
        except BeslutssokError as exc:
            error = {"message": exc.message, "remedy": exc.remedy}
            return JSONResponse({"error": error}, status_code=404)

    @router.api_route("/handlingar/{file:path}", methods=["GET", "HEAD"])
    def send_document(request: Request, file: str, sha256: str | None = None) -> Response:
        path = find_document(index, file, sha256)
        if path is None:
            return HTMLResponse(_render_missing(texts), status_code=404)
        return send_file(path, "ladda-ned" in request.query_params)

    return router


def _render_missing(texts: Texts) -> str:
    return (
        f'<!doctype html><html lang="{texts.language}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width">'
        f"<title>{show_text(texts.document_missing)}</title>"
        f'<body style="font: 1.0625rem/1.5 system-ui, sans-serif; margin: 3rem auto; '
        f'max-width: 36rem; padding: 0 1rem"><h1>{show_text(texts.document_missing)}</h1>'
        f"<p>{show_text(texts.document_missing_note)}</p>"
        f'<p><a href="/">{show_text(texts.back)}</a></p></body></html>'
    )
