"""Signing in by HTTP Basic: the browser asks for name and password, programs send them along."""

import base64
import binascii
import hashlib
import hmac
import secrets
from collections import OrderedDict
from threading import Lock

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from beslutssok.app.access.passwords import Users
from beslutssok.app.api.errors import error_response
from beslutssok.app.api.limits import Rate

WRONG_PASSWORDS_A_MINUTE = 20
AT_ONCE = 2
"""Passwords that are tried at the same time: each takes memory and a processor."""
REMEMBERED = 1_000
CHALLENGE = 'Basic realm="Beslutssok", charset="UTF-8"'
FOR_PROGRAMS = ("/api/", "/mcp")
REFUSED = "Logga in för att söka."
REMEDY = "Ange namn och lösenord; den som driver tjänsten har dem."


class SignIn:
    """Middleware that lets only known users through.

    A password that was right is remembered, as a keyed digest in memory, since to try it takes
    long by design. One address can only be wrong so often.
    """

    def __init__(self, app: ASGIApp, users: Users, wrong: Rate | None = None) -> None:
        self.app = app
        self.users = users
        self._wrong = wrong or Rate(WRONG_PASSWORDS_A_MINUTE)
        self._key = secrets.token_bytes(32)
        self._right: OrderedDict[bytes, str] = OrderedDict()
        self._lock = Lock()
        self._limiter: CapacityLimiter | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        written = Headers(scope=scope).get("authorization", "")
        name = self._remembered(written)
        if name is None and (given := read_credentials(written)):
            client = scope.get("client")
            address = client[0] if client else ""
            wait, is_right = await self._try(address, *given)
            if wait:
                refusal = error_response(429, "För många felaktiga försök.", "Vänta.", retry=wait)
                await refusal(scope, receive, send)
                return
            if is_right:
                name = given[0]
                self._remember(written, name)
        if name is None:
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
                return
            await _challenge(scope["path"])(scope, receive, send)
            return
        await self.app({**scope, "user": name}, receive, send)

    async def _try(self, address: str, name: str, password: str) -> tuple[int, bool]:
        """Tell after how many seconds the address may try (0: now), and if the password is right.

        Many tries may have been sent at once: what is left is looked at when it is one's turn.
        """
        wait = self._wrong.look(address)
        if wait:
            return wait, False
        self._limiter = self._limiter or CapacityLimiter(AT_ONCE)
        return await to_thread.run_sync(
            self._try_in_turn, address, name, password, limiter=self._limiter
        )

    def _try_in_turn(self, address: str, name: str, password: str) -> tuple[int, bool]:
        wait = self._wrong.look(address)
        if wait:
            return wait, False
        is_right = self.users.know(name, password)
        if not is_right:
            self._wrong.take(address)
        return 0, is_right

    def _digest(self, written: str) -> bytes:
        return hmac.digest(self._key, written.encode("latin-1"), hashlib.sha256)

    def _remembered(self, written: str) -> str | None:
        with self._lock:
            return self._right.get(self._digest(written)) if written else None

    def _remember(self, written: str, name: str) -> None:
        with self._lock:
            self._right[self._digest(written)] = name
            while len(self._right) > REMEMBERED:
                self._right.popitem(last=False)


def read_credentials(written: str) -> tuple[str, str] | None:
    """Read name and password of an ``Authorization`` header.

    >>> read_credentials("Basic YW5uYTprYWZmZQ==")
    ('anna', 'kaffe')
    """
    scheme, _, encoded = written.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, colon, password = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    return (name, password) if colon else None


def _challenge(path: str) -> Response:
    if path.startswith(FOR_PROGRAMS):
        response = error_response(401, REFUSED, REMEDY)
    else:
        response = PlainTextResponse(f"{REFUSED} {REMEDY}", 401)
    response.headers["WWW-Authenticate"] = CHALLENGE
    return response
