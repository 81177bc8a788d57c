"""Nothing leaves the machine: every verb by every way, with the ways to other machines closed."""

import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from fastapi.testclient import TestClient
from mcp.client import Client
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.minutes_pdf import AGENDA, MINUTES, write_pdf

from beslutssok.app import cli
from beslutssok.app.mcp_server import build_mcp
from beslutssok.app.server import create_app
from beslutssok.library import Index, open_index

HERE = re.compile(r"127\.\d+\.\d+\.\d+|::1|localhost|testserver|")
ITEM = "Regionstyrelsen 2024-12-10 § 208"
QUESTION = "Vad beslutades om nattbussen till Tallmoen?"
ADDRESS = re.compile(
    r"""(?:src|href|action|srcset|data|url)\s*[=(]\s*["']?(?:https?:)?//([^/"')\s]+)""",
    re.IGNORECASE,
)
ASKED_BY_MCP: dict[str, dict[str, Any]] = {
    "search": {"query": "nattbuss"},
    "ask": {"question": QUESTION},
    "case": {"case_number": "RS/762/2024"},
    "similar": {"text": "Nattbuss till byn"},
    "precedents": {"text": "Nattbuss till byn"},
    "show": {"citation": ITEM},
    "actions": {"who": "S"},
}


@pytest.fixture(autouse=True)
def ways_out(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Where anything wanted to go on another machine; none may be left when the test is done."""
    wanted: list[object] = []

    def guard(name: str, address_of: Callable[..., object]) -> None:
        owner = socket if hasattr(socket, name) and name.startswith("get") else socket.socket
        real = getattr(owner, name)

        def guarded(*arguments: Any, **options: Any) -> Any:
            address = address_of(*arguments)
            host = address[0] if isinstance(address, tuple) else address
            if isinstance(host, bytes):
                host = host.decode()
            if isinstance(address, tuple | str) and not HERE.fullmatch(str(host or "")):
                wanted.append(host)
                raise OSError(f"there is no way to {host}")
            return real(*arguments, **options)

        monkeypatch.setattr(owner, name, guarded)

    guard("connect", lambda made, address: address if made.family != socket.AF_UNIX else None)
    guard("connect_ex", lambda made, address: address if made.family != socket.AF_UNIX else None)
    guard("sendto", lambda made, data, *rest: rest[-1])
    guard("getaddrinfo", lambda host, *_, **__: host)
    guard("gethostbyname", lambda host: host)
    yield wanted
    assert not wanted


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("closed")
    made = open_index(folder / "index", embedder=FakeEmbedder())
    write_pdf(folder / "ingest" / "Region Fjällbygden" / "protokoll.pdf", MINUTES)
    write_pdf(folder / "ingest" / "Region Fjällbygden" / "kallelse.pdf", AGENDA)
    made.ingest([folder / "ingest"])
    return made


def test_the_way_out_is_closed(ways_out: list[object]) -> None:
    for go in (
        lambda: socket.create_connection(("192.0.2.1", 80), 1),
        lambda: socket.getaddrinfo("beslutssok.example", 443),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"a", ("192.0.2.1", 53)),
    ):
        with pytest.raises(OSError, match="no way"):
            go()
    assert ways_out == ["192.0.2.1", "beslutssok.example", "192.0.2.1"]
    ways_out.clear()


def test_every_command(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beslutssok.library.opened.load_embedder", lambda settings: FakeEmbedder())
    minutes = write_pdf(tmp_path / "ingest" / "Region Fjällbygden" / "protokoll.pdf", MINUTES)
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"question": "Nattbuss?", "type": "topic", "relevant": []}\n', "utf-8")
    for command in (
        ("ingest", minutes.parent),
        ("search", "nattbuss"),
        ("ask", QUESTION),
        ("case", "RS/762/2024"),
        ("similar", "Nattbuss till byn"),
        ("precedents", minutes.with_name("kallelse.pdf")),
        ("precedents", "Nattbuss till byn"),
        ("show", ITEM),
        ("inspect", minutes),
        ("status",),
        ("eval", questions),
        ("actions", "S"),
        ("overview",),
        ("export", tmp_path / "tables"),
    ):
        cli.main(["--index", str(index.folder), *map(str, command)])


def test_every_address_of_the_server(index: Index) -> None:
    with TestClient(create_app(index, settings=index.settings)) as client:
        description = client.get("/api/openapi.json").json()
        asked = [
            f"/api{path}"
            for path, verbs in description["paths"].items()
            if "get" in verbs and "{" not in path
        ]
        assert len(asked) > 10
        values = {
            "q": QUESTION, "text": "Nattbuss", "dnr": "RS/762/2024", "citation": ITEM,
            "table": "decisions",
        }  # fmt: skip
        for address in asked:
            operation = description["paths"][address.removeprefix("/api")]["get"]
            given = {each["name"] for each in operation.get("parameters", [])}
            wanted = {name: value for name, value in values.items() if name in given}
            assert client.get(address, params=wanted).status_code == 200, address
        file = "Region Fjällbygden/protokoll.pdf"
        assert client.get(f"/api/page/{file}", params={"page": 1}).status_code == 200
        sent = {"file": ("a.pdf", index.document_path(file).read_bytes())}
        assert client.post("/api/precedents/file", files=sent).status_code in (200, 400)


@pytest.mark.parametrize("path", ["/", "/?sprak=en", "/en/", "/?q=nattbuss", "/api/", "/theme.css"])
def test_no_page_fetches_anything_from_elsewhere(index: Index, path: str) -> None:
    answer = TestClient(create_app(index, settings=index.settings)).get(path)
    assert answer.status_code == 200
    others = {host for host in ADDRESS.findall(answer.text) if not HERE.fullmatch(host)}
    assert not others
    if path.startswith("/?") or path == "/":
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert not re.search(r"https?:|\*", policy)


def test_every_verb_of_an_assistant(index: Index) -> None:
    async def script() -> None:
        with anyio.fail_after(60):
            async with Client(build_mcp(index)) as client:
                tools = {tool.name for tool in (await client.list_tools()).tools}
                assert tools == set(ASKED_BY_MCP)
                for name, given in ASKED_BY_MCP.items():
                    result = await client.call_tool(name, given)
                    assert not result.is_error, (name, result.content)

    anyio.run(script)
