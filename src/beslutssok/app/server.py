"""The web server: the page, and the PDF files it cites."""

import logging
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from typing import cast

import uvicorn
from fastapi import FastAPI
from fastapi.responses import RedirectResponse, Response
from starlette.routing import Route

from beslutssok.app.access import KnownHosts, OwnOrigin, SignIn, read_users
from beslutssok.app.api import Limits, RequestLimits, build_api
from beslutssok.app.api.errors import answer_errors
from beslutssok.app.api.limits import MEGABYTE
from beslutssok.app.documents import build_documents
from beslutssok.app.mcp_server import MountedMcp
from beslutssok.app.page import ExampleQuestions, Indexing, mount_page
from beslutssok.app.page.shell import Shell
from beslutssok.app.page.source import Source
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.texts import Texts
from beslutssok.errors import BeslutssokError, SettingsError
from beslutssok.library import Index
from beslutssok.settings import Settings

LOCAL = ("127.0.0.1", "localhost", "::1")
log = logging.getLogger(__name__)


def create_app(
    source: Source,
    texts: Texts = SWEDISH,
    examples: ExampleQuestions | None = None,
    hosts: Sequence[str] = (),
    settings: Settings | None = None,
    indexing: Indexing | None = None,
) -> FastAPI:
    """Make the application: the page at ``/``, the documents under ``/handlingar/``, the API.

    With ``hosts``, only requests for these names are answered. ``settings`` say who may sign in,
    how much may be sent, and whether there is ``/mcp``; ``indexing`` how far a reading is that
    goes on meanwhile.

    Raises:
        SettingsError: the file of who may sign in makes no sense.
    """
    settings = settings or Settings()
    limits = Limits(settings.rate, settings.upload_mb * MEGABYTE)
    # The façade has all that programs ask; what stands in for it in tests has what they need.
    index = cast(Index, source)
    assistants = MountedMcp(index) if settings.mcp else None
    app = FastAPI(
        title=texts.name,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=assistants.lifespan if assistants else None,
    )
    answer_errors(app)
    app.include_router(build_documents(source, texts))

    @app.get("/api", include_in_schema=False)
    def to_api() -> Response:
        return RedirectResponse("/api/")

    may_add = settings.users is not None or bool(hosts) and set(hosts) <= {*LOCAL}
    app.mount("/api", build_api(index, limits, settings.inbox if may_add else None))
    if assistants:
        app.router.routes.append(Route("/mcp", assistants))
    mount_page(app, source, texts, examples or ExampleQuestions(), indexing)
    app.add_middleware(Shell, texts=texts)
    app.add_middleware(RequestLimits, limits=limits)
    if settings.users:
        app.add_middleware(SignIn, users=read_users(settings.users))
    app.add_middleware(OwnOrigin, hosts=settings.hosts)
    if hosts:
        app.add_middleware(KnownHosts, hosts=hosts)
    return app


def serve(
    source: Source,
    host: str = "127.0.0.1",
    port: int = 7860,
    examples: Sequence[str] = (),
    announce: Callable[[str], None] | None = None,
    indexing: Indexing | None = None,
) -> None:
    """Serve the page until interrupted; the model is made ready once the page is up.

    ``port`` 0 takes any free one. ``announce`` is given the sentence that says where the page
    is; it is written on standard output otherwise. Where others than this machine can reach the
    page and nobody has to sign in, that is said in the log. ``indexing`` tells of a reading of
    documents that goes on meanwhile.

    Raises:
        SettingsError: the address or the port cannot be had, or the file of who may sign in
            makes no sense.
    """
    settings = source.settings
    listener = listen(host, port)
    questions = ExampleQuestions(examples)
    hosts = known_hosts(host, settings.hosts)
    config = uvicorn.Config(
        create_app(source, examples=questions, hosts=hosts, settings=settings, indexing=indexing),
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config)

    for warning in warnings_of(host, settings):
        log.warning("%s", warning)

    def say_where_and_prepare() -> None:
        (announce or _write_line)(f"Sidan finns på {page_address(listener, host)}")
        given = (source, questions, indexing)
        threading.Thread(target=_prepare, args=given, daemon=True).start()

    server.when_up = say_where_and_prepare
    with listener:
        server.run(sockets=[listener])


def known_hosts(host: str, others: Sequence[str] = ()) -> tuple[str, ...]:
    """The names that requests may be for; none where any may be.

    >>> known_hosts("127.0.0.1")
    ('127.0.0.1', 'localhost', '::1')
    >>> known_hosts("0.0.0.0")
    ()
    >>> known_hosts("0.0.0.0", ["sok.example"])
    ('127.0.0.1', 'localhost', '::1', '0.0.0.0', 'sok.example')
    """
    if host in LOCAL:
        return (*LOCAL, *others)
    return (*LOCAL, host, *others) if others else ()


def warnings_of(host: str, settings: Settings) -> list[str]:
    """What whoever opens the page to others should know, one sentence each."""
    if host in LOCAL:
        return []
    said = [
        f"Sidan kan nås från andra datorer ({host}) utan inloggning. "
        "Slå på inloggning med BESLUTSSOK_USERS, eller lyssna på 127.0.0.1."
        if settings.users is None
        else f"Sidan kan nås från andra datorer ({host}), och lösenord skickas okrypterade om "
        "ingen server med https står framför."
    ]
    if not settings.hosts:
        said.append(
            "Sidan svarar på vilket namn som helst, även ett som en annan webbplats pekar hit. "
            "Ange dess egna namn med BESLUTSSOK_HOSTS."
        )
    return said


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


def _prepare(source: Source, questions: ExampleQuestions, indexing: Indexing | None = None) -> None:
    _make_ready(source, questions)
    if indexing is not None:
        indexing.wait_ended()
        _make_ready(source, questions)


def _make_ready(source: Source, questions: ExampleQuestions) -> None:
    try:
        if source.coverage().documents:
            source.warm_up()
            questions.find(source, SWEDISH)
    except BeslutssokError as exc:
        log.warning("%s", exc)
    except Exception:
        log.exception("The model could not be made ready.")


def _write_line(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
