"""Requests that change or ask something may come only from the page itself, or from programs."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from beslutssok.app.api.errors import error_response

HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})
OWN = frozenset({"same-origin", "none"})


class OwnOrigin:
    """Middleware that refuses what a page of another site lets a browser send.

    A browser says where a request comes from (``Sec-Fetch-Site``, ``Origin``); programs do not.
    ``hosts`` are further names that the page itself is reached by, as behind a proxy.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str] = ()) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["method"] not in HARMLESS and self._foreign(scope):
            refusal = error_response(403, "Begäran kom från en annan webbplats.", "Använd sidan.")
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _foreign(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        if origin is None:
            return headers.get("sec-fetch-site", "none") not in OWN
        try:
            named = urlsplit(origin)
            host = (named.hostname or "").lower()
        except ValueError:  # no address at all
            return True
        return named.netloc.lower() != headers.get("host", "").lower() and host not in self.hosts
