"""A browser and a page being served. Where there is no browser the tests say so and are skipped."""

import shutil
import threading
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
import uvicorn
from tests.fakes.stand_in_index import StandInIndex, write_documents

from beslutssok.app.page import ExampleQuestions
from beslutssok.app.server import create_app, listen

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="the package playwright is not installed: pip install playwright"
)

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
EXAMPLES = ("Vad beslutades om nattbussar?", "Vad är meningen?", "Vem röstade nej?")
Serve = Callable[[StandInIndex], str]
PATIENCE = 30_000
"""Milliseconds: what should come is waited for so long, since machines that test are busy."""

sync_api.expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[sync_api.Browser]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    servers: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(index: StandInIndex) -> str:
        write_documents(index, tmp_path_factory.mktemp("ingest"))
        listener = listen("127.0.0.1", 0)
        app = create_app(index, examples=ExampleQuestions(EXAMPLES))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{listener.getsockname()[1]}"

    yield start
    for server, thread in servers:
        server.should_exit = True
        server.force_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def address(serve: Serve) -> str:
    return serve(StandInIndex())


class Visit:
    """A page in a browser context of its own, and all that it asked for and complained of.

    ``brought_about`` is how those complaints begin that the test itself causes; they may come late.
    """

    def __init__(self, page: sync_api.Page, address: str) -> None:
        self.page = page
        self.address = address
        self.hosts: set[str] = set()
        self.complaints: list[str] = []
        self.brought_about: tuple[str, ...] = ()
        page.on("request", self._note_host)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on(
            "console",
            lambda message: (
                self.complaints.append(message.text) if message.type == "error" else None
            ),
        )

    def open(self, view: str = "") -> sync_api.Page:
        self.page.goto(f"{self.address}/{view}")
        self.page.wait_for_selector("html.bs-ready")
        return self.page

    def _note_host(self, request: sync_api.Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"}:
            self.hosts.add(parts.netloc)


@pytest.fixture
def visit(browser: sync_api.Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Opens visits: to the common page or another, with what options a context takes.

    Afterwards no visit may have asked another host for anything, or met an error.
    """
    visits: list[Visit] = []

    def start(to: str = address, **options: object) -> Visit:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(locale="en-US", **options)
        visits.append(Visit(context.new_page(), to))
        return visits[-1]

    yield start
    for each in visits:
        each.page.context.close()
        assert each.hosts <= {urlsplit(each.address).netloc}
        assert [it for it in each.complaints if not it.startswith(each.brought_about)] == []
