"""The web server: the page, and the PDF files it cites."""

import logging
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.middleware.trustedhost import TrustedHostMiddleware
from fastapi.responses import FileResponse, HTMLResponse, Response

from beslutssok.app.page import ExampleQuestions, Page, build_page, build_theme
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.shell import COMMON_HEADERS, Shell
from beslutssok.app.page.source import Source
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.texts import Texts
from beslutssok.errors import BeslutssokError, SettingsError

PDF_BEGINS = b"%PDF-"
PDF_BEGINS_WITHIN = 1024
LOCAL = ("127.0.0.1", "localhost")
log = logging.getLogger(__name__)


def create_app(
    source: Source,
    texts: Texts = SWEDISH,
    examples: ExampleQuestions | None = None,
    hosts: Sequence[str] = (),
) -> FastAPI:
    """Make the application: the page at ``/`` and the documents under ``/handlingar/``.

    With ``hosts``, only requests for these names are answered.
    """
    app = FastAPI(title=texts.name, docs_url=None, redoc_url=None, openapi_url=None)

    @app.api_route("/handlingar/{file:path}", methods=["GET", "HEAD"])
    def send_document(file: str, sha256: str | None = None) -> Response:
        path = find_document(source, file, sha256)
        if path is None:
            return HTMLResponse(_render_missing(texts), status_code=404, headers=COMMON_HEADERS)
        return FileResponse(
            path,
            media_type="application/pdf",
            filename=path.name,
            content_disposition_type="inline",
            headers=COMMON_HEADERS,
        )

    page = Page(source, texts, examples or ExampleQuestions())
    gr.mount_gradio_app(
        app,
        build_page(page),
        path="/",
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        enable_monitoring=False,
        mcp_server=False,
        pwa=False,
        theme=build_theme(),
    )
    app.add_middleware(Shell, texts=texts)
    if hosts:
        # A site elsewhere may point its name at this machine; it must not be answered.
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=[*hosts])
    return app


def find_document(source: Source, file: str, sha256: str | None = None) -> Path | None:
    """Find the PDF that a hit names, or none: only what the index knows, and only PDF files."""
    parts = PurePosixPath(file).parts
    if not file or "\0" in file or "\\" in file or file.startswith("/") or ".." in parts:
        return None
    try:
        path = source.document_path(file, sha256)
        with path.open("rb") as stream:
            return path if PDF_BEGINS in stream.read(PDF_BEGINS_WITHIN) else None
    except (BeslutssokError, OSError):
        return None


def serve(
    source: Source,
    host: str = "127.0.0.1",
    port: int = 7860,
    examples: Sequence[str] = (),
    announce: Callable[[str], None] | None = None,
) -> None:
    """Serve the page until interrupted; the model is made ready once the page is up.

    ``port`` 0 takes any free one. ``announce`` is given the sentence that says where the page
    is; it is written on standard output otherwise.

    Raises:
        SettingsError: the address or the port cannot be had.
    """
    listener = listen(host, port)
    questions = ExampleQuestions(examples)
    config = uvicorn.Config(
        create_app(source, examples=questions, hosts=LOCAL if host in LOCAL else ()),
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config)

    def say_where_and_prepare() -> None:
        (announce or _write_line)(f"Sidan finns på {page_address(listener, host)}")
        threading.Thread(target=_prepare, args=(source, questions), daemon=True).start()

    server.when_up = say_where_and_prepare
    with listener:
        server.run(sockets=[listener])


def listen(host: str, port: int) -> socket.socket:
    """Take the port, or say plainly why not and what to do."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as exc:
        raise SettingsError(
            f"Adressen {host} går inte att lyssna på.",
            "Sätt BESLUTSSOK_HOST till 127.0.0.1, eller till en adress som datorn har.",
        ) from exc
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(128)
    except OSError as exc:
        listener.close()
        raise SettingsError(
            f"Port {port} på {host} är upptagen eller får inte användas.",
            f"Stäng programmet som använder den, eller välj en annan: BESLUTSSOK_PORT={port + 1}.",
        ) from exc
    return listener


def page_address(listener: socket.socket, host: str) -> str:
    """Give the address to open in a browser on this machine."""
    port = listener.getsockname()[1]
    if host in {"0.0.0.0", "::", ""}:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class _Server(uvicorn.Server):
    when_up: Callable[[], None] = staticmethod(lambda: None)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.when_up()


def _prepare(source: Source, questions: ExampleQuestions) -> None:
    try:
        if source.coverage().documents:
            source.warm_up()
            questions.find(source, SWEDISH)
    except BeslutssokError as exc:
        log.warning("%s", exc)
    except Exception:
        log.exception("The model could not be made ready.")


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


def _write_line(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
