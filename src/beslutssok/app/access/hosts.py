"""The names a server answers for: another site may point its own name at this machine."""

from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from beslutssok.app.api.errors import error_response

ANY = "*"


class KnownHosts:
    """Middleware that refuses requests for other names than ``hosts``, whatever their port."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] in ("http", "websocket") and ANY not in self.hosts:
            name = host_name(Headers(scope=scope).get("host", ""))
            if name not in self.hosts:
                refusal = error_response(
                    400,
                    "Servern svarar inte på det namnet.",
                    "Den som driver tjänsten kan lägga till det i BESLUTSSOK_HOSTS.",
                )
                await refusal(scope, receive, send)
                return
        await self.app(scope, receive, send)


def host_name(host: str) -> str:
    """The name or address in a ``Host`` header, without brackets and port; empty if it is none.

    >>> host_name("Sok.example:7860"), host_name("[::1]:7860"), host_name("a:b"), host_name("")
    ('sok.example', '::1', '', '')
    """
    if host.startswith("["):
        name, closing, rest = host[1:].partition("]")
        colon, port = rest[:1], rest[1:]
        is_sound = closing and colon in ("", ":")
    else:
        name, colon, port = host.partition(":")
        is_sound = True
    return name.lower() if is_sound and (not colon or port.isdecimal()) else ""
