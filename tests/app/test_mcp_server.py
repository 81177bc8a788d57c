"""An assistant that searches minutes: through a real client, in memory, by stdio and by HTTP."""

import json
import logging
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from fastapi import FastAPI
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from starlette.routing import Route
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.minutes_pdf import write_region

from beslutssok.app import json_form
from beslutssok.app.mcp_server import MountedMcp, build_mcp
from beslutssok.library import Index, open_index

ITEM = "Regionstyrelsen 2024-12-10 § 208"
VERBS = {"search", "ask", "case", "similar", "precedents", "show", "actions"}
# The command with a stand-in for the model: nothing else of it is changed.
COMMAND = """
import sys
import beslutssok.library.opened as opened
from tests.fakes.embedder import FakeEmbedder
from beslutssok.app.cli import main
opened.load_embedder = lambda settings: FakeEmbedder()
sys.exit(main())
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("mcp")
    made = open_index(folder / "index", embedder=FakeEmbedder())
    made.ingest([write_region(folder / "ingest")])
    return made


def talk(server: Any, script: Callable[[Client], Awaitable[None]], **options: Any) -> None:
    async def run() -> None:
        with anyio.fail_after(60):
            async with Client(server, **options) as client:
                await script(client)

    anyio.run(run)


def given(result: Any) -> Any:
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_the_verbs_are_told_with_what_to_beware_of(index: Index, mode: str) -> None:
    async def script(client: Client) -> None:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert set(tools) == VERBS
        for tool in tools.values():
            assert tool.annotations is not None and tool.annotations.read_only_hint
            assert tool.description and len(tool.description) > 60
        assert "citation" in (tools["search"].description or "")
        assert "proposal is not a decision" in (tools["search"].description or "")
        assert "answered" in (tools["ask"].description or "")
        said = client.instructions or ""
        assert "A proposal is not a decision" in said
        assert "citation" in said

    talk(build_mcp(index), script, mode=mode)


def test_they_say_what_the_command_says(index: Index) -> None:
    async def script(client: Client) -> None:
        hits = given(await client.call_tool("search", {"query": "nattbuss", "limit": 3}))
        assert hits == {"hits": json_form.hits_form(index.search("nattbuss", 3)), "notes": []}
        question = "Vad beslutades om nattbussen till Tallmoen?"
        answer = given(await client.call_tool("ask", {"question": question}))
        assert answer["answer"] == json_form.answer_form(index.ask(question))
        case = given(await client.call_tool("case", {"case_number": "RS 762/2024"}))
        assert case == json_form.case_form(index.case("RS/762/2024"))
        item = given(await client.call_tool("show", {"citation": ITEM}))
        assert item == json_form.item_form(index.show(ITEM))
        similar = given(await client.call_tool("similar", {"text": "buss på natten"}))
        assert similar["hits"][0]["case_number"] == "RS/762/2024"
        acts = given(await client.call_tool("actions", {"who": "S"}))
        assert {act["kind"] for act in acts["actions"]} == {"yrkande", "reservation"}

    talk(build_mcp(index), script)


def test_filters_and_notes(index: Index) -> None:
    async def script(client: Client) -> None:
        wanted = {"query": "nattbuss", "organ": "RS", "date_from": "2025", "kind": "kallelse"}
        found = given(await client.call_tool("search", wanted))
        assert {hit["document_kind"] for hit in found["hits"]} == {"kallelse"}
        assert given(await client.call_tool("search", {**wanted, "party": "", "huvudman": ""}))
        nowhere = {"query": "nattbuss i april 1999", "huvudman": "Älvnäs kommun"}
        found = given(await client.call_tool("search", nowhere))
        assert found["hits"] == []
        assert any("Älvnäs kommun" in note for note in found["notes"])

    talk(build_mcp(index), script)


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("show", {"citation": "Ingenstans 2024-01-01 § 1"}, "Inget svarar mot"),
        ("case", {"case_number": "RS/1/1900"}, "RS/1/1900"),
        ("search", {"query": "a", "date_from": "igår"}, "«igår» är inget datum"),
        ("search", {"query": "a", "limit": 101}, "100"),
        ("search", {"query": ""}, "query"),
        ("search", {"query": " "}, "query"),
        ("search", {"query": "a", "orgn": "KS"}, "orgn"),
        ("search", {"query": "a", "organ": "K" * 301}, "organ"),
        ("ask", {"question": "a", "after": "K" * 301}, "after"),
        ("ask", {"question": "a" * 1001}, "question"),
        ("case", {"case_number": "RS/1/1900", "huvudman": "K" * 301}, "huvudman"),
        ("actions", {"who": "K" * 301}, "who"),
        ("actions", {"about": "K" * 1001}, "about"),
        ("similar", {"text": "K" * 100_001}, "text"),
        ("ask", {}, "question"),
    ],
)
def test_what_cannot_be_done_is_said(
    index: Index, tool: str, arguments: dict[str, Any], words: str
) -> None:
    async def script(client: Client) -> None:
        result = await client.call_tool(tool, arguments)
        assert result.is_error
        assert words in result.content[0].text  # type: ignore[union-attr]

    talk(build_mcp(index), script)


def test_the_log_is_left_as_it_is(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    build_mcp(index)
    assert logging.getLogger().handlers == []


def test_what_nobody_foresaw_tells_nothing(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("/home/secret")

    monkeypatch.setattr(Index, "search", crash)

    async def script(client: Client) -> None:
        result = await client.call_tool("search", {"query": "a"})
        assert result.is_error
        assert "secret" not in str(result.content)

    talk(build_mcp(index), script)


def test_the_command_serves_on_standard_input_and_output(index: Index) -> None:
    command = StdioServerParameters(
        command=sys.executable,
        args=["-c", COMMAND, "--index", str(index.folder), "mcp"],
        cwd=str(Path(__file__).resolve().parents[2]),
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
    )

    async def script(client: Client) -> None:
        tools = {tool.name for tool in (await client.list_tools()).tools}
        assert tools == VERBS
        found = given(await client.call_tool("search", {"query": "nattbuss", "limit": 1}))
        assert found["hits"][0]["citation"].startswith("Regionstyrelsen")

    talk(stdio_client(command), script)


def test_it_serves_over_http(index: Index) -> None:
    mounted = MountedMcp(index)

    @asynccontextmanager
    async def running() -> AsyncIterator[FastAPI]:
        app = FastAPI(lifespan=mounted.lifespan)
        app.router.routes.append(Route("/mcp", mounted))
        async with app.router.lifespan_context(app):
            yield app

    async def run() -> None:
        async with running() as app:
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
                posted = await http.post(
                    "/mcp",
                    headers={"accept": "application/json, text/event-stream"},
                    json={
                        "jsonrpc": "2.0",
                        "id": 1,
                        "method": "initialize",
                        "params": {
                            "protocolVersion": "2025-06-18",
                            "capabilities": {},
                            "clientInfo": {"name": "test", "version": "1"},
                        },
                    },
                )
                assert posted.status_code == 200
                told = posted.json()["result"]
                assert told["serverInfo"]["name"] == "beslutssok"
                assert "mcp-session-id" not in posted.headers

    anyio.run(run)
