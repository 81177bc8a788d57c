"""Signing in, and requests that another site makes a browser send."""

import asyncio
import io
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from beslutssok.app.access import OwnOrigin, SignIn, Users, ask_password, hash_password, read_users
from beslutssok.app.access.sign_in import AT_ONCE, WRONG_PASSWORDS_A_MINUTE
from beslutssok.errors import SettingsError

NAME, PASSWORD = "anna", "häst: batteri"


@pytest.fixture(scope="module")
def line() -> str:
    return hash_password(NAME, PASSWORD)


@pytest.fixture
def users(line: str, tmp_path: Path) -> Users:
    path = tmp_path / "users.txt"
    path.write_text(f"# de som får söka\n\n{line}\n", encoding="utf-8")
    return read_users(path)


def make_app() -> FastAPI:
    app = FastAPI()

    @app.api_route("/{path:path}", methods=["GET", "POST"])
    def answer(path: str) -> str:
        return path

    return app


@pytest.fixture
def client(users: Users) -> TestClient:
    app = make_app()
    app.add_middleware(SignIn, users=users)
    return TestClient(app)


# -- passwords


def test_the_file_has_no_passwords(line: str) -> None:
    assert PASSWORD not in line
    assert line.startswith("anna:scrypt:16384:8:1:")
    assert hash_password(NAME, PASSWORD) != line


def test_only_the_password_matches(users: Users) -> None:
    assert users.know(NAME, PASSWORD)
    assert not users.know(NAME, PASSWORD + " ")
    assert not users.know(NAME, "")
    assert not users.know("bertil", PASSWORD)


@pytest.mark.parametrize(("name", "password"), [("a:b", PASSWORD), ("", PASSWORD), ("a", "kort")])
def test_what_cannot_be_used_is_refused(name: str, password: str) -> None:
    with pytest.raises(SettingsError):
        hash_password(name, password)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# ingen\n",
        "anna:hemligt\n",
        "anna:scrypt:16384:8:1:????:????\n",
        "anna:scrypt:1000000000:8:1:AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAA==\n",
        "anna:scrypt:15000:8:1:AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAA==\n",
        "anna:scrypt:16384:8:1::AAAAAAAAAAAAAAAAAAAAAA==\n",
        "anna:scrypt:16384:8:1:AAAAAAAAAAAAAAAAAAAAAA==:\n",
        "anna:md5:16384:8:1:AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAA==\n",
    ],
)
def test_a_file_that_makes_no_sense_lets_nobody_in(tmp_path: Path, text: str) -> None:
    path = tmp_path / "users.txt"
    path.write_text(text)
    with pytest.raises(SettingsError, match=r"users\.txt"):
        read_users(path)


def test_a_file_that_is_not_there_lets_nobody_in(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="kan inte läsas"):
        read_users(tmp_path / "none.txt")


def test_a_password_is_read_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert ask_password() == PASSWORD


# -- signing in


@pytest.mark.parametrize("path", ["/", "/handlingar/a.pdf", "/api/search", "/mcp", "/nothing"])
def test_nothing_is_served_to_strangers(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 401
    assert response.headers["www-authenticate"].startswith("Basic realm=")
    assert client.post(path).status_code == 401
    assert client.get(path, auth=(NAME, PASSWORD)).status_code == 200


def test_programs_are_told_in_json(client: TestClient) -> None:
    error = client.get("/api/search").json()["error"]
    assert "Logga in" in error["message"]
    assert error["remedy"]


@pytest.mark.parametrize(
    "written",
    ["", "Basic", "Basic ????", "Basic YW5uYQ==", "Basic /////w==", "Bearer YW5uYTphYmM=", "anna"],
)
def test_what_is_no_password_is_no_entry(client: TestClient, written: str) -> None:
    assert client.get("/", headers={"authorization": written}).status_code == 401


def test_a_right_password_is_tried_once(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/", auth=(NAME, PASSWORD)).status_code == 200
    tried: list[str] = []
    monkeypatch.setattr(Users, "know", lambda self, name, password: tried.append(password))
    assert client.get("/", auth=(NAME, PASSWORD)).status_code == 200
    assert tried == []
    assert client.get("/", auth=(NAME, PASSWORD + "x")).status_code == 401
    assert tried == [PASSWORD + "x"]


def test_passwords_cannot_be_guessed_for_long(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Users, "know", lambda self, name, password: password == PASSWORD)
    for number in range(WRONG_PASSWORDS_A_MINUTE):
        assert client.get("/", auth=(NAME, f"gissning {number}")).status_code == 401
    refused = client.get("/", auth=(NAME, PASSWORD))
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 0


def test_many_guesses_at_once_are_no_more_guesses(
    users: Users, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def know(self: Users, name: str, password: str) -> bool:
        tried.append(password)
        return False

    monkeypatch.setattr(Users, "know", know)
    guarded = SignIn(make_app(), users=users)

    async def guess_all() -> list[int]:
        transport = httpx.ASGITransport(app=guarded)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            guesses = (client.get("/", auth=(NAME, f"gissning {n}")) for n in range(100))
            return [each.status_code for each in await asyncio.gather(*guesses)]

    codes = asyncio.run(guess_all())
    assert set(codes) == {401, 429}
    assert WRONG_PASSWORDS_A_MINUTE <= len(tried) <= WRONG_PASSWORDS_A_MINUTE + AT_ONCE


def test_a_file_saved_by_notepad_is_read(line: str, tmp_path: Path) -> None:
    path = tmp_path / "users.txt"
    path.write_text(f"{line}\r\n", encoding="utf-8-sig")
    assert read_users(path).know(NAME, PASSWORD)


# -- other sites


@pytest.fixture
def guarded() -> TestClient:
    app = make_app()
    app.add_middleware(OwnOrigin, hosts=["sok.example"])
    return TestClient(app, base_url="http://127.0.0.1:7860")


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, 200),
        ({"origin": "http://127.0.0.1:7860"}, 200),
        ({"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:7860"}, 200),
        ({"origin": "https://sok.example"}, 200),
        ({"origin": "http://elsewhere.example"}, 403),
        ({"origin": "http://127.0.0.1:8000"}, 403),
        ({"origin": "http://127.0.0.1:7860.elsewhere.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://["}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
def test_another_site_cannot_send_anything(
    guarded: TestClient, headers: dict[str, str], code: int
) -> None:
    assert guarded.post("/gradio_api/run", headers=headers).status_code == code
    assert guarded.get("/", headers=headers).status_code == 200
